// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/theme_colours.h"

#include <QtTest>

using namespace ui;
using theme::Meaning;

class TestTheme : public QObject {
    Q_OBJECT
private slots:
    void every_meaning_is_readable_on_every_ground_data()
    {
        QTest::addColumn<int>("meaning");
        QTest::addColumn<bool>("dark");
        for (const bool dark : {false, true}) {
            for (int meaning = int(Meaning::Request); meaning <= int(Meaning::Ok); ++meaning)
                QTest::addRow("%s %d", dark ? "dark" : "light", meaning) << meaning << dark;
        }
    }
    void every_meaning_is_readable_on_every_ground()
    {
        QFETCH(int, meaning);
        QFETCH(bool, dark);
        const QPalette palette = theme::palette(dark);
        const QColor ink = theme::colour(Meaning(meaning), dark);
        for (const auto role : {QPalette::Base, QPalette::AlternateBase, QPalette::Window}) {
            const double ratio = theme::contrast(ink, palette.color(role));
            QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1 on role %2: %3").arg(ink.name()).arg(role).arg(ratio)));
        }
    }
    void text_is_readable_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void text_is_readable()
    {
        QFETCH(bool, dark);
        const QPalette p = theme::palette(dark);
        QVERIFY(theme::contrast(p.color(QPalette::Text), p.color(QPalette::Base)) >= 7);
        QVERIFY(theme::contrast(p.color(QPalette::WindowText), p.color(QPalette::Window)) >= 7);
        QVERIFY(theme::contrast(p.color(QPalette::ButtonText), p.color(QPalette::Button)) >= 7);
        QVERIFY(theme::contrast(p.color(QPalette::HighlightedText), p.color(QPalette::Highlight)) >= 4.5);
        QVERIFY(theme::contrast(p.color(QPalette::PlaceholderText), p.color(QPalette::Base)) >= 4.5);
        QVERIFY(theme::contrast(p.color(QPalette::Link), p.color(QPalette::Window)) >= 4.5);
    }
    void applying_a_mode_changes_palette_and_colours()
    {
        theme::apply(*qApp, theme::Mode::Dark);
        QVERIFY(theme::isDark());
        QVERIFY(QApplication::palette().color(QPalette::Base).lightness() < 64);
        QCOMPARE(theme::colour(Meaning::Request), theme::colour(Meaning::Request, true));
        theme::apply(*qApp, theme::Mode::Light);
        QVERIFY(!theme::isDark());
        QVERIFY(QApplication::palette().color(QPalette::Base).lightness() > 200);
    }
    void system_mode_is_light_or_dark_and_honours_the_desktop()
    {
        qputenv("GTK_THEME", "Adwaita:dark");
        QCOMPARE(theme::systemMode(), theme::Mode::Dark);
        qputenv("GTK_THEME", "Adwaita");
        QCOMPARE(theme::systemMode(), theme::Mode::Light);
    }
    void a_local_status_never_has_the_colour_of_a_received_one()
    {
        diag::LadderRow local, wire;
        local.kind = wire.kind = diag::RowKind::Response;
        local.origin = diag::Origin::Local;
        wire.origin = diag::Origin::Wire;
        for (int status = 100; status < 700; ++status) {
            local.status = wire.status = status;
            QVERIFY(theme::meaningOf(local) != theme::meaningOf(wire));
        }
    }
    void status_classes_have_their_own_meanings()
    {
        diag::LadderRow row;
        row.kind = diag::RowKind::Response;
        row.origin = diag::Origin::Wire;
        const QList<std::pair<int, Meaning>> expected{
            {180, Meaning::Provisional}, {200, Meaning::Success},     {302, Meaning::Redirect},   {401, Meaning::Auth},
            {404, Meaning::ClientError}, {503, Meaning::ServerError}, {603, Meaning::GlobalError}};
        for (const auto &[status, meaning] : expected) {
            row.status = status;
            QCOMPARE(theme::meaningOf(row), meaning);
        }
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
