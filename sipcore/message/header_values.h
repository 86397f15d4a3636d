// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/words.h"
#include "message/headers.h"
#include "message/scan.h"

// Shared by the files that implement headers.h.
namespace sip::values {

inline QByteArray copyOf(QByteArrayView text)
{
    return text.isNull() ? QByteArray() : QByteArray(text.data(), text.size());
}

/// \param at  place inside \a value; nullptr: none
inline Error syntaxError(QByteArrayView value, const char *at, const QString &why, const char *rule)
{
    return {Error::Code::Syntax, why, at ? at - value.begin() : -1, rule};
}

inline Error flawError(QByteArrayView value, const scan::Flaw &flaw, const char *rule)
{
    return syntaxError(value, flaw.at, Words::tr(flaw.text), rule);
}

inline Error missingError(const char *rule)
{
    return {Error::Code::Missing, Words::tr("the value is empty"), 0, rule};
}

/// Joins folded lines: every line end and the white space around it becomes one space.
QByteArray unfolded(QByteArrayView raw);

/// Reads ";a;b=c" to its end. \return false: \a error is set
bool readParams(QByteArrayView value, QByteArrayView text, const char *rule, QList<Param> *params, Error *error);

QByteArray writeParams(const QList<Param> &params);

} // namespace sip::values
