// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/bindings_inspector.h"

#include "flow/row_words.h"
#include "inspectors/fact_labels.h"
#include "inspectors/mark_icon.h"
#include "request/binding_requests.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {
namespace {

enum Column { UriColumn, Whose, Left, Q, RegId, Instance, PubGruu, TempGruu, ColumnCount };

QString text(const QByteArray &bytes)
{
    return diag::words::shown(bytes, 300);
}

/// "4:58", "1:00:00": what is left, rounded up; a binding that still lives has at least a second.
QString clockText(sip::Instant left)
{
    const qint64 all = (left + 1s - sip::Instant(1)) / 1s;
    const QString minutesAndSeconds = u":%1"_s.arg(all % 60, 2, 10, QChar(u'0'));
    return all < 3600 ? QString::number(all / 60) + minutesAndSeconds
                      : u"%1:%2"_s.arg(all / 3600).arg(all / 60 % 60, 2, 10, QChar(u'0')) + minutesAndSeconds;
}

QString leftText(sip::Instant at, sip::Instant now)
{
    return at > now ? BindingsInspector::tr("in %1").arg(clockText(at - now)) : BindingsInspector::tr("run out");
}

QString listText(const QList<QByteArray> &values)
{
    QStringList all;
    for (const QByteArray &value : values)
        all << text(value);
    return all.isEmpty() ? BindingsInspector::tr("not stated") : all.join(u'\n');
}

} // namespace

BindingsInspector::BindingsInspector(FlowStore &store, Selection &selection, QWidget *parent)
    : InspectorPage(store, selection, Follows::Flow, parent), m_who(headingLabel({})), m_bindings(new QTreeWidget),
      m_factsBox(new QWidget), m_facts(new QFormLayout(m_factsBox)), m_query(new QPushButton(tr("Query"))),
      m_remove(new QPushButton(tr("Remove this binding"))), m_removeAll(new QPushButton(tr("Remove all")))
{
    m_tick.setParent(this);
    m_tick.setObjectName(u"tick"_s);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &BindingsInspector::showTimeLeft);

    m_who->setWordWrap(true);
    m_who->setTextFormat(Qt::PlainText);
    m_bindings->setAccessibleName(tr("Bindings"));
    m_bindings->setObjectName(u"bindings"_s);
    m_bindings->setRootIsDecorated(false);
    m_bindings->setFrameShape(QFrame::NoFrame);
    m_bindings->setAlternatingRowColors(true);
    m_bindings->setUniformRowHeights(true);
    m_bindings->setTextElideMode(Qt::ElideMiddle);
    m_bindings->setHeaderLabels({tr("Binding"), tr("Whose"), tr("Expires"), tr("q"), tr("reg-id"), tr("Instance"),
                                 tr("Public GRUU"), tr("Temporary GRUU")});
    m_bindings->header()->setStretchLastSection(false);
    m_bindings->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_bindings->header()->setMaximumSectionSize(360);
    m_query->setToolTip(tr("Asks the registrar for all bindings: a REGISTER without Contact changes none"));
    m_removeAll->setToolTip(tr("A REGISTER with Contact: * and Expires: 0 removes every binding, whoever made it"));

    m_facts->setContentsMargins({});
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_facts->setRowWrapPolicy(QFormLayout::WrapLongRows);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_query);
    buttons->addWidget(m_remove);
    buttons->addWidget(m_removeAll);
    buttons->addStretch();
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(10, 8, 10, 10);
    column->addWidget(m_who);
    column->addWidget(m_bindings);
    column->addLayout(buttons);
    column->addWidget(m_factsBox);
    column->addStretch();
    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins({});
    layout->addWidget(scrolling(page));

    connect(m_bindings, &QTreeWidget::currentItemChanged, this, &BindingsInspector::showActions);
    connect(m_query, &QPushButton::clicked, this, &BindingsInspector::query);
    connect(m_remove, &QPushButton::clicked, this, &BindingsInspector::remove);
    connect(m_removeAll, &QPushButton::clicked, this, &BindingsInspector::removeAll);
}

void BindingsInspector::refresh()
{
    m_registration = flow() ? diag::registrationOf(*flow()) : std::nullopt;
    m_tick.stop();
    if (!m_registration) {
        showEmpty(flow() && flow()->method == "REGISTER"
                      ? tr("The registrar has not accepted this REGISTER, so that it has said nothing about bindings.")
                      : tr("Select a REGISTER to see the bindings its registrar keeps."));
        return;
    }
    showBindings();
    showFacts();
    showTimeLeft();
    showActions();
    showContent();
    const bool counts =
        m_registration->refreshAt || std::any_of(m_registration->bindings.cbegin(), m_registration->bindings.cend(),
                                                 [](const diag::Binding &one) { return one.expires > 0; });
    if (counts)
        m_tick.start();
}

void BindingsInspector::hideEvent(QHideEvent *event)
{
    m_tick.stop();
    setDirty(); // what is left is looked up anew when it is seen again
    InspectorPage::hideEvent(event);
}

