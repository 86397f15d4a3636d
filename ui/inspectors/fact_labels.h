// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/theme.h"

#include <QLabel>

namespace ui {

/// One fact of a form: can be selected, wraps, and is read out with its name.
inline void setValue(QLabel *label, const QString &name, const QString &words)
{
    label->setText(words);
    label->setAccessibleName(QStringLiteral("%1: %2").arg(name, words));
}

inline QLabel *valueLabel(const QString &name, const QString &words)
{
    auto *label = new QLabel;
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    setValue(label, name, words);
    return label;
}

inline void setMeaning(QLabel *label, theme::Meaning meaning)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, theme::colour(meaning));
    label->setPalette(palette);
}

inline QLabel *headingLabel(const QString &words)
{
    auto *label = new QLabel(words);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

} // namespace ui
