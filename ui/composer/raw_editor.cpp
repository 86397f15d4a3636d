// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/raw_editor.h"

#include "composer/sip_highlighter.h"
#include "models/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

namespace ui {

namespace {

theme::Meaning meaningOf(sip::LintMark::Severity severity)
{
    switch (severity) {
    case sip::LintMark::Severity::Error: return theme::Meaning::Error;
    case sip::LintMark::Severity::Warning: return theme::Meaning::Warning;
    case sip::LintMark::Severity::Info: break;
    }
    return theme::Meaning::Note;
}

/// The document's text with the separators Qt uses inside as line ends; toPlainText() would also turn hard spaces into plain
/// ones.
QString textOf(const QTextDocument &document)
{
    return document.toRawText().replace(QChar::ParagraphSeparator, u'\n');
}

} // namespace

class RawEditor::Gutter : public QWidget {
public:
    explicit Gutter(RawEditor *editor) : QWidget(editor), m_editor(editor) {}
    QSize sizeHint() const override { return {m_editor->gutterWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent *event) override { m_editor->paintGutter(event); }

private:
    RawEditor *m_editor;
};

RawEditor::RawEditor(ComposerState &state, QWidget *parent)
    : QPlainTextEdit(parent), m_state(state), m_highlighter(new SipHighlighter(document())), m_gutter(new Gutter(this))
{
    setAccessibleName(tr("Raw message"));
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    updateLooks();
    connect(this, &QPlainTextEdit::blockCountChanged, this, &RawEditor::placeGutter);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_showing)
            m_state.setText(textOf(*document()));
    });
    connect(&m_state, &ComposerState::changed, this, &RawEditor::showState);
    showState();
}

void RawEditor::showState()
{
    const QString now = textOf(*document()), wanted = m_state.text();
    if (now != wanted) {
        m_showing = true;
        // Only the middle that differs is replaced: cursor, scroll bar and undo stay useful.
        const auto head = std::mismatch(now.begin(), now.end(), wanted.begin(), wanted.end());
        const qsizetype from = head.first - now.begin();
        qsizetype tail = 0;
        while (tail < now.size() - from && tail < wanted.size() - from &&
               now[now.size() - 1 - tail] == wanted[wanted.size() - 1 - tail])
            ++tail;
        QTextCursor cursor(document());
        cursor.setPosition(int(from));
        cursor.setPosition(int(now.size() - tail), QTextCursor::KeepAnchor);
        cursor.insertText(wanted.mid(from, wanted.size() - tail - from));
        m_showing = false;
    }
    showMarks();
}

void RawEditor::showMarks()
{
    m_marks = m_state.marks();
    QList<QTextEdit::ExtraSelection> selections;
    const int last = document()->characterCount() - 1;
    for (const ComposerState::Mark &mark : std::as_const(m_marks)) {
        if (mark.at < 0 || mark.at > last)
            continue;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(int(mark.at));
        selection.cursor.setPosition(int(qMin<qsizetype>(mark.at + qMax<qsizetype>(mark.length, 1), last)),
                                     QTextCursor::KeepAnchor);
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(theme::colour(meaningOf(mark.severity)));
        selections << selection;
    }
    setExtraSelections(selections);
    m_gutter->update();
}

QString RawEditor::markAt(int position) const
{
    QStringList words;
    for (const ComposerState::Mark &mark : m_marks) {
        if (mark.at >= 0 && position >= mark.at && position <= mark.at + qMax<qsizetype>(mark.length, 1))
            words << (mark.rule.isEmpty() ? mark.text : QStringLiteral("%1 (%2)").arg(mark.text, mark.rule));
    }
    return words.join(u'\n');
}

void RawEditor::updateLooks()
{
    setFont(theme::monospace());
    setTabStopDistance(fontMetrics().horizontalAdvance(u' ') * 8);
    m_highlighter->rehighlight();
    placeGutter();
    showMarks();
}

int RawEditor::gutterWidth() const
{
    const int digits = int(QString::number(qMax(99, blockCount())).size());
    return fontMetrics().horizontalAdvance(u'9') * digits + 14;
}

void RawEditor::placeGutter()
{
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect inner = contentsRect();
    m_gutter->setGeometry(inner.left(), inner.top(), gutterWidth(), inner.height());
}

void RawEditor::paintGutter(QPaintEvent *event)
{
    QPainter painter(m_gutter);
    painter.fillRect(event->rect(), palette().color(QPalette::AlternateBase));
    painter.setFont(font());
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= event->rect().bottom()) {
        const qreal height = blockBoundingRect(block).height();
        const QRectF line(0, top, m_gutter->width() - 8, height);
        const int from = block.position(), to = from + block.length();
        const ComposerState::Mark *worst = nullptr;
        for (const ComposerState::Mark &mark : std::as_const(m_marks)) {
            if (mark.at >= from && mark.at < to && (!worst || mark.severity > worst->severity))
                worst = &mark;
        }
        painter.setPen(worst ? theme::colour(meaningOf(worst->severity)) : theme::colour(theme::Meaning::Muted));
        painter.drawText(line, Qt::AlignRight | Qt::AlignTop, QString::number(block.blockNumber() + 1));
        if (worst) {
            painter.setBrush(theme::colour(meaningOf(worst->severity)));
            painter.drawEllipse(QPointF(m_gutter->width() - 4, top + height / 2), 1.5, 1.5);
        }
        top += height;
        block = block.next();
    }
}

void RawEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

void RawEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateLooks();
}

bool RawEditor::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString words = markAt(cursorForPosition(viewport()->mapFrom(this, help->pos())).position());
    if (words.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), words, this);
    return true;
}

} // namespace ui
