// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/size_scale.h"

#include "base/path_mtu.h"
#include "flow/path_words.h"
#include "models/theme.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int BarHeight = 10;

} // namespace

SizeScale::SizeScale(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SizeScale::setSize(const diag::RequestSize &size)
{
    m_size = size;
    setAccessibleName(diag::words::requestSize(size));
    setToolTip(accessibleName());
    update();
}

QSize SizeScale::sizeHint() const
{
    return {200, BarHeight + fontMetrics().height() + 8};
}

void SizeScale::paintEvent(QPaintEvent *)
{
    using theme::Meaning;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool udp = m_size.protocol == sip::Protocol::Udp;
    const int whole = m_size.mtu - int(sip::udpHeaders(m_size.ipv4)); // of a message that travels in one packet
    const double most = std::max(2100.0, double(m_size.octets) * 1.1);
    const auto x = [&](qsizetype octets) { return double(octets) / most * (width() - 1); };
    const QRectF bar(0.5, 2.5, width() - 1, BarHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Mid));
    painter.drawRoundedRect(bar, 2, 2);
    const Meaning meaning = !udp                                     ? Meaning::Ok
                            : m_size.octets > whole                  ? Meaning::Error
                            : m_size.octets > sip::largestUdpAdvised ? Meaning::Warning
                                                                     : Meaning::Ok;
    painter.setBrush(theme::colour(meaning));
    painter.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(x(m_size.octets), bar.height())), 2, 2);
    if (!udp)
        return;
    painter.setPen(QPen(palette().color(QPalette::Base), 2)); // where it is cut
    const int pieces = m_size.fragments();
    constexpr int udpHeader = 8;
    const qsizetype piece = (whole + udpHeader) / 8 * 8;
    if (pieces > 1)
        for (qsizetype cut = piece - udpHeader; cut < m_size.octets; cut += piece)
            painter.drawLine(QPointF(x(cut), bar.top()), QPointF(x(cut), bar.bottom()));
    const auto mark = [&](int octets, const QString &text, bool before) {
        painter.setPen(QPen(palette().color(QPalette::Text), 1.4));
        painter.drawLine(QPointF(x(octets), 0), QPointF(x(octets), bar.bottom() + 3));
        painter.setPen(theme::colour(Meaning::Muted));
        const QRectF place(before ? 0 : x(octets) + 3, bar.bottom() + 3, before ? x(octets) - 3 : width() - x(octets) - 3,
                           fontMetrics().height());
        painter.drawText(place, (before ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop, text);
    };
    mark(sip::largestUdpAdvised, QString::number(sip::largestUdpAdvised), true);
    if (whole < most)
        mark(whole, tr("MTU %1").arg(m_size.mtu), false);
}

} // namespace ui
