// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/road_tree.h"

#include "flow/dns_words.h"
#include "flow/path_words.h"
#include "flow/row_words.h"
#include "inspectors/mark_icon.h"
#include "inspectors/wrapped_text.h"
#include "models/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using Fate = diag::PathTarget::Fate;
using Severity = sip::LintMark::Severity;

enum Role { TargetRole = Qt::UserRole + 1, TextRole }; ///< QByteArray: the target; QString: the text before it was wrapped

QByteArray keyOf(const sip::DnsTarget &target)
{
    return sip::protocolName(target.address.protocol).toByteArray() + ':' + target.address.remote.text();
}

QTreeWidgetItem *add(QTreeWidgetItem *parent, const QString &text, const QString &tip = {})
{
    auto *item = new QTreeWidgetItem(parent, {text});
    item->setData(0, TextRole, text);
    item->setToolTip(0, tip.isEmpty() ? text : tip);
    return item;
}

QTreeWidgetItem *addMuted(QTreeWidgetItem *parent, const QString &text, const QString &tip = {})
{
    QTreeWidgetItem *const item = add(parent, text, tip);
    item->setForeground(0, theme::colour(theme::Meaning::Muted));
    return item;
}

bool isGood(const sip::DnsAnswer &answer)
{
    return answer.result == sip::DnsAnswer::Result::Records || answer.isDefinite();
}

QIcon fateIcon(Fate fate)
{
    switch (fate) {
    case Fate::Answered: return okIcon();
    case Fate::Failed: return markIcon(Severity::Error);
    case Fate::Drilled: return markIcon(Severity::Warning);
    case Fate::Trying: return markIcon(Severity::Info);
    case Fate::NotTried: break;
    }
    return {};
}

/// All that is drawn, to see whether it changed.
QString contentOf(const QList<diag::PathRoad> &roads)
{
    QStringList all;
    for (const diag::PathRoad &road : roads) {
        all << QString::fromUtf8(road.domain) << diag::words::roadSummary(road);
        for (const diag::PathQuestion &one : road.questions)
            all << diag::words::question(one.question) << (one.answer ? sip::resultText(*one.answer) : QString());
        for (const diag::PathTarget &one : road.targets)
            all << diag::words::target(one.target) << diag::words::targetStory(one);
    }
    return all.join(u'\n');
}

} // namespace

RoadTree::RoadTree(QWidget *parent)
    : QWidget(parent), m_tree(new QTreeWidget), m_detour(new QLabel), m_pin(new QPushButton(tr("Use only this target"))),
      m_drill(new QPushButton(tr("Drill")))
{
    m_tree->setAccessibleName(tr("How the server was found"));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(14);
    m_tree->setTextElideMode(Qt::ElideNone);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_detour->setWordWrap(true);
    m_detour->setTextFormat(Qt::PlainText);
    m_detour->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_pin->setToolTip(tr("Brings the request back into the composer with this target pinned"));
    m_drill->setToolTip(tr("Brings the request back into the composer; the ticked targets are taken for dead when it is sent: "
                           "nothing is sent to them, the wait is real"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_drill);
    buttons->addWidget(m_pin);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_tree);
    column->addWidget(m_detour);
    column->addLayout(buttons);

    connect(m_tree, &QTreeWidget::itemExpanded, this, &RoadTree::fit);
    connect(m_tree, &QTreeWidget::itemCollapsed, this, &RoadTree::fit);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &RoadTree::showActions);
    connect(m_tree, &QTreeWidget::itemChanged, this, [this] {
        if (!m_filling)
            showActions();
    });
    connect(m_pin, &QPushButton::clicked, this, [this] { emit pinRequested(chosen()); });
    connect(m_drill, &QPushButton::clicked, this, [this] { emit drillRequested(ticked()); });
}

void RoadTree::setRoads(sip::IntentId intent, const QList<diag::PathRoad> &roads, bool canCompose)
{
    m_canCompose = canCompose;
    const bool same = std::exchange(m_intent, intent) == intent;
    if (const QString content = contentOf(roads); content != m_shown) {
        m_shown = content;
        const QList<QByteArray> deadBefore = m_dead, tickedBefore = ticked();
        const QByteArray chosenBefore = same ? chosen() : QByteArray();
        m_filling = true;
        m_tree->clear();
        m_dead.clear();
        QStringList detours;
        for (const diag::PathRoad &road : roads) {
            addRoad(road);
            if (const QString detour = diag::words::detour(road); !detour.isEmpty())
                detours << detour;
        }
        m_detour->setText(detours.join(u'\n'));
        m_detour->setAccessibleName(m_detour->text());
        m_detour->setVisible(!detours.isEmpty());
        for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
            const QByteArray key = (*it)->data(0, TargetRole).toByteArray();
            if (same && !key.isEmpty() && deadBefore.contains(key) != tickedBefore.contains(key)) // by the user
                (*it)->setCheckState(0, tickedBefore.contains(key) ? Qt::Checked : Qt::Unchecked);
            if (!key.isEmpty() && key == chosenBefore)
                m_tree->setCurrentItem(*it);
        }
        m_filling = false;
        fit();
    }
    showActions();
}

