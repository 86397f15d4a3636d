// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practice_websockets.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace diag {

const QList<PracticeWs> &practiceWsVariants()
{
    static const QList<PracticeWs> all{{"good", "Every path is opened, with the subprotocol sip."},
                                       {"no-subprotocol", "It is opened, but the answer names no subprotocol."},
                                       {"403", "The handshake is refused with 403 Forbidden."},
                                       {"redirect", "The handshake is answered 302 with another address."},
                                       {"wrong-accept", "The answer does not prove that the request was read."},
                                       {"close", "It is opened, and closed with 1008 as soon as a message comes."}};
    return all;
}

sip::Expected<sip::WsServerSettings> practiceWsSettings(const QByteArray &variant)
{
    sip::WsServerSettings settings;
    if (variant == "no-subprotocol") {
        settings.namesProtocol = false;
    } else if (variant == "403") {
        settings.status = 403;
    } else if (variant == "redirect") {
        settings.status = 302;
        settings.location = "https://elsewhere.practice.invalid/ws";
    } else if (variant == "wrong-accept") {
        settings.wrongAccept = true;
    } else if (variant == "close") {
        settings.closeCode = 1008;
        settings.closeReason = "practice: no messages here";
    } else if (variant != "good") {
        QStringList known;
        for (const PracticeWs &one : practiceWsVariants())
            known << QString::fromLatin1(one.name);
        return sip::Error{sip::Error::Code::Syntax, u"\"%1\" is no way to open a WebSocket; known are %2"_s.arg(
                                                        QString::fromUtf8(variant), known.join(u", "_s))};
    }
    return settings;
}

} // namespace diag
