// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdio>
#include <cstdlib>

/// A property that must hold for every input.
inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "property does not hold: %s\n", what);
    std::abort();
}

/// Each target defines this.
void fuzz(const QByteArray &input);

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    fuzz(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}
