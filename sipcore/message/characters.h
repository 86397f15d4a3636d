// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <string_view>

namespace sip {

/// Character classes of RFC 3261 25.1, as bits of one table look-up.
enum CharClass : quint8 {
    TokenChar = 0x01,
    LwsChar = 0x02, ///< SP, HT, and CR LF as they stand inside a folded value
    DigitChar = 0x04,
    HexChar = 0x08,
    HostChar = 0x10,    ///< letters, digits, '-', '.', and '_' which many networks use
    PhraseChar = 0x20,  ///< Reason-Phrase; UTF-8 octets included
    SchemeChar = 0x40,  ///< letters, digits, '+', '-', '.'
    ControlChar = 0x80, ///< 00..1F except HT, CR, LF; 7F
};

namespace detail {
constexpr std::array<quint8, 256> charTable = [] {
    std::array<quint8, 256> table{};
    const auto mark = [&table](std::string_view chars, quint8 bit) {
        for (const char c : chars)
            table[quint8(c)] |= bit;
    };
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    constexpr std::string_view digits = "0123456789";
    mark(letters, TokenChar | HostChar | PhraseChar | SchemeChar);
    mark(digits, TokenChar | HostChar | PhraseChar | SchemeChar | DigitChar | HexChar);
    mark("ABCDEFabcdef", HexChar);
    mark("-.!%*_+`'~", TokenChar);
    mark("-._", HostChar);
    mark("+-.", SchemeChar);
    mark(";/?:@&=+$,-_.!~*'()% \t", PhraseChar);
    mark(" \t\r\n", LwsChar);
    for (unsigned c = 0; c < 0x20; ++c)
        if (c != '\t' && c != '\r' && c != '\n')
            table[c] |= ControlChar;
    table[0x7f] |= ControlChar;
    for (unsigned c = 0x80; c < 0x100; ++c)
        table[c] |= PhraseChar;
    return table;
}();
} // namespace detail

constexpr bool is(char c, quint8 classes)
{
    return detail::charTable[quint8(c)] & classes;
}

constexpr char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}

constexpr int hexDigit(char c)
{
    return is(c, DigitChar) ? c - '0' : is(c, HexChar) ? lowered(c) - 'a' + 10 : -1;
}

} // namespace sip
