// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/dialog_inspector.h"

#include "flow/capabilities.h"
#include "flow/row_words.h"
#include "inspectors/fact_labels.h"
#include "message/headers.h"
#include "models/theme.h"
#include "sdp/negotiation.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using diag::DialogInfo;

QString text(const QByteArray &bytes)
{
    return diag::words::shown(bytes, 300);
}

QString tagText(const QByteArray &tag)
{
    return tag.isEmpty() ? DialogInspector::tr("no tag") : text(tag);
}

QString stateText(sip::DialogFacts::State state)
{
    switch (state) {
    case sip::DialogFacts::State::Early: return DialogInspector::tr("early");
    case sip::DialogFacts::State::Confirmed: return DialogInspector::tr("confirmed");
    case sip::DialogFacts::State::Terminated: return DialogInspector::tr("terminated");
    }
    return {};
}

QTreeWidget *sessionTable(const QString &name)
{
    auto *table = new QTreeWidget;
    table->setAccessibleName(name);
    table->setRootIsDecorated(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setAlternatingRowColors(true);
    table->setHeaderLabels({DialogInspector::tr("Media"), DialogInspector::tr("Offer"), DialogInspector::tr("Answer")});
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return table;
}

/// Offer by answer: for each m= line where media goes, codecs, direction and packet time.
void fill(QTreeWidget *table, const QList<sip::NegotiatedMedia> &all)
{
    table->clear();
    for (const sip::NegotiatedMedia &media : all) {
        const QString refused = media.refused ? DialogInspector::tr("refused") : QString();
        const bool answered = media.answerLine != 0;
        const auto line = [&](const QString &name, const QString &offer, const QString &answer) {
            auto *row = new QTreeWidgetItem(table, {name, offer, answer});
            row->setToolTip(1, offer);
            row->setToolTip(2, answer);
            return row;
        };
        const auto detail = [&](const QString &name, const QString &offer, const QString &answer) {
            line(name, offer, answer)->setForeground(0, theme::colour(theme::Meaning::Muted));
        };
        line(text(media.kind), text(media.offerAddress),
             answered        ? text(media.answerAddress)
             : media.refused ? media.summary
                             : QString());
        detail(DialogInspector::tr("codecs"), diag::formatsText(media.offered),
               media.refused && answered ? refused : diag::formatsText(media.answered));
        detail(DialogInspector::tr("direction"), QString::fromLatin1(sip::directionName(media.offerDirection)),
               answered ? QString::fromLatin1(sip::directionName(media.answerDirection)) : QString());
        if (media.offerPtime || media.answerPtime)
            detail(DialogInspector::tr("ptime"), media.offerPtime ? DialogInspector::tr("%1 ms").arg(media.offerPtime) : u"-"_s,
                   media.answerPtime ? DialogInspector::tr("%1 ms").arg(media.answerPtime) : u"-"_s);
    }
    table->resizeColumnToContents(0);
    table->header()->resizeSection(1, std::max(120, (table->width() - table->columnWidth(0)) / 2));
    const int rows = table->topLevelItemCount();
    table->setFixedHeight(table->header()->sizeHint().height() + rows * std::max(18, table->sizeHintForRow(0)) + 4);
}

/// "loose (lr)" or "strict": how the request is routed there (RFC 3261 12.2.1.1).
QString routeText(const QByteArray &route)
{
    const auto address = sip::parseNameAddr(route);
    const bool loose = address && !address->uri.param("lr").isNull();
    return u"%1  %2"_s.arg(text(route), loose ? QString() : DialogInspector::tr("(strict router: no lr)")).trimmed();
}

} // namespace

