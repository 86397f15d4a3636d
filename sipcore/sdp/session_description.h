// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace sip {

/// How media flows, seen from who wrote the description (RFC 8866 6.7).
enum class MediaDirection : quint8 { SendRecv, SendOnly, RecvOnly, Inactive };
QByteArray directionName(MediaDirection direction); ///< "sendrecv", ...

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

    /// Every media line that is not refused gets this direction, a session-level one goes; the version of o= goes up when that
    /// changed anything (R3264.8-1).
    void setDirection(MediaDirection direction);
    void raiseVersion(); ///< o= version + 1

private:
    struct Line {
        char type = 0; ///< 0: no "x=" line
        QByteArray value;
        QByteArray end; ///< "\r\n", "\n", or empty at the very end
    };
    void read();
    void readMedia(const Line &line, int number);
    void readAttribute(const QByteArray &value, int number);
    void readOrder();
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
