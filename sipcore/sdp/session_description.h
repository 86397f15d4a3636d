// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/phrase.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace sip {

/// How media flows, seen from who wrote the description (RFC 8866 6.7).
enum class MediaDirection : quint8 { SendRecv, SendOnly, RecvOnly, Inactive };
QByteArray directionName(MediaDirection direction); ///< "sendrecv", ...
std::optional<MediaDirection> directionOf(QByteArrayView attribute);

/// One SDP body (RFC 8866): its lines, and what offer and answer need of them. Every line stays, known or not, so that what was
/// not changed is written back octet for octet. A value.
class SessionDescription {
public:
    struct Format {
        QByteArray id;       ///< payload type as in the m= line
        QByteArray encoding; ///< "PCMU/8000", "opus/48000/2": of a=rtpmap, or of RFC 3551 for a static type; empty: unknown
        QByteArray fmtp;     ///< parameters of a=fmtp; empty: none
    };
    struct Media {
        int line = 0;               ///< of the m= line, 1 is the first of the body
        QByteArray kind;            ///< "audio", "video", ...
        int port = 0;               ///< 0: refused (RFC 3264 6)
        QByteArray protocol;        ///< "RTP/AVP", ...
        QList<Format> formats;      ///< in order of preference
        QByteArray address;         ///< of its c= line, else the session's; empty: neither
        MediaDirection direction{}; ///< its own, else the session's, else sendrecv
        int ptime = 0;              ///< milliseconds; 0: not said
        bool readable = true;       ///< false: its m= line cannot be read, and what stands above is the best guess
    };
    struct Mark {
        int line = 0; ///< 0: the body as a whole
        QString text;
        const char *rule = "";
    };

    /// Reads what can be read; a line that cannot stays, with a mark. At most 64 KiB and 2000 lines are looked at.
    static SessionDescription parse(QByteArrayView body);
    static qsizetype countMedia(QByteArrayView body); ///< how many media() parse() finds
    QByteArray toBytes() const;

    bool isEmpty() const { return m_lines.isEmpty(); }
    const QList<Media> &media() const { return m_media; }
    const QList<Mark> &marks() const { return m_marks; }
    const QByteArray &address() const { return m_address; } ///< of the session's c= line; empty: none
    quint64 version() const { return m_version; }           ///< of the o= line
    QByteArray originId() const { return m_originId; }      ///< o= without the version: user, id, network, address

    int lineCount() const { return int(m_lines.size()); }
    QByteArray line(int number) const; ///< as written, without its end; empty: there is none

    /// Why no answer can be given to it as an offer, with the line that stands in the way; nullopt: it can be answered.
    std::optional<Phrase> unanswerable() const;

    /// One media line, its formats, ptime, direction and address become those of \a wanted. What differs is changed in its place,
    /// attributes of formats that are gone go too, and every other line stays; kind and protocol are not looked at.
    void setMedia(qsizetype index, const Media &wanted);
    /// Every media line that is not refused gets this direction, a session-level one goes; the version of o= goes up when that
    /// changed anything (R3264.8-1).
    void setDirection(MediaDirection direction);
    void raiseVersion(); ///< o= version + 1
    /// Follows \a previous in one session: its version, and one more when anything differs (R3264.8-1). Nothing is changed when
    /// the two have different origins.
    void setVersionAfter(const SessionDescription &previous);

private:
    static constexpr quint64 largestVersion = (quint64(1) << 63) - 1; //= R3264.5-1

    struct Line {
        char type = 0; ///< 0: no "x=" line
        QByteArray value;
        QByteArray end; ///< "\r\n", "\n", or empty at the very end
    };
    void read();
    void readMedia(const Line &line, int number);
    void readAttribute(const QByteArray &value, int number);
    void readOrder();
    QByteArray lineEnd() const;
    void setVersion(quint64 version);
    void mark(int line, const QString &text, const char *rule) { m_marks.append({line, text, rule}); }

    QList<Line> m_lines;
    QByteArray m_rest; ///< what was too much to look at
    QList<Media> m_media;
    QList<Mark> m_marks;
    QByteArray m_address, m_originId;
    quint64 m_version = 0;
    MediaDirection m_sessionDirection{};
};

} // namespace sip
