// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

#include <functional>

class QLineEdit;
class QListWidget;

namespace ui {

/// One thing the window can do, for the palette.
struct Command {
    QString name;     ///< "Practice: Busy"
    QString shortcut; ///< may be empty
    std::function<void()> run;
};

/// How well \a typed fits \a name: its letters in order, best when they begin words or stand together. 0: not at all; an empty
/// \a typed fits everything.
int fuzzyScore(const QString &typed, const QString &name);

/// Ctrl+K: type a few letters of anything the window can do, Enter does it.
class CommandPalette : public QDialog {
    Q_OBJECT
public:
    CommandPalette(QList<Command> commands, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< arrows move in the list while one types

private:
    void filter();
    void runCurrent();

    QList<Command> m_commands;
    QLineEdit *m_typed;
    QListWidget *m_list;
};

} // namespace ui
