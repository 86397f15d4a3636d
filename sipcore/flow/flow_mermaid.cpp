// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "flow/flow_text.h"

using namespace Qt::StringLiterals;

namespace diag {

using sip::Words;

namespace {

/// Mermaid ends a statement at ';' and reads '#' as the start of a character code; <> would be markup.
QString escaped(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u';':
        case u'#':
        case u'<':
        case u'>':
        case u'"': out += u"#%1;"_s.arg(int(c.unicode())); break;
        default: out += c;
        }
    }
    return out;
}

QString words(const LadderRow &row)
{
    return escaped(row.detail.isEmpty() ? row.label : u"%1 (%2)"_s.arg(row.label, row.detail));
}

} // namespace

QString flowMermaid(const Flow &flow)
{
    QString text = u"sequenceDiagram\n"_s;
    for (int i = 0; i < flow.lanes.size(); ++i) {
        const Lane &lane = flow.lanes[i];
        const QString address = QString::fromLatin1(lane.endpoint.port ? lane.endpoint.text() : lane.endpoint.hostText());
        const QString name = lane.alias.isEmpty() ? address : u"%1 %2"_s.arg(lane.alias, address);
        text += u"    participant %1 as %2%3\n"_s.arg(laneName(i), escaped(name),
                                                      lane.ours ? u" (%1)"_s.arg(Words::tr("us")) : QString());
    }
    if (flow.lanes.isEmpty()) // nothing got as far as a socket
        text += u"    participant A as %1\n"_s.arg(Words::tr("us"));
    for (const LadderRow &row : flow.rows) {
        if (row.minor)
            continue;
        if (row.toLane >= 0) {
            const bool lost = row.fate == sip::MessageReceived::Fate::Dropped;
            text +=
                u"    %1%2%3: %4\n"_s.arg(laneName(row.fromLane), lost ? u"--x"_s : u"->>"_s, laneName(row.toLane), words(row));
        } else {
            const QString prefix = row.kind == RowKind::Local ? Words::tr("local") + u": "_s : QString();
            text += u"    Note over %1: %2%3\n"_s.arg(laneName(std::max<int>(0, row.fromLane)), prefix, words(row));
        }
    }
    return text;
}

} // namespace diag
