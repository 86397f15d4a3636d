// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/composer_panel.h"
#include "models/row_text.h"
#include "shell/help_window.h"
#include "shell/language.h"
#include "shell/main_window.h"
#include "shell/settings.h"
#include "support/places.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QGroupBox>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardPaths>
#include <QStyle>
#include <QTabWidget>
#include <QTest>
#include <QXmlStreamReader>

using namespace ui;

namespace {

/// What the German catalogue translates with other words: none of it may stand in the window.
QSet<QString> englishTexts()
{
    QSet<QString> english, german;
    QFile file(places::source("resources/i18n/window_de.ts"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader reader(&file);
    QString source;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == u"source")
            source = reader.readElementText();
        else if (reader.isStartElement() && reader.name() == u"translation") {
            const QString translation = reader.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            (translation == source.trimmed() ? german : english).insert(source);
        }
    }
    return english - german; // the same word may stay as it is elsewhere: the name of a header
}

QStringList textsOf(const QWidget &widget)
{
    QStringList all{widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()};
    for (const QAction *action : widget.actions())
        all << action->text() << action->toolTip();
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        all << label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        all << button->text();
    if (const auto *group = qobject_cast<const QGroupBox *>(&widget))
        all << group->title();
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget))
        all << line->placeholderText();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(&widget))
        all << text->placeholderText();
    if (const auto *choice = qobject_cast<const QComboBox *>(&widget))
        for (int i = 0; i < choice->count(); ++i)
            all << choice->itemText(i) << choice->itemData(i, Qt::ToolTipRole).toString();
    if (const auto *tabs = qobject_cast<const QTabWidget *>(&widget))
        for (int i = 0; i < tabs->count(); ++i)
            all << tabs->tabText(i) << tabs->tabToolTip(i);
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget); view && view->model())
        for (int i = 0; i < view->model()->columnCount(); ++i)
            all << view->model()->headerData(i, Qt::Horizontal).toString();
    return all;
}

/// The letter behind the first single "&"; null: none.
QChar mnemonic(const QString &text)
{
    for (qsizetype at = text.indexOf(u'&'); at >= 0 && at + 1 < text.size(); at = text.indexOf(u'&', at + 2)) {
        if (text[at + 1] != u'&')
            return text[at + 1].toLower();
    }
    return {};
}

} // namespace

class TestLanguage : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void the_system_decides_with_the_first_language_that_is_here();
    void the_system_decides_with_the_first_language_that_is_here_data();
    void a_choice_wins_over_the_system();
    void the_choice_is_kept();
    void the_menu_keeps_the_choice();
    void english_has_its_plurals();
    void the_window_is_german();
    void every_field_of_the_german_composer_can_be_seen_whole();
    void no_text_of_the_german_window_is_english();
    void mnemonics_are_unique_in_every_menu();
    void the_help_says_that_it_is_english();
    void the_buttons_of_qt_are_german();
};

void TestLanguage::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("Viatrace"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_language"));
    QFile::remove(Settings().path());
}

void TestLanguage::the_system_decides_with_the_first_language_that_is_here_data()
{
    using namespace Qt::StringLiterals;
    QTest::addColumn<QStringList>("system");
    QTest::addColumn<QString>("spoken");
    QTest::newRow("Germany") << QStringList{u"de-DE"_s, u"de"_s} << u"de"_s;
    QTest::newRow("Austria") << QStringList{u"de-Latn-AT"_s, u"de-AT"_s, u"de"_s} << u"de"_s;
    QTest::newRow("English before German") << QStringList{u"en-US"_s, u"en"_s, u"de"_s} << u"en"_s;
    QTest::newRow("a language that is not here, then German") << QStringList{u"fr-FR"_s, u"fr"_s, u"de"_s} << u"de"_s;
    QTest::newRow("no language that is here") << QStringList{u"fr-FR"_s, u"fr"_s} << u"en"_s;
    QTest::newRow("none at all") << QStringList{u"C"_s} << u"en"_s;
    QTest::newRow("a language that begins like one") << QStringList{u"den-CA"_s} << u"en"_s;
}

void TestLanguage::the_system_decides_with_the_first_language_that_is_here()
{
    QFETCH(QStringList, system);
    QFETCH(QString, spoken);
    QCOMPARE(languageFor(QStringLiteral("system"), system), spoken);
}

void TestLanguage::a_choice_wins_over_the_system()
{
    QCOMPARE(languageFor(QStringLiteral("en"), {QStringLiteral("de-DE")}), QStringLiteral("en"));
    QCOMPARE(languageFor(QStringLiteral("de"), {QStringLiteral("en-GB")}), QStringLiteral("de"));
    QVERIFY(isLanguageChoice(QStringLiteral("system")));
    QVERIFY(!isLanguageChoice(QStringLiteral("tlh")));
    QVERIFY(!isLanguageChoice({}));
}

void TestLanguage::the_choice_is_kept()
{
    QCOMPARE(Settings().language(), QStringLiteral("system"));
    Settings().setLanguage(QStringLiteral("de"));
    QCOMPARE(Settings().language(), QStringLiteral("de"));
    QCOMPARE(Settings::languageKept(), QStringLiteral("de"));
    Settings().setLanguage(QStringLiteral("tlh")); // such as a later version has
    QCOMPARE(Settings().language(), QStringLiteral("system"));
}

