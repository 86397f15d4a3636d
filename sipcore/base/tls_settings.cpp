// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/tls_settings.h"

#include "base/words.h"

namespace sip {

QByteArrayView versionName(TlsVersion version)
{
    constexpr QByteArrayView names[] = {"1.0", "1.1", "1.2", "1.3"};
    return names[int(version)];
}

std::optional<TlsVersion> tlsVersion(QByteArrayView name)
{
    for (const TlsVersion one : {TlsVersion::Tls10, TlsVersion::Tls11, TlsVersion::Tls12, TlsVersion::Tls13})
        if (versionName(one) == name)
            return one;
    return std::nullopt;
}

Expected<QByteArray> fingerprint(QByteArrayView text)
{
    constexpr qsizetype octets = 32;
    const QByteArray hex = text.trimmed().toByteArray().replace(':', "").toUpper();
    const QByteArray bytes = QByteArray::fromHex(hex);
    if (bytes.size() != octets || bytes.toHex().toUpper() != hex)
        return Error{Error::Code::Syntax, Words::tr("a fingerprint is SHA-256: 64 hex digits, with or without colons")};
    return bytes.toHex(':').toUpper();
}

} // namespace sip
