// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/composer_state.h"

#include <QSignalSpy>
#include <QTest>

using namespace ui;
using sip::HeaderId;

namespace {

sip::ComposedRequest registration()
{
    sip::ComposedRequest request;
    request.method = "REGISTER";
    request.target = "sip:127.0.0.1:5070;transport=udp";
    request.rows = {{"From", "<sip:1001@example.com>"},
                    {"X-Trunk", "a  b"},
                    {"To", "<sip:1001@example.com>"},
                    {"X-Trunk", "second"},
                    {"Expires", "300", true}};
    return request;
}

const QByteArray oddText = "MESSAGE sip:bob@192.0.2.1 SIP/2.0\r\n"
                           "X-Odd   :   value  \r\n"
                           "from:<sip:alice@example.com>\r\n"
                           "Subject: one\r\n"
                           "  two\r\n"
                           "no colon here\r\n"
                           "i: abc\r\n"
                           "\r\n"
                           "line 1\nline 2";

} // namespace

class TestComposer : public QObject {
    Q_OBJECT
private slots:
    void text_written_from_a_request_gives_the_same_request_back();
    void a_form_edit_changes_one_row_and_no_other_octet();
    void a_text_edit_keeps_the_octets_of_lines_left_alone();
    void folded_rows_are_one_row_with_one_value();
    void a_line_without_colon_is_kept_in_the_text_and_marked();
    void muted_rows_stay_in_the_text_and_are_not_sent();
    void rows_move_duplicate_and_go();
    void an_emptied_field_comes_back_where_it_stood();
    void a_new_field_stands_where_it_is_customary();
    void a_body_without_header_end_gets_one();
    void line_breaks_in_values_become_spaces();
    void the_request_uri_follows_the_target_until_it_is_typed();
    void typing_the_start_line_changes_method_and_uri();
    void octets_are_those_of_the_preview();
    void filled_in_rows_are_those_the_user_left_out();
    void raw_mode_sends_the_octets_of_the_text();
    void raw_mode_off_without_an_edit_restores_the_text();
    void raw_octets_that_are_no_utf8_survive_an_edit_elsewhere();
    void marks_point_into_the_text();
    void marks_after_a_letter_of_two_octets_point_at_the_right_place();
    void an_empty_target_asks_for_one();
    void a_numeric_target_tells_the_next_hop();
    void a_name_as_target_is_shown_as_the_next_hop();
    void credentials_other_than_the_first_stay();
    void it_says_whether_a_large_request_stays_on_udp();
    void every_edit_is_announced();
};

void TestComposer::text_written_from_a_request_gives_the_same_request_back()
{
    ComposerState state;
    sip::ComposedRequest request = registration();
    request.body = "a\r\n\r\nb\n";
    request.timers = sip::TimerValues::fast();
    state.load(request);
    const sip::ComposedRequest back = state.request();
    QCOMPARE(back.method, request.method);
    QCOMPARE(back.target, request.target);
    QCOMPARE(back.requestUri, QByteArray());
    QCOMPARE(back.rows, request.rows);
    QCOMPARE(back.body, request.body);
    QVERIFY(back.timers == request.timers);
    state.setText(state.text());
    QCOMPARE(state.request().rows, request.rows);
}

void TestComposer::a_form_edit_changes_one_row_and_no_other_octet()
{
    MessageText text(oddText);
    text.setRowValue(text.find(HeaderId::From), "<sip:carol@example.com>");
    QByteArray expected = oddText;
    expected.replace("alice", "carol");
    QCOMPARE(text.bytes(), expected);
    text.setMethod("INFO");
    expected.replace("MESSAGE", "INFO");
    QCOMPARE(text.bytes(), expected);
    text.setRequestUri("sip:x");
    expected.replace("sip:bob@192.0.2.1", "sip:x");
    QCOMPARE(text.bytes(), expected);
    text.setRowValue(0, "new");
    expected.replace("X-Odd   :   value  ", "X-Odd   :   new  ");
    QCOMPARE(text.bytes(), expected);
    text.setBody("other");
    expected.replace("line 1\nline 2", "other");
    QCOMPARE(text.bytes(), expected);
}

