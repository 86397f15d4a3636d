// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/path_trace.h"

#include <QWidget>

namespace ui {

/// The hops of a path from left to right: us, each proxy with its name and its round trip, the target.
class PathPicture : public QWidget {
    Q_OBJECT
public:
    explicit PathPicture(QWidget *parent = nullptr);
    void setNodes(const QList<diag::PathNode> &nodes);
    const QList<diag::PathNode> &nodes() const { return m_nodes; }
    QRect boxOf(int node) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString textOf(const diag::PathNode &node) const; ///< all that is known, for tool tip and screen reader
    void paintNode(QPainter &painter, int node) const;
    void paintLine(QPainter &painter, int node) const; ///< to it, from the one before
    int boxWidth() const;

    QList<diag::PathNode> m_nodes;
};

} // namespace ui
