// SPDX-License-Identifier: GPL-3.0-or-later
// The builder of session descriptions as the user works it.
#include "composer/form_page.h"
#include "composer/next_in_dialog.h"
#include "composer/session_builder.h"
#include "message/header_id.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace ui;

namespace {

const QByteArray plain = "v=0\r\no=bob 7 9 IN IP4 192.0.2.7\r\ns=talk\r\nc=IN IP4 192.0.2.7\r\nt=0 0\r\na=tool:x\r\n"
                         "m=audio 4000 RTP/AVP 0 97 101\r\na=rtpmap:97 opus/48000/2\r\na=fmtp:97 useinbandfec=1\r\n"
                         "a=rtpmap:101 telephone-event/8000\r\na=ptime:20\r\na=x-odd\r\na=sendonly\r\n";

SessionBuilder::Start from(const QByteArray &body, const QByteArray &usual = {}, const QByteArray &offer = {},
                           const QByteArray &inForce = {})
{
    return {body, usual, offer, inForce, *sip::Endpoint::parse("192.0.2.10")};
}

template<class T> T *named(QWidget &in, const char *name)
{
    for (T *one : in.findChildren<T *>())
        if (one->accessibleName() == QLatin1String(name) || one->property("text").toString() == QLatin1String(name))
            return one;
    qFatal("no %s", name);
    return nullptr;
}

struct Builder : SessionBuilder {
    explicit Builder(const Start &start) : SessionBuilder(start)
    {
        show();
        activateWindow();
        if (!QTest::qWaitForWindowActive(this)) // keys that move are shortcuts
            qFatal("no window");
        codecs = named<QListWidget>(*this, "Codecs");
        typed = named<QLineEdit>(*this, "Another codec");
        address = named<QLineEdit>(*this, "Media address");
        port = named<QLineEdit>(*this, "Media port");
        write = named<QPushButton>(*this, "Write into the body");
    }
    QListWidgetItem *item(const char *text) const
    {
        const QList<QListWidgetItem *> all = codecs->findItems(QString::fromLatin1(text), Qt::MatchStartsWith);
        if (all.isEmpty())
            qFatal("no codec %s", text);
        return all.first();
    }
    void tick(const char *text, bool on = true) { item(text)->setCheckState(on ? Qt::Checked : Qt::Unchecked); }
    QString words() const
    {
        QStringList all;
        for (const QLabel *label : findChildren<QLabel *>())
            if (label->isVisible())
                all << label->text();
        return all.join(u'\n');
    }
    QListWidget *codecs;
    QLineEdit *typed, *address, *port;
    QPushButton *write;
};

/// The builder that a window has opened.
SessionBuilder *opened(QWidget &window)
{
    named<QPushButton>(window, "Session description...")->click();
    auto *builder = window.findChild<SessionBuilder *>();
    if (!builder)
        qFatal("no builder");
    return builder;
}

} // namespace

