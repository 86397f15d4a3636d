// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ladder_model.h"
#include "models/selection.h"

#include <QAbstractScrollArea>

namespace ui {

/// The painted ladder: lanes, time gutter, arrows. Paints only visible rows. Follows live until the user scrolls away from the
/// end.
class LadderView : public QAbstractScrollArea {
    Q_OBJECT
public:
    LadderView(LadderModel &model, Selection &selection, QWidget *parent = nullptr);
    ~LadderView() override;
    bool isFollowing() const;

public slots:
    void setFollowing(bool on);
    void zoomIn();
    void zoomOut();
    void resetZoom();

signals:
    void followingChanged(bool on);
    void rowActivated(quint64 seq); ///< double click or Enter

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override; ///< tool tips
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
