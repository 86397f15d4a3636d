// SPDX-License-Identifier: GPL-3.0-or-later
#include "ladder/verdict_card.h"

#include "ladder/status_badge.h"
#include "models/flat_style.h"
#include "models/row_text.h"
#include "request/request_builder.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int MostFixes = 2;

} // namespace

VerdictCard::VerdictCard(FlowStore &store, Selection &selection, QWidget *parent)
    : QWidget(parent), m_store(store), m_selection(selection), m_badge(new StatusBadge), m_sentence(new QLabel),
      m_more(new QLabel), m_evidence(new QPushButton(tr("Show why"))),
      m_compare(new QPushButton(tr("What changed between attempts"))), m_actions(new QHBoxLayout), m_soon(new QTimer(this))
{
    setObjectName(QStringLiteral("verdictCard"));
    setAccessibleName(tr("Verdict"));
    m_sentence->setObjectName(QStringLiteral("verdictSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sentence->setFocusPolicy(Qt::NoFocus);
    m_more->setTextFormat(Qt::PlainText);
    m_more->setForegroundRole(QPalette::PlaceholderText);
    m_evidence->setObjectName(QStringLiteral("evidenceButton"));
    m_evidence->setToolTip(tr("Select the row of the ladder that shows it"));
    m_compare->setObjectName(QStringLiteral("compareButton"));
    m_compare->setToolTip(tr("Put the first and the last request side by side"));

    m_actions->setContentsMargins(0, 0, 0, 0);
    m_actions->addWidget(m_evidence);
    m_actions->addWidget(m_compare);
    m_actions->addWidget(m_more);
    m_actions->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(m_sentence);
    right->addLayout(m_actions);
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(16, 12, 16, 12);
    all->setSpacing(16);
    all->addWidget(m_badge, 0, Qt::AlignTop);
    all->addLayout(right, 1);

    m_soon->setSingleShot(true);
    m_soon->setInterval(150);
    connect(m_soon, &QTimer::timeout, this, &VerdictCard::refresh);
    connect(&selection, &Selection::intentChanged, this, &VerdictCard::refresh);
    connect(&store, &FlowStore::cleared, this, &VerdictCard::refresh);
    connect(&store, &FlowStore::flowChanged, this, [this](sip::IntentId intent) {
        if (intent != m_selection.intent() || m_soon->isActive())
            return;
        const diag::Flow *flow = m_store.flow(intent);
        // The end is shown at once; on the way there is no hurry.
        if (flow && flow->finished)
            refresh();
        else
            m_soon->start();
    });
    connect(m_compare, &QPushButton::clicked, this, [this] { emit compareRequested(m_selection.intent()); });
    connect(m_evidence, &QPushButton::clicked, this, [this] {
        const QList<diag::Finding> findings = m_store.findings(m_selection.intent());
        if (!findings.isEmpty() && !findings.constFirst().rows.isEmpty())
            m_selection.setRow(findings.constFirst().rows.constLast());
    });
    refresh();
}

QString VerdictCard::sentence() const
{
    return m_sentence->text();
}

QString VerdictCard::plainSentence(const diag::Flow &flow) const
{
    const QString what = QString::fromUtf8(flow.method);
    if (!flow.finished && !flow.waiting.isEmpty())
        return tr("%1 of the peer waits for your answer: it is given on the page Dialog.")
            .arg(QString::fromUtf8(flow.waiting.constFirst().method));
    const bool lasts = std::any_of(flow.dialogs.begin(), flow.dialogs.end(), [](const diag::DialogInfo &one) {
        return one.facts.state == sip::DialogFacts::State::Confirmed;
    });
    if (!flow.finished && lasts)
        return flow.method == "INVITE"
                   ? tr("The call is up. Send what is next in its dialog (Ctrl+D), or hang up (Esc).")
                   : tr("The dialog of this %1 lasts. Send what is next in it (Ctrl+D), or end it (Esc).").arg(what);
    // A registration or publication that is kept goes on after its answer.
    const bool kept = sip::methodTraits(flow.method).leavesState &&
                      std::any_of(flow.attempts.begin(), flow.attempts.end(),
                                  [](const diag::AttemptInfo &one) { return one.status >= 200 && one.status < 300; });
    if (!flow.finished && kept)
        return tr("%1 was accepted, and is refreshed in time until you end it (Esc).").arg(what);
    if (!flow.finished)
        return flow.attempts.size() > 1 ? tr("%1 is on its way, attempt %2.").arg(what).arg(flow.attempts.size())
                                        : tr("%1 is on its way.").arg(what);
    const auto requests = int(std::count_if(flow.attempts.begin(), flow.attempts.end(), [&flow](const diag::AttemptInfo &one) {
        return one.sends > 0 && one.method == flow.method && one.why != "next" && one.why != "refresh" && one.why != "recovery" &&
               one.why != "remove" && one.why != "unsubscribe";
    }));
    if (flow.status >= 200 && flow.status < 300)
        return requests > 1 ? tr("%1 was accepted after %n requests.", nullptr, requests).arg(what)
                            : tr("%1 was accepted at the first request.").arg(what);
    if (flow.status == 0)
        return tr("%1 is over without a final status.").arg(what);
    return flow.origin() == diag::Origin::Local ? tr("%1 got no usable answer; this status was made here.").arg(what)
                                                : tr("%1 was answered with %2.").arg(what).arg(flow.status);
}

void VerdictCard::refresh()
{
    const sip::IntentId intent = m_selection.intent();
    const diag::Flow *flow = m_store.flow(intent);
    setVisible(flow != nullptr && intent != 0);
    if (!flow || intent == 0)
        return;
    // What is still under way is not judged: its findings would change with every row.
    const QList<diag::Finding> findings = flow->finished ? m_store.findings(intent) : QList<diag::Finding>();
    m_badge->setFlow(flow);
    m_more->setText(findings.size() > 1 ? tr("and %n more findings", nullptr, int(findings.size()) - 1) : QString());
    m_more->setVisible(findings.size() > 1);
    m_sentence->setText(findings.isEmpty() ? plainSentence(*flow) : findings.constFirst().text);
    m_evidence->setVisible(!findings.isEmpty() && !findings.constFirst().rows.isEmpty());
    m_compare->setVisible(flow->attempts.size() > 1);
    showFixes(findings);
    setAccessibleDescription(m_badge->text() + QStringLiteral(". ") + m_sentence->text());
    update();
}

void VerdictCard::showFixes(const QList<diag::Finding> &findings)
{
    qDeleteAll(m_fixes);
    m_fixes.clear();
    for (const diag::Finding &finding : findings) {
        if (!finding.fix || m_fixes.size() == MostFixes)
            continue;
        auto *button = new QPushButton(finding.fix->label, this);
        button->setObjectName(QStringLiteral("fixButton%1").arg(m_fixes.size() + 1));
        button->setToolTip(finding.text);
        button->setDefault(m_fixes.isEmpty());
        connect(button, &QPushButton::clicked, this,
                [this, fix = *finding.fix] { emit fixRequested(m_selection.intent(), fix); });
        m_actions->insertWidget(int(m_fixes.size()), button);
        m_fixes.append(button);
    }
}

void VerdictCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.fillRect(QRect(0, height() - 1, width(), 1), outlineColour(palette()));
}

} // namespace ui
