// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/probe_window.h"

#include "probes/probe_request_fields.h"

#include <QCloseEvent>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QScreen>

namespace ui {

ProbeWindow::ProbeWindow(const QString &title, const QSize &usual, QWidget *parent)
    : QDialog(parent), m_request(new ProbeRequestFields(this)), m_start(new QPushButton(tr("Start"))),
      m_stop(new QPushButton(tr("Stop"))), m_export(new QPushButton(tr("Export report..."))), m_findings(new QLabel)
{
    setWindowTitle(title);
    constexpr QSize frame(24, 64); // the window manager's, about
    resize(usual.boundedTo(screen()->availableSize() - frame));
    m_start->setDefault(true);
    m_stop->setAutoDefault(false);
    m_export->setAutoDefault(false);
    m_findings->setWordWrap(true);
    m_findings->setTextFormat(Qt::PlainText);
    m_findings->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    connect(m_start, &QPushButton::clicked, this, [this] { start(); });
    connect(m_stop, &QPushButton::clicked, this, &ProbeWindow::stopRequested);
    connect(m_request, &ProbeRequestFields::changed, this, [this] { showState(); });
    connect(m_export, &QPushButton::clicked, this, [this] {
        const Export what = exports();
        const QString path = QFileDialog::getSaveFileName(this, tr("Export report"), what.name, what.kinds);
        if (!path.isEmpty())
            exportTo(path);
    });
}

void ProbeWindow::exportTo(const QString &path)
{
    QSaveFile file(path);
    const QByteArray bytes = reportFor(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        QMessageBox::warning(this, windowTitle(), tr("%1 cannot be written: %2").arg(path, file.errorString()));
}

void ProbeWindow::showRunning(bool canStart, bool report)
{
    m_start->setEnabled(!m_running && canStart);
    m_stop->setEnabled(m_running);
    m_export->setEnabled(!m_running && report);
}

void ProbeWindow::showFindings(const QString &text)
{
    m_findings->setText(text);
    m_findings->setAccessibleName(text);
}

void ProbeWindow::keyPressEvent(QKeyEvent *event)
{
    // Escape ends what runs, before it closes the window.
    if (event->key() == Qt::Key_Escape && m_running)
        emit stopRequested();
    else
        QDialog::keyPressEvent(event);
}

void ProbeWindow::closeEvent(QCloseEvent *event)
{
    if (m_running)
        emit stopRequested();
    QDialog::closeEvent(event);
}

} // namespace ui
