// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/inspector_pane.h"

#include "inspectors/attempt_diff.h"
#include "inspectors/bindings_inspector.h"
#include "inspectors/capabilities_inspector.h"
#include "inspectors/dialog_inspector.h"
#include "inspectors/digest_inspector.h"
#include "inspectors/findings_list.h"
#include "inspectors/mark_icon.h"
#include "inspectors/message_tree.h"
#include "inspectors/path_inspector.h"
#include "inspectors/raw_view.h"
#include "inspectors/transaction_inspector.h"

#include <QEvent>
#include <QStyle>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

QByteArray fittingTab(const diag::LadderRow &row)
{
    using diag::RowKind;
    switch (row.kind) {
    case RowKind::Request:
    case RowKind::Response: return "message";
    case RowKind::Auth: return "digest";
    case RowKind::Timer: return "transaction";
    case RowKind::Local: return "findings";
    case RowKind::Note:
        if (row.event && (row.event->as<sip::DialogChanged>() || row.event->as<sip::SessionAgreed>()))
            return "dialog";
        return row.event && row.event->as<sip::StateChanged>() ? "transaction" : "findings";
    case RowKind::Dns:
    case RowKind::Tcp:
    case RowKind::Tls:
    case RowKind::Ws: return "path";
    }
    return {};
}

bool isMessageTab(const QByteArray &id)
{
    return id == "message" || id == "raw";
}

} // namespace

