// SPDX-License-Identifier: GPL-3.0-or-later
#include "ladder/ladder_pane.h"

#include "ladder/empty_ladder.h"
#include "ladder/ladder_bar.h"
#include "ladder/ladder_table.h"
#include "ladder/ladder_view.h"
#include "ladder/verdict_card.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

struct LadderPane::Private {
    LadderModel model;
    QStackedWidget *pages = nullptr;
    EmptyLadder *empty = nullptr;
    LadderView *view = nullptr;
    LadderTable *table = nullptr;
    LadderBar *bar = nullptr;
    QVBoxLayout *column = nullptr;
    bool asTable = false;

    explicit Private(FlowStore &store) : model(store) {}
    void choosePage()
    {
        const bool nothing = model.rowCount() == 0;
        empty->setKnown(model.flow() != nullptr);
        QWidget *page = nothing ? static_cast<QWidget *>(empty) : asTable ? static_cast<QWidget *>(table) : view;
        if (pages->currentWidget() == page)
            return;
        const bool hadFocus = pages->currentWidget()->hasFocus();
        pages->setCurrentWidget(page);
        if (hadFocus)
            page->setFocus();
    }
};

LadderPane::LadderPane(FlowStore &store, Selection &selection, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(store))
{
    setObjectName(QStringLiteral("ladderPane"));
    setAccessibleName(tr("Ladder and verdict"));
    auto *card = new VerdictCard(store, selection);
    d->bar = new LadderBar(d->model);
    d->empty = new EmptyLadder;
    d->view = new LadderView(d->model, selection);
    d->view->setObjectName(QStringLiteral("ladderView"));
    d->table = new LadderTable(d->model, selection);
    d->pages = new QStackedWidget;
    d->pages->addWidget(d->empty);
    d->pages->addWidget(d->view);
    d->pages->addWidget(d->table);
    d->pages->setMinimumHeight(96); // the empty page would ask for more, and take it from verdict and prompt

    d->column = new QVBoxLayout(this);
    d->column->setContentsMargins(0, 0, 0, 0);
    d->column->setSpacing(0);
    d->column->addWidget(card);
    d->column->addWidget(d->bar);
    d->column->addWidget(d->pages, 1);

    connect(card, &VerdictCard::fixRequested, this, &LadderPane::fixRequested);
    connect(card, &VerdictCard::compareRequested, this, &LadderPane::compareRequested);
    connect(d->bar, &LadderBar::followRequested, d->view, &LadderView::setFollowing);
    connect(d->view, &LadderView::followingChanged, d->bar, &LadderBar::setFollowing);
    connect(d->bar, &LadderBar::tableRequested, this, [this](bool on) {
        d->asTable = on;
        d->choosePage();
    });
    connect(&selection, &Selection::intentChanged, &d->model, &LadderModel::setIntent);
    connect(&d->model, &QAbstractItemModel::modelReset, this, [this] { d->choosePage(); });
    connect(&d->model, &QAbstractItemModel::rowsInserted, this, [this] { d->choosePage(); });
    connect(&d->model, &QAbstractItemModel::rowsRemoved, this, [this] { d->choosePage(); });
    d->model.setIntent(selection.intent());
    d->choosePage();
}

LadderPane::~LadderPane() = default;

LadderModel &LadderPane::model()
{
    return d->model;
}

void LadderPane::setPrompt(QWidget *prompt)
{
    d->column->insertWidget(1, prompt);
}

/// With the lines that verdict and prompt wrap into: a splitter would not ask.
QSize LadderPane::minimumSizeHint() const
{
    QSize least = QWidget::minimumSizeHint();
    if (d->column->hasHeightForWidth())
        least.setHeight(qMax(least.height(), d->column->minimumHeightForWidth(width())));
    return least;
}

} // namespace ui
