// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message.h"

#include <QList>
#include <QString>

namespace ui {

/// One line of the message tree. A value; no widget.
struct MessagePart {
    QString name, value;         ///< value as shown: one line, long ones cut
    QString help;                ///< what it means, for the tool tip; may be empty
    QByteArray octets;           ///< as on the wire, for the clipboard
    QList<sip::LintMark> marks;  ///< of this line
    QList<MessagePart> children; ///< typed parts
};

/// What message_parts may show at once; more is cut and counted.
struct PartLimits {
    qsizetype rows = 200;      ///< header rows
    qsizetype bodyLines = 200; ///< lines of a text body or of the hex dump
    qsizetype value = 400;     ///< characters of one value
    static PartLimits none() { return {1'000'000, 1'000'000, 100'000}; }
};

/// Start line, header rows in order with their typed parts, body by its type. Marks stand at the line they point into; marks
/// without a place come with the start line.
/// \param left  set to the number of header rows and body lines left out
QList<MessagePart> messageParts(const sip::Message &message, const QList<sip::LintMark> &marks, const PartLimits &limits,
                                qsizetype *left);

} // namespace ui
