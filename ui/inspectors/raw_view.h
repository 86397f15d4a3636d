// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspectors/inspector_page.h"
#include "inspectors/raw_text.h"

#include <QPlainTextEdit>

class QLabel;

namespace ui {

/// Read-only monospace text with the offset of each line's first octet in a gutter.
class OffsetText : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit OffsetText(QWidget *parent = nullptr);
    void setLines(const QList<RawLine> &lines);
    void setMarks(const QList<sip::LintMark> &marks, const QByteArray &wire); ///< underlines, with the words as tool tip

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    class Gutter;
    struct Underline {
        int from = 0, to = 0; ///< positions in the document
        QString text;
    };
    void placeGutter();
    void paintGutter(QPaintEvent *event);

    QWidget *m_gutter;
    QList<RawLine> m_lines;
    QList<Underline> m_underlines;
};

/// The bytes of the selected message.
class RawView : public InspectorPage {
    Q_OBJECT
public:
    RawView(FlowStore &store, Selection &selection, QWidget *parent = nullptr);

protected:
    void refresh() override;

private:
    OffsetText *m_text;
    QLabel *m_more;
    quint64 m_shown = 0;
    bool m_all = false;
};

} // namespace ui
