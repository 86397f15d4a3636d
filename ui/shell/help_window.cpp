// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/help_window.h"

#include "shell/language.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QListWidget>
#include <QScrollBar>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

QString pagePath(const QString &name)
{
    return name == HelpWindow::whatIsNewPage() ? QStringLiteral(":/CHANGELOG.md") : QStringLiteral(":/help/%1.md").arg(name);
}

QString markdownOf(const QString &name)
{
    QFile file(pagePath(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The first heading, or the name.
QString titleOf(const QString &name)
{
    for (const QString &line : markdownOf(name).split(u'\n')) {
        if (line.startsWith(QLatin1String("# ")))
            return line.mid(2).trimmed();
    }
    return name;
}

/// The order of a first reading; pages not named here follow by their titles.
QStringList pageNames()
{
    const QStringList order = {QStringLiteral("index"),           QStringLiteral("ladder"),        QStringLiteral("timers"),
                               QStringLiteral("practice-server"), QStringLiteral("request-files"), QStringLiteral("cli")};
    QStringList names;
    for (const QString &file : QDir(QStringLiteral(":/help")).entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name))
        names << file.chopped(3);
    std::stable_sort(names.begin(), names.end(), [&](const QString &a, const QString &b) {
        const auto rank = [&](const QString &name) { return order.contains(name) ? order.indexOf(name) : order.size(); };
        return rank(a) < rank(b);
    });
    return names;
}

/// Shows pictures as wide as the page: Markdown has no word for their width.
class Page : public QTextBrowser {
public:
    using QTextBrowser::QTextBrowser;
    QVariant loadResource(int type, const QUrl &name) override
    {
        if (type != QTextDocument::ImageResource)
            return QTextBrowser::loadResource(type, name);
        QImage picture(QStringLiteral(":/help/") + name.path());
        const int room = viewport()->width() - 2 * int(document()->documentMargin());
        const int dots = int(room * devicePixelRatioF());
        if (room > 0 && picture.width() > dots) {
            picture = picture.convertToFormat(QImage::Format_RGB32).scaledToWidth(dots, Qt::SmoothTransformation);
            picture.setDevicePixelRatio(devicePixelRatioF());
        }
        return picture;
    }
};

} // namespace

HelpWindow::HelpWindow(const QString &shortcuts, QWidget *parent)
    : QDialog(parent), m_shortcuts(shortcuts), m_pages(new QListWidget(this)), m_text(new Page(this))
{
    setWindowTitle(tr("Viatrace Help"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_pages);
    splitter->addWidget(m_text);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({220, 680});
    splitter->setChildrenCollapsible(false);
    if (spokenLanguage() != QLatin1String("en"))
        layout->addWidget(new QLabel(tr("The manual is written in English."), this));
    layout->addWidget(splitter, 1);
    m_pages->setAccessibleName(tr("Help pages"));
    m_pages->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setAccessibleName(tr("Help text"));
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the width for pictures is to stay
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(20);
    for (const QString &name : pageNames()) {
        auto *item = new QListWidgetItem(titleOf(name), m_pages);
        item->setData(Qt::UserRole, name);
    }
    for (const auto &[name, title] :
         {std::pair(shortcutsPage(), tr("Keyboard shortcuts")), std::pair(whatIsNewPage(), tr("What is new"))})
        (new QListWidgetItem(title, m_pages))->setData(Qt::UserRole, name);
    connect(m_pages, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *now) {
        if (now)
            read(now->data(Qt::UserRole).toString());
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (url.isRelative() && url.path().endsWith(QLatin1String(".md")))
            showPage(url.path().section(u'/', -1).chopped(3));
        else if (url.isRelative() && url.hasFragment())
            m_text->scrollToAnchor(url.fragment());
        else if (url.scheme() == QLatin1String("https"))
            QDesktopServices::openUrl(url); // the one way out, and the user clicked it
    });
    resize(900, 640);
    m_pages->setCurrentRow(0);
}

void HelpWindow::showPage(const QString &name)
{
    for (int i = 0; i < m_pages->count(); ++i) {
        if (m_pages->item(i)->data(Qt::UserRole).toString() == name) {
            m_pages->setCurrentRow(i);
            return;
        }
    }
    m_pages->setCurrentRow(0);
}

void HelpWindow::read(const QString &name)
{
    m_text->setMarkdown(name == shortcutsPage() ? m_shortcuts : markdownOf(name));
    m_text->moveCursor(QTextCursor::Start);
}

void HelpWindow::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    const QListWidgetItem *page = m_pages->currentItem();
    if (!page)
        return;
    const int place = m_text->verticalScrollBar()->value();
    read(page->data(Qt::UserRole).toString());
    m_text->verticalScrollBar()->setValue(place);
}

} // namespace ui
