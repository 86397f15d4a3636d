// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composer/composer_state.h"

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace ui {

class SessionButton;

/// The message as a form: who, the credentials, the header rows, the body.
class FormPage : public QWidget {
    Q_OBJECT
public:
    explicit FormPage(ComposerState &state, QWidget *parent = nullptr);
    void buildSession(); ///< opens the builder for the body

private:
    void showState();
    QLineEdit *line(const QString &name, const QString &hint);

    ComposerState &m_state;
    QLineEdit *m_from, *m_to, *m_contact;
    QPlainTextEdit *m_body;
    SessionButton *m_session;
};

} // namespace ui
