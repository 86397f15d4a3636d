// SPDX-License-Identifier: GPL-3.0-or-later
#include "ladder/ladder_painter.h"

#include "ladder/ladder_shapes.h"
#include "models/roles.h"
#include "models/row_text.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPainter>

#include <cmath>

namespace ui {

using theme::Meaning;

/// One visible row on its way through the painter. Coordinates of the viewport.
struct LadderPainter::Row {
    const diag::LadderRow *it = nullptr;
    int index = 0;
    QRect rect;
    QColor ink, ground;
    bool selected = false;
};

/// Where text goes on: from x to end.
struct LadderPainter::Line {
    qreal x = 0, end = 0, baseline = 0;
    QColor ground; ///< painted under the text where lanes would shine through; invalid: nothing
};

namespace {

QColor mixed(const QColor &a, const QColor &b, double part)
{
    const auto channel = [part](int from, int to) { return qRound(from + (to - from) * part); };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

QFont scaled(QFont font, qreal factor, QFont::Weight weight)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}

bool isMessage(const diag::LadderRow &row)
{
    return row.kind == diag::RowKind::Request || row.kind == diag::RowKind::Response;
}

// The badge says "copy 2/11" already.
QString detailWithoutCopy(const diag::LadderRow &row)
{
    if (row.send < 2 || row.planned < 2)
        return row.detail;
    const qsizetype comma = row.detail.indexOf(QLatin1String(", "));
    return comma < 0 ? QString() : row.detail.mid(comma + 2);
}

shapes::Mark markOf(const diag::LadderRow &row)
{
    using diag::RowKind;
    switch (row.kind) {
    case RowKind::Timer: return shapes::Mark::Clock;
    case RowKind::Auth: return shapes::Mark::Key;
    case RowKind::Dns:
    case RowKind::Tcp:
    case RowKind::Tls:
    case RowKind::Ws: return shapes::Mark::Plug;
    case RowKind::Local: return shapes::Mark::Hollow;
    case RowKind::Request:
    case RowKind::Response:
    case RowKind::Note: break;
    }
    const auto *note = row.event ? row.event->as<sip::Note>() : nullptr;
    return note && note->level == sip::Note::Level::Warning ? shapes::Mark::Warning : shapes::Mark::Dot;
}

QColor inkOf(const diag::LadderRow &row)
{
    if (markOf(row) == shapes::Mark::Warning && row.kind == diag::RowKind::Note)
        return theme::colour(Meaning::Warning);
    return theme::colour(row.minor ? Meaning::Muted : theme::meaningOf(row));
}

} // namespace

LadderPainter::LadderPainter(qreal zoom)
{
    setZoom(zoom);
}

void LadderPainter::setZoom(qreal zoom)
{
    m_zoom = zoom;
    const QFont base = QGuiApplication::font();
    m_strong = std::make_unique<TextCache>(scaled(base, zoom, QFont::DemiBold));
    m_plain = std::make_unique<TextCache>(scaled(base, zoom * 0.95, QFont::Normal));
    m_small = std::make_unique<TextCache>(scaled(base, zoom * 0.82, QFont::Medium));
    m_mono = std::make_unique<TextCache>(scaled(theme::monospace(), zoom * 0.92, QFont::Normal));
}

QColor LadderPainter::ground(const QPalette &palette, bool odd, bool selected, bool hovered)
{
    const QColor base = palette.color(odd ? QPalette::AlternateBase : QPalette::Base);
    if (selected)
        return mixed(base, palette.color(QPalette::Active, QPalette::Highlight), 0.11);
    return hovered ? mixed(base, palette.color(QPalette::Active, QPalette::Highlight), 0.05) : base;
}

void LadderPainter::paint(QPainter &painter, const Frame &frame, const QRect &clip)
{
    const LadderGeometry &g = frame.geometry;
    const int head = g.metrics().headHeight, height = g.metrics().rowHeight;
    const int width = g.contentWidth();

    const LadderGeometry::Rows rows = g.visibleRows(frame.scroll.y());
    QList<Row> shown;
    shown.reserve(rows.last - rows.first + 1);
    for (int index = rows.first; index <= rows.last; ++index) {
        Row row;
        row.it = frame.model->rowAt(index);
        row.index = index;
        row.rect = QRect(-frame.scroll.x(), head + g.rowTop(index) - frame.scroll.y(), width, height);
        if (!row.it || row.rect.bottom() < clip.top() || row.rect.top() > clip.bottom())
            continue;
        row.selected = row.it->seq == frame.selected && frame.selected != 0;
        row.ground = ground(frame.palette, index % 2, row.selected, index == frame.hovered);
        row.ink = inkOf(*row.it);
        shown.append(row);
    }
    // Every pixel of the ground once: filling is half of the work.
    for (const Row &row : std::as_const(shown))
        paintGround(painter, frame, row);
    const int below = shown.isEmpty() ? head : shown.last().rect.bottom() + 1;
    painter.fillRect(clip.intersected(QRect(clip.left(), below, clip.width(), clip.bottom() + 1)),
                     frame.palette.color(QPalette::Base));
    paintLanes(painter, frame, head, clip.bottom() + 1);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Row &row : std::as_const(shown)) {
        if (isMessage(*row.it) || row.it->toLane >= 0)
            paintArrow(painter, frame, row);
        else
            paintMark(painter, frame, row);
    }
    // The columns on the left stay when the lanes scroll sideways.
    for (const Row &row : std::as_const(shown))
        paintGutter(painter, frame, row);
    if (clip.top() < head)
        paintHeads(painter, frame);
}

