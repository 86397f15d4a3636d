// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/probe_table.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace ui {

ProbeTable::ProbeTable(QStringList headings, QObject *parent) : QAbstractTableModel(parent), m_headings(std::move(headings)) {}

void ProbeTable::setRows(const QList<Row> &rows)
{
    if (rows == m_rows)
        return;
    // Sizes are tried in no order: most of the time rows come in between.
    const bool grows = rows.size() > m_rows.size() && rows.first(m_rows.size()) == m_rows;
    if (grows) {
        beginInsertRows({}, int(m_rows.size()), int(rows.size()) - 1);
        m_rows = rows;
        endInsertRows();
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int ProbeTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ProbeTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_headings.size());
}

QVariant ProbeTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return row.cells.value(index.column());
    case Qt::ToolTipRole: return row.more.isEmpty() ? QVariant() : row.more;
    case Qt::ForegroundRole: return row.meaning == theme::Meaning::Muted ? QVariant() : theme::colour(row.meaning);
    default: return {};
    }
}

QVariant ProbeTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? m_headings.value(section) : QVariant();
}

QTableView *ProbeTable::makeView(const QString &objectName, const QString &accessibleName)
{
    auto *view = new QTableView;
    view->setObjectName(objectName);
    view->setAccessibleName(accessibleName);
    view->setModel(this);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setTabKeyNavigation(false); // Tab goes on to what comes next
    view->setShowGrid(false);
    view->setAlternatingRowColors(true);
    view->setWordWrap(false);
    view->verticalHeader()->hide();
    view->horizontalHeader()->setStretchLastSection(true);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const auto fit = [view] {
        view->resizeColumnsToContents();
        QHeaderView *const header = view->horizontalHeader();
        const int last = header->count() - 1, room = view->viewport()->width() - header->sectionPosition(last);
        header->resizeSection(last, std::max(header->sectionSize(last), room));
    };
    connect(this, &QAbstractItemModel::modelReset, view, fit);
    connect(this, &QAbstractItemModel::rowsInserted, view, fit);
    fit();
    return view;
}

} // namespace ui
