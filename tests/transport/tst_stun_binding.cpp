// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/stun_binding.h"

#include <QTest>

using namespace sip;

namespace {

const QByteArray id = QByteArray::fromHex("b7e7a701bc34d686fa87dfae");
// In the manner of RFC 5769; made by another program.
const QByteArray requestOctets = QByteArray::fromHex("000100082112a442b7e7a701bc34d686fa87dfae80280004fdf6ae02");
const QByteArray answerV4 =
    QByteArray::fromHex("010100142112a442b7e7a701bc34d686fa87dfae002000080001a147e112a643802800047d281f59");
const QByteArray answerV6 = QByteArray::fromHex("010100202112a442b7e7a701bc34d686fa87dfae002000140002a1470113a9faa5d3f179bc25f4"
                                                "b5bed2b9d98028000468d5c950");
const QByteArray refusal =
    QByteArray::fromHex("011100182112a442b7e7a701bc34d686fa87dfae0009000400000414000a000200240000802800044aae3985");

QByteArray attribute(quint16 type, const QByteArray &value)
{
    QByteArray out;
    for (const quint16 number : {type, quint16(value.size())})
        out.append(char(number >> 8)).append(char(number));
    return out + value + QByteArray((4 - value.size() % 4) % 4, '\0');
}

/// Without FINGERPRINT. \param type  two octets
QByteArray message(const QByteArray &type, const QByteArray &attributes)
{
    QByteArray out = type;
    out.append(char(attributes.size() >> 8)).append(char(attributes.size()));
    return out + QByteArray::fromHex("2112a442") + id + attributes;
}

const QByteArray request("\x00\x01", 2), success("\x01\x01", 2);

} // namespace

