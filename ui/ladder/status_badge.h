// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/ladder.h"
#include "models/theme.h"

#include <QWidget>

namespace ui {

/// A status in a pill: filled when it came over the wire, hollow and dashed when our own stack made it.
class StatusBadge : public QWidget {
    Q_OBJECT
public:
    explicit StatusBadge(QWidget *parent = nullptr);
    void setFlow(const diag::Flow *flow); ///< nullptr: nothing shown
    QString text() const { return m_text; }
    bool isHollow() const { return m_hollow; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    theme::Meaning m_meaning = theme::Meaning::Muted;
    bool m_hollow = false;
};

} // namespace ui
