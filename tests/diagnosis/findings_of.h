// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/finding.h"
#include "support/flow_maker.h"

inline QList<QByteArray> rulesOf(const QList<diag::Finding> &findings)
{
    QList<QByteArray> out;
    for (const diag::Finding &finding : findings)
        out += finding.rule;
    return out;
}

inline QList<QByteArray> rulesOf(FlowMaker &maker, const sip::ComposedRequest *request = nullptr)
{
    return rulesOf(diag::diagnose(maker.flow(), request));
}

/// The finding of that id; an empty one when there is none.
inline diag::Finding findingOf(FlowMaker &maker, const QByteArray &rule, const sip::ComposedRequest *request = nullptr)
{
    for (const diag::Finding &finding : diag::diagnose(maker.flow(), request))
        if (finding.rule == rule)
            return finding;
    return {};
}
