// SPDX-License-Identifier: GPL-3.0-or-later
// Digest challenges and credentials as header text: reading and writing.
#include "auth/digest.h"
#include "base/words.h"

#include "message/scan.h"

#include <algorithm>

namespace sip {
namespace {

Error unsupportedScheme(const AuthValue &value)
{
    return {Error::Code::Unsupported, Words::tr("the scheme is %1, not Digest").arg(QString::fromUtf8(value.scheme)), -1,
            "R2617.3.2.1-2"};
}

Error missing(const char *what)
{
    return {Error::Code::Missing, Words::tr("the Digest value has no %1").arg(QLatin1String(what)), -1, "R22-6"};
}

QByteArray textOf(const AuthValue &value, QByteArrayView name)
{
    const AuthParam *param = value.find(name);
    return param ? param->value : QByteArray();
}

bool isTrue(const AuthValue &value, QByteArrayView name)
{
    return scan::equalsIgnoringCase(textOf(value, name).trimmed(), "true");
}

bool isAscii(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return quint8(c) < 0x80; });
}

//= R22-6
QStringList odditiesOf(const AuthValue &value)
{
    static constexpr QByteArrayView known[] = {"realm",     "domain", "nonce",    "opaque", "stale",
                                               "algorithm", "qop",    "userhash", "charset"};
    QStringList odd;
    QList<QByteArray> seen;
    for (const AuthParam &param : value.params) {
        const QByteArray name = param.name.toLower();
        if (seen.contains(name))
            odd += Words::tr("%1 is given more than once, the first counts").arg(QString::fromUtf8(name));
        else if (std::find(std::begin(known), std::end(known), QByteArrayView(name)) == std::end(known))
            odd += Words::tr("unknown directive %1").arg(QString::fromUtf8(param.name));
        seen += name;
    }
    if (value.find("qop") && textOf(value, "qop").trimmed().isEmpty())
        odd += Words::tr("qop is empty, taken as absent");
    return odd;
}

void readAlgorithm(const AuthValue &value, DigestChallenge *challenge)
{
    challenge->algorithmText = textOf(value, "algorithm").trimmed();
    challenge->algorithm = digestAlgorithm(challenge->algorithmText);
}

QByteArray extendedValue(QByteArrayView text)
{
    static constexpr QByteArrayView unreserved = "!#$&+-.^_`|~";
    QByteArray out = "UTF-8''";
    for (const char c : text) {
        if (is(c, DigitChar) || (lowered(c) >= 'a' && lowered(c) <= 'z') || unreserved.contains(c))
            out += c;
        else
            out += '%' + QByteArray(1, c).toHex().toUpper();
    }
    return out;
}

/// "UTF-8''J%C3%A4s" of RFC 5987; null: not of that form.
QByteArray fromExtendedValue(const QByteArray &text)
{
    const qsizetype first = text.indexOf('\'');
    const qsizetype second = first < 0 ? -1 : text.indexOf('\'', first + 1);
    if (second < 0 || !scan::equalsIgnoringCase(QByteArrayView(text).first(first), "UTF-8"))
        return {};
    return QByteArray::fromPercentEncoding(text.mid(second + 1));
}

/// Appends directives, the separator in between.
class Writer {
public:
    void token(const char *name, const QByteArray &value) { out += separator() + name + '=' + value; }
    void string(const char *name, const QByteArray &value) { token(name, quoted(value)); }
    QByteArray out = "Digest";

private:
    QByteArray separator()
    {
        const QByteArray text = m_first ? " " : ", ";
        m_first = false;
        return text;
    }
    bool m_first = true;
};

} // namespace

