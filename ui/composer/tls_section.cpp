// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/tls_section.h"

#include "composer/setting_fields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr qsizetype longestProtocol = 255; ///< RFC 7301 3.1

/// Empty: it can be read, or a variable that is still open may decide.
QString fileObjection(const QString &path)
{
    if (path.isEmpty() || path.contains(QStringLiteral("{{")))
        return {};
    const QFileInfo file(path);
    if (!file.exists())
        return TlsSection::tr("there is no file %1").arg(path);
    return file.isFile() && file.isReadable() ? QString() : TlsSection::tr("%1 cannot be read").arg(path);
}

QList<sip::TlsVersion> versions()
{
    using enum sip::TlsVersion;
    return {Tls10, Tls11, Tls12, Tls13};
}

QStringList versionNames()
{
    QStringList names;
    for (const sip::TlsVersion one : versions())
        names << QStringLiteral("TLS %1").arg(QString::fromLatin1(sip::versionName(one)));
    return names;
}

QList<QByteArray> words(const QString &list)
{
    QList<QByteArray> all;
    for (const QString &one : list.split(u','))
        if (!one.trimmed().isEmpty())
            all << one.trimmed().toUtf8();
    return all;
}

} // namespace

TlsSection::TlsSection(ComposerState &state, QWidget *parent)
    : QWidget(parent), m_state(state), m_fields(new SettingFields(tr("TLS"), this))
{
    using File = SettingFields::File;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_fields);
    m_authorities = m_fields->files(tr("Trusted CAs"), tr("those of the system"),
                                    tr("Files of CAs that are trusted instead of those of the system (PEM), one in a line."));
    m_certificate = m_fields->file(
        tr("Our certificate"), tr("none"),
        tr("Shown when the server asks who we are, and to who calls us over TLS (PEM, with its chain)."), File::Existing);
    m_key =
        m_fields->file(tr("Its key"), tr("in the same file"), tr("The private key of our certificate (PEM)."), File::Existing);
    m_keyPassword = m_fields->line(tr("Key password"), tr("not encrypted"), tr("Of the private key. Never written into a file."));
    m_keyPassword->setEchoMode(QLineEdit::Password);
    m_serverName = m_fields->line(tr("Server name"), tr("the host of the URI"),
                                  tr("Sent as SNI and looked for in the certificate, instead of the host of the URI."));
    m_least = m_fields->choice(tr("Oldest version"), versionNames(), tr("The oldest version that is offered."));
    m_most = m_fields->choice(tr("Newest version"), versionNames(), tr("The newest version that is offered."));
    m_applications = m_fields->line(tr("ALPN"), tr("none, or e.g. sip/2"), tr("Protocols to offer, first choice first."));
    m_pins = m_fields->lines(tr("Pins"), tr("SHA-256 of a certificate"),
                             tr("Certificates that are trusted whoever signed them, by SHA-256, one in a line. The sheet of a "
                                "certificate on the page Path has a button for it."));
    m_despite =
        m_fields->check(tr("Send despite a failed check"), tr("Otherwise nothing is sent when the certificate is not good."));
    m_keyLog = m_fields->file(tr("Key log"), tr("none"),
                              tr("The keys of the connections are appended to this file, for Wireshark."), File::Written);
    connect(m_fields, &SettingFields::edited, this, &TlsSection::take);
    connect(&m_state, &ComposerState::changed, this, &TlsSection::showState);
    showState();
}

void TlsSection::take()
{
    if (m_showing)
        return;
    sip::ComposedRequest settings = m_state.settings();
    sip::TlsSettings &tls = settings.tls;
    const auto text = [](const QLineEdit *edit) { return edit->text().trimmed(); };
    tls.authorities = linesOf(*m_authorities);
    tls.certificateFile = text(m_certificate);
    tls.keyFile = text(m_key);
    tls.keyPassword = m_keyPassword->text().toUtf8();
    tls.serverName = text(m_serverName).toUtf8();
    tls.least = versions()[m_least->currentIndex()];
    tls.most = versions()[m_most->currentIndex()];
    tls.applications = words(m_applications->text());
    tls.sendDespite = m_despite->isChecked();
    tls.keyLogFile = text(m_keyLog);
    tls.pins.clear();
    m_wrongPin.clear();
    for (const QString &line : linesOf(*m_pins)) {
        if (const auto pin = sip::fingerprint(line.toUtf8()))
            tls.pins << *pin;
        else if (m_wrongPin.isEmpty())
            m_wrongPin = tr("%1: %2").arg(line.left(20), pin.error().detail);
    }
    m_state.setSettings(settings);
}

