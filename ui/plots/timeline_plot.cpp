// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/timeline_plot.h"

#include "models/roles.h"
#include "plots/timeline_data.h"
#include "plots/timeline_table_model.h"

#include <qcustomplot.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <limits>

namespace ui {

namespace {

constexpr int MostStateNames = 60; ///< text items are dear; beyond this the table has the names
constexpr double ClickReach = 14;  ///< pixels
constexpr double LaneHeight = 24;  ///< pixels, at least

using Shape = TimelineData::Shape;

QCPScatterStyle scatterOf(Shape shape, const QColor &ink, const QColor &ground)
{
    switch (shape) {
    case Shape::Sent: return {QCPScatterStyle::ssTriangle, QPen(ink, 1.4), ink, 10};
    case Shape::Received: return {QCPScatterStyle::ssCircle, QPen(ink, 2), ground, 9};
    case Shape::Local: return {QCPScatterStyle::ssSquare, QPen(ink, 1.6, Qt::DotLine), ground, 11};
    case Shape::Fired: return {QCPScatterStyle::ssDiamond, QPen(ink, 1.4), ink, 8};
    }
    return {};
}

} // namespace

struct TimelinePlot::Private {
    Private(FlowStore &s, Selection &chosen) : store(s), selection(chosen), table(data) {}

    FlowStore &store;
    Selection &selection;
    TimelineData data;
    TimelineTableModel table;
    QCustomPlot *plot = nullptr;
    QTableView *tableView = nullptr;
    QStackedWidget *pages = nullptr;
    QTimer soon;
    QHash<QString, double> heights; ///< of lanes, on the value axis

    QColor ground; ///< behind the plot

