// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QPushButton;

namespace ui {

class ProbeRequestFields;

/// What the windows of probes have in common: the request, Start, Stop and Export, and what it came to in words. Sends nothing
/// itself. Escape and closing the window end what runs.
class ProbeWindow : public QDialog {
    Q_OBJECT
public:
    /// \param usual  size; smaller where the screen is
    ProbeWindow(const QString &title, const QSize &usual, QWidget *parent);

    void exportTo(const QString &path); ///< by its ending; a box says why it cannot be written

signals:
    void stopRequested();

protected:
    /// For the dialog that asks for the name of the report.
    struct Export {
        QString name;  ///< proposed
        QString kinds; ///< as QFileDialog takes them
    };
    virtual void start() = 0;
    virtual void showState() = 0; ///< what can be pressed
    virtual Export exports() const = 0;
    virtual QByteArray reportFor(const QString &path) const = 0; ///< in the form that its ending names
    /// \param report  there is one
    void showRunning(bool canStart, bool report);
    void showFindings(const QString &text);

    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    ProbeRequestFields *m_request;
    QPushButton *m_start, *m_stop, *m_export;
    QLabel *m_findings;
    bool m_running = false;
};

} // namespace ui
