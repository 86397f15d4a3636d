// SPDX-License-Identifier: GPL-3.0-or-later
#include "ladder/ladder_view.h"

#include "flow/flow_text.h"
#include "ladder/ladder_painter.h"
#include "models/row_text.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace ui {

struct LadderView::Private {
    Private(LadderModel &m, Selection &s) : model(m), selection(s) {}

    LadderModel &model;
    Selection &selection;
    LadderPainter painter;
    LadderGeometry geometry;
    qreal zoom = 1;
    int hovered = -1;
    bool following = true;
    bool moving = false; ///< the scroll bar is moved by us, not by the user
    QToolButton *chip = nullptr;
};

LadderView::LadderView(LadderModel &model, Selection &selection, QWidget *parent)
    : QAbstractScrollArea(parent), d(std::make_unique<Private>(model, selection))
{
    setAccessibleName(tr("Ladder"));
    setAccessibleDescription(tr("Everything that happened, one row each. The table beside it holds the same rows."));
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setFrameShape(QFrame::NoFrame);

    d->chip = new QToolButton(viewport());
    d->chip->setObjectName(QStringLiteral("followChip"));
    d->chip->setText(tr("\u2193 Follow"));
    d->chip->setAccessibleName(tr("Follow the newest row"));
    d->chip->setToolTip(tr("Go to the newest row and stay there (End)"));
    d->chip->setCursor(Qt::PointingHandCursor);
    d->chip->setAutoFillBackground(true);
    d->chip->hide();
    connect(d->chip, &QToolButton::clicked, this, [this] { setFollowing(true); });

    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        setFollowing(true);
        relayout();
    });
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this] { relayout(); });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
        // The oldest rows were dropped: what the user reads stays in its place.
        if (first == 0 && !d->following) {
            d->moving = true;
            verticalScrollBar()->setValue(verticalScrollBar()->value() - (last - first + 1) * d->geometry.metrics().rowHeight);
            d->moving = false;
        }
        relayout();
    });
    connect(&model, &QAbstractItemModel::dataChanged, this, [this] { viewport()->update(); });
    connect(&model, &LadderModel::lanesChanged, this, [this] { relayout(); });
    connect(&selection, &Selection::rowChanged, this, [this](quint64 seq) { reveal(seq); });
}

LadderView::~LadderView() = default;

bool LadderView::isFollowing() const
{
    return d->following;
}

void LadderView::setFollowing(bool on)
{
    const bool changed = on != d->following;
    d->following = on;
    if (on) {
        d->moving = true;
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        d->moving = false;
    }
    placeChip();
    if (changed)
        emit followingChanged(on);
}

void LadderView::relayout()
{
    const diag::Flow *flow = d->model.flow();
    d->geometry = LadderGeometry(LadderGeometry::Metrics::at(d->zoom), viewport()->size(), d->model.rowCount(),
                                 flow ? flow->lanes : QList<diag::Lane>());
    d->moving = true;
    verticalScrollBar()->setPageStep(std::max(1, d->geometry.bodyHeight()));
    verticalScrollBar()->setSingleStep(d->geometry.metrics().rowHeight);
    verticalScrollBar()->setRange(0, d->geometry.maxScrollY());
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(40);
    horizontalScrollBar()->setRange(0, d->geometry.maxScrollX());
    if (d->following)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    d->moving = false;
    placeChip();
    viewport()->update();
}

void LadderView::placeChip()
{
    d->chip->setVisible(!d->following && d->geometry.maxScrollY() > 0);
    d->chip->adjustSize();
    d->chip->move((viewport()->width() - d->chip->width()) / 2, viewport()->height() - d->chip->height() - 12);
}

void LadderView::reveal(quint64 seq)
{
    const int row = d->model.visibleRowOf(seq);
    if (row >= 0) {
        const int value = d->geometry.scrollToShow(row, verticalScrollBar()->value());
        if (value != verticalScrollBar()->value())
            verticalScrollBar()->setValue(value);
    }
    viewport()->update();
}

