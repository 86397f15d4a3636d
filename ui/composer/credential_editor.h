// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composer/composer_state.h"

#include <QWidget>

class QListWidget;
class QToolButton;

namespace ui {

class CredentialFields;

/// The credentials of the request: the fields of one, and a list to choose from once there are several.
class CredentialEditor : public QWidget {
    Q_OBJECT
public:
    explicit CredentialEditor(ComposerState &state, QWidget *parent = nullptr);
    int labelWidth() const;

private:
    void showState();
    void take();
    void add();
    void remove();
    CredentialDraft current() const; ///< an untouched one when there is none

    ComposerState &m_state;
    QListWidget *m_list;
    CredentialFields *m_fields;
    QToolButton *m_add, *m_remove;
    qsizetype m_current = 0;
};

} // namespace ui
