// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flat_style.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>

namespace ui {

namespace {

constexpr qreal Radius = 5;

QColor mixed(const QColor &a, const QColor &b, qreal part)
{
    return QColor::fromRgbF(float(a.redF() + (b.redF() - a.redF()) * part), float(a.greenF() + (b.greenF() - a.greenF()) * part),
                            float(a.blueF() + (b.blueF() - a.blueF()) * part));
}

void roundedBox(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &line, qreal radius = Radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.isValid() ? QPen(line, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

void drawButton(const QStyleOption *option, QPainter *painter)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool isDefault =
        button && (button->features & QStyleOptionButton::DefaultButton) && (option->state & QStyle::State_Enabled);
    const QPalette &p = option->palette;
    QColor fill = isDefault ? p.color(QPalette::Highlight) : p.color(QPalette::Button);
    if (option->state & (QStyle::State_Sunken | QStyle::State_On))
        fill = isDefault ? fill.darker(115) : mixed(fill, p.color(QPalette::Highlight), 0.16);
    else if ((option->state & QStyle::State_MouseOver) && (option->state & QStyle::State_Enabled))
        fill = isDefault ? fill.lighter(110) : mixed(fill, p.color(QPalette::ButtonText), 0.06);
    QColor line = isDefault ? fill : outlineColour(p);
    if (option->state & (QStyle::State_On | QStyle::State_HasFocus))
        line = p.color(QPalette::Highlight);
    roundedBox(painter, option->rect, fill, line);
}

// Flat until the pointer is over it: what a bar of tools looks like today.
void drawToolButton(const QStyleOption *option, QPainter *painter)
{
    const QPalette &p = option->palette;
    const QColor accent = p.color(QPalette::Highlight);
    QColor ink = p.color(QPalette::WindowText);
    if (option->state & QStyle::State_On) {
        QColor fill = accent;
        fill.setAlphaF(0.16F);
        QColor line = accent;
        line.setAlphaF(0.55F);
        roundedBox(painter, option->rect, fill, line);
    } else if (option->state & (QStyle::State_Sunken | QStyle::State_MouseOver)) {
        ink.setAlphaF(option->state & QStyle::State_Sunken ? 0.14F : 0.07F);
        roundedBox(painter, option->rect, ink, {});
    }
    if (option->state & QStyle::State_HasFocus && option->state & QStyle::State_KeyboardFocusChange)
        roundedBox(painter, option->rect, {}, accent);
}

void drawTab(const QStyleOptionTab *tab, QPainter *painter)
{
    const QPalette &p = tab->palette;
    const bool vertical = tab->shape == QTabBar::RoundedWest || tab->shape == QTabBar::RoundedEast;
    if (tab->state & QStyle::State_Selected) {
        QRect line = tab->rect;
        if (vertical)
            line.setLeft(line.right() - 1);
        else if (tab->shape == QTabBar::RoundedSouth)
            line.setBottom(line.top() + 1);
        else
            line.setTop(line.bottom() - 1);
        painter->fillRect(line.adjusted(vertical ? 0 : 4, vertical ? 4 : 0, vertical ? 0 : -4, vertical ? -4 : 0),
                          p.color(QPalette::Link));
    } else if (tab->state & QStyle::State_MouseOver) {
        QColor ink = p.color(QPalette::WindowText);
        ink.setAlphaF(0.06F);
        roundedBox(painter, tab->rect.adjusted(2, 3, -2, -3), ink, {});
    }
    if (tab->state & QStyle::State_HasFocus && tab->state & QStyle::State_KeyboardFocusChange)
        roundedBox(painter, tab->rect.adjusted(2, 3, -2, -3), {}, p.color(QPalette::Highlight));
}

// A box or a ring that is seen on every ground, light or dark, and filled when it is ticked.
void drawIndicator(const QStyleOption *option, QPainter *painter, bool isRound)
{
    const QPalette &p = option->palette;
    const bool isTicked = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor line = !(option->state & QStyle::State_Enabled) ? p.color(QPalette::Disabled, QPalette::WindowText)
                        : option->state & (QStyle::State_MouseOver | QStyle::State_HasFocus)
                            ? p.color(QPalette::Link)
                            : p.color(QPalette::Active, QPalette::PlaceholderText);
    QColor fill = p.color(QPalette::Base);
    if (isTicked)
        fill = option->state & QStyle::State_Enabled ? p.color(QPalette::Active, QPalette::Highlight) : line;
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    roundedBox(painter, box, fill, isTicked && !(option->state & QStyle::State_HasFocus) ? fill : line,
               isRound ? box.width() / 2 : 3);
    if (!isTicked)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor ink = p.color(QPalette::HighlightedText);
    const auto at = [&box](qreal x, qreal y) { return QPointF(box.left() + x * box.width(), box.top() + y * box.height()); };
    if (isRound) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        painter->drawEllipse(box.center(), box.width() / 5, box.height() / 5);
    } else {
        painter->setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        if (option->state & QStyle::State_NoChange)
            painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
        else
            painter->drawPolyline(QPolygonF{at(0.24, 0.52), at(0.43, 0.72), at(0.77, 0.3)});
    }
    painter->restore();
}

} // namespace

QColor outlineColour(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Mid);
}

