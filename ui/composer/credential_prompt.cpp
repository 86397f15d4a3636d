// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/credential_prompt.h"

#include "composer/credential_fields.h"
#include "message/headers.h"
#include "models/flat_style.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int RoomForTwo = 480; ///< pixels of width from which two fields stand side by side

QList<CredentialKind> kindsFor(const CredentialQuestion &question)
{
    QList<CredentialKind> kinds;
    if (question.password)
        kinds << CredentialKind::Password;
    if (question.subscriber)
        kinds << CredentialKind::Subscriber;
    if (question.token)
        kinds << CredentialKind::Token;
    return kinds;
}

QString sentence(const CredentialQuestion &question)
{
    QStringList offered;
    for (const QByteArray &name : question.offered)
        offered << QString::fromUtf8(name.left(40));
    const QString who = question.proxy ? CredentialPrompt::tr("Proxy realm \"%1\"") : CredentialPrompt::tr("Realm \"%1\"");
    const QString text = kindsFor(question).size() > 1 ? CredentialPrompt::tr("%1 asks for a credential (%2 offered)")
                         : question.password           ? CredentialPrompt::tr("%1 asks for a user name and password (%2 offered)")
                         : question.subscriber         ? CredentialPrompt::tr("%1 asks for the keys of a subscriber (%2 offered)")
                                                       : CredentialPrompt::tr("%1 asks for an access token (%2 offered)");
    return text.arg(who.arg(QString::fromUtf8(question.realm.left(200)).simplified()), offered.join(QStringLiteral(", ")));
}

} // namespace

CredentialPrompt::CredentialPrompt(FlowStore &store, Selection &selection, QWidget *parent)
    : QWidget(parent), m_store(store), m_selection(selection), m_column(new QVBoxLayout(this)),
      m_send(new QPushButton(tr("Send again"), this)), m_later(new QPushButton(tr("Not now"), this))
{
    setObjectName(QStringLiteral("credentialPrompt"));
    setAccessibleName(tr("Credentials asked for"));
    m_send->setAccessibleName(tr("Send again"));
    m_send->setToolTip(tr("Keep this in the composer and send the same request again (Enter)"));
    m_later->setAccessibleName(tr("Not now"));
    m_later->setToolTip(tr("Close this bar (Esc); credentials can be given in the composer too"));
    for (QPushButton *button : {m_send, m_later})
        button->setAutoDefault(false);
    m_send->setDefault(true); // looks like what comes next; Enter belongs to the fields

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_send);
    buttons->addWidget(m_later);
    buttons->addStretch(1);
    m_column->setContentsMargins(16, 10, 16, 12);
    m_column->setSpacing(10);
    m_column->addLayout(buttons);

    connect(m_send, &QPushButton::clicked, this, &CredentialPrompt::send);
    connect(m_later, &QPushButton::clicked, this, &CredentialPrompt::dismiss);
    connect(&selection, &Selection::intentChanged, this, &CredentialPrompt::refresh);
    connect(&store, &FlowStore::cleared, this, &CredentialPrompt::refresh);
    connect(&store, &FlowStore::flowChanged, this, [this](sip::IntentId intent) {
        if (intent == m_selection.intent())
            refresh();
    });
    hide();
}

void CredentialPrompt::refresh()
{
    const sip::IntentId intent = m_selection.intent();
    const diag::Flow *flow = m_store.flow(intent);
    const bool wanted = flow && m_store.request(intent) && !m_done.contains(intent);
    const QList<CredentialQuestion> questions = wanted ? credentialQuestions(*flow) : QList<CredentialQuestion>();
    QList<CredentialQuestion> asked;
    for (const Part &part : m_parts)
        asked << part.question;
    if (intent == m_intent && questions == asked)
        return; // what is being typed stays
    m_intent = intent;
    ask(questions);
}

