// SPDX-License-Identifier: GPL-3.0-or-later
// Defects of reading and writing messages known from other stacks, one test each; those of transactions are in tests/transaction,
// those that need a whole client in tests/ua.
#include "message/headers.h"
#include "message/lint.h"
#include "message/message_draft.h"
#include "message/parser.h"

#include <QtTest>

using namespace sip;

class TestSeedDefectsMessage : public QObject {
    Q_OBJECT

    /// A 302 with these rows beside the ones that have to be there.
    static QByteArray moved(const QByteArray &rows, const QByteArray &from = "<sip:alice@example.com>",
                            const QByteArray &to = "<sip:bob@example.com>")
    {
        return "SIP/2.0 302 Moved\r\nVia: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK1\r\nFrom: " + from + ";tag=ft\r\nTo: " + to +
               ";tag=tt\r\nCall-ID: a84b\r\nCSeq: 7 INVITE\r\n" + rows + "Content-Length: 0\r\n\r\n";
    }

private Q_SLOTS:
    void D23_anySchemeIsReadWhereverAUriMayStand_data()
    {
        QTest::addColumn<QByteArray>("uri");
        for (const char *uri : {"tel:+1-201-555-0123;phone-context=x", "http://www.example.com/?a=b;c", "mailto:bob@example.com",
                                "isbn:2983792873", "urn:service:sos", "im:bob@example.com", "SIPS:bob@example.com"})
            QTest::newRow(uri) << QByteArray(uri);
    }
    //= R4475.3.3.4-1
    void D23_anySchemeIsReadWhereverAUriMayStand()
    {
        QFETCH(QByteArray, uri);
        const Message response = parseMessage(moved("Contact: <" + uri + ">;q=0.5\r\n", "<" + uri + ">", "<" + uri + ">"));
        QVERIFY(response.isResponse());
        QCOMPARE(response.status(), 302);
        QCOMPARE(response.contactUri(), QByteArrayView(uri));
        QCOMPARE(response.fromTag(), QByteArrayView("ft"));
        QCOMPARE(response.toTag(), QByteArrayView("tt"));
        const auto contacts = parseContacts(response.value(HeaderId::Contact));
        QVERIFY(contacts);
        QCOMPARE(contacts->first().address.uri.toBytes(), uri);
        for (const LintMark &mark : lint(response))
            QVERIFY2(mark.severity != LintMark::Severity::Error, qPrintable(mark.text));
        const Message request = parseMessage("INVITE " + uri + " SIP/2.0\r\n" + moved({}).mid(19));
        QVERIFY(request.isRequest());
        QCOMPARE(request.requestUri(), QByteArrayView(uri));
    }
    void D24_everyCompactFormIsKnown_data()
    {
        QTest::addColumn<QByteArray>("name");
        const QHash<char, QByteArray> forms{{'a', "Accept-Contact"},
                                            {'b', "Referred-By"},
                                            {'c', "Content-Type"},
                                            {'d', "Request-Disposition"},
                                            {'e', "Content-Encoding"},
                                            {'f', "From"},
                                            {'i', "Call-ID"},
                                            {'j', "Reject-Contact"},
                                            {'k', "Supported"},
                                            {'l', "Content-Length"},
                                            {'m', "Contact"},
                                            {'n', "Identity-Info"},
                                            {'o', "Event"},
                                            {'r', "Refer-To"},
                                            {'s', "Subject"},
                                            {'t', "To"},
                                            {'u', "Allow-Events"},
                                            {'v', "Via"},
                                            {'x', "Session-Expires"},
                                            {'y', "Identity"}};
        for (auto form = forms.cbegin(); form != forms.cend(); ++form)
            for (const char letter : {form.key(), char(form.key() - 'a' + 'A')})
                QTest::addRow("%c", letter) << form.value();
    }
    //= R7.3.3-1
    void D24_everyCompactFormIsKnown()
    {
        QFETCH(QByteArray, name);
        const QByteArray compact = QTest::currentDataTag();
        const Message m = parseMessage("OPTIONS sip:a SIP/2.0\r\n" + compact + ": 4711\r\n\r\n");
        QVERIFY(headerId(name) != HeaderId::Other);
        QCOMPARE(m.header(0).id, headerId(name));
        QCOMPARE(m.value(headerId(name)), QByteArray("4711"));
        QCOMPARE(m.value(QByteArrayView(name)), QByteArray("4711"));
        QCOMPARE(m.value(QByteArrayView(compact)), QByteArray("4711"));
    }
    //= R7.4.2-1
    //= R18.3-1
    void D25_theBodyIsCutByOctets()
    {
        const QByteArray body = "gr\xc3\xbc\xc3\x9f dich \xe2\x82\xac \xf0\x9f\x93\x9e";
        MessageDraft draft = MessageDraft::request("MESSAGE", "sip:bob@example.com");
        draft.append(HeaderId::ContentType, "text/plain;charset=utf-8");
        draft.body = body;
        const Message sent = draft.toMessage();
        QCOMPARE(sent.value(HeaderId::ContentLength), QByteArray::number(body.size()));
        QCOMPARE(sent.body(), QByteArrayView(body));
        QVERIFY(QString::fromUtf8(body).size() < body.size());
        for (const Framing framing : {Framing::Datagram, Framing::Stream})
            QCOMPARE(parseMessage(sent.wire() + "\xe2\x82\xac more", framing).body(), QByteArrayView(body));
    }
    void D33_aBrokenEscapeIsAnErrorAndStaysAsItWasWritten_data()
    {
        QTest::addColumn<QByteArray>("uri");
        for (const char *uri : {"sip:%@example.com", "sip:a%4@example.com", "sip:%zz@example.com", "sip:a@example.com;x=%",
                                "sip:a@example.com?Subject=%g1", "sip:%\xff@example.com", "sip:%%41@example.com"})
            QTest::newRow(uri) << QByteArray(uri);
    }
    void D33_aBrokenEscapeIsAnErrorAndStaysAsItWasWritten()
    {
        QFETCH(QByteArray, uri);
        const auto parsed = Uri::parse(uri);
        QVERIFY(!parsed);
        QVERIFY(parsed.error().offset >= 0 && parsed.error().offset <= uri.size());
        const QByteArray wire = moved("Contact: <" + uri + ">\r\n");
        const Message response = parseMessage(wire);
        QVERIFY(response.isResponse());
        QCOMPARE(response.contactUri(), QByteArrayView(uri));
        QCOMPARE(MessageDraft::from(response).toBytes(), wire);
        QVERIFY(!lint(response).isEmpty());
        // Whole ones come back as written, comparing or not.
        const auto whole = Uri::parse("sip:%41%2f%00b@example.com;x=%7E?Subject=%C3%BC");
        QVERIFY(whole);
        QVERIFY(whole->isEquivalent(*Uri::parse("sip:A%2F%00b@EXAMPLE.com;X=~?subject=%C3%BC")));
        QCOMPARE(whole->toBytes(), QByteArray("sip:%41%2f%00b@example.com;x=%7E?Subject=%C3%BC"));
    }
};

QTEST_GUILESS_MAIN(TestSeedDefectsMessage)
#include "tst_seed_defects_message.moc"
