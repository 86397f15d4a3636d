// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composer/composer_state.h"

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace ui {

/// The message as a form: who, the credentials, the header rows, the body.
class FormPage : public QWidget {
    Q_OBJECT
public:
    explicit FormPage(ComposerState &state, QWidget *parent = nullptr);

private:
    void showState();
    QLineEdit *line(const QString &name, const QString &hint);

    ComposerState &m_state;
    QLineEdit *m_from, *m_to, *m_contact;
    QPlainTextEdit *m_body;
};

} // namespace ui
