// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/about_dialog.h"

#include "models/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QIcon>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRawFont>
#include <QSysInfo>
#include <QTableWidget>
#include <QTabWidget>
#include <QtEndian>
#include <QUrl>
#include <QVBoxLayout>

#include <qcustomplot.h>

namespace ui {

namespace {

/// The fontRevision of the table "head".
QString fontVersion(const QString &file)
{
    const QByteArray head = QRawFont(file, 12).fontTable("head");
    return head.size() < 8 ? QString() : QString::number(qFromBigEndian<quint32>(head.constData() + 4) / 65536.0, 'f', 3);
}

sip::ProgramFacts windowFacts()
{
    sip::ProgramFacts facts = sip::programFacts();
    facts.libraries.append(
        {QStringLiteral("QCustomPlot"), QStringLiteral(QCUSTOMPLOT_VERSION_STR), QStringLiteral("GPL-3.0-or-later")});
#ifdef VIATRACE_KEYCHAIN
    facts.libraries.append({QStringLiteral("QtKeychain"), QStringLiteral(VIATRACE_KEYCHAIN), QStringLiteral("BSD-2-Clause")});
#endif
    const QDir fonts(sip::Places::fontFolder());
    for (const auto &[name, file] :
         {std::pair("Inter", "Inter-Regular.*"), std::pair("JetBrains Mono", "JetBrainsMono-Regular.*")})
        for (const QString &found : fonts.entryList({QString::fromLatin1(file)}, QDir::Files))
            facts.libraries.append({QString::fromLatin1(name), fontVersion(fonts.filePath(found)), QStringLiteral("OFL-1.1")});
    return facts;
}

QLabel *selectable(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    return label;
}

} // namespace

AboutDialog::AboutDialog(const sip::Places &places, QWidget *parent) : QDialog(parent), m_facts(windowFacts()), m_places(places)
{
    setWindowTitle(tr("About Viatrace"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(heading());
    auto *tabs = new QTabWidget(this);
    tabs->addTab(programPage(), tr("&Program"));
    tabs->addTab(librariesPage(), tr("L&ibraries"));
    tabs->addTab(licencePage(), tr("&Licence"));
    layout->addWidget(tabs, 1);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setToolTip(tr("Copy all versions as plain text, for a bug report"));
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(text()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    buttons->button(QDialogButtonBox::Close)->setFocus();
    resize(720, 560);
}

QString AboutDialog::text() const
{
    return QStringLiteral("Viatrace %1\n%2Window system: %3\n")
        .arg(m_facts.version, m_facts.text(), QGuiApplication::platformName());
}

QWidget *AboutDialog::heading()
{
    auto *whole = new QWidget(this);
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins({});
    row->setSpacing(16);
    auto *picture = new QLabel;
    picture->setPixmap(QIcon(QStringLiteral(":/icons/viatrace-128.png")).pixmap(64, 64));
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    QLabel *name = selectable(QStringLiteral("Viatrace %1").arg(m_facts.version));
    QFont large = name->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    large.setWeight(QFont::DemiBold);
    name->setFont(large);
    words->addWidget(name);
    words->addWidget(selectable(tr("The workbench for SIP signalling: sends requests and shows all that happens to them.")));
    words->addWidget(selectable(tr("No account, no telemetry, no look for updates: no network traffic but what you send.")));
    row->addWidget(picture, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    return whole;
}

QWidget *AboutDialog::programPage()
{
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    form->setContentsMargins(12, 12, 12, 12);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto fact = [form](const QString &name, const QString &value) {
        QLabel *label = selectable(value);
        label->setAccessibleName(name);
        form->addRow(name, label);
    };
    fact(tr("Version"), m_facts.version);
    fact(tr("Built from"), m_facts.source());
    fact(tr("Compiler"), QStringLiteral("%1, %2").arg(m_facts.compiler, m_facts.buildType));
    fact(tr("System"),
         QStringLiteral("%1, %2, %3")
             .arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(), QGuiApplication::platformName()));
    auto *folder = new QHBoxLayout;
    folder->setSpacing(8);
    QLabel *path = selectable(QDir::toNativeSeparators(m_places.settings()));
    path->setAccessibleName(tr("Settings"));
    auto *show = new QPushButton(tr("&Show folder"));
    show->setAutoDefault(false);
    show->setEnabled(QDir(m_places.settings()).exists());
    connect(show, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_places.settings())); });
    folder->addWidget(path, 1);
    folder->addWidget(show);
    auto *kept = new QVBoxLayout;
    kept->setSpacing(6);
    kept->addLayout(folder);
    kept->addWidget(
        selectable(m_places.isPortable()
                       ? tr("Portable: everything is kept in the folder %1 beside the program.").arg(sip::Places::portableName())
                       : tr("Kept where this system keeps settings. Portable once a folder %1 lies beside the program.")
                             .arg(sip::Places::portableName())));
    form->addRow(tr("Settings"), kept);
    return page;
}

QWidget *AboutDialog::librariesPage()
{
    auto *table = new QTableWidget(int(m_facts.libraries.size()), 3);
    table->setAccessibleName(tr("Libraries"));
    table->setHorizontalHeaderLabels({tr("Library"), tr("Version"), tr("Licence")});
    for (int row = 0; row < table->rowCount(); ++row) {
        const sip::Library &one = m_facts.libraries[row];
        int column = 0;
        for (const QString &text : {one.name, one.version, one.licence})
            table->setItem(row, column++, new QTableWidgetItem(text));
    }
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

QWidget *AboutDialog::licencePage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(
        selectable(tr("Free software under the GNU General Public License, version 3 or later; without any warranty.")));
    auto *text = new QPlainTextEdit;
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setAccessibleName(tr("Text of the licence"));
    text->setFont(theme::monospace());
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    QFile file(QStringLiteral(":/LICENSE"));
    if (file.open(QIODevice::ReadOnly))
        text->setPlainText(QString::fromUtf8(file.readAll()));
    layout->addWidget(text, 1);
    return page;
}

} // namespace ui