InspectorPane::InspectorPane(FlowStore &store, Selection &selection, QWidget *parent)
    : QWidget(parent), m_store(store), m_selection(selection), m_tabs(new QTabWidget), m_pin(new QToolButton)
{
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(false); // all tabs stay in sight, with shorter names when there is no room
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->tabBar()->setAccessibleName(tr("Inspector"));
    QFont font = m_tabs->font();
    font.setPointSizeF(font.pointSizeF() * 0.92);
    m_tabs->tabBar()->setFont(font);
    m_pin->setObjectName(u"pinTab"_s);
    m_pin->setIcon(pinIcon());
    m_pin->setCheckable(true);
    m_pin->setAutoRaise(true);
    m_pin->setFocusPolicy(Qt::StrongFocus);
    m_pin->setToolTip(tr("Stay on this tab, whatever row is selected"));
    m_pin->setAccessibleName(tr("Pin this tab"));
    m_tabs->setCornerWidget(m_pin);

    auto *findings = new FindingsList(store, selection);
    addTab("message", new MessageTree(store, selection), tr("Message"), tr("Msg"), tr("The message taken apart"));
    addTab("raw", new RawView(store, selection), tr("Raw"), tr("Raw"), tr("The message as it was on the wire"));
    addTab("digest", new DigestInspector(store, selection), tr("Digest"), tr("Digest"),
           tr("How the answer to a challenge is worked out"));
    addTab("transaction", new TransactionInspector(store, selection), tr("Transaction"), tr("States"), tr("States and timers"));
    auto *dialogs = new DialogInspector(store, selection);
    addTab("dialog", dialogs, tr("Dialog"), tr("Dialog"), tr("Dialogs, their session, and the next request in them"));
    auto *bindings = new BindingsInspector(store, selection);
    addTab("bindings", bindings, tr("Bindings"), tr("Binds"), tr("What the registrar keeps, and for how long"));
    addTab("capabilities", new CapabilitiesInspector(store, selection), tr("Capabilities"), tr("Can"),
           tr("What the other side can do, as far as it says so"));
    auto *path = new PathInspector(store, selection);
    addTab("path", path, tr("Path"), tr("Path"), tr("The way to the server: names, connections, certificates, sizes, NAT"));
    addTab("findings", findings, tr("Findings"), tr("Why"), tr("What can be said about this request"));
    addTab("attempts", new AttemptDiff(store, selection), tr("Attempts"), tr("Diff"), tr("What changed between attempts"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
    setAccessibleName(tr("Inspector"));
    showFittingTabs();

    connect(findings, &FindingsList::fixRequested, this, &InspectorPane::fixRequested);
    connect(dialogs, &DialogInspector::nextRequested, this, &InspectorPane::nextRequested);
    connect(dialogs, &DialogInspector::answerRequested, this, &InspectorPane::answerRequested);
    connect(dialogs, &DialogInspector::answerComposerRequested, this, &InspectorPane::answerComposerRequested);
    connect(bindings, &BindingsInspector::composeRequested, this, &InspectorPane::composeRequested);
    connect(path, &PathInspector::composeRequested, this, &InspectorPane::composeRequested);
    connect(bindings, &BindingsInspector::endRequested, this, &InspectorPane::endRequested);
    connect(&selection, &Selection::intentChanged, this, &InspectorPane::showFittingTabs);
    connect(&store, &FlowStore::flowChanged, this, [this](sip::IntentId intent) {
        if (intent == m_selection.intent())
            showFittingTabs();
    });
    connect(&selection, &Selection::rowChanged, this, &InspectorPane::bringFittingTab);
}

void InspectorPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_pin->setIcon(pinIcon());
}

void InspectorPane::addTab(const QByteArray &id, QWidget *page, const QString &title, const QString &shortTitle,
                           const QString &toolTip)
{
    page->setObjectName(QString::fromLatin1(id));
    const int index = m_tabs->addTab(page, title);
    m_tabs->setTabToolTip(index, toolTip);
    m_tabs->tabBar()->setAccessibleTabName(index, title);
    m_titles.append({title, shortTitle});
}

/// Pages for one kind of request stay away from the others, so that there is room for the titles of the rest.
void InspectorPane::showFittingTabs()
{
    const diag::Flow *const flow = m_store.flow(m_selection.intent());
    if (!flow && m_selection.intent() != 0) // just begun: its first event tells what it is
        return;
    const auto any = [flow](const QByteArray &method, auto fits) {
        return flow && (flow->method == method || std::any_of(flow->attempts.cbegin(), flow->attempts.cend(), fits));
    };
    const bool registers = any("REGISTER", [](const diag::AttemptInfo &one) { return one.method == "REGISTER"; });
    const bool tells = any("OPTIONS", [](const diag::AttemptInfo &one) {
        constexpr int refusals[] = {405, 415, 420, 421, 469, 489};
        return one.method == "OPTIONS" || std::find(std::begin(refusals), std::end(refusals), one.status) != std::end(refusals);
    });
    const bool talks = !registers && !(flow && flow->method == "OPTIONS");
    for (int i = 0; i < m_tabs->count(); ++i) {
        const QString id = m_tabs->widget(i)->objectName();
        if (id == u"bindings"_s)
            m_tabs->setTabVisible(i, registers);
        else if (id == u"capabilities"_s)
            m_tabs->setTabVisible(i, tells);
        else if (id == u"path"_s)
            m_tabs->setTabVisible(i, flow && (!flow->attempts.isEmpty() || flow->hasWay()));
        else if (id == u"dialog"_s)
            m_tabs->setTabVisible(i, talks || !flow->dialogs.isEmpty() || !flow->waiting.isEmpty());
    }
    fitTitles();
}

void InspectorPane::fitTitles()
{
    int wanted = m_pin->sizeHint().width();
    const int space = style()->pixelMetric(QStyle::PM_TabBarTabHSpace, nullptr, m_tabs->tabBar());
    for (int i = 0; i < m_titles.size(); ++i)
        if (m_tabs->isTabVisible(i))
            wanted += m_tabs->tabBar()->fontMetrics().horizontalAdvance(m_titles[i].first) + space + 2;
    const bool room = wanted <= width();
    for (int i = 0; i < m_titles.size(); ++i)
        if (const QString &title = room ? m_titles[i].first : m_titles[i].second; m_tabs->tabText(i) != title)
            m_tabs->setTabText(i, title);
}

void InspectorPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTitles();
}

void InspectorPane::showTab(QByteArray id)
{
    for (int i = 0; i < m_tabs->count(); ++i)
        if (m_tabs->widget(i)->objectName() == QLatin1String(id))
            m_tabs->setCurrentIndex(i);
}

QByteArray InspectorPane::currentTab() const
{
    return m_tabs->currentWidget()->objectName().toLatin1();
}

/// A user who reads raw messages stays with raw ones: tabs for the same kind of row do not replace each other.
void InspectorPane::bringFittingTab()
{
    const diag::LadderRow *row = m_store.row(m_selection.intent(), m_selection.row());
    if (!row || m_pin->isChecked())
        return;
    const QByteArray fitting = fittingTab(*row);
    const bool sameKind = fitting == m_fitting;
    m_fitting = fitting;
    if (!sameKind && !(isMessageTab(fitting) && isMessageTab(currentTab())))
        showTab(fitting);
}

} // namespace ui
