// SPDX-License-Identifier: GPL-3.0-or-later
// StreamFramer: any split gives the same frames, and the frames are the input, in order.
#include "fuzz.h"
#include "message/stream_framer.h"

using namespace sip;

namespace {

constexpr StreamFramer::Limits limits{200, 100};

/// \param sizes  the sizes of the pieces, over and over; empty: one piece
QByteArray framesOf(const QByteArray &input, const QByteArray &sizes)
{
    StreamFramer framer(limits);
    QByteArray out;
    bool broken = false;
    for (qsizetype at = 0, i = 0; at < input.size(); ++i) {
        const qsizetype wanted = sizes.isEmpty() ? input.size() : quint8(sizes[i % sizes.size()]) % 32 + 1;
        const qsizetype size = qMin(wanted, input.size() - at);
        framer.feed(QByteArrayView(input).sliced(at, size));
        at += size;
        while (const auto frame = framer.next()) {
            require(!broken, "nothing comes after Broken");
            broken = frame->kind == StreamFramer::Frame::Kind::Broken;
            require(input.contains(frame->bytes), "frames are pieces of the input");
            out += char('0' + int(frame->kind)) + frame->bytes + '|' + QByteArray(frame->error.rule) +
                   frame->error.detail.toUtf8() + '|';
        }
        require(framer.pending() <= limits.headerSize + limits.bodySize, "no more than one message is held");
    }
    if (framer.takePong())
        out += "pong";
    return out + framer.takePending();
}

} // namespace

void fuzz(const QByteArray &input)
{
    const qsizetype n = qMin<qsizetype>(4, input.size());
    const QByteArray stream = input.sliced(n);
    const QByteArray whole = framesOf(stream, {});
    require(framesOf(stream, QByteArray(1, '\0')) == whole, "one octet at a time gives the same frames");
    require(framesOf(stream, input.first(n)) == whole, "any split gives the same frames");
}
