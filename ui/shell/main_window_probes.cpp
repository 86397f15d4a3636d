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
    if (!sweep) {
        sweep = new SweepWindow(q);
        connect(sweep, &SweepWindow::startRequested, probeHost(), &ProbeHost::startSweep);
        connect(sweep, &SweepWindow::stopRequested, probeHost(), &ProbeHost::stopSweep);
        connect(probeHost(), &ProbeHost::sweepMoved, sweep, &SweepWindow::setReport);
    }
    sweep->setComposed(state.request());
    bringUp(sweep);
}

void MainWindow::Private::showPath()
{
    if (!path) {
        path = new PathWindow(q);
        connect(path, &PathWindow::startRequested, probeHost(), &ProbeHost::startTrace);
        connect(path, &PathWindow::stopRequested, probeHost(), &ProbeHost::stopTrace);
        connect(probeHost(), &ProbeHost::traceMoved, path, &PathWindow::setReport);
    }
    path->setComposed(state.request());
    bringUp(path);
}

} // namespace ui
