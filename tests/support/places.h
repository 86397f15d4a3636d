// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Where a test finds files that are not part of its program. The one object file that knows the folder of the sources:
/// all others are the same in every checkout, so that a compiler cache serves them all.
namespace places {

/// The full name of a file or folder of the sources, such as "resources/examples".
QString source(const char *path);

/// The full name of something in ../shared, which is not part of the sources and may be missing.
QString shared(const QString &path);

} // namespace places
