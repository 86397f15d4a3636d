// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/theme.h"

#include <QMainWindow>

#include <memory>
#include <optional>

namespace ui {

/// The window: composer, ladder, inspector, timeline and history around one FlowStore and one Selection.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// \param mode  colours for this run only; empty: as the settings say
    explicit MainWindow(std::optional<theme::Mode> mode = {}, QWidget *parent = nullptr);
    ~MainWindow() override;

public slots:
    void openFile(const QString &path); ///< a request file; what is wrong with it is shown in the window

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
