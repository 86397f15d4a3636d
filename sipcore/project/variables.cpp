// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/variables.h"

#include "base/words.h"
#include "project/suggestion.h"
#include "request/local_placeholder.h"

#include <QDateTime>
#include <QLocale>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace diag {

namespace {

using sip::Words;

const QStringList &builtIns()
{
    static const QStringList names{u"local"_s, u"uuid"_s, u"random"_s, u"date"_s, u"braces"_s};
    return names;
}

bool isName(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= 100 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    });
}

/// RFC 3261 20.17: always GMT, English names whatever the locale.
QByteArray sipDate()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return (QLocale::c().toString(now, u"ddd, dd MMM yyyy hh:mm:ss"_s) + u" GMT"_s).toLatin1();
}

} // namespace

QByteArray secretVariable(const QString &name)
{
    QByteArray out = "VIATRACE_SECRET_";
    const QByteArray upper = name.toUpper().toUtf8();
    for (const char c : upper)
        out += (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_';
    return out;
}

std::optional<QString> secretFromProcess(const QString &name)
{
    const QByteArray variable = secretVariable(name);
    if (!qEnvironmentVariableIsSet(variable.constData()))
        return std::nullopt;
    return qEnvironmentVariable(variable.constData());
}

Place after(Place place, QByteArrayView text)
{
    for (const char c : text) {
        if (c == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((uchar(c) & 0xc0) != 0x80) { // not the rest of a character
            ++place.column;
        }
    }
    return place;
}

sip::Expected<QByteArray, FileError> Variables::resolve(const QByteArray &text, Place place, Secrets secrets) const
{
    QByteArray out;
    qsizetype done = 0;
    for (;;) {
        const qsizetype open = text.indexOf("{{", done);
        if (open < 0)
            break;
        out += QByteArrayView(text).sliced(done, open - done);
        place = after(place, QByteArrayView(text).sliced(done, open - done));
        const qsizetype close = text.indexOf("}}", open + 2);
        if (close < 0)
            return error(place, Words::tr("{{ without }}; to send {{ itself write {{braces}}"));
        const QByteArray name = text.mid(open + 2, close - open - 2).trimmed();
        const auto found = value(name, place, secrets);
        if (!found)
            return found.error();
        out += isKept() ? QByteArrayView(text).sliced(open, close + 2 - open) : QByteArrayView(*found);
        place = after(place, QByteArrayView(text).sliced(open, close + 2 - open));
        done = close + 2;
    }
    return done == 0 ? text : out + text.mid(done);
}

sip::Expected<QByteArray, FileError> Variables::value(const QByteArray &name, Place place, Secrets secrets) const
{
    if (name.startsWith("secret:")) {
        const QByteArray secret = name.mid(7).trimmed();
        if (!isName(secret))
            return error(place, Words::tr("{{secret:...}} needs a name of letters, digits, '-', '_' and '.'"));
        if (secrets == Secrets::Refused)
            return error(
                place,
                Words::tr("a secret may stand in \"auth\", \"tls\" and \"ws\" only: the rest of a request is shown and kept"));
        if (isKept())
            return name;
        const QString key = QString::fromUtf8(secret);
        const std::optional<QString> found = m_environment.secret ? m_environment.secret(key) : secretFromProcess(key);
        if (!found)
            return error(place, Words::tr("the secret \"%1\" is not known; set %2 in the environment")
                                    .arg(key, QString::fromLatin1(secretVariable(key))));
        return found->toUtf8();
    }
    if (!isName(name))
        return error(
            place,
            Words::tr("{{%1}} is no variable: a name has letters, digits, '-', '_' and '.'; to send {{ itself write {{braces}}")
                .arg(QString::fromUtf8(name.left(40)).simplified()));
    const QString key = QString::fromUtf8(name);
    const auto given = m_environment.values.constFind(key);
    if (given != m_environment.values.cend())
        return given->toUtf8();
    if (name == "local")
        return QByteArray(sip::localPlaceholder);
    if (name == "uuid")
        return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    if (name == "random")
        return QByteArray::number(QRandomGenerator::system()->generate(), 16).rightJustified(8, '0');
    if (name == "date")
        return sipDate();
    if (name == "braces")
        return QByteArray("{{");
    if (isKept()) // the environment may be chosen later
        return name;
    const QString meant = nearest(key, m_environment.values.keys() + builtIns());
    return error(place, Words::tr("unknown variable {{%1}}; %2")
                            .arg(key, meant.isEmpty() ? Words::tr("give it a value with --set %1=VALUE").arg(key)
                                                      : Words::tr("did you mean {{%1}}?").arg(meant)));
}

} // namespace diag
