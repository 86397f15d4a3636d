// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/flow_store.h"
#include "models/selection.h"

#include <QWidget>

namespace ui {

/// Sends, timers, states and answers of one intent over time (QCustomPlot). A click selects the row. Numbers also as a table for
/// assistive technology.
class TimelinePlot : public QWidget {
    Q_OBJECT
public:
    TimelinePlot(FlowStore &store, Selection &selection, QWidget *parent = nullptr);
    ~TimelinePlot() override;

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
