// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sweep_chart.h"

#include "models/theme.h"

#include <qcustomplot.h>

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using theme::Meaning;

bool isUdp(const diag::SweepSeries &series)
{
    return series.protocol == sip::Protocol::Udp;
}

Meaning meaningOf(const diag::SweepSeries &series)
{
    return isUdp(series) ? Meaning::Request : Meaning::Success;
}

QString nameOf(const diag::SweepSeries &series)
{
    return QString::fromLatin1(sip::viaName(series.protocol));
}

double milliseconds(sip::Instant length)
{
    return double(length.count()) / 1000;
}

} // namespace

SweepChart::SweepChart(QWidget *parent) : QWidget(parent), m_plot(new QCustomPlot(this))
{
    m_plot->setObjectName(u"sweepChart"_s);
    m_plot->setAccessibleName(tr("Chart of sizes and round trips"));
    m_plot->setAccessibleDescription(tr("The same numbers are in the table."));
    m_plot->xAxis->setLabel(tr("octets of the request"));
    m_plot->yAxis->setLabel(tr("round trip, ms"));
    m_plot->legend->setVisible(true);
    // Below the axes, where it covers no point.
    m_plot->plotLayout()->addElement(1, 0, m_plot->legend);
    m_plot->plotLayout()->setRowStretchFactor(1, 0.001);
    m_plot->legend->setFillOrder(QCPLegend::foColumnsFirst);
    m_plot->legend->setWrap(2);
    m_plot->legend->setMaximumSize(10'000, QWIDGETSIZE_MAX); // else an empty one makes the axes above as narrow as itself
    m_plot->setMinimumHeight(200);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
    restyle();
    draw();
}

void SweepChart::setReport(const diag::SweepReport &report)
{
    m_report = report;
    draw();
}

QStringList SweepChart::series() const
{
    return m_names;
}

void SweepChart::restyle()
{
    const QColor text = theme::colour(Meaning::Muted), line = palette().color(QPalette::Mid);
    m_plot->setBackground(palette().color(QPalette::Base));
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setBasePen(QPen(line));
        axis->setTickPen(QPen(line));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(text);
        axis->setLabelColor(text);
        axis->setTickLabelFont(font());
        axis->setLabelFont(font());
        axis->grid()->setPen(QPen(line, 1, Qt::DotLine));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    m_plot->legend->setBrush(palette().color(QPalette::Base));
    m_plot->legend->setBorderPen(Qt::NoPen);
    m_plot->legend->setTextColor(palette().color(QPalette::Text));
    m_plot->legend->setFont(font());
}

/// What was answered as a line with dots, UDP round and TCP square; what was not as crosses at the bottom.
void SweepChart::drawSeries(const diag::SweepSeries &series)
{
    const QColor ink = theme::colour(meaningOf(series)), ground = palette().color(QPalette::Base);
    QCPGraph *const answered = m_plot->addGraph();
    answered->setName(tr("%1: answered").arg(nameOf(series)));
    answered->setPen(QPen(ink, 1.4, isUdp(series) ? Qt::SolidLine : Qt::DashLine));
    answered->setScatterStyle(
        {isUdp(series) ? QCPScatterStyle::ssCircle : QCPScatterStyle::ssSquare, QPen(ink, 1.8), QBrush(ground), 8});
    QCPGraph *const lost = m_plot->addGraph();
    lost->setName(tr("%1: lost or refused").arg(nameOf(series)));
    lost->setLineStyle(QCPGraph::lsNone);
    lost->setScatterStyle({isUdp(series) ? QCPScatterStyle::ssCross : QCPScatterStyle::ssPlus,
                           QPen(theme::colour(Meaning::Error), 2.2), Qt::NoBrush, 10});
    for (const diag::SweepPoint &point : series.points) {
        if (point.passes())
            answered->addData(double(point.octets), milliseconds(point.fastest));
        else
            lost->addData(double(point.octets), 0);
    }
    m_names << answered->name();
    if (lost->dataCount() == 0)
        lost->removeFromLegend();
    else
        m_names << lost->name();
}

void SweepChart::drawLimit(const diag::SweepSeries &series, int line)
{
    const diag::SweepPoint *const good = series.lastGood(), *const bad = series.firstBad();
    if (!good || !bad)
        return;
    const QColor ink = theme::colour(meaningOf(series));
    auto *const limit = new QCPItemStraightLine(m_plot);
    const double at = double(good->octets + bad->octets) / 2;
    limit->point1->setCoords(at, 0);
    limit->point2->setCoords(at, 1);
    limit->setPen(QPen(ink, 1.4, Qt::DashDotLine));
    auto *const label = new QCPItemText(m_plot);
    const QString text = tr("%1 %2").arg(nameOf(series)).arg(good->octets);
    label->setText(tr("%1 passes").arg(text));
    label->setColor(ink);
    label->setFont(font());
    const bool right = at > (m_plot->xAxis->range().lower + m_plot->xAxis->range().upper) / 2;
    label->setPositionAlignment((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
    label->setPadding({6, 2, 6, 2});
    label->position->setTypeX(QCPItemPosition::ptPlotCoords);
    label->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    label->position->setCoords(at, 0.02 + 0.1 * line);
    m_names << text;
}

void SweepChart::draw()
{
    m_plot->clearGraphs();
    m_plot->clearItems();
    m_names.clear();
    double highest = 1;
    for (const diag::SweepSeries &series : std::as_const(m_report.series))
        for (const diag::SweepPoint &point : series.points)
            highest = std::max(highest, milliseconds(point.fastest));
    const double from = double(m_report.from), to = double(std::max(m_report.to, m_report.from + 1));
    m_plot->xAxis->setRange(from - (to - from) * 0.03, to + (to - from) * 0.03);
    m_plot->yAxis->setRange(-highest * 0.08, highest * 1.35);
    int line = 0;
    for (const diag::SweepSeries &series : std::as_const(m_report.series)) {
        drawSeries(series);
        drawLimit(series, line++);
    }
    const bool empty = m_report.series.isEmpty();
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) { // without a run there are no sizes
        axis->setVisible(!empty);
        axis->grid()->setVisible(!empty);
    }
    if (empty) {
        auto *const hint = new QCPItemText(m_plot);
        hint->setText(tr("Start draws every size here.\nWhat is lost becomes a cross."));
        hint->setColor(theme::colour(Meaning::Muted));
        hint->setFont(font());
        hint->setClipToAxisRect(false);
        hint->setTextAlignment(Qt::AlignCenter);
        hint->position->setType(QCPItemPosition::ptAxisRectRatio);
        hint->position->setCoords(0.5, 0.5);
    }
    m_plot->legend->setVisible(!empty);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void SweepChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        restyle();
        draw();
    }
}

} // namespace ui
