// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/flow_store.h"
#include "models/selection.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTimer;

namespace ui {

class StatusBadge;

/// How it ended, in one sentence, and what to do about it. Over the ladder of the selected intent.
class VerdictCard : public QWidget {
    Q_OBJECT
public:
    VerdictCard(FlowStore &store, Selection &selection, QWidget *parent = nullptr);
    QString sentence() const; ///< as shown

signals:
    void fixRequested(sip::IntentId intent, const diag::Fix &fix);
    void compareRequested(sip::IntentId intent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void showFixes(const QList<diag::Finding> &findings);
    QString plainSentence(const diag::Flow &flow) const;

    FlowStore &m_store;
    Selection &m_selection;
    StatusBadge *m_badge;
    QLabel *m_sentence, *m_more;
    QPushButton *m_evidence, *m_compare;
    QHBoxLayout *m_actions;
    QList<QPushButton *> m_fixes;
    QTimer *m_soon; ///< gathers changes: a busy flow is judged a few times a second, not per batch
};

} // namespace ui
