// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composer/composer_state.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace ui {

class SettingFields;

/// How the server is found: who is asked, which addresses, and which of the targets found are used (RFC 3263).
class RoadSection : public QWidget {
    Q_OBJECT
public:
    explicit RoadSection(ComposerState &state, QWidget *parent = nullptr);

private:
    void showState();
    void take();

    ComposerState &m_state;
    SettingFields *m_fields;
    QLineEdit *m_resolver, *m_pin;
    QComboBox *m_families;
    QPlainTextEdit *m_dead; ///< a line for each target
    bool m_showing = false;
};

} // namespace ui
