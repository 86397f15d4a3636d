// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/raw_view.h"

#include "inspectors/mark_icon.h"
#include "inspectors/message_tree.h"
#include "message/lint.h"
#include "models/theme.h"

#include <QHelpEvent>
#include <QLabel>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr qsizetype ShownAtFirst = 32 * 1024; ///< octets; more on request
constexpr qsizetype MostMarks = 500;          ///< underlines; a message with more has other troubles

QColor underlineColour(sip::LintMark::Severity severity)
{
    using theme::Meaning;
    return theme::colour(severity == sip::LintMark::Severity::Error     ? Meaning::Error
                         : severity == sip::LintMark::Severity::Warning ? Meaning::Warning
                                                                        : Meaning::Note);
}

} // namespace

class OffsetText::Gutter : public QWidget {
public:
    explicit Gutter(OffsetText &text) : QWidget(&text), m_text(text) {}

protected:
    void paintEvent(QPaintEvent *event) override { m_text.paintGutter(event); }

private:
    OffsetText &m_text;
};

OffsetText::OffsetText(QWidget *parent) : QPlainTextEdit(parent), m_gutter(new Gutter(*this))
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &area, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, area.y(), m_gutter->width(), area.height());
    });
}

void OffsetText::setLines(const QList<RawLine> &lines)
{
    m_lines = lines;
    m_underlines.clear();
    setExtraSelections({});
    setFont(theme::monospace());
    QString text;
    for (const RawLine &line : lines) {
        if (&line != &lines.first())
            text += u'\n';
        text += line.text;
    }
    // Text lines hold no line end of their own: rawLines() shows a lone one as its picture.
    setPlainText(text);
    placeGutter();
}

void OffsetText::setMarks(const QList<sip::LintMark> &marks, const QByteArray &wire)
{
    QList<QTextEdit::ExtraSelection> selections;
    for (const sip::LintMark &mark : marks) {
        if (mark.offset < 0 || selections.size() == MostMarks)
            continue;
        const RawPlace from = rawPlace(m_lines, wire, mark.offset);
        if (from.line < 0)
            continue;
        const QTextBlock block = document()->findBlockByNumber(int(from.line));
        const RawPlace to = rawPlace(m_lines, wire, mark.offset + std::max<qsizetype>(1, mark.length));
        const int start = block.position() + int(from.column);
        int end = to.line < 0 ? block.position() + block.length() - 1
                              : document()->findBlockByNumber(int(to.line)).position() + int(to.column);
        end = std::max(end, start + 1);

        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(std::min(start, document()->characterCount() - 1));
        selection.cursor.setPosition(std::min(end, document()->characterCount() - 1), QTextCursor::KeepAnchor);
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(underlineColour(mark.severity));
        selections.append(selection);
        m_underlines.append({start, end, marksText({mark})});
    }
    setExtraSelections(selections);
}

void OffsetText::placeGutter()
{
    const qsizetype largest = m_lines.isEmpty() ? 0 : m_lines.last().offset;
    const auto digits = std::max<qsizetype>(4, QString::number(largest).size());
    const int width = fontMetrics().horizontalAdvance(QLatin1Char('9')) * int(digits) + 14;
    setViewportMargins(width, 0, 0, 0);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.x(), area.y(), width, area.height());
    m_gutter->update();
}

void OffsetText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

void OffsetText::paintGutter(QPaintEvent *event)
{
    QPainter painter(m_gutter);
    painter.fillRect(event->rect(), palette().alternateBase());
    painter.setFont(font());
    painter.setPen(theme::colour(theme::Meaning::Muted));
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF line = blockBoundingGeometry(block).translated(contentOffset());
        if (line.top() > event->rect().bottom() || block.blockNumber() >= m_lines.size())
            break;
        painter.drawText(QRectF(0, line.top(), m_gutter->width() - 7, line.height()), Qt::AlignRight | Qt::AlignTop,
                         QString::number(m_lines[block.blockNumber()].offset));
    }
}

bool OffsetText::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int position = cursorForPosition(help->pos()).position();
    QStringList texts;
    for (const Underline &underline : m_underlines)
        if (position >= underline.from && position <= underline.to)
            texts += underline.text;
    if (texts.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), texts.join(u'\n'), viewport());
    return true;
}

RawView::RawView(FlowStore &store, Selection &selection, QWidget *parent)
    : InspectorPage(store, selection, Follows::Row, parent), m_text(new OffsetText), m_more(new QLabel)
{
    m_text->setObjectName(u"rawText"_s);
    m_text->setAccessibleName(tr("Raw message"));
    m_text->setAccessibleDescription(tr("The octets of the selected message; the numbers at the left count octets"));
    m_more->setObjectName(u"showAll"_s);
    m_more->setTextInteractionFlags(Qt::LinksAccessibleByKeyboard | Qt::LinksAccessibleByMouse);
    m_more->setMargin(6);
    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_text);
    layout->addWidget(m_more);
    connect(m_more, &QLabel::linkActivated, this, [this] {
        m_all = true;
        setDirty();
    });
}

void RawView::refresh()
{
    const sip::Message *shown = message();
    if (!shown) {
        showEmpty(MessageTree::emptySentence(row()));
        return;
    }
    if (m_shown != m_selection.row()) {
        m_shown = m_selection.row();
        m_all = false;
    }
    const qsizetype size = shown->wire().size();
    m_text->setLines(rawLines(*shown, m_all ? size : ShownAtFirst));
    m_text->setMarks(sip::lint(*shown), shown->wire());
    const bool cut = !m_all && size > ShownAtFirst;
    m_more->setVisible(cut);
    m_more->setText(u"%1 <a href=\"all\">%2</a>"_s.arg(tr("The first %L1 of %L2 octets are shown.").arg(ShownAtFirst).arg(size),
                                                       tr("Show all")));
    m_more->setAccessibleName(tr("The first %L1 of %L2 octets are shown. Show all").arg(ShownAtFirst).arg(size));
    showContent();
}

} // namespace ui
