// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/program_facts.h"
#include "support/places.h"

#include <QFileInfo>
#include <QTest>

class TestProgramFacts : public QObject {
    Q_OBJECT
private slots:
    void every_library_has_a_version_and_a_licence()
    {
        const sip::ProgramFacts facts = sip::programFacts();
        QVERIFY(facts.libraries.size() >= 4);
        for (const sip::Library &one : facts.libraries) {
            QVERIFY2(!one.version.isEmpty() && one.version[0].isDigit(), qPrintable(one.name));
            QVERIFY2(!one.licence.isEmpty(), qPrintable(one.name));
            QVERIFY(facts.text().contains(one.name + QStringLiteral(": ") + one.version));
        }
    }
    void the_program_names_its_compiler_and_both_versions_of_qt()
    {
        const sip::ProgramFacts facts = sip::programFacts();
        QVERIFY(!facts.compiler.isEmpty());
        QVERIFY(!facts.buildType.isEmpty());
        const QString qt = facts.libraries.constFirst().version;
        QVERIFY(qt.startsWith(QLatin1String(qVersion())) && qt.endsWith(QLatin1String(QT_VERSION_STR)));
    }
    void the_source_is_named_as_far_as_it_is_known()
    {
        sip::ProgramFacts facts;
        QCOMPARE(facts.source(), QStringLiteral("source"));
        facts.sourceDate = QStringLiteral("2026-11-29");
        QCOMPARE(facts.source(), QStringLiteral("source of 2026-11-29"));
        facts.commit = QStringLiteral("d9b1375");
        QCOMPARE(facts.source(), QStringLiteral("commit d9b1375 of 2026-11-29"));
    }
    void a_checkout_names_its_commit()
    {
        if (!QFileInfo::exists(places::source(".git")))
            QSKIP("the source is no checkout");
        QVERIFY(!sip::programFacts().commit.isEmpty() && !sip::programFacts().sourceDate.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestProgramFacts)
#include "tst_program_facts.moc"