DialogInspector::DialogInspector(FlowStore &store, Selection &selection, QWidget *parent)
    : InspectorPage(store, selection, Follows::Flow, parent), m_which(new QComboBox), m_factsBox(new QWidget),
      m_sessionBox(new QWidget), m_refusedBox(new QWidget), m_waitingBox(new QWidget), m_facts(new QFormLayout),
      m_problems(new QLabel), m_refusedWhy(new QLabel), m_session(sessionTable(tr("Session"))),
      m_refused(sessionTable(tr("Refused offer"))), m_waiting(new QComboBox), m_status(new QComboBox),
      m_next(new QPushButton(tr("Next in dialog..."))), m_answer(new QPushButton(tr("Answer", "button"))),
      m_composeAnswer(new QPushButton(tr("Compose...")))
{
    m_which->setAccessibleName(tr("Dialog"));
    m_which->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_which->setMinimumContentsLength(12);
    m_next->setToolTip(tr("Compose the next request in this dialog: tags, Route and CSeq are filled in (Ctrl+D)"));
    auto *top = new QHBoxLayout;
    top->addWidget(m_which, 1);
    top->addWidget(m_next);

    m_waiting->setAccessibleName(tr("Request of the peer"));
    m_status->setAccessibleName(tr("Answer with"));
    m_status->setEditable(true);
    m_status->addItems({u"200 OK"_s, u"180 Ringing"_s, u"486 Busy Here"_s, u"488 Not Acceptable Here"_s, u"603 Decline"_s,
                        u"500 Server Internal Error"_s});
    m_composeAnswer->setToolTip(tr("Answer with a reason phrase, header rows and a body of your own"));
    for (QComboBox *const box : {m_waiting, m_status}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(10);
    }
    auto *waiting = new QVBoxLayout(m_waitingBox);
    auto *which = new QHBoxLayout, *how = new QHBoxLayout;
    which->addWidget(new QLabel(tr("Waits:")));
    which->addWidget(m_waiting, 1);
    how->addWidget(m_status, 1);
    how->addWidget(m_answer);
    how->addWidget(m_composeAnswer);
    waiting->addLayout(which);
    waiting->addLayout(how);

    m_facts->setContentsMargins({});
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_facts->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_factsBox->setLayout(m_facts);

    m_session->setObjectName(u"session"_s);
    m_refused->setObjectName(u"refused"_s);
    m_refusedWhy->setWordWrap(true);
    m_refusedWhy->setTextFormat(Qt::PlainText);
    m_refusedWhy->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *refused = new QVBoxLayout(m_refusedBox);
    refused->setContentsMargins({});
    refused->addWidget(headingLabel(tr("Refused offer")));
    refused->addWidget(m_refused);
    refused->addWidget(m_refusedWhy);
    m_problems->setWordWrap(true);
    m_problems->setTextFormat(Qt::PlainText);
    auto *session = new QVBoxLayout(m_sessionBox);
    session->setContentsMargins({});
    session->addWidget(headingLabel(tr("Session")));
    session->addWidget(m_session);
    session->addWidget(m_problems);

    auto *inside = new QWidget;
    auto *body = new QVBoxLayout(inside);
    body->setContentsMargins(10, 4, 10, 10);
    body->setSpacing(10);
    body->addWidget(m_factsBox);
    body->addWidget(m_refusedBox);
    body->addWidget(m_sessionBox);
    body->addStretch();

    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins(0, 8, 0, 0);
    for (QLayout *const bar : {static_cast<QLayout *>(top), static_cast<QLayout *>(waiting)})
        bar->setContentsMargins(10, 0, 10, 0);
    layout->addLayout(top);
    layout->addWidget(m_waitingBox);
    layout->addWidget(scrolling(inside), 1);

    connect(m_which, &QComboBox::activated, this, [this](int index) {
        m_tag = m_which->itemData(index).toByteArray();
        refresh();
    });
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (const DialogInfo *info = shown())
            emit nextRequested(m_selection.intent(), info->facts.remoteTag);
    });
    connect(m_answer, &QPushButton::clicked, this, &DialogInspector::answer);
    connect(m_composeAnswer, &QPushButton::clicked, this, [this] {
        if (m_waiting->currentIndex() >= 0)
            emit answerComposerRequested(m_selection.intent(), m_waiting->currentData().value<sip::TransactionId>());
    });
}

/// The one chosen, while the flow has it; else the newest that is alive; else the last.
const DialogInfo *DialogInspector::shown() const
{
    if (!flow() || flow()->dialogs.isEmpty())
        return nullptr;
    const DialogInfo *best = nullptr;
    for (const DialogInfo &info : flow()->dialogs) {
        if (!m_tag.isNull() && info.facts.remoteTag == m_tag)
            return &info;
        if (!best || info.facts.state != sip::DialogFacts::State::Terminated ||
            best->facts.state == sip::DialogFacts::State::Terminated)
            best = &info;
    }
    return best;
}

void DialogInspector::refresh()
{
    const DialogInfo *info = shown();
    std::optional<diag::RefusedOffer> refused;
    if (info)
        refused = diag::refusedOfferOf(*flow(), info->facts.remoteTag);
    if (flow() && !refused && (!info || info->offer.isEmpty()))
        refused = diag::refusedOfferOf(*flow(), {}); // of the INVITE that was to begin it
    for (QWidget *const widget : {static_cast<QWidget *>(m_which), static_cast<QWidget *>(m_next), m_factsBox})
        widget->setVisible(info);
    showRefused(refused);
    if (!info && refused) {
        m_sessionBox->hide();
        showWaiting();
        showContent();
        return;
    }
    if (!info) {
        showEmpty(flow() ? tr("This request has made no dialog. An INVITE makes one with every answer that has a tag of its own, "
                              "SUBSCRIBE and "
                              "REFER with the first NOTIFY.")
                         : tr("Select a request to see its dialogs."));
        return;
    }
    showDialogs();
    showFacts(*info);
    showSession(*info);
    showWaiting();
    m_next->setEnabled(info->facts.state != sip::DialogFacts::State::Terminated && !flow()->finished);
    showContent();
}

