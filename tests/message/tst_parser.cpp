// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/message_draft.h"
#include "message/parser.h"

#include <QtTest>

using namespace sip;

namespace {

const QByteArray invite = "INVITE sip:bob@example.com SIP/2.0\r\n"
                          "Via: SIP/2.0/UDP 192.0.2.1:5062;branch=z9hG4bK1;rport, SIP/2.0/TCP 192.0.2.9;branch=z9hG4bK0\r\n"
                          "Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK7\r\n"
                          "From: \"Alice; tag=no\" <sip:alice@example.com;tag=uri>;x=\"a;tag=q\";tag=ft\r\n"
                          "To: sip:bob@example.com ; TAG = tt\r\n"
                          "Call-ID: a84b@host\r\n"
                          "CSeq: 4294967295 INVITE\r\n"
                          "m: <sip:alice@192.0.2.1>;q=0.5, <sip:x@example.com>\r\n"
                          "X-Own: kept\r\n"
                          "Content-Length: 4\r\n"
                          "\r\n"
                          "body";

bool hasRule(const Message &message, const char *rule, LintMark::Severity severity)
{
    for (const LintMark &mark : message.marks())
        if (QByteArray(mark.rule) == rule && mark.severity == severity)
            return true;
    return false;
}

QByteArray withStartLine(const QByteArray &line)
{
    return line + "\r\nContent-Length: 0\r\n\r\n";
}

} // namespace