void TestComposer::a_text_edit_keeps_the_octets_of_lines_left_alone()
{
    const MessageText text(oddText);
    QCOMPARE(text.edited(text.text()).bytes(), oddText);
    QString typed = text.text();
    typed.replace(QStringLiteral("i: abc"), QStringLiteral("i: abc\nSupported: path"));
    QByteArray expected = oddText;
    expected.replace("i: abc\r\n", "i: abc\r\nSupported: path\r\n");
    QCOMPARE(text.edited(typed).bytes(), expected);
    typed = text.text();
    typed.replace(QStringLiteral("line 2"), QStringLiteral("line two\nline 3"));
    expected = oddText;
    expected.replace("line 2", "line two\nline 3"); // the body's own line ends
    QCOMPARE(text.edited(typed).bytes(), expected);
    QCOMPARE(text.edited(QString()).bytes(), QByteArray());
    QCOMPARE(MessageText(QByteArray()).edited(QStringLiteral("A b\nC: d\n\n")).bytes(), QByteArray("A b\r\nC: d\r\n\r\n"));
}

void TestComposer::folded_rows_are_one_row_with_one_value()
{
    const MessageText text(oddText);
    QCOMPARE(text.rows().size(), 5);
    QCOMPARE(text.rows()[2].row.name, QByteArray("Subject"));
    QCOMPARE(text.rows()[2].row.value, QByteArray("one two"));
    QCOMPARE(text.body(), QByteArray("line 1\nline 2"));
}

void TestComposer::a_line_without_colon_is_kept_in_the_text_and_marked()
{
    ComposerState state;
    state.load(registration());
    state.setText(MessageText(oddText).text());
    QVERIFY(state.message().bytes().contains("no colon here\r\n"));
    QCOMPARE(state.request().rows.size(), 4);
    bool marked = false;
    for (const ComposerState::Mark &mark : state.marks()) {
        if (mark.at >= 0 && state.text().mid(mark.at, mark.length) == QLatin1String("no colon here"))
            marked = true;
    }
    QVERIFY(marked);
}

void TestComposer::muted_rows_stay_in_the_text_and_are_not_sent()
{
    ComposerState state;
    state.load(registration());
    QVERIFY(state.text().contains(QLatin1String("# Expires: 300")));
    QVERIFY(!state.previewBytes().contains("Expires"));
    state.setMuted(4, false);
    QVERIFY(state.message().bytes().contains("\r\nExpires: 300\r\n"));
    QVERIFY(state.previewBytes().contains("\r\nExpires: 300\r\n"));
    state.setMuted(1, true);
    QVERIFY(state.message().bytes().contains("\r\n# X-Trunk: a  b\r\n"));
    QVERIFY(!state.previewBytes().contains("a  b"));
}

void TestComposer::rows_move_duplicate_and_go()
{
    MessageText text(oddText);
    text.moveRow(0, 2);
    QCOMPARE(text.rows()[2].row.name, QByteArray("X-Odd"));
    QVERIFY(text.bytes().contains("  two\r\nX-Odd   :   value  \r\n"));
    text.moveRow(2, 0);
    QCOMPARE(text.bytes(), oddText);
    text.insertRow(1, text.rows()[0].row);
    QCOMPARE(text.rows()[1].row, text.rows()[0].row);
    text.removeRow(1);
    QCOMPARE(text.bytes(), oddText);
    text.removeRow(99);
    text.moveRow(0, 99);
    QCOMPARE(text.bytes(), oddText);
}

void TestComposer::an_emptied_field_comes_back_where_it_stood()
{
    ComposerState state;
    state.load(registration());
    state.setField(HeaderId::To, {});
    QCOMPARE(state.field(HeaderId::To), QByteArray());
    QCOMPARE(state.request().rows.size(), 4);
    state.setField(HeaderId::To, "<sip:x@example.com>");
    QCOMPARE(state.request().rows[2], (sip::ComposedRow{"To", "<sip:x@example.com>"}));
}

void TestComposer::a_new_field_stands_where_it_is_customary()
{
    ComposerState state;
    state.load(registration());
    state.setField(HeaderId::Contact, "<sip:1001@192.0.2.1>");
    QCOMPARE(state.request().rows[3].name, QByteArray("Contact")); // behind To
    ComposerState empty;
    empty.setField(HeaderId::To, "<sip:b@example.com>");
    empty.setField(HeaderId::From, "<sip:a@example.com>");
    QCOMPARE(empty.request().rows[0].name, QByteArray("From"));
    QCOMPARE(empty.request().rows[1].name, QByteArray("To"));
}

void TestComposer::a_body_without_header_end_gets_one()
{
    MessageText text("OPTIONS sip:x SIP/2.0\r\nA: b");
    text.setBody("body");
    QCOMPARE(text.bytes(), QByteArray("OPTIONS sip:x SIP/2.0\r\nA: b\r\n\r\nbody"));
    MessageText bare("OPTIONS");
    bare.insertRow(0, {"A", "b"});
    QCOMPARE(bare.bytes(), QByteArray("OPTIONS\r\nA: b\r\n\r\n"));
    bare.setRequestUri("sip:x");
    QCOMPARE(bare.bytes(), QByteArray("OPTIONS sip:x SIP/2.0\r\nA: b\r\n\r\n"));
}

