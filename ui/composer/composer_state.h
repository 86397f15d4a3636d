// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composer/credential_draft.h"
#include "composer/message_text.h"
#include "request/target.h"

#include <QObject>

#include <functional>
#include <optional>

namespace ui {

/// What the composer knows, without a widget: one message text, the settings around it, and what follows from both. The form and
/// the raw editor are two views of it; each asks again on changed(). UI thread.
class ComposerState : public QObject {
    Q_OBJECT
public:
    /// A mark at its place in text().
    struct Mark {
        sip::LintMark::Severity severity = sip::LintMark::Severity::Warning;
        QString text, rule;
        qsizetype at = -1; ///< UTF-16 units from the start of text(); -1: about what is not in the text
        qsizetype length = 0;
    };
    struct NextHopText {
        bool ok = false;
        QString text; ///< one sentence: where to and why, or what to type instead
    };
    /// Tells the address we would send from, for the size and the preview; a port of 0 is replaced by one of five digits.
    using LocalAddress = std::function<sip::Endpoint(const sip::TransportAddress &)>;

    explicit ComposerState(QObject *parent = nullptr);
    void setLocalAddress(LocalAddress source);

    /// The address we would send from now; where the next hop is a name, that of the default route.
    sip::Endpoint localAddress() const;

    // As a whole.
    sip::ComposedRequest request() const;        ///< what Send submits
    sip::ComposedRequest requestForFile() const; ///< with credentials that are not complete yet
    void load(const sip::ComposedRequest &request);

    // The text.
    QString text() const { return m_text.text(); }
    const MessageText &message() const { return m_text; }
    void setText(const QString &text); ///< as typed in a text view
    bool isRaw() const { return m_settings.raw; }
    /// On: the text becomes the complete message, filled-in rows included, and is sent octet for octet. Off again without an edit
    /// in between: the text from before comes back.
    void setRaw(bool on);

    // The form. Fields of a row change the first row of that name, add one, or remove it when set to empty.
    void setMethod(const QByteArray &method);
    QByteArray target() const { return m_settings.target; }
    void setTarget(const QByteArray &target); ///< the Request-URI follows while it was the target's
    QByteArray field(sip::HeaderId id) const; ///< empty: no such row
    void setField(sip::HeaderId id, const QByteArray &value);
    void setBody(const QByteArray &body);
    const QList<CredentialDraft> &credentials() const { return m_credentials; } ///< those that cannot be sent yet among them
    void setCredentials(const QList<CredentialDraft> &drafts);
    void chooseKeep(qsizetype index, bool keep);           ///< the click on the box for the keychain of one of them
    void putCredential(const sip::Credential &credential); ///< in the place of the one of its kind and realm, else at the end

    bool canKeep() const { return m_canKeep; }            ///< there may be a keychain for secrets
    QString keepProblem() const { return m_keepProblem; } ///< why it did not take or give one; empty: none
    void setKeeping(bool can, const QString &problem);

    void setRow(qsizetype index, const sip::ComposedRow &row);
    void insertRow(qsizetype index, const sip::ComposedRow &row); ///< index past the end: appended
    void removeRow(qsizetype index);
    void moveRow(qsizetype from, qsizetype to);
    void setMuted(qsizetype index, bool muted);

    /// All that is not the message: transport, policies, timers, limits. Message parts of it are not looked at by setSettings().
    const sip::ComposedRequest &settings() const { return m_settings; }
    void setSettings(const sip::ComposedRequest &settings);

    // What follows. Computed when asked for, kept until the next change.
    QList<sip::ComposedRow> filledRows() const; ///< what will be filled in when sending
    QByteArray previewBytes() const;            ///< the message as it will be, placeholders for what is known only then
    int octets() const;                         ///< of it
    sip::Protocol protocol() const;             ///< the message is built for this one
    bool staysOnUdp() const;                    ///< whatever its size: as asked, or because UDP was named
    QList<Mark> marks() const;
    NextHopText nextHop() const;

signals:
    void changed();
    void keepChosen(const ui::CredentialDraft &draft);                  ///< by the user
    void credentialsReplaced(const QList<ui::CredentialDraft> &before); ///< by those of another request, nothing was removed

private:
    struct Derived {
        QList<sip::ComposedRow> filled;
        sip::Message preview;
        QList<Mark> marks;
        NextHopText hop;
        sip::Protocol protocol = sip::Protocol::Udp;
        bool transportGiven = false;
    };
    const Derived &derived() const;
    Mark placed(const sip::LintMark &mark, const sip::Message &preview) const;
    qsizetype inText(qsizetype octets) const; ///< place in text() of a place in m_text.bytes()
    QByteArray followedUri() const;
    QList<CredentialDraft> takeCredentials();
    void touch();

    MessageText m_text;
    MessageText m_beforeRaw, m_rawStart; ///< for switching raw mode off again
    sip::ComposedRequest m_settings;
    QList<CredentialDraft> m_credentials; ///< m_settings.credentials are the usable ones
    bool m_canKeep = false;
    QString m_keepProblem;
    bool m_uriFollows = true;                        ///< the Request-URI is the one that follows from target and To
    std::pair<sip::HeaderId, qsizetype> m_emptied{}; ///< the field emptied last, and where its row stood
    LocalAddress m_localAddress;
    mutable std::optional<Derived> m_derived;
};

} // namespace ui
