// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/credentials.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace ui {

enum class CredentialKind : quint8 { Password, Ha1, Subscriber, Token, Anonymous };

/// What the user types, as far as it can be wrong.
enum class CredentialPart : quint8 { None, User, Password, Ha1, K, Operator, Amf, Sqn, Token, Realm };

/// What is wrong with a credential, one sentence that names the field.
struct CredentialProblem {
    CredentialPart part = CredentialPart::None; ///< None: nothing, text is empty
    QString text;
};

CredentialKind kindOf(const sip::Credential &credential);

/// One credential while it is being typed. Keeps what was typed for the other kinds too, so that a look at another kind loses
/// nothing.
struct CredentialDraft {
    CredentialKind kind = CredentialKind::Password;
    sip::Credential typed;
    bool keep = false; ///< its secrets in the keychain of this system

    static CredentialDraft of(const sip::Credential &credential);
    sip::Credential value() const; ///< only what belongs to the kind
    /// Is there enough of it to be sent as this kind? An HA1, key or token that is not there yet must not become an empty
    /// password.
    bool isUsable() const;
    bool isUntouched() const;          ///< nothing was typed that counts
    CredentialProblem problem() const; ///< the first; none while it is not begun
    QString title() const;             ///< "1001 for example.com", for lists
    QString key() const;               ///< names its secrets in a keychain: kind, user name and realm; empty: it has none
    QByteArray secrets() const; ///< all of its kind, in one text; empty: none is typed, or one is a variable of a request file
    void setSecrets(const QByteArray &secrets); ///< as secrets() wrote them; others change nothing
    friend bool operator==(const CredentialDraft &, const CredentialDraft &) = default;

    Q_DECLARE_TR_FUNCTIONS(CredentialDraft)
};

/// Those that are usable.
QList<sip::Credential> values(const QList<CredentialDraft> &drafts);
/// Those that a request file can hold. Secrets not typed yet get a stand-in, so that the file refers to them like to the others.
QList<sip::Credential> valuesForFile(const QList<CredentialDraft> &drafts);
/// What was read from a file with its variables kept, secrets to be typed again.
QList<CredentialDraft> withoutSecrets(const QList<sip::Credential> &credentials);

} // namespace ui
