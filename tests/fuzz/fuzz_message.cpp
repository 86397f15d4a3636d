// SPDX-License-Identifier: GPL-3.0-or-later
// Parser, lint, draft: what is read can be written back, marks lie inside the message, no row is smuggled in.
#include "fuzz.h"
#include "message/lint.h"
#include "message/message_draft.h"
#include "message/parser.h"

using namespace sip;

namespace {

void checkPlace(const Message &m, QByteArrayView view, const char *what)
{
    const char *from = m.wire().constData();
    require(view.isEmpty() || (view.begin() >= from && view.end() <= from + m.wire().size()), what);
}

void checkReading(const QByteArray &wire, Framing framing)
{
    const Message m = parseMessage(wire, framing);
    require(m.wire() == wire, "the bytes are kept");
    for (const QByteArrayView view : {m.callId(), m.fromTag(), m.toTag(), m.branch(), m.sentBy(), m.cseqMethod(), m.contactUri(),
                                      m.startLine(), m.method(), m.requestUri(), m.reasonPhrase(), m.body()})
        checkPlace(m, view, "views lie inside the message");
    qsizetype at = 0;
    for (qsizetype i = 0; i < m.headerCount(); ++i) {
        const HeaderField &row = m.header(i);
        require(row.rowAt >= at && row.rowEnd > row.rowAt && row.rowEnd <= wire.size(), "rows follow each other");
        require(row.valueAt >= row.rowAt + row.nameSize && row.valueAt + row.valueSize <= row.rowEnd, "values lie inside rows");
        require(!m.value(row).contains('\n'), "values are unfolded");
        at = row.rowEnd;
    }
    const QList<LintMark> marks = lint(m);
    for (const LintMark &mark : marks)
        require(mark.offset >= -1 && mark.length >= 0 && qMax<qsizetype>(0, mark.offset) + mark.length <= wire.size() &&
                    *mark.rule,
                "marks have a rule and lie inside the message");
    verdict(m, marks);
    if (m.hasHeaderEnd())
        require(MessageDraft::from(m).toBytes() == wire, "an unedited draft gives the same bytes");
}

void checkEditing(const Message &m)
{
    MessageDraft draft = MessageDraft::from(m);
    draft.setContentLengthAuto(true);
    draft.set(HeaderId::Subject, "edited");
    draft.prepend(HeaderId::Via, "first");
    draft.setRequestUri("sip:a");
    const qsizetype rows = draft.rows.size() + !draft.has(HeaderId::ContentLength);
    const Message edited = draft.toMessage();
    require(rows > MaxHeaderRows || edited.headerCount() <= rows, "an edit adds no rows");
    if (m.hasHeaderEnd() && rows <= MaxHeaderRows) {
        require(edited.value(HeaderId::Subject) == "edited", "the edited row is there");
        require(edited.value(HeaderId::Via) == "first", "the row put first is first");
        require(edited.body() == QByteArrayView(draft.body), "the body stays as it is");
    }
}

void checkInjection(const QByteArray &input)
{
    const qsizetype half = input.size() / 2;
    MessageDraft draft = MessageDraft::request("OPTIONS", "sip:a");
    draft.append(HeaderId::To, "before");
    draft.append(input.first(half), input.sliced(half));
    draft.append(HeaderId::From, "after");
    const Message m = draft.toMessage();
    require(m.headerCount() <= 4 && m.headerCount() >= 3, "one row in, one row out");
    require(m.value(m.header(0)) == "before" && m.value(m.header(2)) == "after", "the rows around it are untouched");
}

} // namespace

void fuzz(const QByteArray &input)
{
    checkReading(input, Framing::Datagram);
    checkReading(input, Framing::Stream);
    checkEditing(parseMessage(input));
    checkInjection(input);
    MessageDraft::response(parseMessage(input), 200, "OK", "tag").toMessage();
}
