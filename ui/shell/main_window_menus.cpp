// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "composer/credential_prompt.h"
#include "composer/symbols.h"
#include "composer/template_menu.h"
#include "flow/flow_text.h"
#include "ladder/ladder_view.h"
#include "shell/about_dialog.h"
#include "shell/command_palette.h"
#include "shell/help_window.h"
#include "shell/language.h"
#include "shell/main_window_p.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QInputDialog>
#include <QMenu>
#include <QMenuBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>

namespace ui {

namespace {

/// "&Open request..." as it reads: "Open request".
QString plain(QString text)
{
    return text.remove(u'&').remove(QStringLiteral("...")).remove(QChar(0x2026));
}

void collect(const QMenu *menu, const QString &path, QList<Command> &commands)
{
    for (QAction *action : menu->actions()) {
        if (action->menu())
            collect(action->menu(), path + plain(action->text()) + QStringLiteral(": "), commands);
        else if (!action->isSeparator() && action->isEnabled() && !action->text().isEmpty())
            commands << Command{path + plain(action->text()), action->shortcut().toString(QKeySequence::NativeText),
                                [action] { action->trigger(); }};
    }
}

} // namespace

QAction *MainWindow::Private::add(QMenu *menu, const QString &text, const QKeySequence &keys, std::function<void()> run)
{
    QAction *action = menu->addAction(text);
    if (!keys.isEmpty())
        action->setShortcut(keys);
    connect(action, &QAction::triggered, q, [run = std::move(run)] { run(); });
    return action;
}

void MainWindow::Private::buildMenus()
{
    QMenu *fileMenu = q->menuBar()->addMenu(tr("&File"));
    add(fileMenu, tr("&New request"), QKeySequence::New, [this] { newRequest(); });
    add(fileMenu, tr("&Open request..."), QKeySequence::Open, [this] { chooseAndOpen(); })->setIcon(symbol(Symbol::Open));
    add(fileMenu, tr("&Save request"), QKeySequence::Save, [this] { saveRequest(false); })->setIcon(symbol(Symbol::Save));
    add(fileMenu, tr("Save request &as..."), QKeySequence(QStringLiteral("Ctrl+Shift+S")), [this] { saveRequest(true); });
    fileMenu->addSeparator();
    exportText = add(fileMenu, tr("Export ladder as &text..."), {}, [this] { exportLadder(false); });
    exportMermaid = add(fileMenu, tr("Export ladder as &Mermaid..."), {}, [this] { exportLadder(true); });
    fileMenu->addSeparator();
    add(fileMenu, tr("&Quit"), QKeySequence(QStringLiteral("Ctrl+Q")), [this] {
        q->close();
    })->setShortcutContext(Qt::ApplicationShortcut); // from the help window too

    QMenu *editMenu = q->menuBar()->addMenu(tr("&Edit"));
    sendAction = add(editMenu, tr("&Send"), {}, [this] { send(); });
    sendAction->setShortcuts({QKeySequence(QStringLiteral("Ctrl+Return")), QKeySequence(QStringLiteral("Ctrl+Enter"))});
    sendAction->setIcon(symbol(Symbol::Send));
    cancelAction = add(editMenu, tr("&Cancel what is running"), QKeySequence(Qt::Key_Escape), [this] { cancel(); });
    cancelAction->setIcon(symbol(Symbol::Cancel));
    cancelAction->setEnabled(false);
    nextAction = add(editMenu, tr("Next in &dialog..."), QKeySequence(QStringLiteral("Ctrl+D")),
                     [this] { composeNext(selection.intent(), {}); });
    nextAction->setEnabled(false);
    credentialAction = add(editMenu, tr("&Give the credential asked for"), QKeySequence(QStringLiteral("Ctrl+G")),
                           [this] { prompt->focusFirst(); });
    credentialAction->setEnabled(false);
    editMenu->addSeparator();
    add(editMenu, tr("Go to &target"), QKeySequence(QStringLiteral("Ctrl+L")), [this] { composer->focusTarget(); });
    add(editMenu, tr("&Resend"), QKeySequence(QStringLiteral("Ctrl+R")), [this] { resend(selection.intent()); });
    add(editMenu, tr("&Edit and resend"), QKeySequence(QStringLiteral("Ctrl+E")), [this] { edit(selection.intent()); });
    QMenu *templates = editMenu->addMenu(tr("Start from a te&mplate"));
    addTemplates(*templates, [this](const diag::RequestTemplate &chosen) { composer->applyTemplate(chosen); });
    add(editMenu, tr("Session descri&ption..."), QKeySequence(QStringLiteral("Ctrl+B")), [this] { composer->buildSession(); });
    editMenu->addSeparator();
    add(editMenu, tr("Copy &ladder as text"), QKeySequence(QStringLiteral("Ctrl+Shift+C")), [this] {
        if (const diag::Flow *flow = store.flow(selection.intent()))
            QApplication::clipboard()->setText(diag::flowText(*flow));
    });
    add(editMenu, tr("Cl&ear history"), {}, [this] {
        selection.setIntent(0);
        store.clear();
        showCounts();
    });
    add(editMenu, tr("Co&mmands..."), QKeySequence(QStringLiteral("Ctrl+K")), [this] {
        showPalette();
    })->setIcon(symbol(Symbol::Search));

    QMenu *viewMenu = q->menuBar()->addMenu(tr("&View"));
    QMenu *colours = viewMenu->addMenu(tr("&Colours"));
    auto *group = new QActionGroup(q);
    const std::pair<theme::Mode, QString> modes[] = {
        {theme::Mode::System, tr("As the &system")}, {theme::Mode::Light, tr("&Light")}, {theme::Mode::Dark, tr("&Dark")}};
    for (const auto &[mode, text] : modes) {
        QAction *action = add(colours, text, {}, [this, wanted = mode] { setTheme(wanted); });
        action->setCheckable(true);
        action->setChecked(settings.themeMode() == mode);
        group->addAction(action);
    }
    buildLanguageMenu(viewMenu->addMenu(tr("L&anguage")));
    viewMenu->addSeparator();
    const auto panel = [&](const QString &text, const QString &keys, QWidget *widget) {
        QAction *action = viewMenu->addAction(text);
        action->setCheckable(true);
        action->setChecked(true);
        action->setShortcut(QKeySequence(keys));
        connect(action, &QAction::toggled, widget, &QWidget::setVisible);
    };
    panel(tr("C&omposer"), QStringLiteral("Ctrl+1"), composer);
    panel(tr("&Inspector"), QStringLiteral("Ctrl+2"), inspector);
    historyDock->toggleViewAction()->setShortcut(QKeySequence(QStringLiteral("Ctrl+3")));
    timelineDock->toggleViewAction()->setShortcut(QKeySequence(QStringLiteral("Ctrl+4")));
    viewMenu->addAction(historyDock->toggleViewAction());
    viewMenu->addAction(timelineDock->toggleViewAction());
    inspectorBelow = viewMenu->addAction(tr("Inspector &below the ladder"));
    inspectorBelow->setCheckable(true);
    connect(inspectorBelow, &QAction::toggled, q, [this](bool below) { arrangeInspector(below); });
    viewMenu->addSeparator();
    if (auto *view = ladder->findChild<LadderView *>()) {
        add(viewMenu, tr("&Zoom in"), QKeySequence::ZoomIn, [view] { view->zoomIn(); });
        add(viewMenu, tr("Zoom &out"), QKeySequence::ZoomOut, [view] { view->zoomOut(); });
        add(viewMenu, tr("&Normal size"), QKeySequence(QStringLiteral("Ctrl+0")), [view] { view->resetZoom(); });
        viewMenu->addSeparator();
    }
    add(viewMenu, tr("&Welcome page"), {}, [this] { centre->setCurrentIndex(0); });

    buildPracticeMenu(q->menuBar()->addMenu(tr("&Practice")));
    buildToolsMenu(q->menuBar()->addMenu(tr("&Tools")));

    QMenu *helpMenu = q->menuBar()->addMenu(tr("&Help"));
    add(helpMenu, tr("&Manual"), QKeySequence::HelpContents, [this] { showHelp(QStringLiteral("index")); });
    add(helpMenu, tr("Keyboard &shortcuts"), {}, [this] { showHelp(HelpWindow::shortcutsPage()); });
    add(helpMenu, tr("What is &new"), {}, [this] { showHelp(HelpWindow::whatIsNewPage()); });
    helpMenu->addSeparator();
    add(helpMenu, tr("&About Viatrace"), {}, [this] { showAbout(); })->setMenuRole(QAction::AboutRole);
}

void MainWindow::Private::buildLanguageMenu(QMenu *menu)
{
    auto *group = new QActionGroup(q);
    const auto choice = [&](const char *code, const QString &text) {
        const QString wanted = QString::fromLatin1(code);
        QAction *action = add(menu, text, {}, [this, wanted] {
            settings.setLanguage(wanted);
            say(tr("The window speaks the chosen language when it is started the next time."), true);
        });
        action->setCheckable(true);
        action->setChecked(settings.language() == wanted);
        group->addAction(action);
    };
    choice(systemLanguage, tr("As the &system"));
    for (const Language &one : languages)
        choice(one.code, QString::fromUtf8(one.name));
}

void MainWindow::Private::buildPracticeMenu(QMenu *menu)
{
    menu->setToolTipsVisible(true);
    QAction *note = menu->addAction(tr("Runs on this computer only: nothing leaves it"));
    note->setEnabled(false);
    menu->addSeparator();
    for (const diag::PracticeBehaviour &each : diag::practiceBehaviours()) {
        const QByteArray behaviour = each.example;
        add(menu, tr("Start: %1").arg(QString::fromLatin1(each.example)), {}, [this, behaviour] {
            practiceAs(behaviour);
        })->setToolTip(sip::Words::tr(each.summary));
    }
    add(menu, tr("Start with &other values..."), {}, [this] {
        choosePractice();
    })->setToolTip(tr("Another number, algorithm or realm than in the list above"));
    menu->addSeparator();
    stopPracticeAction = add(menu, tr("S&top the practice server"), {}, [this] { host.stopPractice(); });
}

void MainWindow::Private::practiceAs(const QByteArray &behaviour)
{
    startPractice(behaviour, [this](const sip::Endpoint &address) {
        state.setTarget("sip:" + address.text());
        say(tr("The practice server listens on %1. User 1001, password s3cret.").arg(QString::fromLatin1(address.text())));
    });
}

void MainWindow::Private::choosePractice()
{
    QStringList all;
    for (const diag::PracticeBehaviour &each : diag::practiceBehaviours())
        all << QString::fromLatin1(each.syntax);
    bool chosen = false;
    const QString behaviour =
        QInputDialog::getItem(q, tr("Start the practice server"),
                              tr("How it behaves; put values in place of what is in <> and []:"), all, 0, true, &chosen);
    if (chosen)
        practiceAs(behaviour.trimmed().toUtf8());
}

QList<Command> MainWindow::Private::commands() const
{
    QList<Command> all;
    for (const QAction *top : q->menuBar()->actions()) {
        if (top->menu())
            collect(top->menu(), plain(top->text()) + QStringLiteral(": "), all);
    }
    return all;
}

QString MainWindow::Private::shortcutsMarkdown() const
{
    QString page =
        tr("# Keyboard shortcuts") + QStringLiteral("\n\n| %1 | %2 |\n|---|---|\n").arg(tr("Keys"), tr("What happens"));
    const std::function<void(const QMenu *)> walk = [&](const QMenu *menu) {
        for (const QAction *action : menu->actions()) {
            if (action->menu())
                walk(action->menu());
            else if (!action->shortcut().isEmpty())
                page += QStringLiteral("| **%1** | %2 |\n")
                            .arg(action->shortcut().toString(QKeySequence::NativeText), plain(action->text()));
        }
    };
    for (const QAction *top : q->menuBar()->actions()) {
        if (top->menu())
            walk(top->menu());
    }
    page += QStringLiteral("| **%1** | %2 |\n").arg(tr("Tab"), tr("To the next field; no editor keeps the key for itself"));
    page += QStringLiteral("| **%1** | %2 |\n").arg(tr("Space"), tr("In the header table: send this row or not"));
    page += QStringLiteral("| **F2** | %1 |\n").arg(tr("In the header table: edit"));
    page += QStringLiteral("| **%1** | %2 |\n").arg(tr("Delete"), tr("In the header table: remove this row"));
    return page;
}

void MainWindow::Private::showHelp(const QString &page)
{
    if (!help)
        help = new HelpWindow(shortcutsMarkdown(), q);
    help->showPage(page);
    help->show();
    help->raise();
    help->activateWindow();
}

void MainWindow::Private::showAbout()
{
    AboutDialog dialog(sip::Places::here(), q);
    dialog.exec();
}

/// One quiet line, until it was clicked or the window closes.
void MainWindow::Private::offerWhatIsNew()
{
    auto *offer = new QToolButton;
    offer->setText(tr("What is new in Viatrace %1").arg(QApplication::applicationVersion()));
    offer->setAutoRaise(true);
    offer->setFocusPolicy(Qt::TabFocus);
    connect(offer, &QToolButton::clicked, q, [this, offer] {
        offer->deleteLater();
        showHelp(HelpWindow::whatIsNewPage());
    });
    q->statusBar()->insertPermanentWidget(0, offer); // a message would be drawn over any other
}

void MainWindow::Private::showPalette()
{
    CommandPalette palette(commands(), q);
    palette.exec();
}

} // namespace ui
