// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/certificate_chain.h"

#include "flow/path_words.h"
#include "flow/row_words.h"
#include "models/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int Gap = 16;    ///< between boxes
constexpr int Margin = 8;  ///< inside a box
constexpr int Indent = 10; ///< of each box behind the one it signed

QString nameOf(const sip::CertificateFacts &facts)
{
    return facts.commonName.isEmpty() ? diag::words::cleaned(facts.subject, 100) : diag::words::shown(facts.commonName, 100);
}

QString kindOf(const sip::CertificateFacts &facts, bool first)
{
    return facts.selfIssued    ? CertificateChain::tr("signed by itself")
           : facts.isAuthority ? CertificateChain::tr("CA")
           : first             ? CertificateChain::tr("of the peer")
                               : CertificateChain::tr("no CA");
}

} // namespace

CertificateChain::CertificateChain(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CertificateChain::setChain(const QList<sip::CertificateFacts> &chain, const QString &missingIssuer, qint64 wallUs)
{
    m_chain = chain;
    m_missing = missingIssuer;
    m_wallUs = wallUs;
    m_current = chain.isEmpty() ? -1 : 0;
    describe();
    updateGeometry();
    update();
}

void CertificateChain::setCurrent(int index)
{
    if (index < 0 || index >= m_chain.size() || index == m_current)
        return;
    m_current = index;
    describe();
    update();
    emit currentChanged(index);
}

void CertificateChain::describe()
{
    QStringList all;
    for (qsizetype i = 0; i < m_chain.size(); ++i)
        all << nameOf(m_chain[i]) + (i == m_current ? tr(" (chosen)") : QString());
    if (!m_missing.isEmpty())
        all << tr("missing: %1").arg(diag::words::cleaned(m_missing, 100));
    setAccessibleName(tr("Chain: %1").arg(all.join(tr(", signed by "))));
    setToolTip(tr("The chain as the peer sent it; choose one with a click or the arrow keys"));
}

int CertificateChain::boxHeight() const
{
    return 2 * fontMetrics().lineSpacing() + Margin + 4;
}

QRect CertificateChain::box(int index) const
{
    const int indent = Indent * index;
    return {indent, index * (boxHeight() + Gap), std::max(100, width() - indent - 1), boxHeight()};
}

QSize CertificateChain::sizeHint() const
{
    const int boxes = int(m_chain.size()) + (m_missing.isEmpty() ? 0 : 1);
    return {260, boxes == 0 ? 0 : boxes * (boxHeight() + Gap) - Gap + 1};
}

QSize CertificateChain::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

void CertificateChain::paintEvent(QPaintEvent *)
{
    using theme::Meaning;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int boxes = int(m_chain.size()) + (m_missing.isEmpty() ? 0 : 1);
    for (int i = 0; i < boxes; ++i) {
        const QRect place = box(i);
        const bool missing = i >= m_chain.size();
        const bool ended = !missing && diag::daysLeft(m_chain[i], m_wallUs) < 0;
        const QColor ink = theme::colour(missing || ended ? Meaning::Error : Meaning::Lane);
        if (i > 0) { // who signed whom
            const int x = place.left() + 14, from = box(i - 1).bottom() + 1, to = place.top();
            painter.setPen(QPen(ink, 1.4, missing ? Qt::DashLine : Qt::SolidLine));
            painter.drawLine(x, from, x, to);
            painter.drawPolyline(QPolygon({{x - 4, from + 5}, {x, from}, {x + 4, from + 5}}));
            painter.setPen(theme::colour(Meaning::Muted));
            painter.drawText(QRect(x + 8, from, 140, Gap), Qt::AlignVCenter | Qt::AlignLeft, tr("signed by"));
        }
        const bool chosen = i == m_current;
        painter.setPen(
            QPen(chosen ? theme::colour(Meaning::Selected) : ink, chosen ? 2.0 : 1.2, missing ? Qt::DashLine : Qt::SolidLine));
        painter.setBrush(missing ? QBrush(Qt::NoBrush) : QBrush(palette().color(QPalette::AlternateBase)));
        painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), 5, 5);
        const QRect inside = place.adjusted(Margin, 3, -Margin, -3);
        const auto line = [&](int at, const QString &text, const QColor &colour) {
            painter.setPen(colour);
            painter.drawText(QRect(inside.left(), inside.top() + at * fontMetrics().lineSpacing(), inside.width(),
                                   fontMetrics().lineSpacing()),
                             Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(text, Qt::ElideRight, inside.width()));
        };
        const QColor plain = palette().color(QPalette::Text);
        line(0, missing ? diag::words::cleaned(m_missing, 100) : nameOf(m_chain[i]), missing ? ink : plain);
        line(1,
             missing ? tr("neither sent nor trusted here")
                     : u"%1, %2"_s.arg(kindOf(m_chain[i], i == 0), diag::words::validity(m_chain[i], m_wallUs)),
             missing || ended ? ink : theme::colour(Meaning::Muted));
    }
    if (hasFocus() && m_current >= 0) {
        painter.setPen(QPen(theme::colour(Meaning::Selected), 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(box(m_current)).adjusted(4, 4, -4, -4), 3, 3);
    }
}

void CertificateChain::mousePressEvent(QMouseEvent *event)
{
    for (int i = 0; i < m_chain.size(); ++i)
        if (box(i).contains(event->position().toPoint()))
            setCurrent(i);
}

void CertificateChain::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down)
        setCurrent(m_current + 1);
    else if (event->key() == Qt::Key_Up)
        setCurrent(m_current - 1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace ui
