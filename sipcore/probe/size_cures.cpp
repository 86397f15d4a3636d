// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/size_cures.h"

#include "base/words.h"
#include "request/request_builder.h"
#include "sdp/codecs.h"
#include "sdp/session_description.h"

#include <algorithm>

namespace diag {

namespace {

using sip::ComposedRequest;
using sip::Words;
using What = SizeCure::What;

/// The codec of each medium that is preferred, and telephone events.
void keepFirstCodecs(ComposedRequest &request)
{
    const bool described = std::any_of(request.rows.cbegin(), request.rows.cend(), [](const sip::ComposedRow &row) {
        return !row.muted && row.name.compare("Content-Type", Qt::CaseInsensitive) == 0 &&
               !row.value.startsWith("application/sdp");
    });
    if (described || !request.body.startsWith("v="))
        return;
    auto session = sip::SessionDescription::parse(request.body);
    for (qsizetype i = 0; i < session.media().size(); ++i) {
        sip::SessionDescription::Media wanted = session.media()[i];
        bool first = true;
        wanted.formats.removeIf([&first](const sip::SessionDescription::Format &one) {
            return !sip::isTelephoneEvent(one.encoding) && !std::exchange(first, false);
        });
        if (wanted.readable)
            session.setMedia(i, wanted);
    }
    request.body = session.toBytes();
}

void leaveOutExtensionRows(ComposedRequest &request)
{
    for (sip::ComposedRow &row : request.rows)
        row.muted = row.muted || row.name.startsWith("X-") || row.name.startsWith("x-");
}

qsizetype octetsOf(const ComposedRequest &request)
{
    return sip::previewRequest(request, {}, sip::Protocol::Udp).wire().size();
}

} // namespace

QList<SizeCure> sizeCures(const ComposedRequest &request)
{
    if (request.raw)
        return {};
    QList<SizeCure> cures;
    const qsizetype before = octetsOf(request);
    const auto shorter = [&](What what, const QString &label, const QString &text, const auto &change) {
        ComposedRequest changed = request;
        change(changed);
        if (const qsizetype after = octetsOf(changed); after < before)
            cures.append({what, label, Words::tr("%1; saves %2 octets").arg(text).arg(before - after), changed});
    };
    shorter(What::FewerCodecs, Words::tr("Fewer codecs"), Words::tr("Of each medium the first codec and telephone events"),
            keepFirstCodecs);
    shorter(What::CompactHeaders, Words::tr("Compact header names"), Words::tr("Short names, as \"v\" for Via (RFC 3261 7.3.3)"),
            [](ComposedRequest &changed) { changed.compactHeaders = true; });
    shorter(What::WithoutExtensionRows, Words::tr("Without X- headers"),
            Words::tr("Rows that begin with X- stay here and are not sent"), leaveOutExtensionRows);
    const auto over = [&](What what, const QString &label, const QByteArray &transport) {
        if (request.transport == transport)
            return;
        ComposedRequest changed = request;
        changed.transport = transport;
        changed.forceUdp = false;
        cures.append({what, label, Words::tr("A stream takes any size (RFC 3261 18.1.1)"), changed});
    };
    over(What::OverTcp, Words::tr("Over TCP"), "tcp");
    over(What::OverTls, Words::tr("Over TLS"), "tls");
    return cures;
}

} // namespace diag
