// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/variables.h"

namespace diag {

/// Reads what follows the line "---": start line, header rows, an empty line, the body; or all of it as raw bytes when
/// request.raw. \param firstLine  its line number in the file. \return nothing: read
std::optional<FileError> readMessagePart(const QByteArray &text, int firstLine, const Variables &variables,
                                         sip::ComposedRequest &request);

/// The body as the file's text means it: line ends become CRLF, and the line end that editors put at the end of a file is not
/// part of a body of one line.
QByteArray bodyFromText(const QByteArray &text);
/// Raw bytes as the file's text means them: line ends become CRLF unless there is a CR already.
QByteArray rawFromText(const QByteArray &text);

} // namespace diag
