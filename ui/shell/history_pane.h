// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history_model.h"
#include "models/selection.h"

#include <QWidget>

class QTableView;
class QToolButton;

namespace ui {

/// What was sent in this run, newest first: a click shows its ladder again, the buttons send it again.
class HistoryPane : public QWidget {
    Q_OBJECT
public:
    HistoryPane(FlowStore &store, Selection &selection, QWidget *parent = nullptr);

signals:
    void resendRequested(sip::IntentId intent);
    void editRequested(sip::IntentId intent); ///< bring it into the composer

private:
    sip::IntentId current() const; ///< 0: none
    void showSelection();

    FlowStore &m_store;
    Selection &m_selection;
    HistoryModel m_model;
    QTableView *m_table;
    QToolButton *m_resend, *m_edit;
};

} // namespace ui
