// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/answer_composer.h"
#include "composer/credential_prompt.h"
#include "composer/next_in_dialog.h"
#include "flow/flow_text.h"
#include "project/request_file.h"
#include "project/request_templates.h"
#include "request/local_placeholder.h"
#include "request/target.h"
#include "shell/main_window_p.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QSaveFile>

#include <algorithm>

namespace ui {

namespace {

/// Secrets come from the process environment, or are asked for; null: the user gave none.
diag::Environment environmentFor(QWidget *parent)
{
    diag::Environment environment;
    environment.secret = [parent](const QString &name) -> std::optional<QString> {
        if (const auto known = diag::secretFromProcess(name))
            return known;
        bool given = false;
        const QString text = QInputDialog::getText(
            parent, QCoreApplication::translate("ui::MainWindow", "Secret"),
            QCoreApplication::translate("ui::MainWindow", "The request asks for the secret \"%1\":").arg(name),
            QLineEdit::Password, QString(), &given);
        return given ? std::optional(text) : std::nullopt;
    };
    return environment;
}

/// A request that speaks as user 1001 of the practice server.
sip::ComposedRequest practiceRequest(const QByteArray &method, const sip::Endpoint &address)
{
    sip::ComposedRequest request;
    request.method = method;
    request.target = "sip:" + address.text();
    request.rows << sip::ComposedRow{"From", "<sip:1001@" + address.hostText() + ">"};
    if (method == "REGISTER")
        request.rows << sip::ComposedRow{"To", "<sip:1001@" + address.hostText() + ">"}
                     << sip::ComposedRow{"Contact", sip::localContact(request)} << sip::ComposedRow{"Expires", "300"};
    return request;
}

/// Of the subscription a request makes.
QByteArray eventOf(const sip::ComposedRequest &request)
{
    const auto event = std::find_if(request.rows.cbegin(), request.rows.cend(), [](const sip::ComposedRow &row) {
        return !row.muted && sip::headerId(row.name) == sip::HeaderId::Event;
    });
    return event == request.rows.cend() ? NextInDialog::callEvent.toByteArray() : event->value;
}

} // namespace

void MainWindow::Private::send()
{
    const sip::ComposedRequest composed = state.request();
    const auto resolved = diag::hasVariables(composed) ? diag::resolveVariables(composed, environmentFor(q)) : composed;
    composer->showNotice({});
    if (!resolved) {
        say(tr("Not sent: %1").arg(resolved.error().text), true);
    } else if (const auto hop = sip::nextHop(*resolved); !hop && resolved->target.trimmed().isEmpty()) {
        say(tr("Not sent: %1").arg(hop.error().detail)); // the composer says it below the target
        composer->focusTarget();
    } else {
        submit(*resolved);
    }
}

void MainWindow::Private::submit(const sip::ComposedRequest &request)
{
    const sip::IntentId intent = host.send(request);
    settings.setLastRequest(state.requestForFile());
    keepSecrets();
    keep();
    selection.setIntent(intent);
    showLadder();
}

void MainWindow::Private::cancel()
{
    // What is looked at, if it still runs; else what was sent last.
    const sip::IntentId intent = host.isRunning(selection.intent()) ? selection.intent() : host.lastRunning();
    if (intent != 0)
        host.cancel(intent);
    else
        prompt->dismiss();
}

void MainWindow::Private::showCancel()
{
    const bool running = host.lastRunning() != 0;
    composer->setRunning(running);
    cancelAction->setEnabled(running || prompt->isAsking());
    credentialAction->setEnabled(prompt->isAsking());
}

const diag::DialogInfo *MainWindow::Private::liveDialog(sip::IntentId intent, const QByteArray &toTag) const
{
    const diag::Flow *flow = store.flow(intent);
    const diag::DialogInfo *best = nullptr;
    for (qsizetype i = 0; flow && !flow->finished && i < flow->dialogs.size(); ++i) {
        const diag::DialogInfo &one = flow->dialogs[i];
        const bool fits = toTag.isNull() || one.facts.remoteTag == toTag;
        if (fits && one.facts.state != sip::DialogFacts::State::Terminated)
            best = &one;
    }
    return best;
}

void MainWindow::Private::composeNext(sip::IntentId intent, const QByteArray &toTag)
{
    const diag::DialogInfo *dialog = liveDialog(intent, toTag);
    if (!dialog) {
        say(tr("There is no dialog that is alive: keep a call with \"Hang up after: only by hand\"."), true);
        return;
    }
    if (!next) {
        next = new NextInDialog(q);
        connect(next, &NextInDialog::sendRequested, q, [this](const sip::NextRequest &request) {
            host.next(nextIntent, next->dialog().remoteTag, request);
            selection.setIntent(nextIntent);
        });
    }
    nextIntent = intent;
    const sip::ComposedRequest *made = store.request(intent);
    next->startFor(made ? eventOf(*made) : NextInDialog::callEvent.toByteArray());
    next->setDialog(dialog->facts, {}, {});
    showNext();
    showOverComposer(next);
}

/// Where it does not hide the ladder, which shows what comes of it.
void MainWindow::Private::showOverComposer(QDialog *panel)
{
    if (!panel->testAttribute(Qt::WA_Moved) && composer->isVisible()) // once: then it stays where the user has it
        panel->move(composer->mapToGlobal(QPoint()));
    panel->show();
    panel->raise();
    panel->activateWindow();
}

void MainWindow::Private::showDialogState()
{
    const diag::DialogInfo *dialog = liveDialog(selection.intent(), {});
    nextAction->setEnabled(dialog != nullptr);
    composer->setCallUp(dialog && dialog->method == "INVITE" && dialog->facts.state == sip::DialogFacts::State::Confirmed);
}

/// The dialog as it stands now, while its next request is being composed.
void MainWindow::Private::showNext()
{
    const diag::Flow *flow = store.flow(nextIntent);
    if (!next || !flow)
        return;
    sip::Endpoint local;
    for (const diag::Lane &lane : flow->lanes)
        if (lane.ours)
            local = lane.endpoint;
    for (const diag::DialogInfo &one : flow->dialogs)
        if (one.facts.remoteTag == next->dialog().remoteTag)
            next->setDialog(one.facts, flow->attempts.isEmpty() ? sip::TransportAddress() : flow->attempts.first().target, local,
                            one.description());
}

void MainWindow::Private::composeAnswer(sip::IntentId intent, sip::TransactionId request)
{
    const diag::Flow *flow = store.flow(intent);
    const auto waiting = flow ? std::find_if(flow->waiting.cbegin(), flow->waiting.cend(),
                                             [request](const diag::WaitingRequest &one) { return one.transaction == request; })
                              : QList<diag::WaitingRequest>::const_iterator();
    if (!flow || waiting == flow->waiting.cend())
        return;
    if (!answering) {
        answering = new AnswerComposer(q);
        connect(answering, &AnswerComposer::answerRequested, q, [this](const sip::ComposedAnswer &answer) {
            host.answer(answeringIntent, answering->transaction(), answer);
            selection.setIntent(answeringIntent);
        });
    }
    answeringIntent = intent;
    const auto dialog = std::find_if(flow->dialogs.cbegin(), flow->dialogs.cend(), [&](const diag::DialogInfo &one) {
        return waiting->request.fromTag() == one.facts.remoteTag;
    });
    answering->setRequest(*waiting, dialog == flow->dialogs.cend() ? nullptr : &*dialog);
    showOverComposer(answering);
}

/// Whether the request that is being answered still waits.
void MainWindow::Private::showAnswering()
{
    const diag::Flow *flow = store.flow(answeringIntent);
    answering->setWaiting(flow && std::any_of(flow->waiting.cbegin(), flow->waiting.cend(),
                                              [this](const auto &one) { return one.transaction == answering->transaction(); }));
}

void MainWindow::Private::compose(const sip::ComposedRequest &request, const QString &notice)
{
    state.load(request);
    composer->showNotice(notice);
    composer->focusSend();
}

void MainWindow::Private::edit(sip::IntentId intent)
{
    const sip::ComposedRequest *request = store.request(intent);
    if (!request)
        return;
    state.load(*request);
    composer->focusTarget();
}

void MainWindow::Private::resend(sip::IntentId intent)
{
    if (const sip::ComposedRequest *request = store.request(intent))
        submit(sip::ComposedRequest(*request));
}

void MainWindow::Private::sendWith(sip::IntentId intent, const QList<sip::Credential> &credentials)
{
    const sip::ComposedRequest *request = store.request(intent);
    if (!request)
        return;
    sip::ComposedRequest again = *request;
    again.credentials += credentials;
    for (const sip::Credential &credential : credentials)
        state.putCredential(credential);
    submit(again);
}

void MainWindow::Private::applyFix(sip::IntentId intent, const diag::Fix &fix)
{
    const sip::ComposedRequest *request = store.request(intent);
    if (!request)
        return;
    const sip::ComposedRequest fixed = diag::applied(fix, *request);
    state.load(fixed);
    submit(fixed);
    say(tr("Sent with one change: %1").arg(fix.label));
}

void MainWindow::Private::showResult(const sip::IntentResult &result)
{
    // The flow may still be on its way: events come in lots.
    const sip::ComposedRequest *request = store.request(result.intent);
    const QString method = request && !request->method.isEmpty() ? QString::fromUtf8(request->method) : tr("Request");
    const QString status = QStringLiteral("%1 %2").arg(result.status).arg(QString::fromUtf8(result.reason));
    if (result.status == 0)
        say(tr("%1 ended without an answer").arg(method));
    else if (result.cause == sip::LocalCause::None)
        say(tr("%1: %2 received").arg(method, status));
    else
        say(tr("%1: %2 (made here: %3)").arg(method, status, QString::fromLatin1(sip::causeName(result.cause))));
}

void MainWindow::Private::startPractice(const QByteArray &behaviour, std::function<void(const sip::Endpoint &)> then)
{
    afterPractice = std::move(then);
    host.startPractice(behaviour);
}

void MainWindow::Private::tryPractice()
{
    startPractice("auth:SHA-256,auth", [this](const sip::Endpoint &address) {
        sip::ComposedRequest request = practiceRequest("REGISTER", address);
        request.credentials << sip::Credential{{}, "1001", "s3cret", {}, {}};
        state.load(request);
        send();
    });
}

void MainWindow::Private::watchTimeout()
{
    startPractice("silent", [this](const sip::Endpoint &address) {
        sip::ComposedRequest request = practiceRequest("OPTIONS", address);
        request.timers = sip::TimerValues::fast();
        state.load(request);
        send();
    });
}

void MainWindow::Private::newRequest()
{
    state.load(diag::fromTemplate(diag::requestTemplates().constFirst(), {}));
    file.clear();
    showTitle();
    composer->showNotice({});
    composer->focusTarget();
}

void MainWindow::Private::open(const QString &path)
{
    diag::Environment environment;
    environment.keepVariables = true; // they are for the user to see and edit; values are put in when sending
    const auto request = diag::readRequestFile(path, environment);
    if (!request) {
        say(request.error().message(), true);
        return;
    }
    composer->showNotice({});
    state.load(*request);
    file = path;
    showTitle();
    say(tr("Opened %1").arg(QFileInfo(path).fileName()));
}

void MainWindow::Private::chooseAndOpen()
{
    const QString path =
        QFileDialog::getOpenFileName(q, tr("Open request"), file.isEmpty() ? settings.fileFolder() : QFileInfo(file).path(),
                                     tr("Request files (*.via);;All files (*)"));
    if (path.isEmpty())
        return;
    settings.setFileFolder(QFileInfo(path).absolutePath());
    open(path);
}

bool MainWindow::Private::saveRequest(bool askForName)
{
    QString path = file;
    if (path.isEmpty() || askForName) {
        path = chooseToSave(tr("Save request"), path.isEmpty() ? QStringLiteral("request.via") : path,
                            tr("Request files (*.via);;All files (*)"));
        if (path.isEmpty())
            return false;
    }
    if (!writeFile(path, diag::writeRequestFile(state.requestForFile())))
        return false;
    file = path;
    showTitle();
    say(tr("Saved %1. Passwords are not in it, only references to them.").arg(QFileInfo(path).fileName()));
    return true;
}

void MainWindow::Private::exportLadder(bool mermaid)
{
    const diag::Flow *flow = store.flow(selection.intent());
    if (!flow)
        return;
    const QString text = mermaid ? diag::flowMermaid(*flow) : diag::flowText(*flow);
    const QString path = chooseToSave(tr("Export ladder"), mermaid ? QStringLiteral("ladder.mmd") : QStringLiteral("ladder.txt"),
                                      mermaid ? tr("Mermaid (*.mmd *.md)") : tr("Text (*.txt)"));
    if (!path.isEmpty() && writeFile(path, text.toUtf8()))
        say(tr("Exported to %1").arg(QFileInfo(path).fileName()));
}

/// \param name  with its folder, or in that of the file chosen last. \return empty: none was chosen
QString MainWindow::Private::chooseToSave(const QString &title, const QString &name, const QString &kinds)
{
    const QString path = QFileDialog::getSaveFileName(q, title, QDir(settings.fileFolder()).filePath(name), kinds);
    if (!path.isEmpty())
        settings.setFileFolder(QFileInfo(path).absolutePath());
    return path;
}

bool MainWindow::Private::writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile out(path);
    if (out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit())
        return true;
    say(tr("%1 could not be written: %2").arg(path, out.errorString()), true);
    return false;
}

void MainWindow::Private::showTitle()
{
    q->setWindowTitle(file.isEmpty() ? QStringLiteral("Viatrace") : tr("Viatrace: %1").arg(QFileInfo(file).fileName()));
}

} // namespace ui
