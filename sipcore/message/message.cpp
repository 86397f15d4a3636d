// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/message.h"

#include "message/header_values.h"

namespace sip {

Message::Message()
{
    static const QExplicitlySharedDataPointer<Data> empty(new Data);
    d = empty;
}

//= R7.3.1-2 folded values are unfolded for every reader
QByteArray Message::value(const HeaderField &f) const
{
    const QByteArrayView raw = rawValue(f);
    return f.folded ? values::unfolded(raw) : raw.toByteArray();
}

int Message::count(HeaderId id) const
{
    int n = 0;
    for (const HeaderField &f : d->fields)
        n += f.id == id;
    return n;
}

QByteArray Message::value(HeaderId id) const
{
    const qsizetype row = firstRow(id);
    return row < 0 ? QByteArray() : value(header(row));
}

QByteArray Message::value(QByteArrayView wanted) const
{
    const HeaderId id = headerId(wanted);
    if (id != HeaderId::Other)
        return value(id);
    for (const HeaderField &f : d->fields)
        if (f.id == HeaderId::Other && scan::equalsIgnoringCase(name(f), wanted))
            return value(f);
    return {};
}

//= R7.3.1-3 rows of one name are given in their order
QList<QByteArray> Message::values(HeaderId id) const
{
    QList<QByteArray> all;
    for (const HeaderField &f : d->fields)
        if (f.id == id)
            all += value(f);
    return all;
}

QByteArrayView Message::firstRaw(HeaderId id) const
{
    const qsizetype row = firstRow(id);
    return row < 0 ? QByteArrayView() : rawValue(d->fields[row]);
}

QByteArrayView Message::callId() const
{
    return firstRaw(HeaderId::CallId);
}

QByteArrayView Message::fromTag() const
{
    return scan::param(scan::splitNameAddr(firstRaw(HeaderId::From)).params, "tag");
}

QByteArrayView Message::toTag() const
{
    return scan::param(scan::splitNameAddr(firstRaw(HeaderId::To)).params, "tag");
}

QByteArrayView Message::branch() const
{
    const QByteArrayView via = firstRaw(HeaderId::Via);
    // Neither ';' nor ',' can stand before the parameters of the first value.
    const char *at = via.begin();
    while (at != via.end() && *at != ';' && *at != ',')
        ++at;
    return scan::param(scan::between(at, via.end()), "branch");
}

QByteArrayView Message::sentBy() const
{
    return scan::splitVia(firstRaw(HeaderId::Via)).sentBy();
}

//= R20.16-1 32 bits on receipt; more is unreadable
qint64 Message::cseqNumber() const
{
    const QByteArrayView cseq = firstRaw(HeaderId::CSeq);
    const char *at = cseq.begin();
    while (at != cseq.end() && is(*at, DigitChar))
        ++at;
    quint64 number = 0;
    const bool readable = scan::number(scan::between(cseq.begin(), at), 0xffffffff, &number);
    return readable && (at == cseq.end() || is(*at, LwsChar)) ? qint64(number) : -1;
}

QByteArrayView Message::cseqMethod() const
{
    const QByteArrayView cseq = firstRaw(HeaderId::CSeq);
    const char *at = cseq.begin();
    while (at != cseq.end() && is(*at, DigitChar))
        ++at;
    const char *from = scan::skipLws(at, cseq.end());
    const char *to = scan::skipToken(from, cseq.end());
    return from == at || to != cseq.end() ? QByteArrayView() : scan::between(from, to);
}

QByteArrayView Message::contactUri() const
{
    const QByteArrayView contact = firstRaw(HeaderId::Contact);
    return contact == QByteArrayView("*") ? QByteArrayView() : scan::splitNameAddr(contact).uri;
}

} // namespace sip
