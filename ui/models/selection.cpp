// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selection.h"

namespace ui {

void Selection::setIntent(sip::IntentId intent)
{
    if (intent == m_intent)
        return;
    setRow(0);
    m_intent = intent;
    emit intentChanged(intent);
}

void Selection::setRow(quint64 seq)
{
    if (seq == m_row)
        return;
    m_row = seq;
    emit rowChanged(seq);
}

} // namespace ui
