// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/event_documents.h"

#include "message/headers.h"

namespace diag {

namespace {

QByteArray escaped(const QByteArray &text)
{
    return QString::fromUtf8(text).toHtmlEscaped().toUtf8();
}

const QByteArray prologue = QByteArrayLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n");

} // namespace

EventDocument presenceDocument(const QByteArray &resource, bool there)
{
    return {"application/pidf+xml", prologue + "<presence xmlns=\"urn:ietf:params:xml:ns:pidf\" entity=\"pres:" +
                                        resource.toPercentEncoding("@.-_") + "\">\r\n <tuple id=\"practice\"><status><basic>" +
                                        (there ? "open" : "closed") + "</basic></status></tuple>\r\n</presence>\r\n"};
}

EventDocument dialogDocument(const QByteArray &resource, quint32 version, const QList<DialogState> &dialogs)
{
    QByteArray body = prologue + "<dialog-info xmlns=\"urn:ietf:params:xml:ns:dialog-info\" version=\"" +
                      QByteArray::number(version) + "\" state=\"full\" entity=\"sip:" + escaped(resource) + "\">\r\n";
    for (const DialogState &one : dialogs)
        body += " <dialog id=\"" + escaped(one.localTag) + "\" call-id=\"" + escaped(one.callId) + "\" local-tag=\"" +
                escaped(one.localTag) + "\" remote-tag=\"" + escaped(one.remoteTag) + "\" direction=\"recipient\"><state>" +
                (one.confirmed ? "confirmed" : "early") + "</state></dialog>\r\n";
    return {"application/dialog-info+xml", body + "</dialog-info>\r\n"};
}

EventDocument registrationDocument(const QByteArray &resource, quint32 version, const QList<QByteArray> &contacts)
{
    QByteArray body = prologue + "<reginfo xmlns=\"urn:ietf:params:xml:ns:reginfo\" version=\"" + QByteArray::number(version) +
                      "\" state=\"full\">\r\n <registration aor=\"sip:" + escaped(resource) + "\" id=\"a\" state=\"" +
                      (contacts.isEmpty() ? "init" : "active") + "\">\r\n";
    for (qsizetype i = 0; i < contacts.size(); ++i) {
        const auto address = sip::parseNameAddr(contacts[i]);
        body += "  <contact id=\"c" + QByteArray::number(i) + "\" state=\"active\" event=\"registered\"><uri>" +
                (address ? escaped(address->uri.toBytes()) : QByteArray()) + "</uri></contact>\r\n";
    }
    return {"application/reginfo+xml", body + " </registration>\r\n</reginfo>\r\n"};
}

EventDocument messageSummary()
{
    return {"application/simple-message-summary", "Messages-Waiting: no\r\n"};
}

} // namespace diag
