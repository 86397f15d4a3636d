// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/main_window.h"

#include "composer/answer_composer.h"
#include "composer/credential_prompt.h"
#include "composer/next_in_dialog.h"
#include "plots/timeline_plot.h"
#include "shell/history_pane.h"
#include "shell/local_address.h"
#include "shell/main_window_p.h"
#include "shell/welcome_page.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDebug>
#include <QDockWidget>
#include <QEventLoop>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>

#include <algorithm>

namespace ui {

namespace {

const QString geometryKey = QStringLiteral("window/geometry"), stateKey = QStringLiteral("window/state"),
              acrossKey = QStringLiteral("window/across"), flowKey = QStringLiteral("window/flow"),
              belowKey = QStringLiteral("window/inspectorBelow"), startedKey = QStringLiteral("window/started");
constexpr int stateVersion = 1;
constexpr int composerWidth = 360; ///< pixels, at first
constexpr int roomForThree = 1300; ///< pixels of width from which the inspector stands beside the ladder

} // namespace

MainWindow::MainWindow(std::optional<theme::Mode> mode, QWidget *parent) : QMainWindow(parent), d(new Private(this))
{
    d->themeMode = mode.value_or(d->settings.themeMode());
    theme::apply(*qobject_cast<QApplication *>(QApplication::instance()), d->themeMode);
    d->state.setLocalAddress(localAddressFor);
    d->build();
    d->buildMenus();
    d->buildStatusBar();
    d->connectParts();
    d->restore();
    d->showTitle();
}

MainWindow::~MainWindow()
{
    d->host.stop();
    // The views look at the store until they are gone; QWidget would delete them after it.
    delete takeCentralWidget();
    delete d->timelineDock;
    delete d->historyDock;
}

void MainWindow::openFile(const QString &path)
{
    d->open(path);
}

bool MainWindow::event(QEvent *event)
{
    // The desktop went dark or light, and its platform may have put its fonts and colours in place of ours.
    if (event->type() == QEvent::ThemeChange)
        d->applyTheme();
    return QMainWindow::event(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    d->save();
    d->removeKept();
    d->finishKeeping();
    d->host.stop();
    event->accept();
}

/// What is kept at servers is removed while the ladder shows it; closing the window once more does not wait.
void MainWindow::Private::removeKept()
{
    if (std::exchange(closing, true) || !host.keepsSomething()) {
        emit host.closed();
        return;
    }
    say(tr("Removing what is kept at servers before the window closes, 2 s at most; close it again not to wait."), true);
    QEventLoop waiting;
    connect(&host, &EngineHost::closed, &waiting, &QEventLoop::quit);
    host.close();
    waiting.exec(QEventLoop::ExcludeUserInputEvents);
}

void MainWindow::Private::build()
{
    composer = new ComposerPanel(state);
    composer->setMinimumWidth(300);
    ladder = new LadderPane(store, selection);
    prompt = new CredentialPrompt(store, selection);
    ladder->setPrompt(prompt);
    inspector = new InspectorPane(store, selection);
    inspector->setMinimumSize(260, 120);
    flowSplitter = new QSplitter(Qt::Horizontal);
    flowSplitter->addWidget(ladder);
    flowSplitter->addWidget(inspector);
    flowSplitter->setStretchFactor(0, 3);
    flowSplitter->setStretchFactor(1, 2);
    flowSplitter->setChildrenCollapsible(false);

    auto *welcome = new WelcomePage;
    connect(welcome, &WelcomePage::practiceRequested, q, [this] { tryPractice(); });
    connect(welcome, &WelcomePage::timeoutRequested, q, [this] { watchTimeout(); });
    connect(welcome, &WelcomePage::ownServerRequested, q, [this] { composer->focusTarget(); });
    connect(welcome, &WelcomePage::helpRequested, q, [this] { showHelp(QStringLiteral("index")); });
    centre = new QStackedWidget;
    centre->addWidget(welcome);
    centre->addWidget(flowSplitter);

    across = new QSplitter(Qt::Horizontal);
    across->addWidget(composer);
    across->addWidget(centre);
    across->setStretchFactor(1, 1);
    across->setCollapsible(1, false);
    q->setCentralWidget(across);

    const auto dock = [this](const QString &title, const QString &name, QWidget *widget) {
        auto *result = new QDockWidget(title, q);
        result->setObjectName(name);
        result->setAccessibleName(title);
        result->setWidget(widget);
        result->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
        q->addDockWidget(Qt::BottomDockWidgetArea, result);
        return result;
    };
    history = new HistoryPane(store, selection);
    historyDock = dock(tr("History"), QStringLiteral("history"), history);
    timelineDock = dock(tr("Timeline"), QStringLiteral("timeline"), new TimelinePlot(store, selection));
    q->splitDockWidget(historyDock, timelineDock, Qt::Horizontal);
    q->setTabPosition(Qt::BottomDockWidgetArea, QTabWidget::North);
}

void MainWindow::Private::buildStatusBar()
{
    practiceState = new QLabel;
    counts = new QLabel;
    dropped = new QLabel;
    practiceState->setAccessibleName(tr("Practice server"));
    counts->setAccessibleName(tr("Events"));
    dropped->setAccessibleName(tr("Dropped events"));
    for (QLabel *label : {dropped, counts, practiceState}) {
        label->setContentsMargins(6, 0, 6, 0);
        q->statusBar()->addPermanentWidget(label);
    }
    dropped->hide();
    showCounts();
    showPractice();
}

void MainWindow::Private::connectParts()
{
    connect(composer, &ComposerPanel::sendRequested, q, [this] { send(); });
    connect(composer, &ComposerPanel::cancelRequested, q, [this] { cancel(); });
    connect(ladder, &LadderPane::fixRequested, q, [this](sip::IntentId intent, const diag::Fix &fix) { applyFix(intent, fix); });
    connect(inspector, &InspectorPane::fixRequested, q,
            [this](sip::IntentId intent, const diag::Fix &fix) { applyFix(intent, fix); });
    connect(ladder, &LadderPane::compareRequested, q, [this] {
        inspector->show();
        inspector->showTab("attempts");
    });
    connect(history, &HistoryPane::resendRequested, q, [this](sip::IntentId intent) { resend(intent); });
    connect(history, &HistoryPane::editRequested, q, [this](sip::IntentId intent) { edit(intent); });
    connect(&selection, &Selection::intentChanged, q, [this](sip::IntentId intent) {
        if (intent != 0)
            showLadder();
        showDialogState();
        showCounts();
    });
    connect(&store, &FlowStore::flowChanged, q, [this](sip::IntentId intent) {
        showCounts();
        if (intent == selection.intent())
            showDialogState();
        if (next && next->isVisible() && intent == nextIntent)
            showNext();
        if (answering && answering->isVisible() && intent == answeringIntent)
            showAnswering();
    });
    connect(inspector, &InspectorPane::nextRequested, q,
            [this](sip::IntentId intent, const QByteArray &toTag) { composeNext(intent, toTag); });
    connect(inspector, &InspectorPane::answerRequested, q, [this](sip::IntentId intent, sip::TransactionId request, int status) {
        host.answer(intent, request, {.status = status, .reason = {}, .rows = {}, .body = {}});
    });
    connect(inspector, &InspectorPane::answerComposerRequested, q,
            [this](sip::IntentId intent, sip::TransactionId request) { composeAnswer(intent, request); });
    connect(inspector, &InspectorPane::composeRequested, q,
            [this](const sip::ComposedRequest &request, const QString &notice) { compose(request, notice); });
    connect(inspector, &InspectorPane::endRequested, q, [this](sip::IntentId intent) { host.cancel(intent); });
    connect(&host, &EngineHost::runningChanged, q, [this] { showCancel(); });
    connect(prompt, &CredentialPrompt::askingChanged, q, [this] { showCancel(); });
    connect(prompt, &CredentialPrompt::answered, q,
            [this](sip::IntentId intent, const QList<sip::Credential> &credentials) { sendWith(intent, credentials); });
    connect(&host, &EngineHost::intentFinished, q, [this](const sip::IntentResult &result) { showResult(result); });
    connect(&host, &EngineHost::callArrived, q, [this](sip::IntentId intent) {
        selection.setIntent(intent);
        say(tr("A call came in: it is answered as the registration says, or by hand on the page Dialog."), true);
    });
    connect(&host, &EngineHost::practiceStarted, q, [this](const sip::Endpoint &address) {
        showPractice();
        const auto then = std::exchange(afterPractice, nullptr);
        if (then)
            then(address);
    });
    connect(&host, &EngineHost::practiceStopped, q, [this] { showPractice(); });
    connect(&host, &EngineHost::practiceFailed, q, [this](const QString &why) {
        afterPractice = nullptr;
        say(tr("The practice server did not start: %1").arg(why), true);
    });
}

void MainWindow::Private::restore()
{
    q->resize(1360, 860);
    if (!q->restoreGeometry(settings.bytes(geometryKey)) && q->screen()) {
        const QSize room = q->screen()->availableSize();
        q->resize(qMin(1440, room.width() * 19 / 20), qMin(920, room.height() * 9 / 10));
    }
    q->restoreState(settings.bytes(stateKey), stateVersion);
    const bool below = settings.flag(belowKey, q->width() < roomForThree);
    inspectorBelow->setChecked(below);
    arrangeInspector(below);
    if (!across->restoreState(settings.bytes(acrossKey)))
        across->setSizes({composerWidth, q->width() - composerWidth});
    flowSplitter->restoreState(settings.bytes(flowKey));
    flowSplitter->setOrientation(below ? Qt::Vertical : Qt::Horizontal); // restoreState() also sets this
    if (!settings.flag(startedKey, false)) {
        q->resizeDocks({historyDock, timelineDock}, {q->width() / 2, q->width() / 2}, Qt::Horizontal);
        const int docks = std::max(180, q->height() * 3 / 10);
        q->resizeDocks({historyDock, timelineDock}, {docks, docks}, Qt::Vertical);
    }
    if (const auto last = settings.lastRequest()) {
        state.load(*last);
        state.setCredentials(settings.lastCredentials());
        kept.fetch(settings.keptSecrets());
    }
    if (settings.isUpdate(QApplication::applicationVersion()))
        offerWhatIsNew();
    keep();
    if (settings.isLastRequestCut())
        say(tr("The request of the last run was too large to be kept whole."));
    if (!settings.problem().isEmpty())
        say(settings.problem(), true);
}

void MainWindow::Private::save()
{
    settings.setBytes(geometryKey, q->saveGeometry());
    settings.setBytes(stateKey, q->saveState(stateVersion));
    settings.setBytes(acrossKey, across->saveState());
    settings.setBytes(flowKey, flowSplitter->saveState());
    settings.setFlag(belowKey, inspectorBelow->isChecked());
    settings.setFlag(startedKey, true);
    settings.setLastRequest(state.requestForFile());
    keepSecrets();
    if (const QString why = settings.write(); !why.isEmpty())
        qWarning().noquote() << why; // the window is about to go
}

void MainWindow::Private::keepSecrets()
{
    kept.keep();
    settings.setKeptSecrets(kept.keys());
}

/// What the keychain has not answered yet: two seconds at most.
void MainWindow::Private::finishKeeping()
{
    if (!kept.isBusy())
        return;
    QEventLoop waiting;
    connect(&kept, &KeptSecrets::idle, &waiting, &QEventLoop::quit);
    QTimer::singleShot(2000, &waiting, &QEventLoop::quit);
    waiting.exec(QEventLoop::ExcludeUserInputEvents);
    settings.setKeptSecrets(kept.keys()); // without those it refused
}

void MainWindow::Private::keep()
{
    if (const QString why = settings.write(); !why.isEmpty())
        say(why, true);
}

void MainWindow::Private::setTheme(theme::Mode mode)
{
    themeMode = mode;
    applyTheme();
    settings.setThemeMode(mode);
    keep();
}

void MainWindow::Private::applyTheme()
{
    theme::apply(*qobject_cast<QApplication *>(QApplication::instance()), themeMode);
    emit state.changed(); // colours by meaning
    showPractice();
}

void MainWindow::Private::arrangeInspector(bool below)
{
    flowSplitter->setOrientation(below ? Qt::Vertical : Qt::Horizontal);
    // Before it is first shown it has no size of its own; only the proportion matters then.
    const QSize whole = flowSplitter->isVisible() ? flowSplitter->size() : q->size() - QSize(composerWidth, 0);
    const int room = below ? whole.height() : whole.width();
    // Beside it: two lanes fit without scrolling, then the inspector gets what its tabs need.
    const int ladderRoom = below ? room * 3 / 5 : std::max(std::min(room, 560), room - 460);
    flowSplitter->setSizes({ladderRoom, room - ladderRoom});
}

void MainWindow::Private::showLadder()
{
    centre->setCurrentWidget(flowSplitter);
}

void MainWindow::Private::showCounts()
{
    const diag::Flow *flow = store.flow(selection.intent());
    counts->setText(
        flow ? tr("%Ln events in this flow, sent in this run: %L1", nullptr, int(flow->rows.size())).arg(store.intents().size())
             : tr("nothing sent yet"));
    const quint64 lost = store.droppedEvents() + (flow ? flow->droppedRows : 0);
    dropped->setVisible(lost > 0);
    if (lost > 0) {
        dropped->setText(tr("%Ln events dropped", nullptr, int(lost)));
        dropped->setToolTip(tr("More happened than could be shown; the oldest were left out, and counted."));
    }
    exportText->setEnabled(flow);
    exportMermaid->setEnabled(flow);
}

void MainWindow::Private::showPractice()
{
    const bool on = host.isPracticing();
    const QByteArray behaviour = host.practiceBehaviour();
    const QList<diag::PracticeBehaviour> &all = diag::practiceBehaviours();
    const bool stays = std::none_of(all.cbegin(), all.cend(), [&behaviour](const diag::PracticeBehaviour &one) {
        return one.leadsAway && behaviour.startsWith(one.name);
    });
    stopPracticeAction->setEnabled(on);
    practiceState->setText(on ? (stays ? tr("Practice server: %1 on %2, nothing leaves this computer")
                                       : tr("Practice server: %1 on %2, leads the caller off this computer"))
                                    .arg(QString::fromLatin1(behaviour), QString::fromLatin1(host.practiceAddress().text()))
                              : tr("Practice server: off"));
    QPalette colours = practiceState->palette();
    colours.setColor(QPalette::WindowText, theme::colour(on ? theme::Meaning::Ok : theme::Meaning::Muted));
    practiceState->setPalette(colours);
}

void MainWindow::Private::say(const QString &text, bool important)
{
    q->statusBar()->showMessage(text, important ? 0 : 8000);
    if (important)
        composer->showNotice(text);
}

} // namespace ui