void TestComposer::line_breaks_in_values_become_spaces()
{
    MessageText text = MessageText::of("OPTIONS", "sip:x", {{"A", "b\r\nEvil: 1"}}, {});
    QCOMPARE(text.rows().size(), 1);
    text.setRowValue(0, "c\nEvil: 2");
    QCOMPARE(text.rows().size(), 1);
    text.setMethod("A\r\nB");
    QCOMPARE(text.rows().size(), 1);
}

void TestComposer::the_request_uri_follows_the_target_until_it_is_typed()
{
    ComposerState state;
    state.load(registration());
    state.setTarget("sip:192.0.2.7");
    QCOMPARE(state.message().requestUri(), QByteArray("sip:192.0.2.7"));
    QCOMPARE(state.request().requestUri, QByteArray());
    QString typed = state.text();
    typed.replace(QStringLiteral("sip:192.0.2.7"), QStringLiteral("sip:other@192.0.2.8"));
    state.setText(typed);
    QCOMPARE(state.request().requestUri, QByteArray("sip:other@192.0.2.8"));
    state.setTarget("sip:192.0.2.9");
    QCOMPARE(state.request().requestUri, QByteArray("sip:other@192.0.2.8"));
}

void TestComposer::typing_the_start_line_changes_method_and_uri()
{
    ComposerState state;
    state.setText(QStringLiteral("FOO sip:a@192.0.2.1 SIP/2.0\nFrom: <sip:b@example.com>\n\n"));
    QCOMPARE(state.request().method, QByteArray("FOO"));
    QCOMPARE(state.request().requestUri, QByteArray("sip:a@192.0.2.1"));
    state.setMethod("BAR");
    QVERIFY(state.text().startsWith(QLatin1String("BAR sip:a@192.0.2.1 SIP/2.0\n")));
}

void TestComposer::octets_are_those_of_the_preview()
{
    ComposerState state;
    state.load(registration());
    const int before = state.octets();
    QCOMPARE(before, int(state.previewBytes().size()));
    QVERIFY(state.previewBytes().contains("X-Trunk: a  b\r\n"));
    state.setField(HeaderId::Subject, "\xc3\xa4"); // one letter, two octets
    QCOMPARE(state.octets(), before + int(qstrlen("Subject: \r\n")) + 2);
}

void TestComposer::filled_in_rows_are_those_the_user_left_out()
{
    ComposerState state;
    state.load(registration());
    QList<QByteArray> names;
    for (const sip::ComposedRow &row : state.filledRows())
        names << row.name;
    QVERIFY(names.contains("Via"));
    QVERIFY(names.contains("Call-ID"));
    QVERIFY(!names.contains("To"));
    state.insertRow(0, {"Call-ID", "mine"});
    names.clear();
    for (const sip::ComposedRow &row : state.filledRows())
        names << row.name;
    QVERIFY(!names.contains("Call-ID"));
}

void TestComposer::raw_mode_sends_the_octets_of_the_text()
{
    ComposerState state;
    state.load(registration());
    state.setRaw(true);
    QVERIFY(state.text().contains(QLatin1String("Call-ID: ")));
    QVERIFY(!state.text().contains(QLatin1Char('#')));
    state.setText(QStringLiteral("HELLO\n world  "));
    const sip::ComposedRequest request = state.request();
    QVERIFY(request.raw);
    QCOMPARE(request.rawBytes, QByteArray("HELLO\r\n world  "));
    QCOMPARE(state.previewBytes(), request.rawBytes);
    QCOMPARE(state.octets(), 15);
    ComposerState other;
    other.load(request);
    QCOMPARE(other.request().rawBytes, request.rawBytes);
}

void TestComposer::raw_mode_off_without_an_edit_restores_the_text()
{
    ComposerState state;
    state.load(registration());
    const QByteArray before = state.message().bytes();
    state.setRaw(true);
    QVERIFY(state.message().bytes() != before);
    state.setRaw(false);
    QCOMPARE(state.message().bytes(), before);
    QCOMPARE(state.request().requestUri, QByteArray());
    state.setRaw(true);
    state.setText(state.text().replace(QStringLiteral("REGISTER"), QStringLiteral("OPTIONS")));
    state.setRaw(false);
    QVERIFY(state.text().contains(QLatin1String("Call-ID: ")));
}

