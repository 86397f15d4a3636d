// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspectors/digest_questions.h"
#include "inspectors/inspector_page.h"

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QVBoxLayout;

namespace ui {

/// What was decided about the challenges, and the digest worked out step by step. Secrets stay masked until the user asks.
class DigestInspector : public InspectorPage {
    Q_OBJECT
public:
    DigestInspector(FlowStore &store, Selection &selection, QWidget *parent = nullptr);

protected:
    void refresh() override;
    void resizeEvent(QResizeEvent *event) override; ///< long values are broken to the width

private:
    void showDecisions();
    QWidget *decisionLine(const sip::AuthDecision &decision);
    void showAnswer(int index);
    void copyValue() const;

    DigestSubject m_subject;
    quint64 m_shown = 0;
    QLabel *m_summary;
    QVBoxLayout *m_decisions;
    QComboBox *m_which;
    QLabel *m_verdictIcon;
    QLabel *m_verdict;
    QTreeWidget *m_steps;
    QPushButton *m_secrets;
};

} // namespace ui
