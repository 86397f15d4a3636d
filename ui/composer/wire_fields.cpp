// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/wire_fields.h"

#include "message/headers.h"

#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTextCursor>
#include <QVBoxLayout>

#include <algorithm>

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

void setRow(QPlainTextEdit &rows, const QByteArray &name, const QByteArray &value)
{
    const QString row = QString::fromUtf8(name + ": " + value);
    QStringList lines = rows.toPlainText().split(u'\n');
    const auto same = std::find_if(lines.begin(), lines.end(), [&name](const QString &line) {
        return line.section(u':', 0, 0).trimmed().compare(QString::fromUtf8(name), Qt::CaseInsensitive) == 0;
    });
    if (same != lines.end()) {
        *same = row;
    } else {
        if (lines.last().trimmed().isEmpty())
            lines.removeLast();
        lines << row;
    }
    replaceText(rows, lines.join(u'\n'));
}

QByteArray wireBody(const QPlainTextEdit &editor)
{
    return editor.toPlainText().toUtf8().replace("\r\n", "\n").replace('\n', "\r\n");
}

QString shownBody(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes).replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
}

void replaceText(QPlainTextEdit &editor, const QString &text)
{
    if (editor.toPlainText() == text)
        return;
    QTextCursor cursor(editor.document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
}

QSplitter *overPreview(QFormLayout *form, QPlainTextEdit *preview)
{
    form->setContentsMargins({});
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *upper = new QWidget;
    upper->setLayout(form);
    auto *lower = new QWidget;
    auto *below = new QVBoxLayout(lower);
    below->setContentsMargins({});
    auto *caption = new QLabel(preview->accessibleName());
    caption->setBuddy(preview);
    below->addWidget(caption);
    below->addWidget(preview);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(upper);
    splitter->addWidget(lower);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(1, 1);
    return splitter;
}

} // namespace ui
