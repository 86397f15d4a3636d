// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tls_options.h"

#include <CLI/CLI.hpp>
#include <QFile>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

bool isEncrypted(const QString &file)
{
    constexpr qint64 most = 64 * 1024;
    QFile key(file);
    return key.open(QIODevice::ReadOnly) && key.read(most).contains("ENCRYPTED");
}

} // namespace

void TlsOptions::addTo(CLI::App &command)
{
    const char *how = "TLS";
    command.add_option("--ca", authorities, "PEM file of CAs to trust, instead of those of the system; may be repeated")
        ->type_name("FILE")
        ->group(how)
        ->allow_extra_args(false);
    auto *own = command.add_option("--cert", certificate, "Our certificate with its chain (PEM), when the server wants one")
                    ->type_name("FILE")
                    ->group(how);
    command
        .add_option("--key", key,
                    "Its key (PEM), when it is not in the same file; password: VIATRACE_SECRET_TLS_KEY, or\n"
                    "asked for on a terminal")
        ->type_name("FILE")
        ->group(how)
        ->needs(own);
    command.add_option("--tls-name", serverName, "What the certificate has to be for, and SNI (default: the host of the URI)")
        ->type_name("NAME")
        ->group(how);
    const CLI::IsMember versions({"1.0", "1.1", "1.2", "1.3"});
    command.add_option("--tls-least", least, "Oldest version offered (1.2); below that for diagnosis only")
        ->type_name("VERSION")
        ->group(how)
        ->check(versions);
    command.add_option("--tls-most", most, "Newest version offered (1.3)")->type_name("VERSION")->group(how)->check(versions);
    command.add_option("--tls-pin", pins, "SHA-256 of a certificate to trust, whoever signed it; may be repeated")
        ->type_name("HEX")
        ->group(how)
        ->allow_extra_args(false);
    command.add_option("--alpn", applications, "Protocol to offer by ALPN; may be repeated")
        ->type_name("NAME")
        ->group(how)
        ->allow_extra_args(false);
    command.add_flag("--despite-failed-check", despite, "Send although the certificate is not good; the row says so")->group(how);
    command
        .add_option("--key-log", keyLog,
                    "Append the keys of the connections to this file, for Wireshark (NSS key log, mode 0600):\n"
                    "who has it can read what was sent")
        ->type_name("FILE")
        ->group(how);
}

std::optional<QString> TlsOptions::apply(sip::TlsSettings &settings, SecretSource &secrets) const
{
    const auto file = [](const std::string &given, QString &value) {
        if (!given.empty())
            value = QString::fromStdString(given);
    };
    if (!authorities.empty())
        settings.authorities.clear();
    for (const std::string &one : authorities)
        settings.authorities.append(QString::fromStdString(one));
    if (!certificate.empty())
        settings.keyFile.clear();
    file(certificate, settings.certificateFile);
    file(key, settings.keyFile);
    file(keyLog, settings.keyLogFile);
    if (!serverName.empty())
        settings.serverName = QByteArray::fromStdString(serverName);
    settings.least = sip::tlsVersion(least).value_or(settings.least);
    settings.most = sip::tlsVersion(most).value_or(settings.most);
    if (!pins.empty())
        settings.pins.clear();
    for (const std::string &one : pins) {
        const auto pin = sip::fingerprint(one);
        if (!pin)
            return u"--pin: %1"_s.arg(pin.error().detail);
        settings.pins.append(*pin);
    }
    if (!applications.empty())
        settings.applications.clear();
    for (const std::string &one : applications)
        settings.applications.append(QByteArray::fromStdString(one));
    settings.sendDespite |= despite;
    const QString &held = settings.keyFile.isEmpty() ? settings.certificateFile : settings.keyFile;
    if (settings.keyPassword.isEmpty() && !held.isEmpty() && isEncrypted(held))
        settings.keyPassword = secrets.get(u"tls-key"_s, u"Password of the key in %1"_s.arg(held)).value_or(QString()).toUtf8();
    return std::nullopt;
}

} // namespace cli
