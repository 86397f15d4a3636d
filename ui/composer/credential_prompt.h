// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/credential_question.h"
#include "models/flow_store.h"
#include "models/selection.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ui {

class CredentialFields;

/// A bar that asks for the credentials the flow looked at ended without. Never takes the focus by itself; hidden when there is
/// nothing to ask, when the user said not now, and once it was answered.
class CredentialPrompt : public QWidget {
    Q_OBJECT
public:
    CredentialPrompt(FlowStore &store, Selection &selection, QWidget *parent = nullptr);
    bool isAsking() const { return !m_parts.isEmpty(); }

public slots:
    void focusFirst(); ///< the field to go on with
    void dismiss();    ///< not now, for this flow

signals:
    void askingChanged(bool asking);
    void answered(sip::IntentId intent, const QList<sip::Credential> &credentials); ///< one for each realm

protected:
    bool event(QEvent *event) override; ///< Esc, before the shortcut of the window has it
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Part {
        CredentialQuestion question;
        CredentialFields *fields = nullptr;
        QWidget *whole = nullptr;
    };
    void refresh();
    void ask(const QList<CredentialQuestion> &questions);
    void send();
    void orderTabs();
    void fitColumns();
    QByteArray likelyUser() const;

    FlowStore &m_store;
    Selection &m_selection;
    QVBoxLayout *m_column;
    QPushButton *m_send, *m_later;
    QList<Part> m_parts;
    sip::IntentId m_intent = 0; ///< that is being asked about
    QSet<sip::IntentId> m_done; ///< answered, or not now
};

} // namespace ui
