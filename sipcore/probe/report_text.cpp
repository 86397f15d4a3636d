// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/report_text.h"

#include "base/words.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace diag::words {

using sip::Words;

QString requests(qsizetype count)
{
    return count == 1 ? Words::tr("1 request") : Words::tr("%1 requests").arg(count);
}

QStringList firstOf(const QStringList &all)
{
    constexpr qsizetype most = 8;
    return all.size() <= most ? all : all.first(most) + QStringList{Words::tr("and %1 more").arg(all.size() - most)};
}

QString inMarkdown(QString text)
{
    static const QRegularExpression lines(u"[\\r\\n]+"_s), marks(u"([\\\\`*\\[\\]|])"_s);
    text.replace(lines, u" "_s).replace(marks, u"\\\\1"_s);
    return text.replace(u'&', u"&amp;"_s).replace(u'<', u"&lt;"_s);
}

QString withoutSecrets(QString page)
{
    // A row goes on in lines that begin with a blank.
    static const QRegularExpression rows(u"^((?:proxy-)?authorization[ \\t]*:)[^\\n]*(?:\\n[ \\t][^\\n]*)*"_s,
                                         QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption),
        passwords(u"(sips?:[^\\s:@<>\"]+):[^\\s:@<>\"/;?]+@"_s, QRegularExpression::CaseInsensitiveOption);
    return page.replace(rows, u"\\1 ***"_s).replace(passwords, u"\\1:***@"_s);
}

} // namespace diag::words
