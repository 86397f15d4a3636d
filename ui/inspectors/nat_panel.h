// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/nat_view.h"

#include <QWidget>

class QFormLayout;
class QPushButton;

namespace ui {

/// Where we are beside where the server saw us, and what follows from it. Nothing is rewritten but by its button.
class NatPanel : public QWidget {
    Q_OBJECT
public:
    explicit NatPanel(QWidget *parent = nullptr);
    void setView(const diag::NatView &view, bool canCompose);

signals:
    void contactRequested(const QByteArray &contact); ///< the value of the Contact row to use

private:
    QFormLayout *m_facts;
    QWidget *m_verdicts;
    QPushButton *m_use;
    QByteArray m_contact;
};

} // namespace ui
