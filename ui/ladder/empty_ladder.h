// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace ui {

/// What stands in the ladder's place while there is no row: a small picture and what to do.
class EmptyLadder : public QWidget {
    Q_OBJECT
public:
    explicit EmptyLadder(QWidget *parent = nullptr);
    void setKnown(bool known); ///< there is a flow, but none of its rows is shown

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_title, *m_hint;
};

} // namespace ui
