// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "request/composed_request.h"

#include <QString>

class QPlainTextEdit;

namespace ui {

/// A small editor for text that goes on the wire: no wrapping, fixed width, Tab leaves it.
QPlainTextEdit *wireEditor(const QString &name, int lines);

/// "Name: value" lines. \return the number of the first line that is none; 0: all are
int readRows(const QString &text, QList<sip::ComposedRow> *rows);

/// What was typed, with the line ends of the wire.
QByteArray wireBody(const QPlainTextEdit &editor);

} // namespace ui
