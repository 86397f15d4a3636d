// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/path_story.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace ui {

class CertificateChain;

/// One TLS handshake: the verdict, every check with what was compared, the chain, the certificate chosen in it, and what was
/// agreed.
class CertificateSheet : public QWidget {
    Q_OBJECT
public:
    explicit CertificateSheet(QWidget *parent = nullptr);
    /// \param selected  row of the ladder: its handshake is shown; another row: the one shown before, else the newest
    void setHandshakes(const QList<diag::PathHandshake> &handshakes, quint64 selected, bool canCompose);

signals:
    void pinRequested(const QByteArray &fingerprint);

private:
    const diag::PathHandshake *shown() const;
    const sip::CertificateFacts *certificate() const; ///< chosen in the chain; nullptr: none was sent
    void showHandshake();
    void showCertificate();

    QList<diag::PathHandshake> m_handshakes;
    quint64 m_seq = 0, m_drawn = 0;
    bool m_canCompose = false;
    QComboBox *m_which;
    QLabel *m_verdict;
    QWidget *m_checks, *m_certificate;
    CertificateChain *m_chain;
    QFormLayout *m_agreed, *m_facts;
    QPushButton *m_copy, *m_pin;
};

} // namespace ui
