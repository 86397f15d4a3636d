// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/theme_colours.h"

#include <cmath>

namespace ui::theme {

namespace {

struct Shade {
    QRgb light, dark;
};

// One line per meaning; tst_theme holds every one to 4.5:1 on base, band and window of both palettes.
Shade shadeOf(Meaning meaning)
{
    switch (meaning) {
    case Meaning::Request: return {0x1d4fd0, 0x82b1ff};
    case Meaning::Provisional: return {0x0b6b85, 0x63cfe3};
    case Meaning::Success: return {0x12713a, 0x62d492};
    case Meaning::Redirect: return {0x6d35d4, 0xbda4ff};
    case Meaning::ClientError: return {0xa04508, 0xf7ac66};
    case Meaning::ServerError: return {0xbd231b, 0xff8d85};
    case Meaning::GlobalError: return {0x97123a, 0xff8aa8};
    case Meaning::Local: return {0xa31c73, 0xf49ad0};
    case Meaning::Auth: return {0x7d5600, 0xe6c76e};
    case Meaning::Timer: return {0x4f5b6b, 0xa9b4c4};
    case Meaning::Transport: return {0x0c6b62, 0x60d3c4};
    case Meaning::Note: return {0x47536a, 0xb6c0cf};
    case Meaning::Lane: return {0x58677d, 0x9aa7b9};
    case Meaning::Muted: return {0x58647a, 0x9ba7b8};
    case Meaning::Selected: return {0x1d4fd0, 0x82b1ff};
    case Meaning::Warning: return {0x8c5000, 0xf2b955};
    case Meaning::Error: return {0xbd231b, 0xff8d85};
    case Meaning::Ok: return {0x12713a, 0x62d492};
    }
    return {0x1b2430, 0xe6eaf0};
}

double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

struct Roles {
    QRgb window, base, band, button, text, dim, outline, accent, accentText, toolTip;
};
constexpr Roles Light{0xf3f5f9, 0xffffff, 0xf7f9fc, 0xffffff, 0x1a2331, 0x58647a, 0xd3dae5, 0x1d4fd0, 0xffffff, 0xffffff};
constexpr Roles Dark{0x2a2e36, 0x1d2026, 0x22262d, 0x373d48, 0xe6eaf0, 0x9ba7b8, 0x454d5a, 0x2f63d8, 0xffffff, 0x373d48};

} // namespace

QColor colour(Meaning meaning, bool dark)
{
    const Shade shade = shadeOf(meaning);
    return QColor::fromRgb(dark ? shade.dark : shade.light);
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
    return one > other ? one / other : other / one;
}

QPalette palette(bool dark)
{
    const Roles &r = dark ? Dark : Light;
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, QRgb value) { p.setColor(role, QColor::fromRgb(value)); };
    set(QPalette::Window, r.window);
    set(QPalette::WindowText, r.text);
    set(QPalette::Base, r.base);
    set(QPalette::AlternateBase, r.band);
    set(QPalette::Text, r.text);
    set(QPalette::PlaceholderText, r.dim);
    set(QPalette::Button, r.button);
    set(QPalette::ButtonText, r.text);
    set(QPalette::BrightText, r.accentText);
    set(QPalette::ToolTipBase, r.toolTip);
    set(QPalette::ToolTipText, r.text);
    set(QPalette::Highlight, r.accent);
    set(QPalette::HighlightedText, r.accentText);
    p.setColor(QPalette::Link, colour(Meaning::Request, dark));
    p.setColor(QPalette::LinkVisited, colour(Meaning::Redirect, dark));
    set(QPalette::Mid, r.outline);
    p.setColor(QPalette::Light, QColor::fromRgb(r.button).lighter(dark ? 125 : 100));
    p.setColor(QPalette::Midlight, QColor::fromRgb(r.button).lighter(dark ? 112 : 98));
    p.setColor(QPalette::Dark, QColor::fromRgb(r.outline).darker(dark ? 90 : 125));
    p.setColor(QPalette::Shadow, dark ? QColor(0, 0, 0) : QColor(0x8a, 0x95, 0xa6));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        p.setColor(QPalette::Disabled, role, QColor::fromRgb(dark ? 0x737e8f : 0x8f9aab));
    p.setColor(QPalette::Disabled, QPalette::Highlight, QColor::fromRgb(r.outline));
    return p;
}

} // namespace ui::theme
