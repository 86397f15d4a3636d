// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/credential_editor.h"

#include "composer/credential_fields.h"
#include "composer/symbols.h"

#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int MostRows = 4; ///< of the list, before it scrolls

} // namespace

CredentialEditor::CredentialEditor(ComposerState &state, QWidget *parent)
    : QWidget(parent), m_state(state), m_list(new QListWidget(this)), m_fields(new CredentialFields(this)),
      m_add(new QToolButton(this)), m_remove(new QToolButton(this))
{
    m_list->setAccessibleName(tr("Credentials"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto button = [this](QToolButton *made, Symbol picture, const QString &name, const QString &tip) {
        made->setIcon(symbol(picture));
        made->setAutoRaise(true);
        made->setAccessibleName(name);
        made->setToolTip(tip);
        made->setFocusPolicy(Qt::TabFocus);
        m_fields->addBeside(made);
    };
    button(m_add, Symbol::Add, tr("Add a credential"), tr("One more credential, for another realm"));
    button(m_remove, Symbol::Remove, tr("Remove this credential"), tr("Remove this credential"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_list);
    column->addWidget(m_fields);

    connect(m_fields, &CredentialFields::edited, this, &CredentialEditor::take);
    connect(m_fields, &CredentialFields::keepClicked, this, [this](bool keep) { m_state.chooseKeep(m_current, keep); });
    connect(m_add, &QToolButton::clicked, this, &CredentialEditor::add);
    connect(m_remove, &QToolButton::clicked, this, &CredentialEditor::remove);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row < 0 || row == m_current)
            return;
        m_current = row;
        showState();
    });
    connect(&m_state, &ComposerState::changed, this, &CredentialEditor::showState);
    showState();
}

int CredentialEditor::labelWidth() const
{
    return m_fields->labelWidth();
}

CredentialDraft CredentialEditor::current() const
{
    return m_state.credentials().value(m_current);
}

void CredentialEditor::take()
{
    QList<CredentialDraft> drafts = m_state.credentials();
    if (m_current < drafts.size())
        drafts[m_current] = m_fields->draft();
    else
        drafts.append(m_fields->draft());
    m_state.setCredentials(drafts);
}

void CredentialEditor::add()
{
    QList<CredentialDraft> drafts = m_state.credentials();
    drafts.append(CredentialDraft());
    m_current = drafts.size() - 1;
    m_state.setCredentials(drafts);
    if (QWidget *field = m_fields->firstEmpty())
        field->setFocus(Qt::OtherFocusReason);
}

void CredentialEditor::remove()
{
    QList<CredentialDraft> drafts = m_state.credentials();
    if (m_current < drafts.size())
        drafts.removeAt(m_current);
    m_current = std::max<qsizetype>(0, std::min(m_current, drafts.size() - 1));
    m_state.setCredentials(drafts);
}

void CredentialEditor::showState()
{
    const QList<CredentialDraft> &drafts = m_state.credentials();
    m_current = std::max<qsizetype>(0, std::min(m_current, drafts.size() - 1));
    m_fields->setDraft(current());
    m_fields->showProblem(current().problem());
    m_fields->setKeeping(m_state.canKeep(), m_state.keepProblem());
    const bool allBegun = std::none_of(drafts.begin(), drafts.end(), [](const auto &draft) { return draft.isUntouched(); });
    m_add->setEnabled(!drafts.isEmpty() && allBegun);
    m_remove->setEnabled(drafts.size() > 1 || !current().isUntouched());

    const QSignalBlocker quiet(m_list);
    const int rowHeight = m_list->fontMetrics().lineSpacing() + 8;
    while (m_list->count() > drafts.size())
        delete m_list->takeItem(m_list->count() - 1);
    for (int i = 0; i < drafts.size(); ++i) {
        if (i == m_list->count())
            m_list->addItem(QString());
        const QString problem = drafts[i].problem().text;
        m_list->item(i)->setText(problem.isEmpty() ? drafts[i].title() : tr("%1 (not complete)").arg(drafts[i].title()));
        m_list->item(i)->setToolTip(problem);
        m_list->item(i)->setSizeHint({0, rowHeight});
    }
    m_list->setCurrentRow(int(m_current));
    m_list->setVisible(drafts.size() > 1);
    const int rows = std::min(MostRows, std::max(2, m_list->count()));
    m_list->setFixedHeight(rows * rowHeight + 2 * m_list->frameWidth());
}

} // namespace ui
