// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/nat_report.h"

#include "cli/json_text.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QString weightName(diag::NatVerdict::Weight weight)
{
    using Weight = diag::NatVerdict::Weight;
    return weight == Weight::Fine ? u"fine"_s : weight == Weight::Note ? u"note"_s : u"warning"_s;
}

} // namespace

QJsonObject natObject(const diag::NatView &view)
{
    QJsonObject out{{u"row"_s, qint64(view.answerSeq)},
                    {u"sent_from"_s, text(view.path.local.text())},
                    {u"sent_by"_s, text(view.sentBy)},
                    {u"rport_asked"_s, view.rportAsked}};
    const auto add = [&out](const QString &key, const QByteArray &value) {
        if (!value.isEmpty())
            out[key] = text(value);
    };
    add(u"received"_s, view.received);
    if (view.rport > 0)
        out[u"rport"_s] = view.rport;
    if (view.seen)
        out[u"seen"_s] = text(view.seen->text());
    add(u"contact"_s, view.contact);
    add(u"contact_kept"_s, view.echoed);
    add(u"public_contact"_s, view.publicContact);
    QJsonArray verdicts;
    for (const diag::NatVerdict &one : view.verdicts)
        verdicts.append(QJsonObject{{u"id"_s, QString::fromLatin1(one.id)},
                                    {u"weight"_s, weightName(one.weight)},
                                    {u"text"_s, one.text},
                                    {u"rule"_s, QString::fromLatin1(one.rule)}});
    out[u"verdicts"_s] = verdicts;
    return out;
}

} // namespace cli
