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
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void relayout(); ///< after rows, lanes, size or zoom changed; the same work for any number of rows
    void placeChip();
    void reveal(quint64 seq);
    void setZoom(qreal zoom);
    QPoint scrolled() const;
    void setHovered(int row);
    void moveTo(int row);
    void fold(bool folded);
    QString toolTipAt(QPoint position) const;
    void copyRow();
    void copyLadder(bool mermaid);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
