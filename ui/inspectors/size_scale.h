// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/path_story.h"

#include <QWidget>

namespace ui {

/// The size of one request as sent along a scale with the 1300 octets of RFC 3261 18.1.1 and what one packet holds; over UDP
/// the fragments it was cut into.
class SizeScale : public QWidget {
    Q_OBJECT
public:
    explicit SizeScale(QWidget *parent = nullptr);
    void setSize(const diag::RequestSize &size);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    diag::RequestSize m_size;
};

} // namespace ui
