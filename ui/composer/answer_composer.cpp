// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/answer_composer.h"

#include "composer/session_button.h"
#include "composer/wire_fields.h"
#include "dialog/reliable_responses.h"
#include "dialog/response_in_dialog.h"
#include "flow/row_words.h"
#include "message/session_body.h"
#include "models/theme.h"
#include "project/answer_text.h"
#include "sdp/usual_description.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using sip::HeaderId;

constexpr int statuses[] = {200, 180, 183, 202, 302, 400, 403, 404, 415, 480, 481, 486, 488, 491, 500, 503, 600, 603};

/// Answers that carry a description: those that take a call or a change, and early media.
bool describes(int status, QByteArrayView method)
{
    return (method == "INVITE" || method == "UPDATE") && (status / 100 == 2 || (status == 183 && method == "INVITE"));
}

/// What is out and what was agreed, as the dialog shows it.
sip::OfferAnswer sessionOf(const diag::WaitingRequest &request, const diag::DialogInfo *dialog)
{
    const bool agreed = dialog && !dialog->answer.isEmpty();
    sip::OfferAnswer session =
        agreed ? sip::OfferAnswer::agreedOn(dialog->offer, dialog->answer, dialog->offeredByUs) : sip::OfferAnswer();
    const bool answered = agreed && request.request.toTag().isEmpty(); // by a reliable 1xx before
    if (const auto carrier = sip::requestCarrier(request.method); carrier && !answered)
        session.take(sip::OfferAnswer::Party::Peer, *carrier, sip::sessionDescriptionOf(request.request));
    return session;
}

} // namespace

AnswerComposer::AnswerComposer(QWidget *parent)
    : QDialog(parent), m_about(new QLabel), m_wrong(new QLabel), m_remark(new QLabel), m_status(new QComboBox),
      m_reliable(new QCheckBox(tr("Reliable: again until its PRACK (RFC 3262)"))), m_rows(wireEditor(tr("Header rows"), 3)),
      m_body(wireEditor(tr("Body"), 6)), m_preview(wireEditor(tr("As it will be sent"), 8)), m_rule(new QLineEdit),
      m_send(new QPushButton(tr("Send")))
{
    setWindowTitle(tr("Answer by hand"));
    setObjectName(u"answerComposer"_s);
    m_status->setAccessibleName(tr("Status and reason"));
    m_status->setEditable(true);
    m_status->setInsertPolicy(QComboBox::NoInsert);
    m_status->setMaxVisibleItems(int(std::size(statuses)));
    for (const int one : statuses)
        m_status->addItem(u"%1 %2"_s.arg(one).arg(QString::fromLatin1(sip::defaultReason(one))));
    m_rows->setPlaceholderText(tr("Name: value"));
    m_preview->setReadOnly(true);
    m_rule->setReadOnly(true);
    m_rule->setAccessibleName(tr("As a rule"));
    m_rule->setToolTip(
        tr("One line for Answers in the options, --answer and request files: such a request is then answered so by "
           "itself."));
    for (QLabel *const label : {m_about, m_wrong, m_remark}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }

    auto *form = new QFormLayout;
    form->addRow(tr("Answers"), m_about);
    form->addRow(tr("Status"), m_status);
    form->addRow(QString(), m_reliable);
    form->addRow(tr("Header rows"), m_rows);
    form->addRow(QString(), m_wrong);
    form->addRow(tr("Body"), m_body);
    auto *session = new SessionButton(*m_body, [this] { return start(); });
    form->addRow(QString(), session);
    form->addRow(QString(), m_remark);
    form->addRow(tr("As a rule"), m_rule);
    m_rows->setMaximumHeight(m_rows->minimumHeight());
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_send, QDialogButtonBox::ActionRole);
    m_send->setDefault(true);
    connect(buttons->addButton(QDialogButtonBox::Close), &QPushButton::clicked, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(overPreview(form, m_preview), 1);
    layout->addWidget(buttons);
    resize(600, 680);

    connect(session, &SessionButton::written, this, [this] { setRow(*m_rows, "Content-Type", "application/sdp"); });
    connect(m_status, &QComboBox::editTextChanged, this, &AnswerComposer::propose);
    connect(m_reliable, &QCheckBox::toggled, this, &AnswerComposer::showPreview);
    for (QPlainTextEdit *const text : {m_rows, m_body})
        connect(text, &QPlainTextEdit::textChanged, this, &AnswerComposer::showPreview);
    connect(m_send, &QPushButton::clicked, this, [this] { emit answerRequested(answer()); });
}

void AnswerComposer::setRequest(const diag::WaitingRequest &request, const diag::DialogInfo *dialog)
{
    m_request = request;
    m_facts = dialog ? dialog->facts : sip::DialogFacts();
    m_description = sip::usualDescription(sessionOf(request, dialog), request.request, 200, false, request.path.local, [] {
                        return 1;
                    }).value_or({});
    m_inForce = dialog ? dialog->description() : QByteArray();
    m_waits = true;
    m_about->setText(
        tr("%1 from %2").arg(diag::words::startLine(request.request), QString::fromLatin1(request.path.remote.text())));
    m_about->setAccessibleName(tr("Answers: %1").arg(m_about->text()));
    m_rows->setPlainText({});
    m_body->setPlainText({});
    m_proposedRows.clear();
    m_proposedBody.clear();
    m_status->setEditText(m_status->itemText(0));
    m_reliable->setChecked(sip::reliabilityAsked(request.request) == sip::Reliability::Required);
    propose();
}

