// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/flow_builder.h"
#include "flow/flow_text.h"
#include "support/places.h"

#include <QFile>

/// The text ladders of every intent in \a trace, one after the other.
inline QString ladderText(const QList<sip::TraceEventPtr> &trace, const diag::TextOptions &options)
{
    diag::FlowBuilder builder;
    builder.append(trace);
    QString text;
    for (const sip::IntentId intent : builder.intents())
        text += diag::flowText(*builder.flow(intent), options);
    return text;
}

/// Compares with tests/dialogues/golden/NAME.txt; with VIATRACE_UPDATE_GOLDEN set it writes that file instead.
/// \return the first line that differs, in words; empty: none
inline QByteArray goldenDifference(const QString &text, const QByteArray &name)
{
    QFile golden(places::source("tests/dialogues/golden/" + name + ".txt"));
    if (qEnvironmentVariableIsSet("VIATRACE_UPDATE_GOLDEN")) {
        if (!golden.open(QIODevice::WriteOnly) || golden.write(text.toUtf8()) < 0)
            return "cannot write " + golden.fileName().toUtf8();
        return {};
    }
    if (!golden.open(QIODevice::ReadOnly))
        return golden.fileName().toUtf8() + " is missing";
    const QStringList wanted = QString::fromUtf8(golden.readAll()).split(QLatin1Char('\n'));
    const QStringList got = text.split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < qMax(wanted.size(), got.size()); ++i)
        if (const QString end = QStringLiteral("(end)"); got.value(i, end) != wanted.value(i, end))
            return QStringLiteral("line %1 is\n  %2\nnot\n  %3").arg(i + 1).arg(got.value(i, end), wanted.value(i, end)).toUtf8();
    return {};
}
