// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composer/composer_state.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace ui {

/// Everything about a request that is not in the message: timers, limits, transport and authentication policy.
class OptionsSection : public QWidget {
    Q_OBJECT
public:
    explicit OptionsSection(ComposerState &state, QWidget *parent = nullptr);

private:
    void showState();
    void takeForm();
    void takeProfile(int profile);
    void takeLines();

    ComposerState &m_state;
    QComboBox *m_profile, *m_choice, *m_scheme, *m_alive;
    QSpinBox *m_t1, *m_t2, *m_t4, *m_hangUp, *m_ring, *m_keep, *m_retries, *m_stale, *m_maxAnswers, *m_aliveEvery;
    QCheckBox *m_forceUdp, *m_compact, *m_authInt, *m_preemptive, *m_forceCancel, *m_follow, *m_removeOnExit;
    QLineEdit *m_digestUri;
    QPlainTextEdit *m_then, *m_answers; ///< a line for each request, a line for each rule
    QLabel *m_wrong;                    ///< what of them cannot be read
    bool m_showing = false;
    bool m_custom = false; ///< "custom" was chosen, whatever the values
};

} // namespace ui
