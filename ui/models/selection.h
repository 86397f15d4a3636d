// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"

#include <QObject>

namespace ui {

/// What the user looks at: one intent, one row of it. All views share one; no view knows another.
class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    sip::IntentId intent() const { return m_intent; }
    quint64 row() const { return m_row; } ///< LadderRow::seq; 0: none

public slots:
    void setIntent(sip::IntentId intent); ///< clears the row
    void setRow(quint64 seq);

signals:
    void intentChanged(sip::IntentId intent);
    void rowChanged(quint64 seq);

private:
    sip::IntentId m_intent = 0;
    quint64 m_row = 0;
};

} // namespace ui
