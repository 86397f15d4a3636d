// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composer/header_rows_model.h"

#include <QWidget>

class QTableView;
class QToolButton;

namespace ui {

/// The table of header rows with its buttons: add, remove, up, down, duplicate; the check box mutes.
class HeaderRowsEditor : public QWidget {
    Q_OBJECT
public:
    explicit HeaderRowsEditor(ComposerState &state, QWidget *parent = nullptr);

private:
    int currentRow() const; ///< of the user's rows; -1: none
    void select(int row, int column = HeaderRowsModel::Name);
    void add();
    void remove();
    void move(int by);
    void duplicate();
    void showPossible();

    ComposerState &m_state;
    HeaderRowsModel m_model;
    QTableView *m_table;
    QToolButton *m_remove, *m_up, *m_down, *m_duplicate;
};

} // namespace ui