void BindingsInspector::showBindings()
{
    const QList<diag::Binding> &all = m_registration->bindings;
    const QVariant before = m_bindings->currentItem() ? m_bindings->currentItem()->data(UriColumn, Qt::UserRole) : QVariant();
    const QByteArray kept = before.toByteArray();
    const QString whose = text(m_registration->addressOfRecord);
    m_who->setText(tr("%1: %n bindings", nullptr, int(all.size())).arg(whose));
    m_bindings->clear();
    QTreeWidgetItem *current = nullptr;
    bool used[ColumnCount] = {true, true, true};
    for (const diag::Binding &one : all) {
        auto *item = new QTreeWidgetItem(m_bindings, {text(one.uri),
                                                      one.ours ? tr("ours") : tr("another's"),
                                                      {},
                                                      text(one.q),
                                                      text(one.regId),
                                                      text(one.instance),
                                                      text(one.pubGruu),
                                                      text(one.tempGruu)});
        item->setData(UriColumn, Qt::UserRole, one.uri);
        if (one.ours)
            item->setIcon(UriColumn, okIcon());
        for (int column = 0; column < ColumnCount; ++column) {
            used[column] |= !item->text(column).isEmpty();
            item->setToolTip(column, item->text(column));
        }
        if (!current || one.uri == kept || (kept.isEmpty() && one.ours))
            current = item;
    }
    for (int column = 0; column < ColumnCount; ++column)
        m_bindings->setColumnHidden(column, !used[column]);
    m_bindings->setCurrentItem(current);
    m_bindings->setVisible(!all.isEmpty());
    const int rows = int(std::min<qsizetype>(all.size(), 8));
    m_bindings->setFixedHeight(m_bindings->header()->sizeHint().height() + rows * std::max(20, m_bindings->sizeHintForRow(0)) +
                               m_bindings->horizontalScrollBar()->sizeHint().height());
}

void BindingsInspector::showFacts()
{
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    const auto add = [this](const QString &name, const QString &words) {
        auto *label = valueLabel(name, words);
        m_facts->addRow(name, label);
        return label;
    };
    m_refreshLeft = add(tr("Next refresh"), {});
    m_oursLeft = add(tr("Ours expires"), {});
    add(tr("Path"), listText(m_registration->path));
    add(tr("Service-Route"), listText(m_registration->serviceRoute));
    add(tr("P-Associated-URI"), listText(m_registration->associatedUris));
    add(tr("Outbound"), m_registration->outbound ? tr("the registrar keeps flows (RFC 5626)") : tr("not stated"));
}

/// Only texts change: rows stay where they are, and so does what is selected.
void BindingsInspector::showTimeLeft()
{
    const sip::Instant now = m_store.engineNow();
    QString ours = tr("nothing of ours is there");
    for (qsizetype i = 0; i < m_registration->bindings.size(); ++i) {
        const diag::Binding &one = m_registration->bindings[i];
        const QString left = one.expires < 0 ? tr("not stated") : leftText(m_registration->goneAt(one), now);
        m_bindings->topLevelItem(int(i))->setText(Left, left);
        if (one.ours)
            ours = left;
    }
    setValue(m_oursLeft, tr("Ours expires"), ours);
    setValue(m_refreshLeft, tr("Next refresh"),
             m_registration->refreshAt ? tr("%1, by itself").arg(leftText(*m_registration->refreshAt, now))
                                       : tr("none by itself: \"Keep for\" in the options would refresh it"));
}

void BindingsInspector::showActions()
{
    const bool known = m_store.request(m_selection.intent()) != nullptr;
    const diag::Binding *const one = chosen();
    m_query->setEnabled(known);
    m_removeAll->setEnabled(known);
    m_remove->setEnabled(one && known);
    m_remove->setText(endsHere() ? tr("Un-register") : tr("Remove this binding"));
    m_remove->setToolTip(endsHere() ? tr("Ends this registration: it is no longer refreshed, and removed now")
                                    : tr("A REGISTER with this Contact and Expires: 0"));
}

const diag::Binding *BindingsInspector::chosen() const
{
    const int row = m_bindings->indexOfTopLevelItem(m_bindings->currentItem());
    return m_registration && row >= 0 && row < m_registration->bindings.size() ? &m_registration->bindings[row] : nullptr;
}

bool BindingsInspector::endsHere() const
{
    const diag::Binding *const one = chosen();
    return one && one->ours && m_registration->refreshAt;
}

void BindingsInspector::query()
{
    emit composeRequested(sip::bindingQuery(*m_store.request(m_selection.intent())),
                          tr("Send asks the registrar for all bindings and changes none."));
}

void BindingsInspector::remove()
{
    const diag::Binding *const one = chosen();
    if (!one)
        return;
    if (endsHere())
        emit endRequested(m_selection.intent());
    else
        emit composeRequested(sip::bindingRemoval(*m_store.request(m_selection.intent()), one->uri),
                              tr("Send removes the binding %1.").arg(text(one->uri)));
}

void BindingsInspector::removeAll()
{
    const QString kept = m_registration->refreshAt
                             ? u' ' + tr("Ours is still kept and comes back with its next refresh: un-register it first.")
                             : QString();
    emit composeRequested(sip::bindingsRemoval(*m_store.request(m_selection.intent())),
                          tr("Send removes every binding of %1, whoever made it.").arg(text(m_registration->addressOfRecord)) +
                              kept);
}

} // namespace ui
