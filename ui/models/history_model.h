// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/flow_store.h"

#include <QAbstractTableModel>

namespace ui {

/// Intents of this run, newest first.
class HistoryModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit HistoryModel(FlowStore &store, QObject *parent = nullptr);
    sip::IntentId intentAt(int row) const; ///< 0: out of range
    int rowOf(sip::IntentId intent) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    FlowStore &m_store;
    QList<sip::IntentId> m_intents; ///< oldest first
};

} // namespace ui
