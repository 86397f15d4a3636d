// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/message_tree.h"

#include "inspectors/mark_icon.h"
#include "message/lint.h"
#include "models/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int OctetsRole = Qt::UserRole; ///< QByteArray as on the wire

} // namespace

MessageTree::MessageTree(FlowStore &store, Selection &selection, QWidget *parent)
    : InspectorPage(store, selection, Follows::Row, parent), m_tree(new QTreeWidget), m_more(new QLabel)
{
    m_tree->setObjectName(u"messageTree"_s);
    m_tree->setAccessibleName(tr("Message"));
    m_tree->setAccessibleDescription(tr("Start line, header fields and body of the selected message"));
    m_tree->setHeaderLabels({tr("Part"), tr("Value")});
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->setStretchLastSection(true);
    m_tree->setColumnWidth(0, 165);
    m_more->setObjectName(u"showAll"_s);
    m_more->setTextInteractionFlags(Qt::LinksAccessibleByKeyboard | Qt::LinksAccessibleByMouse);
    m_more->setMargin(6);

    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tree);
    layout->addWidget(m_more);

    connect(m_tree, &QWidget::customContextMenuRequested, this, &MessageTree::showMenu);
    connect(m_more, &QLabel::linkActivated, this, [this] {
        m_all = true;
        setDirty();
    });
    auto *copyKey = new QShortcut(QKeySequence::Copy, m_tree, nullptr, nullptr, Qt::WidgetShortcut);
    connect(copyKey, &QShortcut::activated, this, [this] { copy(false); });
}

QString MessageTree::emptySentence(const diag::LadderRow *row)
{
    if (!row)
        return tr("Select a request or an answer in the ladder to see what it is made of.");
    return tr("“%1” is something that happened here, not a message. Select a request or an answer in the ladder.")
        .arg(row->label);
}

void MessageTree::refresh()
{
    const sip::Message *shown = message();
    if (!shown) {
        showEmpty(emptySentence(row()));
        return;
    }
    if (m_shown != m_selection.row()) {
        m_shown = m_selection.row();
        m_all = false;
    }
    qsizetype left = 0;
    const QList<MessagePart> parts = messageParts(*shown, sip::lint(*shown), m_all ? PartLimits::none() : PartLimits{}, &left);

    m_tree->setUpdatesEnabled(false);
    m_tree->clear();
    for (const MessagePart &part : parts)
        addPart(m_tree->invisibleRootItem(), part);
    if (QTreeWidgetItem *body = m_tree->topLevelItem(m_tree->topLevelItemCount() - 1); body && !shown->body().isEmpty())
        body->setExpanded(true);
    if (QTreeWidgetItem *first = m_tree->topLevelItem(0))
        m_tree->setCurrentItem(first);
    m_tree->setUpdatesEnabled(true);

    m_more->setVisible(left > 0);
    m_more->setText(u"%1 <a href=\"all\">%2</a>"_s.arg(tr("%Ln more lines are not shown.", nullptr, int(left)), tr("Show all")));
    m_more->setAccessibleName(tr("%Ln more lines are not shown. Show all", nullptr, int(left)));
    showContent();
}

void MessageTree::addPart(QTreeWidgetItem *parent, const MessagePart &part)
{
    auto *item = new QTreeWidgetItem(parent, {part.name, part.value});
    item->setData(0, OctetsRole, part.octets);
    const bool isLine = parent == m_tree->invisibleRootItem();
    if (isLine) {
        QFont bold = m_tree->font();
        bold.setWeight(QFont::DemiBold);
        item->setFont(0, bold);
    }
    item->setFont(1, theme::monospace());
    QStringList tips;
    if (!part.help.isEmpty())
        tips += part.help;
    if (!part.marks.isEmpty()) {
        const auto worst = worstOf(part.marks);
        item->setIcon(0, markIcon(worst));
        tips.prepend(marksText(part.marks));
        item->setData(1, Qt::AccessibleTextRole, u"%1. %2"_s.arg(part.value, marksText(part.marks)));
        for (const sip::LintMark &mark : part.marks) {
            auto *line = new QTreeWidgetItem(item, {severityText(mark.severity), mark.text});
            line->setIcon(0, markIcon(mark.severity));
            line->setToolTip(1, marksText({mark}));
            line->setData(0, OctetsRole, mark.text.toUtf8());
        }
        item->setExpanded(worst == sip::LintMark::Severity::Error);
    }
    item->setToolTip(0, tips.join(u"\n\n"_s));
    tips.prepend(part.value); // may be longer than the column
    item->setToolTip(1, tips.join(u"\n\n"_s));
    for (const MessagePart &child : part.children)
        addPart(item, child);
}

void MessageTree::copy(bool octets) const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    if (!item)
        return;
    if (octets)
        QGuiApplication::clipboard()->setText(QString::fromUtf8(item->data(0, OctetsRole).toByteArray()));
    else
        QGuiApplication::clipboard()->setText(item->text(0) + u": "_s + item->text(1));
}

void MessageTree::showMenu(const QPoint &at)
{
    const sip::Message *shown = message();
    if (!shown || !m_tree->currentItem())
        return;
    QMenu menu(this);
    menu.addAction(tr("Copy line"), this, [this] { copy(false); });
    menu.addAction(tr("Copy as on the wire"), this, [this] { copy(true); });
    menu.addSeparator();
    menu.addAction(tr("Copy whole message"), this,
                   [wire = shown->wire()] { QGuiApplication::clipboard()->setText(QString::fromUtf8(wire)); });
    menu.addAction(tr("Expand all"), m_tree, &QTreeWidget::expandAll);
    menu.addAction(tr("Collapse all"), m_tree, &QTreeWidget::collapseAll);
    menu.exec(m_tree->viewport()->mapToGlobal(at));
}

} // namespace ui
