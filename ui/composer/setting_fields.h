// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/theme.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace ui {

/// Settings of one subject that fold away under their title, which says what is set. A field can have a remark below itself: what
/// is wrong with it, or what it leads to.
class SettingFields : public QWidget {
    Q_OBJECT
public:
    explicit SettingFields(const QString &title, QWidget *parent = nullptr);

    QLineEdit *line(const QString &name, const QString &hint, const QString &tip);
    QPlainTextEdit *lines(const QString &name, const QString &hint, const QString &tip); ///< one value in a line
    QComboBox *choice(const QString &name, const QStringList &items, const QString &tip);
    QCheckBox *check(const QString &text, const QString &tip);
    enum class File { Existing, Written };
    QLineEdit *file(const QString &name, const QString &hint, const QString &tip, File kind);
    QPlainTextEdit *files(const QString &name, const QString &hint, const QString &tip);

    /// Below \a field; empty: nothing is there. \a field is one of ours.
    void remark(QWidget *field, const QString &text, theme::Meaning meaning = theme::Meaning::Error);
    void setSummary(const QString &text); ///< behind the title; empty: all is as usual
    bool isOpen() const;
    void setOpen(bool open);

signals:
    void edited(); ///< by the user

private:
    void add(const QString &name, QWidget *field, QWidget *row, const QString &tip);

    const QString m_title;
    QToolButton *m_head;
    QWidget *m_body;
    QFormLayout *m_form;
    QHash<QWidget *, QLabel *> m_remarks;
};

QStringList linesOf(const QPlainTextEdit &text); ///< trimmed, without empty ones
/// Shown only when it means something else: what is being typed stays as it is.
void showLines(QPlainTextEdit &text, const QStringList &lines);
void showText(QLineEdit &edit, const QString &text);

} // namespace ui