class TestStunBinding : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //= R5626.4.4.2-1
    void a_request_is_written_and_read()
    {
        const StunBinding binding{.kind = StunBinding::Kind::Request, .id = id};
        QCOMPARE(writeStun(binding).toHex(), requestOctets.toHex());
        const auto read = readStun(requestOctets);
        QVERIFY(read);
        QCOMPARE(read->kind, StunBinding::Kind::Request);
        QCOMPARE(read->id, id);
        QVERIFY(read->fingerprint);
        QVERIFY(read->unknown.isEmpty());
    }

    //= R5626.4.4.2-1
    void an_answer_names_the_address_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QByteArray>("address");
        QTest::newRow("v4") << answerV4 << QByteArray("192.0.2.1:32853");
        QTest::newRow("v6") << answerV6 << QByteArray("[2001:db8:1234:5678:11:2233:4455:6677]:32853");
        QTest::newRow("as older servers have it")
            << message(success, attribute(0x0001, QByteArray::fromHex("00018055c0000201"))) << QByteArray("192.0.2.1:32853");
        QTest::newRow("the masked one counts") << message(success, attribute(0x0001, QByteArray::fromHex("00011234c6336401")) +
                                                                       attribute(0x0020, QByteArray::fromHex("0001a147e112a643")))
                                               << QByteArray("192.0.2.1:32853");
        QTest::newRow("behind what is skipped")
            << message(success, attribute(0x8022, "Practice") + attribute(0x0020, QByteArray::fromHex("0001a147e112a643")))
            << QByteArray("192.0.2.1:32853");
    }
    void an_answer_names_the_address()
    {
        QFETCH(QByteArray, octets);
        QFETCH(QByteArray, address);
        const auto read = readStun(octets);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
        QCOMPARE(read->kind, StunBinding::Kind::Success);
        QCOMPARE(read->mapped->text(), address);
        if (read->fingerprint) // ours are all like that
            QCOMPARE(writeStun(*read).toHex(), octets.toHex());
    }

    void a_refusal_says_what_was_not_known()
    {
        const auto read = readStun(refusal);
        QVERIFY(read);
        QCOMPARE(read->kind, StunBinding::Kind::Error);
        QCOMPARE(read->errorCode, 420);
        QCOMPARE(read->unknown, QList<quint16>({0x0024}));
        QCOMPARE(writeStun(*read).toHex(), refusal.toHex());
    }

    void what_has_to_be_known_and_is_not_is_named()
    {
        const auto read = readStun(message(request, attribute(0x0024, "abcd") + attribute(0x8fff, "") + attribute(0x0006, "u")));
        QVERIFY(read);
        QCOMPARE(read->unknown, QList<quint16>({0x0024}));
        QVERIFY(!read->fingerprint);
        QByteArray many;
        for (quint16 type = 0x0100; type < 0x0200; ++type)
            many += attribute(type, {});
        QCOMPARE(readStun(message(request, many))->unknown.size(), 8); // bounded
    }

    void what_is_signed_ends_at_its_signature()
    {
        const auto read = readStun(message(success, attribute(0x0020, QByteArray::fromHex("0001a147e112a643")) +
                                                        attribute(0x0008, QByteArray(20, 's')) + attribute(0x0024, "abcd")));
        QVERIFY(read);
        QVERIFY(read->unknown.isEmpty());
    }

    void lies_are_refused_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QString>("words");
        const auto changed = [](QByteArray octets, qsizetype at, char octet) {
            octets[at] = octet;
            return octets;
        };
        const auto mapped = [](const char *hex) { return message(success, attribute(0x0020, QByteArray::fromHex(hex))); };
        QTest::newRow("wrong cookie") << changed(answerV4, 4, 'x') << "magic cookie";
        QTest::newRow("not STUN at all") << changed(answerV4, 0, 'S') << "magic cookie";
        QTest::newRow("shorter than its head") << answerV4.first(19) << "too few";
        QTest::newRow("length too large") << changed(answerV4, 3, 0x18) << "24 octets follow its head, and 20 do";
        QTest::newRow("length too small") << changed(answerV4, 3, 0x0c) << "12 octets";
        QTest::newRow("length of no whole words") << message(request, "ab") << "2 octets";
        QTest::newRow("cut") << answerV4.first(30) << "20 octets follow";
        QTest::newRow("wrong fingerprint") << changed(answerV4, 27, 0x43) << "FINGERPRINT";
        QTest::newRow("short fingerprint") << message(request, attribute(0x8028, "ab")) << "FINGERPRINT";
        QTest::newRow("something behind it") << [] {
            QByteArray octets = message(request, requestOctets.sliced(20) + attribute(0x8022, "behind"));
            return octets;
        }() << "FINGERPRINT";
        QTest::newRow("attribute longer than the rest")
            << message(request, QByteArray::fromHex("8022000861626364")) << "8 octets, and 4 are left";
        QTest::newRow("attribute of 65535 octets")
            << message(request, QByteArray::fromHex("8022ffff61626364")) << "65535 octets, and 4 are left";
        QTest::newRow("neither IPv4 nor IPv6") << mapped("0003a147e112a643") << "XOR-MAPPED-ADDRESS cannot be read";
        QTest::newRow("IPv6 of four octets") << mapped("0002a147e112a643") << "XOR-MAPPED-ADDRESS cannot be read";
        QTest::newRow("address of three octets") << mapped("0001a147e112a6") << "XOR-MAPPED-ADDRESS cannot be read";
        QTest::newRow("no address") << message(success, {}) << "names no mapped address";
        QTest::newRow("error without code") << message(QByteArray::fromHex("0111"), {}) << "no ERROR-CODE";
        QTest::newRow("error code 999") << message(QByteArray::fromHex("0111"), attribute(9, QByteArray::fromHex("00000963")))
                                        << "ERROR-CODE";
        QTest::newRow("another method") << message(QByteArray::fromHex("0003"), {}) << "no Binding (type 0x0003)";
    }
    void lies_are_refused()
    {
        QFETCH(QByteArray, octets);
        QFETCH(QString, words);
        const auto read = readStun(octets);
        QVERIFY(!read);
        QVERIFY2(read.error().detail.contains(words), qPrintable(read.error().detail));
    }

    void every_beginning_and_every_changed_octet_ends_well()
    {
        for (const QByteArray &whole : {requestOctets, answerV4, answerV6, refusal})
            for (qsizetype i = 0; i < whole.size(); ++i) {
                QVERIFY(!readStun(whole.first(i)));
                for (const int bit : {0, 3, 7}) {
                    QByteArray other = whole;
                    other[i] = char(other[i] ^ (1 << bit));
                    const auto read = readStun(other); // the fingerprint sees all of them but those that hide it
                    QVERIFY(!read || !read->fingerprint);
                }
            }
    }

    void only_what_has_the_cookie_is_stun()
    {
        QVERIFY(isStun(requestOctets));
        QVERIFY(!isStun("OPTIONS sip:example.com SIP/2.0\r\n\r\n"));
        QVERIFY(!isStun(QByteArray::fromHex("00010000000000000000000000000000"))); // as RFC 3489 had it
        QVERIFY(!isStun(requestOctets.first(7)));
        QVERIFY(!isStun("\r\n\r\n"));
        QVERIFY(!isStun({}));
    }
};

QTEST_GUILESS_MAIN(TestStunBinding)
#include "tst_stun_binding.moc"
