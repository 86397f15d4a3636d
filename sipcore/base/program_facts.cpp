// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/program_facts.h"

#include "program_facts_made.h"

#include <QStringList>
#include <QSysInfo>

#include <ares.h>
#include <openssl/crypto.h>

namespace sip {

using namespace Qt::StringLiterals;

QString ProgramFacts::source() const
{
    const QString what = commit.isEmpty() ? u"source"_s : u"commit "_s + commit;
    return sourceDate.isEmpty() ? what : what + u" of "_s + sourceDate;
}

QString ProgramFacts::text() const
{
    QStringList lines{u"Built from: "_s + source(), u"Compiler: %1, %2"_s.arg(compiler, buildType),
                      u"System: %1, %2"_s.arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture())};
    for (const Library &one : libraries)
        lines << u"%1: %2 (%3)"_s.arg(one.name, one.version, one.licence);
    return lines.join(u'\n') + u'\n';
}

ProgramFacts programFacts()
{
    return {.version = QStringLiteral(VIATRACE_VERSION),
            .commit = QStringLiteral(VIATRACE_COMMIT),
            .sourceDate = QStringLiteral(VIATRACE_SOURCE_DATE),
            .compiler = QStringLiteral(VIATRACE_COMPILER),
            .buildType = QStringLiteral(VIATRACE_BUILD_TYPE),
            .libraries = {{u"Qt"_s, u"%1, built with %2"_s.arg(QLatin1String(qVersion()), QLatin1String(QT_VERSION_STR)),
                           u"LGPL-3.0-only"_s},
                          {u"OpenSSL"_s, QString::fromLatin1(OpenSSL_version(OPENSSL_VERSION_STRING)), u"Apache-2.0"_s},
                          {u"c-ares"_s, QString::fromLatin1(ares_version(nullptr)), u"MIT"_s},
                          {u"yaml-cpp"_s, QStringLiteral(VIATRACE_YAML_VERSION), u"MIT"_s}}};
}

} // namespace sip
