// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composer/composer_state.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace ui {

class SettingFields;

/// How TLS is done where it is done: whom we trust, who we are, what is offered.
class TlsSection : public QWidget {
    Q_OBJECT
public:
    explicit TlsSection(ComposerState &state, QWidget *parent = nullptr);

private:
    void showState();
    void showRemarks();
    void showSummary();
    void take();

    ComposerState &m_state;
    SettingFields *m_fields;
    QPlainTextEdit *m_authorities, *m_pins; ///< a line for each
    QLineEdit *m_certificate, *m_key, *m_keyPassword, *m_serverName, *m_applications, *m_keyLog;
    QComboBox *m_least, *m_most;
    QCheckBox *m_despite;
    QString m_wrongPin; ///< of what was typed; empty: none
    bool m_showing = false;
};

} // namespace ui
