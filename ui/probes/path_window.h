// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/path_trace.h"
#include "probes/probe_window.h"

class QSpinBox;

namespace ui {

class PathPicture;
class ProbeTable;

/// The path of a request: what to send, the hops as a picture and as a table, and what the path comes to. Sends nothing itself.
class PathWindow : public ProbeWindow {
    Q_OBJECT
public:
    explicit PathWindow(QWidget *parent = nullptr);

    void setComposed(const sip::ComposedRequest &request); ///< as it stands in the composer
    void setReport(const diag::PathReport &report);
    diag::PathTraceSettings settings() const; ///< without a request, when there is none to send
    const diag::PathReport &report() const { return m_report; }

signals:
    void startRequested(const diag::PathTraceSettings &settings);

private:
    void start() override;
    void showState() override;
    Export exports() const override;
    QByteArray reportFor(const QString &path) const override; ///< Markdown, or JSON when it ends with .json

    QSpinBox *m_last;
    PathPicture *m_picture;
    ProbeTable *m_table;
    diag::PathReport m_report;
};

} // namespace ui