void LadderPainter::paintGround(QPainter &painter, const Frame &frame, const Row &row) const
{
    painter.fillRect(row.rect, row.ground);
    if (!row.selected)
        return;
    const QColor accent = theme::colour(Meaning::Selected);
    painter.fillRect(QRect(0, row.rect.top(), 3, row.rect.height()), accent);
    if (frame.focused) {
        painter.fillRect(QRect(0, row.rect.top(), row.rect.width(), 1), accent);
        painter.fillRect(QRect(0, row.rect.bottom(), row.rect.width(), 1), accent);
    }
}

void LadderPainter::paintLanes(QPainter &painter, const Frame &frame, int top, int bottom) const
{
    const QColor lane = mixed(frame.palette.color(QPalette::Base), theme::colour(Meaning::Lane), 0.35);
    for (int i = 0; i < frame.geometry.laneCount(); ++i)
        painter.fillRect(QRect(frame.geometry.laneX(i) - frame.scroll.x() - 1, top, 2, bottom - top), lane);
}

void LadderPainter::paintGutter(QPainter &painter, const Frame &frame, const Row &row)
{
    const LadderGeometry::Metrics &m = frame.geometry.metrics();
    const QRect column(row.selected ? 3 : 0, row.rect.top(), m.gutter + m.fold + m.attempt, row.rect.height());
    if (frame.scroll.x() > 0)
        painter.fillRect(column.adjusted(0, row.selected && frame.focused ? 1 : 0, 0, row.selected && frame.focused ? -1 : 0),
                         row.ground);
    const qreal baseline = row.rect.top() + (row.rect.height() - m_mono->height()) / 2 + m_mono->ascent();
    painter.setPen(theme::colour(Meaning::Muted));
    painter.setFont(m_mono->font());
    const QString time = frame.model->timeText(row.index);
    const qreal room = m.gutter - 12;
    m_mono->draw(painter, time, std::max(8.0, m.gutter - 4 - m_mono->width(time)), baseline, room);

    if (frame.model->resendsUnder(row.index) > 0)
        shapes::foldTriangle(painter, QPointF(m.gutter + m.fold / 2.0 + 1, row.rect.center().y() + 0.5), 8 * m_zoom,
                             frame.model->isFolded(row.it->seq), theme::colour(Meaning::Muted));

    const diag::LadderRow *before = frame.model->rowAt(row.index - 1);
    const quint32 attempt = row.it->context.attempt;
    if (attempt != 0 && (!before || before->context.attempt != attempt)) {
        painter.setFont(m_small->font());
        painter.setPen(theme::colour(Meaning::Muted));
        m_small->draw(painter, u'#' + QString::number(attempt), m.gutter + m.fold + 2,
                      row.rect.top() + (row.rect.height() - m_small->height()) / 2 + m_small->ascent(), m.attempt + 8);
    }
}

void LadderPainter::text(QPainter &painter, Line &line, TextCache &cache, const QColor &ink, const QString &words)
{
    const qreal room = line.end - line.x;
    if (words.isEmpty() || room < 24 * m_zoom)
        return;
    if (line.ground.isValid()) {
        const qreal width = std::min(room, cache.width(words));
        painter.fillRect(QRectF(line.x - 2, line.baseline - cache.ascent(), width + 4, cache.height()), line.ground);
    }
    painter.setFont(cache.font());
    painter.setPen(ink);
    line.x += cache.draw(painter, words, line.x, line.baseline, room) + 8 * m_zoom;
}