void LadderView::setZoom(qreal zoom)
{
    zoom = std::clamp(zoom, 0.6, 2.5);
    if (zoom == d->zoom)
        return;
    // The row at the top stays at the top.
    const int top = verticalScrollBar()->value() / std::max(1, d->geometry.metrics().rowHeight);
    d->zoom = zoom;
    d->painter.setZoom(zoom);
    relayout();
    if (!d->following) {
        d->moving = true;
        verticalScrollBar()->setValue(d->geometry.rowTop(top));
        d->moving = false;
    }
}

void LadderView::zoomIn()
{
    setZoom(d->zoom * 1.1);
}

void LadderView::zoomOut()
{
    setZoom(d->zoom / 1.1);
}

void LadderView::resetZoom()
{
    setZoom(1);
}

QPoint LadderView::scrolled() const
{
    return {horizontalScrollBar()->value(), verticalScrollBar()->value()};
}

void LadderView::paintEvent(QPaintEvent *event)
{
    LadderPainter::Frame frame;
    frame.model = &d->model;
    frame.geometry = d->geometry;
    frame.scroll = scrolled();
    frame.palette = palette();
    frame.selected = d->selection.row();
    frame.hovered = d->hovered;
    frame.focused = hasFocus();
    QPainter painter(viewport());
    d->painter.paint(painter, frame, event->rect());
}

void LadderView::resizeEvent(QResizeEvent *)
{
    relayout();
}

void LadderView::scrollContentsBy(int, int)
{
    if (!d->moving && verticalScrollBar()->maximum() > 0) {
        const bool atEnd = verticalScrollBar()->value() == verticalScrollBar()->maximum();
        if (atEnd != d->following)
            setFollowing(atEnd);
    }
    setHovered(-1);
    viewport()->update();
}

void LadderView::setHovered(int row)
{
    if (row == d->hovered)
        return;
    const int height = d->geometry.metrics().rowHeight;
    for (const int changed : {d->hovered, row}) {
        if (changed >= 0)
            viewport()->update(0, d->geometry.metrics().headHeight + d->geometry.rowTop(changed) - scrolled().y(),
                               viewport()->width(), height);
    }
    d->hovered = row;
}

void LadderView::mousePressEvent(QMouseEvent *event)
{
    const LadderGeometry::Hit hit = d->geometry.hit(event->position().toPoint(), scrolled());
    const diag::LadderRow *row = d->model.rowAt(hit.row);
    if (!row || event->button() == Qt::MiddleButton)
        return;
    const quint64 seq = row->seq;
    if (hit.part == LadderGeometry::Part::Fold && d->model.resendsUnder(hit.row) > 0)
        d->model.setFolded(seq, !d->model.isFolded(seq));
    d->selection.setRow(seq);
}

void LadderView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const LadderGeometry::Hit hit = d->geometry.hit(event->position().toPoint(), scrolled());
    if (const diag::LadderRow *row = d->model.rowAt(hit.row); row && hit.part != LadderGeometry::Part::Fold)
        emit rowActivated(row->seq);
}

void LadderView::moveTo(int row)
{
    row = std::clamp(row, 0, d->model.rowCount() - 1);
    if (const diag::LadderRow *it = d->model.rowAt(row)) {
        if (it->seq == d->selection.row())
            reveal(it->seq);
        d->selection.setRow(it->seq);
    }
}

void LadderView::fold(bool folded)
{
    const int row = d->model.visibleRowOf(d->selection.row());
    const diag::LadderRow *it = d->model.rowAt(row);
    if (!it)
        return;
    if (d->model.resendsUnder(row) > 0) {
        d->model.setFolded(it->seq, folded);
    } else if (folded && it->foldsInto != 0) {
        // From a resend, Left goes to what it repeats; a second Left folds.
        d->selection.setRow(it->foldsInto);
    }
}

