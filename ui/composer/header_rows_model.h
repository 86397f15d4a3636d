// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composer/composer_state.h"

#include <QAbstractTableModel>

namespace ui {

/// The header rows of the composer: first the user's, editable, then those that are filled in when sending, grey and read-only.
/// The check box in front says whether a row is sent.
class HeaderRowsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Value, ColumnCount };

    explicit HeaderRowsModel(ComposerState &state, QObject *parent = nullptr);
    int ownRows() const { return int(m_own.size()); } ///< rows beyond are filled in

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        sip::ComposedRow row;
        bool broken = false, filled = false;
        friend bool operator==(const Row &, const Row &) = default;
    };
    void takeState();
    const Row &at(int row) const { return row < m_own.size() ? m_own[row] : m_filled[row - m_own.size()]; }

    ComposerState &m_state;
    QList<Row> m_own, m_filled;
};

} // namespace ui
