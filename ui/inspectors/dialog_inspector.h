// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/refused_offer.h"
#include "inspectors/inspector_page.h"

class QComboBox;
class QFormLayout;
class QPushButton;
class QTreeWidget;

namespace ui {

/// The dialogs of the flow: ids, CSeqs, route set, where the next request goes and who said so, what was agreed about media; and
/// the requests of the peer that wait for an answer by hand.
class DialogInspector : public InspectorPage {
    Q_OBJECT
public:
    DialogInspector(FlowStore &store, Selection &selection, QWidget *parent = nullptr);

signals:
    /// \param toTag  of the dialog shown
    void nextRequested(sip::IntentId intent, const QByteArray &toTag);
    void answerRequested(sip::IntentId intent, sip::TransactionId request, int status);
    void answerComposerRequested(sip::IntentId intent, sip::TransactionId request); ///< with rows and body

protected:
    void refresh() override;

private:
    const diag::DialogInfo *shown() const; ///< nullptr: the flow has no dialog
    void showDialogs();
    void showFacts(const diag::DialogInfo &info);
    void showSession(const diag::DialogInfo &info);
    void showRefused(const std::optional<diag::RefusedOffer> &refused);
    void showWaiting();
    void answer();

    QComboBox *m_which;
    QWidget *m_factsBox, *m_sessionBox, *m_refusedBox, *m_waitingBox;
    QFormLayout *m_facts;
    QLabel *m_problems, *m_refusedWhy;
    QTreeWidget *m_session, *m_refused;
    QComboBox *m_waiting, *m_status;
    QPushButton *m_next, *m_answer, *m_composeAnswer;
    QByteArray m_tag; ///< of the dialog chosen; null: the newest
};

} // namespace ui
