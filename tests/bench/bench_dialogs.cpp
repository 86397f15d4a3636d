// SPDX-License-Identifier: GPL-3.0-or-later
// What is held while it lasts: memory of a dialog and of a transaction, among few and among many, in simulated time.
#include "support/simulated_run.h"

#include <cstdio>
#include <malloc.h>

using namespace sip;
using namespace std::chrono_literals;

namespace {

qint64 heapBytes()
{
    return qint64(mallinfo2().uordblks);
}

/// Forgets what only the test keeps: the trace, and the messages the network remembers.
void forget(SimulatedRun &run)
{
    run.trace.clear();
    run.network.sent.clear();
    run.network.sent.squeeze();
}

/// \return octets for each of \a count calls that are up, their transactions gone
double perDialog(int count)
{
    const QByteArray sdp = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\nm=audio 9 RTP/AVP 0 8\r\n";
    SimulatedRun run;
    run.network.peer = [&](const FakeTransport::Sent &one) {
        if (one.message.method() == "INVITE")
            run.network.answer(one, 200, "peer", [&sdp](MessageDraft &draft) {
                draft.append(HeaderId::Contact, "<sip:bob@192.0.2.7>");
                draft.append(HeaderId::ContentType, "application/sdp");
                draft.body = sdp;
            });
    };
    ComposedRequest request = SimulatedRun::compose("INVITE");
    request.hangUpAfter = ComposedRequest::Never;
    request.body = sdp;
    const qint64 before = heapBytes();
    for (int i = 0; i < count; ++i) {
        run.send(request);
        if (i % 1000 == 999) {
            run.clock.advance(1ms);
            forget(run);
        }
    }
    run.clock.advance(40s);
    forget(run);
    if (run.core.transactions().clientCount() != 0)
        std::printf("transactions are left\n");
    return double(heapBytes() - before) / count;
}

/// \return octets for each of \a count requests that wait for an answer
double perTransaction(int count)
{
    SimulatedRun run;
    const ComposedRequest request = SimulatedRun::compose("OPTIONS");
    const qint64 before = heapBytes();
    for (int i = 0; i < count; ++i) {
        run.send(request);
        if (i % 1000 == 999)
            forget(run);
    }
    forget(run);
    return double(heapBytes() - before) / count;
}

} // namespace

int main()
{
    const double few = perDialog(2000), many = perDialog(20000);
    std::printf("dialogs: %.0f octets each among 2,000, %.0f among 20,000\n", few, many);
    std::printf("RATIO dialog_memory_many/few %.3f\n", many / few);
    const double fewTransactions = perTransaction(10000), manyTransactions = perTransaction(100000);
    std::printf("transactions with their intents: %.0f octets each among 10,000, %.0f among 100,000\n", fewTransactions,
                manyTransactions);
    std::printf("RATIO transaction_memory_many/few %.3f\n", manyTransactions / fewTransactions);
    return 0;
}
