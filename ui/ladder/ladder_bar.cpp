// SPDX-License-Identifier: GPL-3.0-or-later
#include "ladder/ladder_bar.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace ui {

LadderBar::LadderBar(LadderModel &model, QWidget *parent) : QWidget(parent), m_model(model)
{
    setAccessibleName(tr("Ladder options"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(4);

    auto *views = new QButtonGroup(this);
    m_ladder = button(QStringLiteral("ladderButton"), tr("Ladder"), tr("Show the painted ladder"));
    m_table = button(QStringLiteral("tableButton"), tr("Table"), tr("Show the same rows as a table"));
    for (QToolButton *view : {m_ladder, m_table}) {
        view->setCheckable(true);
        views->addButton(view);
        row->addWidget(view);
    }
    m_ladder->setChecked(true);
    connect(m_table, &QToolButton::toggled, this, &LadderBar::tableRequested);
    row->addSpacing(12);

    QToolButton *times = button(QStringLiteral("timeModeButton"), {}, tr("What the time column counts from"));
    fillTimes(times);
    row->addWidget(times);
    QToolButton *kinds = button(QStringLiteral("kindsButton"), tr("Show"), tr("Which rows are shown"));
    fillKinds(kinds);
    row->addWidget(kinds);

    QToolButton *fold =
        button(QStringLiteral("foldButton"), tr("Fold resends"), tr("Hide copies of the same bytes under the first one"));
    fold->setCheckable(true);
    connect(fold, &QToolButton::toggled, &m_model, &LadderModel::setAllFolded);
    row->addWidget(fold);
    row->addStretch(1);

    m_follow = button(QStringLiteral("followButton"), tr("Follow"), tr("Stay at the newest row"));
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    connect(m_follow, &QToolButton::clicked, this, &LadderBar::followRequested);
    row->addWidget(m_follow);
}

void LadderBar::setFollowing(bool on)
{
    m_follow->setChecked(on);
}

void LadderBar::setTable(bool on)
{
    (on ? m_table : m_ladder)->setChecked(true);
}

QToolButton *LadderBar::button(const QString &name, const QString &text, const QString &tip)
{
    auto *made = new QToolButton(this);
    made->setObjectName(name);
    made->setText(text);
    made->setToolTip(tip);
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

void LadderBar::fillTimes(QToolButton *button)
{
    using Mode = LadderModel::TimeMode;
    auto *menu = new QMenu(button);
    auto *group = new QActionGroup(menu);
    const QList<std::pair<Mode, QString>> modes{{Mode::SinceFirst, tr("Seconds since start")},
                                                {Mode::Delta, tr("Since the row above")},
                                                {Mode::Absolute, tr("Time of day")}};
    for (const auto &[mode, text] : modes) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(mode == m_model.timeMode());
        group->addAction(action);
        if (action->isChecked())
            button->setText(text);
        connect(action, &QAction::triggered, this, [this, button, mode = mode, text = text] {
            m_model.setTimeMode(mode);
            button->setText(text);
        });
    }
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAccessibleName(tr("Time column"));
}

void LadderBar::fillKinds(QToolButton *button)
{
    using diag::RowKind;
    auto *menu = new QMenu(button);
    const QList<std::pair<QString, QList<RowKind>>> kinds{{tr("Messages"), {RowKind::Request, RowKind::Response}},
                                                          {tr("Digest"), {RowKind::Auth}},
                                                          {tr("Timers"), {RowKind::Timer}},
                                                          {tr("Names (dns)"), {RowKind::Dns}},
                                                          {tr("Connections (tcp)"), {RowKind::Tcp}},
                                                          {tr("TLS handshakes (tls)"), {RowKind::Tls}},
                                                          {tr("WebSockets (ws)"), {RowKind::Ws}},
                                                          {tr("Local statuses"), {RowKind::Local}},
                                                          {tr("Notes"), {RowKind::Note}}};
    for (const auto &[text, ofKinds] : kinds) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_model.showsKind(ofKinds.constFirst()));
        connect(action, &QAction::toggled, this, [this, ofKinds = ofKinds](bool on) {
            for (const RowKind kind : ofKinds)
                m_model.setShowsKind(kind, on);
        });
    }
    menu->addSeparator();
    QAction *minor = menu->addAction(tr("Small steps too: timers set, states, attempts, keep-alives"));
    minor->setCheckable(true);
    minor->setChecked(m_model.showsMinor());
    connect(minor, &QAction::toggled, &m_model, &LadderModel::setShowsMinor);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAccessibleName(tr("Kinds of rows"));
    const auto count = [this, button] { // what is folded away is not forgotten
        const qsizetype hidden = m_model.hiddenRows();
        button->setText(hidden == 0 ? tr("Show") : tr("Show (%1 folded)").arg(hidden));
    };
    connect(&m_model, &LadderModel::hiddenRowsChanged, button, count);
    count();
}

} // namespace ui