void TlsSection::showState()
{
    m_showing = true;
    const sip::TlsSettings &tls = m_state.settings().tls;
    showLines(*m_authorities, tls.authorities);
    showText(*m_certificate, tls.certificateFile);
    showText(*m_key, tls.keyFile);
    if (m_keyPassword->text() != QString::fromUtf8(tls.keyPassword))
        m_keyPassword->setText(QString::fromUtf8(tls.keyPassword));
    showText(*m_serverName, QString::fromUtf8(tls.serverName));
    m_least->setCurrentIndex(int(versions().indexOf(tls.least)));
    m_most->setCurrentIndex(int(versions().indexOf(tls.most)));
    if (words(m_applications->text()) != tls.applications)
        m_applications->setText(QString::fromUtf8(tls.applications.join(", ")));
    // Pins that are being typed are not there yet: only others are shown anew.
    QList<QByteArray> typed;
    for (const QString &line : linesOf(*m_pins))
        if (const auto pin = sip::fingerprint(line.toUtf8()))
            typed << *pin;
    if (typed != tls.pins) {
        m_wrongPin.clear();
        m_pins->setPlainText(QString::fromLatin1(tls.pins.join('\n')));
    }
    m_despite->setChecked(tls.sendDespite);
    showText(*m_keyLog, tls.keyLogFile);
    m_showing = false;
    showRemarks();
    showSummary();
}

void TlsSection::showRemarks()
{
    using theme::Meaning;
    const sip::TlsSettings &tls = m_state.settings().tls;
    QStringList unread;
    for (const QString &file : tls.authorities)
        if (const QString objection = fileObjection(file); !objection.isEmpty())
            unread << objection;
    m_fields->remark(m_authorities, unread.join(u'\n'));
    m_fields->remark(m_certificate, fileObjection(tls.certificateFile));
    m_fields->remark(m_key, !tls.keyFile.isEmpty() && tls.certificateFile.isEmpty() ? tr("a key goes with a certificate of ours")
                                                                                    : fileObjection(tls.keyFile));
    if (tls.most < tls.least)
        m_fields->remark(m_most, tr("older than the oldest that is offered: no version is left"));
    else if (tls.least < sip::TlsVersion::Tls12)
        m_fields->remark(m_most, tr("TLS 1.0 and 1.1 are broken (RFC 8996): for diagnosis only"), Meaning::Warning);
    else
        m_fields->remark(m_most, {});
    const bool tooLong = std::any_of(tls.applications.cbegin(), tls.applications.cend(),
                                     [](const QByteArray &one) { return one.size() > longestProtocol; });
    m_fields->remark(m_applications, tooLong ? tr("a name has at most 255 octets (RFC 7301 3.1)") : QString());
    m_fields->remark(m_pins, m_wrongPin);
    m_fields->remark(m_despite,
                     tls.sendDespite ? tr("Warning: the request, with its credentials, also goes to who is not the server.")
                                     : QString(),
                     Meaning::Warning);
    m_fields->remark(m_keyLog, tls.keyLogFile.isEmpty() ? QString() : tr("Warning: who has this file can read what was sent."),
                     Meaning::Warning);
}

void TlsSection::showSummary()
{
    const sip::TlsSettings &tls = m_state.settings().tls, usual;
    QStringList set;
    if (tls.sendDespite)
        set << tr("sends despite a failed check");
    if (!tls.keyLogFile.isEmpty())
        set << tr("logs keys");
    if (!tls.authorities.isEmpty())
        set << tr("own CAs");
    if (!tls.certificateFile.isEmpty())
        set << tr("our certificate");
    if (!tls.serverName.isEmpty())
        set << QString::fromUtf8(tls.serverName);
    if (tls.least != usual.least || tls.most != usual.most)
        set << tr("versions %1 to %2")
                   .arg(QString::fromLatin1(sip::versionName(tls.least)), QString::fromLatin1(sip::versionName(tls.most)));
    if (!tls.pins.isEmpty())
        set << tr("%n pinned", nullptr, int(tls.pins.size()));
    if (!tls.applications.isEmpty())
        set << tr("ALPN");
    m_fields->setSummary(set.join(QStringLiteral(", ")));
}

} // namespace ui
