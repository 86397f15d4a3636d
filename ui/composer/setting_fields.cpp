// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/setting_fields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>

namespace ui {

namespace {

QToolButton *chooser(QWidget *row, QWidget *field, const QString &name)
{
    auto *button = new QToolButton(row);
    button->setText(QStringLiteral("..."));
    button->setToolTip(SettingFields::tr("Choose a file"));
    button->setAccessibleName(SettingFields::tr("Choose: %1").arg(name));
    button->setFocusPolicy(Qt::TabFocus);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addWidget(field, 1);
    layout->addWidget(button, 0, Qt::AlignTop);
    return button;
}

} // namespace

SettingFields::SettingFields(const QString &title, QWidget *parent)
    : QWidget(parent), m_title(title), m_head(new QToolButton(this)), m_body(new QWidget(this)), m_form(new QFormLayout(m_body))
{
    m_head->setCheckable(true);
    m_head->setAutoRaise(true);
    m_head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_head->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_head->setFocusPolicy(Qt::TabFocus);
    QFont font = m_head->font();
    font.setWeight(QFont::DemiBold);
    m_head->setFont(font);
    m_form->setContentsMargins({});
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_head);
    column->addWidget(m_body);
    connect(m_head, &QToolButton::toggled, this, &SettingFields::setOpen);
    setOpen(false);
    setSummary({});
}

void SettingFields::add(const QString &name, QWidget *field, QWidget *row, const QString &tip)
{
    field->setAccessibleName(name);
    field->setToolTip(tip);
    if (name.isEmpty())
        m_form->addRow(row);
    else
        m_form->addRow(name, row);
    auto *remark = new QLabel(m_body);
    remark->setWordWrap(true);
    remark->setTextFormat(Qt::PlainText);
    remark->hide();
    m_form->addRow(remark);
    m_remarks.insert(field, remark);
}

QLineEdit *SettingFields::line(const QString &name, const QString &hint, const QString &tip)
{
    auto *edit = new QLineEdit(m_body);
    edit->setPlaceholderText(hint);
    add(name, edit, edit, tip);
    connect(edit, &QLineEdit::textEdited, this, &SettingFields::edited);
    return edit;
}

QLineEdit *SettingFields::file(const QString &name, const QString &hint, const QString &tip, File kind)
{
    auto *row = new QWidget(m_body);
    auto *edit = new QLineEdit(row);
    edit->setPlaceholderText(hint);
    QToolButton *const choose = chooser(row, edit, name);
    add(name, edit, row, tip);
    connect(edit, &QLineEdit::textEdited, this, &SettingFields::edited);
    connect(choose, &QToolButton::clicked, this, [this, edit, name, kind] {
        const QString path = kind == File::Existing ? QFileDialog::getOpenFileName(this, name, edit->text())
                                                    : QFileDialog::getSaveFileName(this, name, edit->text(), {}, nullptr,
                                                                                   QFileDialog::DontConfirmOverwrite);
        if (path.isEmpty())
            return;
        edit->setText(path);
        emit edited();
    });
    return edit;
}

QPlainTextEdit *SettingFields::lines(const QString &name, const QString &hint, const QString &tip)
{
    auto *text = new QPlainTextEdit(m_body);
    text->setPlaceholderText(hint);
    text->setTabChangesFocus(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setFixedHeight(text->fontMetrics().lineSpacing() * 2 + 14);
    add(name, text, text, tip);
    connect(text, &QPlainTextEdit::textChanged, this, &SettingFields::edited);
    return text;
}

QPlainTextEdit *SettingFields::files(const QString &name, const QString &hint, const QString &tip)
{
    QPlainTextEdit *const text = lines(name, hint, tip);
    int at = -1;
    QFormLayout::ItemRole role = QFormLayout::FieldRole;
    m_form->getWidgetPosition(text, &at, &role);
    auto *row = new QWidget(m_body);
    m_form->removeWidget(text);
    m_form->setWidget(at, QFormLayout::FieldRole, row);
    QToolButton *const choose = chooser(row, text, name);
    connect(choose, &QToolButton::clicked, this, [this, text, name] {
        const QStringList chosen = QFileDialog::getOpenFileNames(this, name);
        if (!chosen.isEmpty())
            text->setPlainText((linesOf(*text) + chosen).join(u'\n'));
    });
    return text;
}

QComboBox *SettingFields::choice(const QString &name, const QStringList &items, const QString &tip)
{
    auto *box = new QComboBox(m_body);
    box->addItems(items);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
    add(name, box, box, tip);
    connect(box, &QComboBox::activated, this, &SettingFields::edited);
    return box;
}

QCheckBox *SettingFields::check(const QString &text, const QString &tip)
{
    auto *box = new QCheckBox(text, m_body);
    add({}, box, box, tip);
    box->setAccessibleName(text);
    connect(box, &QCheckBox::clicked, this, &SettingFields::edited);
    return box;
}

void SettingFields::remark(QWidget *field, const QString &text, theme::Meaning meaning)
{
    QLabel *const label = m_remarks.value(field);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, theme::colour(meaning));
    label->setPalette(palette);
    label->setText(text);
    label->setVisible(!text.isEmpty());
    field->setAccessibleDescription(text);
}

void SettingFields::setSummary(const QString &text)
{
    const QString words = text.isEmpty() ? tr("as usual") : text;
    m_head->setText(QStringLiteral("%1: %2").arg(m_title, words));
    m_head->setToolTip(m_head->text());
    m_head->setAccessibleName(m_head->text());
}

bool SettingFields::isOpen() const
{
    return m_head->isChecked();
}

void SettingFields::setOpen(bool open)
{
    m_head->setChecked(open);
    m_head->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_body->setVisible(open);
}

QStringList linesOf(const QPlainTextEdit &text)
{
    QStringList out;
    for (const QString &line : text.toPlainText().split(u'\n'))
        if (!line.trimmed().isEmpty())
            out << line.trimmed();
    return out;
}

void showLines(QPlainTextEdit &text, const QStringList &lines)
{
    if (linesOf(text) != lines)
        text.setPlainText(lines.join(u'\n'));
}

void showText(QLineEdit &edit, const QString &text)
{
    if (edit.text().trimmed() != text)
        edit.setText(text);
}

} // namespace ui
