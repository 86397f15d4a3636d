// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composer/session_builder.h"
#include "flow/ladder.h"
#include "request/composed_request.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace ui {

/// Composes the answer to a request of the peer that waits: status and reason phrase, header rows, and a body that begins as the
/// answer to the offer; shown as the whole response will be sent, and as a rule that would answer so by itself.
class AnswerComposer : public QDialog {
    Q_OBJECT
public:
    explicit AnswerComposer(QWidget *parent = nullptr);

    /// Begins anew for another request. \param dialog  it belongs to; nullptr: not known
    void setRequest(const diag::WaitingRequest &request, const diag::DialogInfo *dialog);
    void setWaiting(bool waits); ///< false: it was answered, or is gone
    sip::TransactionId transaction() const { return m_request.transaction; }
    sip::ComposedAnswer answer() const;

signals:
    void answerRequested(const sip::ComposedAnswer &answer);

private:
    int status() const;         ///< 0: not one that can be sent
    bool mayBeReliable() const; ///< a provisional answer to a caller who knows 100rel
    SessionBuilder::Start start() const;
    void propose();
    void showPreview();
    QString ruleText(const sip::ComposedAnswer &answer) const;

    diag::WaitingRequest m_request;
    sip::DialogFacts m_facts;
    QByteArray m_description; ///< of ours, that answers the offer or makes one; empty: none fits
    QByteArray m_inForce;     ///< ours as agreed before; empty: no session
    bool m_waits = false;
    QString m_proposedRows, m_proposedBody; ///< replaced with the status as long as nobody edited them
    QLabel *m_about, *m_wrong, *m_remark;
    QComboBox *m_status;
    QCheckBox *m_reliable;
    QPlainTextEdit *m_rows, *m_body, *m_preview;
    QLineEdit *m_rule;
    QPushButton *m_send;
};

} // namespace ui
