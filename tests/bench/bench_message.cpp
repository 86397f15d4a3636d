// SPDX-License-Identifier: GPL-3.0-or-later
// One message: copy it, index it, read what a transaction needs. Beside sofia-sip and osip2, in turns, on the same messages.
// Thread CPU time, as shared machines interrupt; the lowest of many rounds is the cost without interruptions.
#include "message/lint.h"
#include "message/parser.h"
#include "message_corpus.h"

#ifdef BENCH_SOFIA
#include <sofia-sip/msg.h>
#include <sofia-sip/msg_types.h>
#include <sofia-sip/sip.h>
#include <sofia-sip/sip_header.h>
#include <sofia-sip/sip_parser.h>
#endif
#ifdef BENCH_OSIP2
#include <osipparser2/osip_message.h>
#include <osipparser2/osip_parser.h>
#endif

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>

using namespace sip;

namespace {

/// Sums over what was read: the stacks must agree, or they did not do the same work.
struct Seen {
    quint64 callId = 0, fromTag = 0, toTag = 0, branch = 0, cseq = 0, contacts = 0;
    friend bool operator==(const Seen &, const Seen &) = default;
};

void readOurs(const QByteArray &wire, Seen &seen)
{
    const Message m = parseMessage(QByteArray(wire.constData(), wire.size())); // the others copy too
    seen.callId += quint64(m.callId().size());
    seen.fromTag += quint64(m.fromTag().size());
    seen.toTag += quint64(m.toTag().size());
    seen.branch += quint64(m.branch().size());
    seen.cseq += quint64(m.cseqNumber());
    seen.contacts += !m.contactUri().isEmpty();
    // What matching needs beyond what is summed.
    if (m.cseqMethod().isEmpty() || m.sentBy().isEmpty())
        std::abort();
}

void readAndLint(const QByteArray &wire, Seen &)
{
    lint(parseMessage(wire));
}

#ifdef BENCH_SOFIA
void readSofia(const QByteArray &wire, Seen &seen)
{
    static const msg_mclass_t *const parser = sip_default_mclass();
    msg_t *msg = msg_make(parser, 0, wire.constData(), wire.size());
    const sip_t *m = sip_object(msg);
    seen.callId += std::strlen(m->sip_call_id->i_id);
    seen.fromTag += m->sip_from->a_tag ? std::strlen(m->sip_from->a_tag) : 0;
    seen.toTag += m->sip_to->a_tag ? std::strlen(m->sip_to->a_tag) : 0;
    seen.branch += std::strlen(m->sip_via->v_branch);
    seen.cseq += m->sip_cseq->cs_seq;
    seen.contacts += m->sip_contact != nullptr;
    msg_destroy(msg);
}
#endif

#ifdef BENCH_OSIP2
void readOsip(const QByteArray &wire, Seen &seen)
{
    osip_message_t *m = nullptr;
    osip_message_init(&m);
    osip_message_parse(m, wire.constData(), size_t(wire.size()));
    seen.callId += std::strlen(m->call_id->number) + (m->call_id->host ? std::strlen(m->call_id->host) + 1 : 0);
    osip_uri_param_t *tag = nullptr;
    if (!osip_from_get_tag(m->from, &tag) && tag)
        seen.fromTag += std::strlen(tag->gvalue);
    tag = nullptr;
    if (!osip_to_get_tag(m->to, &tag) && tag)
        seen.toTag += std::strlen(tag->gvalue);
    osip_via_t *via = nullptr;
    osip_message_get_via(m, 0, &via);
    osip_generic_param_t *branch = nullptr;
    osip_via_param_get_byname(via, const_cast<char *>("branch"), &branch);
    seen.branch += std::strlen(branch->gvalue);
    seen.cseq += std::strtoul(m->cseq->number, nullptr, 10);
    osip_contact_t *contact = nullptr;
    osip_message_get_contact(m, 0, &contact);
    seen.contacts += contact != nullptr;
    osip_message_free(m);
}
#endif

struct Contender {
    const char *name;
    void (*read)(const QByteArray &, Seen &);
    std::vector<double> rounds = {}; ///< ns per message
    Seen seen = {};

    double median()
    {
        std::sort(rounds.begin(), rounds.end());
        return rounds[rounds.size() / 2];
    }
};

double cpuNanoseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e9 + double(now.tv_nsec);
}

} // namespace

int main()
{
    const std::vector<QByteArray> corpus = MessageCorpus::make(100);
    qsizetype octets = 0;
    for (const QByteArray &wire : corpus)
        octets += wire.size();

    std::vector<Contender> all = {{"viatrace", readOurs}};
#ifdef BENCH_SOFIA
    all.push_back({"sofia-sip", readSofia});
#endif
#ifdef BENCH_OSIP2
    parser_init();
    all.push_back({"osip2", readOsip});
#endif
    all.push_back({"viatrace with lint", readAndLint});
    for (int round = 0; round < 60; ++round)
        for (Contender &one : all) {
            one.seen = {};
            const double from = cpuNanoseconds();
            for (const QByteArray &wire : corpus)
                one.read(wire, one.seen);
            one.rounds.push_back((cpuNanoseconds() - from) / double(corpus.size()));
        }

    std::printf("%zu messages of %.0f octets on average\n", corpus.size(), double(octets) / double(corpus.size()));
    for (Contender &one : all)
        std::printf("%-20s median %8.0f ns  lowest %8.0f ns  %8.0f messages/s\n", one.name, one.median(), one.rounds.front(),
                    1e9 / one.median());
    bool agree = true;
    for (Contender &one : all) {
        if (one.read == readOurs || one.read == readAndLint)
            continue;
        agree = agree && one.seen == all.front().seen;
        std::printf("RATIO message/%s %.3f\n", one.name, all.front().median() / one.median());
    }
    if (!agree)
        std::printf("the stacks do not agree about what the messages say\n");
    std::printf("targets: message/sofia-sip at most 0.2, aimed at 0.15\n");
    return agree ? 0 : 1;
}