    /// \param palette  of the pane: when colours change, those inside it follow only later
    void restyle(const QPalette &palette);
    void draw(bool wholeRange);
    void drawSpans();
    void drawPoints();
    void drawSelected();
    quint64 nearest(QPointF position) const;
};

void TimelinePlot::Private::restyle(const QPalette &palette)
{
    const QColor text = theme::colour(theme::Meaning::Muted), line = palette.color(QPalette::Mid);
    ground = palette.color(QPalette::Base);
    plot->setBackground(ground);
    for (QCPAxis *axis : {plot->xAxis, plot->yAxis}) {
        axis->setBasePen(QPen(line));
        axis->setTickPen(axis == plot->xAxis ? QPen(line) : QPen(Qt::NoPen));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(text);
        axis->setLabelColor(text);
        axis->setTickLabelFont(plot->font());
        axis->setLabelFont(plot->font());
        axis->grid()->setPen(QPen(line, 1, Qt::DotLine));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
}

void TimelinePlot::Private::drawSpans()
{
    // One line per lane and look; gaps by NaN. Thousands of spans are still one graph.
    QHash<std::pair<QString, bool>, QCPGraph *> graphs;
    int names = 0;
    for (const TimelineData::Span &span : data.spans()) {
        QCPGraph *&graph = graphs[{span.lane, span.running}];
        QColor ink = theme::colour(span.meaning);
        if (!graph) {
            graph = plot->addGraph();
            ink.setAlphaF(span.meaning == theme::Meaning::Timer ? 0.45F : 0.28F);
            graph->setPen(QPen(ink, span.meaning == theme::Meaning::Timer ? 6 : 16,
                               span.running && span.meaning == theme::Meaning::Timer ? Qt::DotLine : Qt::SolidLine, Qt::FlatCap));
            graph->setSelectable(QCP::stNone);
        }
        const double height = heights.value(span.lane);
        graph->addData(span.from, height);
        graph->addData(span.to, height);
        graph->addData(span.to, std::numeric_limits<double>::quiet_NaN());
        if (span.meaning == theme::Meaning::Timer || ++names > MostStateNames)
            continue;
        auto *name = new QCPItemText(plot);
        name->setText(span.text);
        name->setFont(plot->font());
        name->setColor(theme::colour(span.meaning));
        name->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        name->setPadding({4, 0, 0, 0});
        name->position->setCoords(span.from, height);
        name->setSelectable(false);
        // A name that has no room is left to the table.
        const double room = plot->xAxis->coordToPixel(span.to) - plot->xAxis->coordToPixel(span.from);
        name->setVisible(room > QFontMetrics(plot->font()).horizontalAdvance(span.text) + 8);
    }
}

void TimelinePlot::Private::drawPoints()
{
    QHash<std::pair<int, int>, QCPGraph *> graphs;
    for (const TimelineData::Point &point : data.points()) {
        QCPGraph *&graph = graphs[{int(point.shape), int(point.meaning)}];
        if (!graph) {
            graph = plot->addGraph();
            graph->setLineStyle(QCPGraph::lsNone);
            graph->setScatterStyle(scatterOf(point.shape, theme::colour(point.meaning), ground));
            graph->setSelectable(QCP::stNone);
        }
        graph->addData(point.at, heights.value(point.lane));
    }
}

void TimelinePlot::Private::drawSelected()
{
    const diag::Flow *flow = store.flow(selection.intent());
    const diag::LadderRow *row = store.row(selection.intent(), selection.row());
    if (!flow || !row)
        return;
    auto *line = new QCPItemStraightLine(plot);
    const double at = double((row->at - flow->firstAt).count()) / 1e6;
    line->point1->setCoords(at, 0);
    line->point2->setCoords(at, 1);
    line->setPen(QPen(theme::colour(theme::Meaning::Selected), 1.4));
    line->setSelectable(false);
}

void TimelinePlot::Private::draw(bool wholeRange)
{
    plot->clearGraphs();
    plot->clearItems();
    const QStringList lanes = data.lanes();
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    heights.clear();
    for (qsizetype i = 0; i < lanes.size(); ++i) {
        heights.insert(lanes[i], double(-i));
        ticker->addTick(double(-i), lanes[i]);
    }
    plot->yAxis->setTicker(ticker);
    plot->yAxis->setRange(-double(lanes.size()) + 0.4, 0.6);
    if (wholeRange) {
        const double end = std::max(data.end(), 0.001);
        plot->xAxis->setRange(-end * 0.02, end * 1.03);
    }
    plot->setMinimumHeight(int(double(lanes.size()) * LaneHeight) + 48);
    plot->replot(QCustomPlot::rpImmediateRefresh); // margins first: the room of names depends on them
    drawSpans();
    drawPoints();
    drawSelected();
    plot->replot(QCustomPlot::rpQueuedReplot);
}

quint64 TimelinePlot::Private::nearest(QPointF position) const
{
    double best = ClickReach * ClickReach;
    quint64 seq = 0;
    for (const TimelineData::Point &point : data.points()) {
        const double x = plot->xAxis->coordToPixel(point.at) - position.x();
        const double y = plot->yAxis->coordToPixel(heights.value(point.lane)) - position.y();
        if (const double distance = x * x + y * y; distance < best) {
            best = distance;
            seq = point.seq;
        }
    }
    if (seq)
        return seq;
    const double at = plot->xAxis->pixelToCoord(position.x());
    for (const TimelineData::Span &span : data.spans()) {
        const double y = plot->yAxis->coordToPixel(heights.value(span.lane)) - position.y();
        if (at >= span.from && at <= span.to && std::abs(y) < ClickReach)
            seq = span.seq;
    }
    return seq;
}

TimelinePlot::TimelinePlot(FlowStore &store, Selection &selection, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(store, selection))
{
    setObjectName(QStringLiteral("timelinePlot"));
    setAccessibleName(tr("Timeline"));
    d->plot = new QCustomPlot(this);
    d->plot->setObjectName(QStringLiteral("timeline"));
    d->plot->setAccessibleName(tr("Timeline picture"));
    d->plot->setAccessibleDescription(tr("The same numbers are in the table."));
    d->plot->xAxis->setLabel(tr("seconds since the first row"));
    d->plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    d->plot->axisRect()->setRangeDrag(Qt::Horizontal);
    d->plot->axisRect()->setRangeZoom(Qt::Horizontal);
    d->plot->setNoAntialiasingOnDrag(true);

    d->tableView = new QTableView;
    d->tableView->setObjectName(QStringLiteral("timelineTable"));
    d->tableView->setAccessibleName(tr("Timeline table"));
    d->tableView->setModel(&d->table);
    d->tableView->setSelectionBehavior(QAbstractItemView::SelectRows);
    d->tableView->setShowGrid(false);
    d->tableView->setAlternatingRowColors(true);
    d->tableView->setFrameShape(QFrame::NoFrame);
    d->tableView->verticalHeader()->hide();
    d->tableView->horizontalHeader()->setStretchLastSection(true);
    d->pages = new QStackedWidget;
    auto *scroller = new QScrollArea; // many lanes are scrolled; they do not push the window over the edge of the screen
    scroller->setFrameShape(QFrame::NoFrame);
    scroller->setWidgetResizable(true);
    scroller->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroller->setFocusPolicy(Qt::NoFocus);
    scroller->setWidget(d->plot);
    d->pages->addWidget(scroller);
    d->pages->addWidget(d->tableView);

    auto *legend = new QLabel(tr("\u25b2 sent   \u25cb received   \u25a1 local   \u25c6 timer fired   \u2501 timer armed"));
    legend->setForegroundRole(QPalette::PlaceholderText);
    auto *whole = new QToolButton;
    whole->setText(tr("Whole time"));
    whole->setAutoRaise(true);
    auto *asTable = new QToolButton;
    asTable->setObjectName(QStringLiteral("timelineTableButton"));
    asTable->setText(tr("Table"));
    asTable->setCheckable(true);
    asTable->setAutoRaise(true);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(10, 4, 8, 4);
    bar->addWidget(legend, 1);
    bar->addWidget(whole);
    bar->addWidget(asTable);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(d->pages, 1);

    connect(asTable, &QToolButton::toggled, this, [this](bool on) {
        if (on)
            d->table.refresh();
        d->pages->setCurrentIndex(on ? 1 : 0);
    });
    connect(whole, &QToolButton::clicked, this, [this] { d->draw(true); });
    connect(d->plot, &QCustomPlot::mousePress, this, [this](QMouseEvent *event) {
        if (const quint64 seq = d->nearest(event->position()))
            d->selection.setRow(seq);
    });
    connect(d->tableView->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            d->selection.setRow(current.data(SeqRole).toULongLong());
    });
    const auto begin = [this] {
        d->data.clear();
        refresh();
    };
    connect(&selection, &Selection::intentChanged, this, begin);
    connect(&store, &FlowStore::cleared, this, begin);
    connect(&selection, &Selection::rowChanged, this, [this] { d->soon.start(); });
    connect(&store, &FlowStore::flowChanged, this, [this](sip::IntentId intent) {
        if (intent == d->selection.intent() && !d->soon.isActive())
            d->soon.start();
    });
    d->soon.setSingleShot(true);
    d->soon.setInterval(120);
    connect(&d->soon, &QTimer::timeout, this, &TimelinePlot::refresh);
    d->restyle(palette());
    refresh();
}

TimelinePlot::~TimelinePlot() = default;

void TimelinePlot::refresh()
{
    // A timeline nobody looks at costs nothing; showEvent() makes up for it.
    if (!isVisible())
        return;
    bool isNew = false;
    if (const diag::Flow *flow = d->store.flow(d->selection.intent()); flow && d->selection.intent())
        isNew = d->data.take(*flow);
    if (isNew || d->data.points().isEmpty())
        d->table.refresh();
    d->draw(isNew || d->data.points().isEmpty());
}

void TimelinePlot::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void TimelinePlot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (d->plot && (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)) {
        d->restyle(palette());
        d->draw(false);
    }
}

} // namespace ui
