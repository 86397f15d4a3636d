// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspectors/inspector_page.h"
#include "inspectors/transaction_story.h"

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui {

/// The transaction of the selected row: state, what led to it, armed timers counting down, and its state table with the rows
/// taken.
class TransactionInspector : public InspectorPage {
    Q_OBJECT
public:
    TransactionInspector(FlowStore &store, Selection &selection, QWidget *parent = nullptr);

protected:
    void refresh() override;
    void hideEvent(QHideEvent *event) override;

private:
    sip::TransactionId wanted() const; ///< 0: none
    void showTimers();
    void countDown();
    void showSteps();
    void showTable();

    TransactionStory m_story;
    QLabel *m_heading, *m_state, *m_noTimers;
    QTreeWidget *m_timers, *m_steps, *m_table;
    QTimer m_tick;
};

} // namespace ui
