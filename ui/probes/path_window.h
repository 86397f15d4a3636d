// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/path_trace.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QSpinBox;

namespace ui {

class PathPicture;
class ProbeRequestFields;
class ProbeTable;

/// The path of a request: what to send, the hops as a picture and as a table, and what the path comes to. Sends nothing itself.
class PathWindow : public QDialog {
    Q_OBJECT
public:
    explicit PathWindow(QWidget *parent = nullptr);

    void setComposed(const sip::ComposedRequest &request); ///< as it stands in the composer
    void setReport(const diag::PathReport &report);
    diag::PathTraceSettings settings() const; ///< without a request, when there is none to send
    const diag::PathReport &report() const { return m_report; }
    void exportTo(const QString &path); ///< Markdown, or JSON when it ends with .json

signals:
    void startRequested(const diag::PathTraceSettings &settings);
    void stopRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void start();
    void showState();
    void chooseAndExport();

    ProbeRequestFields *m_request;
    QSpinBox *m_last;
    QPushButton *m_start, *m_stop, *m_export;
    PathPicture *m_picture;
    ProbeTable *m_table;
    QLabel *m_findings;
    diag::PathReport m_report;
    bool m_running = false;
};

} // namespace ui
