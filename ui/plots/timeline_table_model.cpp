// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/timeline_table_model.h"

#include "models/roles.h"
#include "models/row_text.h"

namespace ui {

TimelineTableModel::TimelineTableModel(const TimelineData &data, QObject *parent) : QAbstractTableModel(parent), m_data(data) {}

void TimelineTableModel::refresh()
{
    beginResetModel();
    m_points = int(m_data.points().size());
    m_spans = int(m_data.spans().size());
    endResetModel();
}

int TimelineTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_points + m_spans;
}

int TimelineTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant TimelineTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const bool isPoint = index.row() < m_points;
    const TimelineData::Point point = isPoint ? m_data.points()[index.row()] : TimelineData::Point();
    const TimelineData::Span span = isPoint ? TimelineData::Span() : m_data.spans()[index.row() - m_points];
    if (role == SeqRole)
        return isPoint ? point.seq : span.seq;
    if (role != Qt::DisplayRole)
        return {};
    const auto seconds = [](double at) { return decimalText(at, 3); };
    switch (Column(index.column())) {
    case Column::From: return seconds(isPoint ? point.at : span.from);
    case Column::To: return isPoint ? QString() : seconds(span.to);
    case Column::Lane: return isPoint ? point.lane : span.lane;
    case Column::What: return isPoint ? point.text : span.text;
    case Column::Count: break;
    }
    return {};
}

QVariant TimelineTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::From: return tr("Seconds");
    case Column::To: return tr("Until");
    case Column::Lane: return tr("Lane");
    case Column::What: return tr("What");
    case Column::Count: break;
    }
    return {};
}

} // namespace ui
