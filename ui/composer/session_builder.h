// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "sdp/sdp_builder.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace ui {

/// Makes a session description from choices, or changes the one there is line by line; shows the text before anything is written.
class SessionBuilder : public QDialog {
    Q_OBJECT
public:
    /// What it starts from: the body where that is a description, else \a usual, else a first offer.
    struct Start {
        QByteArray body;
        QByteArray usual;    ///< what would be sent without a body of the user's; empty: nothing
        QByteArray offer;    ///< answered by it: its payload types are taken; empty: none
        QByteArray inForce;  ///< ours in this session: its version goes on; empty: none
        sip::Endpoint local; ///< address of a first offer
    };
    explicit SessionBuilder(const Start &start, QWidget *parent = nullptr);

    QByteArray description() const { return m_description; } ///< as it will be written; empty: what was chosen makes none

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void showMedia(); ///< the media line chosen, as it is in the description
    void addCodec(const QString &text, bool ticked);
    void addTyped();
    void move(int rows);
    QList<QByteArray> ticked() const;
    QString wrongCodecs(const sip::MediaWish &wish, const QByteArray &written) const;
    QString wrongPlace(sip::MediaWish *wish) const;
    void build();

    sip::SessionDescription m_base, m_offer, m_inForce;
    QByteArray m_description;
    bool m_showing = false; ///< the fields are being filled: nothing is built yet
    QLabel *m_about, *m_codecsWrong, *m_placeWrong;
    QComboBox *m_media, *m_direction;
    QListWidget *m_codecs;
    QLineEdit *m_typed, *m_address, *m_port;
    QPushButton *m_add, *m_up, *m_down, *m_write;
    QSpinBox *m_ptime;
    QPlainTextEdit *m_preview;
};

} // namespace ui
