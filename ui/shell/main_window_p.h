// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composer/composer_panel.h"
#include "composer/composer_state.h"
#include "inspectors/inspector_pane.h"
#include "ladder/ladder_pane.h"
#include "models/flow_store.h"
#include "models/selection.h"
#include "shell/engine_host.h"
#include "shell/kept_secrets.h"
#include "shell/main_window.h"
#include "shell/settings.h"

#include <functional>

class QAction;
class QDockWidget;
class QDialog;
class QLabel;
class QMenu;
class QSplitter;
class QStackedWidget;

namespace ui {

class AnswerComposer;
class CredentialPrompt;
class HelpWindow;
class HistoryPane;
class NextInDialog;
class PathWindow;
class ProbeHost;
class SweepWindow;
struct Command;

/// The parts of the window and what connects them. In files by subject: main_window.cpp (building, closing),
/// main_window_requests.cpp (send, practice, files), main_window_probes.cpp (sweep, path), main_window_menus.cpp (menus, palette,
/// help).
struct MainWindow::Private {
    explicit Private(MainWindow *window) : q(window), kept(state, systemSecretStore()), host(store) {}

    MainWindow *q;
    Settings settings;
    theme::Mode themeMode = theme::Mode::System; ///< of this run
    FlowStore store;
    Selection selection;
    ComposerState state;
    KeptSecrets kept;
    EngineHost host; ///< after the store it writes to

    ComposerPanel *composer = nullptr;
    LadderPane *ladder = nullptr;
    InspectorPane *inspector = nullptr;
    HistoryPane *history = nullptr;
    CredentialPrompt *prompt = nullptr;
    QStackedWidget *centre = nullptr; ///< welcome page, or ladder and inspector
    QSplitter *across = nullptr, *flowSplitter = nullptr;
    QDockWidget *timelineDock = nullptr, *historyDock = nullptr;
    QLabel *practiceState = nullptr, *counts = nullptr, *dropped = nullptr;
    QAction *sendAction = nullptr, *cancelAction = nullptr, *stopPracticeAction = nullptr, *inspectorBelow = nullptr;
    QAction *nextAction = nullptr, *credentialAction = nullptr;
    NextInDialog *next = nullptr;        ///< made when it is asked for
    sip::IntentId nextIntent = 0;        ///< whose dialog it shows
    AnswerComposer *answering = nullptr; ///< made when it is asked for
    sip::IntentId answeringIntent = 0;
    QAction *exportText = nullptr, *exportMermaid = nullptr;
    HelpWindow *help = nullptr;
    ProbeHost *probes = nullptr; ///< these three are made when they are asked for
    SweepWindow *sweepWindow = nullptr;
    PathWindow *pathWindow = nullptr;
    bool closing = false;
    QString file;                                                    ///< of the request shown; empty: none
    std::function<void(const sip::Endpoint &address)> afterPractice; ///< done once the practice server runs

    // main_window.cpp
    void build();
    void buildStatusBar();
    void connectParts();
    void restore();
    void save();
    void keep();        ///< what was set; says once when that cannot be
    void removeKept();  ///< before the end
    void keepSecrets(); ///< of the credentials that are ticked
    void finishKeeping();
    void setTheme(theme::Mode mode);
    void applyTheme(); ///< that of themeMode, as the desktop is now
    void arrangeInspector(bool below);
    void showLadder();
    void showCounts();
    void showPractice();
    void say(const QString &text, bool important = false); ///< in the status bar

    // main_window_requests.cpp
    void send();
    void submit(const sip::ComposedRequest &request);
    void cancel();
    void showCancel(); ///< is there anything to cancel?
    void composeNext(sip::IntentId intent, const QByteArray &toTag);
    const diag::DialogInfo *liveDialog(sip::IntentId intent,
                                       const QByteArray &toTag) const; ///< null tag: the newest; nullptr: none
    void showNext();
    void showOverComposer(QDialog *panel);
    void practiceAs(const QByteArray &behaviour);
    void choosePractice();
    void composeAnswer(sip::IntentId intent, sip::TransactionId request);
    void showAnswering();
    void compose(const sip::ComposedRequest &request, const QString &notice); ///< for the user to look at and send
    void showDialogState();                                                   ///< what can be done in a dialog of the flow shown
    void edit(sip::IntentId intent);
    void resend(sip::IntentId intent);
    void sendWith(sip::IntentId intent, const QList<sip::Credential> &credentials);
    void applyFix(sip::IntentId intent, const diag::Fix &fix);
    void showResult(const sip::IntentResult &result);
    void tryPractice();
    void watchTimeout();
    void startPractice(const QByteArray &behaviour, std::function<void(const sip::Endpoint &)> then);
    void newRequest();
    void open(const QString &path);
    void chooseAndOpen();
    bool saveRequest(bool askForName);
    void exportLadder(bool mermaid);
    QString chooseToSave(const QString &title, const QString &name, const QString &kinds);
    bool writeFile(const QString &path, const QByteArray &bytes);
    void showTitle();

    // main_window_probes.cpp
    void buildToolsMenu(QMenu *menu);
    ProbeHost *probeHost();
    void showSweep();
    void showPath();

    // main_window_menus.cpp
    void buildMenus();
    void buildLanguageMenu(QMenu *menu);
    void buildPracticeMenu(QMenu *menu);
    QAction *add(QMenu *menu, const QString &text, const QKeySequence &keys, std::function<void()> run);
    QList<Command> commands() const;
    QString shortcutsMarkdown() const;
    void showHelp(const QString &page);
    void showAbout();
    void offerWhatIsNew();
    void showPalette();
};

} // namespace ui
