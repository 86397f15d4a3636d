// SPDX-License-Identifier: GPL-3.0-or-later
// What the inspectors show, without widgets.
#include "inspectors/digest_questions.h"
#include "inspectors/header_help.h"
#include "inspectors/hex_lines.h"
#include "inspectors/message_diff.h"
#include "inspectors/message_parts.h"
#include "inspectors/raw_text.h"
#include "inspectors/transaction_story.h"
#include "message/lint.h"
#include "ui/inspector_flow.h"

#include <QTest>

using namespace ui;

namespace {

const MessagePart *partNamed(const QList<MessagePart> &parts, const QString &name)
{
    for (const MessagePart &part : parts)
        if (part.name == name)
            return &part;
    return nullptr;
}

QList<MessagePart> partsOf(const QByteArray &wire, const PartLimits &limits = {}, qsizetype *left = nullptr)
{
    const sip::Message message = sip::parseMessage(wire);
    qsizetype ignored = 0;
    return messageParts(message, sip::lint(message), limits, left ? left : &ignored);
}

diag::Flow flowOf(const InspectorFlow &made)
{
    diag::FlowBuilder builder;
    builder.append(made.batch);
    return *builder.flow(1);
}

const diag::LadderRow &rowAt(const diag::Flow &flow, quint64 seq)
{
    for (const diag::LadderRow &row : flow.rows)
        if (row.seq == seq)
            return row;
    qFatal("no row %llu", seq);
}

} // namespace

class TestInspectors : public QObject {
    Q_OBJECT

private slots:
    void every_header_has_a_sentence_and_a_source()
    {
        for (int i = 1; i < int(sip::HeaderId::Count); ++i) {
            const HeaderHelp help = headerHelp(sip::HeaderId(i));
            QVERIFY2(help.meaning.endsWith(u'.') && help.meaning.size() > 20, qPrintable(help.meaning));
            QVERIFY(help.source.startsWith(QLatin1String("RFC ")));
        }
        QVERIFY(headerHelp(sip::HeaderId::Other).meaning.isEmpty());
    }

    void message_is_taken_apart_in_order()
    {
        const QList<MessagePart> parts = partsOf(InspectorFlow::registerRequest().wire());
        QCOMPARE(parts.size(), 10);
        QCOMPARE(parts[0].name, QStringLiteral("Request"));
        QCOMPARE(parts[0].children[1].value, QStringLiteral("sip:example.com"));
        QCOMPARE(parts[1].name, QStringLiteral("Via"));
        QCOMPARE(partNamed(parts[1].children, QStringLiteral(";branch"))->value, QStringLiteral("z9hG4bKfirst"));
        QCOMPARE(partNamed(parts[3].children, QStringLiteral("display name"))->value, QStringLiteral("Alice"));
        QCOMPARE(partNamed(partNamed(parts[3].children, QStringLiteral("URI"))->children, QStringLiteral("host"))->value,
                 QStringLiteral("example.com"));
        QCOMPARE(partNamed(parts[6].children, QStringLiteral("number"))->value, QStringLiteral("1"));
        QCOMPARE(parts[8].children.size(), 5);
        QVERIFY(parts[3].help.contains(QLatin1String("RFC 3261 20.20")));
        QCOMPARE(parts[3].octets, QByteArray("From: \"Alice\" <sip:alice@example.com>;tag=a1"));
    }

    void lint_marks_stand_at_their_line()
    {
        const QList<MessagePart> parts =
            partsOf("OPTIONS sip:a@example.com SIP/2.0\r\nMax-Forwards: 700\r\nCSeq: 1 INVITE\r\n\r\n");
        const MessagePart *cseq = partNamed(parts, QStringLiteral("CSeq"));
        QVERIFY(cseq);
        QVERIFY(!cseq->marks.isEmpty());
        QVERIFY(!partNamed(parts, QStringLiteral("Max-Forwards"))->marks.isEmpty());
    }

