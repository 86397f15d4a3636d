// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/ladder.h"

#include <QPoint>
#include <QSize>

namespace ui {

/// Where everything of one ladder is, in pixels: rows all of one height, lanes spread over the width. Pure arithmetic, no widget;
/// every question costs the same whatever the number of rows. Content coordinates start below the heads, at the first row.
class LadderGeometry {
public:
    /// Sizes in pixels at one zoom.
    struct Metrics {
        int rowHeight = 36;
        int headHeight = 54;
        int gutter = 92;        ///< time column, left
        int fold = 18;          ///< fold column, right of the gutter
        int attempt = 30;       ///< attempt column, right of the fold column
        int margin = 72;        ///< from the columns to the first lane, from the last lane to the right edge
        int laneDistance = 260; ///< at least; less room: horizontal scrolling
        static Metrics at(qreal zoom);
    };
    struct Rows {
        int first = 0, last = -1; ///< last < first: none
        friend bool operator==(const Rows &, const Rows &) = default;
    };
    enum class Part { None, Head, Time, Fold, Row };
    struct Hit {
        Part part = Part::None;
        int row = -1;  ///< visible row
        int lane = -1; ///< index in Flow::lanes, heads only
        friend bool operator==(const Hit &, const Hit &) = default;
    };

    LadderGeometry() = default;
    LadderGeometry(const Metrics &metrics, QSize viewport, int rows, const QList<diag::Lane> &lanes);

    const Metrics &metrics() const { return m_metrics; }
    int rows() const { return m_rows; }
    int laneCount() const { return int(m_place.size()); }
    int contentWidth() const;  ///< at least the viewport's
    int contentHeight() const; ///< of all rows, without heads
    int bodyHeight() const;    ///< of the viewport below the heads
    int maxScrollX() const;
    int maxScrollY() const;

    int laneX(int lane) const; ///< content x of a lane's line; our own lanes stand left of all others
    int firstLaneX() const { return m_firstX; }
    int rowTop(int row) const { return row * m_metrics.rowHeight; }
    Rows visibleRows(int scrollY) const; ///< touching the viewport, cut to what exists
    /// \param position  in the viewport
    Hit hit(QPoint position, QPoint scroll) const;
    int scrollToShow(int row, int scrollY) const; ///< the nearest scroll value that shows the row in full

private:
    Metrics m_metrics;
    QSize m_viewport;
    int m_rows = 0;
    int m_firstX = 0, m_distance = 0;
    QList<int> m_place; ///< by lane: 0 leftmost
};

} // namespace ui
