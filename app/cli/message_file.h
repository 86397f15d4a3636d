// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message.h"

#include <QHash>
#include <QString>

#include <string>
#include <vector>

namespace cli {

/// One SIP message from a file: a request file (*.via) as it would be sent, with placeholders for what is only known then and the
/// names of variables without a value in their place, or the bytes of a message. A file without any CR has its line ends made
/// CRLF, as editors drop them. "-" is standard input. \return an error message for the user: unreadable, larger than 16 MiB, a
/// wrong request file \param values  of {{variables}}
sip::Expected<sip::Message, QString> readMessage(const QString &path, const QHash<QString, QString> &values = {});
/// "NAME=VALUE" of --set. \return an error message for the user
sip::Expected<QHash<QString, QString>, QString> variableValues(const std::vector<std::string> &settings);
/// A request file's places are those of the message as it will be sent, not of the file.
QString placeName(const QString &path);

struct LineColumn {
    int line = 0, column = 0; ///< from 1; 0: no place
};
LineColumn placeOf(const QByteArray &wire, qsizetype offset);

QString severityName(sip::LintMark::Severity severity); ///< "info", "warning", "error"
/// "file:3:7: warning: text (RFC 3261 20.16)"
QString markLine(const QString &file, const QByteArray &wire, const sip::LintMark &mark);

} // namespace cli
