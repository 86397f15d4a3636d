// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/answer_composer.h"
#include "composer/session_builder.h"
#include "message/parser.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace ui;

namespace {

const QByteArray offer = "v=0\r\no=- 5 5 IN IP4 192.0.2.7\r\ns=-\r\nc=IN IP4 192.0.2.7\r\nt=0 0\r\nm=audio 4000 RTP/AVP 8\r\n";

/// A call that came in, rings, and waits.
diag::WaitingRequest invite(const QByteArray &body = offer, const QByteArray &rows = {})
{
    const sip::Message request = sip::parseMessage(
        "INVITE sip:alice@192.0.2.10 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKin\r\n"
        "Record-Route: <sip:192.0.2.5;lr>\r\nFrom: <sip:bob@example.com>;tag=bt\r\nTo: <sip:alice@example.com>\r\n"
        "Call-ID: in@192.0.2.1\r\nCSeq: 70 INVITE\r\nContact: <sip:bob@192.0.2.7>\r\n" +
        rows + (body.isEmpty() ? QByteArray() : QByteArray("Content-Type: application/sdp\r\n")) +
        "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    return {7,
            "INVITE",
            request,
            {sip::Protocol::Udp, *sip::Endpoint::parse("192.0.2.10:5060"), *sip::Endpoint::parse("192.0.2.1:5060"), 0}};
}

diag::DialogInfo dialog()
{
    diag::DialogInfo info;
    info.facts.localTag = "ours";
    info.facts.remoteTag = "bt";
    info.facts.contact = "<sip:alice@192.0.2.10:5060>";
    return info;
}

struct Composer : AnswerComposer {
    explicit Composer(const diag::WaitingRequest &request = invite())
    {
        const diag::DialogInfo info = dialog();
        setRequest(request, &info);
        status = findChild<QComboBox *>();
        for (QLineEdit *one : findChildren<QLineEdit *>())
            if (one->accessibleName() == QLatin1String("As a rule"))
                rule = one;
    }
    QPlainTextEdit *text(const char *name) const
    {
        for (QPlainTextEdit *one : findChildren<QPlainTextEdit *>())
            if (one->accessibleName() == QLatin1String(name))
                return one;
        return nullptr;
    }
    QString preview() const { return text("As it will be sent")->toPlainText(); }
    QPushButton *send() const
    {
        for (QPushButton *one : findChildren<QPushButton *>())
            if (one->text() == QLatin1String("Send"))
                return one;
        return nullptr;
    }
    QComboBox *status;
    QLineEdit *rule = nullptr;
};

} // namespace

