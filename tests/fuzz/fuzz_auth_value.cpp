// SPDX-License-Identifier: GPL-3.0-or-later
// Challenges and credentials: written again from their parts, they read back as the same values.
#include "fuzz.h"
#include "message/headers.h"

using namespace sip;

namespace {

QByteArray paramsText(const QList<AuthParam> &params)
{
    QByteArray out;
    for (const AuthParam &param : params) {
        if (!out.isEmpty())
            out += ", ";
        out += param.name + '=' + (param.quoted ? quoted(param.value) : param.value);
    }
    return out;
}

bool same(const QList<AuthParam> &a, const QList<AuthParam> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const AuthParam &x, const AuthParam &y) {
        return x.name == y.name && x.value == y.value && x.quoted == y.quoted;
    });
}

void checkPlace(const Error &error, const QByteArray &value)
{
    require(error.offset >= 0 && error.offset <= value.size() && *error.rule, "errors lie inside the value");
}

} // namespace

void fuzz(const QByteArray &input)
{
    if (const auto info = parseAuthInfo(input)) {
        const auto again = parseAuthInfo(paramsText(*info));
        require(again && same(*again, *info), "Authentication-Info reads back");
    } else {
        checkPlace(info.error(), input);
    }
    const auto all = parseAuth(input);
    if (!all) {
        checkPlace(all.error(), input);
        return;
    }
    QByteArray text;
    bool bare = false;
    for (const AuthValue &value : *all) {
        // A scheme with nothing after it is told from a parameter by the white space that follows.
        text += text.isEmpty() ? "" : bare ? " " : ", ";
        bare = value.token.isEmpty() && value.params.isEmpty();
        text += value.scheme;
        text += value.token.isEmpty() ? "" : ' ' + value.token + (value.params.isEmpty() ? "" : ",");
        text += value.params.isEmpty() ? "" : ' ' + paramsText(value.params);
    }
    const auto again = parseAuth(text);
    require(again && again->size() == all->size(), "the challenges read back");
    for (qsizetype i = 0; i < all->size(); ++i)
        require((*again)[i].scheme == (*all)[i].scheme && (*again)[i].token == (*all)[i].token &&
                    same((*again)[i].params, (*all)[i].params),
                "each challenge reads back");
}
