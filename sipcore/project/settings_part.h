// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/variables.h"

namespace diag {

/// What the head of a request file says besides the request's own members.
struct Settings {
    QByteArray rawBase64, bodyBase64; ///< decoded; bytes that a text file cannot hold. Null: not given
    QHash<QByteArray, Place> places;  ///< of each setting that is given
};

/// A head is a few lines, beside a body in base64; YAML gets no more than this to chew on.
inline constexpr qsizetype MaxSettingsSize = 64 * 1024;

/// Reads the YAML of a request file into \a request. \return nothing: read
std::optional<FileError> readSettingsPart(const QByteArray &yaml, const Variables &variables, sip::ComposedRequest &request,
                                          Settings &settings);

} // namespace diag