class TestAnswerComposer : public QObject {
    Q_OBJECT

private slots:
    void a_200_begins_with_the_answer_to_the_offer()
    {
        Composer composer;
        QCOMPARE(composer.status->currentText(), QStringLiteral("200 OK"));
        QVERIFY2(composer.text("Body")->toPlainText().contains(QLatin1String("m=audio 9 RTP/AVP 8")),
                 qPrintable(composer.text("Body")->toPlainText()));
        const QString preview = composer.preview();
        QVERIFY2(preview.startsWith(QLatin1String("SIP/2.0 200 OK\n")), qPrintable(preview));
        for (const char *row : {"Record-Route: <sip:192.0.2.5;lr>", "To: <sip:alice@example.com>;tag=ours",
                                "Contact: <sip:alice@192.0.2.10:5060>", "Content-Type: application/sdp", "m=audio 9"})
            QVERIFY2(preview.contains(QLatin1String(row)), row);
        QCOMPARE(composer.rule->text(), QStringLiteral("INVITE: 200"));
    }
    void the_builder_takes_the_numbers_of_the_offer()
    {
        Composer composer(invite(QByteArray(offer).replace("AVP 8", "AVP 18 111") + "a=rtpmap:111 opus/48000/2\r\n"));
        QVERIFY(composer.text("Body")->toPlainText().isEmpty()); // no codec in common
        for (QPushButton *button : composer.findChildren<QPushButton *>())
            if (button->text().startsWith(QLatin1String("Session description")))
                button->click();
        auto *builder = composer.findChild<SessionBuilder *>();
        QVERIFY(builder);
        for (QLineEdit *edit : builder->findChildren<QLineEdit *>())
            if (edit->accessibleName() == QLatin1String("Media port"))
                edit->setText(QStringLiteral("4000"));
        QVERIFY2(builder->description().contains("m=audio 4000 RTP/AVP 18 111\r\n"), builder->description().constData());
        builder->accept();
        QVERIFY(composer.preview().contains(QLatin1String("m=audio 4000 RTP/AVP 18 111")));
        QVERIFY(composer.preview().contains(QLatin1String("Content-Type: application/sdp")));
    }
    void what_was_not_edited_goes_along_with_the_status()
    {
        Composer composer;
        composer.status->setEditText(QStringLiteral("486 Busy Here"));
        QVERIFY(composer.text("Body")->toPlainText().isEmpty());
        QVERIFY(composer.text("Header rows")->toPlainText().isEmpty());
        QVERIFY(!composer.preview().contains(QLatin1String("Record-Route")));
        QCOMPARE(composer.rule->text(), QStringLiteral("INVITE: 486"));
        QVERIFY(composer.answer().reason.isEmpty()); // the usual one
        composer.status->setEditText(QStringLiteral("183 Session Progress"));
        QVERIFY(composer.text("Body")->toPlainText().contains(QLatin1String("m=audio")));
        composer.text("Body")->setPlainText(QStringLiteral("v=0\nm=audio 4242 RTP/AVP 8\n"));
        composer.status->setEditText(QStringLiteral("200 OK"));
        QVERIFY(composer.text("Body")->toPlainText().contains(QLatin1String("4242")));
    }
    void reason_rows_and_body_go_out_as_composed()
    {
        Composer composer;
        composer.status->setEditText(QStringLiteral("480 Gone fishing"));
        composer.text("Header rows")->setPlainText(QStringLiteral("Retry-After: 60\nWarning: 399 a \"x\"\nWarning: 399 b \"y\""));
        composer.text("Body")->setPlainText(QStringLiteral("a\nb"));
        QSignalSpy answered(&composer, &AnswerComposer::answerRequested);
        composer.send()->click();
        const auto answer = answered.first().first().value<sip::ComposedAnswer>();
        QCOMPARE(answer.status, 480);
        QCOMPARE(answer.reason, QByteArray("Gone fishing"));
        QCOMPARE(answer.rows.size(), 3);
        QCOMPARE(answer.body, QByteArray("a\r\nb"));
        QVERIFY(composer.rule->text().isEmpty()); // no place for all this
        const QString preview = composer.preview();
        QVERIFY2(preview.startsWith(QLatin1String("SIP/2.0 480 Gone fishing\n")), qPrintable(preview));
        QVERIFY2(preview.contains(QLatin1String("Warning: 399 a \"x\"\nWarning: 399 b \"y\"")), qPrintable(preview));
    }
    void a_caller_may_ask_for_reliable_ringing()
    {
        Composer plain;
        plain.status->setEditText(QStringLiteral("183 Session Progress"));
        QVERIFY(plain.findChild<QCheckBox *>()->isHidden());
        QVERIFY(!plain.answer().reliable);
        Composer supports(invite(offer, "Supported: 100rel\r\n"));
        supports.status->setEditText(QStringLiteral("180 Ringing"));
        supports.findChild<QCheckBox *>()->click();
        QVERIFY(supports.answer().reliable);
        QVERIFY2(supports.preview().contains(QLatin1String("Require: 100rel")), qPrintable(supports.preview()));
        QCOMPARE(supports.rule->text(), QStringLiteral("INVITE: 180 reliable"));
        supports.status->setEditText(QStringLiteral("200 OK"));
        QVERIFY(!supports.answer().reliable);
        Composer requires100rel(invite(offer, "Require: 100rel\r\n"));
        requires100rel.status->setEditText(QStringLiteral("180 Ringing"));
        QVERIFY(requires100rel.answer().reliable && !requires100rel.findChild<QCheckBox *>()->isEnabled());
    }
    void an_invite_without_offer_gets_ours()
    {
        Composer composer(invite({}));
        QVERIFY(composer.text("Body")->toPlainText().contains(QLatin1String("m=audio 9 RTP/AVP 0 8")));
        composer.text("Body")->clear();
        QVERIFY(composer.preview().contains(QLatin1String("m=audio 9 RTP/AVP 0 8"))); // sent all the same, and shown
    }
    void what_cannot_be_sent_is_said()
    {
        Composer composer;
        QVERIFY(composer.send()->isEnabled());
        for (const char *status : {"", "99", "700 X", "busy", "200OK"}) {
            composer.status->setEditText(QString::fromLatin1(status));
            QVERIFY2(!composer.send()->isEnabled(), status);
        }
        composer.status->setEditText(QStringLiteral("200 OK"));
        composer.text("Header rows")->setPlainText(QStringLiteral("no colon"));
        QVERIFY(!composer.send()->isEnabled());
        composer.text("Header rows")->clear();
        QVERIFY(composer.send()->isEnabled());
        composer.setWaiting(false);
        QVERIFY(!composer.send()->isEnabled());
    }
};

QTEST_MAIN(TestAnswerComposer)
#include "tst_answer_composer.moc"
