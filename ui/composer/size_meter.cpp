// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/size_meter.h"

#include "base/path_mtu.h"
#include "models/theme.h"

#include <QLocale>
#include <QPainter>

namespace ui {

SizeMeter::SizeMeter(ComposerState &state, QWidget *parent) : QWidget(parent), m_state(state)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_state, &ComposerState::changed, this, &SizeMeter::showState);
    showState();
}

void SizeMeter::showState()
{
    m_octets = m_state.octets();
    m_udp = m_state.protocol() == sip::Protocol::Udp;
    const bool over = m_udp && m_octets > sip::largestUdpAdvised;
    if (!m_udp)
        m_text = tr("%1 octets").arg(m_octets);
    else if (!over)
        m_text = tr("%1 of %2 octets").arg(m_octets).arg(sip::largestUdpAdvised);
    else if (m_state.staysOnUdp())
        m_text = tr("%1 octets: over %2, stays on UDP").arg(m_octets).arg(sip::largestUdpAdvised);
    else
        m_text = tr("%1 octets: over %2, goes by TCP").arg(m_octets).arg(sip::largestUdpAdvised);
    setAccessibleName(tr("Size: %1").arg(m_text));
    setToolTip(over
                   ? tr("Over 1300 octets a request leaves UDP for TCP (RFC 3261 18.1.1), unless the target names UDP or Options "
                        "says to stay on it; larger datagrams are cut into fragments on the way, and some are lost.")
                   : tr("The exact size as it will be sent, rows that are filled in included."));
    update();
}

QSize SizeMeter::sizeHint() const
{
    return {160, fontMetrics().height() + 8};
}

void SizeMeter::paintEvent(QPaintEvent *)
{
    using theme::Meaning;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double part = qMin(1.0, double(m_octets) / sip::largestUdpAdvised);
    const Meaning meaning = m_octets > sip::largestUdpAdvised ? Meaning::Error : part > 0.9 ? Meaning::Warning : Meaning::Ok;
    const QRectF bar(0.5, height() - 4.5, width() - 1, 3);
    painter.setPen(Qt::NoPen);
    if (m_udp) {
        painter.setBrush(palette().color(QPalette::Mid));
        painter.drawRoundedRect(bar, 1.5, 1.5);
        painter.setBrush(theme::colour(meaning));
        painter.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(bar.width() * part, bar.height())), 1.5, 1.5);
    }
    painter.setPen(m_udp && meaning == Meaning::Error ? theme::colour(Meaning::Error) : theme::colour(Meaning::Muted));
    painter.drawText(QRectF(0, 0, width(), height() - 5), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
}

} // namespace ui
