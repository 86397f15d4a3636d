// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message.h"

#include <QList>
#include <QString>

namespace ui {

/// One line of the raw view.
struct RawLine {
    qsizetype offset = 0; ///< octets from the start of the message: the gutter
    qsizetype size = 0;   ///< octets in this line, its line end included
    QString text;         ///< without its line end; odd octets as pictures
    bool hex = false;     ///< a line of the hex dump: a body that is no text
};

/// The wire as lines for people: UTF-8 as such, control characters as their pictures (U+2400...), a lone CR or LF named, bodies
/// that are no text as hex. Lines over 1024 octets are broken, so that no view has to lay out a megabyte in one line.
/// \param most  octets to show at most
QList<RawLine> rawLines(const sip::Message &message, qsizetype most);

/// Where an octet of the message stands among \a lines.
struct RawPlace {
    qsizetype line = -1; ///< -1: not shown
    qsizetype column = 0;
};
RawPlace rawPlace(const QList<RawLine> &lines, const QByteArray &wire, qsizetype offset);

} // namespace ui
