// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/flow_store.h"

#include <QAbstractTableModel>
#include <QSet>

namespace ui {

/// The rows of one flow that are shown now: folds and kinds applied. The painted ladder and the table twin use the same model.
class LadderModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class TimeMode { Absolute, Delta, SinceFirst };

    explicit LadderModel(FlowStore &store, QObject *parent = nullptr);

    void setIntent(sip::IntentId intent); ///< 0: none, no rows
    const diag::Flow *flow() const;
    const diag::LadderRow *rowAt(int visibleRow) const; ///< nullptr: out of range
    int visibleRowOf(quint64 seq) const;                ///< -1: hidden or unknown
    int resendsUnder(int visibleRow) const;             ///< resends folded into this first copy; 0: none

    TimeMode timeMode() const;
    void setTimeMode(TimeMode mode);
    QString timeText(int visibleRow) const; ///< by the time mode
    bool showsMinor() const;                ///< timer starts and stops, state changes
    void setShowsMinor(bool on);
    bool showsKind(diag::RowKind kind) const;
    void setShowsKind(diag::RowKind kind, bool on); ///< off: its rows are folded away, but for trouble on the way
    qsizetype hiddenRows() const;                   ///< folded away by their kind
    bool isFolded(quint64 firstCopySeq) const;
    void setFolded(quint64 firstCopySeq, bool folded);
    void setAllFolded(bool folded);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void lanesChanged();
    void hiddenRowsChanged();

private:
    void takeChange(); ///< work by what came, never by what is there
    void letGo(const diag::Flow &flow);
    void restart();
    QString whatText(int visibleRow, const diag::LadderRow &row) const;

    struct Private;
    std::shared_ptr<Private> d;
};

} // namespace ui
