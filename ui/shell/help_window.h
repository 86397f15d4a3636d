// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QListWidget;
class QTextBrowser;

namespace ui {

/// The manual: the Markdown pages compiled in under :/help, the list of shortcuts as the window really has them, and the
/// changelog.
class HelpWindow : public QDialog {
    Q_OBJECT
public:
    /// \param shortcuts  Markdown of the page made from the actions
    explicit HelpWindow(const QString &shortcuts, QWidget *parent = nullptr);
    void showPage(const QString &name); ///< "index"; unknown names: the first page
    static QString shortcutsPage() { return QStringLiteral("shortcuts"); }
    static QString whatIsNewPage() { return QStringLiteral("what-is-new"); }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void read(const QString &name);

    QString m_shortcuts;
    QListWidget *m_pages;
    QTextBrowser *m_text;
};

} // namespace ui
