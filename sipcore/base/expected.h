// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <utility>
#include <variant>

namespace sip {

/// Where and why a step failed. A value: safe to copy to any thread.
struct Error {
    enum class Code { Syntax, Missing, TooLarge, Unsupported, Dns, Connect, Tls, Timeout, Transport, Cancelled, Io };
    Code code = Code::Syntax;
    QString detail;        ///< one sentence in the language of the user (Words), without a final full stop
    qsizetype offset = -1; ///< octets from the start of the input; -1: no place
    const char *rule = ""; ///< rule id of rfc-rules, e.g. "R20.16-1"; empty: none

    friend bool operator==(const Error &, const Error &) = default;
};

/// A T or an Error, under the member names of C++23's std::expected.
template<class T, class E = Error> class [[nodiscard]] Expected {
public:
    Expected(T value) : m(std::in_place_index<0>, std::move(value)) {}
    Expected(E error) : m(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const noexcept { return m.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }
    const T &operator*() const &
    {
        Q_ASSERT(has_value());
        return *std::get_if<0>(&m);
    }
    T &operator*() &
    {
        Q_ASSERT(has_value());
        return *std::get_if<0>(&m);
    }
    T &&operator*() &&
    {
        Q_ASSERT(has_value());
        return std::move(*std::get_if<0>(&m));
    }
    const T *operator->() const { return &**this; }
    T *operator->() { return &**this; }
    const E &error() const
    {
        Q_ASSERT(!has_value());
        return *std::get_if<1>(&m);
    }
    T value_or(T other) const { return has_value() ? **this : std::move(other); }

    template<class F> std::invoke_result_t<F, const T &> and_then(F &&next) const
    {
        if (!has_value())
            return error();
        return std::invoke(std::forward<F>(next), **this);
    }

private:
    std::variant<T, E> m;
};

} // namespace sip
