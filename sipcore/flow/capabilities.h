// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/ladder.h"
#include "sdp/session_description.h"

#include <optional>

namespace diag {

/// One kind of header row in which an answer says what its sender can do.
struct Capability {
    QByteArray name;
    QList<QByteArray> values;
    bool stated = false; ///< there is such a row; with no values: an empty one
    bool due = false;    ///< RFC 3261 11.2 wants it in the 200 to OPTIONS
    QString meaning;     ///< of not being stated, or of being empty; empty: the values say it
};

struct MethodMark {
    enum class Allowed : quint8 { NotStated, No, Yes };
    QByteArray method;
    Allowed allowed = Allowed::NotStated;
};

/// What one answer says about who sent it.
struct Capabilities {
    quint64 seq = 0; ///< row of the answer
    int status = 0;
    QByteArray reason, method;                   ///< of the answer; of the request it answers
    QList<MethodMark> methods;                   ///< the known ones in a fixed order, then others that Allow names
    QList<Capability> headers;                   ///< all that is asked about this kind of answer, stated or not
    QList<sip::SessionDescription::Media> media; ///< of an SDP body
    bool hasDescription = false;
};

/// What the answer in this row says. \return nullopt: it is no answer, or none that is about capabilities: a 2xx to OPTIONS,
/// refused with 405, 415, 420, 421, 469 or 489, or with an Allow, Accept, Supported or Allow-Events
std::optional<Capabilities> capabilitiesIn(const LadderRow &row);
/// Of the newest such answer of the flow.
std::optional<Capabilities> capabilitiesOf(const Flow &flow);

/// The same for people, one kind of row in a line.
QStringList capabilityLines(const Capabilities &capabilities);

/// "0 PCMU/8000, 101 telephone-event/8000"
QString formatsText(const QList<sip::SessionDescription::Format> &formats);

} // namespace diag
