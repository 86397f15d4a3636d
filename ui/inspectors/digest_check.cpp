// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/digest_check.h"

#include "auth/credential_fit.h"
#include "flow/row_words.h"
#include "message/headers.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::DigestCheck)
};

constexpr QChar Dot(u'•');

QString dots(qsizetype count)
{
    return QString(count, Dot);
}

QString latin(const QByteArray &text)
{
    return QString::fromLatin1(text);
}

/// The answer as it should be: the header's own words, with what only we and the server know.
sip::DigestInput fullInput(const DigestQuestion &question, const sip::Credential &credential)
{
    sip::DigestInput input = question.sent.input;
    sip::useCredential(input, credential);
    input.method = question.request.method().toByteArray();
    input.body = question.request.body().toByteArray();
    input.sessionNonce = question.sessionNonce;
    input.sessionCnonce = question.sessionCnonce;
    return input;
}

/// Without quotes of its own, with the escapes that stand between them on the wire.
QByteArray literal(const QByteArray &text)
{
    const QByteArray quoted = sip::quoted(text);
    return quoted.mid(1, quoted.size() - 2);
}

/// SHA-512 cut to 256 bits: what the printed example of RFC 7616 shows and many libraries do. Plain forms only.
QByteArray cutSha512(const sip::DigestInput &input)
{
    const auto hash = [](const QByteArray &text) {
        return QCryptographicHash::hash(text, QCryptographicHash::Sha512).toHex().first(64);
    };
    QByteArray ha1 = hash(input.username + ':' + input.challenge.realm + ':' + input.password);
    if (input.challenge.algorithm->session)
        ha1 = hash(ha1 + ':' + input.challenge.nonce + ':' + input.cnonce);
    QByteArray a2 = input.method + ':' + input.uri;
    if (input.qop == "auth-int")
        a2 += ':' + hash(input.body);
    QByteArray text = ha1 + ':' + input.challenge.nonce + ':';
    if (!input.qop.isEmpty())
        text += QByteArray::number(input.nc, 16).rightJustified(8, '0') + ':' + input.cnonce + ':' + input.qop + ':';
    return hash(text + hash(a2));
}

/// The first usual mistake that gives the response as sent; empty: none of them.
QString mistake(const sip::DigestInput &input, const DigestQuestion &question)
{
    const QByteArray &sent = question.sent.response;
    const auto gives = [&](auto change) {
        sip::DigestInput other = input;
        change(other);
        return sip::computeDigest(other).response == sent;
    };
    const QByteArray requestUri = question.request.requestUri().toByteArray();
    if (gives([&](sip::DigestInput &i) { i.uri = requestUri; }))
        return Words::tr("It was computed over the Request-URI %1, while the header names another uri.")
            .arg(diag::words::shown(requestUri, 120));
    if (gives([](sip::DigestInput &i) { i.body.clear(); }))
        return Words::tr("It was computed over an empty body, while the message has one.");
    if (gives([](sip::DigestInput &i) {
            i.username = literal(i.username);
            i.challenge.realm = literal(i.challenge.realm);
        }))
        return Words::tr("The backslashes of the quoted names were left in; most servers hash the names without them.");
    if (gives([](sip::DigestInput &i) { i.password = i.password.trimmed(); }))
        return Words::tr("The spaces around the password were left out.");
    if (gives([](sip::DigestInput &i) { i.password += ' '; }) || gives([](sip::DigestInput &i) { i.password += '\n'; }))
        return Words::tr("A space or line end was left at the end of the password.");
    for (const char *method : {"REGISTER", "INVITE", "ACK", "BYE", "OPTIONS", "MESSAGE", "SUBSCRIBE", "PUBLISH", "REFER"})
        if (gives([method](sip::DigestInput &i) { i.method = method; }))
            return Words::tr("It was made for the method %1.").arg(QLatin1String(method));
    if (input.challenge.algorithm->hash == sip::HashAlgorithm::Sha512_256 && input.ha1.isEmpty() && cutSha512(input) == sent)
        return Words::tr("It is SHA-512 cut to half its length, not SHA-512/256, which starts from other values (FIPS 180-4).");
    return {};
}

void addSecretSteps(QList<DigestStep> &steps, const sip::DigestInput &input, const sip::DigestResult &result, const QString &hash)
{
    const bool session = !result.sessionA1.isEmpty();
    const QByteArray first = session ? result.sessionA1.first(result.sessionA1.indexOf(':')) : result.ha1;
    if (!result.a1.isEmpty())
        steps.append({u"A1"_s, Words::tr("user name : realm : password"), result.a1,
                      QString::fromUtf8(input.username + ':' + input.challenge.realm + ':') + dots(8)});
    steps.append(
        {u"HA1"_s, result.a1.isEmpty() ? Words::tr("stored with the credential") : u"%1(A1)"_s.arg(hash), first, dots(16)});
    if (!session)
        return;
    steps.append({Words::tr("A1 of the session"), Words::tr("HA1 : nonce : cnonce of the first answer"), result.sessionA1,
                  dots(8) + latin(result.sessionA1.mid(first.size()))});
    steps.append({Words::tr("HA1 of the session"), Words::tr("%1(A1 of the session)").arg(hash), result.ha1, dots(16)});
}

