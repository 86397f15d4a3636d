// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/lint.h"
#include "message/scan.h"

// Shared by the files that implement lint.h.
namespace sip::linting {

using Severity = LintMark::Severity;

/// Collects what the checks find in one message. Places are views into Message::wire().
class Report {
public:
    explicit Report(const Message &message) : m(message) {}

    void add(Severity severity, const char *rule, const QString &text, QByteArrayView place)
    {
        marks.append({severity, rule, text, place.data() - m.wire().constData(), place.size()});
    }
    /// For what is not there: a point where a row could be added, before the empty line.
    void addMissing(Severity severity, const char *rule, const QString &text);
    /// An error of a typed value that begins at \a value.begin(); marks the word at the error's offset.
    void addError(QByteArrayView name, QByteArrayView value, const Error &error);

    const Message &m;
    QList<LintMark> marks;
};

// Each looks at one side of a message; the order does not matter.
void checkMandatoryRows(Report &report); ///< and those that must not be there
void checkSingleRows(Report &report);
void checkCategories(Report &report);
void checkValues(Report &report); ///< every row that has a grammar here, by itself
void checkRequestUri(Report &report);
void checkTransaction(Report &report); ///< CSeq, branch, tags
void checkContacts(Report &report);
void checkBody(Report &report);

/// "Call-ID", or the name as written for rows without an id.
QByteArrayView nameOf(HeaderId id);
inline QString latin1(QByteArrayView text)
{
    return QString::fromLatin1(text.data(), text.size());
}
/// Raw value of the first row of \a id, folds still in; null: there is none.
QByteArrayView rawFirst(const Message &message, HeaderId id);

} // namespace sip::linting