FlatStyle::FlatStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void FlatStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return 12;
    case PM_SplitterWidth: return 7;
    case PM_ButtonMargin: return 12;
    case PM_TabBarTabHSpace: return 18;
    case PM_TabBarTabVSpace: return 14;
    case PM_TabBarBaseOverlap: return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return 8;
    case PM_DefaultFrameWidth:
        return qobject_cast<const QAbstractScrollArea *>(widget) ? 1 : QProxyStyle::pixelMetric(metric, option, widget);
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *answer) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_EtchDisabledText: return 0;
    case SH_ScrollBar_Transient: return 0;
    case SH_ItemView_ShowDecorationSelected: return 1;
    default: return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: return result.expandedTo(QSize(64, 30)) + QSize(8, 0);
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox: return result.expandedTo(QSize(0, 28));
    case CT_ToolButton: return result + QSize(4, 2);
    case CT_MenuItem: return result + QSize(8, 4);
    case CT_MenuBarItem: return result + QSize(2, 4);
    default: return result;
    }
}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    const QPalette &p = option->palette;
    switch (element) {
    case PE_PanelButtonCommand: drawButton(option, painter); return;
    case PE_PanelButtonTool: drawToolButton(option, painter); return;
    case PE_IndicatorCheckBox: drawIndicator(option, painter, false); return;
    case PE_IndicatorRadioButton: drawIndicator(option, painter, true); return;
    case PE_FrameDefaultButton: return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractButton *>(widget))
            return; // buttons show it by their outline
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0) {
            const bool focus = option->state & State_HasFocus;
            roundedBox(painter, option->rect, p.color(QPalette::Base), focus ? p.color(QPalette::Highlight) : outlineColour(p));
            return;
        }
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    case PE_FrameLineEdit: {
        const bool focus = option->state & State_HasFocus;
        roundedBox(painter, option->rect, {}, focus ? p.color(QPalette::Highlight) : outlineColour(p));
        return;
    }
    case PE_Frame:
    case PE_FrameMenu:
        painter->save();
        painter->setPen(outlineColour(p));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    case PE_FrameTabWidget:
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), element == PE_FrameTabBarBase ? option->rect.bottom() : option->rect.top(),
                                option->rect.width(), 1),
                          outlineColour(p));
        return;
    case PE_FrameGroupBox: roundedBox(painter, option->rect, {}, outlineColour(p)); return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const QPalette &p = option->palette;
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && (button->features & QStyleOptionButton::DefaultButton) && (option->state & State_Enabled)) {
            QStyleOptionButton copy(*button);
            copy.palette.setColor(QPalette::ButtonText, p.color(QPalette::HighlightedText));
            if (!copy.icon.isNull()) // as on a selected row: the button has the colour of one
                copy.icon = copy.icon.pixmap(copy.iconSize, widget ? widget->devicePixelRatioF() : 1, QIcon::Selected);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            drawTab(tab, painter);
            return;
        }
        break;
    case CE_Splitter: {
        const QRect r = option->rect;
        const bool upright = r.height() > r.width();
        const QColor line = option->state & State_MouseOver ? p.color(QPalette::Highlight) : outlineColour(p);
        painter->fillRect(upright ? QRect(r.center().x(), r.top(), 1, r.height()) : QRect(r.left(), r.center().y(), r.width(), 1),
                          line);
        return;
    }
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            painter->fillRect(option->rect, p.color(QPalette::Window));
            painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), outlineColour(p));
            if (header->orientation == Qt::Horizontal)
                painter->fillRect(QRect(option->rect.right(), option->rect.top() + 5, 1, option->rect.height() - 10),
                                  outlineColour(p));
            return;
        }
        break;
    case CE_ToolBar: painter->fillRect(option->rect, p.color(QPalette::Window)); return;
    case CE_MenuBarEmptyArea: painter->fillRect(option->rect, p.color(QPalette::Window)); return;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

} // namespace ui
