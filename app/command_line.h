// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

/// The words of the command line in UTF-8, whatever the code page of the system; the first is the program.
QList<QByteArray> commandLine(int argc, char **argv);
