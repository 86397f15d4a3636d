// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ladder_model.h"

#include <QWidget>

class QToolButton;

namespace ui {

/// The bar over the ladder: time mode, what is shown, folding, follow, ladder or table. Changes the model; the rest by signals.
class LadderBar : public QWidget {
    Q_OBJECT
public:
    explicit LadderBar(LadderModel &model, QWidget *parent = nullptr);

public slots:
    void setFollowing(bool on);
    void setTable(bool on);

signals:
    void followRequested(bool on);
    void tableRequested(bool on);

private:
    QToolButton *button(const QString &name, const QString &text, const QString &tip);
    void fillTimes(QToolButton *button);
    void fillKinds(QToolButton *button);

    LadderModel &m_model;
    QToolButton *m_follow = nullptr, *m_ladder = nullptr, *m_table = nullptr;
};

} // namespace ui
