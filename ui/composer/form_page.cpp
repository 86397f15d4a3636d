// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/form_page.h"

#include "composer/credential_editor.h"
#include "composer/header_rows_editor.h"
#include "composer/session_button.h"
#include "models/theme.h"

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
    add(tr("From"), m_from);
    add(tr("To"), m_to);
    add(tr("Contact"), m_contact);
    auto *credentials = new CredentialEditor(m_state, this);
    grid->setColumnMinimumWidth(0, credentials->labelWidth());
    grid->addWidget(credentials, at++, 0, 1, 2);

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
    m_session = new SessionButton(*m_body, [this] { return SessionBuilder::Start{{}, {}, {}, {}, m_state.localAddress()}; });
    connect(m_session, &SessionButton::written, this, [this] { m_state.setField(HeaderId::ContentType, "application/sdp"); });
    auto *bodyBar = new QHBoxLayout;
    bodyBar->addWidget(bodyLabel);
    bodyBar->addStretch();
    bodyBar->addWidget(m_session);
    grid->addLayout(bodyBar, at++, 0, 1, 2);
    grid->addWidget(m_body, at, 0, 1, 2);
    grid->setRowStretch(at++, 2);

    const auto bind = [this](QLineEdit *edit, HeaderId id) {
        connect(edit, &QLineEdit::textEdited, this,
                [this, id](const QString &text) { m_state.setField(id, text.trimmed().toUtf8()); });
    };
    bind(m_from, HeaderId::From);
    bind(m_to, HeaderId::To);
    bind(m_contact, HeaderId::Contact);
    connect(m_body, &QPlainTextEdit::textChanged, this, [this] {
        // The state may hold octets that a text view cannot; they are replaced by an edit only.
        QString shown = QString::fromUtf8(m_state.message().body());
        if (m_body->toPlainText() != shown.remove(u'\r'))
            m_state.setBody(m_body->toPlainText().replace(u'\n', QLatin1String("\r\n")).toUtf8());
    });
    connect(&m_state, &ComposerState::changed, this, &FormPage::showState);
    showState();
}

void FormPage::buildSession()
{
    m_session->setFocus(); // the page scrolls to it
    m_session->click();
}

QLineEdit *FormPage::line(const QString &name, const QString &hint)
{
    auto *edit = new QLineEdit(this);
    edit->setAccessibleName(name);
    edit->setPlaceholderText(hint);
    return edit;
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
    const QString body = QString::fromUtf8(m_state.message().body()).remove(u'\r');
    m_body->setFont(theme::monospace());
    if (m_body->toPlainText() != body)
        m_body->setPlainText(body);
}

} // namespace ui
