// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ladder_model.h"

#include "models/roles.h"
#include "models/row_text.h"
#include "models/theme.h"

#include <QBrush>

#include <algorithm>

namespace ui {

// Rows are remembered by position since the start of the flow, which stays right when the flow drops its oldest rows.
using Position = quint32;

struct LadderModel::Private {
    explicit Private(FlowStore &s) : store(s) {}

    FlowStore &store;
    sip::IntentId intent = 0;
    QList<Position> visible;                 ///< ascending
    Position taken = 0;                      ///< rows before this one were looked at
    QHash<quint64, QList<Position>> resends; ///< by seq of the first copy
    QSet<quint64> foldedOtherwise;           ///< first copies that differ from allFolded
    bool allFolded = false;
    bool minor = false;
    quint32 hiddenKinds = 0; ///< one bit each
    TimeMode timeMode = TimeMode::SinceFirst;
    QList<diag::Lane> lanes; ///< as last told to views

    const diag::Flow *flow() const { return intent ? store.flow(intent) : nullptr; }
    bool isFolded(quint64 firstCopy) const { return allFolded != foldedOtherwise.contains(firstCopy); }
    bool isVisible(const diag::LadderRow &row) const
    {
        if ((row.minor && !minor) || (hiddenKinds >> unsigned(row.kind) & 1U))
            return false;
        return row.foldsInto == 0 || !isFolded(row.foldsInto);
    }
    const diag::LadderRow *at(Position position) const
    {
        const diag::Flow *it = flow();
        if (!it || position < it->droppedRows || position - it->droppedRows >= quint64(it->rows.size()))
            return nullptr;
        return &it->rows[qsizetype(position - it->droppedRows)];
    }
    /// Looks at the rows that came since the last call; \return the first copies that got a resend.
    QSet<quint64> takeNew(QList<Position> &shown)
    {
        QSet<quint64> touched;
        const diag::Flow *it = flow();
        if (!it)
            return touched;
        taken = std::max(taken, Position(it->droppedRows));
        const Position end = Position(it->droppedRows + quint64(it->rows.size()));
        for (; taken < end; ++taken) {
            const diag::LadderRow &row = it->rows[qsizetype(taken - it->droppedRows)];
            if (row.foldsInto) {
                resends[row.foldsInto].append(taken);
                touched.insert(row.foldsInto);
            }
            if (isVisible(row))
                shown.append(taken);
        }
        return touched;
    }
    void start()
    {
        visible.clear();
        resends.clear();
        taken = 0;
        takeNew(visible);
    }
};

LadderModel::LadderModel(FlowStore &store, QObject *parent) : QAbstractTableModel(parent), d(std::make_shared<Private>(store))
{
    connect(&store, &FlowStore::flowChanged, this, [this](sip::IntentId intent) {
        if (intent == d->intent)
            takeChange();
    });
    connect(&store, &FlowStore::cleared, this, [this] { setIntent(0); });
}

void LadderModel::setIntent(sip::IntentId intent)
{
    beginResetModel();
    d->intent = intent;
    d->foldedOtherwise.clear();
    d->start();
    d->lanes = d->flow() ? d->flow()->lanes : QList<diag::Lane>();
    endResetModel();
    emit lanesChanged();
}

void LadderModel::takeChange()
{
    const diag::Flow *it = d->flow();
    if (!it)
        return;
    // The flow dropped its oldest rows: so do we.
    const auto kept = std::lower_bound(d->visible.cbegin(), d->visible.cend(), Position(it->droppedRows));
    if (const auto gone = int(kept - d->visible.cbegin())) {
        beginRemoveRows({}, 0, gone - 1);
        d->visible.remove(0, gone);
        endRemoveRows();
    }
    QList<Position> shown;
    const QSet<quint64> touched = d->takeNew(shown);
    if (!shown.isEmpty()) {
        const int first = int(d->visible.size());
        beginInsertRows({}, first, first + int(shown.size()) - 1);
        d->visible += shown;
        endInsertRows();
    }
    for (const quint64 firstCopy : touched) {
        if (const int row = visibleRowOf(firstCopy); row >= 0)
            emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
    const auto same = [](const diag::Lane &a, const diag::Lane &b) { return a.endpoint == b.endpoint && a.alias == b.alias; };
    if (!std::equal(d->lanes.cbegin(), d->lanes.cend(), it->lanes.cbegin(), it->lanes.cend(), same)) {
        d->lanes = it->lanes;
        emit lanesChanged();
    }
}

const diag::Flow *LadderModel::flow() const
{
    return d->flow();
}

const diag::LadderRow *LadderModel::rowAt(int visibleRow) const
{
    return visibleRow >= 0 && visibleRow < d->visible.size() ? d->at(d->visible[visibleRow]) : nullptr;
}

int LadderModel::visibleRowOf(quint64 seq) const
{
    const auto found = std::lower_bound(d->visible.cbegin(), d->visible.cend(), seq, [this](Position position, quint64 wanted) {
        const diag::LadderRow *row = d->at(position);
        return !row || row->seq < wanted;
    });
    if (found == d->visible.cend() || d->at(*found)->seq != seq)
        return -1;
    return int(found - d->visible.cbegin());
}

int LadderModel::resendsUnder(int visibleRow) const
{
    const diag::LadderRow *row = rowAt(visibleRow);
    return row ? int(d->resends.value(row->seq).size()) : 0;
}

LadderModel::TimeMode LadderModel::timeMode() const
{
    return d->timeMode;
}

void LadderModel::setTimeMode(TimeMode mode)
{
    if (mode == d->timeMode)
        return;
    d->timeMode = mode;
    if (rowCount() > 0)
        emit dataChanged(index(0, int(LadderColumn::Time)), index(rowCount() - 1, int(LadderColumn::Time)), {Qt::DisplayRole});
}

QString LadderModel::timeText(int visibleRow) const
{
    const diag::LadderRow *row = rowAt(visibleRow);
    if (!row)
        return {};
    switch (d->timeMode) {
    case TimeMode::Absolute: return clockText(row->wallUs);
    case TimeMode::Delta: {
        const diag::LadderRow *before = rowAt(visibleRow - 1);
        return before ? u'+' + spanText(row->at - before->at) : QStringLiteral("0");
    }
    case TimeMode::SinceFirst: return QString::number(double((row->at - flow()->firstAt).count()) / 1e6, 'f', 3);
    }
    return {};
}

bool LadderModel::showsMinor() const
{
    return d->minor;
}

void LadderModel::setShowsMinor(bool on)
{
    if (on == d->minor)
        return;
    d->minor = on;
    restart();
}

bool LadderModel::showsKind(diag::RowKind kind) const
{
    return !(d->hiddenKinds >> unsigned(kind) & 1U);
}

void LadderModel::setShowsKind(diag::RowKind kind, bool on)
{
    if (on == showsKind(kind))
        return;
    d->hiddenKinds ^= 1U << unsigned(kind);
    restart();
}

bool LadderModel::isFolded(quint64 firstCopySeq) const
{
    return d->isFolded(firstCopySeq);
}

void LadderModel::setFolded(quint64 firstCopySeq, bool folded)
{
    if (folded == d->isFolded(firstCopySeq))
        return;
    if (folded == d->allFolded)
        d->foldedOtherwise.remove(firstCopySeq);
    else
        d->foldedOtherwise.insert(firstCopySeq);
    // A handful of rows at most: one by one, so that views keep their place.
    for (const Position position : d->resends.value(firstCopySeq)) {
        const auto place = std::lower_bound(d->visible.begin(), d->visible.end(), position);
        const int row = int(place - d->visible.begin());
        const bool shown = place != d->visible.end() && *place == position;
        const diag::LadderRow *it = d->at(position);
        const bool wanted = it && d->isVisible(*it);
        if (shown && !wanted) {
            beginRemoveRows({}, row, row);
            d->visible.removeAt(row);
            endRemoveRows();
        } else if (!shown && wanted) {
            beginInsertRows({}, row, row);
            d->visible.insert(row, position);
            endInsertRows();
        }
    }
    if (const int row = visibleRowOf(firstCopySeq); row >= 0)
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void LadderModel::setAllFolded(bool folded)
{
    d->allFolded = folded;
    d->foldedOtherwise.clear();
    restart();
}

void LadderModel::restart()
{
    beginResetModel();
    d->start();
    endResetModel();
}

int LadderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(d->visible.size());
}

int LadderModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(LadderColumn::Count);
}

QVariant LadderModel::data(const QModelIndex &index, int role) const
{
    const diag::LadderRow *row = rowAt(index.row());
    if (!row || !index.isValid())
        return {};
    const auto column = LadderColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case LadderColumn::Time: return timeText(index.row());
        case LadderColumn::From: return laneText(*flow(), row->fromLane);
        case LadderColumn::To: return laneText(*flow(), row->toLane);
        case LadderColumn::What: return whatText(index.row(), *row);
        case LadderColumn::Detail: return row->detail;
        case LadderColumn::Count: break;
        }
        return {};
    case Qt::ToolTipRole: return rowSentence(*flow(), *row);
    case Qt::AccessibleTextRole: return column == LadderColumn::What ? rowSentence(*flow(), *row) : data(index, Qt::DisplayRole);
    case Qt::ForegroundRole:
        if (column == LadderColumn::What)
            return QBrush(theme::colour(theme::meaningOf(*row)));
        if (column != LadderColumn::Detail)
            return QBrush(theme::colour(theme::Meaning::Muted));
        return {};
    case Qt::TextAlignmentRole: return int((column == LadderColumn::Time ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SeqRole: return row->seq;
    case IntentRole: return row->context.intent;
    default: return {};
    }
}

QString LadderModel::whatText(int visibleRow, const diag::LadderRow &row) const
{
    QString text = row.label;
    if (const int under = resendsUnder(visibleRow); under > 0 && isFolded(row.seq))
        text += tr("  + %n resend(s)", nullptr, under);
    if (const QString fate = fateText(row.fate); !fate.isEmpty())
        text += QStringLiteral("  (%1)").arg(fate);
    if (row.cause != sip::LocalCause::None)
        text += tr("  (local)");
    return text;
}

QVariant LadderModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (LadderColumn(section)) {
    case LadderColumn::Time:
        switch (d->timeMode) {
        case TimeMode::Absolute: return tr("Time");
        case TimeMode::Delta: return tr("Since last");
        case TimeMode::SinceFirst: return tr("Seconds");
        }
        return {};
    case LadderColumn::From: return tr("From");
    case LadderColumn::To: return tr("To");
    case LadderColumn::What: return tr("What");
    case LadderColumn::Detail: return tr("Detail");
    case LadderColumn::Count: break;
    }
    return {};
}

} // namespace ui
