// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/dialog_lines.h"

#include "flow/row_words.h"

using namespace Qt::StringLiterals;

namespace diag {

QStringList dialogLines(const DialogInfo &dialog)
{
    const sip::DialogFacts &facts = dialog.facts;
    const auto shown = [](const QByteArray &bytes) { return bytes.isEmpty() ? u"none"_s : words::shown(bytes, 300); };
    QStringList lines{
        u"Dialog of this %1: %2"_s.arg(shown(dialog.method), QString::fromLatin1(stateName(facts.state)).toLower())};
    const auto add = [&lines](const char *name, const QString &value) {
        lines << u"  %1  %2"_s.arg(QLatin1String(name).toString().leftJustified(12), value);
    };
    add("Call-ID", shown(facts.callId));
    add("tags", u"ours %1, the peer's %2"_s.arg(shown(facts.localTag), shown(facts.remoteTag)));
    add("CSeq", u"ours %1, the peer's %2"_s.arg(facts.localSequence ? QString::number(facts.localSequence) : u"none"_s,
                                                facts.remoteSequence < 0 ? u"none"_s : QString::number(facts.remoteSequence)));
    add("route set", facts.routeSet.isEmpty() ? u"empty"_s : shown(facts.routeSet.join(", ")));
    add("goes to", facts.targetSource.isEmpty() ? shown(facts.remoteTarget)
                                                : u"%1 (%2)"_s.arg(shown(facts.remoteTarget), facts.targetSource));
    if (facts.secure)
        add("security", u"sips: every request in it goes over TLS"_s);
    return lines;
}

} // namespace diag
