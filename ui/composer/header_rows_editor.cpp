// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/header_rows_editor.h"

#include "composer/symbols.h"

#include <QAction>
#include <QCompleter>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {

/// Offers the header names that are known while a name is typed.
class NameDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QWidget *editor = QStyledItemDelegate::createEditor(parent, option, index);
        if (auto *line = qobject_cast<QLineEdit *>(editor); line && index.column() == HeaderRowsModel::Name) {
            QStringList names;
            for (int id = 1; id < int(sip::HeaderId::Count); ++id)
                names << QString::fromLatin1(sip::headerName(sip::HeaderId(id)));
            names.sort();
            auto *completer = new QCompleter(names, line);
            completer->setCaseSensitivity(Qt::CaseInsensitive);
            completer->setCompletionMode(QCompleter::InlineCompletion); // a list of its own would keep Tab from the next cell
            line->setCompleter(completer);
        }
        return editor;
    }
};

} // namespace

HeaderRowsEditor::HeaderRowsEditor(ComposerState &state, QWidget *parent)
    : QWidget(parent), m_state(state), m_model(state), m_table(new QTableView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(2);
    auto *title = new QLabel(tr("Headers"));
    title->setBuddy(m_table);
    bar->addWidget(title);
    bar->addStretch();
    const auto button = [&](Symbol which, const QString &name, auto slot) {
        auto *result = new QToolButton(this);
        result->setIcon(symbol(which));
        result->setAccessibleName(name);
        result->setToolTip(name);
        result->setAutoRaise(true);
        connect(result, &QToolButton::clicked, this, slot);
        bar->addWidget(result);
        return result;
    };
    button(Symbol::Add, tr("Add header"), [this] { add(); });
    m_duplicate = button(Symbol::Copy, tr("Duplicate header"), [this] { duplicate(); });
    m_up = button(Symbol::Up, tr("Move header up"), [this] { move(-1); });
    m_down = button(Symbol::Down, tr("Move header down"), [this] { move(1); });
    m_remove = button(Symbol::Remove, tr("Remove header"), [this] { remove(); });
    layout->addLayout(bar);

    m_table->setModel(&m_model);
    m_table->setItemDelegate(new NameDelegate(m_table));
    m_table->setAccessibleName(tr("Headers"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setColumnWidth(HeaderRowsModel::Name, 150);
    m_table->setMinimumHeight(150);
    layout->addWidget(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &HeaderRowsEditor::showPossible);
    connect(&m_state, &ComposerState::changed, this, &HeaderRowsEditor::showPossible);

    auto *removeKey = new QAction(tr("Remove header"), m_table);
    removeKey->setShortcut(QKeySequence::Delete);
    removeKey->setShortcutContext(Qt::WidgetShortcut);
    connect(removeKey, &QAction::triggered, this, &HeaderRowsEditor::remove);
    m_table->addAction(removeKey);
    showPossible();
}

int HeaderRowsEditor::currentRow() const
{
    const int row = m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
    return row < m_model.ownRows() ? row : -1;
}

void HeaderRowsEditor::select(int row, int column)
{
    m_table->setCurrentIndex(m_model.index(row, column));
    m_table->setFocus();
}

void HeaderRowsEditor::add()
{
    const int row = currentRow() < 0 ? m_model.ownRows() : currentRow() + 1;
    m_state.insertRow(row, {"X-Header", ""});
    select(row);
    m_table->edit(m_model.index(row, HeaderRowsModel::Name));
}

void HeaderRowsEditor::remove()
{
    const int row = currentRow();
    if (row < 0)
        return;
    m_state.removeRow(row);
    if (m_model.ownRows() > 0)
        select(qMin(row, m_model.ownRows() - 1));
}

void HeaderRowsEditor::move(int by)
{
    const int row = currentRow(), to = row + by;
    if (row < 0 || to < 0 || to >= m_model.ownRows())
        return;
    m_state.moveRow(row, to);
    select(to);
}

void HeaderRowsEditor::duplicate()
{
    const int row = currentRow();
    if (row < 0)
        return;
    m_state.insertRow(row + 1, m_state.message().rows()[row].row);
    select(row + 1);
}

void HeaderRowsEditor::showPossible()
{
    const int row = currentRow();
    m_remove->setEnabled(row >= 0);
    m_duplicate->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_model.ownRows());
}

} // namespace ui