class TestSessionBuilder : public QObject {
    Q_OBJECT

private slots:
    void a_new_one_offers_the_usual_codecs_from_our_address()
    {
        Builder builder(from({}));
        const sip::SessionDescription made = sip::SessionDescription::parse(builder.description());
        QVERIFY(made.marks().isEmpty());
        QCOMPARE(made.address(), QByteArray("192.0.2.10"));
        QVERIFY(builder.description().contains("m=audio 9 RTP/AVP 0 8 96\r\n"));
        builder.tick("PCMU/8000", false);
        builder.tick("opus/48000/2");
        QVERIFY2(builder.description().contains("RTP/AVP 8 96 97\r\n"), builder.description().constData());
        QVERIFY(builder.description().contains("a=rtpmap:97 opus/48000/2\r\n"));
        QCOMPARE(named<QPlainTextEdit>(builder, "As it will be written")->toPlainText().toUtf8(),
                 QByteArray(builder.description()).replace("\r\n", "\n"));
    }
    void keys_tick_and_order()
    {
        Builder builder(from({}));
        builder.codecs->setFocus();
        builder.codecs->setCurrentItem(builder.item("PCMA"));
        QTest::keyClick(builder.codecs, Qt::Key_Up, Qt::AltModifier);
        QVERIFY2(builder.description().contains("RTP/AVP 8 0 96\r\n"), builder.description().constData());
        QTest::keyClick(builder.codecs, Qt::Key_Space);
        QVERIFY(builder.description().contains("RTP/AVP 0 96\r\n"));
        for (const QWidget *widget : builder.findChildren<QWidget *>())
            if (qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget))
                QVERIFY2(!widget->accessibleName().isEmpty() || widget->objectName() == QLatin1String("qt_spinbox_lineedit"),
                         widget->metaObject()->className());
    }
    void another_codec_is_typed()
    {
        Builder builder(from({}));
        builder.typed->setText(QStringLiteral("AMR-WB/16000 octet-align=1, g722"));
        QTest::keyClick(builder.typed, Qt::Key_Return);
        QVERIFY(builder.isVisible()); // Enter adds, and does not write
        QVERIFY2(builder.description().contains("a=rtpmap:97 AMR-WB/16000\r\na=fmtp:97 octet-align=1\r\n"),
                 builder.description().constData());
        QVERIFY(builder.typed->text().isEmpty());
        builder.typed->setText(QStringLiteral("a/b"));
        QVERIFY2(builder.words().contains(QLatin1String("is no codec")), qPrintable(builder.words()));
        QVERIFY(!builder.write->isEnabled());
        QVERIFY(builder.description().isEmpty());
        builder.typed->setText(QStringLiteral("iLBC"));
        QVERIFY(builder.write->isEnabled());
    }
    void what_is_wrong_is_said_where_it_is()
    {
        Builder builder(from({}));
        for (int row = 0; row < builder.codecs->count(); ++row)
            builder.codecs->item(row)->setCheckState(Qt::Unchecked);
        QVERIFY2(builder.words().contains(QLatin1String("Tick at least one codec")), qPrintable(builder.words()));
        QVERIFY(!builder.write->isEnabled());
        builder.tick("telephone-event");
        QVERIFY(builder.words().contains(QLatin1String("no conversation")));
        QVERIFY(builder.write->isEnabled()); // odd, and yet allowed
        for (const char *bad : {"70000", "-1", "", "rtp"}) {
            builder.port->setText(QString::fromLatin1(bad));
            QVERIFY2(builder.words().contains(QLatin1String("0 to 65535")) && !builder.write->isEnabled(), bad);
        }
        builder.port->setText(QStringLiteral("4000"));
        for (const char *bad : {"", "300.1.1.1", "a b", "2001:db8::zz", "x\r\na=y"}) {
            builder.address->setText(QString::fromLatin1(bad));
            QVERIFY2(builder.words().contains(QLatin1String("ddress")) && !builder.write->isEnabled(), bad);
        }
        builder.address->setText(QStringLiteral("2001:db8::5"));
        QVERIFY2(builder.description().contains("c=IN IP6 2001:db8::5\r\n"), builder.description().constData());
        QVERIFY(builder.description().contains("m=audio 4000 "));
    }
    void a_description_is_shown_and_changed_line_by_line()
    {
        Builder builder(from(plain));
        QCOMPARE(builder.description(), plain);
        QCOMPARE(builder.item("opus/48000/2 useinbandfec=1")->checkState(), Qt::Checked);
        QCOMPARE(builder.item("PCMA")->checkState(), Qt::Unchecked);
        QCOMPARE(named<QSpinBox>(builder, "Packet time")->value(), 20);
        QCOMPARE(named<QComboBox>(builder, "Direction")->currentText(), QStringLiteral("sendonly"));
        QCOMPARE(builder.address->text(), QStringLiteral("192.0.2.7"));
        named<QComboBox>(builder, "Direction")->setCurrentText(QStringLiteral("sendrecv"));
        builder.port->setText(QStringLiteral("4002"));
        QCOMPARE(builder.description(), QByteArray(plain).replace("sendonly", "sendrecv").replace("4000", "4002"));
    }
    void a_body_that_is_none_is_replaced_and_that_is_said()
    {
        Builder builder(from("Hello\r\nworld"));
        QVERIFY2(builder.words().contains(QLatin1String("no session description")), qPrintable(builder.words()));
        QVERIFY(builder.description().startsWith("v=0\r\n"));
        Builder odd(from("v=0\r\no=broken\r\ns=-\r\nt=0 0\r\nm=audio 9 RTP/AVP 0\r\nc=IN IP4 192.0.2.1\r\n"));
        QVERIFY2(odd.words().contains(QLatin1String("Line 2 of the body")), qPrintable(odd.words()));
        Builder bare(from("v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0"));
        QVERIFY2(!bare.write->isEnabled(), "an address is missing");
        bare.address->setText(QStringLiteral("192.0.2.1"));
        QVERIFY(bare.description().contains("t=0 0\r\nm=audio 9 RTP/AVP 0\r\nc=IN IP4 192.0.2.1\r\n"));
    }
    void every_media_line_can_be_looked_at()
    {
        Builder builder(from(plain + "m=video 4004 RTP/AVP 99\r\na=rtpmap:99 VP8/90000\r\n"));
        auto *lines = named<QComboBox>(builder, "Media line");
        QCOMPARE(lines->count(), 2);
        builder.tick("PCMU/8000", false);
        lines->setCurrentIndex(1);
        QCOMPARE(builder.item("VP8/90000")->checkState(), Qt::Checked);
        builder.tick("H264/90000");
        QVERIFY2(builder.description().contains("m=audio 4000 RTP/AVP 97 101\r\n") &&
                     builder.description().contains("m=video 4004 RTP/AVP 99 96\r\n"),
                 builder.description().constData());
    }
    void the_text_is_replaced_by_the_button_and_undo_brings_it_back()
    {
        ComposerState state;
        FormPage form(state);
        form.show();
        auto *body = named<QPlainTextEdit>(form, "Body");
        QTest::keyClicks(body, QStringLiteral("typed"));
        SessionBuilder *builder = opened(form);
        builder->reject();
        QCOMPARE(body->toPlainText(), QStringLiteral("typed"));
        delete builder;
        builder = opened(form);
        named<QPushButton>(*builder, "Write into the body")->click();
        QVERIFY(body->toPlainText().startsWith(QLatin1String("v=0\n")));
        QCOMPARE(state.field(sip::HeaderId::ContentType), QByteArray("application/sdp"));
        QVERIFY(state.request().body.startsWith("v=0\r\n"));
        QTest::keyClick(body, Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(body, QStringLiteral("a=mine"));
        QVERIFY(state.request().body.endsWith("a=mine")); // it stays a text
        body->undo();
        body->undo();
        QCOMPARE(body->toPlainText(), QStringLiteral("typed"));
    }
    void next_in_dialog_starts_from_the_description_in_force()
    {
        NextInDialog next;
        sip::DialogFacts facts;
        facts.callId = "c@x";
        facts.remoteTarget = "sip:bob@192.0.2.7";
        next.setDialog(facts, {}, *sip::Endpoint::parse("192.0.2.10:5060"), plain);
        next.show();
        next.findChild<QComboBox *>()->setCurrentIndex(1);
        emit next.findChild<QComboBox *>()->activated(1); // hold: a description would be put in when it is sent
        SessionBuilder *builder = opened(next);
        QCOMPARE(builder->description(), plain);
        named<QLineEdit>(*builder, "Media port")->setText(QStringLiteral("4008"));
        named<QPushButton>(*builder, "Write into the body")->click();
        const sip::NextRequest request = next.request();
        QCOMPARE(request.body, QByteArray(plain).replace("bob 7 9", "bob 7 10").replace("4000", "4008"));
        QCOMPARE(request.offer, sip::NextRequest::Offer::AsGiven);
        QCOMPARE(request.rows.last().value, QByteArray("application/sdp"));
    }
};

QTEST_MAIN(TestSessionBuilder)
#include "tst_session_builder.moc"
