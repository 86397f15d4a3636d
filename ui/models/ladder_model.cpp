// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ladder_model.h"

#include "models/roles.h"
#include "models/row_text.h"
#include "models/theme.h"

#include <QBrush>

#include <algorithm>

namespace ui {

namespace {

using Rows = QList<diag::LadderRow>;

Rows::const_iterator rowFrom(const Rows &rows, quint64 seq) ///< the first with this or a later number
{
    return std::lower_bound(rows.cbegin(), rows.cend(), seq,
                            [](const diag::LadderRow &row, quint64 wanted) { return row.seq < wanted; });
}

} // namespace

// Rows are remembered by their number, which stays right when the flow lets rows go.
struct LadderModel::Private {
    explicit Private(FlowStore &s) : store(s) {}

    FlowStore &store;
    sip::IntentId intent = 0;
    QList<quint64> visible;                 ///< ascending
    quint64 taken = 0;                      ///< rows up to this one were looked at
    quint64 dropped = 0;                    ///< as the flow counted when rows were looked at
    QHash<quint64, QList<quint64>> resends; ///< by seq of the first copy
    QSet<quint64> foldedOtherwise;          ///< first copies that differ from allFolded
    bool allFolded = false;
    bool minor = false;
    quint32 hiddenKinds = 0;  ///< one bit each
    qsizetype hiddenRows = 0; ///< of these kinds, that would be there
    TimeMode timeMode = TimeMode::SinceFirst;
    QList<diag::Lane> lanes; ///< as last told to views

    const diag::Flow *flow() const { return intent ? store.flow(intent) : nullptr; }
    bool isFolded(quint64 firstCopy) const { return allFolded != foldedOtherwise.contains(firstCopy); }
    bool isOfFoldedKind(const diag::LadderRow &row) const { return (hiddenKinds >> unsigned(row.kind) & 1U) && !isTrouble(row); }
    bool isVisible(const diag::LadderRow &row) const
    {
        if ((row.minor && !minor) || isOfFoldedKind(row))
            return false;
        return row.foldsInto == 0 || !isFolded(row.foldsInto);
    }
    const diag::LadderRow *at(quint64 seq) const ///< nullptr: let go
    {
        const diag::Flow *it = flow();
        const auto found = it ? rowFrom(it->rows, seq) : Rows::const_iterator();
        return it && found != it->rows.cend() && found->seq == seq ? &*found : nullptr;
    }
    /// Looks at the rows that came since the last call; \return the first copies that got a resend.
    QSet<quint64> takeNew(QList<quint64> &shown)
    {
        QSet<quint64> touched;
        const diag::Flow *it = flow();
        if (!it)
            return touched;
        for (auto row = rowFrom(it->rows, taken + 1); row != it->rows.cend(); ++row) {
            taken = row->seq;
            if (row->foldsInto) {
                resends[row->foldsInto].append(row->seq);
                touched.insert(row->foldsInto);
            }
            if (isVisible(*row))
                shown.append(row->seq);
            else if (isOfFoldedKind(*row) && (!row->minor || minor))
                ++hiddenRows;
        }
        dropped = it->droppedRows;
        return touched;
    }
    void start()
    {
        visible.clear();
        resends.clear();
        taken = 0;
        hiddenRows = 0;
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
    emit hiddenRowsChanged();
}

void LadderModel::takeChange()
{
    const diag::Flow *it = d->flow();
    if (!it)
        return;
    if (it->droppedRows != d->dropped)
        letGo(*it);
    QList<quint64> shown;
    const qsizetype hiddenBefore = d->hiddenRows;
    const QSet<quint64> touched = d->takeNew(shown);
    if (d->hiddenRows != hiddenBefore)
        emit hiddenRowsChanged();
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

/// The flow let rows go: so do we, and show the row that counts them.
void LadderModel::letGo(const diag::Flow &flow)
{
    for (qsizetype end = d->visible.size(); end > 0;) {
        qsizetype begin = end;
        while (begin > 0 && !d->at(d->visible[begin - 1]))
            --begin;
        if (begin < end) {
            beginRemoveRows({}, int(begin), int(end) - 1);
            d->visible.remove(begin, end - begin);
            endRemoveRows();
        }
        end = begin - 1;
    }
    // The row that counts has the number of the last that went: it is no copy of anything.
    for (QList<quint64> &copies : d->resends)
        copies.removeIf([this](quint64 seq) {
            const diag::LadderRow *row = d->at(seq);
            return !row || row->gap;
        });
    d->resends.removeIf([](const auto &one) { return one.value().isEmpty(); });
    const auto counts = std::find_if(flow.rows.cbegin(), flow.rows.cend(), [](const diag::LadderRow &row) { return row.gap; });
    if (counts == flow.rows.cend() || counts->seq > d->taken || !d->isVisible(*counts))
        return;
    const auto place = std::lower_bound(d->visible.begin(), d->visible.end(), counts->seq);
    const int row = int(place - d->visible.begin());
    if (place != d->visible.end() && *place == counts->seq) {
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
        return;
    }
    beginInsertRows({}, row, row);
    d->visible.insert(row, counts->seq);
    endInsertRows();
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
    const auto found = std::lower_bound(d->visible.cbegin(), d->visible.cend(), seq);
    return found == d->visible.cend() || *found != seq ? -1 : int(found - d->visible.cbegin());
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
    case TimeMode::SinceFirst: return decimalText(double((row->at - flow()->firstAt).count()) / 1e6, 3);
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

qsizetype LadderModel::hiddenRows() const
{
    return d->hiddenRows;
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
    for (const quint64 seq : d->resends.value(firstCopySeq)) {
        const auto place = std::lower_bound(d->visible.begin(), d->visible.end(), seq);
        const int row = int(place - d->visible.begin());
        const bool shown = place != d->visible.end() && *place == seq;
        const diag::LadderRow *it = d->at(seq);
        const bool wanted = it && d->isVisible(*it);
        if (shown && !wanted) {
            beginRemoveRows({}, row, row);
            d->visible.removeAt(row);
            endRemoveRows();
        } else if (!shown && wanted) {
            beginInsertRows({}, row, row);
            d->visible.insert(row, seq);
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
    emit hiddenRowsChanged();
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
        text += tr("  + %n resends", nullptr, under);
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
