// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "request/composed_request.h"

namespace diag {

/// A change that keeps a request from being lost for its size.
struct SizeCure {
    enum class What : quint8 { FewerCodecs, CompactHeaders, WithoutExtensionRows, OverTcp, OverTls };
    What what;
    QString label;                ///< of a button: "Fewer codecs"
    QString text;                 ///< what it does, with the octets it saves
    sip::ComposedRequest request; ///< with the change
};

/// Those that change anything about \a request; none for one that is sent exactly as typed.
QList<SizeCure> sizeCures(const sip::ComposedRequest &request);

} // namespace diag
