// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composer/composer_state.h"

#include <QPlainTextEdit>

namespace ui {

class SipHighlighter;

/// The message as text: line numbers, colours, lint marks underlined with their words as tool tip. Edits go to the state as they
/// are typed; what changes elsewhere comes back without moving the cursor.
class RawEditor : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit RawEditor(ComposerState &state, QWidget *parent = nullptr);
    QString markAt(int position) const; ///< the words of the marks at a place in the text; empty: none

public slots:
    void showState();   ///< text and marks of the state
    void updateLooks(); ///< after a change of theme

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override; ///< tool tips

private:
    class Gutter;
    int gutterWidth() const;
    void paintGutter(QPaintEvent *event);
    void placeGutter();
    void showMarks();

    ComposerState &m_state;
    SipHighlighter *m_highlighter;
    Gutter *m_gutter;
    QList<ComposerState::Mark> m_marks;
    bool m_showing = false;
};

} // namespace ui