void addOpenSteps(QList<DigestStep> &steps, const sip::DigestInput &input, const sip::DigestResult &result, const QString &hash)
{
    const bool integrity = !result.bodyHash.isEmpty();
    if (integrity)
        steps.append(
            {u"H(body)"_s, Words::tr("%1(the %L2 octets of the body)").arg(hash).arg(input.body.size()), result.bodyHash, {}});
    steps.append({u"A2"_s, integrity ? u"method : uri : H(body)"_s : u"method : uri"_s, result.a2, {}});
    steps.append({u"HA2"_s, u"%1(A2)"_s.arg(hash), result.ha2, {}});
}

/// rspauth: what the server has to send to show that it knows the password too.
//= R2617.3.2.3-2
void addProof(DigestCheck &check, const DigestQuestion &question, const sip::DigestInput &input, const sip::DigestResult &result,
              const QString &hash)
{
    if (input.qop.isEmpty())
        return;
    const QString formula =
        (input.qop == "auth-int" ? Words::tr("%1 like response, with nothing for the method and over the body of the answer")
                                 : Words::tr("%1 like response, with nothing for the method"))
            .arg(hash);
    const QByteArray expected = sip::computeRspauth(input, result, question.proofBody);
    check.steps.append({Words::tr("rspauth to expect"), formula, expected, {}});
    if (question.proof.isEmpty())
        return;
    check.steps.append({Words::tr("rspauth as received"), Words::tr("from Authentication-Info"), question.proof, {}});
    if (question.proof == expected) {
        check.sentence += u' ' + Words::tr("The server proved that it knows the password too.");
        return;
    }
    check.verdict = DigestCheck::Verdict::Mismatch;
    check.explanation += u' ' + Words::tr("The proof of the server (rspauth) is wrong: somebody else may have answered, or the "
                                          "message was changed on its way (RFC 2617 3.2.3).");
}

} // namespace

const sip::Credential *credentialFor(const sip::DigestCredentials &sent, const QList<sip::Credential> &all)
{
    const sip::DigestInput &input = sent.input;
    if (!input.challenge.algorithm)
        return nullptr;
    const auto fits = [&](const sip::Credential &credential) {
        if (!credential.isDigest() || credential.isForAka() != input.challenge.algorithm->isAka() ||
            (!credential.realm.isEmpty() && credential.realm != input.challenge.realm))
            return false;
        const auto stored = sip::digestAlgorithm(credential.ha1Algorithm);
        if (!credential.ha1.isEmpty() && (!stored || stored->hash != input.challenge.algorithm->hash))
            return false;
        if (!sent.userhash)
            return credential.digestName() == input.username;
        return sip::hashHex(input.challenge.algorithm->hash, credential.digestName() + ':' + input.challenge.realm) ==
                   input.username ||
               credential.digestName() == input.username;
    };
    const sip::Credential *anyRealm = nullptr;
    for (const sip::Credential &credential : all) {
        if (!fits(credential))
            continue;
        if (!credential.realm.isEmpty())
            return &credential;
        anyRealm = anyRealm ? anyRealm : &credential;
    }
    return anyRealm;
}

//= R22-4 every step is shown, the secret ones masked
//= R22-5 the usual mistakes are tried
DigestCheck checkDigest(const DigestQuestion &question, const sip::Credential *credential)
{
    DigestCheck check;
    const sip::DigestCredentials &sent = question.sent;
    if (!sent.input.challenge.algorithm) {
        check.sentence = Words::tr("The algorithm %1 is not known, so the answer cannot be checked.")
                             .arg(diag::words::shown(sent.input.challenge.algorithmText, 40));
        return check;
    }
    const QString hash = latin(sip::algorithmName({sent.input.challenge.algorithm->hash, false}));
    const QString formula = sent.input.qop.isEmpty() ? u"%1(HA1 : nonce : HA2)"_s.arg(hash)
                                                     : u"%1(HA1 : nonce : nc : cnonce : qop : HA2)"_s.arg(hash);
    const sip::DigestInput input = fullInput(question, credential ? *credential : sip::Credential{});
    const sip::DigestResult result = sip::computeDigest(input);

    if (credential)
        addSecretSteps(check.steps, input, result, hash);
    addOpenSteps(check.steps, input, result, hash);
    if (credential)
        check.steps.append({u"response"_s, formula, result.response, {}});
    check.steps.append({Words::tr("response as sent"), Words::tr("from the header"), sent.response, {}});
    if (!credential) {
        check.sentence = Words::tr("The password for realm \"%1\" is not known here, so the answer cannot be checked.")
                             .arg(diag::words::shown(input.challenge.realm, 60));
        return check;
    }
    const bool match = result.response == sent.response;
    check.verdict = match ? DigestCheck::Verdict::Match : DigestCheck::Verdict::Mismatch;
    if (match) {
        check.sentence = Words::tr("The answer is right for this password: what was sent is what comes out here.");
    } else {
        check.sentence = Words::tr("The answer is not what this password gives.");
        check.explanation = mistake(input, question);
    }
    addProof(check, question, input, result, hash);
    return check;
}

} // namespace ui
