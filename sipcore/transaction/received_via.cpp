// SPDX-License-Identifier: GPL-3.0-or-later
#include "transaction/received_via.h"

#include "message/headers.h"
#include "message/message_draft.h"
#include "message/parser.h"

namespace sip {

namespace {

void setParam(QList<Param> &params, const QByteArray &name, const QByteArray &value)
{
    for (Param &param : params)
        if (param.name.compare(name, Qt::CaseInsensitive) == 0) {
            param.value = value;
            return;
        }
    params.append({name, value});
}

} // namespace

//= R18.2.1-1
Message withReceivedVia(const Message &request, const Endpoint &source)
{
    const qsizetype row = request.firstRow(HeaderId::Via);
    if (row < 0)
        return request;
    QList<QByteArray> values = splitList(request.value(request.header(row)));
    if (values.isEmpty())
        return request;
    Expected<Via> via = parseVia(values.first());
    if (!via)
        return request;
    const Expected<Endpoint> sentBy = Endpoint::parse(via->host);
    const bool sameAddress = sentBy && sentBy->address == source.address;
    const bool wantsPort = via->rport() >= 0;
    if (sameAddress && !wantsPort)
        return request;
    setParam(via->params, "received", source.hostText());
    if (wantsPort)
        setParam(via->params, "rport", QByteArray::number(source.port));
    values.first() = writeVia(*via);
    MessageDraft draft = MessageDraft::from(request);
    draft.rows[row].raw.clear();
    draft.rows[row].value = values.join(", ");
    draft.setContentLengthAuto(false);
    return parseMessage(draft.toBytes());
}

Endpoint responseTarget(const Message &request, const Path &path)
{
    Endpoint target = path.remote;
    const QList<QByteArray> values = splitList(request.value(HeaderId::Via));
    if (values.isEmpty())
        return target;
    const Expected<Via> via = parseVia(values.first());
    if (via && via->rport() < 0)
        target.port = via->port != 0 ? via->port : defaultPort(path.protocol);
    return target;
}

} // namespace sip
