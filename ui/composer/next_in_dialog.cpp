// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/next_in_dialog.h"

#include "composer/session_button.h"
#include "composer/wire_fields.h"
#include "dialog/detours.h"
#include "message/headers.h"
#include "models/theme.h"
#include "request/request_builder.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using Offer = sip::NextRequest::Offer;

/// What people send most. The text is untranslated: it goes on the wire.
struct Preset {
    const char *name;
    const char *method, *rows, *body;
    Offer offer = Offer::AsGiven;
};
constexpr Preset presets[] = {
    {QT_TRANSLATE_NOOP("ui::NextInDialog", "INFO: press a key (DTMF)"), "INFO", "Content-Type: application/dtmf-relay",
     "Signal=5\nDuration=160\n"},
    {QT_TRANSLATE_NOOP("ui::NextInDialog", "Hold (re-INVITE)"), "INVITE", "", "", Offer::Hold},
    {QT_TRANSLATE_NOOP("ui::NextInDialog", "Resume (re-INVITE)"), "INVITE", "", "", Offer::Resume},
    {QT_TRANSLATE_NOOP("ui::NextInDialog", "re-INVITE without an offer"), "INVITE", "", ""},
    {QT_TRANSLATE_NOOP("ui::NextInDialog", "UPDATE"), "UPDATE", "", ""},
    {QT_TRANSLATE_NOOP("ui::NextInDialog", "MESSAGE"), "MESSAGE", "Content-Type: text/plain", "Hello"},
    {QT_TRANSLATE_NOOP("ui::NextInDialog", "REFER: transfer"), "REFER", "Refer-To: <sip:carol@example.com>", ""},
    {QT_TRANSLATE_NOOP("ui::NextInDialog", "OPTIONS"), "OPTIONS", "Accept: application/sdp", ""},
    {QT_TRANSLATE_NOOP("ui::NextInDialog", "Refresh the subscription"), "SUBSCRIBE", "Event: %1\nExpires: 600", ""},
    {QT_TRANSLATE_NOOP("ui::NextInDialog", "End the subscription"), "SUBSCRIBE", "Event: %1\nExpires: 0", ""},
    {QT_TRANSLATE_NOOP("ui::NextInDialog", "BYE"), "BYE", "", ""},
};

} // namespace

NextInDialog::NextInDialog(QWidget *parent)
    : QDialog(parent), m_preset(new QComboBox), m_method(new QComboBox), m_rows(wireEditor(tr("Header rows"), 3)),
      m_body(wireEditor(tr("Body"), 4)), m_preview(wireEditor(tr("As it will be sent"), 8)), m_target(new QLabel),
      m_warning(new QLabel), m_wrong(new QLabel), m_send(new QPushButton(tr("Send")))
{
    setWindowTitle(tr("Next in dialog"));
    setObjectName(u"nextInDialog"_s);
    m_preset->setAccessibleName(tr("Start from"));
    for (const Preset &preset : presets)
        m_preset->addItem(tr(preset.name));
    m_method->setAccessibleName(tr("Method"));
    m_method->setEditable(true);
    m_method->setInsertPolicy(QComboBox::NoInsert);
    m_method->addItems({u"INFO"_s, u"INVITE"_s, u"UPDATE"_s, u"BYE"_s, u"MESSAGE"_s, u"REFER"_s, u"OPTIONS"_s, u"NOTIFY"_s,
                        u"SUBSCRIBE"_s, u"PRACK"_s});
    m_preview->setReadOnly(true);
    m_rows->setPlaceholderText(tr("Name: value"));
    for (QLabel *const label : {m_target, m_warning, m_wrong}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }

    auto *form = new QFormLayout;
    form->addRow(tr("Start from"), m_preset);
    form->addRow(tr("Method"), m_method);
    form->addRow(tr("Header rows"), m_rows);
    form->addRow(QString(), m_wrong);
    form->addRow(tr("Body"), m_body);
    auto *session = new SessionButton(*m_body, [this] {
        return SessionBuilder::Start{.body = {}, .usual = m_description, .offer = {}, .inForce = m_description, .local = m_local};
    });
    form->addRow(QString(), session);
    form->addRow(tr("Goes to"), m_target);
    form->addRow(QString(), m_warning);
    m_rows->setMaximumHeight(m_rows->minimumHeight());
    m_body->setMaximumHeight(m_body->minimumHeight() * 2);
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_send, QDialogButtonBox::ActionRole);
    m_send->setDefault(true);
    connect(buttons->addButton(QDialogButtonBox::Close), &QPushButton::clicked, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(overPreview(form, m_preview), 1);
    layout->addWidget(buttons);
    resize(560, 620);

    connect(session, &SessionButton::written, this, [this] {
        m_offer = Offer::AsGiven; // the one that is written goes out, not the one that would be put in
        setRow(*m_rows, "Content-Type", "application/sdp");
        showPreview();
    });
    connect(m_preset, &QComboBox::activated, this, &NextInDialog::usePreset);
    connect(m_method, &QComboBox::editTextChanged, this, [this] {
        if (m_method->currentText() != u"INVITE"_s && m_method->currentText() != u"UPDATE"_s)
            m_offer = Offer::AsGiven;
        showPreview();
    });
    for (QPlainTextEdit *const text : {m_rows, m_body})
        connect(text, &QPlainTextEdit::textChanged, this, &NextInDialog::showPreview);
    connect(m_send, &QPushButton::clicked, this, [this] { emit sendRequested(request()); });
    usePreset(0);
}

