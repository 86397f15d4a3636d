// SPDX-License-Identifier: GPL-3.0-or-later
#include "ladder/ladder_geometry.h"

#include <algorithm>

namespace ui {

LadderGeometry::Metrics LadderGeometry::Metrics::at(qreal zoom)
{
    const Metrics one;
    const auto scaled = [zoom](int value) { return std::max(1, qRound(value * zoom)); };
    Metrics m;
    m.rowHeight = scaled(one.rowHeight);
    m.headHeight = scaled(one.headHeight);
    m.gutter = scaled(one.gutter);
    m.fold = scaled(one.fold);
    m.attempt = scaled(one.attempt);
    m.margin = scaled(one.margin);
    m.laneDistance = scaled(one.laneDistance);
    return m;
}

LadderGeometry::LadderGeometry(const Metrics &metrics, QSize viewport, int rows, const QList<diag::Lane> &lanes)
    : m_metrics(metrics), m_viewport(viewport), m_rows(rows), m_place(lanes.size())
{
    int next = 0;
    for (const bool ours : {true, false}) {
        for (qsizetype lane = 0; lane < lanes.size(); ++lane) {
            if (lanes[lane].ours == ours)
                m_place[lane] = next++;
        }
    }
    m_firstX = metrics.gutter + metrics.fold + metrics.attempt + metrics.margin;
    const int gaps = std::max(1, int(lanes.size()) - 1);
    m_distance = std::max(metrics.laneDistance, (viewport.width() - m_firstX - metrics.margin) / gaps);
}

int LadderGeometry::contentWidth() const
{
    const int gaps = std::max(0, laneCount() - 1);
    return std::max(m_viewport.width(), m_firstX + gaps * m_distance + m_metrics.margin);
}

int LadderGeometry::contentHeight() const
{
    return m_rows * m_metrics.rowHeight;
}

int LadderGeometry::bodyHeight() const
{
    return std::max(0, m_viewport.height() - m_metrics.headHeight);
}

int LadderGeometry::maxScrollX() const
{
    return std::max(0, contentWidth() - m_viewport.width());
}

int LadderGeometry::maxScrollY() const
{
    return std::max(0, contentHeight() - bodyHeight());
}

int LadderGeometry::laneX(int lane) const
{
    return lane >= 0 && lane < laneCount() ? m_firstX + m_place[lane] * m_distance : m_firstX;
}

LadderGeometry::Rows LadderGeometry::visibleRows(int scrollY) const
{
    if (m_rows == 0 || bodyHeight() == 0)
        return {};
    const int first = std::clamp(scrollY / m_metrics.rowHeight, 0, m_rows - 1);
    const int last = std::clamp((scrollY + bodyHeight() - 1) / m_metrics.rowHeight, 0, m_rows - 1);
    return {first, last};
}

LadderGeometry::Hit LadderGeometry::hit(QPoint position, QPoint scroll) const
{
    const int x = position.x() + scroll.x();
    if (position.y() < m_metrics.headHeight) {
        for (int lane = 0; lane < laneCount(); ++lane) {
            if (std::abs(x - laneX(lane)) < m_distance / 2)
                return {Part::Head, -1, lane};
        }
        return {};
    }
    const int row = (position.y() - m_metrics.headHeight + scroll.y()) / m_metrics.rowHeight;
    if (row < 0 || row >= m_rows)
        return {};
    // Gutter and fold column do not scroll sideways.
    if (position.x() < m_metrics.gutter)
        return {Part::Time, row, -1};
    if (position.x() < m_metrics.gutter + m_metrics.fold)
        return {Part::Fold, row, -1};
    return {Part::Row, row, -1};
}

int LadderGeometry::scrollToShow(int row, int scrollY) const
{
    const int top = rowTop(row), bottom = top + m_metrics.rowHeight;
    if (top < scrollY)
        return top;
    if (bottom > scrollY + bodyHeight())
        return std::min(maxScrollY(), bottom - bodyHeight());
    return scrollY;
}

} // namespace ui
