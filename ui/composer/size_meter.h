// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composer/composer_state.h"

#include <QWidget>

namespace ui {

/// How large the message will be, against the 1300 octets above which UDP is left for TCP (RFC 3261 18.1.1).
class SizeMeter : public QWidget {
    Q_OBJECT
public:
    explicit SizeMeter(ComposerState &state, QWidget *parent = nullptr);
    QString text() const { return m_text; } ///< "812 of 1300 octets"
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showState();

    ComposerState &m_state;
    QString m_text;
    int m_octets = 0;
    bool m_udp = true;
};

} // namespace ui
