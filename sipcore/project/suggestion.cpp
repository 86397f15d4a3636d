// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/suggestion.h"

#include "base/words.h"

#include <QVarLengthArray>

#include <algorithm>

namespace diag {

namespace {

using sip::Words;

/// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
qsizetype distance(const QString &a, const QString &b)
{
    QVarLengthArray<qsizetype, 64> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (qsizetype j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before = last;
        last = row;
    }
    return last[b.size()];
}

} // namespace

QString nearest(const QString &typed, const QStringList &known)
{
    QString best;
    if (typed.size() > 60)
        return best;
    qsizetype bestDistance = std::max<qsizetype>(1, typed.size() / 3) + 1;
    for (const QString &word : known) {
        const qsizetype d = distance(typed.toLower(), word.toLower());
        if (d < bestDistance) {
            bestDistance = d;
            best = word;
        }
    }
    return best;
}

QString didYouMean(const QString &typed, const QStringList &known)
{
    const QString word = nearest(typed, known);
    return word.isEmpty() ? QString() : Words::tr("; did you mean %1?").arg(word);
}

} // namespace diag