void LadderPainter::tag(QPainter &painter, Line &line, const QColor &ink, const QString &words, bool filled)
{
    const qreal pad = 6 * m_zoom;
    const qreal width = m_small->width(words) + 2 * pad;
    if (line.end - line.x < width)
        return;
    const qreal height = std::round(m_small->height() + 2 * m_zoom);
    // On the line's x-height, so that the small text sits on the same baseline as the large.
    const QRectF box(line.x + 0.5, std::round(line.baseline - m_small->ascent() - m_zoom) + 0.5, std::round(width), height - 1);
    QColor fill = ink;
    fill.setAlphaF(filled ? 0.12F : 0.0F);
    if (line.ground.isValid())
        painter.fillRect(box, line.ground);
    shapes::roundBox(painter, box, height / 2, ink, filled ? Qt::SolidLine : Qt::DashLine, fill);
    painter.setFont(m_small->font());
    painter.setPen(ink);
    m_small->draw(painter, words, line.x + pad + 0.5, line.baseline, width);
    line.x += width + 8 * m_zoom;
}

void LadderPainter::words(QPainter &painter, const Frame &frame, const Row &row, Line &line)
{
    const diag::LadderRow &it = *row.it;
    const QColor muted = theme::colour(Meaning::Muted);
    text(painter, line, it.minor ? *m_plain : *m_strong, row.ink, it.label);
    if (it.send > 0 && it.planned > 1)
        tag(painter, line, row.ink, QStringLiteral("%1/%2").arg(it.send).arg(it.planned), true);
    if (const int under = frame.model->resendsUnder(row.index); under > 0 && frame.model->isFolded(it.seq))
        tag(painter, line, muted, QCoreApplication::translate("ui::Ladder", "+ %n resends", nullptr, under), true);
    if (const QString fate = fateText(it.fate); !fate.isEmpty())
        tag(painter, line, theme::colour(Meaning::Warning), fate, false);
    text(painter, line, *m_plain, muted, detailWithoutCopy(it));
}

void LadderPainter::paintArrow(QPainter &painter, const Frame &frame, const Row &row)
{
    const diag::LadderRow &it = *row.it;
    const LadderGeometry &g = frame.geometry;
    const qreal from = g.laneX(it.fromLane) - frame.scroll.x() + 0.5;
    const bool hasEnd = it.toLane >= 0 && it.toLane != it.fromLane;
    const qreal to = hasEnd ? g.laneX(it.toLane) - frame.scroll.x() + 0.5 : from + 90 * m_zoom;
    const qreal y = row.rect.bottom() - std::round(8 * m_zoom) + 0.5;
    const qreal gap = to > from ? 3 : -3; // clear of the lanes' own lines

    using Fate = sip::MessageReceived::Fate;
    shapes::Head head = it.kind == diag::RowKind::Request ? shapes::Head::Filled : shapes::Head::Open;
    Qt::PenStyle style = Qt::SolidLine;
    if (!isMessage(it)) {
        head = it.cause != sip::LocalCause::None ? shapes::Head::Cross : shapes::Head::Square;
        style = Qt::DotLine;
    } else if (it.fate == Fate::Dropped || it.fate == Fate::Stray) {
        head = shapes::Head::Cross;
        style = Qt::DashLine;
    } else if (it.foldsInto != 0 || it.fate == Fate::Copy || it.fate == Fate::Late) {
        style = Qt::DashLine;
    }
    shapes::arrow(painter, head, QPointF(from + gap, y), QPointF(to - gap, y), 9 * m_zoom, style, row.ink);

    Line line;
    line.x = std::min(from, to) + 14 * m_zoom;
    line.end = std::max(from, to) - 14 * m_zoom;
    line.baseline = row.rect.top() + std::round(5 * m_zoom + m_strong->ascent());
    if (g.laneCount() > 2)
        line.ground = row.ground;
    words(painter, frame, row, line);
}

