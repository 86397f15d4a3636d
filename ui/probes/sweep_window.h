// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/sweep.h"
#include "probes/probe_window.h"

class QCheckBox;
class QComboBox;
class QProgressBar;
class QSpinBox;

namespace ui {

class ProbeTable;
class SweepChart;

/// The MTU sweep: what to send, the chart while it runs, every size in a table, and the findings. Sends nothing itself.
class SweepWindow : public ProbeWindow {
    Q_OBJECT
public:
    explicit SweepWindow(QWidget *parent = nullptr);

    void setComposed(const sip::ComposedRequest &request);     ///< as it stands in the composer
    void setReport(const diag::SweepReport &report, int left); ///< \param left  requests still to come, at most
    diag::SweepSettings settings() const;                      ///< without a request, when there is none to send
    const diag::SweepReport &report() const { return m_report; }

signals:
    void startRequested(const diag::SweepSettings &settings);
    void cureChosen(const sip::ComposedRequest &request, const QString &label); ///< for the composer

private:
    void start() override;
    void showState() override;
    Export exports() const override;
    QByteArray reportFor(const QString &path) const override; ///< Markdown, JSON or HTML
    void showCures();

    QSpinBox *m_from, *m_to, *m_step, *m_repeat;
    QCheckBox *m_halve, *m_udp, *m_tcp;
    QComboBox *m_padding;
    QProgressBar *m_progress;
    SweepChart *m_chart;
    ProbeTable *m_table;
    QWidget *m_cures;
    sip::ComposedRequest m_composed;
    diag::SweepReport m_report;
};

} // namespace ui