void DialogInspector::showDialogs()
{
    const QByteArray now = shown()->facts.remoteTag;
    m_which->clear();
    for (const DialogInfo &info : flow()->dialogs) {
        m_which->addItem(tr("%1, %2, tag %3").arg(text(info.method), stateText(info.facts.state), tagText(info.facts.remoteTag)),
                         info.facts.remoteTag);
        if (info.facts.remoteTag == now)
            m_which->setCurrentIndex(m_which->count() - 1);
    }
}

void DialogInspector::showFacts(const DialogInfo &info)
{
    const sip::DialogFacts &facts = info.facts;
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    const auto add = [this](const QString &name, const QString &words) { m_facts->addRow(name, valueLabel(name, words)); };
    m_facts->addRow(headingLabel(tr("Where the next request goes")));
    add(tr("Target"), text(facts.remoteTarget));
    add(tr("Known from"), facts.targetSource);
    QStringList routes;
    for (const QByteArray &route : facts.routeSet)
        routes << routeText(route);
    add(tr("Route set"), routes.isEmpty() ? tr("empty: straight to the target") : routes.join(u'\n'));
    add(tr("Allow"), facts.peerAllow.isEmpty() ? tr("the peer has not said") : text(facts.peerAllow));
    m_facts->addRow(headingLabel(tr("Dialog")));
    add(tr("State"), stateText(facts.state));
    add(tr("Call-ID"), text(facts.callId));
    add(tr("Local tag"), tagText(facts.localTag));
    add(tr("Remote tag"), tagText(facts.remoteTag));
    add(tr("Local"), text(facts.from));
    add(tr("Remote"), text(facts.to));
    add(tr("Our CSeq"), QString::number(facts.localSequence));
    add(tr("Peer's CSeq"), facts.remoteSequence < 0 ? tr("none yet") : QString::number(facts.remoteSequence));
}

void DialogInspector::showSession(const DialogInfo &info)
{
    m_sessionBox->setVisible(!info.offer.isEmpty());
    m_session->clear();
    if (info.offer.isEmpty())
        return;
    const QList<sip::NegotiatedMedia> table =
        sip::negotiated(sip::SessionDescription::parse(info.offer), sip::SessionDescription::parse(info.answer));
    fill(m_session, table);
    QStringList problems;
    for (const sip::NegotiatedMedia &media : table) {
        problems << tr("%1: %2").arg(text(media.kind), media.summary);
        problems << media.problems;
    }
    m_problems->setText(problems.join(u'\n'));
    m_problems->setVisible(!problems.isEmpty());
}

/// An offer that was refused since, each m= line with what is known against it; the session goes on as it was.
void DialogInspector::showRefused(const std::optional<diag::RefusedOffer> &refused)
{
    m_refusedBox->setVisible(refused.has_value());
    if (!refused)
        return;
    fill(m_refused, refused->table());
    QStringList why{refused->offeredByUs ? tr("%1 of the peer to our offer:").arg(refused->status)
                                         : tr("%1 of ours to the peer's offer:").arg(refused->status)};
    for (const sip::OfferRefusal &one : refused->why)
        why << diag::words::cleaned(one.text, 400);
    m_refusedWhy->setText(why.join(u'\n'));
    m_refusedWhy->setAccessibleName(m_refusedWhy->text());
}

void DialogInspector::showWaiting()
{
    const QVariant before = m_waiting->currentData();
    m_waiting->clear();
    for (const diag::WaitingRequest &one : flow()->waiting)
        m_waiting->addItem(tr("%1 of the peer").arg(text(one.method)), QVariant::fromValue(one.transaction));
    m_waiting->setCurrentIndex(std::max(0, m_waiting->findData(before)));
    m_waitingBox->setVisible(m_waiting->count() > 0 && !flow()->finished);
}

void DialogInspector::answer()
{
    bool ok = false;
    const int status = m_status->currentText().trimmed().left(3).toInt(&ok);
    if (ok && status >= 100 && status <= 699 && m_waiting->currentIndex() >= 0)
        emit answerRequested(m_selection.intent(), m_waiting->currentData().value<sip::TransactionId>(), status);
    else
        m_status->setFocus();
}

} // namespace ui
