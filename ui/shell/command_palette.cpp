// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/command_palette.h"

#include "composer/symbols.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

int fuzzyScore(const QString &typed, const QString &name)
{
    if (typed.isEmpty())
        return 1;
    int score = 0;
    qsizetype at = 0, last = -2;
    for (const QChar letter : typed.toCaseFolded()) {
        if (letter.isSpace())
            continue;
        const QString folded = name.toCaseFolded();
        qsizetype found = -1;
        // The start of a word counts more than the next occurrence; without one that is taken.
        for (qsizetype i = at; i < folded.size() && found < 0; ++i) {
            if (folded[i] == letter && (i == 0 || !folded[i - 1].isLetterOrNumber() || i == last + 1))
                found = i;
        }
        const bool wordStart = found >= 0;
        if (found < 0)
            found = folded.indexOf(letter, at);
        if (found < 0)
            return 0;
        score += found == last + 1 ? 8 : wordStart ? 6 : 1;
        last = found;
        at = found + 1;
    }
    return score * 100 + qMax(1, 100 - int(name.size()));
}

CommandPalette::CommandPalette(QList<Command> commands, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint), m_commands(std::move(commands)), m_typed(new QLineEdit(this)),
      m_list(new QListWidget(this))
{
    setWindowTitle(tr("Commands"));
    setAccessibleName(tr("Commands"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    m_typed->setPlaceholderText(tr("What do you want to do?"));
    m_typed->setAccessibleName(tr("Command"));
    m_typed->addAction(symbol(Symbol::Search), QLineEdit::LeadingPosition);
    m_typed->setMinimumHeight(34);
    m_typed->installEventFilter(this);
    m_list->setAccessibleName(tr("Matching commands"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    layout->addWidget(m_typed);
    layout->addWidget(m_list);
    connect(m_typed, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_typed, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
    connect(m_list, &QListWidget::itemActivated, this, &CommandPalette::runCurrent);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    resize(560, 420);
    if (parent) {
        const QPoint centre = parent->mapToGlobal(QPoint(parent->width() / 2, parent->height() / 6));
        move(centre.x() - width() / 2, centre.y());
    }
    filter();
    m_typed->setFocus();
}

void CommandPalette::filter()
{
    QList<std::pair<int, qsizetype>> fitting;
    for (qsizetype i = 0; i < m_commands.size(); ++i) {
        if (const int score = fuzzyScore(m_typed->text(), m_commands[i].name))
            fitting << std::pair(score, i);
    }
    if (!m_typed->text().isEmpty())
        std::stable_sort(fitting.begin(), fitting.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    m_list->clear();
    for (const auto &[score, i] : std::as_const(fitting)) {
        const Command &command = m_commands[i];
        auto *item = new QListWidgetItem(m_list);
        item->setText(command.shortcut.isEmpty() ? command.name
                                                 : QStringLiteral("%1   (%2)").arg(command.name, command.shortcut));
        item->setData(Qt::UserRole, int(i));
        item->setSizeHint({0, fontMetrics().height() + 12});
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::runCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || result() == Accepted)
        return;
    const auto run = m_commands[item->data(Qt::UserRole).toInt()].run;
    accept();
    run();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int by = key == Qt::Key_Down       ? 1
                       : key == Qt::Key_Up       ? -1
                       : key == Qt::Key_PageDown ? 10
                       : key == Qt::Key_PageUp   ? -10
                                                 : 0;
        if (by != 0 && m_list->count() > 0) {
            m_list->setCurrentRow(qBound(0, m_list->currentRow() + by, m_list->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace ui
