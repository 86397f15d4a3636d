// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/symbols.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

#include <initializer_list>

namespace ui {

namespace {

void lines(QPainterPath &path, std::initializer_list<QPointF> points)
{
    bool first = true;
    for (const QPointF &point : points) {
        if (first)
            path.moveTo(point);
        else
            path.lineTo(point);
        first = false;
    }
}

/// In a square of 24 units.
QPainterPath pathOf(Symbol which)
{
    QPainterPath path;
    switch (which) {
    case Symbol::Send:
        lines(path, {{4, 12}, {20, 12}});
        lines(path, {{13, 5}, {20, 12}, {13, 19}});
        break;
    case Symbol::Cancel:
        lines(path, {{6, 6}, {18, 18}});
        lines(path, {{18, 6}, {6, 18}});
        break;
    case Symbol::Add:
        lines(path, {{12, 5}, {12, 19}});
        lines(path, {{5, 12}, {19, 12}});
        break;
    case Symbol::Remove: lines(path, {{5, 12}, {19, 12}}); break;
    case Symbol::Up: lines(path, {{6, 15}, {12, 9}, {18, 15}}); break;
    case Symbol::Down: lines(path, {{6, 9}, {12, 15}, {18, 9}}); break;
    case Symbol::Copy:
        path.addRoundedRect(9, 9, 11, 11, 2, 2);
        lines(path, {{15, 5}, {6, 5}, {5, 6}, {5, 15}});
        break;
    case Symbol::Mute:
        path.addEllipse(4, 4, 16, 16);
        lines(path, {{6.5, 6.5}, {17.5, 17.5}});
        break;
    case Symbol::Eye:
    case Symbol::EyeOff:
        path.moveTo(3, 12);
        path.quadTo(12, 3.5, 21, 12);
        path.quadTo(12, 20.5, 3, 12);
        path.addEllipse(9.4, 9.4, 5.2, 5.2);
        if (which == Symbol::EyeOff)
            lines(path, {{4.5, 19.5}, {19.5, 4.5}});
        break;
    case Symbol::Open: lines(path, {{4, 18}, {4, 6}, {9, 6}, {11, 8.5}, {20, 8.5}, {20, 18}, {4, 18}}); break;
    case Symbol::Save:
        lines(path, {{12, 4}, {12, 15}});
        lines(path, {{7, 10.5}, {12, 15}, {17, 10.5}});
        lines(path, {{5, 19.5}, {19, 19.5}});
        break;
    case Symbol::Resend:
        path.arcMoveTo(5, 5, 14, 14, 50);
        path.arcTo(5, 5, 14, 14, 50, 290);
        lines(path, {{17.5, 3.5}, {17, 7.5}, {13, 7}});
        break;
    case Symbol::Edit: lines(path, {{5, 19}, {6, 15}, {16, 5}, {19, 8}, {9, 18}, {5, 19}}); break;
    case Symbol::Practice:
        path.addEllipse(4, 4, 16, 16);
        path.addEllipse(9, 9, 6, 6);
        break;
    case Symbol::Clock:
        path.addEllipse(4, 4, 16, 16);
        lines(path, {{12, 7.5}, {12, 12}, {15.5, 14}});
        break;
    case Symbol::Server:
        path.addRoundedRect(4, 4.5, 16, 6, 1.5, 1.5);
        path.addRoundedRect(4, 13.5, 16, 6, 1.5, 1.5);
        lines(path, {{7.5, 7.5}, {8.5, 7.5}});
        lines(path, {{7.5, 16.5}, {8.5, 16.5}});
        break;
    case Symbol::Search:
        path.addEllipse(4.5, 4.5, 11, 11);
        lines(path, {{14, 14}, {19.5, 19.5}});
        break;
    case Symbol::Template:
        path.addRoundedRect(5, 4, 14, 16, 2, 2);
        lines(path, {{8.5, 9}, {15.5, 9}});
        lines(path, {{8.5, 13}, {15.5, 13}});
        break;
    }
    return path;
}

class SymbolEngine final : public QIconEngine {
public:
    SymbolEngine(Symbol which, const QColor &colour) : m_which(which), m_colour(colour) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QApplication::palette();
        QColor colour = m_colour.isValid() ? m_colour : palette.color(QPalette::Active, QPalette::ButtonText);
        if (mode == QIcon::Disabled)
            colour = palette.color(QPalette::Disabled, QPalette::ButtonText);
        else if (mode == QIcon::Selected)
            colour = palette.color(QPalette::Active, QPalette::HighlightedText);
        const qreal side = qMin(rect.width(), rect.height());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.center().x() + 0.5 - side / 2, rect.center().y() + 0.5 - side / 2);
        painter->scale(side / 24, side / 24);
        painter->setPen(QPen(colour, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->setBrush(Qt::NoBrush);
        painter->drawPath(pathOf(m_which));
        painter->restore();
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new SymbolEngine(*this); }

private:
    Symbol m_which;
    QColor m_colour;
};

} // namespace

QIcon symbol(Symbol which)
{
    return symbol(which, QColor());
}

QIcon symbol(Symbol which, const QColor &colour)
{
    return QIcon(new SymbolEngine(which, colour));
}

} // namespace ui
