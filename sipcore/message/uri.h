// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace sip {

/// One ;name=value. Names keep their case; comparison ignores it.
struct Param {
    QByteArray name;
    QByteArray value; ///< as written: quotes and escapes still in; null: no '='
    friend bool operator==(const Param &, const Param &) = default;
};

/// First parameter of that name, case-insensitively; nullptr: none.
const Param *findParam(const QList<Param> &params, QByteArrayView name);

/// Any URI; sip and sips are taken apart (R19.1.1-1), others keep scheme and rest (R4475.3.3.4-1).
/// write() gives back text() byte for byte as long as no member was edited through the setters.
class Uri {
public:
    /// \param text  without angle brackets and without surrounding white space
    /// \return Code::Syntax with the offset into \a text: empty, no scheme, control characters or spaces (R7.1-3), bad port,
    ///         unbracketed IPv6 (R5118.4-1), broken %-escape
    static Expected<Uri> parse(QByteArrayView text);

    QByteArray scheme() const { return m_scheme; } ///< as written
    bool isSip() const;                            ///< sip or sips, any case
    bool isSips() const;
    bool isTel() const;
    QByteArray user() const { return m_user; } ///< escapes still in; null: no '@'
    QByteArray password() const { return m_password; }
    QByteArray host() const { return m_host; } ///< IPv6 with its brackets, as written
    quint16 port() const { return m_port; }    ///< 0: none written
    const QList<Param> &params() const { return m_params; }
    const QList<Param> &headers() const { return m_headers; } ///< after '?'
    QByteArray opaque() const { return m_opaque; }            ///< all after "scheme:" for schemes that are not sip or sips
    QByteArray param(QByteArrayView name) const;              ///< value; null: absent; "" : no value

    void setParam(QByteArray name, QByteArray value);
    void removeParam(QByteArrayView name);
    void clearHeaders();
    void setUser(QByteArray user);
    void setHost(QByteArray host, quint16 port);

    QByteArray toBytes() const;

    /// Equivalence of RFC 3261 19.1.4 (R19.1.4-1); schemes other than sip and sips: scheme ignoring case, rest byte for byte.
    bool isEquivalent(const Uri &other) const;

private:
    QByteArray m_text; ///< as parsed, null after an edit
    QByteArray m_scheme, m_user, m_password, m_host, m_opaque;
    QList<Param> m_params, m_headers;
    quint16 m_port = 0;
};

/// Whether it can be read and its scheme is sips; nothing is copied.
bool isSipsUri(QByteArrayView text);

} // namespace sip
