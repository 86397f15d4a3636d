// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/credential_fields.h"

#include "composer/symbols.h"
#include "models/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

using Kind = CredentialKind;
using Part = CredentialPart;

const QList<Kind> allKinds = {Kind::Password, Kind::Ha1, Kind::Subscriber, Kind::Token, Kind::Anonymous};
constexpr const char *algorithms[] = {"MD5", "SHA-256", "SHA-512-256"};
enum Operator { Opc, Op };

QString kindName(Kind kind)
{
    switch (kind) {
    case Kind::Password: return CredentialFields::tr("Password");
    case Kind::Ha1: return CredentialFields::tr("Password hash (HA1)");
    case Kind::Subscriber: return CredentialFields::tr("AKA keys");
    case Kind::Token: return CredentialFields::tr("Bearer token");
    case Kind::Anonymous: break;
    }
    return CredentialFields::tr("Anonymous");
}

} // namespace

CredentialFields::CredentialFields(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this)), m_kinds(allKinds)
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(6);

    m_kind = new QComboBox(this);
    m_kind->setAccessibleName(tr("Kind of credential"));
    m_kind->setToolTip(tr("What answers a challenge: a password, or something else the server knows us by."));
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(5);
    m_kind->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    add(tr("Credential"), {m_kind}, allKinds, Part::None);

    using Credential = sip::Credential;
    m_user = add(
        tr("User name"), {}, [](Credential &c) -> QByteArray & { return c.username; },
        {Kind::Password, Kind::Ha1, Kind::Subscriber}, Part::User);
    secret(add(
        tr("Password"), {}, [](Credential &c) -> QByteArray & { return c.password; }, {Kind::Password}, Part::Password));
    secret(add(
        tr("HA1"), tr("hex digits"), [](Credential &c) -> QByteArray & { return c.ha1; }, {Kind::Ha1}, Part::Ha1));
    m_algorithm = new QComboBox(this);
    m_algorithm->setAccessibleName(tr("Algorithm of the HA1"));
    for (const char *name : algorithms)
        m_algorithm->addItem(QString::fromLatin1(name));
    add(tr("Algorithm"), {m_algorithm}, {Kind::Ha1}, Part::None);
    secret(add(
        tr("K"), tr("32 hex digits"), [](Credential &c) -> QByteArray & { return c.subscriber.k; }, {Kind::Subscriber}, Part::K));

    m_operator = new QComboBox(this);
    m_operator->addItems({tr("OPc"), tr("OP")});
    m_operator->setAccessibleName(tr("OPc or OP"));
    m_operator->setToolTip(tr("OPc as the card stores it, or OP of the operator, of which OPc is made with K (3GPP TS 35.206)."));
    m_operatorKey = secret(new QLineEdit(this));
    m_operatorKey->setPlaceholderText(tr("32 hex digits"));
    add(tr("Operator"), {m_operator, m_operatorKey}, {Kind::Subscriber}, Part::Operator);

    add(
        tr("AMF"), tr("any; or 4 hex digits"), [](Credential &c) -> QByteArray & { return c.subscriber.amf; }, {Kind::Subscriber},
        Part::Amf)
        ->setToolTip(tr("The AMF the network should use; empty: any is taken."));
    add(
        tr("SQN"), tr("any; or 12 hex digits"), [](Credential &c) -> QByteArray & { return c.subscriber.sqn; },
        {Kind::Subscriber}, Part::Sqn)
        ->setToolTip(tr("The highest sequence number used so far; empty: the network's is taken, whatever it is."));
    secret(add(
        tr("Token"), tr("access token; over TLS and WSS only"), [](Credential &c) -> QByteArray & { return c.token; },
        {Kind::Token}, Part::Token));
    add(
        tr("Issued by"), tr("any; or the URL of the server"), [](Credential &c) -> QByteArray & { return c.authzServer; },
        {Kind::Token}, Part::None)
        ->setToolTip(tr("The authorization server the token is of: a challenge that names another one does not get it "
                        "(RFC 8898 2.1.1)."));
    m_realm = add(
        tr("Realm"), {}, [](Credential &c) -> QByteArray & { return c.realm; }, allKinds, Part::Realm);
    m_realm->setToolTip(tr("The one realm this credential is for; empty: any realm that asks."));

    m_keep = new QCheckBox(tr("Keep in the keychain"), this);
    m_keep->setToolTip(tr("Keep the secrets of this credential in the keychain of this system, and fetch them at the next start. "
                          "Unticked they are taken out again."));
    add({}, {m_keep}, {Kind::Password, Kind::Ha1, Kind::Subscriber, Kind::Token}, Part::None);
    for (QLabel **label : {&m_problem, &m_keepProblem}) {
        *label = new QLabel(this);
        (*label)->setWordWrap(true);
        (*label)->setTextFormat(Qt::PlainText);
        (*label)->hide();
    }

    for (QComboBox *choice : {m_kind, m_algorithm, m_operator})
        connect(choice, &QComboBox::activated, this, &CredentialFields::take);
    for (const Field &field : m_fields)
        if (field.edit)
            connect(field.edit, &QLineEdit::textEdited, this, &CredentialFields::take);
    connect(m_operatorKey, &QLineEdit::textEdited, this, &CredentialFields::take);
    connect(m_keep, &QCheckBox::clicked, this, &CredentialFields::take);
    connect(m_keep, &QCheckBox::clicked, this, &CredentialFields::keepClicked);
    for (QLineEdit *edit : findChildren<QLineEdit *>())
        connect(edit, &QLineEdit::returnPressed, this, &CredentialFields::submitted);
    setKinds(allKinds);
}

