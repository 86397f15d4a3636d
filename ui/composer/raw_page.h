// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composer/composer_state.h"

#include <QWidget>

class QCheckBox;
class QListWidget;
class QPlainTextEdit;

namespace ui {

class RawEditor;

/// The message as text, the switch that sends it exactly as typed, what will be filled in, and the remarks of lint.
class RawPage : public QWidget {
    Q_OBJECT
public:
    explicit RawPage(ComposerState &state, QWidget *parent = nullptr);

private:
    void showState();

    ComposerState &m_state;
    QCheckBox *m_raw;
    RawEditor *m_editor;
    QWidget *m_filledPart;
    QPlainTextEdit *m_filled;
    QListWidget *m_remarks;
};

} // namespace ui
