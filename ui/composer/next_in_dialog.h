// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialog/dialog.h"
#include "request/target.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace ui {

/// Composes the next request in a dialog: method, header rows and body of the user; tags, Route, CSeq and target of the dialog,
/// shown as the whole request will be sent. Stays open for the one after.
class NextInDialog : public QDialog {
    Q_OBJECT
public:
    explicit NextInDialog(QWidget *parent = nullptr);

    /// What a call can be subscribed to: how a REFER in it goes.
    static constexpr QByteArrayView callEvent = "refer";
    /// Offers first what people send in it. \param event  of the subscription that made the dialog; callEvent: a call
    void startFor(const QByteArray &event);
    /// What the dialog is like now. \param first  where the request that made it went \param local  our address
    /// \param description  ours as agreed; empty: no session
    void setDialog(const sip::DialogFacts &facts, const sip::TransportAddress &first, const sip::Endpoint &local,
                   const QByteArray &description = {});
    const sip::DialogFacts &dialog() const { return m_facts; }
    sip::NextRequest request() const;

signals:
    void sendRequested(const sip::NextRequest &request);

private:
    void usePreset(int preset);
    void showPreview();
    QStringList warnings(const sip::ComposedRequest &composed, QString *target) const;

    QByteArray m_event = callEvent.toByteArray();
    sip::DialogFacts m_facts;
    sip::TransportAddress m_first;
    sip::Endpoint m_local;
    QByteArray m_description;
    QComboBox *m_preset, *m_method;
    QPlainTextEdit *m_rows, *m_body, *m_preview;
    QLabel *m_target, *m_warning, *m_wrong;
    QPushButton *m_send;
    sip::NextRequest::Offer m_offer = sip::NextRequest::Offer::AsGiven;
};

} // namespace ui
