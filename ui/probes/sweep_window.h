// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/sweep.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace ui {

class ProbeRequestFields;
class ProbeTable;
class SweepChart;

/// The MTU sweep: what to send, the chart while it runs, every size in a table, and the findings. Sends nothing itself.
class SweepWindow : public QDialog {
    Q_OBJECT
public:
    explicit SweepWindow(QWidget *parent = nullptr);

    void setComposed(const sip::ComposedRequest &request);     ///< as it stands in the composer
    void setReport(const diag::SweepReport &report, int left); ///< \param left  requests still to come, at most
    diag::SweepSettings settings() const;                      ///< without a request, when there is none to send
    const diag::SweepReport &report() const { return m_report; }
    void exportTo(const QString &path); ///< Markdown, JSON or HTML, by its ending

signals:
    void startRequested(const diag::SweepSettings &settings);
    void stopRequested();
    void cureChosen(const sip::ComposedRequest &request, const QString &label); ///< for the composer

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void start();
    void showState();
    void showCures();
    void chooseAndExport();

    ProbeRequestFields *m_request;
    QSpinBox *m_from, *m_to, *m_step, *m_repeat;
    QCheckBox *m_halve, *m_udp, *m_tcp;
    QComboBox *m_padding;
    QPushButton *m_start, *m_stop, *m_export;
    QProgressBar *m_progress;
    SweepChart *m_chart;
    ProbeTable *m_table;
    QLabel *m_findings;
    QWidget *m_cures;
    sip::ComposedRequest m_composed;
    diag::SweepReport m_report;
    bool m_running = false;
};

} // namespace ui
