// SPDX-License-Identifier: GPL-3.0-or-later
// The call flows of RFC 3665, and of RFC 3261, 3428, 3515 and 3891 where they have some, played from one end by our user agent
// against a peer that says what the RFC prints. What we send is compared with what the RFC prints for our end, and the ladder
// with golden/rfc*.txt. VIATRACE_UPDATE_GOLDEN=1 writes the ladders anew: read the difference before you keep it.
#include "dialog/dialog.h"
#include "dialogues/flow_peer.h"
#include "practice/server_digest.h"
#include "request/request_builder.h"
#include "request/target.h"
#include "support/golden_ladder.h"

#include <QtTest>

using namespace sip;

namespace {

const QByteArray ourSession = "v=0\r\no=alice 2890844526 2890844526 IN IP4 192.0.2.10\r\ns=-\r\nc=IN IP4 192.0.2.10\r\nt=0 0\r\n"
                              "m=audio 49172 RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\n";
const QByteArray theirSession = "v=0\r\no=bob 2890844527 2890844527 IN IP4 192.0.2.4\r\ns=-\r\nc=IN IP4 192.0.2.4\r\nt=0 0\r\n"
                                "m=audio 3456 RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\n";

/// A fact in which we are not to be as the RFC prints it.
struct Deviation {
    QByteArray what;
    const char *why;
};

/// One flow with what the user of our end does in it.
struct Play {
    QByteArray name; ///< of the golden ladder
    RfcFlow flow;
    FlowPeer::Hosts hosts;
    std::function<void(ComposedRequest &)> intent = {}; ///< beside what the first request of the flow says
    QList<Deviation> deviations = {};
    QByteArray before = {};         ///< a play that has to have been: what it leaves is needed
    QList<QByteArray> unshown = {}; ///< what ends the flow although the RFC does not print it: "> ACK"
};

class FlowRun final : public SimulatedRun, public IncomingCalls {
public:
    FlowRun() { core.setIncomingCalls(this); }
    ~FlowRun() override { core.setIncomingCalls(nullptr); }
    IntentId intentFor(const Message &) override { return IntentId(clients.size() + 1); }
    void take(IntentId, ServerTransaction &invite) override { client(settings).receive(invite); }
    ComposedRequest settings; ///< for calls that come in
};

} // namespace

class TestRfcFlows : public QObject {
    Q_OBJECT

    static QList<Play> plays();
    static Play play(const QByteArray &name)
    {
        for (const Play &one : plays())
            if (one.name == name)
                return one;
        return {};
    }

    /// The intent that the first request says, credentials included when the RFC shows some.
    static ComposedRequest composed(const RfcMessage &first, const QList<RfcMessage> &leg, const Play &play)
    {
        const Message &request = first.message;
        ComposedRequest intent;
        intent.method = request.method().toByteArray();
        intent.requestUri = request.requestUri().toByteArray();
        if (intent.method == "INVITE")
            intent.hangUpAfter = ComposedRequest::Never;
        intent.transport = parseVia(request.value(HeaderId::Via))
                               .value_or(Via{.transport = "UDP", .host = {}, .params = {}})
                               .transport.toLower();
        for (qsizetype i = 0; i < request.headerCount(); ++i) {
            const HeaderField &field = request.header(i);
            constexpr HeaderId ofUserAgent[] = {
                HeaderId::Via,           HeaderId::MaxForwards,       HeaderId::CallId, HeaderId::CSeq, HeaderId::ContentLength,
                HeaderId::Authorization, HeaderId::ProxyAuthorization};
            const bool filledIn = std::find(std::begin(ofUserAgent), std::end(ofUserAgent), field.id) != std::end(ofUserAgent) ||
                                  (field.id == HeaderId::Contact && methodTraits(intent.method).needsContact);
            if (filledIn)
                continue;
            QByteArray value = request.value(field);
            if (field.id == HeaderId::From)
                value = value.first(value.indexOf(";tag="));
            intent.rows << ComposedRow{request.name(field).toByteArray(), value};
        }
        intent.body = request.body().toByteArray();
        if (request.value(HeaderId::ContentType) == "application/sdp" && intent.body.trimmed().isEmpty())
            intent.body = ourSession;
        for (const RfcMessage &one : leg)
            for (const HeaderId id : {HeaderId::Authorization, HeaderId::ProxyAuthorization})
                if (one.ours && one.message.has(id) && intent.credentials.isEmpty()) {
                    const AuthValue value = parseAuth(one.message.value(id))->first();
                    intent.credentials = {
                        {unquoted(value.find("realm")->value), unquoted(value.find("username")->value), "secret", {}, {}}};
                }
        if (play.intent)
            play.intent(intent);
        // Nobody is asked for names here: where the RFC's DNS leads is said by the target.
        if (const auto hop = nextHop(intent); intent.target.isEmpty() && (!hop || hop->isName()))
            intent.target = "udp:" + play.hosts.value(first.to);
        return intent;
    }