void CredentialPrompt::ask(const QList<CredentialQuestion> &questions)
{
    const bool asked = isAsking();
    for (const Part &part : m_parts) {
        part.whole->hide();
        part.whole->deleteLater(); // the answer may come from one of its fields
    }
    m_parts.clear();
    const QByteArray user = likelyUser();
    for (const CredentialQuestion &question : questions) {
        auto *whole = new QWidget(this);
        auto *inside = new QVBoxLayout(whole);
        inside->setContentsMargins(0, 0, 0, 0);
        inside->setSpacing(6);
        auto *text = new QLabel(sentence(question));
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        QFont bold = text->font();
        bold.setWeight(QFont::DemiBold);
        text->setFont(bold);
        auto *fields = new CredentialFields;
        fields->setAccessibleName(text->text());
        fields->setRealmGiven(true);
        fields->setKinds(kindsFor(question));
        CredentialDraft draft{kindsFor(question).constFirst(), {}};
        draft.typed.realm = question.realm;
        draft.typed.username = user;
        fields->setDraft(draft);
        inside->addWidget(text);
        inside->addWidget(fields);
        m_column->insertWidget(int(m_parts.size()), whole);
        m_parts.append({question, fields, whole});
        connect(fields, &CredentialFields::edited, this, [fields] { fields->showProblem({}); });
        connect(fields, &CredentialFields::submitted, this, &CredentialPrompt::send);
    }
    if (isAsking())
        setAccessibleDescription(sentence(m_parts.first().question));
    orderTabs();
    fitColumns();
    setVisible(isAsking());
    if (asked != isAsking())
        emit askingChanged(isAsking());
}

/// The fields come before the buttons, which were there first.
void CredentialPrompt::orderTabs()
{
    QWidget *before = m_send;
    do {
        before = before->previousInFocusChain();
    } while (before != m_send && !(before->focusPolicy() & Qt::TabFocus));
    for (const Part &part : m_parts) {
        for (QWidget *field : part.fields->findChildren<QWidget *>()) {
            if (!(field->focusPolicy() & Qt::TabFocus) || field->window() != window()) // the list of a combo box is a window
                continue;
            setTabOrder(before, field);
            before = field;
        }
    }
}

/// Who the request says it is from, most likely.
QByteArray CredentialPrompt::likelyUser() const
{
    const sip::ComposedRequest *request = m_store.request(m_intent);
    if (!request)
        return {};
    for (const sip::Credential &credential : request->credentials)
        if (!credential.username.isEmpty())
            return credential.username;
    for (const sip::ComposedRow &row : request->rows) {
        if (row.muted || sip::headerId(row.name) != sip::HeaderId::From)
            continue;
        const auto from = sip::parseNameAddr(row.value);
        if (from && from->uri.isSip() && from->uri.user() != "anonymous")
            return QByteArray::fromPercentEncoding(from->uri.user());
    }
    return {};
}

void CredentialPrompt::send()
{
    QList<sip::Credential> credentials;
    for (const Part &part : m_parts) {
        const CredentialDraft &draft = part.fields->draft();
        const sip::Credential value = draft.value();
        CredentialProblem problem = draft.problem();
        if (draft.kind != CredentialKind::Token && value.username.isEmpty())
            problem = {CredentialPart::User, tr("User name is missing.")};
        else if (draft.kind == CredentialKind::Password && value.password.isEmpty())
            problem = {CredentialPart::Password, tr("Password is missing.")};
        else if (draft.kind == CredentialKind::Token && value.token.isEmpty())
            problem = {CredentialPart::Token, tr("Token is missing.")};
        part.fields->showProblem(problem);
        if (problem.part != CredentialPart::None) {
            QWidget *field = draft.kind == CredentialKind::Password ? part.fields->firstEmpty() : nullptr;
            if (field)
                field->setFocus(Qt::OtherFocusReason);
            return;
        }
        credentials << value;
    }
    const sip::IntentId intent = m_intent;
    m_done.insert(intent);
    ask({});
    emit answered(intent, credentials);
}

void CredentialPrompt::dismiss()
{
    m_done.insert(m_intent);
    ask({});
}

void CredentialPrompt::focusFirst()
{
    for (const Part &part : m_parts) {
        if (QWidget *field = part.fields->firstEmpty()) {
            field->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

void CredentialPrompt::fitColumns()
{
    for (const Part &part : m_parts)
        part.fields->setColumns(width() < RoomForTwo ? 1 : 2);
}

bool CredentialPrompt::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && key->modifiers() == Qt::NoModifier && isAsking()) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                dismiss();
            return true;
        }
    }
    return QWidget::event(event);
}

void CredentialPrompt::resizeEvent(QResizeEvent *event)
{
    fitColumns();
    QWidget::resizeEvent(event);
}

void CredentialPrompt::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    painter.fillRect(QRect(0, height() - 1, width(), 1), outlineColour(palette()));
}

} // namespace ui
