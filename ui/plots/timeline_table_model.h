// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plots/timeline_data.h"

#include <QAbstractTableModel>

namespace ui {

/// The numbers behind the timeline: every point, then every span.
class TimelineTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column { From, To, Lane, What, Count };

    explicit TimelineTableModel(const TimelineData &data, QObject *parent = nullptr);
    void refresh(); ///< after the data took rows

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const TimelineData &m_data;
    int m_points = 0, m_spans = 0; ///< as told to views
};

} // namespace ui
