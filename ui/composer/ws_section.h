// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composer/composer_state.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;

namespace ui {

class SettingFields;

/// How a WebSocket is opened where SIP goes over one (RFC 7118).
class WsSection : public QWidget {
    Q_OBJECT
public:
    explicit WsSection(ComposerState &state, QWidget *parent = nullptr);

private:
    void showState();
    void showRemarks();
    void take();
    QList<sip::WsSettings::Header> headers(QString *wrong) const; ///< as typed

    ComposerState &m_state;
    SettingFields *m_fields;
    QLineEdit *m_path, *m_host, *m_origin, *m_protocols, *m_proxy, *m_ping;
    QPlainTextEdit *m_headers; ///< a line for each row
    QCheckBox *m_address;
    QString m_wrongHeader, m_wrongPing;
    bool m_showing = false;
};

} // namespace ui
