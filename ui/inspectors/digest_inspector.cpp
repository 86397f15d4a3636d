// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/digest_inspector.h"

#include "flow/row_words.h"
#include "inspectors/mark_icon.h"
#include "inspectors/wrapped_text.h"
#include "models/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using Severity = sip::LintMark::Severity;

constexpr qsizetype MostDecisions = 20; ///< a response with more challenges is an attack or a test
constexpr int ValueRole = Qt::UserRole; ///< a step's value as shown, in one line

QTreeWidget *list(const QString &objectName, const QString &accessibleName)
{
    auto *tree = new QTreeWidget;
    tree->setObjectName(objectName);
    tree->setAccessibleName(accessibleName);
    tree->setFrameShape(QFrame::NoFrame);
    tree->setHeaderHidden(true);
    tree->setColumnCount(2);
    tree->header()->setStretchLastSection(true);
    return tree;
}

void setInk(QWidget *widget, theme::Meaning meaning)
{
    QPalette palette = widget->palette();
    palette.setColor(QPalette::WindowText, theme::colour(meaning));
    widget->setPalette(palette);
}

} // namespace

DigestInspector::DigestInspector(FlowStore &store, Selection &selection, QWidget *parent)
    : InspectorPage(store, selection, Follows::Flow, parent), m_summary(new QLabel), m_decisions(new QVBoxLayout),
      m_which(new QComboBox), m_verdictIcon(new QLabel), m_verdict(new QLabel),
      m_steps(list(u"digestSteps"_s, tr("Digest, step by step"))), m_secrets(new QPushButton)
{
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_decisions->setSpacing(4);
    m_which->setObjectName(u"whichAnswer"_s);
    m_which->setAccessibleName(tr("Answer"));
    m_verdict->setObjectName(u"verdict"_s);
    m_verdict->setWordWrap(true);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_steps->setRootIsDecorated(false);
    m_steps->setIndentation(12);
    m_steps->setColumnWidth(0, 150);
    m_steps->setContextMenuPolicy(Qt::CustomContextMenu);
    m_secrets->setObjectName(u"showSecrets"_s);
    m_secrets->setCheckable(true);
    m_secrets->setFocusPolicy(Qt::StrongFocus);
    m_secrets->setText(tr("Show password and HA1"));
    m_secrets->setToolTip(tr("A1 holds the password, HA1 is as good as the password for this realm. They are shown until another "
                             "row is selected."));

    auto *verdictRow = new QHBoxLayout;
    verdictRow->addWidget(m_verdictIcon, 0, Qt::AlignTop);
    verdictRow->addWidget(m_verdict, 1);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(10, 10, 10, 4);
    top->addWidget(m_summary);
    top->addLayout(m_decisions);
    top->addWidget(m_which);
    top->addLayout(verdictRow);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(10, 4, 10, 8);
    bottom->addWidget(m_secrets);
    bottom->addStretch();
    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_steps, 1);
    layout->addLayout(bottom);

    connect(m_which, &QComboBox::activated, this, &DigestInspector::showAnswer);
    connect(m_secrets, &QPushButton::toggled, this, [this] { showAnswer(m_which->currentIndex()); });
    connect(m_steps, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        if (!m_steps->currentItem())
            return;
        QMenu menu(this);
        menu.addAction(tr("Copy value"), this, &DigestInspector::copyValue);
        menu.exec(m_steps->viewport()->mapToGlobal(at));
    });
    auto *copyKey = new QShortcut(QKeySequence::Copy, m_steps, nullptr, nullptr, Qt::WidgetShortcut);
    connect(copyKey, &QShortcut::activated, this, &DigestInspector::copyValue);
}

void DigestInspector::refresh()
{
    const diag::LadderRow *selected = row();
    m_subject = selected && flow() ? digestSubject(*flow(), *selected) : DigestSubject{};
    if (m_subject.decisions.isEmpty() && m_subject.answers.isEmpty()) {
        showEmpty(selected ? tr("Nothing about passwords in this row. Select a 401 or 407, the authentication row after it, or a "
                                "request with credentials.")
                           : tr("Select a 401 or 407, the authentication row after it, or a request with credentials to see how "
                                "the answer is worked out."));
        return;
    }
    const bool sameRow = m_shown == m_selection.row();
    m_shown = m_selection.row();
    if (!sameRow) {
        const QSignalBlocker quiet(m_secrets);
        m_secrets->setChecked(false);
    }
    showDecisions();
    const int before = m_which->currentIndex();
    m_which->clear();
    for (const DigestSubject::Answer &answer : m_subject.answers)
        m_which->addItem(answer.title);
    if (sameRow && before >= 0 && before < m_which->count())
        m_which->setCurrentIndex(before);
    m_which->setVisible(m_subject.answers.size() > 1);
    showAnswer(m_which->currentIndex());
    showContent();
}