void TestComposer::raw_octets_that_are_no_utf8_survive_an_edit_elsewhere()
{
    sip::ComposedRequest request;
    request.raw = true;
    request.rawBytes = QByteArray("A b\r\nX: \xff\xfe\0\r\r\nY: 1\n\nz", 22);
    ComposerState state;
    state.load(request);
    QCOMPARE(state.request().rawBytes, request.rawBytes);
    state.setText(state.text().replace(QStringLiteral("Y: 1"), QStringLiteral("Y: 2")));
    QCOMPARE(state.request().rawBytes, request.rawBytes.replace("Y: 1", "Y: 2"));
}

void TestComposer::marks_point_into_the_text()
{
    ComposerState state;
    sip::ComposedRequest request = registration();
    request.rows << sip::ComposedRow{"Max-Forwards", "many"};
    state.load(request);
    bool found = false;
    for (const ComposerState::Mark &mark : state.marks()) {
        QVERIFY(mark.at + mark.length <= state.text().size());
        if (mark.at >= 0 && state.text().mid(mark.at, mark.length).contains(QLatin1String("many")))
            found = true;
    }
    QVERIFY(found);
}

void TestComposer::marks_after_a_letter_of_two_octets_point_at_the_right_place()
{
    ComposerState state;
    sip::ComposedRequest request = registration();
    request.rows.prepend({"Subject", "\xc3\xa4\xc3\xb6\xc3\xbc"});
    request.rows << sip::ComposedRow{"Max-Forwards", "many"};
    state.load(request);
    bool found = false;
    for (const ComposerState::Mark &mark : state.marks()) {
        const QString marked = mark.at < 0 ? QString() : state.text().mid(mark.at, mark.length);
        found = found || marked.endsWith(QLatin1String("many"));
    }
    QVERIFY(found);
}

void TestComposer::an_empty_target_asks_for_one()
{
    ComposerState state;
    QVERIFY(!state.nextHop().ok);
    QVERIFY(state.nextHop().text.contains(QLatin1String("udp:192.0.2.1:5060")));
}

void TestComposer::a_numeric_target_tells_the_next_hop()
{
    ComposerState state;
    state.setTarget("sip:bob@192.0.2.1:5080;transport=tcp");
    QVERIFY(state.nextHop().ok);
    QVERIFY2(state.nextHop().text.contains(QLatin1String("tcp:192.0.2.1:5080")), qPrintable(state.nextHop().text));
    QCOMPARE(state.protocol(), sip::Protocol::Tcp);
}

void TestComposer::a_name_as_target_is_shown_as_the_next_hop()
{
    ComposerState state;
    state.setTarget("sip:bob@example.com");
    QVERIFY(state.nextHop().ok);
    QVERIFY2(state.nextHop().text.startsWith(QLatin1String("Goes to example.com (")), qPrintable(state.nextHop().text));
    QVERIFY(state.octets() > 0); // a size there is all the same, and Send is not blocked
}

void TestComposer::credentials_other_than_the_first_stay()
{
    ComposerState state;
    sip::ComposedRequest request = registration();
    request.credentials = {{"a", "1001", "x", {}, {}}, {"b", "1002", "y", {}, {}}};
    state.load(request);
    QList<CredentialDraft> drafts = state.credentials();
    drafts[0].typed.password = "z";
    state.setCredentials(drafts);
    QCOMPARE(state.request().credentials.size(), 2);
    QCOMPARE(state.request().credentials[0].password, QByteArray("z"));
    QCOMPARE(state.request().credentials[1].username, QByteArray("1002"));
    QVERIFY(!state.text().contains(QLatin1String("z\n")));
}

void TestComposer::it_says_whether_a_large_request_stays_on_udp()
{
    ComposerState state;
    state.load(registration());
    QVERIFY(state.staysOnUdp()); // transport=udp
    state.setTarget("udp:192.0.2.1:5060");
    QVERIFY(state.staysOnUdp());
    state.setTarget("sip:192.0.2.1");
    QVERIFY(!state.staysOnUdp());
    state.setTarget("sip:192.0.2.1;transport=tcp");
    QVERIFY(!state.staysOnUdp());
}

void TestComposer::every_edit_is_announced()
{
    ComposerState state;
    QSignalSpy spy(&state, &ComposerState::changed);
    state.load(registration());
    state.setMethod("INFO");
    state.setField(HeaderId::From, "<sip:x@example.com>");
    state.setBody("b");
    state.setTarget("sip:192.0.2.3");
    QCOMPARE(spy.count(), 5);
    state.setMethod("INFO");
    state.setText(state.text());
    QCOMPARE(spy.count(), 5); // nothing changed
}

QTEST_GUILESS_MAIN(TestComposer)
#include "tst_composer.moc"