void RoadTree::addRoad(const diag::PathRoad &road)
{
    const QString name = road.lookedUp ? diag::words::shown(road.domain, 80) : QString();
    const QString summary = diag::words::roadSummary(road);
    auto *top = new QTreeWidgetItem(m_tree, {name.isEmpty() ? summary : u"%1: %2"_s.arg(name, summary)});
    top->setData(0, TextRole, top->text(0));
    QFont bold = m_tree->font();
    bold.setWeight(QFont::DemiBold);
    top->setFont(0, bold);
    if (road.planned && road.targets.isEmpty())
        top->setIcon(0, markIcon(Severity::Error));
    top->setExpanded(true);
    if (!road.questions.isEmpty()) {
        QTreeWidgetItem *const asked = add(top, tr("Questions"));
        for (const diag::PathQuestion &one : road.questions)
            addQuestion(asked, one);
        asked->setExpanded(true);
    }
    if (!road.decisions.isEmpty()) {
        QTreeWidgetItem *const decided = add(top, tr("Decisions"));
        for (const sip::DnsDecision &one : road.decisions) {
            const QString rule = diag::words::rule(one.rule);
            const QString text = diag::words::cleaned(one.text, 400);
            add(decided, rule.isEmpty() ? text : u"%1 (%2)"_s.arg(text, rule));
        }
        decided->setExpanded(true);
    }
    if (road.targets.isEmpty())
        return;
    QTreeWidgetItem *const targets = add(top, tr("Targets, best first"));
    for (qsizetype i = 0; i < road.targets.size(); ++i)
        addTarget(targets, road.targets[i], int(i + 1));
    targets->setExpanded(true);
}

void RoadTree::addQuestion(QTreeWidgetItem *parent, const diag::PathQuestion &question)
{
    const QString asked = diag::words::question(question.question);
    const QString server =
        question.server.port == 0 ? tr("the servers of this system") : QString::fromLatin1(question.server.text());
    if (!question.answer) {
        add(parent, tr("%1: no answer yet from %2").arg(asked, server))->setIcon(0, markIcon(Severity::Info));
        return;
    }
    const sip::DnsAnswer &answer = *question.answer;
    QTreeWidgetItem *const item = add(parent, u"%1: %2"_s.arg(asked, diag::words::cleaned(sip::resultText(answer))));
    item->setIcon(0, isGood(answer) ? okIcon() : markIcon(Severity::Error));
    for (const sip::DnsRecord &one : answer.aliases)
        add(item, tr("CNAME %1, TTL %2 s").arg(diag::words::record(one)).arg(one.ttl));
    for (const sip::DnsRecord &one : answer.records)
        add(item, tr("%1, TTL %2 s").arg(diag::words::record(one)).arg(one.ttl));
    sip::DnsAnswer facts = answer; // without the records, which stand above
    facts.records.clear();
    facts.aliases.clear();
    addMuted(item, diag::words::answerParts(facts).join(u", "_s));
    item->setExpanded(!isGood(answer));
}

void RoadTree::addTarget(QTreeWidgetItem *parent, const diag::PathTarget &target, int place)
{
    const QByteArray key = keyOf(target.target);
    const bool dead = target.target.pretendDead || target.fate == Fate::Drilled;
    sip::DnsTarget plain = target.target;
    plain.pretendDead = false; // said by what became of it
    QTreeWidgetItem *const item =
        add(parent, tr("%1. %2: %3").arg(place).arg(diag::words::target(plain), diag::words::targetStory(target)),
            tr("Tick it to take it for dead in a drill"));
    item->setData(0, TargetRole, key);
    item->setIcon(0, fateIcon(target.fate));
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(0, dead ? Qt::Checked : Qt::Unchecked);
    if (dead)
        m_dead << key;
    if (const QString origin = diag::words::targetOrigin(target.target); !origin.isEmpty())
        addMuted(item, origin);
    if (target.isTried())
        item->setExpanded(true);
}

QByteArray RoadTree::chosen() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    return item ? item->data(0, TargetRole).toByteArray() : QByteArray();
}

QList<QByteArray> RoadTree::ticked() const
{
    QList<QByteArray> all;
    for (QTreeWidgetItemIterator it(m_tree, QTreeWidgetItemIterator::Checked); *it; ++it)
        if (const QByteArray key = (*it)->data(0, TargetRole).toByteArray(); !key.isEmpty() && !all.contains(key))
            all << key;
    return all;
}

void RoadTree::showActions()
{
    const QList<QByteArray> now = ticked();
    m_pin->setEnabled(m_canCompose && !chosen().isEmpty());
    m_drill->setEnabled(m_canCompose && now != m_dead);
    m_drill->setText(now.isEmpty() && !m_dead.isEmpty() ? tr("End the drill") : tr("Drill: take the ticked for dead"));
}

void RoadTree::fit()
{
    if (m_filling)
        return;
    m_filling = true;
    const int room = m_tree->viewport()->width();
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        int depth = 1;
        for (const QTreeWidgetItem *parent = (*it)->parent(); parent; parent = parent->parent())
            ++depth;
        constexpr int marks = 52; // tick, icon and the space around them
        const QString text = (*it)->data(0, TextRole).toString();
        const QString wrapped =
            wrappedText(text, QFontMetrics((*it)->font(0)), std::max(120, room - depth * m_tree->indentation() - marks));
        if ((*it)->text(0) != wrapped)
            (*it)->setText(0, wrapped);
    }
    m_tree->doItemsLayout();
    int height = 6;
    for (QModelIndex index = m_tree->model()->index(0, 0); index.isValid(); index = m_tree->indexBelow(index))
        height += m_tree->visualRect(index).height();
    constexpr int most = 2000;
    m_tree->setFixedHeight(std::min(height, most));
    m_filling = false;
}

void RoadTree::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    QMetaObject::invokeMethod(this, &RoadTree::fit, Qt::QueuedConnection); // the tree has its new width by then
}

void RoadTree::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_shown.clear(); // icons and colours are of the old theme
}

} // namespace ui