QLineEdit *CredentialFields::add(const QString &name, const QString &hint, QByteArray &(*text)(sip::Credential &),
                                 const QList<Kind> &kinds, Part part)
{
    auto *edit = new QLineEdit(this);
    edit->setPlaceholderText(hint);
    edit->setAccessibleName(name);
    add(name, {edit}, kinds, part);
    m_fields.last().edit = edit;
    m_fields.last().text = text;
    return edit;
}

void CredentialFields::add(const QString &name, const QList<QWidget *> &parts, const QList<Kind> &kinds, Part part)
{
    auto *label = new QLabel(name, this);
    label->setBuddy(parts.constFirst());
    m_fields.append({label, parts, nullptr, nullptr, kinds, part});
}

QLineEdit *CredentialFields::secret(QLineEdit *edit)
{
    edit->setEchoMode(QLineEdit::Password);
    edit->setToolTip(tr("Never written to a file, a trace or an export."));
    QAction *reveal = edit->addAction(symbol(Symbol::Eye), QLineEdit::TrailingPosition);
    const auto describe = [this, edit, reveal](bool shown) {
        edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        reveal->setIcon(symbol(shown ? Symbol::EyeOff : Symbol::Eye));
        reveal->setToolTip(shown ? tr("Hide what is typed") : tr("Show what is typed"));
    };
    reveal->setText(tr("Show what is typed"));
    reveal->setCheckable(true);
    connect(reveal, &QAction::toggled, this, describe);
    describe(false);
    return edit;
}

void CredentialFields::setKinds(const QList<Kind> &kinds)
{
    m_kinds = kinds;
    m_kind->clear();
    for (const Kind kind : kinds)
        m_kind->addItem(kindName(kind), int(kind));
    if (!kinds.contains(m_draft.kind))
        m_draft.kind = kinds.value(0);
    showDraft();
}

void CredentialFields::setRealmGiven(bool given)
{
    m_realmGiven = given;
    arrange();
}

void CredentialFields::setColumns(int columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    arrange();
}

void CredentialFields::addBeside(QWidget *widget)
{
    widget->setParent(this);
    m_fields.first().parts.append(widget);
    arrange();
}

int CredentialFields::labelWidth() const
{
    int width = 0;
    for (const Field &field : m_fields)
        width = std::max(width, field.label->sizeHint().width());
    return width;
}

QWidget *CredentialFields::firstEmpty() const
{
    QWidget *first = nullptr;
    for (QLineEdit *edit : findChildren<QLineEdit *>()) {
        if (edit->isHidden())
            continue;
        if (edit->text().isEmpty())
            return edit;
        if (!first)
            first = edit;
    }
    return first;
}

void CredentialFields::setKeeping(bool can, const QString &problem)
{
    showText(m_keepProblem, problem.isEmpty() || !can ? QString() : tr("The keychain: %1").arg(problem));
    if (std::exchange(m_canKeep, can) != can)
        arrange();
}

void CredentialFields::showText(QLabel *label, const QString &text)
{
    label->setText(text);
    QPalette colours = label->palette();
    colours.setColor(QPalette::WindowText, theme::colour(theme::Meaning::Warning));
    label->setPalette(colours);
    label->setVisible(!text.isEmpty());
}