void LadderView::keyPressEvent(QKeyEvent *event)
{
    const int last = d->model.rowCount() - 1;
    const int row = d->model.visibleRowOf(d->selection.row());
    const int page = std::max(1, d->geometry.bodyHeight() / d->geometry.metrics().rowHeight - 1);
    const int first = d->geometry.visibleRows(scrolled().y()).first;
    switch (event->key()) {
    case Qt::Key_Up: moveTo(row < 0 ? last : row - 1); return;
    case Qt::Key_Down: moveTo(row < 0 ? first : row + 1); return;
    case Qt::Key_PageUp: moveTo((row < 0 ? first : row) - page); return;
    case Qt::Key_PageDown: moveTo((row < 0 ? first : row) + page); return;
    case Qt::Key_Home: moveTo(0); return;
    case Qt::Key_End:
        moveTo(last);
        setFollowing(true);
        return;
    case Qt::Key_Left: fold(true); return;
    case Qt::Key_Right: fold(false); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (row >= 0)
            emit rowActivated(d->selection.row());
        return;
    default: break;
    }
    if (event->matches(QKeySequence::Copy))
        copyRow();
    else if (event->matches(QKeySequence::ZoomIn))
        zoomIn();
    else if (event->matches(QKeySequence::ZoomOut))
        zoomOut();
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void LadderView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        setZoom(d->zoom * std::pow(1.1, event->angleDelta().y() / 120.0));
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

bool LadderView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), viewport());
        return true;
    }
    case QEvent::MouseMove: {
        const LadderGeometry::Hit hit = d->geometry.hit(static_cast<QMouseEvent *>(event)->position().toPoint(), scrolled());
        setHovered(hit.row);
        const bool hand = hit.part == LadderGeometry::Part::Fold && d->model.resendsUnder(hit.row) > 0;
        viewport()->setCursor(hand ? Qt::PointingHandCursor : Qt::ArrowCursor);
        break;
    }
    case QEvent::Leave: setHovered(-1); break;
    default: break;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void LadderView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        d->painter.setZoom(d->zoom);
        relayout();
    }
    QAbstractScrollArea::changeEvent(event);
}

void LadderView::focusInEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusInEvent(event);
}

void LadderView::focusOutEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

QString LadderView::toolTipAt(QPoint position) const
{
    const LadderGeometry::Hit hit = d->geometry.hit(position, scrolled());
    const diag::Flow *flow = d->model.flow();
    if (!flow)
        return {};
    if (hit.part == LadderGeometry::Part::Head)
        return QString::fromLatin1(flow->lanes.value(hit.lane).endpoint.text());
    const diag::LadderRow *row = d->model.rowAt(hit.row);
    if (!row)
        return {};
    const QString when = tr("%1, %2 after the first row").arg(clockText(row->wallUs), spanText(row->at - flow->firstAt));
    return rowSentence(*flow, *row) + u'\n' + when;
}

void LadderView::copyRow()
{
    const diag::Flow *flow = d->model.flow();
    const diag::LadderRow *row = d->model.rowAt(d->model.visibleRowOf(d->selection.row()));
    if (flow && row)
        QGuiApplication::clipboard()->setText(diag::rowText(*flow, *row, {}));
}

void LadderView::copyLadder(bool mermaid)
{
    const diag::Flow *flow = d->model.flow();
    if (!flow)
        return;
    diag::TextOptions options;
    options.minor = d->model.showsMinor();
    QGuiApplication::clipboard()->setText(mermaid ? diag::flowMermaid(*flow) : diag::flowText(*flow, options));
}

void LadderView::contextMenuEvent(QContextMenuEvent *event)
{
    if (d->model.rowCount() == 0)
        return;
    const int row = d->model.visibleRowOf(d->selection.row());
    QMenu menu(this);
    menu.addAction(tr("&Copy row"), QKeySequence::Copy, this, [this] { copyRow(); })->setEnabled(row >= 0);
    diag::TextOptions options;
    options.minor = d->model.showsMinor();
    menu.addAction(tr("Copy ladder as &text"), this, [this] { copyLadder(false); });
    menu.addAction(tr("Copy ladder as &Mermaid"), this, [this] { copyLadder(true); });
    if (d->model.resendsUnder(row) > 0) {
        menu.addSeparator();
        const quint64 seq = d->selection.row();
        const bool folded = d->model.isFolded(seq);
        menu.addAction(folded ? tr("&Show resends") : tr("&Fold resends"), this,
                       [this, seq, folded] { d->model.setFolded(seq, !folded); });
    }
    menu.exec(event->globalPos());
}

} // namespace ui
