// SPDX-License-Identifier: GPL-3.0-or-later
// The small typed values: CSeq, Reason, Retry-After, Warning, Subscription-State, RAck, RSeq, Session-Expires.
#include "base/words.h"
#include "message/header_values.h"

namespace sip {
namespace {

using values::copyOf;
using values::syntaxError;

constexpr quint64 MaxUInt32 = 0xffffffff;

/// Takes words separated by white space from the front of a value.
class Pieces {
public:
    explicit Pieces(QByteArrayView text) : m_at(text.begin()), m_end(text.end()) {}
    QByteArrayView next()
    {
        const char *from = scan::skipLws(m_at, m_end);
        m_at = from;
        while (m_at != m_end && !is(*m_at, LwsChar))
            ++m_at;
        return scan::between(from, m_at);
    }
    bool atEnd() const { return scan::skipLws(m_at, m_end) == m_end; }
    const char *at() const { return m_at; }

private:
    const char *m_at;
    const char *m_end;
};

/// Text before the first ';' outside quotes; \a params gets the rest.
QByteArrayView beforeParams(QByteArrayView value, QByteArrayView *params)
{
    const char *at = value.begin();
    while (at != value.end() && *at != ';')
        ++at;
    *params = scan::between(at, value.end());
    return scan::trimmed(scan::between(value.begin(), at));
}

/// A parameter that must be a number when it is there. \return false: it is there and is none
bool numberParam(const QList<Param> &params, QByteArrayView name, qint64 *out)
{
    const Param *param = findParam(params, name);
    quint64 number = 0;
    if (!param)
        return true;
    if (!scan::number(param->value, MaxUInt32, &number))
        return false;
    *out = qint64(number);
    return true;
}

Error numberError(QByteArrayView value, QByteArrayView place, const char *rule)
{
    return syntaxError(value, place.begin(), Words::tr("expected a number from 0 to 4294967295"), rule);
}

} // namespace

//= R20.16-1
Expected<CSeq> parseCSeq(QByteArrayView value)
{
    constexpr const char *rule = "R20.16-1";
    Pieces words(value);
    const QByteArrayView digits = words.next();
    if (digits.isEmpty())
        return values::missingError(rule);
    quint64 number = 0;
    if (!scan::number(digits, MaxUInt32, &number))
        return numberError(value, digits, rule);
    const QByteArrayView method = words.next();
    if (!isToken(method))
        return syntaxError(value, method.begin(), Words::tr("expected a method after the sequence number"), rule);
    if (!words.atEnd())
        return syntaxError(value, words.at(), Words::tr("something follows the method"), rule);
    return CSeq{quint32(number), copyOf(method)};
}

//= R3326.2-1
Expected<QList<Reason>> parseReasons(QByteArrayView value)
{
    constexpr const char *rule = "R3326.2-1";
    QList<Reason> reasons;
    for (scan::Elements elements(value); elements.next();) {
        QByteArrayView tail;
        const QByteArrayView protocol = beforeParams(elements.element, &tail);
        if (protocol.isEmpty() && tail.isEmpty())
            continue;
        if (!isToken(protocol))
            return syntaxError(value, protocol.begin(), Words::tr("the protocol of a reason must be a token"), rule);
        QList<Param> params;
        Error error;
        if (!values::readParams(value, tail, rule, &params, &error))
            return error;
        Reason reason;
        reason.protocol = copyOf(protocol);
        qint64 cause = -1;
        if (!numberParam(params, "cause", &cause) || cause > 0x7fffffff)
            return syntaxError(value, tail.begin(), Words::tr("the cause is not a number"), rule);
        reason.cause = int(cause);
        if (const Param *text = findParam(params, "text"))
            reason.text = unquoted(text->value);
        reasons += reason;
    }
    if (reasons.isEmpty())
        return values::missingError(rule);
    return reasons;
}

//= R20.33-1 seconds, a comment, and how long it will last
Expected<RetryAfter> parseRetryAfter(QByteArrayView value)
{
    constexpr const char *rule = "R20.33-1";
    const char *const end = value.end();
    const char *at = scan::skipLws(value.begin(), end);
    const char *from = at;
    while (at != end && is(*at, DigitChar))
        ++at;
    if (from == end)
        return values::missingError(rule);
    quint64 seconds = 0;
    if (!scan::number(scan::between(from, at), MaxUInt32, &seconds))
        return numberError(value, scan::between(from, at), rule);
    RetryAfter result;
    result.seconds = quint32(seconds);
    QList<Param> params;
    Error error;
    // Comments are allowed after the seconds; some peers put them last.
    for (at = scan::skipLws(at, end); at != end; at = scan::skipLws(at, end)) {
        if (*at == '(') {
            from = at;
            int depth = 0;
            for (; at != end; ++at) {
                if (*at == '\\' && at + 1 != end)
                    ++at;
                else if (*at == '(')
                    ++depth;
                else if (*at == ')' && --depth == 0)
                    break;
            }
            if (at == end)
                return syntaxError(value, from, Words::tr("the comment is not closed"), rule);
            result.comment = copyOf(scan::between(from + 1, at));
            ++at;
        } else if (*at == ';') {
            from = at;
            while (at != end && *at != '(')
                ++at;
            if (!values::readParams(value, scan::between(from, at), rule, &params, &error))
                return error;
        } else {
            return syntaxError(value, at, Words::tr("expected a comment or a parameter"), rule);
        }
    }
    if (!numberParam(params, "duration", &result.duration))
        return syntaxError(value, value.begin(), Words::tr("the duration is not a number of seconds"), rule);
    return result;
}

//= R20.43-1 code, agent, text
Expected<QList<Warning>> parseWarnings(QByteArrayView value)
{
    constexpr const char *rule = "R20.43-1";
    QList<Warning> warnings;
    for (scan::Elements elements(value); elements.next();) {
        if (elements.element.isEmpty())
            continue;
        Pieces words(elements.element);
        const QByteArrayView digits = words.next();
        quint64 code = 0;
        if (digits.size() != 3 || !scan::number(digits, 999, &code))
            return syntaxError(value, digits.begin(), Words::tr("a warning code has three digits"), rule);
        const QByteArrayView agent = words.next();
        const QByteArrayView text = scan::trimmed(scan::between(words.at(), elements.element.end()));
        if (agent.isEmpty() || agent.startsWith('"'))
            return syntaxError(value, agent.begin(), Words::tr("a warning needs an agent after its code"), rule);
        if (!text.startsWith('"') || scan::skipQuoted(text.begin(), text.end()) != text.end())
            return syntaxError(value, text.begin(), Words::tr("the text of a warning must be in quotes"), rule);
        warnings.append({int(code), copyOf(agent), unquoted(text)});
    }
    if (warnings.isEmpty())
        return values::missingError(rule);
    return warnings;
}

Expected<SubscriptionState> parseSubscriptionState(QByteArrayView value)
{
    constexpr const char *rule = "R25-1";
    QByteArrayView tail;
    const QByteArrayView state = beforeParams(value, &tail);
    if (state.isEmpty())
        return values::missingError(rule);
    if (!isToken(state))
        return syntaxError(value, state.begin(), Words::tr("the state must be a token"), rule);
    SubscriptionState result;
    result.state = copyOf(state).toLower();
    QList<Param> params;
    Error error;
    if (!values::readParams(value, tail, rule, &params, &error))
        return error;
    if (const Param *reason = findParam(params, "reason"))
        result.reason = reason->value;
    if (!numberParam(params, "expires", &result.expires) || !numberParam(params, "retry-after", &result.retryAfter))
        return syntaxError(value, tail.begin(), Words::tr("expires and retry-after must be numbers of seconds"), rule);
    return result;
}

Expected<RAck> parseRAck(QByteArrayView value)
{
    constexpr const char *rule = "R25-1";
    Pieces words(value);
    const QByteArrayView first = words.next();
    const QByteArrayView second = words.next();
    const QByteArrayView method = words.next();
    quint64 rseq = 0;
    quint64 cseq = 0;
    if (first.isEmpty())
        return values::missingError(rule);
    if (!scan::number(first, MaxUInt32, &rseq))
        return numberError(value, first, rule);
    if (!scan::number(second, MaxUInt32, &cseq))
        return numberError(value, second, rule);
    if (!isToken(method) || !words.atEnd())
        return syntaxError(value, method.begin(), Words::tr("expected one method after the two numbers"), rule);
    return RAck{quint32(rseq), quint32(cseq), copyOf(method)};
}

Expected<quint32> parseRSeq(QByteArrayView value)
{
    return parseNumber(value, MaxUInt32, "R25-1").and_then([](quint64 number) { return Expected<quint32>(quint32(number)); });
}

Expected<SessionExpires> parseSessionExpires(QByteArrayView value)
{
    constexpr const char *rule = "R25-1";
    QByteArrayView tail;
    const QByteArrayView digits = beforeParams(value, &tail);
    if (digits.isEmpty())
        return values::missingError(rule);
    quint64 seconds = 0;
    if (!scan::number(digits, MaxUInt32, &seconds))
        return numberError(value, digits, rule);
    QList<Param> params;
    Error error;
    if (!values::readParams(value, tail, rule, &params, &error))
        return error;
    SessionExpires result;
    result.seconds = quint32(seconds);
    if (const Param *refresher = findParam(params, "refresher"))
        result.refresher = refresher->value.toLower();
    return result;
}

} // namespace sip