void DigestInspector::showDecisions()
{
    m_summary->setText(m_subject.summary);
    m_summary->setVisible(!m_subject.summary.isEmpty());
    while (QLayoutItem *line = m_decisions->takeAt(0)) {
        line->widget()->deleteLater();
        delete line;
    }
    const QList<sip::AuthDecision> shown = m_subject.decisions.mid(0, MostDecisions);
    for (const sip::AuthDecision &decision : shown)
        m_decisions->addWidget(decisionLine(decision));
}

QWidget *DigestInspector::decisionLine(const sip::AuthDecision &decision)
{
    const QString what =
        u"%1 %2"_s.arg(diag::words::shown(decision.scheme, 30), diag::words::shown(decision.algorithm, 30)).trimmed();
    const QString why = diag::words::cleaned(decision.why, 600);
    auto *line = new QWidget;
    line->setObjectName(u"decision"_s);
    line->setAccessibleName(u"%1, %2: %3"_s.arg(what, decision.answered ? tr("answered") : tr("not answered"), why));
    line->setToolTip(u"%1, realm \"%2\"\nnonce %3\nqop %4\nrule %5"_s.arg(
        decision.proxy ? u"Proxy-Authenticate"_s : u"WWW-Authenticate"_s, diag::words::shown(decision.realm, 60),
        diag::words::shown(decision.nonce, 80), decision.qop.isEmpty() ? tr("none") : diag::words::shown(decision.qop, 30),
        QLatin1String(decision.rule)));
    auto *icon = new QLabel;
    icon->setPixmap((decision.answered ? okIcon() : markIcon(Severity::Info)).pixmap(16));
    auto *text = new QLabel(u"<b>%1</b> %2"_s.arg(what.toHtmlEscaped(), why.toHtmlEscaped()));
    text->setTextFormat(Qt::RichText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    return line;
}

void DigestInspector::showAnswer(int index)
{
    m_steps->clear();
    const bool any = index >= 0 && index < m_subject.answers.size();
    m_verdict->setVisible(any);
    m_verdictIcon->setVisible(any);
    m_secrets->setVisible(any);
    if (!any)
        return;
    const DigestSubject::Answer &answer = m_subject.answers[index];
    const sip::ComposedRequest *request = m_store.request(m_selection.intent());
    const QList<sip::Credential> credentials = request ? request->credentials : QList<sip::Credential>();
    const DigestCheck check = checkDigest(answer.question, credentialFor(answer.question.sent, credentials));

    using Verdict = DigestCheck::Verdict;
    const QString words = check.verdict == Verdict::Match      ? tr("Match.")
                          : check.verdict == Verdict::Mismatch ? tr("Mismatch.")
                                                               : tr("Not checked.");
    m_verdict->setText(QStringList{words, check.sentence, check.explanation}.join(u' ').simplified());
    m_verdict->setAccessibleName(m_verdict->text());
    setInk(m_verdict, check.verdict == Verdict::Match      ? theme::Meaning::Ok
                      : check.verdict == Verdict::Mismatch ? theme::Meaning::Error
                                                           : theme::Meaning::Muted);
    m_verdictIcon->setPixmap(check.verdict == Verdict::Match
                                 ? okIcon().pixmap(16)
                                 : markIcon(check.verdict == Verdict::Mismatch ? Severity::Error : Severity::Info).pixmap(16));

    const QFont font = theme::monospace();
    const int width = m_steps->viewport()->width() - m_steps->indentation() - 12;
    bool hasSecret = false;
    QFont bold = m_steps->font();
    bold.setWeight(QFont::DemiBold);
    for (const DigestStep &step : check.steps) {
        hasSecret = hasSecret || !step.masked.isEmpty();
        const bool masked = !step.masked.isEmpty() && !m_secrets->isChecked();
        const QString value = masked ? step.masked : diag::words::shown(step.value, 2000);
        auto *name = new QTreeWidgetItem(m_steps, {step.name, step.formula});
        name->setFont(0, bold);
        name->setForeground(1, theme::colour(theme::Meaning::Muted));
        name->setToolTip(1, step.formula);
        auto *result = new QTreeWidgetItem(name, {wrappedText(value, QFontMetrics(font), width)});
        result->setFont(0, font);
        result->setData(0, ValueRole, value);
        result->setData(0, Qt::AccessibleTextRole,
                        masked ? tr("%1 is hidden").arg(step.name) : u"%1: %2"_s.arg(step.name, value));
        result->setFirstColumnSpanned(true);
        name->setExpanded(true);
    }
    m_secrets->setVisible(hasSecret);
}

void DigestInspector::resizeEvent(QResizeEvent *event)
{
    InspectorPage::resizeEvent(event);
    if (isVisible())
        showAnswer(m_which->currentIndex());
}

void DigestInspector::copyValue() const
{
    const QTreeWidgetItem *item = m_steps->currentItem();
    if (item && !item->parent() && item->childCount() > 0)
        item = item->child(0);
    if (item)
        QGuiApplication::clipboard()->setText(item->data(0, ValueRole).toString());
}

} // namespace ui