void TestLanguage::the_menu_keeps_the_choice()
{
    Settings().setLanguage(QStringLiteral("system"));
    {
        const MainWindow window;
        for (QAction *action : window.findChildren<QAction *>()) {
            if (action->text() == QStringLiteral("Deutsch"))
                action->trigger();
        }
        QVERIFY(window.menuBar()->actions().constFirst()->text() == QStringLiteral("&File")); // until the next start
    }
    QCOMPARE(Settings().language(), QStringLiteral("de"));
    QFile::remove(Settings().path());
}

void TestLanguage::english_has_its_plurals()
{
    speak(QStringLiteral("en"));
    QCOMPARE(spokenLanguage(), QStringLiteral("en"));
    QCOMPARE(decimalText(1234.5, 3), QStringLiteral("1234.500"));
    QCOMPARE(QCoreApplication::translate("ui::ComposerPanel", "%n errors", nullptr, 1), QStringLiteral("1 error"));
    QCOMPARE(QCoreApplication::translate("ui::ComposerPanel", "%n errors", nullptr, 2), QStringLiteral("2 errors"));
    QCOMPARE(QCoreApplication::translate("ui::MainWindow", "&File"), QStringLiteral("&File"));
}

// From here on the program speaks German.

void TestLanguage::the_window_is_german()
{
    speak(QStringLiteral("de"));
    QCOMPARE(spokenLanguage(), QStringLiteral("de"));
    const MainWindow window;
    QCOMPARE(window.menuBar()->actions().constFirst()->text(), QStringLiteral("&Datei"));
    QCOMPARE(spanText(sip::Instant(3'250'000)), QStringLiteral("3,25 s"));
    QCOMPARE(decimalText(1234.5, 3), QStringLiteral("1234,500"));
    int plots = 0;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->inherits("QCustomPlot") && ++plots)
            QCOMPARE(widget->locale().decimalPoint(), QStringLiteral(","));
    }
    QVERIFY(plots > 0);
    QCOMPARE(QCoreApplication::translate("ui::ComposerPanel", "%n warnings", nullptr, 1), QStringLiteral("1 Warnung"));
    QCOMPARE(QCoreApplication::translate("ui::ComposerPanel", "%n warnings", nullptr, 2), QStringLiteral("2 Warnungen"));
}

void TestLanguage::every_field_of_the_german_composer_can_be_seen_whole()
{
    MainWindow window;
    const auto *composer = window.findChild<ComposerPanel *>();
    const QMargins around = composer->layout()->contentsMargins();
    const int room =
        composer->minimumWidth() - around.left() - around.right() - composer->style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    int pages = 0;
    QStringList tooWide;
    for (const QScrollArea *area : composer->findChildren<QScrollArea *>()) {
        ++pages;
        QList<QWidget *> fields = area->widget()->findChildren<QWidget *>();
        fields << area->widget();
        for (const QWidget *field : fields) {
            if (const int width = field->minimumSizeHint().width(); width > room)
                tooWide << QStringLiteral("%1 %2 of %3").arg(textsOf(*field).join(u' ').simplified()).arg(width).arg(room);
        }
    }
    QCOMPARE(tooWide.join(u'\n'), QString());
    QCOMPARE(pages, 2);
}

void TestLanguage::no_text_of_the_german_window_is_english()
{
    const QSet<QString> english = englishTexts();
    QVERIFY(english.size() > 800);
    const MainWindow window;
    QStringList found;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        for (const QString &text : textsOf(*widget)) {
            if (english.contains(text))
                found << QStringLiteral("%1: %2").arg(QLatin1String(widget->metaObject()->className()), text);
        }
    }
    QCOMPARE(found.join(u'\n'), QString());
}

void TestLanguage::mnemonics_are_unique_in_every_menu()
{
    const MainWindow window;
    QList<const QWidget *> bars{window.menuBar()};
    for (const QMenu *menu : window.findChildren<QMenu *>())
        bars << menu;
    QVERIFY(bars.size() > 6);
    for (const QWidget *bar : std::as_const(bars)) {
        QHash<QChar, QString> taken;
        for (const QAction *action : bar->actions()) {
            const QChar letter = mnemonic(action->text());
            if (letter.isNull())
                continue;
            QVERIFY2(!taken.contains(letter), qPrintable(taken.value(letter) + QStringLiteral(", ") + action->text()));
            taken.insert(letter, action->text());
        }
    }
}

void TestLanguage::the_help_says_that_it_is_english()
{
    const HelpWindow help{QString()};
    const QList<QLabel *> labels = help.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [](const QLabel *one) { return one->text().contains(QLatin1String("Englisch")); }));
}

void TestLanguage::the_buttons_of_qt_are_german()
{
    if (!QFile::exists(QStringLiteral(":/i18n/qtbase_de.qm")))
        QSKIP("package qt6-translations-l10n missing");
    const QDialogButtonBox box(QDialogButtonBox::Cancel);
    QCOMPARE(box.button(QDialogButtonBox::Cancel)->text().remove(u'&'), QStringLiteral("Abbrechen"));
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