class TestParser : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_request_is_taken_apart()
    {
        const Message m = parseMessage(invite);
        QVERIFY(m.isRequest());
        QCOMPARE(m.marks().size(), 0);
        QCOMPARE(m.method(), QByteArrayView("INVITE"));
        QCOMPARE(m.requestUri(), QByteArrayView("sip:bob@example.com"));
        QCOMPARE(m.headerCount(), 9);
        QCOMPARE(m.callId(), QByteArrayView("a84b@host"));
        QCOMPARE(m.fromTag(), QByteArrayView("ft"));
        QCOMPARE(m.toTag(), QByteArrayView("tt"));
        QCOMPARE(m.branch(), QByteArrayView("z9hG4bK1"));
        QCOMPARE(m.sentBy(), QByteArrayView("192.0.2.1:5062"));
        QCOMPARE(m.cseqNumber(), 4294967295);
        QCOMPARE(m.cseqMethod(), QByteArrayView("INVITE"));
        QCOMPARE(m.contactUri(), QByteArrayView("sip:alice@192.0.2.1"));
        QCOMPARE(m.value(QByteArrayView("x-own")), QByteArray("kept"));
        QCOMPARE(m.value(QByteArrayView("CONTACT")), QByteArray("<sip:alice@192.0.2.1>;q=0.5, <sip:x@example.com>"));
        QCOMPARE(m.body(), QByteArrayView("body"));
        QVERIFY(m.value(HeaderId::Route).isNull());
    }
    void the_buffer_is_shared_not_copied()
    {
        const QByteArray wire = invite;
        QCOMPARE(static_cast<const void *>(parseMessage(wire).wire().constData()), static_cast<const void *>(wire.constData()));
    }
    void an_empty_message_is_invalid_and_safe()
    {
        for (const Message &m : {Message(), parseMessage({}), parseMessage("\r\n\r\n"), parseMessage(QByteArray(70000, '\0'))}) {
            QCOMPARE(m.kind(), Message::Kind::Invalid);
            QVERIFY(m.branch().isEmpty() && m.sentBy().isEmpty() && m.fromTag().isEmpty() && m.callId().isEmpty());
            QCOMPARE(m.cseqNumber(), -1);
        }
    }
    //= R7.3.1-3
    void r7_3_1_3_rows_keep_their_order()
    {
        const Message m = parseMessage(invite);
        const QList<QByteArray> vias = m.values(HeaderId::Via);
        QCOMPARE(vias.size(), 2);
        QVERIFY(vias[0].startsWith("SIP/2.0/UDP 192.0.2.1:5062"));
        QVERIFY(vias[1].startsWith("SIP/2.0/UDP 192.0.2.7"));
        QCOMPARE(m.count(HeaderId::Via), 2);
    }
    void the_unedited_draft_gives_the_same_bytes() { QCOMPARE(MessageDraft::from(parseMessage(invite)).toBytes(), invite); }
    //= R7.2-1
    void r7_2_1_status_line_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("phrase");
        QTest::addColumn<QByteArray>("errorRule");
        QTest::addRow("usual") << QByteArray("SIP/2.0 200 OK") << 200 << QByteArray("OK") << QByteArray();
        QTest::addRow("phrase may be empty") << QByteArray("SIP/2.0 200 ") << 200 << QByteArray() << QByteArray();
        QTest::addRow("space may be missing") << QByteArray("SIP/2.0 200") << 200 << QByteArray() << QByteArray();
        QTest::addRow("UTF-8") << QByteArray("SIP/2.0 486 занято") << 486 << QByteArray("занято") << QByteArray();
        QTest::addRow("outside the range") << QByteArray("SIP/2.0 700 x") << 700 << QByteArray("x") << QByteArray("R8.1.3.2-3");
        QTest::addRow("two digits") << QByteArray("SIP/2.0 20 x") << 0 << QByteArray() << QByteArray("R7.2-1");
        //= R4475.3.1.2-2
        QTest::addRow("overflow") << QByteArray("SIP/2.0 4294967301 x") << 0 << QByteArray() << QByteArray("R7.2-1");
        QTest::addRow("other version") << QByteArray("SIP/3.0 200 OK") << 200 << QByteArray("OK") << QByteArray("R7.2-1");
        QTest::addRow("two spaces") << QByteArray("SIP/2.0  200 OK") << 200 << QByteArray("OK") << QByteArray("R7.2-1");
    }
    void r7_2_1_status_line()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const int, status);
        QFETCH(const QByteArray, phrase);
        QFETCH(const QByteArray, errorRule);
        const Message m = parseMessage(withStartLine(line));
        QCOMPARE(m.isResponse(), status != 0);
        QCOMPARE(m.status(), status);
        QCOMPARE(m.reasonPhrase().toByteArray(), phrase);
        int errors = 0;
        for (const LintMark &mark : m.marks())
            errors += mark.severity == LintMark::Severity::Error;
        QCOMPARE(errors, errorRule.isEmpty() ? 0 : 1);
        if (!errorRule.isEmpty())
            QVERIFY(hasRule(m, errorRule.constData(), LintMark::Severity::Error));
    }
    //= R7.2-2
    void r7_2_2_odd_phrase_is_taken_and_marked()
    {
        const Message m = parseMessage(withStartLine("SIP/2.0 403 No [really] \"no\""));
        QCOMPARE(m.status(), 403);
        QCOMPARE(m.reasonPhrase(), QByteArrayView("No [really] \"no\""));
        QVERIFY(hasRule(m, "R7.2-2", LintMark::Severity::Warning));
        QCOMPARE(m.marks().first().offset, 15);
    }
    //= R7.2-3
    void r7_2_3_the_code_decides_not_the_phrase() { QCOMPARE(parseMessage(withStartLine("SIP/2.0 486 OK")).status(), 486); }
    //= R7.1-2
    void r7_1_2_methods_are_case_sensitive_tokens()
    {
        QCOMPARE(parseMessage(withStartLine("invite sip:a SIP/2.0")).method(), QByteArrayView("invite"));
        QCOMPARE(parseMessage(withStartLine("!a-Z.%*_+`'~ sip:a SIP/2.0")).method(), QByteArrayView("!a-Z.%*_+`'~"));
        QVERIFY(hasRule(parseMessage(withStartLine("IN(V sip:a SIP/2.0")), "R7.1-2", LintMark::Severity::Error));
    }
    //= R7.1-1
    void r7_1_1_request_line_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("uri");
        QTest::addColumn<QByteArray>("rule");
        QTest::addRow("two spaces") << QByteArray("OPTIONS  sip:a SIP/2.0") << QByteArray("OPTIONS") << QByteArray("sip:a")
                                    << QByteArray("R7.1-1");
        QTest::addRow("space at the end") << QByteArray("OPTIONS sip:a SIP/2.0 ") << QByteArray("OPTIONS") << QByteArray("sip:a")
                                          << QByteArray("R7.1-1");
        QTest::addRow("tab") << QByteArray("OPTIONS\tsip:a SIP/2.0") << QByteArray("OPTIONS") << QByteArray("sip:a")
                             << QByteArray("R7.1-1");
        QTest::addRow("other version") << QByteArray("OPTIONS sip:a SIP/7.0") << QByteArray("OPTIONS") << QByteArray("sip:a")
                                       << QByteArray("R7.1-1");
        //= R7.1-3
        QTest::addRow("space in the URI") << QByteArray("OPTIONS sip:a; lr SIP/2.0") << QByteArray("OPTIONS")
                                          << QByteArray("sip:a; lr") << QByteArray("R7.1-3");
        QTest::addRow("no URI") << QByteArray("OPTIONS SIP/2.0") << QByteArray() << QByteArray() << QByteArray("R7.1-1");
        QTest::addRow("no version") << QByteArray("OPTIONS sip:a") << QByteArray() << QByteArray() << QByteArray("R7.1-1");
        QTest::addRow("HTTP") << QByteArray("GET / HTTP/1.1") << QByteArray() << QByteArray() << QByteArray("R7.1-1");
        QTest::addRow("one space only") << QByteArray(" ") << QByteArray() << QByteArray() << QByteArray("R7.1-1");
        QTest::addRow("ending alone") << QByteArray(" SIP/2.0") << QByteArray() << QByteArray() << QByteArray("R7.1-1");
    }
    void r7_1_1_request_line()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, uri);
        QFETCH(const QByteArray, rule);
        const Message m = parseMessage(withStartLine(line));
        QCOMPARE(m.isRequest(), !method.isEmpty());
        QCOMPARE(m.method().toByteArray(), method);
        QCOMPARE(m.requestUri().toByteArray(), uri);
        QVERIFY(hasRule(m, rule.constData(), LintMark::Severity::Error));
        QCOMPARE(MessageDraft::from(m).toBytes(), m.wire());
    }
    //= R7.3.1-1
    void r7_3_1_1_names_ignore_case_and_white_space_before_the_colon()
    {
        const Message m = parseMessage("OPTIONS sip:a SIP/2.0\r\nCSEQ \t: 1 OPTIONS\r\ncontent-LENGTH:0\r\n\r\n");
        QCOMPARE(m.cseqNumber(), 1);
        QVERIFY(m.has(HeaderId::ContentLength));
    }
    //= R7.3.1-2
    void r7_3_1_2_folded_values_are_unfolded()
    {
        const Message m =
            parseMessage("OPTIONS sip:a SIP/2.0\r\nSubject:\r\n one \r\n\t two\r\n  three\r\nCSeq: 5\r\n  OPTIONS\r\nTo: "
                         "\"A\r\n B\" <sip:b>\r\n ; tag\r\n = t\r\n\r\n");
        QCOMPARE(m.value(HeaderId::Subject), QByteArray("one two three"));
        QVERIFY(m.header(0).folded);
        QCOMPARE(m.cseqNumber(), 5);
        QCOMPARE(m.cseqMethod(), QByteArrayView("OPTIONS"));
        QCOMPARE(m.toTag(), QByteArrayView("t"));
        QVERIFY(!MessageDraft::from(m).rows[0].value.contains('\n'));
    }
    //= R7.3.3-1
    void r7_3_3_1_compact_forms()
    {
        const QByteArray letters = "abcdefijklmnorstuvxy";
        for (const char c : letters) {
            const HeaderId id = headerId(QByteArray(1, c));
            QVERIFY2(id != HeaderId::Other, qPrintable(QString(QLatin1Char(c))));
            QCOMPARE(compactForm(id), c);
            QCOMPARE(headerId(QByteArray(1, c).toUpper()), id);
        }
        for (const char c : QByteArray("ghpqwz1-"))
            QCOMPARE(headerId(QByteArray(1, c)), HeaderId::Other);
        QCOMPARE(headerId("k"), HeaderId::Supported);
        QCOMPARE(headerId("o"), HeaderId::Event);
    }
    void every_name_is_found_in_any_case()
    {
        for (int i = 1; i < int(HeaderId::Count); ++i) {
            const QByteArray name = headerName(HeaderId(i)).toByteArray();
            QCOMPARE(headerId(name), HeaderId(i));
            QCOMPARE(headerId(name.toUpper()), HeaderId(i));
            QCOMPARE(headerId(name.toLower()), HeaderId(i));
            QCOMPARE(headerId(name + 'x'), HeaderId::Other);
            QByteArray odd = name;
            odd.replace('-', '\r');
            QCOMPARE(headerId(odd), odd == name ? HeaderId(i) : HeaderId::Other);
        }
        QCOMPARE(headerId({}), HeaderId::Other);
    }
    //= R25-2
    void r25_2_rows_that_cannot_be_read_are_kept()
    {
        const QByteArray wire =
            "SIP/2.0 200 OK\r\nno colon here\r\n: no name\r\nContact: <<>>\r\nCSeq: 1 INVITE\r\nContent-Length: 0\r\n\r\n";
        const Message m = parseMessage(wire);
        QCOMPARE(m.headerCount(), 5);
        QCOMPARE(m.value(m.header(0)), QByteArray("no colon here"));
        QCOMPARE(m.value(m.header(1)), QByteArray("no name"));
        QCOMPARE(m.value(HeaderId::Contact), QByteArray("<<>>"));
        QCOMPARE(m.cseqNumber(), 1);
        QCOMPARE(m.marks().size(), 2);
        QCOMPARE(MessageDraft::from(m).toBytes(), wire);
    }
    void lf_only_lines_are_taken_and_marked()
    {
        QByteArray wire = invite;
        wire.replace("\r\n", "\n");
        const Message m = parseMessage(wire);
        QCOMPARE(m.fromTag(), QByteArrayView("ft"));
        QCOMPARE(m.body(), QByteArrayView("body"));
        QVERIFY(m.hasHeaderEnd());
        QVERIFY(hasRule(m, "R25-1", LintMark::Severity::Warning));
        QVERIFY(m.marks().first().text.startsWith(QLatin1String("11 lines")));
        QCOMPARE(MessageDraft::from(m).toBytes(), wire);
    }
    //= R7.5-1
    void r7_5_1_leading_line_ends_are_skipped()
    {
        const QByteArray wire = "\r\n\r\n" + invite;
        const Message m = parseMessage(wire);
        QVERIFY(m.isRequest());
        QCOMPARE(m.marks().size(), 1);
        QCOMPARE(m.marks().first().severity, LintMark::Severity::Info);
        QCOMPARE(MessageDraft::from(m).toBytes(), wire);
    }
    //= R18.3-1
    void r18_3_1_octets_beyond_content_length_are_cut_off()
    {
        const Message m = parseMessage(invite + "second");
        QCOMPARE(m.body(), QByteArrayView("body"));
        QVERIFY(hasRule(m, "R18.3-1", LintMark::Severity::Warning));
        QCOMPARE(MessageDraft::from(m).toBytes(), invite + "second");
        const Message shortOne = parseMessage(invite.chopped(1));
        QCOMPARE(shortOne.body(), QByteArrayView("bod"));
        QVERIFY(hasRule(shortOne, "R18.3-1", LintMark::Severity::Error));
    }
    //= R18.3-2
    void r18_3_2_datagram_without_content_length()
    {
        const Message m = parseMessage("MESSAGE sip:a SIP/2.0\r\n\r\nall of it\r\n");
        QCOMPARE(m.body(), QByteArrayView("all of it\r\n"));
        QCOMPARE(m.marks().size(), 0);
    }
    //= R18.3-3
    void r18_3_3_stream_without_content_length_is_an_error()
    {
        QVERIFY(hasRule(parseMessage("MESSAGE sip:a SIP/2.0\r\n\r\n", Framing::Stream), "R18.3-3", LintMark::Severity::Error));
    }
    //= R20.14-1
    void r20_14_1_content_length_lies_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QByteArray>("rule");
        QTest::addRow("negative") << QByteArray("Content-Length: -1\r\n") << QByteArray("R20.14-1");
        QTest::addRow("huge") << QByteArray("Content-Length: 99999999999999999999999\r\n") << QByteArray("R20.14-1");
        QTest::addRow("text") << QByteArray("l: ten\r\n") << QByteArray("R20.14-1");
        QTest::addRow("empty") << QByteArray("l:\r\n") << QByteArray("R20.14-1");
        //= R20-2
        QTest::addRow("two that differ") << QByteArray("l: 1\r\nContent-Length: 2\r\n") << QByteArray("R20-2");
        QTest::addRow("more than a message can be") << QByteArray("l: 99999999999\r\n") << QByteArray("R18.3-1");
        QTest::addRow("too long") << QByteArray("l: 5\r\n") << QByteArray("R18.3-1");
    }
    void r20_14_1_content_length_lies()
    {
        QFETCH(const QByteArray, rows);
        QFETCH(const QByteArray, rule);
        const Message m = parseMessage("MESSAGE sip:a SIP/2.0\r\n" + rows + "\r\nbody");
        QCOMPARE(m.body(), QByteArrayView("body"));
        QVERIFY(hasRule(m, rule.constData(), LintMark::Severity::Error));
    }
    //= R7.4.2-1
    void r7_4_2_1_body_is_counted_in_octets()
    {
        QCOMPARE(parseMessage("MESSAGE sip:a SIP/2.0\r\nl: 2\r\n\r\né!").body(), QByteArrayView("é"));
        MessageDraft draft = MessageDraft::request("MESSAGE", "sip:a");
        draft.body = "é";
        QVERIFY(draft.toBytes().contains("Content-Length: 2\r\n"));
    }
    void a_header_flood_is_counted_and_nothing_is_lost()
    {
        QByteArray wire = "OPTIONS sip:a SIP/2.0\r\n";
        for (int i = 0; i < 3000; ++i)
            wire += "X: " + QByteArray::number(i) + "\r\n";
        wire += "\r\nbody";
        const Message m = parseMessage(wire);
        QCOMPARE(m.headerCount(), MaxHeaderRows);
        QCOMPARE(m.body(), QByteArrayView("body"));
        QVERIFY(hasRule(m, "R25-2", LintMark::Severity::Error));
        QVERIFY(m.marks().first().text.contains(QLatin1String("3000")));
        QCOMPARE(MessageDraft::from(m).toBytes(), wire);
    }
    void endless_lines_are_one_row()
    {
        const QByteArray value(1024 * 1024, 'v');
        const QByteArray wire = "OPTIONS sip:a SIP/2.0\r\nX: " + value + "\r\n" + QByteArray(100000, 'n') + ": y\r\n\r\n";
        const Message m = parseMessage(wire);
        QCOMPARE(m.headerCount(), 2);
        QCOMPARE(m.value(QByteArrayView("X")).size(), value.size());
        QCOMPARE(m.header(1).nameSize, 0);
        QCOMPARE(MessageDraft::from(m).toBytes(), wire);
        QVERIFY(!parseMessage(QByteArray(1024 * 1024, 'x')).hasHeaderEnd());
    }
    void nul_octets_end_nothing()
    {
        constexpr char wire[] = "MESSAGE sip:a SIP/2.0\r\nX: a\0b\r\nY: c\r\nContent-Length: 3\r\n\r\n\0x\0";
        const Message m = parseMessage(QByteArray(wire, sizeof wire - 1));
        QCOMPARE(m.value(QByteArrayView("X")), QByteArray("a\0b", 3));
        QCOMPARE(m.value(QByteArrayView("Y")), QByteArray("c"));
        QCOMPARE(m.body(), QByteArrayView("\0x\0", qsizetype(3)));
    }
};

QTEST_GUILESS_MAIN(TestParser)
#include "tst_parser.moc"
