// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/main_window.h"

#include <QApplication>
#include <QStatusBar>

namespace ui {

struct MainWindow::Private {};

MainWindow::MainWindow(std::optional<theme::Mode> mode, QWidget *parent) : QMainWindow(parent), d(new Private)
{
    setWindowTitle(QStringLiteral("Viatrace"));
    theme::apply(*qobject_cast<QApplication *>(QApplication::instance()), mode.value_or(theme::Mode::System));
}

MainWindow::~MainWindow() = default;

void MainWindow::openFile(const QString &path)
{
    statusBar()->showMessage(path);
}

} // namespace ui
