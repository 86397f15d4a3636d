// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message.h"

namespace sip {

/// Checks one message against the rules that need nothing but that message: mandatory rows per method (R20-1), single rows twice
/// (R20-2), typed values (every header that has a parser), ranges, CSeq method, Via, tags, Contact, URIs, Content-Length, SIP
/// grammar. \return marks() of the parser followed by lint's own, sorted by offset; never changes nor blocks anything.
QList<LintMark> lint(const Message &message);

/// What RFC 4475 asks of a parser, in one word: can the message be understood well enough to act on it?
enum class Verdict : quint8 {
    Good,     ///< no Error marks
    Flawed,   ///< Error marks, yet transaction fields are readable: process, show (own rule R25-2)
    Unusable, ///< not SIP, or no transaction can be found from it: show, discard
};
Verdict verdict(const Message &message, const QList<LintMark> &marks);

} // namespace sip