    /// Sends what our side begins by itself, one after the other, to the end.
    static void begin(FlowRun &run, const QList<RfcMessage> &leg, const Play &play)
    {
        QList<QByteArray> begun;
        for (const RfcMessage &one : leg) {
            const QByteArray callId = one.message.callId().toByteArray();
            if (!begun.contains(callId) && one.ours) {
                run.send(composed(one, leg, play));
                run.clock.runDry();
            }
            begun << callId;
        }
        run.clock.runDry();
    }

    static QByteArray word(const Message &message)
    {
        return message.isRequest() ? message.method().toByteArray() : QByteArray::number(message.status());
    }
    static QList<QByteArray> sequence(const QList<RfcMessage> &leg)
    {
        QList<QByteArray> all;
        for (const RfcMessage &one : leg)
            all << (one.ours ? "> " : "< ") + word(one.message);
        return all;
    }
    static QList<QByteArray> sequence(const FlowRun &run)
    {
        QList<QByteArray> all;
        for (const TraceEventPtr &event : run.trace)
            if (const auto *out = event->as<MessageSent>())
                all << "> " + word(out->message);
            else if (const auto *in = event->as<MessageReceived>())
                all << "< " + word(in->message);
        return all;
    }
    /// Every digest answer, worked out again from the password, for a nonce that we were given.
    static QByteArray wrongCredentials(const FlowRun &run, const QList<QByteArray> &nonces)
    {
        for (const FakeTransport::Sent &one : run.network.sent)
            for (const HeaderId id : {HeaderId::Authorization, HeaderId::ProxyAuthorization})
                for (const QByteArray &row : one.message.values(id)) {
                    const AuthValue value = parseAuth(row)->first();
                    const auto text = [&value](const char *name) {
                        const AuthParam *const param = value.find(name);
                        return param ? unquoted(param->value) : QByteArray();
                    };
                    // An ACK repeats what its INVITE said (RFC 3261 22.1).
                    const QByteArray method = one.message.method() == "ACK" ? "INVITE" : one.message.method().toByteArray();
                    const diag::DigestFacts facts{.algorithm = {diag::ServerHash::Md5},
                                                  .user = text("username"),
                                                  .realm = text("realm"),
                                                  .password = "secret",
                                                  .method = method,
                                                  .uri = text("uri"),
                                                  .body = {},
                                                  .nonce = text("nonce"),
                                                  .cnonce = text("cnonce"),
                                                  .nc = text("nc"),
                                                  .qop = text("qop"),
                                                  .sessionCnonce = {}};
                    if (!nonces.contains(facts.nonce) || facts.qop != "auth" || text("response") != diag::expectedResponse(facts))
                        return one.message.method().toByteArray() + ' ' + row;
                }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (sharedFile(QStringLiteral("rfc-flows.json")).isEmpty())
            QSKIP("skipped: ../shared/data missing");
    }
    void as_the_rfc_shows_it_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const Play &one : plays())
            QTest::newRow(one.name.constData()) << one.name;
    }
    void as_the_rfc_shows_it()
    {
        QFETCH(const QByteArray, name);
        const Play played = play(name);
        const QList<RfcMessage> leg = rfcLeg(played.flow);
        QVERIFY(!leg.isEmpty());
        FlowRun all;
        all.network.delay = 10ms;
        QList<QByteArray> nonces;
        const auto perform = [&all, &nonces](const Play &one, const QList<RfcMessage> &messages) {
            all.trace.clear();
            all.network.sent.clear();
            all.settings = {};
            all.settings.method = "INVITE";
            all.settings.hangUpAfter = ComposedRequest::Never;
            if (one.intent)
                one.intent(all.settings);
            FlowPeer peer(all, messages, one.hosts, theirSession);
            begin(all, messages, one);
            for (const RfcMessage &said : messages)
                for (const HeaderId id : {HeaderId::WwwAuthenticate, HeaderId::ProxyAuthenticate})
                    if (said.message.has(id))
                        nonces << unquoted(parseAuth(said.message.value(id))->first().find("nonce")->value);
            return std::pair(peer.sent, peer.isOver());
        };
        if (!played.before.isEmpty())
            perform(play(played.before), rfcLeg(play(played.before).flow));
        const auto [sent, over] = perform(played, leg);

        QCOMPARE(sequence(all), sequence(leg) + played.unshown);
        QVERIFY(over);
        QCOMPARE(wrongCredentials(all, nonces), QByteArray());
        QCOMPARE(all.ear.finished, int(all.clients.size()));
        QCOMPARE(all.core.transactions().clientCount() + all.core.transactions().serverCount(), 0);

        QList<QByteArray> differences, wanted;
        RfcFacts ours, theirs;
        qsizetype next = 0;
        for (const RfcMessage &one : leg)
            if (one.ours) {
                RfcFacts::Map fact = ours.of(sent[next].message), wish = theirs.of(one.message);
                const auto via = parseVia(one.message.value(HeaderId::Via));
                fact["goes to"] = viaName(sent[next].target.protocol).toByteArray() + ' ' + sent[next].target.remote.text();
                wish["goes to"] = (via ? via->transport : "UDP") + ' ' + played.hosts.value(one.to);
                for (const QByteArray &difference : RfcFacts::differences(fact, wish, one.whole))
                    differences << one.id + ' ' + difference;
                ++next;
            }
        for (const Deviation &deviation : played.deviations)
            wanted << deviation.what;
        QVERIFY2(differences == wanted, differences.join('\n'));
        QString ladder = ladderText(all.trace, {});
        ladder.replace(QRegularExpression(QStringLiteral("\\d+ octets")), QStringLiteral("... octets")); // no matter of the flow
        QCOMPARE(goldenDifference(ladder, name), QByteArray());
    }
    /// The BYE at the end of the examples of RFC 3261 16.12.1, from the end that sends it.
    void routes_as_in_rfc_3261_16_12_data()
    {
        QTest::addColumn<QByteArray>("invite");
        QTest::addColumn<QByteArray>("answer"); // none: it is ours
        QTest::addColumn<QByteArray>("bye");
        QTest::newRow("trapezoid") << QByteArray("16.12.1.1 1") << QByteArray("16.12.1.1 4") << QByteArray("16.12.1.1 5");
        QTest::newRow("strict router on the way") << QByteArray("16.12.1.2 1") << QByteArray() << QByteArray("16.12.1.2 2");
        QTest::newRow("rewritten") << QByteArray("16.12.1.3 1") << QByteArray("16.12.1.3 4") << QByteArray("16.12.1.3 5");
    }
    //= R12.1.2-1
    void routes_as_in_rfc_3261_16_12()
    {
        QFETCH(const QByteArray, invite);
        QFETCH(const QByteArray, answer);
        QFETCH(const QByteArray, bye);
        const QMap<QByteArray, RfcMessage> all = rfcMessages({"3261", {}, {}, {}, {}});
        const Message request = all[invite].message;
        Dialog dialog = answer.isEmpty()
                            ? Dialog::acceptedBy(request, MessageDraft::response(request, 200, "OK", "ours").toMessage())
                            : *Dialog::madeBy(request, all[answer].message);
        SeededRandom random(1);
        const Message sent = buildRequest(dialog.next({.method = "BYE", .rows = {}, .body = {}}), {}, random);
        RfcFacts ours, theirs;
        const RfcFacts::Map fact = ours.of(sent), wish = theirs.of(all[bye].message);
        for (const char *name : {"Request-URI", "Route"})
            QCOMPARE(fact.value(name), wish.value(name));
    }
    //= R17.1.1.3-1
    void the_ack_of_rfc_3261_17_1_1_3()
    {
        const QMap<QByteArray, RfcMessage> all = rfcMessages({"3261", {}, {}, {}, {}});
        const Message invite = all["17.1.1.3 1"].message, ack = all["17.1.1.3 2"].message;
        RfcFacts ours, theirs;
        ours.of(invite);
        theirs.of(invite);
        const Message refusal = MessageDraft::response(invite, 486, "Busy Here", ack.toTag().toByteArray()).toMessage();
        QCOMPARE(ours.of(buildAckNon2xx(invite, refusal)), theirs.of(ack));
    }
    void every_flow_of_rfc_3665_is_played()
    {
        QList<QByteArray> played;
        for (const Play &one : plays())
            played << one.flow.rfc + ' ' + one.flow.section;
        for (const QByteArray &flow : rfcSections("3665"))
            QVERIFY2(played.contains("3665 " + flow), flow);
    }
};