void NextInDialog::usePreset(int preset)
{
    const Preset &chosen = presets[size_t(preset)];
    m_offer = chosen.offer;
    m_method->setEditText(QString::fromLatin1(chosen.method));
    m_rows->setPlainText(QString::fromLatin1(chosen.rows).replace(u"%1"_s, QString::fromUtf8(m_event)));
    m_body->setPlainText(QString::fromLatin1(chosen.body));
    showPreview();
}

void NextInDialog::startFor(const QByteArray &event)
{
    if (event == m_event)
        return;
    m_event = event;
    const auto *const first = std::find_if(std::begin(presets), std::end(presets), [&event](const Preset &preset) {
        return event == callEvent || QByteArrayView(preset.method) == "SUBSCRIBE";
    });
    m_preset->setCurrentIndex(int(first - std::begin(presets)));
    usePreset(m_preset->currentIndex());
}

void NextInDialog::setDialog(const sip::DialogFacts &facts, const sip::TransportAddress &first, const sip::Endpoint &local,
                             const QByteArray &description)
{
    m_description = description;
    m_facts = facts;
    m_first = first;
    m_local = local;
    setWindowTitle(
        tr("Next in dialog, tag %1").arg(facts.remoteTag.isEmpty() ? tr("none") : QString::fromUtf8(facts.remoteTag.left(40))));
    showPreview();
}

sip::NextRequest NextInDialog::request() const
{
    sip::NextRequest next;
    next.method = m_method->currentText().trimmed().toUtf8();
    readRows(m_rows->toPlainText(), &next.rows);
    next.body = wireBody(*m_body);
    next.offer = m_offer;
    return next;
}

/// What is odd about where it goes; \a target: in words.
QStringList NextInDialog::warnings(const sip::ComposedRequest &composed, QString *target) const
{
    const auto show = [](const sip::TransportAddress &address) {
        return u"%1:%2"_s.arg(QString::fromLatin1(sip::protocolName(address.protocol)),
                              QString::fromLatin1(address.remote.text()));
    };
    const sip::Expected<sip::NextHop> hop = sip::nextHop(composed);
    if (!hop) {
        *target = show(m_first);
        return {tr("It goes where the first request went: %1").arg(hop.error().detail)};
    }
    *target = u"%1 (%2)"_s.arg(QString::fromUtf8(hop->text()), hop->why);
    QStringList all = sip::detours(m_facts, *hop, m_first);
    //= R3311.5.1-1
    if (!m_facts.peerAllow.isEmpty() && !m_facts.peerAllow.contains(composed.method))
        all << tr("The peer's Allow does not name %1.").arg(QString::fromUtf8(composed.method));
    if (m_facts.state == sip::DialogFacts::State::Terminated)
        all << tr("The dialog has ended.");
    return all;
}

void NextInDialog::showPreview()
{
    QList<sip::ComposedRow> rows;
    const int wrong = readRows(m_rows->toPlainText(), &rows);
    const sip::NextRequest next = request();
    const bool isMethod = sip::isToken(next.method);
    m_wrong->setVisible(wrong != 0 || !isMethod);
    m_wrong->setText(wrong != 0 ? tr("Line %1 is no header row: \"Name: value\" is expected.").arg(wrong)
                                : tr("A method is one word, such as INFO."));
    m_wrong->setForegroundRole(QPalette::WindowText);
    m_send->setEnabled(wrong == 0 && isMethod && m_facts.state != sip::DialogFacts::State::Terminated &&
                       !m_facts.callId.isEmpty());
    if (!isMethod) {
        m_preview->clear();
        return;
    }
    const sip::ComposedRequest composed = sip::composeInDialog(m_facts, next, m_facts.localSequence + 1);
    QString target;
    const QStringList odd = warnings(composed, &target);
    m_target->setText(target);
    m_target->setAccessibleName(tr("Goes to: %1").arg(target));
    m_warning->setAccessibleName(odd.join(u' '));
    m_warning->setText(odd.join(u'\n'));
    m_warning->setVisible(!odd.isEmpty());
    QPalette palette = m_warning->palette();
    palette.setColor(QPalette::WindowText, theme::colour(theme::Meaning::Warning));
    m_warning->setPalette(palette);
    m_wrong->setPalette(palette);
    const sip::Expected<sip::NextHop> hop = sip::nextHop(composed);
    QString text =
        QString::fromUtf8(sip::previewRequest(composed, m_local, hop ? hop->address.protocol : m_first.protocol).wire());
    if (m_offer != Offer::AsGiven)
        text += tr("(the session description as agreed, with the direction changed, is put in when it is sent)");
    m_preview->setPlainText(text.replace(u"\r\n"_s, u"\n"_s));
}

} // namespace ui
