// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/tls_facts.h"

#include <QWidget>

namespace ui {

/// A chain of certificates as boxes, the server's on top, each joined to the one that signed it; an issuer that is missing is a
/// dashed box. One of them is chosen, by a click or with the arrow keys.
class CertificateChain : public QWidget {
    Q_OBJECT
public:
    explicit CertificateChain(QWidget *parent = nullptr);
    void setChain(const QList<sip::CertificateFacts> &chain, const QString &missingIssuer, qint64 wallUs);
    int current() const { return m_current; } ///< -1: the chain is empty
    void setCurrent(int index);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int boxHeight() const;
    QRect box(int index) const;
    void describe();

    QList<sip::CertificateFacts> m_chain;
    QString m_missing;
    qint64 m_wallUs = 0;
    int m_current = -1;
};

} // namespace ui
