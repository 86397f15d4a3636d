// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 4475 and RFC 5118: every message with the verdict the RFC gives it.
#include "message/headers.h"
#include "message/lint.h"
#include "message/message_draft.h"
#include "message/parser.h"
#include "torture.h"

#include <QtTest>

using namespace sip;

class TestTorture : public QObject {
    Q_OBJECT
    QList<TortureMessage> m_all;

    Message of(const QByteArray &name) const
    {
        for (const TortureMessage &t : m_all)
            if (t.name == name)
                return parseMessage(t.wire);
        return {};
    }
    QByteArray errorRules(const QByteArray &name) const
    {
        const Message m = of(name);
        QByteArray rules;
        for (const LintMark &mark : lint(m))
            if (mark.severity == LintMark::Severity::Error && !rules.contains(mark.rule))
                rules += QByteArray(mark.rule) + ' ';
        return rules.trimmed();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_all = tortureMessages();
        if (m_all.isEmpty())
            QSKIP("skipped: ../shared/data missing");
        QCOMPARE(m_all.size(), 62);
    }
    //= R4475.3.1.1-1
    //= R5118.4-4
    void every_message_gets_the_verdict_of_its_rfc_data()
    {
        QTest::addColumn<qsizetype>("index");
        for (qsizetype i = 0; i < m_all.size(); ++i)
            QTest::newRow(m_all[i].name.constData()) << i;
    }
    void every_message_gets_the_verdict_of_its_rfc()
    {
        QFETCH(const qsizetype, index);
        const TortureMessage &t = m_all[index];
        const Message m = parseMessage(t.wire);
        const QList<LintMark> marks = lint(m);
        const Verdict found = verdict(m, marks);
        QByteArray said = "verdict " + QByteArray::number(int(found));
        for (const LintMark &mark : marks)
            said +=
                "\n  " + QByteArray(mark.rule) + ' ' + mark.text.toUtf8() + " [" + m.wire().mid(mark.offset, mark.length) + ']';

        const QString parser = t.facts[QLatin1String("parser")].toString();
        if (parser == QLatin1String("must"))
            QVERIFY2(found == Verdict::Good, said);
        else if (parser == QLatin1String("may") || parser == QLatin1String("reject"))
            QVERIFY2(found != Verdict::Good, said);
        else if (parser.startsWith(QLatin1String("should")) || parser == QLatin1String("must-tolerate"))
            QVERIFY2(found != Verdict::Unusable, said);
        if (t.facts.contains(QLatin1String("parser")) && found != Verdict::Unusable)
            QCOMPARE(m.isRequest(), t.facts[QLatin1String("kind")].toString() == QLatin1String("request"));
        if (m.hasHeaderEnd())
            QCOMPARE(MessageDraft::from(m).toBytes(), t.wire);
    }
    //= R4475.3.1.2-1
    void r4475_3_1_2_1_the_invalid_ones_are_told_apart_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("rules");
        const auto bad = [](const char *name, const char *rules) {
            QTest::newRow(name) << QByteArray(name) << QByteArray(rules);
        };
        bad("badinv01", "R20.42-1 R20.10-1");
        bad("clerr", "R18.3-1");
        bad("ncl", "R20.14-1");
        bad("scalar02", "R20.16-1 R20.22-1 R20.19-1 R10.2-8");
        bad("scalarlg", "R20.16-1 R20.33-1 R20.43-1");
        bad("quotbal", "R20.10-1");
        bad("ltgtruri", "R7.1-3");
        bad("lwsruri", "R7.1-3");
        bad("lwsstart", "R7.1-1");
        bad("trws", "R7.1-1");
        bad("escruri", "R19.1.1-1");
        bad("baddate", "R25-1");
        bad("regbadct", "R20.10-1");
        bad("badaspec", "R7.1-3");
        bad("baddn", "R25-1");
        bad("badvers", "R7.1-1 R20.42-1");
        bad("mismatch01", "R8.1.1.5-1");
        bad("mismatch02", "R8.1.1.5-1");
        bad("bigcode", "R7.2-1");
        bad("badbranch", "R4475.3.2.1-1");
        bad("insuf", "R8.1.1-1 R8.1.1.8-1");
        bad("multi01", "R20-2 R8.1.1.8-1");
        bad("mcl01", "R20-2");
        bad("ipv6-bad", "R5118.4-1");
    }
    void r4475_3_1_2_1_the_invalid_ones_are_told_apart()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, rules);
        QCOMPARE(errorRules(name), rules);
    }
    void the_details_the_rfc_asks_for()
    {
        const Message intmeth = of("intmeth");
        QCOMPARE(intmeth.method(), QByteArrayView("!interesting-Method0123456789_*+`.%indeed'~"));
        QVERIFY(intmeth.callId().startsWith("intmeth.word%ZK-!.*_+'@word`~)(><:\\/\"][?}{"));
        QCOMPARE(parseNameAddr(of("esc02").value(HeaderId::To))->displayName, QByteArray("%Z%45"));
        QCOMPARE(of("esc02").count(HeaderId::Contact), 2);
        QCOMPARE(of("dblreq").body().size(), 0);
        QCOMPARE(of("unreason").status(), 200);
        QCOMPARE(of("noreason").status(), 100);
        QVERIFY(of("noreason").reasonPhrase().isEmpty());
        QVERIFY(of("mpart01").body().contains('\0'));
        QCOMPARE(splitList(of("transports").value(HeaderId::Via)).size() + of("transports").count(HeaderId::Via), 6);
        QCOMPARE(of("inv2543").body().size() > 0, true);
        QCOMPARE(of("port-ambiguous").requestUri(), QByteArrayView("sip:[2001:db8::10:5070]"));
        QCOMPARE(of("port-unambiguous").requestUri(), QByteArrayView("sip:[2001:db8::10]:5070"));
        for (const char *name : {"via-received-param-no-delim", "via-received-param-with-delim"})
            QCOMPARE(parseVia(splitList(of(name).value(HeaderId::Via)).first())->received(), QByteArray("2001:db8::9:255"));
        const auto contacts = parseContacts(of("escnull").value(HeaderId::Contact));
        QVERIFY(contacts && contacts->first().address.uri.user().contains("%00"));
    }
    void archived_text_with_bare_line_feeds_is_read_the_same()
    {
        for (const TortureMessage &t : std::as_const(m_all)) {
            if (t.archive.isEmpty())
                continue;
            const Message lf = parseMessage(t.archive);
            const Message crlf = parseMessage(t.wire);
            QCOMPARE(lf.callId().toByteArray(), crlf.callId().toByteArray());
            QCOMPARE(lf.headerCount(), crlf.headerCount());
            QCOMPARE(lf.branch().toByteArray(), crlf.branch().toByteArray());
            QVERIFY(verdict(lf, lint(lf)) != Verdict::Unusable);
        }
    }
};

QTEST_GUILESS_MAIN(TestTorture)
#include "tst_torture.moc"