    //= R7.4-1
    void body_is_shown_by_its_kind()
    {
        const QByteArray head = "MESSAGE sip:a@example.com SIP/2.0\r\nContent-Type: ";
        const QList<MessagePart> sdp = partsOf(head + "application/sdp\r\n\r\nv=0\r\nm=audio 4000 RTP/AVP 0\r\n");
        QCOMPARE(sdp.last().children[1].name, QStringLiteral("m="));
        QVERIFY(sdp.last().children[1].help.startsWith(QLatin1String("media")));
        const QList<MessagePart> text = partsOf(head + "text/plain\r\n\r\nhello\r\nworld");
        QCOMPARE(text.last().children[1].value, QStringLiteral("world"));
        const QList<MessagePart> binary = partsOf(head + "application/octet-stream\r\n\r\n" + QByteArray("\0\1\2abc", 6));
        QVERIFY(binary.last().children[0].value.startsWith(QLatin1String("00 01 02 61 62 63")));
        QVERIFY(binary.last().children[0].value.endsWith(QLatin1String("...abc")));
    }

    void large_messages_are_cut_and_counted()
    {
        QByteArray wire = "MESSAGE sip:a@example.com SIP/2.0\r\n";
        for (int i = 0; i < 900; ++i)
            wire += "X-Row: " + QByteArray::number(i) + "\r\n";
        wire += "Content-Type: text/plain\r\n\r\n" +
                QByteArray(1'000'000, 'x').replace(QByteArray(100, 'x'), QByteArray(99, 'x') + '\n');
        qsizetype left = 0;
        const QList<MessagePart> parts = partsOf(wire, {}, &left);
        QCOMPARE(parts.size(), 1 + 200 + 1);
        QCOMPARE(left, (901 - 200) + (10'000 - 200));
        partsOf(wire, PartLimits::none(), &left);
        QCOMPARE(left, 0);
    }

    void raw_lines_keep_every_octet_in_place()
    {
        const sip::Message message = InspectorFlow::registerRequest();
        const QList<RawLine> lines = rawLines(message, 1 << 20);
        qsizetype at = 0;
        for (const RawLine &line : lines) {
            QCOMPARE(line.offset, at);
            at += line.size;
        }
        QCOMPARE(at, message.wire().size());
        QCOMPARE(lines[0].text, QStringLiteral("REGISTER sip:example.com SIP/2.0"));
        const qsizetype branch = message.wire().indexOf("z9hG4bK");
        const RawPlace place = rawPlace(lines, message.wire(), branch);
        QCOMPARE(place.line, 1);
        QVERIFY(lines[1].text.mid(place.column).startsWith(QLatin1String("z9hG4bKfirst")));
        QCOMPARE(rawPlace(lines, message.wire(), at + 1).line, -1);
    }

    void raw_text_shows_odd_octets_and_no_text_as_hex()
    {
        const sip::Message message =
            sip::parseMessage("MESSAGE sip:a SIP/2.0\nX: \x01\xe2\x80\xaeJ\xc3\xa4\r\r\n\r\n" + QByteArray("\0\xff", 2));
        const QList<RawLine> lines = rawLines(message, 1 << 20);
        QVERIFY(lines[0].text.endsWith(QChar(0x240a))); // a line feed alone is no usual line end
        QVERIFY(lines[1].text.contains(QChar(0x2401)));
        QVERIFY(!lines[1].text.contains(QChar(0x202e)));
        QVERIFY(lines[1].text.contains(QStringLiteral("Jä")));
        QVERIFY(lines[1].text.endsWith(QChar(0x240d)));
        QVERIFY(lines.last().hex);
        QCOMPARE(rawPlace(lines, message.wire(), message.wire().size() - 1).column, 3);
    }

    void raw_lines_of_a_megabyte_are_short()
    {
        const sip::Message message = sip::parseMessage("MESSAGE sip:a SIP/2.0\r\n\r\n" + QByteArray("ä").repeated(500'000));
        const QList<RawLine> lines = rawLines(message, message.wire().size());
        qsizetype octets = 0;
        for (const RawLine &line : lines) {
            QVERIFY(line.size <= 1024);
            QVERIFY(!line.text.contains(QChar::ReplacementCharacter));
            octets += line.size;
        }
        QCOMPARE(octets, message.wire().size());
        QVERIFY(rawLines(message, 1000).size() < 5);
    }

    //= R22-4
    void digest_is_worked_out_and_matches_what_was_sent()
    {
        InspectorFlow made;
        made.build();
        const diag::Flow flow = flowOf(made);
        for (const quint64 seq : {made.auth, made.challenge, made.answered}) {
            const DigestSubject subject = digestSubject(flow, rowAt(flow, seq));
            QCOMPARE(subject.answers.size(), 1);
            QCOMPARE(subject.decisions.size(), seq == made.answered ? 0 : 3);
            const DigestQuestion &question = subject.answers.first().question;
            const DigestCheck check = checkDigest(question, credentialFor(question.sent, made.m_request.credentials));
            QCOMPARE(check.verdict, DigestCheck::Verdict::Match);
            QCOMPARE(check.steps.first().name, QStringLiteral("A1"));
            QCOMPARE(check.steps.first().value, QByteArray("alice:example.com:secret"));
            QVERIFY(!check.steps.first().masked.contains(QLatin1String("secret")));
            for (const DigestStep &step : check.steps)
                QCOMPARE(!step.masked.isEmpty(), step.name.contains(QLatin1String("A1")));
        }
        QVERIFY(digestSubject(flow, rowAt(flow, made.firstCopy)).answers.isEmpty());
    }

    //= R2617.3.2.3-2
    void proof_of_the_server_is_checked()
    {
        InspectorFlow made;
        made.build();
        const diag::Flow flow = flowOf(made);
        const DigestSubject subject = digestSubject(flow, rowAt(flow, made.ok));
        QCOMPARE(subject.answers.size(), 1);
        DigestQuestion question = subject.answers.first().question;
        const sip::Credential *credential = credentialFor(question.sent, made.m_request.credentials);
        QVERIFY(checkDigest(question, credential).sentence.contains(QLatin1String("server proved")));
        question.proof = QByteArray(64, '0');
        const DigestCheck wrong = checkDigest(question, credential);
        QCOMPARE(wrong.verdict, DigestCheck::Verdict::Mismatch);
        QVERIFY(wrong.explanation.contains(QLatin1String("rspauth")));
    }

    void without_the_password_nothing_is_claimed()
    {
        InspectorFlow made;
        made.build();
        const diag::Flow flow = flowOf(made);
        const DigestSubject subject = digestSubject(flow, rowAt(flow, made.auth));
        const DigestCheck check = checkDigest(subject.answers.first().question, nullptr);
        QCOMPARE(check.verdict, DigestCheck::Verdict::NoPassword);
        for (const DigestStep &step : check.steps)
            QVERIFY(step.masked.isEmpty());
    }

    //= R22-5
    void usual_mistakes_are_recognised_data()
    {
        QTest::addColumn<QByteArray>("mistake");
        QTest::addColumn<QString>("words");
        QTest::newRow("uri") << QByteArray("uri") << QStringLiteral("over the Request-URI");
        QTest::newRow("method") << QByteArray("method") << QStringLiteral("for the method INVITE");
        QTest::newRow("body") << QByteArray("body") << QStringLiteral("empty body");
        QTest::newRow("escapes") << QByteArray("escapes") << QStringLiteral("backslashes");
        QTest::newRow("space") << QByteArray("space") << QStringLiteral("end of the password");
        QTest::newRow("password") << QByteArray("password") << QString();
    }
    void usual_mistakes_are_recognised()
    {
        QFETCH(QByteArray, mistake);
        QFETCH(QString, words);
        sip::Credential credential;
        credential.realm = "re\"alm";
        credential.username = "al\\ice";
        credential.password = "secret";
        DigestQuestion question;
        question.request = sip::parseMessage("BYE sip:bob@Example.com SIP/2.0\r\nContent-Length: 4\r\n\r\nbody");
        sip::DigestInput &input = question.sent.input;
        input.challenge.realm = credential.realm;
        input.challenge.nonce = "n";
        input.challenge.algorithm = sip::DigestAlgorithm{};
        input.username = credential.username;
        input.uri = mistake == "uri" ? "sip:bob@example.com" : "sip:bob@Example.com";
        input.qop = "auth-int";
        input.cnonce = "c";

        sip::DigestInput made = input;
        made.password = mistake == "space" ? "secret " : mistake == "password" ? "other" : "secret";
        made.method = mistake == "method" ? "INVITE" : "BYE";
        made.uri = "sip:bob@Example.com";
        made.body = mistake == "body" ? "" : "body";
        if (mistake == "escapes") {
            made.username = "al\\\\ice";
            made.challenge.realm = "re\\\"alm";
        }
        question.sent.response = sip::computeDigest(made).response;
        const DigestCheck check = checkDigest(question, &credential);
        QCOMPARE(check.verdict, DigestCheck::Verdict::Mismatch);
        if (words.isEmpty())
            QVERIFY(check.explanation.isEmpty());
        else
            QVERIFY2(check.explanation.contains(words), qPrintable(check.explanation));
    }

    void cut_sha_512_is_recognised()
    {
        sip::Credential credential;
        credential.username = "J\303\244s\303\270n Doe";
        credential.password = "Secret, or not?";
        DigestQuestion question;
        question.request = sip::parseMessage("GET /doe.json SIP/2.0\r\n\r\n");
        sip::DigestInput &input = question.sent.input;
        input.challenge.realm = "api@example.org";
        input.challenge.nonce = "5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK";
        input.challenge.algorithm = sip::digestAlgorithm("SHA-512-256");
        input.uri = "/doe.json";
        input.qop = "auth";
        input.cnonce = "NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v";
        question.sent.response = "ae66e67d6b427bd3f120414a82e4acff38e8ecd9101d6c861229025f607a79dd";
        QVERIFY(checkDigest(question, &credential).explanation.contains(QLatin1String("cut to half")));
    }

    void transaction_is_followed_through_its_table()
    {
        InspectorFlow made;
        made.build();
        const TransactionStory story = transactionStory(flowOf(made), 10);
        QCOMPARE(story.machine, sip::Machine::NonInviteClient);
        QCOMPARE(story.state, sip::TxState::Completed);
        QCOMPARE(story.armed.size(), 1);
        QCOMPARE(story.armed.first().name, 'K');
        const auto table = sip::transactionTable(sip::Machine::NonInviteClient);
        int taken = 0;
        for (size_t i = 0; i < table.size(); ++i) {
            const bool resend = table[i].from == sip::TxState::Trying && table[i].on == sip::TxInput::TimerE;
            const bool final = table[i].from == sip::TxState::Trying && table[i].on == sip::TxInput::ReceiveFinal;
            QCOMPARE(story.taken[i], resend || final ? 1 : 0);
            taken += story.taken[i];
        }
        QCOMPARE(taken, 2);
        QVERIFY(!transactionStory(flowOf(made), 99).machine);
    }

    void actions_are_said_in_words()
    {
        QCOMPARE(actionsText(sip::ToTu | sip::SendAck), QStringLiteral("hand to the user agent, send ACK"));
        QVERIFY(!actionsText(0).isEmpty());
    }

    void difference_of_attempts_names_what_changed_and_why()
    {
        InspectorFlow made;
        made.build();
        const diag::Flow flow = flowOf(made);
        const auto &first = rowAt(flow, made.firstCopy).event->as<sip::MessageSent>()->message;
        const auto &second = rowAt(flow, made.answered).event->as<sip::MessageSent>()->message;
        QStringList changed;
        for (const DiffLine &line : messageDiff(first, second))
            if (line.kind != DiffLine::Kind::Same) {
                changed += line.name;
                QVERIFY2(!line.why.isEmpty(), qPrintable(line.name));
            }
        QCOMPARE(changed, (QStringList{QStringLiteral("Via"), QStringLiteral("CSeq"), QStringLiteral("Authorization")}));
        for (const DiffLine &line : messageDiff(first, first))
            QCOMPARE(line.kind, DiffLine::Kind::Same);
    }

    void moved_rows_and_compact_names_are_no_change()
    {
        const auto message = [](const char *rows) {
            return sip::parseMessage(QByteArray("OPTIONS sip:a SIP/2.0\r\n") + rows + "\r\n");
        };
        const auto kinds = [](const QList<DiffLine> &lines) {
            QByteArray text;
            for (const DiffLine &line : lines)
                text += "=+-#"[int(line.kind)];
            return text;
        };
        QCOMPARE(kinds(messageDiff(message("A: 1\r\nB: 2\r\n"), message("B: 2\r\nA: 1\r\n"))), QByteArray("==="));
        QCOMPARE(kinds(messageDiff(message("From: x\r\n"), message("f: x\r\n"))), QByteArray("=="));
        QCOMPARE(kinds(messageDiff(message("A: 1\r\nA: 2\r\n"), message("A: 2\r\n"))), QByteArray("=-="));
        QCOMPARE(kinds(messageDiff(message("A: 1\r\n"), message("A: 2\r\nC: 3\r\n"))), QByteArray("=#+"));
    }
};

QTEST_GUILESS_MAIN(TestInspectors)
#include "tst_inspectors.moc"
