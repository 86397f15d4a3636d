// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/header_rows_model.h"

#include "models/theme.h"

namespace ui {

HeaderRowsModel::HeaderRowsModel(ComposerState &state, QObject *parent) : QAbstractTableModel(parent), m_state(state)
{
    connect(&m_state, &ComposerState::changed, this, &HeaderRowsModel::takeState);
    takeState();
}

void HeaderRowsModel::takeState()
{
    QList<Row> own, filled;
    for (const MessageText::Row &row : m_state.message().rows())
        own << Row{row.row, row.broken, false};
    for (const sip::ComposedRow &row : m_state.filledRows())
        filled << Row{row, false, true};
    const QList<Row> before = m_own + m_filled, after = own + filled;
    // Only what differs is announced, so that the selected row and an open editor survive a change elsewhere.
    qsizetype head = 0, tail = 0;
    while (head < before.size() && head < after.size() && before[head] == after[head])
        ++head;
    while (tail < before.size() - head && tail < after.size() - head &&
           before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    const int more = int(after.size() - before.size());
    const auto assign = [&] {
        m_own = own;
        m_filled = filled;
    };
    if (more > 0) {
        beginInsertRows({}, int(head), int(head) + more - 1);
        assign();
        endInsertRows();
    } else if (more < 0) {
        beginRemoveRows({}, int(head), int(head) - more - 1);
        assign();
        endRemoveRows();
    } else {
        assign();
    }
    const int last = int(after.size() - tail) - 1;
    if (int(head) <= last)
        emit dataChanged(index(int(head), 0), index(last, ColumnCount - 1));
}

int HeaderRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_own.size() + m_filled.size());
}

int HeaderRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant HeaderRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return QString::fromUtf8(index.column() == Name ? row.row.name : row.row.value);
    case Qt::CheckStateRole:
        if (index.column() == Name && !row.filled)
            return row.row.muted || row.broken ? Qt::Unchecked : Qt::Checked;
        return {};
    case Qt::ForegroundRole:
        if (row.broken)
            return theme::colour(theme::Meaning::Error);
        return row.filled || row.row.muted ? QVariant(theme::colour(theme::Meaning::Muted)) : QVariant();
    case Qt::FontRole: {
        QFont font = theme::monospace();
        font.setItalic(row.filled);
        font.setStrikeOut(row.row.muted);
        return font;
    }
    case Qt::ToolTipRole:
        if (row.broken)
            return tr("Not a header row: no name and colon. Left out unless the message is sent exactly as typed.");
        if (row.filled)
            return tr("Filled in when sending. Add a row of this name to send your own.");
        return row.row.muted ? tr("Kept, but not sent.") : QString::fromUtf8(row.row.name + ": " + row.row.value);
    case Qt::AccessibleDescriptionRole:
        return row.filled ? tr("filled in when sending") : row.row.muted ? tr("not sent") : QString();
    default: return {};
    }
}

bool HeaderRowsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || index.row() >= ownRows())
        return false;
    if (role == Qt::CheckStateRole && index.column() == Name) {
        m_state.setMuted(index.row(), value.toInt() != Qt::Checked);
        return true;
    }
    if (role != Qt::EditRole)
        return false;
    sip::ComposedRow row = at(index.row()).row;
    (index.column() == Name ? row.name : row.value) = value.toString().trimmed().toUtf8();
    if (row.name.isEmpty())
        return false;
    m_state.setRow(index.row(), row);
    return true;
}

QVariant HeaderRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    return section == Name ? tr("Header") : tr("Value");
}

Qt::ItemFlags HeaderRowsModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.row() < ownRows()) {
        flags |= Qt::ItemIsEditable;
        if (index.column() == Name && !at(index.row()).broken)
            flags |= Qt::ItemIsUserCheckable;
    }
    return flags;
}

} // namespace ui