void LadderPainter::paintMark(QPainter &painter, const Frame &frame, const Row &row)
{
    const diag::LadderRow &it = *row.it;
    const LadderGeometry &g = frame.geometry;
    const qreal x = g.laneX(it.fromLane) - frame.scroll.x();
    const QPointF centre(x, row.rect.top() + row.rect.height() / 2.0);
    if (g.laneCount() > 0)
        shapes::mark(painter, markOf(it), centre, 7 * m_zoom, row.ink, row.ground);

    Line line;
    line.x = x + 16 * m_zoom;
    line.end = row.rect.right() - 12;
    line.baseline = row.rect.top() + (row.rect.height() - m_strong->height()) / 2 + m_strong->ascent();
    line.ground = row.ground;
    if (it.kind != diag::RowKind::Local) {
        words(painter, frame, row, line);
        return;
    }
    // A status of our own making: hollow and dashed, with its cause inside, so that nobody takes it for a received one.
    const QString cause =
        it.cause == sip::LocalCause::None
            ? QCoreApplication::translate("ui::Ladder", "local")
            : QCoreApplication::translate("ui::Ladder", "local, %1").arg(QString::fromLatin1(sip::causeName(it.cause)));
    const qreal pad = 11 * m_zoom;
    const qreal room = line.end - line.x - 2 * pad;
    const qreal label = std::min(room, m_strong->width(it.label));
    const qreal withCause = label + 10 * m_zoom + m_small->width(cause);
    const bool causeFits = withCause <= room;
    const QRectF pill(std::round(line.x) + 0.5, row.rect.top() + std::round(4 * m_zoom) + 0.5,
                      std::round((causeFits ? withCause : label) + 2 * pad), row.rect.height() - 2 * std::round(4 * m_zoom) - 1);
    painter.setPen(QPen(row.ink, 1.4, Qt::DashLine));
    painter.setBrush(row.ground);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setFont(m_strong->font());
    painter.setPen(row.ink);
    m_strong->draw(painter, it.label, line.x + pad, line.baseline, room);
    if (causeFits) {
        painter.setFont(m_small->font());
        m_small->draw(painter, cause, line.x + pad + label + 10 * m_zoom, line.baseline, room);
    }
    line.x = pill.right() + 10 * m_zoom;
    text(painter, line, *m_plain, theme::colour(Meaning::Muted), it.detail);
}

void LadderPainter::paintHeads(QPainter &painter, const Frame &frame)
{
    const LadderGeometry &g = frame.geometry;
    const LadderGeometry::Metrics &m = g.metrics();
    const QRect band(0, 0, g.contentWidth(), m.headHeight);
    const QColor ground = frame.palette.color(QPalette::Base), line = frame.palette.color(QPalette::Mid);
    painter.fillRect(band, ground);
    painter.fillRect(QRect(0, m.headHeight - 1, band.width(), 1), line);
    const diag::Flow *flow = frame.model->flow();
    for (int lane = 0; flow && lane < g.laneCount() && lane < flow->lanes.size(); ++lane) {
        const diag::Lane &it = flow->lanes[lane];
        const QString address = QString::fromLatin1(it.endpoint.port ? it.endpoint.text() : it.endpoint.hostText());
        const QString name = !it.alias.isEmpty() ? it.alias
                             : it.ours           ? QCoreApplication::translate("ui::Ladder", "This computer")
                                                 : QCoreApplication::translate("ui::Ladder", "Peer");
        const qreal most = std::min(m.laneDistance - 16.0, 2.0 * m.margin - 8);
        const qreal pad = 12 * m_zoom;
        const qreal inside = std::min(most - 2 * pad, std::max(m_strong->width(name), m_mono->width(address)));
        const qreal x = g.laneX(lane) - frame.scroll.x();
        const QRectF box(std::round(x - inside / 2 - pad) + 0.5, 6 * m_zoom, std::round(inside + 2 * pad),
                         m.headHeight - 12 * m_zoom);
        const QColor ink = theme::colour(it.ours ? Meaning::Request : Meaning::Lane);
        shapes::roundBox(painter, box, 6, mixed(ground, ink, 0.55), Qt::SolidLine, mixed(ground, ink, 0.07));
        const qreal top = box.top() + (box.height() - m_strong->height() - m_mono->height()) / 2;
        painter.setPen(frame.palette.color(QPalette::Text));
        painter.setFont(m_strong->font());
        m_strong->draw(painter, name, x - std::min(inside, m_strong->width(name)) / 2, top + m_strong->ascent(), inside);
        painter.setPen(theme::colour(Meaning::Muted));
        painter.setFont(m_mono->font());
        m_mono->draw(painter, address, x - std::min(inside, m_mono->width(address)) / 2,
                     top + m_strong->height() + m_mono->ascent(), inside);
    }
    if (frame.scroll.x() > 0)
        painter.fillRect(QRect(0, 0, m.gutter + m.fold, m.headHeight - 1), ground);
    painter.setFont(m_small->font());
    painter.setPen(theme::colour(Meaning::Muted));
    const QString title = frame.model->headerData(int(LadderColumn::Time), Qt::Horizontal, Qt::DisplayRole).toString();
    m_small->draw(painter, title, std::max(8.0, m.gutter - 4 - m_small->width(title)), m.headHeight - 10 * m_zoom, m.gutter);
}

} // namespace ui