QList<Play> TestRfcFlows::plays()
{
    using Pairs = QList<std::pair<QByteArray, QByteArray>>;
    // RFC 3665: its hosts and their addresses. TLS is not there yet, so that the registrations go over TCP.
    const auto addresses = [](const QByteArray &us, const Pairs &more = {}) {
        return more + Pairs{{us + ":5060", "192.0.2.10:5060"},
                            {us + ":5061", "192.0.2.10:5060"},
                            {us, "192.0.2.10:5060"},
                            {"client.atlanta.example.com", "192.0.2.101"},
                            {"client.biloxi.example.com", "192.0.2.201"},
                            {"client.chicago.example.com", "192.0.2.100"},
                            {"ss1.atlanta.example.com", "192.0.2.111"},
                            {"ss2.biloxi.example.com", "192.0.2.222"},
                            {"ss3.chicago.example.com", "192.0.2.233"},
                            {"sips:", "sip:"},
                            {"SIP/2.0/TLS", "SIP/2.0/TCP"},
                            // Two slips of the RFC: a comma that is missing, a space too many.
                            {"realm=\"atlanta.example.com\"\r\n", "realm=\"atlanta.example.com\",\r\n"},
                            {"SIP/2.0  486", "SIP/2.0 486"}};
    };
    const QByteArray alice = "client.atlanta.example.com", bob = "client.biloxi.example.com";
    const FlowPeer::Hosts hosts{
        {"SIP Server", "192.0.2.222:5060"},      {"Alice", "192.0.2.101:5060"},          {"Bob", "192.0.2.201:5060"},
        {"Proxy 1", "192.0.2.111:5060"},         {"Proxy 2", "192.0.2.222:5060"},        {"Proxy 3", "192.0.2.233:5060"},
        {"Redirect Server", "192.0.2.150:5060"}, {"Redirect Proxy", "192.0.2.150:5060"}, {"Proxy", "192.0.2.233:5060"}};
    // The RFC's DNS says TCP for its proxies; an address says UDP, where nothing else is said.
    const Pairs proxiesByTcp{{".example.com;lr", ".example.com;transport=tcp;lr"}};

    const auto answers = [](ComposedRequest &intent) {
        intent.answers = {{.method = "INVITE", .steps = {{0s, 180}, {2s, 200}}}};
    };
    const auto answersAndHangsUp = [=](ComposedRequest &intent) {
        answers(intent);
        intent.hangUpAfter = 3s;
    };

    const QByteArray ofAlice = "Digest username=alice realm=atlanta.example.com uri=sip:bob@biloxi.example.com opaque=";
    constexpr const char *wholeContact = "the remote target is the URI of the Contact, parameters included (RFC 3261 12.2.1.1)";
    constexpr const char *routeOfInvite = "the ACK to a refusal has the Route rows of its INVITE (RFC 3261 17.1.1.3)";
    constexpr const char *credentialsOfInvite = "the ACK to a 2xx has the credentials of its INVITE (RFC 3261 13.2.2.4)";

    const FlowPeer::Hosts somebody{{{}, "192.0.2.51:5060"}};
    // RFC 3515 leaves open who is referred to, and how long that lasts.
    const Pairs agents{{"Contact: sip:a@atlanta.example.com", "Contact: sip:a@192.0.2.10:5060"},
                       {"b@atlanta.example.com", "b@192.0.2.51"},
                       {"agentb.atlanta.example.com", "192.0.2.51"},
                       {"(whatever URI)", "<sip:c@192.0.2.52>"},
                       {"(some different URI)", "<sip:d@192.0.2.53>"},
                       {"(depends on Refer-To URI)", "60"}};

    return {
        {"rfc3665-2.1", {"3665", "2.1", "Bob", {}, addresses(bob)}, hosts},
        {"rfc3665-2.2", {"3665", "2.2", "Bob", {}, addresses(bob)}, hosts, {}, {}, "rfc3665-2.1"},
        {"rfc3665-2.3", {"3665", "2.3", "Bob", {}, addresses(bob)}, hosts, {}, {}, "rfc3665-2.1"},
        {"rfc3665-2.4", {"3665", "2.4", "Bob", {}, addresses(bob)}, hosts, {}, {}, "rfc3665-2.1"},
        {"rfc3665-2.5",
         {"3665", "2.5", "Bob", {}, addresses(bob)},
         hosts,
         {},
         {{"F1 Max-Forwards: 70 instead of nothing", "every request has one (RFC 3261 8.1.1.6)"}}},
        {"rfc3665-3.1",
         {"3665", "3.1", "Alice", {}, addresses(alice)},
         hosts,
         {},
         {{"F4 Request-URI: sip:bob@192.0.2.201;transport=tcp instead of sip:bob@192.0.2.201", wholeContact}}},
        {"rfc3665-3.2",
         {"3665", "3.2", "Alice", {}, addresses(alice, proxiesByTcp)},
         hosts,
         {},
         {{"F3 Route: <sip:192.0.2.111;transport=tcp;lr> instead of nothing", routeOfInvite},
          {"F15 Proxy-Authorization: " + ofAlice + " instead of nothing", credentialsOfInvite},
          {"F15 Request-URI: sip:bob@192.0.2.201;transport=tcp instead of sip:bob@192.0.2.201", wholeContact}}},
        // The same over UDP, for what is remembered of it.
        {"rfc3665-3.2-udp",
         {"3665", "3.2", "Alice", {}, addresses(alice, {{"SIP/2.0/TCP", "SIP/2.0/UDP"}, {";transport=tcp", ""}})},
         hosts,
         {},
         {{"F3 Route: <sip:192.0.2.111;lr> instead of nothing", routeOfInvite},
          {"F15 Proxy-Authorization: " + ofAlice + " instead of nothing", credentialsOfInvite}}},
        // The RFC's user agent tries the next proxy by itself, ours when the user says so: another intent.
        {"rfc3665-3.4",
         {"3665", "3.4", "Alice", {}, addresses(alice)},
         hosts,
         {},
         {{"F18 Proxy-Authorization: Digest username=alice realm=biloxi.example.com uri=sip:bob@biloxi.example.com opaque= "
           "instead of nothing",
           credentialsOfInvite}}},
        {"rfc3665-3.6",
         {"3665", "3.6", "Alice", {}, addresses(alice, proxiesByTcp + Pairs{{"bob@chicago.example.com", "bob@192.0.2.233"}})},
         hosts,
         [](ComposedRequest &intent) {
             intent.target = "sip:192.0.2.150";
             intent.transport = {};
             intent.followRedirects = true;
         },
         {{"F4 Request-URI: sip:bob@192.0.2.233;transport=tcp instead of sip:bob@192.0.2.233",
           "the URI of the Contact is the new Request-URI, parameters included (RFC 3261 8.1.3.4)"},
          {"F11 Request-URI: sip:bob@192.0.2.100;transport=tcp instead of sip:bob@192.0.2.100", wholeContact}}},
        {"rfc3665-3.7",
         {"3665", "3.7", "Alice", {}, addresses(alice)},
         hosts,
         [](ComposedRequest &intent) { intent.hangUpAfter = 8s; },
         {{"F12 goes to: UDP 192.0.2.100:5060 instead of UDP 192.0.2.201:5060", "Bob has moved with his re-INVITE"}}},
        {"rfc3665-3.9",
         {"3665", "3.9", "Alice", {}, addresses(alice, proxiesByTcp)},
         hosts,
         {},
         {{"F11 Route: <sip:192.0.2.111;transport=tcp;lr> instead of nothing", routeOfInvite}},
         "rfc3665-3.2"},
        {"rfc3665-3.10",
         {"3665", "3.10", "Alice", {}, addresses(alice)},
         hosts,
         {},
         {{"F15 Route: <sip:192.0.2.111;lr> instead of nothing", routeOfInvite}},
         "rfc3665-3.2-udp"},
        // The same calls as Bob sees them.
        {"rfc3665-3.1-callee",
         {"3665", "3.1", "Bob", {}, addresses(bob)},
         hosts,
         answersAndHangsUp,
         {{"F5 Request-URI: sip:alice@192.0.2.101;transport=tcp instead of sip:alice@192.0.2.101", wholeContact}}},
        {"rfc3665-3.2-callee",
         {"3665", "3.2", "Bob", {}, addresses(bob, proxiesByTcp)},
         hosts,
         answersAndHangsUp,
         {{"F18 Request-URI: sip:alice@192.0.2.101;transport=tcp instead of sip:alice@192.0.2.101", wholeContact}}},
        {"rfc3665-3.4-callee", {"3665", "3.4", "Bob", {}, addresses(bob)}, hosts, answersAndHangsUp},
        {"rfc3665-3.6-callee",
         {"3665", "3.6", "Bob", {}, addresses("client.chicago.example.com", proxiesByTcp)},
         hosts,
         answersAndHangsUp,
         {{"F13 Request-URI: sip:alice@192.0.2.101;transport=tcp instead of sip:alice@192.0.2.101", wholeContact}}},
        {"rfc3665-3.7-callee",
         {"3665", "3.7", "Bob", {}, addresses(bob)},
         hosts,
         [answers](ComposedRequest &intent) {
             answers(intent);
             intent.then = {{.method = "INVITE",
                             .rows = {{"Contact", "<sip:bob@192.0.2.100>"}},
                             .body = {},
                             .offer = NextRequest::Offer::Same,
                             .after = 3s}};
         }},
        {"rfc3665-3.9-callee",
         {"3665", "3.9", "Bob", {}, addresses(bob, proxiesByTcp)},
         hosts,
         [](ComposedRequest &intent) {
             intent.answers = {{.method = "INVITE", .steps = {{0s, 486}}}};
         }},
        {"rfc3665-3.10-callee",
         {"3665", "3.10", "Bob", {}, addresses(bob)},
         hosts,
         [](ComposedRequest &intent) {
             intent.answers = {{.method = "INVITE", .steps = {{0s, 0}}}};
         }},

        {"rfc3261-11", {"3261", "11", {}, {"11.1 1", "11.2 1"}, {{"pc33.atlanta.com", "192.0.2.10:5060"}}}, somebody},
        {"rfc3261-24.1", {"3261", "24.1", "Bob", {}, {}}, {{"Registrar", "192.0.2.5:5060"}}},
        {"rfc3261-24.2",
         {"3261", "24.2", "Alice", {}, {{"pc33.atlanta.com", "192.0.2.10:5060"}}},
         {{"atlanta.com proxy", "192.0.2.2:5060"}, {"Bob", "192.0.2.4:5060"}}},
        {"rfc3261-24.2-callee",
         {"3261",
          "24.2",
          "Bob",
          {},
          {{"192.0.2.4", "192.0.2.10:5060"},
           {"pc33.atlanta.com", "192.0.2.1"},
           {"server10.biloxi.com", "192.0.2.3"},
           {"bigbox3.site3.atlanta.com", "192.0.2.2"}}},
         {{"biloxi.com proxy", "192.0.2.3:5060"}, {"Alice", "192.0.2.1:5060"}},
         answersAndHangsUp},
        // Another tag in From on the way, and a semicolon too many, are slips of the RFC.
        {"rfc3428-10", {"3428", "10", {}, {"10 1", "10 4"}, {{";;tag=49394", ";tag=49583"}}}, somebody},
        {"rfc3515-4.1", {"3515", "4.1", {}, {"4.1 1", "4.1 2", "4.1 3", "4.1 4", "4.1 5", "4.1 6"}, agents}, somebody},
        // The second REFER comes while the first one is still watched; what ends the first comes last.
        {"rfc3515-4.2",
         {"3515",
          "4.2",
          {},
          {"4.1 1", "4.1 2", "4.1 3", "4.1 4", "4.2 1", "4.2 2", "4.2 3", "4.2 4", "4.2 5", "4.2 6", "4.1 5", "4.1 6"},
          agents + Pairs{{"id=93809824", "id=2"}, {"1993403", "1993406"}}},
         somebody,
         [](ComposedRequest &intent) {
             intent.then = {{.method = "REFER", .rows = {{"Refer-To", "<sip:d@192.0.2.53>"}}, .body = {}, .after = 5s}};
         }},
        // Alice's telephone; that her other one takes the call over is not for it to see until the CANCEL.
        {"rfc3891-7.1",
         {"3891",
          "7.1",
          {},
          {"7.1 1", "7.1 2", "7.1 4", "7.1 5", "7.1 6"},
          {{"phone.example.org", "192.0.2.10:5060"}, {"bobster.example.org", "192.0.2.54"}}},
         somebody,
         [](ComposedRequest &intent) { intent.ringLimit = 5s; },
         {{"4 Contact: nothing instead of sip:alice@192.0.2.10:5060", "a CANCEL has none (RFC 3261 9.1)"}},
         {},
         {"> ACK"}},
    };
}

QTEST_GUILESS_MAIN(TestRfcFlows)
#include "tst_rfc_flows.moc"
