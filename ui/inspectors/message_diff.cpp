// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/message_diff.h"

#include <QCoreApplication>

#include <vector>

namespace ui {
namespace {

using Kind = DiffLine::Kind;

struct Row {
    QByteArray name, key, value;
    sip::HeaderId id = sip::HeaderId::Other;
    qsizetype partner = -1;
};

std::vector<Row> rowsOf(const sip::Message &message)
{
    std::vector<Row> rows;
    rows.reserve(size_t(message.headerCount()));
    for (qsizetype i = 0; i < message.headerCount(); ++i) {
        const sip::HeaderField &field = message.header(i);
        const QByteArray name = message.name(field).toByteArray();
        const QByteArray known = sip::headerName(field.id).toByteArray();
        rows.push_back({name, known.isEmpty() ? name.toLower() : known, message.value(field), field.id, -1});
    }
    return rows;
}

void match(std::vector<Row> &before, std::vector<Row> &after)
{
    for (const bool exact : {true, false}) {
        for (size_t a = 0; a < after.size(); ++a) {
            for (size_t b = 0; b < before.size() && after[a].partner < 0; ++b) {
                if (before[b].partner >= 0 || before[b].key != after[a].key || (exact && before[b].value != after[a].value))
                    continue;
                before[b].partner = qsizetype(a);
                after[a].partner = qsizetype(b);
            }
        }
    }
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::MessageDiff)
};

QString reason(sip::HeaderId id)
{
    using sip::HeaderId;
    switch (id) {
    case HeaderId::CSeq: return Words::tr("every new request of the call counts on (RFC 3261 8.1.3.5)");
    case HeaderId::Via: return Words::tr("a new attempt is a new transaction with a branch of its own (RFC 3261 8.1.1.7)");
    case HeaderId::Authorization: return Words::tr("the answer to the challenge of the server (RFC 3261 22.2)");
    case HeaderId::ProxyAuthorization: return Words::tr("the answer to the challenge of a proxy (RFC 3261 22.3)");
    case HeaderId::ContentLength: return Words::tr("follows the size of the body (RFC 3261 20.14)");
    default: return {};
    }
}

DiffLine compared(const QString &name, const QByteArray &before, const QByteArray &after)
{
    return {before == after ? Kind::Same : Kind::Changed, name, before, after, {}};
}

} // namespace

QList<DiffLine> messageDiff(const sip::Message &before, const sip::Message &after)
{
    QList<DiffLine> lines;
    lines += compared(Words::tr("Start line"), before.startLine().toByteArray(), after.startLine().toByteArray());

    std::vector<Row> old = rowsOf(before), now = rowsOf(after);
    match(old, now);
    size_t nextOld = 0;
    const auto addRemovedUpTo = [&](size_t end) {
        for (; nextOld < end; ++nextOld)
            if (old[nextOld].partner < 0)
                lines += {Kind::Removed, QString::fromUtf8(old[nextOld].name), old[nextOld].value, {}, reason(old[nextOld].id)};
    };
    for (const Row &row : now) {
        const QString name = QString::fromUtf8(row.name);
        if (row.partner < 0) {
            lines += {Kind::Added, name, {}, row.value, reason(row.id)};
            continue;
        }
        if (size_t(row.partner) >= nextOld)
            addRemovedUpTo(size_t(row.partner));
        DiffLine line = compared(name, old[size_t(row.partner)].value, row.value);
        if (line.kind == Kind::Changed)
            line.why = reason(row.id);
        lines += line;
    }
    addRemovedUpTo(old.size());
    if (!before.body().isEmpty() || !after.body().isEmpty())
        lines += compared(Words::tr("Body"), before.body().toByteArray(), after.body().toByteArray());
    return lines;
}

} // namespace ui
