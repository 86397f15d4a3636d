// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/path_window.h"
#include "probes/sweep_window.h"
#include "shell/main_window_p.h"
#include "shell/probe_host.h"

#include <QMenu>

namespace ui {

// The tools that send many requests to learn one thing.

namespace {

void bringUp(QDialog *window)
{
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace

void MainWindow::Private::buildToolsMenu(QMenu *menu)
{
    menu->setToolTipsVisible(true);
    add(menu, tr("&MTU sweep..."), QKeySequence(QStringLiteral("Ctrl+M")), [this] {
        showSweep();
    })->setToolTip(tr("From which size on requests are lost, and why"));
    add(menu, tr("&Path of a request..."), QKeySequence(QStringLiteral("Ctrl+P")), [this] {
        showPath();
    })->setToolTip(tr("The proxies on the way, by counting Max-Forwards up"));
}

/// Made when it is first asked for.
ProbeHost *MainWindow::Private::probeHost()
{
    if (!probes)
        probes = new ProbeHost(q);
    return probes;
}

void MainWindow::Private::showSweep()
{
    if (!sweepWindow) {
        sweepWindow = new SweepWindow(q);
        connect(sweepWindow, &SweepWindow::startRequested, probeHost(), &ProbeHost::startSweep);
        connect(sweepWindow, &SweepWindow::stopRequested, probeHost(), &ProbeHost::stopSweep);
        connect(probeHost(), &ProbeHost::sweepMoved, sweepWindow, &SweepWindow::setReport);
        connect(sweepWindow, &SweepWindow::cureChosen, q, [this](const sip::ComposedRequest &request, const QString &label) {
            compose(request, tr("One change against lost sizes: %1").arg(label));
            sweepWindow->setComposed(request);
        });
    }
    sweepWindow->setComposed(state.request());
    bringUp(sweepWindow);
}

void MainWindow::Private::showPath()
{
    if (!pathWindow) {
        pathWindow = new PathWindow(q);
        connect(pathWindow, &PathWindow::startRequested, probeHost(), &ProbeHost::startTrace);
        connect(pathWindow, &PathWindow::stopRequested, probeHost(), &ProbeHost::stopTrace);
        connect(probeHost(), &ProbeHost::traceMoved, pathWindow, &PathWindow::setReport);
    }
    pathWindow->setComposed(state.request());
    bringUp(pathWindow);
}

} // namespace ui
