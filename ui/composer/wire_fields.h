// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "request/composed_request.h"

#include <QString>

class QFormLayout;
class QPlainTextEdit;
class QSplitter;

namespace ui {

/// A small editor for text that goes on the wire: no wrapping, fixed width, Tab leaves it.
QPlainTextEdit *wireEditor(const QString &name, int lines);

/// "Name: value" lines. \return the number of the first line that is none; 0: all are
int readRows(const QString &text, QList<sip::ComposedRow> *rows);

/// The row of that name gets the value, or is added as the last; can be undone.
void setRow(QPlainTextEdit &rows, const QByteArray &name, const QByteArray &value);

/// What was typed, with the line ends of the wire, and the other way round.
QByteArray wireBody(const QPlainTextEdit &editor);
QString shownBody(const QByteArray &bytes);
/// As if it was typed: Undo brings back what was there.
void replaceText(QPlainTextEdit &editor, const QString &text);

/// What is filled in, over the message as it will be sent; the border between them can be moved.
QSplitter *overPreview(QFormLayout *form, QPlainTextEdit *preview);

} // namespace ui
