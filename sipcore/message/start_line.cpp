// SPDX-License-Identifier: GPL-3.0-or-later
// The start line: RFC 3261 7.1 and 7.2. What can be made out is taken, what is odd is marked.
#include "base/phrase.h"
#include "message/parser.h"
#include "message/scan.h"

#include <cstring>

namespace sip {
namespace {

using Severity = LintMark::Severity;

bool startsWithSip(QByteArrayView text)
{
    return text.size() >= 4 && scan::equalsIgnoringCase(text.first(4), "SIP/");
}

bool isSip20(QByteArrayView text)
{
    return text == QByteArrayView("SIP/2.0") || scan::equalsIgnoringCase(text, "SIP/2.0");
}

qsizetype blankAt(QByteArrayView text, qsizetype from = 0)
{
    for (qsizetype i = from; i < text.size(); ++i)
        if (text[i] == ' ' || text[i] == '\t')
            return i;
    return -1;
}

} // namespace

void Parser::readStartLine()
{
    //= R7.5-1 line ends before the start line are skipped
    while (m_at != m_end && (*m_at == '\r' || *m_at == '\n'))
        ++m_at;
    if (m_at != m_begin)
        mark(Severity::Info, "R7.5-1", Phrase(QT_TRANSLATE_NOOP("core", "line ends before the start line were skipped")), m_begin,
             m_at - m_begin);
    const char *from = m_at;
    const auto *lineFeed = static_cast<const char *>(std::memchr(from, '\n', size_t(m_end - from)));
    const char *to = lineFeed ? lineFeed : m_end;
    m_at = lineFeed ? lineFeed + 1 : m_end;
    if (lineFeed && to != from && to[-1] == '\r')
        --to;
    else
        m_bareLineFeeds += lineFeed != nullptr;

    m.startAt = quint32(from - m_begin);
    m.startSize = quint32(to - from);
    const QByteArrayView line = scan::between(from, to);
    if (startsWithSip(line))
        readStatusLine(line);
    else
        readRequestLine(line);
}

//= R7.2-1 version, three digits, phrase; the phrase may be empty
void Parser::readStatusLine(QByteArrayView line)
{
    const qsizetype versionSize = qMax<qsizetype>(0, blankAt(line) < 0 ? line.size() : blankAt(line));
    const QByteArrayView version = line.first(versionSize);
    const char *code = line.begin() + versionSize;
    while (code != line.end() && (*code == ' ' || *code == '\t'))
        ++code;
    const char *codeEnd = code;
    while (codeEnd != line.end() && *codeEnd != ' ' && *codeEnd != '\t')
        ++codeEnd;
    const QByteArrayView digits = scan::between(code, codeEnd);
    quint64 status = 0;
    //= R4475.3.1.2-2 a status that is not three digits is rejected, not computed
    if (digits.size() != 3 || !scan::number(digits, 999, &status)) {
        mark(Severity::Error, "R7.2-1", Phrase(QT_TRANSLATE_NOOP("core", "the status code is not three digits")), code,
             digits.size());
        return;
    }
    m.kind = Message::Kind::Response;
    m.status = int(status);
    if (!isSip20(version))
        mark(Severity::Error, "R7.2-1", Phrase(QT_TRANSLATE_NOOP("core", "the SIP version is not SIP/2.0")), line.begin(),
             versionSize);
    if (code - line.begin() != versionSize + 1)
        mark(Severity::Error, "R7.2-1",
             Phrase(QT_TRANSLATE_NOOP("core", "version and status code are not separated by one space")),
             line.begin() + versionSize, code - line.begin() - versionSize);
    if (m.status < 100 || m.status > 699)
        mark(Severity::Error, "R8.1.3.2-3",
             Phrase(QT_TRANSLATE_NOOP("core", "the status code %1 is outside 100..699")).arg(m.status), code, 3);
    if (codeEnd == line.end())
        mark(Severity::Warning, "R7.2-1", Phrase(QT_TRANSLATE_NOOP("core", "the space after the status code is missing")),
             codeEnd, 0);
    const char *phrase = codeEnd == line.end() ? codeEnd : codeEnd + 1;
    m.uriAt = quint32(phrase - m_begin);
    m.uriSize = quint32(line.end() - phrase);
    checkPhrase();
}

//= R7.2-2 a phrase outside the grammar is taken and marked
void Parser::checkPhrase()
{
    const char *from = m_begin + m.uriAt;
    const char *to = from + m.uriSize;
    for (const char *at = from; at != to; ++at)
        if (!is(*at, PhraseChar)) {
            mark(Severity::Warning, "R7.2-2",
                 Phrase(QT_TRANSLATE_NOOP("core", "the reason phrase holds characters outside its grammar")), at, 1);
            return;
        }
}

//= R7.1-1 method SP Request-URI SP SIP/2.0
void Parser::readRequestLine(QByteArrayView line)
{
    constexpr QByteArrayView ending = " SIP/2.0";
    const auto *space = static_cast<const char *>(std::memchr(line.data(), ' ', size_t(line.size())));
    const bool exact = space && space != line.begin() && line.end() - space > ending.size() + 1 && line.endsWith(ending) &&
                       scan::skipToken(line.begin(), space) == space &&
                       blankAt(line.chopped(ending.size()), space + 1 - line.begin()) < 0;
    if (!exact) {
        readLooseRequestLine(line);
        return;
    }
    m.kind = Message::Kind::Request;
    m.methodAt = m.startAt;
    m.methodSize = quint32(space - line.begin());
    m.uriAt = quint32(space + 1 - m_begin);
    m.uriSize = quint32(line.end() - ending.size() - space - 1);
}

/// A request line that is not exactly as it should be: the first word is the method, the last the version.
void Parser::readLooseRequestLine(QByteArrayView line)
{
    const QByteArrayView whole = scan::trimmed(line);
    qsizetype lastBlank = whole.size();
    while (lastBlank > 0 && !is(whole[lastBlank - 1], LwsChar))
        --lastBlank;
    const QByteArrayView version = whole.sliced(lastBlank);
    const qsizetype methodSize = blankAt(whole);
    if (whole.isEmpty() || methodSize < 0 || !startsWithSip(version)) {
        mark(Severity::Error, "R7.1-1",
             line.isEmpty()
                 ? Phrase(QT_TRANSLATE_NOOP("core", "there is no start line"))
                 : Phrase(QT_TRANSLATE_NOOP("core", "the start line is neither a SIP request line nor a SIP status line")),
             line.begin(), line.size());
        return;
    }
    const QByteArrayView method = whole.first(methodSize);
    const QByteArrayView uri = scan::trimmed(scan::between(method.end(), version.begin()));
    if (uri.isEmpty()) {
        mark(Severity::Error, "R7.1-1", Phrase(QT_TRANSLATE_NOOP("core", "the request line has no Request-URI")), method.end(),
             0);
        return;
    }
    m.kind = Message::Kind::Request;
    m.methodAt = quint32(method.begin() - m_begin);
    m.methodSize = quint32(methodSize);
    m.uriAt = quint32(uri.begin() - m_begin);
    m.uriSize = quint32(uri.size());
    if (scan::skipToken(method.begin(), method.end()) != method.end())
        mark(Severity::Error, "R7.1-2", Phrase(QT_TRANSLATE_NOOP("core", "the method is not a token")), method.begin(),
             methodSize);
    if (!isSip20(version))
        mark(Severity::Error, "R7.1-1", Phrase(QT_TRANSLATE_NOOP("core", "the SIP version is not SIP/2.0")), version.begin(),
             version.size());
    if (blankAt(uri) >= 0)
        mark(Severity::Error, "R7.1-3", Phrase(QT_TRANSLATE_NOOP("core", "white space inside the Request-URI")), uri.begin(),
             uri.size());
    if (*method.end() != ' ' || version.begin()[-1] != ' ' || uri.begin() != method.end() + 1 ||
        version.begin() != uri.end() + 1 || whole.size() != line.size())
        mark(Severity::Error, "R7.1-1",
             Phrase(QT_TRANSLATE_NOOP("core", "the parts of the request line are not separated by single spaces")), line.begin(),
             line.size());
}

} // namespace sip
