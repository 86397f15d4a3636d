// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/form_page.h"

#include "composer/header_rows_editor.h"
#include "composer/symbols.h"
#include "models/theme.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace ui {

using sip::HeaderId;

FormPage::FormPage(ComposerState &state, QWidget *parent) : QWidget(parent), m_state(state)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 8, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    int at = 0;
    const auto add = [&](const QString &name, QLineEdit *edit) {
        auto *label = new QLabel(name);
        label->setBuddy(edit);
        grid->addWidget(label, at, 0);
        grid->addWidget(edit, at++, 1);
    };
    m_from = line(tr("From"), tr("<sip:alice@example.com>"));
    m_to = line(tr("To"), tr("filled in from the target"));
    m_contact = line(tr("Contact"), tr("filled in where needed"));
    m_user = line(tr("User name"), tr("for a challenge; may stay empty"));
    m_password = line(tr("Password"), QString());
    m_realm = line(tr("Realm"), tr("any"));
    m_realm->setToolTip(tr("The one realm these credentials are for; empty: any realm that asks."));
    add(tr("From"), m_from);
    add(tr("To"), m_to);
    add(tr("Contact"), m_contact);
    add(tr("User name"), m_user);
    add(tr("Password"), m_password);
    add(tr("Realm"), m_realm);

    m_password->setEchoMode(QLineEdit::Password);
    m_password->setToolTip(tr("Kept in memory only: never written to a file, a trace or an export."));
    QAction *reveal = m_password->addAction(symbol(Symbol::Eye), QLineEdit::TrailingPosition);
    reveal->setText(tr("Show password"));
    reveal->setToolTip(tr("Show password"));
    reveal->setCheckable(true);
    connect(reveal, &QAction::toggled, this, [this, reveal](bool on) {
        m_password->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
        reveal->setIcon(symbol(on ? Symbol::EyeOff : Symbol::Eye));
        reveal->setToolTip(on ? tr("Hide password") : tr("Show password"));
    });

    grid->setRowMinimumHeight(at++, 4);
    auto *headers = new HeaderRowsEditor(m_state, this);
    grid->addWidget(headers, at, 0, 1, 2);
    grid->setRowStretch(at++, 3);
    m_body = new QPlainTextEdit(this);
    m_body->setAccessibleName(tr("Body"));
    m_body->setTabChangesFocus(true);
    m_body->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_body->setPlaceholderText(tr("no body"));
    m_body->setMinimumHeight(70);
    auto *bodyLabel = new QLabel(tr("Body"));
    bodyLabel->setBuddy(m_body);
    grid->addWidget(bodyLabel, at++, 0, 1, 2);
    grid->addWidget(m_body, at, 0, 1, 2);
    grid->setRowStretch(at++, 2);

    const auto bind = [this](QLineEdit *edit, HeaderId id) {
        connect(edit, &QLineEdit::textEdited, this,
                [this, id](const QString &text) { m_state.setField(id, text.trimmed().toUtf8()); });
    };
    bind(m_from, HeaderId::From);
    bind(m_to, HeaderId::To);
    bind(m_contact, HeaderId::Contact);
    for (QLineEdit *edit : {m_user, m_password, m_realm})
        connect(edit, &QLineEdit::textEdited, this, &FormPage::takeCredential);
    connect(m_body, &QPlainTextEdit::textChanged, this, [this] {
        // The state may hold octets that a text view cannot; they are replaced by an edit only.
        QString shown = QString::fromUtf8(m_state.message().body());
        if (m_body->toPlainText() != shown.remove(u'\r'))
            m_state.setBody(m_body->toPlainText().replace(u'\n', QLatin1String("\r\n")).toUtf8());
    });
    connect(&m_state, &ComposerState::changed, this, &FormPage::showState);
    showState();
}

QLineEdit *FormPage::line(const QString &name, const QString &hint)
{
    auto *edit = new QLineEdit(this);
    edit->setAccessibleName(name);
    edit->setPlaceholderText(hint);
    return edit;
}

void FormPage::takeCredential()
{
    sip::Credential credential = m_state.credential();
    credential.username = m_user->text().toUtf8();
    credential.password = m_password->text().toUtf8();
    credential.realm = m_realm->text().toUtf8();
    if (!credential.password.isEmpty())
        credential.ha1.clear(); // what is typed replaces a hash that came with a file
    m_state.setCredential(credential);
}

void FormPage::showState()
{
    const auto show = [](QLineEdit *edit, const QByteArray &value) {
        const QString text = QString::fromUtf8(value);
        if (edit->text() != text && edit->text().trimmed() != text)
            edit->setText(text);
    };
    show(m_from, m_state.field(HeaderId::From));
    show(m_to, m_state.field(HeaderId::To));
    show(m_contact, m_state.field(HeaderId::Contact));
    const sip::Credential credential = m_state.credential();
    show(m_user, credential.username);
    show(m_password, credential.password);
    show(m_realm, credential.realm);
    const QString body = QString::fromUtf8(m_state.message().body()).remove(u'\r');
    m_body->setFont(theme::monospace());
    if (m_body->toPlainText() != body)
        m_body->setPlainText(body);
}

} // namespace ui
