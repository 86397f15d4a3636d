// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composer/composer_state.h"

#include <QWidget>

#include <memory>

namespace diag {
struct RequestTemplate;
}

namespace ui {

/// The left side of the window: the request as a form, as raw text and with its options, and Send. Nothing here blocks Send; what
/// is odd is marked.
class ComposerPanel : public QWidget {
    Q_OBJECT
public:
    explicit ComposerPanel(ComposerState &state, QWidget *parent = nullptr);
    ~ComposerPanel() override;
    void setRunning(bool running);
    void setCallUp(bool up); ///< the Cancel button hangs up then        ///< an intent is under way: Cancel is possible
    void showNotice(const QString &text); ///< a line above the form; empty: none
    QSize sizeHint() const override;

public slots:
    void focusTarget();
    void focusSend();
    void showForm();
    void showRaw();
    void buildSession(); ///< a session description by choice, for the body
    void applyTemplate(const diag::RequestTemplate &chosen);

signals:
    void sendRequested();
    void cancelRequested();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
