// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history_model.h"

#include "models/roles.h"
#include "models/row_text.h"
#include "models/theme.h"

#include <QBrush>

namespace ui {

namespace {

theme::Meaning resultMeaning(const diag::Flow &flow)
{
    if (!flow.finished)
        return theme::Meaning::Muted;
    diag::LadderRow row;
    row.kind = diag::RowKind::Response;
    row.origin = flow.origin();
    row.status = flow.status;
    return theme::meaningOf(row);
}

// From the first send to the final status; copies that come later do not count.
QString durationText(const diag::Flow &flow)
{
    if (!flow.finished || flow.rows.isEmpty())
        return {};
    sip::Instant begin = flow.rows.constFirst().at, end = flow.rows.constLast().at;
    if (!flow.attempts.isEmpty()) {
        if (const sip::Instant sent = flow.attempts.constFirst().firstSentAt; sent.count() > 0)
            begin = sent;
        if (const sip::Instant final = flow.attempts.constLast().finalAt; final.count() > 0)
            end = final;
    }
    return spanText(end - begin);
}

} // namespace

HistoryModel::HistoryModel(FlowStore &store, QObject *parent)
    : QAbstractTableModel(parent), m_store(store), m_intents(store.intents())
{
    connect(&store, &FlowStore::intentAdded, this, [this](sip::IntentId intent) {
        beginInsertRows({}, 0, 0);
        m_intents.append(intent);
        endInsertRows();
    });
    connect(&store, &FlowStore::flowChanged, this, [this](sip::IntentId intent) {
        if (const int row = rowOf(intent); row >= 0)
            emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    });
    connect(&store, &FlowStore::cleared, this, [this] {
        beginResetModel();
        m_intents.clear();
        endResetModel();
    });
}

sip::IntentId HistoryModel::intentAt(int row) const
{
    return row >= 0 && row < m_intents.size() ? m_intents[m_intents.size() - 1 - row] : 0;
}

int HistoryModel::rowOf(sip::IntentId intent) const
{
    // From the end: what changes is nearly always among the newest.
    const qsizetype place = m_intents.lastIndexOf(intent);
    return place < 0 ? -1 : int(m_intents.size() - 1 - place);
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_intents.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(HistoryColumn::Count);
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    const sip::IntentId intent = intentAt(index.row());
    const diag::Flow *flow = index.isValid() ? m_store.flow(intent) : nullptr;
    if (!flow)
        return {};
    const auto column = HistoryColumn(index.column());
    if (role == IntentRole)
        return intent;
    if (role == Qt::ForegroundRole && column == HistoryColumn::Result)
        return QBrush(theme::colour(resultMeaning(*flow)));
    if (role == Qt::TextAlignmentRole && (column == HistoryColumn::Number || column == HistoryColumn::Duration))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};

    const QString request = QString::fromUtf8(flow->method + ' ' + flow->target);
    switch (column) {
    case HistoryColumn::Number: return m_intents.size() - index.row();
    case HistoryColumn::Request: return role == Qt::ToolTipRole || flow->name.isEmpty() ? request : flow->name;
    case HistoryColumn::Result: {
        if (!flow->finished)
            return tr("running");
        if (flow->status == 0)
            return tr("no result");
        const QString result = QStringLiteral("%1 %2").arg(flow->status).arg(QString::fromUtf8(flow->reason));
        return flow->origin() == diag::Origin::Local ? tr("%1 (local)").arg(result) : result;
    }
    case HistoryColumn::Duration: return durationText(*flow);
    case HistoryColumn::Count: break;
    }
    return {};
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (HistoryColumn(section)) {
    case HistoryColumn::Number: return tr("No.");
    case HistoryColumn::Request: return tr("Request");
    case HistoryColumn::Result: return tr("Result");
    case HistoryColumn::Duration: return tr("Duration");
    case HistoryColumn::Count: break;
    }
    return {};
}

} // namespace ui
