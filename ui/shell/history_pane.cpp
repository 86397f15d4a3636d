// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/history_pane.h"

#include "composer/symbols.h"
#include "models/roles.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

HistoryPane::HistoryPane(FlowStore &store, Selection &selection, QWidget *parent)
    : QWidget(parent), m_store(store), m_selection(selection), m_model(store), m_table(new QTableView(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("History"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(int(HistoryColumn::Request), QHeaderView::Stretch);
    m_table->setColumnWidth(int(HistoryColumn::Number), 44);
    m_table->setColumnWidth(int(HistoryColumn::Result), 210);
    m_table->setColumnWidth(int(HistoryColumn::Duration), 90);
    layout->addWidget(m_table, 1);

    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(4);
    const auto button = [&](Symbol which, const QString &text, const QString &tip) {
        auto *result = new QToolButton(this);
        result->setIcon(symbol(which));
        result->setText(text);
        result->setToolTip(tip);
        result->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        result->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        buttons->addWidget(result);
        return result;
    };
    m_resend = button(Symbol::Resend, tr("Resend"), tr("Send the selected request again, as it was"));
    m_edit = button(Symbol::Edit, tr("Edit and resend"), tr("Bring the selected request into the composer"));
    buttons->addStretch();
    layout->addLayout(buttons);
    connect(m_resend, &QToolButton::clicked, this, [this] { emit resendRequested(current()); });
    connect(m_edit, &QToolButton::clicked, this, [this] { emit editRequested(current()); });
    connect(m_table, &QTableView::doubleClicked, this, [this] { emit editRequested(current()); });

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        const sip::IntentId intent = now.isValid() ? m_model.intentAt(now.row()) : 0;
        if (intent != 0 && intent != m_selection.intent())
            m_selection.setIntent(intent);
        showSelection();
    });
    connect(&m_selection, &Selection::intentChanged, this, &HistoryPane::showSelection);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &HistoryPane::showSelection);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &HistoryPane::showSelection);
    showSelection();
}

sip::IntentId HistoryPane::current() const
{
    return m_table->currentIndex().isValid() ? m_model.intentAt(m_table->currentIndex().row()) : 0;
}

void HistoryPane::showSelection()
{
    const int row = m_model.rowOf(m_selection.intent());
    if (row >= 0 && m_table->currentIndex().row() != row)
        m_table->setCurrentIndex(m_model.index(row, 0));
    const bool ours = current() != 0 && m_store.request(current());
    m_resend->setEnabled(ours);
    m_edit->setEnabled(ours);
}

} // namespace ui
