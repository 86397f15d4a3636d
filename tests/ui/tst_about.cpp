// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/about_dialog.h"
#include "shell/help_window.h"
#include "support/places.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace ui;

class TestAbout : public QObject {
    Q_OBJECT
private slots:
    void every_library_is_named_with_version_and_licence();
    void the_licence_is_the_whole_text();
    void copy_gives_plain_text_without_the_user_in_it();
    void texts_can_be_selected_and_escape_closes();
    void it_says_where_settings_are_kept();
    void what_is_new_is_the_changelog();
};

namespace {

QPushButton *button(const QWidget &window, const char *text)
{
    for (QPushButton *one : window.findChildren<QPushButton *>())
        if (one->text() == QLatin1String(text))
            return one;
    return nullptr;
}

} // namespace

void TestAbout::every_library_is_named_with_version_and_licence()
{
    const AboutDialog dialog(sip::Places::here());
    auto *table = dialog.findChild<QTableWidget *>();
    QVERIFY(table);
    QStringList names;
    for (int row = 0; row < table->rowCount(); ++row) {
        names << table->item(row, 0)->text();
        for (int column = 1; column < table->columnCount(); ++column)
            QVERIFY2(!table->item(row, column)->text().isEmpty(), qPrintable(names.last()));
    }
    for (const char *name : {"Qt", "OpenSSL", "c-ares", "yaml-cpp", "QCustomPlot"})
        QVERIFY2(names.contains(QLatin1String(name)), name);
}

void TestAbout::the_licence_is_the_whole_text()
{
    const AboutDialog dialog(sip::Places::here());
    QFile file(places::source("LICENSE"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    auto *text = dialog.findChild<QPlainTextEdit *>();
    QCOMPARE(text->toPlainText(), QString::fromUtf8(file.readAll()));
    QVERIFY(text->isReadOnly());
}

void TestAbout::copy_gives_plain_text_without_the_user_in_it()
{
    const AboutDialog dialog(sip::Places::here());
    QApplication::clipboard()->clear();
    button(dialog, "&Copy")->click();
    const QString text = QApplication::clipboard()->text();
    QVERIFY(text.startsWith(QLatin1String("Viatrace ")));
    for (const char *name :
         {"Built from: ", "Compiler: ", "Qt: ", "OpenSSL: ", "QCustomPlot: ", "System: ", "Window system: offscreen"})
        QVERIFY2(text.contains(QLatin1String(name)), qPrintable(text));
    QVERIFY(!text.contains(QDir::homePath() + u'/') && !text.contains(u'<'));
}

void TestAbout::texts_can_be_selected_and_escape_closes()
{
    AboutDialog dialog(sip::Places::here());
    dialog.show();
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->pixmap().isNull() && !label->buddy() && !label->accessibleName().isEmpty())
            QVERIFY2(label->textInteractionFlags() & Qt::TextSelectableByKeyboard, qPrintable(label->text()));
    }
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

void TestAbout::it_says_where_settings_are_kept()
{
    const QTemporaryDir stick;
    const auto said = [](const sip::Places &where) {
        const AboutDialog dialog(where);
        QString all;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            all += label->text() + u'\n';
        return all;
    };
    QVERIFY(said(sip::Places::of(stick.path())).contains(QDir::toNativeSeparators(sip::Places::of(stick.path()).settings())));
    QVERIFY(QDir(stick.path()).mkdir(sip::Places::portableName()));
    const QString portable = said(sip::Places::of(stick.path()));
    QVERIFY2(portable.contains(QLatin1String("Portable: ")), qPrintable(portable));
    QVERIFY(portable.contains(QDir::toNativeSeparators(stick.filePath(sip::Places::portableName()))));
}

void TestAbout::what_is_new_is_the_changelog()
{
    QFile file(places::source("CHANGELOG.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    HelpWindow help({});
    help.showPage(HelpWindow::whatIsNewPage());
    const QString shown = help.findChild<QTextBrowser *>()->toPlainText();
    QVERIFY(shown.startsWith(QLatin1String("Changelog")));
    QTextDocument whole;
    whole.setMarkdown(QString::fromUtf8(file.readAll()));
    QCOMPARE(shown, whole.toPlainText());
}

QTEST_MAIN(TestAbout)
#include "tst_about.moc"
