// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/theme.h"

#include <QAbstractTableModel>

class QTableView;

namespace ui {

/// Lines of text with a meaning: what a probe found, one row for each size or hop.
class ProbeTable : public QAbstractTableModel {
    Q_OBJECT
public:
    struct Row {
        QStringList cells;
        theme::Meaning meaning = theme::Meaning::Muted; ///< Muted: the usual colour
        QString more{};                                 ///< tool tip
        friend bool operator==(const Row &, const Row &) = default;
    };
    explicit ProbeTable(QStringList headings, QObject *parent = nullptr);
    void setRows(const QList<Row> &rows); ///< what is there already stays as it is: views keep their place

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// A view of it, as the tables of this program look.
    QTableView *makeView(const QString &objectName, const QString &accessibleName);

private:
    const QStringList m_headings;
    QList<Row> m_rows;
};

} // namespace ui
