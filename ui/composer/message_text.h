// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "request/composed_request.h"

#include <QList>
#include <QString>

namespace ui {

/// The request message as text being edited: the one source of truth of the composer. The form changes single lines of it, so
/// that odd spacing, unknown rows and their order survive; what the form cannot show stays where it is. Rows the user mutes stand
/// in the text with a leading "# "; "#" starts no header name, so that nothing is lost by it.
class MessageText {
public:
    /// One header row of the text, folds included. Offsets are octets from the start of bytes().
    struct Row {
        sip::ComposedRow row;
        qsizetype at = 0, end = 0;              ///< the whole row, line end included
        qsizetype valueAt = 0, valueLength = 0; ///< as written, folds still in
        bool broken = false;                    ///< no "name:" in it: cannot be sent as a row, only in raw mode
    };

    MessageText() = default;
    explicit MessageText(QByteArray bytes);
    /// Writes method, Request-URI, rows and body of a request; CR and LF inside a row become spaces (D-8).
    static MessageText of(const QByteArray &method, const QByteArray &requestUri, const QList<sip::ComposedRow> &rows,
                          const QByteArray &body);

    const QByteArray &bytes() const { return m_bytes; }
    QByteArray method() const { return m_bytes.mid(m_methodAt, m_methodLength); }
    QByteArray requestUri() const { return m_bytes.mid(m_uriAt, m_uriLength); }
    QByteArray version() const { return m_bytes.mid(m_versionAt, m_versionLength); } ///< "SIP/2.0" or what was typed instead
    qsizetype uriAt() const { return m_uriAt; }
    const QList<Row> &rows() const { return m_rows; }
    QByteArray body() const { return m_bytes.mid(m_bodyAt); }
    qsizetype bodyAt() const { return m_bodyAt; }
    qsizetype startLineLength() const { return m_startLength; } ///< without its line end

    void setMethod(const QByteArray &method);
    void setRequestUri(const QByteArray &uri);
    void setBody(const QByteArray &body);
    void setRow(qsizetype index, const sip::ComposedRow &row);
    void setRowName(qsizetype index, const QByteArray &name);
    void setRowValue(qsizetype index, const QByteArray &value); ///< name and spacing before the value stay
    void setMuted(qsizetype index, bool muted);
    void insertRow(qsizetype index, const sip::ComposedRow &row);
    void removeRow(qsizetype index);
    void moveRow(qsizetype from, qsizetype to); ///< the row's bytes move as they are
    qsizetype find(sip::HeaderId id) const;     ///< first row of that id that is not muted; -1: none

    /// The same text after an edit in a text view, which knows line breaks only: lines left alone keep their octets (line ends,
    /// octets that are no UTF-8), new and changed ones end in CRLF.
    MessageText edited(const QString &text) const;
    QString text() const; ///< for a text view: line ends as \n

private:
    void index();
    void readStartLine();
    void replace(qsizetype at, qsizetype length, const QByteArray &with);
    void ensureHeaderEnd();

    QByteArray m_bytes;
    qsizetype m_methodAt = 0, m_methodLength = 0, m_uriAt = 0, m_uriLength = 0, m_versionAt = 0, m_versionLength = 0;
    qsizetype m_startLength = 0, m_rowsAt = 0, m_bodyAt = 0;
    bool m_headerEnd = false;
    QList<Row> m_rows;
};

} // namespace ui