void CredentialFields::showProblem(const CredentialProblem &problem)
{
    showText(m_problem, problem.text);
    if (problem.part != m_problemAt) {
        m_problemAt = problem.part;
        arrange();
    }
}

bool CredentialFields::isShown(const Field &field) const
{
    if (field.parts.contains(m_kind))
        return m_kinds.size() > 1;
    if (field.parts.contains(m_keep) && !m_canKeep)
        return false;
    return field.kinds.contains(m_draft.kind) && !(m_realmGiven && field.edit == m_realm);
}

void CredentialFields::arrange()
{
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    int at = 0;
    for (const Field &field : m_fields) {
        const bool shown = isShown(field);
        field.label->setVisible(shown);
        for (QWidget *part : field.parts)
            part->setVisible(shown);
        if (field.parts.contains(m_keep))
            m_keepProblem->setVisible(shown && !m_keepProblem->text().isEmpty());
        if (!shown)
            continue;
        auto *row = new QHBoxLayout;
        row->setSpacing(6);
        for (QWidget *part : field.parts)
            row->addWidget(part, part->sizePolicy().horizontalPolicy() == QSizePolicy::Expanding ? 1 : 0);
        const int line = at / m_columns * 2, column = at % m_columns * 2; // a line of problems under each
        m_grid->addWidget(field.label, line, column);
        m_grid->addLayout(row, line, column + 1);
        if (field.part == m_problemAt && m_problemAt != Part::None)
            m_grid->addWidget(m_problem, line + 1, column + 1);
        if (field.parts.contains(m_keep))
            m_grid->addWidget(m_keepProblem, line + 1, column + 1);
        ++at;
    }
    for (int column = 0; column < m_grid->columnCount(); ++column)
        m_grid->setColumnStretch(column, column < 2 * m_columns ? column % 2 : 0);
    m_grid->setColumnMinimumWidth(0, m_columns == 1 ? labelWidth() : 0);

    m_user->setPlaceholderText(m_draft.kind == Kind::Subscriber ? tr("the private identity")
                               : m_realmGiven                   ? QString()
                                                                : tr("for a challenge; may stay empty"));
    m_realm->setPlaceholderText(m_draft.kind == Kind::Ha1 ? tr("the one it was made for") : tr("any"));
}

void CredentialFields::take()
{
    for (const Field &field : m_fields)
        if (field.edit)
            field.text(m_draft.typed) = field.edit->text().toUtf8();
    if (m_draft.kind == Kind::Ha1)
        m_draft.typed.ha1Algorithm = m_algorithm->currentText().toLatin1();
    if (m_draft.kind == Kind::Subscriber) {
        const bool opc = m_operator->currentIndex() == Opc;
        (opc ? m_draft.typed.subscriber.opc : m_draft.typed.subscriber.op) = m_operatorKey->text().toUtf8();
        (opc ? m_draft.typed.subscriber.op : m_draft.typed.subscriber.opc).clear();
        m_operatorKey->setAccessibleName(m_operator->currentText());
    }
    m_draft.keep = m_keep->isChecked();
    const auto kind = Kind(m_kind->currentData().toInt());
    if (kind != m_draft.kind) {
        m_draft.kind = kind;
        arrange();
    }
    emit edited();
}

void CredentialFields::setDraft(const CredentialDraft &draft)
{
    if (draft == m_draft)
        return;
    m_draft = draft;
    showDraft();
}

void CredentialFields::showDraft()
{
    const auto show = [](QLineEdit *edit, const QByteArray &value) {
        const QString text = QString::fromUtf8(value);
        if (edit->text() != text)
            edit->setText(text);
    };
    for (const Field &field : m_fields)
        if (field.edit)
            show(field.edit, field.text(m_draft.typed));
    const sip::SubscriberSecret &keys = m_draft.typed.subscriber;
    if (!keys.op.isEmpty() || !keys.opc.isEmpty())
        m_operator->setCurrentIndex(keys.opc.isEmpty() ? Op : Opc);
    show(m_operatorKey, keys.opc.isEmpty() ? keys.op : keys.opc);
    m_operatorKey->setAccessibleName(m_operator->currentText());
    const int algorithm = m_algorithm->findText(QString::fromUtf8(m_draft.typed.ha1Algorithm), Qt::MatchFixedString);
    m_algorithm->setCurrentIndex(std::max(0, algorithm));
    m_kind->setCurrentIndex(int(m_kinds.indexOf(m_draft.kind)));
    m_keep->setChecked(m_draft.keep);
    arrange();
}

} // namespace ui
