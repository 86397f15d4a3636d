// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace sip {

/// The start of an HTTP/1.1 message: its first line and its rows (RFC 9112 2). Read with patience: what is no row is left out.
struct HttpHead {
    struct Row {
        QByteArray name, value;
    };
    QByteArray first; ///< "HTTP/1.1 101 Switching Protocols", "GET / HTTP/1.1"
    QList<Row> rows;

    static HttpHead parse(const QByteArray &octets);
    int status() const; ///< 0: this is no answer
    QByteArray reason() const;
    QByteArray method() const, target() const, version() const; ///< of a request
    QByteArray value(QByteArrayView name) const;                ///< of the first row of that name; null: there is none
    QByteArray joined(QByteArrayView name) const;               ///< of all of them, with commas
    int count(QByteArrayView name) const;
    bool lists(QByteArrayView name, QByteArrayView token) const; ///< one of the elements, in any letter case
};

/// Waits for a whole head. Any split of the input gives the same.
class HttpHeadReader {
public:
    static constexpr qsizetype Largest = 16 * 1024;
    enum class State : quint8 { Waiting, Whole, Bad };

    /// \param answers  answers are expected, else requests: what cannot become one is bad at once
    explicit HttpHeadReader(bool answers) : m_answers(answers) {}
    void feed(QByteArrayView octets);
    State state() const { return m_state; }
    const QByteArray &octets() const { return m_head; }         ///< Whole: the head; else what came so far, at most Largest
    QByteArray takeRest() { return std::exchange(m_rest, {}); } ///< Whole: what came behind it
    const QString &problem() const { return m_problem; }        ///< Bad: a sentence about the peer

private:
    void refuse(const QString &problem);
    bool canBecomeOne() const;

    const bool m_answers;
    State m_state = State::Waiting;
    QByteArray m_head, m_rest;
    QString m_problem;
};

} // namespace sip
