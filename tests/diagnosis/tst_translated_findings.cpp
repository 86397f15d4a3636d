// SPDX-License-Identifier: GPL-3.0-or-later
#include "findings_of.h"

#include "diagnosis/status_meanings.h"
#include "support/quoting_language.h"

#include <QtTest>

using namespace diag;

namespace {

FlowMaker refused(const QByteArray &method, const QByteArray &status, const QByteArray &rows = {})
{
    FlowMaker maker(method);
    maker.send();
    maker.receive(status, rows);
    return maker;
}

} // namespace

class TestTranslatedFindings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_finding_speaks_the_language_of_the_moment()
    {
        FlowMaker maker = refused("INVITE", "404 Not Found");
        const QString english = findingOf(maker, "rejected.4xx").text;
        QVERIFY(english.startsWith(QLatin1String("404 Not Found to the INVITE. The user or number")));
        {
            const QuotingLanguage translator;
            const QString text = findingOf(maker, "rejected.4xx").text;
            QVERIFY2(text.startsWith(QuotingLanguage::quoted(QStringLiteral("404 Not Found to the INVITE. ")).chopped(1)),
                     qPrintable(text));
            QVERIFY2(text.endsWith(QuotingLanguage::quoted(statusMeaningIn(english)) + u'\u00bb'), qPrintable(text));
        }
        QCOMPARE(findingOf(maker, "rejected.4xx").text, english);
    }

    void so_does_the_button_of_its_fix()
    {
        FlowMaker maker = refused("OPTIONS", "302 Moved", "Contact: <sip:bob@192.0.2.7>\r\n");
        const QuotingLanguage translator;
        const auto fix = findingOf(maker, "redirect.not-followed").fix;
        QVERIFY(fix);
        QCOMPARE(fix->label, QuotingLanguage::quoted(QStringLiteral("Send to sip:bob@192.0.2.7")));
        QCOMPARE(fix->value, QByteArray("sip:bob@192.0.2.7"));
    }

    void every_meaning_of_a_status_is_translated()
    {
        int known = 0;
        for (int status = 300; status < 700; ++status) {
            const QString english = statusMeaning(status);
            if (english.isEmpty())
                continue;
            ++known;
            const QuotingLanguage translator;
            QCOMPARE(statusMeaning(status), QuotingLanguage::quoted(english));
        }
        QVERIFY(known > 50);
    }

    void what_a_refusal_adds_is_no_matter_of_its_words()
    {
        const QuotingLanguage translator;
        FlowMaker plain = refused("REGISTER", "403 Forbidden");
        QCOMPARE(rulesOf(plain), (QList<QByteArray>{"acl.no-challenge"}));
        FlowMaker telling = refused("REGISTER", "403 Forbidden", "Warning: 399 sip.example.com \"not here\"\r\n");
        QCOMPARE(rulesOf(telling), (QList<QByteArray>{"acl.no-challenge", "rejected.4xx"}));
    }

private:
    /// What follows the status and the method.
    static QString statusMeaningIn(const QString &text) { return text.sliced(text.indexOf(u". ") + 2); }
};

QTEST_GUILESS_MAIN(TestTranslatedFindings)
#include "tst_translated_findings.moc"
