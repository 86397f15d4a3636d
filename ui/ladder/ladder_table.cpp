// SPDX-License-Identifier: GPL-3.0-or-later
#include "ladder/ladder_table.h"

#include "models/roles.h"

#include <QHeaderView>

namespace ui {

LadderTable::LadderTable(LadderModel &model, Selection &selection, QWidget *parent)
    : QTableView(parent), m_model(model), m_selection(selection)
{
    setObjectName(QStringLiteral("ladderTable"));
    setAccessibleName(tr("Ladder table"));
    setModel(&model);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(28);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    const int em = fontMetrics().horizontalAdvance(u'0');
    setColumnWidth(int(LadderColumn::Time), 13 * em);
    setColumnWidth(int(LadderColumn::From), 17 * em);
    setColumnWidth(int(LadderColumn::To), 17 * em);
    setColumnWidth(int(LadderColumn::What), 36 * em);

    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            m_selection.setRow(current.data(SeqRole).toULongLong());
    });
    connect(this, &QTableView::activated, this,
            [this](const QModelIndex &index) { emit rowActivated(index.data(SeqRole).toULongLong()); });
    connect(&selection, &Selection::rowChanged, this, [this] { showSelected(); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { showSelected(); });
    connect(&model, &QAbstractItemModel::headerDataChanged, this, [this] { horizontalHeader()->viewport()->update(); });
}

void LadderTable::showSelected()
{
    const int row = m_model.visibleRowOf(m_selection.row());
    if (row == currentIndex().row())
        return;
    if (row < 0)
        selectionModel()->clear();
    else
        setCurrentIndex(m_model.index(row, int(LadderColumn::What)));
}

} // namespace ui
