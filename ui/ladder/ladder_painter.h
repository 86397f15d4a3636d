// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ladder/ladder_geometry.h"
#include "ladder/text_cache.h"
#include "models/ladder_model.h"
#include "models/theme.h"

#include <QPalette>

#include <memory>

class QPainter;

namespace ui {

/// Paints the visible part of a ladder on any paint device: the view, a picture for export, a test.
class LadderPainter {
public:
    struct Frame {
        const LadderModel *model = nullptr;
        LadderGeometry geometry;
        QPoint scroll;
        QPalette palette;
        quint64 selected = 0; ///< seq; 0: none
        int hovered = -1;     ///< visible row; -1: none
        bool focused = false;
    };

    explicit LadderPainter(qreal zoom = 1);
    void setZoom(qreal zoom);
    void paint(QPainter &painter, const Frame &frame, const QRect &clip);

    /// What is under a row's text. Text of every meaning keeps 4.5:1 on it.
    static QColor ground(const QPalette &palette, bool odd, bool selected, bool hovered);

private:
    struct Row;
    struct Line;
    void paintLanes(QPainter &painter, const Frame &frame, int top, int bottom) const;
    void paintHeads(QPainter &painter, const Frame &frame);
    void paintGround(QPainter &painter, const Frame &frame, const Row &row) const;
    void paintGutter(QPainter &painter, const Frame &frame, const Row &row);
    void paintArrow(QPainter &painter, const Frame &frame, const Row &row);
    void paintMark(QPainter &painter, const Frame &frame, const Row &row);
    void text(QPainter &painter, Line &line, TextCache &cache, const QColor &ink, const QString &words);
    void tag(QPainter &painter, Line &line, const QColor &ink, const QString &words, bool filled);
    void words(QPainter &painter, const Frame &frame, const Row &row, Line &line);

    qreal m_zoom = 1;
    std::unique_ptr<TextCache> m_strong, m_plain, m_small, m_mono;
};

} // namespace ui
