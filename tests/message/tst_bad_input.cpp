// SPDX-License-Identifier: GPL-3.0-or-later
// What a hostile or broken peer can send: everything is read in linear time, nothing crashes, nothing is lost. Quadratic work
// would run into the time limit of the test program.
#include "message/headers.h"
#include "message/lint.h"
#include "message/message_draft.h"
#include "message/parser.h"
#include "message/stream_framer.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace sip;

namespace {

/// Everything that reads a message, on one message.
void readAll(const QByteArray &wire)
{
    for (const Framing framing : {Framing::Datagram, Framing::Stream}) {
        const Message m = parseMessage(wire, framing);
        const QList<LintMark> marks = lint(m);
        for (const LintMark &mark : marks)
            QVERIFY2(mark.offset >= -1 && mark.length >= 0 && qMax<qsizetype>(0, mark.offset) + mark.length <= wire.size(),
                     mark.rule);
        verdict(m, marks);
        (void)(m.branch().size() + m.sentBy().size() + m.fromTag().size() + m.toTag().size() + m.contactUri().size() +
               m.cseqMethod().size() + m.cseqNumber());
        for (qsizetype i = 0; i < m.headerCount(); ++i) {
            const QByteArray value = m.value(m.header(i));
            (void)parseVia(value);
            (void)parseContacts(value);
            (void)parseAuth(value);
            (void)parseAuthInfo(value);
            (void)parseReasons(value);
            (void)parseRetryAfter(value);
            (void)parseWarnings(value);
            (void)parseSubscriptionState(value);
            (void)splitList(value);
        }
        if (m.hasHeaderEnd())
            QCOMPARE(MessageDraft::from(m).toBytes(), wire);
    }
    StreamFramer framer;
    framer.feed(wire);
    while (framer.next()) {
    }
}

} // namespace

class TestBadInput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void floods_data()
    {
        QTest::addColumn<QByteArray>("wire");
        constexpr int size = 1 << 19;
        const auto in = [](const QByteArray &name, const QByteArray &value) {
            return "INVITE sip:a SIP/2.0\r\n" + name + ": " + value + "\r\n\r\n";
        };
        const auto many = [](const QByteArray &what) { return what.repeated(size / int(what.size())); };
        QTest::newRow("largest datagram") << in("Subject", QByteArray(65507 - 40, 's'));
        QTest::newRow("zeros") << QByteArray(size, '\0');
        QTest::newRow("no line end") << QByteArray(size, 'x');
        QTest::newRow("line feeds") << QByteArray(size, '\n');
        QTest::newRow("carriage returns") << QByteArray(size, '\r');
        QTest::newRow("colons") << many(":\r\n");
        QTest::newRow("spaces") << QByteArray(size, ' ');
        QTest::newRow("long method") << QByteArray(size, 'M') + " sip:a SIP/2.0\r\n\r\n";
        QTest::newRow("long Request-URI") << "A sip:" + QByteArray(size, '@') + " SIP/2.0\r\n\r\n";
        QTest::newRow("Request-URI of parameters") << "A sip:a" + many(";a") + " SIP/2.0\r\n\r\n";
        QTest::newRow("long phrase") << "SIP/2.0 200 " + QByteArray(size, '"') + "\r\n\r\n";
        QTest::newRow("header flood") << "INVITE sip:a SIP/2.0\r\n" + many("Via: SIP/2.0/UDP a\r\n") + "\r\n";
        QTest::newRow("endless header") << "INVITE sip:a SIP/2.0\r\nVia: " + many("SIP/2.0/UDP a,");
        QTest::newRow("deep folds") << in("To", many("\r\n "));
        QTest::newRow("folds between words") << in("CSeq", "1" + many("\r\n\t") + "INVITE");
        QTest::newRow("row of white space") << in("Subject", QByteArray(size, ' '));
        for (const char *name :
             {"Via", "From", "Contact", "Route", "Authorization", "WWW-Authenticate", "Retry-After", "Warning"}) {

            QTest::addRow("%s%s", name, ": open quotes") << in(name, many("\","));
            QTest::addRow("%s%s", name, ": backslashes") << in(name, "\"" + QByteArray(size, '\\'));
            QTest::addRow("%s%s", name, ": open brackets") << in(name, QByteArray(size, '<'));
            QTest::addRow("%s%s", name, ": open comments") << in(name, "1 " + QByteArray(size, '('));
            QTest::addRow("%s%s", name, ": closed comments") << in(name, "1 " + many("(a)"));
            QTest::addRow("%s%s", name, ": semicolons") << in(name, many("SIP/2.0/UDP a;;"));
            QTest::addRow("%s%s", name, ": equal signs") << in(name, "<sip:a>;" + QByteArray(size, '='));
            QTest::addRow("%s%s", name, ": commas") << in(name, QByteArray(size, ','));
            QTest::addRow("%s%s", name, ": parameters") << in(name, "<sip:a>" + many(";a=b"));
            QTest::addRow("%s%s", name, ": list") << in(name, many("Digest a=b, "));
            QTest::addRow("%s%s", name, ": at signs") << in(name, "<sip:" + QByteArray(size, '@'));
            QTest::addRow("%s%s", name, ": colons") << in(name, "<sip:" + QByteArray(size, ':') + ">");
            QTest::addRow("%s%s", name, ": percents") << in(name, "<sip:" + QByteArray(size, '%') + "@a>");
        }
        for (const char *length : {"-1", "0", "1", "4294967296", "18446744073709551616", "1e3", "0x4", " ", "3, 3"})
            QTest::addRow("Content-Length: %s", length) << in("Content-Length", length) + "abc";
    }
    void floods()
    {
        QFETCH(const QByteArray, wire);
        readAll(wire);
    }
    void garbage_datagrams()
    {
        QRandomGenerator random(1);
        const QByteArray alphabet = QByteArray("\r\n\r\n \t:;,<>\"\\()@[]=?%/.aAzZ019*", 32) + QByteArray("\0\x7f\xff", 3);
        for (int i = 0; i < 3000; ++i) {
            QByteArray wire = i % 3 ? QByteArray("SIP/2.0 200 OK\r\nVia: ") : QByteArray();
            for (int n = random.bounded(200); n > 0; --n)
                wire += alphabet[random.bounded(int(alphabet.size()))];
            readAll(wire);
        }
    }
    void every_cut_and_every_changed_octet_of_a_good_message()
    {
        const QByteArray good = "INVITE sip:bob@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1:5062;branch=z9hG4bK1;rport\r\n"
                                "Max-Forwards: 70\r\nFrom: \"A\" <sip:alice@example.com>;tag=ft\r\nTo: <sip:bob@example.com>\r\n"
                                "Call-ID: a84b\r\nCSeq: 7 INVITE\r\nContact: <sip:alice@192.0.2.1;ob>;q=0.5\r\n"
                                "Authorization: Digest realm=\"a\", nonce=\"b\"\r\nContent-Length: 4\r\n\r\nbody";
        for (qsizetype i = 0; i <= good.size(); ++i)
            readAll(good.first(i));
        for (qsizetype i = 0; i < good.size(); ++i)
            for (const char c : {'\0', '\r', '\n', ' ', '"', ';', '\xff'}) {
                QByteArray wire = good;
                wire[i] = c;
                readAll(wire);
            }
    }
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_bad_input.moc"
