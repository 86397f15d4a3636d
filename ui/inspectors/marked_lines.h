// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspectors/fact_labels.h"

#include <QBoxLayout>
#include <QIcon>

namespace ui {

// Sentences under each other, each with a mark in front. The box has a vertical layout.

inline void clearLines(QWidget *box)
{
    while (QLayoutItem *item = box->layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

/// \param mark  the mark in words, for who cannot see it
inline void addLine(QWidget *box, const QIcon &icon, const QString &mark, const QString &words)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(6);
    auto *picture = new QLabel;
    picture->setPixmap(icon.pixmap(16, 16));
    picture->setFixedWidth(18);
    row->addWidget(picture, 0, Qt::AlignTop);
    row->addWidget(valueLabel(mark, words), 1);
    box->layout()->addWidget(line);
}

} // namespace ui
