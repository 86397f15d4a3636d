// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ladder_model.h"
#include "models/selection.h"

#include <QTableView>

namespace ui {

/// The ladder as a table: the same model, for screen readers and for those who like tables.
class LadderTable : public QTableView {
    Q_OBJECT
public:
    LadderTable(LadderModel &model, Selection &selection, QWidget *parent = nullptr);

signals:
    void rowActivated(quint64 seq);

private:
    void showSelected();

    LadderModel &m_model;
    Selection &m_selection;
};

} // namespace ui
