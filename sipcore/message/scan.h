// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/characters.h"

#include <QByteArrayView>

// Cutting header values where they lie, without copies. Values may still hold their folds: CR and LF count as white space.
// Everything here goes on after an error, so that what is readable can be read; strict callers look at `error`.
namespace sip::scan {

using View = QByteArrayView;

inline View between(const char *from, const char *to)
{
    return {from, to - from};
}

inline const char *skipLws(const char *at, const char *end)
{
    while (at != end && is(*at, LwsChar))
        ++at;
    return at;
}

inline const char *skipToken(const char *at, const char *end)
{
    while (at != end && is(*at, TokenChar))
        ++at;
    return at;
}

View trimmed(View text);
bool equalsIgnoringCase(View a, View b);

/// \param at  at the opening quote. \return one past the closing one; nullptr: it is never closed
const char *skipQuoted(const char *at, const char *end);

/// Where and why a value does not follow its grammar. at == nullptr: it does.
struct Flaw {
    const char *at = nullptr;
    const char *text = "";
    void set(const char *place, const char *why)
    {
        if (!at) {
            at = place;
            text = why;
        }
    }
};

/// Decimal number of at most 64 bits. \return false: not digits only, empty, or above \a max
bool number(View text, quint64 max, quint64 *out);

/// Walks the elements of a comma list, minding quotes, <...> and comments.
class Elements {
public:
    explicit Elements(View list) : m_at(list.begin()), m_end(list.end()) {}
    bool next(); ///< empty elements are given too
    View element;

private:
    const char *m_at;
    const char *m_end;
    bool m_more = true;
};

/// Walks ";name=value ;name" up to the end or the comma that ends the list element. Broken parameters are skipped.
class Params {
public:
    explicit Params(View text) : m_at(text.begin()), m_end(text.end()) {}
    bool next();
    const char *at() const { return m_at; }

    View name;
    View value; ///< quotes and escapes still in
    bool hasValue = false;
    Flaw flaw;

private:
    void readValue();
    void skipBroken();
    const char *m_at;
    const char *m_end;
};

/// Value of the parameter \a name in ";name=value..."; null: absent; empty but not null: no value.
View param(View params, View name);

/// One element of From, To, Contact, Route, ...
struct NameAddr {
    View display; ///< quotes still in; null: none
    View uri;     ///< brackets removed
    View params;  ///< from the first ';' to the end of the text (a list may follow)
    bool brackets = false;
    Flaw flaw;
};
NameAddr splitNameAddr(View text);

/// One element of Via.
struct Via {
    View protocol, version, transport;
    View host; ///< IPv6 with brackets
    View port; ///< digits as written; null: none
    View params;
    Flaw flaw;
    View sentBy() const { return host.isNull() ? View() : between(host.begin(), port.isNull() ? host.end() : port.end()); }
};
Via splitVia(View text);

/// A URI; user, host and the rest only for sip and sips.
struct Uri {
    View scheme;
    View rest; ///< all after "scheme:"
    bool isSip = false;
    View user, password; ///< null: none
    View host;           ///< IPv6 with brackets
    View port;           ///< digits; null: none
    View params;         ///< from the first ';' on
    View headers;        ///< after '?'; null: none
    Flaw flaw;
    const char *rule = "R19.1.1-1"; ///< the rule the flaw breaks
};
Uri splitUri(View text);

/// Value of the parameter \a name among Uri::params; null: absent; empty but not null: no value. Commas and quotes are letters
/// like others there.
View uriParam(View params, View name);

/// Walks the name=value list of one challenge or credentials value; stops before the scheme of a merged next one (R7.3.1-5).
class AuthParams {
public:
    /// \param text  what follows the scheme
    explicit AuthParams(View text) : m_at(text.begin()), m_end(text.end()) {}
    bool next();
    const char *at() const { return m_at; } ///< after next() was false: the next scheme, or the end

    View name;
    View value; ///< quotes removed, escapes still in
    bool quoted = false;
    Flaw flaw;

private:
    void readValue();
    const char *m_at;
    const char *m_end;
};

} // namespace sip::scan
