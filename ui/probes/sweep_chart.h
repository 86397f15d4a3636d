// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/sweep.h"

#include <QWidget>

class QCustomPlot;

namespace ui {

/// Size to the right, round trip upwards; what was lost stands at the bottom as a cross, the limit of each transport as a line.
class SweepChart : public QWidget {
    Q_OBJECT
public:
    explicit SweepChart(QWidget *parent = nullptr);
    void setReport(const diag::SweepReport &report);
    QStringList series() const; ///< names of what is drawn; a limit as "UDP 1300"

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    void draw();
    void drawSeries(const diag::SweepSeries &series);
    void drawLimit(const diag::SweepSeries &series, int line);

    QCustomPlot *m_plot;
    diag::SweepReport m_report;
    QStringList m_names;
};

} // namespace ui
