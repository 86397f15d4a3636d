// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composer/session_builder.h"

#include <QPushButton>

#include <functional>

namespace ui {

/// Opens the builder of session descriptions for the body in a text editor. The text is replaced when the user says so there, and
/// can be undone.
class SessionButton : public QPushButton {
    Q_OBJECT
public:
    /// \param start  asked on every press; its body is the editor's
    SessionButton(QPlainTextEdit &body, std::function<SessionBuilder::Start()> start, QWidget *parent = nullptr);

signals:
    void written(); ///< the body is a session description now

private:
    void build();

    QPlainTextEdit &m_body;
    std::function<SessionBuilder::Start()> m_start;
};

} // namespace ui