//= R2617.3.2.1-2 another scheme or an unknown algorithm is not an error of the others
Expected<DigestChallenge> digestChallenge(const AuthValue &value)
{
    if (!scan::equalsIgnoringCase(value.scheme, "Digest"))
        return unsupportedScheme(value);
    if (!value.find("realm"))
        return missing("realm");
    if (!value.find("nonce"))
        return missing("nonce");
    DigestChallenge challenge;
    challenge.realm = textOf(value, "realm");
    challenge.nonce = textOf(value, "nonce");
    challenge.opaque = textOf(value, "opaque");
    challenge.hasOpaque = value.find("opaque") != nullptr;
    readAlgorithm(value, &challenge);
    // Quoted or not: both are seen, only one is grammatical.
    for (const QByteArray &qop : splitList(textOf(value, "qop")))
        challenge.qops += qop.toLower();
    //= R2617.3.2.1-3
    challenge.stale = isTrue(value, "stale");
    challenge.userhash = isTrue(value, "userhash");
    challenge.utf8 = scan::equalsIgnoringCase(textOf(value, "charset").trimmed(), "UTF-8");
    challenge.oddities = odditiesOf(value);
    return challenge;
}

//= R2617.3.2.2-2 what is quoted and what is not
//= R2617.3.2.1-1 nonce and opaque go back unchanged
//= R22.4-3 no cnonce and no nc without qop
//= R22.4-4 qop is named when the challenge had one
QByteArray writeAuthorization(const DigestInput &input, const DigestResult &result)
{
    const DigestChallenge &challenge = input.challenge;
    Writer to;
    //= R7616.3.4-1
    if (!challenge.userhash && challenge.utf8 && !isAscii(result.usernameOnWire))
        to.token("username*", extendedValue(result.usernameOnWire));
    else
        to.string("username", result.usernameOnWire);
    to.string("realm", challenge.realm);
    to.string("nonce", challenge.nonce);
    to.string("uri", input.uri);
    to.string("response", result.response);
    // As the server spelled it: some compare it with their own text.
    if (!challenge.algorithmText.isEmpty())
        to.token("algorithm", challenge.algorithmText);
    const bool session = challenge.algorithm && challenge.algorithm->session;
    if (!input.qop.isEmpty() || session) // A1 of -sess cannot be made again without it
        to.string("cnonce", input.cnonce);
    if (challenge.hasOpaque)
        to.string("opaque", challenge.opaque);
    if (!input.qop.isEmpty()) {
        to.token("qop", input.qop);
        to.token("nc", QByteArray::number(input.nc, 16).rightJustified(8, '0'));
    }
    if (challenge.userhash)
        to.token("userhash", "true");
    //= R3310.3.4-1
    if (!input.auts.isEmpty())
        to.string("auts", input.auts);
    return to.out;
}

Expected<DigestCredentials> digestCredentials(const AuthValue &value)
{
    if (!scan::equalsIgnoringCase(value.scheme, "Digest"))
        return unsupportedScheme(value);
    for (const char *name : {"realm", "nonce", "uri", "response"})
        if (!value.find(name))
            return missing(name);
    const bool extended = !value.find("username") && value.find("username*");
    if (!extended && !value.find("username"))
        return missing("username");

    DigestCredentials credentials;
    DigestInput &input = credentials.input;
    credentials.response = textOf(value, "response").toLower();
    credentials.userhash = isTrue(value, "userhash");
    input.username = extended ? fromExtendedValue(textOf(value, "username*")) : textOf(value, "username");
    input.uri = textOf(value, "uri");
    input.qop = textOf(value, "qop").trimmed().toLower();
    input.cnonce = textOf(value, "cnonce");
    input.auts = textOf(value, "auts");
    bool isNumber = false;
    const quint32 nc = textOf(value, "nc").trimmed().toUInt(&isNumber, 16);
    input.nc = isNumber ? nc : 0;
    DigestChallenge &challenge = input.challenge;
    challenge.realm = textOf(value, "realm");
    challenge.nonce = textOf(value, "nonce");
    challenge.opaque = textOf(value, "opaque");
    challenge.hasOpaque = value.find("opaque") != nullptr;
    challenge.userhash = credentials.userhash;
    challenge.utf8 = extended;
    if (!input.qop.isEmpty())
        challenge.qops += input.qop;
    readAlgorithm(value, &challenge);
    return credentials;
}

} // namespace sip
