// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/wire_fields.h"

#include "message/headers.h"

#include <QFontDatabase>
#include <QPlainTextEdit>

namespace ui {

QPlainTextEdit *wireEditor(const QString &name, int lines)
{
    auto *text = new QPlainTextEdit;
    text->setAccessibleName(name);
    text->setTabChangesFocus(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setMinimumHeight(text->fontMetrics().lineSpacing() * lines + 12);
    return text;
}

int readRows(const QString &text, QList<sip::ComposedRow> *rows)
{
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QByteArray line = lines[i].trimmed().toUtf8();
        const qsizetype colon = line.indexOf(':');
        if (line.isEmpty())
            continue;
        const QByteArray name = line.left(std::max<qsizetype>(0, colon)).trimmed();
        if (!sip::isToken(name))
            return int(i + 1);
        rows->append({name, line.mid(colon + 1).trimmed()});
    }
    return 0;
}

QByteArray wireBody(const QPlainTextEdit &editor)
{
    return editor.toPlainText().toUtf8().replace("\r\n", "\n").replace('\n', "\r\n");
}

} // namespace ui
