// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "message/header_values.h"

namespace sip {

QByteArray Via::branch() const
{
    const Param *param = findParam(params, "branch");
    return param ? param->value : QByteArray();
}

//= R5118.4-3 received is read with and without brackets
QByteArray Via::received() const
{
    const Param *param = findParam(params, "received");
    if (!param)
        return {};
    const QByteArray &value = param->value;
    return value.startsWith('[') && value.endsWith(']') ? value.sliced(1, value.size() - 2) : value;
}

int Via::rport() const
{
    const Param *param = findParam(params, "rport");
    if (!param)
        return -1;
    quint64 number = 0;
    return scan::number(param->value, 65535, &number) ? int(number) : 0;
}

//= R20.42-1
Expected<Via> parseVia(QByteArrayView value)
{
    constexpr const char *rule = "R20.42-1";
    if (scan::trimmed(value).isEmpty())
        return values::missingError(rule);
    const scan::Via parts = scan::splitVia(value);
    if (parts.flaw.at)
        return values::flawError(value, parts.flaw, rule);
    if (!scan::equalsIgnoringCase(parts.protocol, "SIP") || parts.version != QByteArrayView("2.0"))
        return values::syntaxError(value, parts.protocol.begin(), Words::tr("the protocol of Via is not SIP/2.0"), rule);
    quint64 port = 0;
    if (!parts.port.isNull() && (!scan::number(parts.port, 65535, &port) || !port))
        return values::syntaxError(value, parts.port.begin(), Words::tr("the port is not a number from 1 to 65535"), rule);
    Via via;
    via.transport = values::copyOf(parts.transport);
    via.host = values::copyOf(parts.host);
    via.port = quint16(port);
    Error error;
    if (!values::readParams(value, parts.params, rule, &via.params, &error))
        return error;
    return via;
}

QByteArray writeVia(const Via &via)
{
    QByteArray out = "SIP/2.0/" + via.transport + ' ' + via.host;
    if (via.port)
        out += ':' + QByteArray::number(via.port);
    return out + values::writeParams(via.params);
}

} // namespace sip