/// What the builder begins with where there is no description in the body: the usual one, or one that refuses every stream.
SessionBuilder::Start AnswerComposer::start() const
{
    SessionBuilder::Start start{
        .body = {}, .usual = m_description, .offer = {}, .inForce = m_inForce, .local = m_request.path.local};
    if (m_request.method == "INVITE" || m_request.method == "UPDATE")
        start.offer = sip::sessionDescriptionOf(m_request.request).toByteArray();
    if (start.usual.isEmpty() && !start.offer.isEmpty())
        start.usual = sip::answerAsBefore(sip::SessionDescription::parse(start.offer), sip::SessionDescription::parse(m_inForce),
                                          start.local, 1);
    return start;
}

void AnswerComposer::setWaiting(bool waits)
{
    m_waits = waits;
    showPreview();
}

int AnswerComposer::status() const
{
    bool ok = false;
    const QString text = m_status->currentText().trimmed();
    const int number = text.section(u' ', 0, 0).toInt(&ok);
    return ok && number >= 100 && number <= 699 ? number : 0;
}

sip::ComposedAnswer AnswerComposer::answer() const
{
    sip::ComposedAnswer answer;
    answer.status = status();
    answer.reason = m_status->currentText().trimmed().section(u' ', 1).trimmed().toUtf8();
    if (QByteArrayView(answer.reason) == sip::defaultReason(answer.status))
        answer.reason.clear();
    readRows(m_rows->toPlainText(), &answer.rows);
    answer.body = wireBody(*m_body);
    answer.reliable = m_reliable->isChecked() && mayBeReliable();
    return answer;
}

bool AnswerComposer::mayBeReliable() const
{
    return m_request.method == "INVITE" && status() > 100 && status() < 200 &&
           sip::reliabilityAsked(m_request.request) != sip::Reliability::None;
}

/// Rows and body that fit the status, where nobody has typed others.
void AnswerComposer::propose()
{
    const bool body = describes(status(), m_request.method) && !m_description.isEmpty();
    const QString rows = body                  ? u"Content-Type: application/sdp"_s
                         : status() / 100 == 3 ? u"Contact: <sip:carol@example.com>"_s
                                               : QString();
    const QString description = body ? shownBody(m_description) : QString();
    if (m_rows->toPlainText() == std::exchange(m_proposedRows, rows))
        m_rows->setPlainText(rows);
    if (m_body->toPlainText() == std::exchange(m_proposedBody, description))
        m_body->setPlainText(description);
    showPreview();
}

/// Empty: the notation has no place for what was composed.
QString AnswerComposer::ruleText(const sip::ComposedAnswer &answer) const
{
    const bool asUsual = answer.reason.isEmpty() && m_rows->toPlainText() == m_proposedRows && status() / 100 != 3 &&
                         m_body->toPlainText() == m_proposedBody && answer.status != 183;
    return asUsual ? QString::fromUtf8(
                         diag::answerText({.method = m_request.method,
                                           .steps = {{.after = {}, .status = answer.status, .reliable = answer.reliable}}}))
                   : QString();
}

void AnswerComposer::showPreview()
{
    QList<sip::ComposedRow> rows;
    const int wrong = readRows(m_rows->toPlainText(), &rows);
    const sip::ComposedAnswer composed = answer();
    m_wrong->setVisible(wrong != 0 || composed.status == 0);
    m_wrong->setText(wrong != 0 ? tr("Line %1 is no header row: \"Name: value\" is expected.").arg(wrong)
                                : tr("A status from 100 to 699 is expected, with a reason after it if you like."));
    const bool described = describes(composed.status, m_request.method) && (composed.status >= 200 || composed.reliable);
    const bool usual = described && composed.body.isEmpty() && !m_description.isEmpty();
    const QString remark = !m_waits                ? tr("It no longer waits: it was answered, or cancelled.")
                           : usual                 ? tr("Without a body of yours the usual description is sent.")
                           : composed.reliable     ? tr("RSeq is drawn when it is sent; the final answer waits for the PRACK.")
                           : composed.status < 200 ? tr("It goes on waiting for its final answer after this one.")
                                                   : QString();
    m_remark->setText(remark);
    m_remark->setAccessibleName(remark);
    m_remark->setVisible(!remark.isEmpty() && composed.status != 0);
    QPalette palette = m_wrong->palette();
    palette.setColor(QPalette::WindowText, theme::colour(theme::Meaning::Warning));
    m_wrong->setPalette(palette);
    const bool required = mayBeReliable() && sip::reliabilityAsked(m_request.request) == sip::Reliability::Required;
    m_reliable->setVisible(mayBeReliable());
    m_reliable->setEnabled(!required);
    m_send->setEnabled(m_waits && wrong == 0 && composed.status != 0);
    const QString rule = ruleText(composed);
    m_rule->setText(rule);
    m_rule->setPlaceholderText(tr("none: a rule has no place for reason, rows and body"));
    if (composed.status == 0 || m_request.transaction == 0) {
        m_preview->clear();
        return;
    }
    const sip::ResponseFacts facts{.toTag = m_facts.localTag,
                                   .contact = m_facts.contact,
                                   .beginsDialog = m_request.request.toTag().isEmpty(),
                                   .description = described ? m_description : QByteArray(),
                                   .rseq = composed.reliable ? 1u : 0u};
    m_preview->setPlainText(shownBody(sip::responseInDialog(m_request.request, facts, composed).toBytes()));
}

} // namespace ui
