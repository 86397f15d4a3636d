// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/ws_section.h"

#include "composer/setting_fields.h"
#include "project/duration.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

QByteArray typed(const QLineEdit *edit)
{
    return edit->text().trimmed().toUtf8();
}

QList<QByteArray> words(const QLineEdit *edit)
{
    QList<QByteArray> all;
    for (const QString &one : edit->text().split(u','))
        if (!one.trimmed().isEmpty())
            all << one.trimmed().toUtf8();
    return all;
}

} // namespace

WsSection::WsSection(ComposerState &state, QWidget *parent)
    : QWidget(parent), m_state(state), m_fields(new SettingFields(tr("WebSocket"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_fields);
    m_path = m_fields->line(tr("Path"), QStringLiteral("/"), tr("What the handshake asks for, with its query."));
    m_host = m_fields->line(tr("Host"), tr("the host of the URI"), tr("What the row Host of the handshake says."));
    m_origin = m_fields->line(tr("Origin"), tr("none"), tr("The page a browser would come from, e.g. https://example.com."));
    m_protocols =
        m_fields->line(tr("Subprotocols"), tr("none"), tr("Offered in this order, separated by commas; sip is RFC 7118."));
    m_headers =
        m_fields->lines(tr("More rows"), QStringLiteral("X-Tenant: a"), tr("Further rows of the handshake, one in a line."));
    m_proxy =
        m_fields->line(tr("Proxy"), tr("none"), tr("An HTTP proxy the connection goes through by CONNECT, e.g. 192.0.2.1:3128."));
    m_ping = m_fields->line(tr("Ping every"), tr("never"), tr("A Ping after so long without anything, e.g. 30s."));
    m_address = m_fields->check(tr("Via and Contact name our address"),
                                tr("Otherwise a host below \"invalid\", as browsers do (RFC 7118 5)."));
    connect(m_fields, &SettingFields::edited, this, &WsSection::take);
    connect(&m_state, &ComposerState::changed, this, &WsSection::showState);
    showState();
}

QList<sip::WsSettings::Header> WsSection::headers(QString *wrong) const
{
    QList<sip::WsSettings::Header> all;
    for (const QString &line : linesOf(*m_headers)) {
        const auto row = sip::wsHeader(line.toUtf8());
        if (row)
            all << *row;
        else if (wrong && wrong->isEmpty())
            *wrong = row.error().detail;
    }
    return all;
}

void WsSection::take()
{
    if (m_showing)
        return;
    sip::ComposedRequest settings = m_state.settings();
    sip::WsSettings &ws = settings.ws;
    const QList<sip::WsSettings::Header> before = ws.headers;
    ws.path = typed(m_path).isEmpty() ? sip::WsSettings().path : typed(m_path);
    ws.host = typed(m_host);
    ws.origin = typed(m_origin);
    ws.protocols = words(m_protocols);
    ws.proxy = typed(m_proxy);
    ws.namesAddress = m_address->isChecked();
    m_wrongHeader.clear();
    ws.headers = headers(&m_wrongHeader);
    for (sip::WsSettings::Header &one : ws.headers) // what came from where secrets are kept still does
        one.secret = std::any_of(before.cbegin(), before.cend(), [&one](const sip::WsSettings::Header &old) {
            return old.secret && old.name == one.name && old.value == one.value;
        });
    m_wrongPing.clear();
    ws.pingEvery = {};
    if (const QByteArray ping = typed(m_ping); !ping.isEmpty()) {
        const auto time = diag::parseDuration(ping);
        ws.pingEvery = time ? *time : sip::Instant{};
        m_wrongPing = time ? QString() : tr("a time is written as 30s or 500ms");
    }
    m_state.setSettings(settings);
}

void WsSection::showState()
{
    m_showing = true;
    const sip::WsSettings &ws = m_state.settings().ws;
    if (!m_path->text().trimmed().isEmpty() || ws.path != sip::WsSettings().path)
        showText(*m_path, QString::fromUtf8(ws.path));
    showText(*m_host, QString::fromUtf8(ws.host));
    showText(*m_origin, QString::fromUtf8(ws.origin));
    if (words(m_protocols) != ws.protocols)
        m_protocols->setText(QString::fromUtf8(ws.protocols.join(", ")));
    const auto same = [](const sip::WsSettings::Header &a, const sip::WsSettings::Header &b) {
        return a.name == b.name && a.value == b.value;
    };
    const QList<sip::WsSettings::Header> shown = headers(nullptr);
    if (!std::equal(shown.cbegin(), shown.cend(), ws.headers.cbegin(), ws.headers.cend(), same)) {
        QStringList lines;
        for (const sip::WsSettings::Header &one : ws.headers)
            lines << QString::fromUtf8(one.name + ": " + one.value);
        m_headers->setPlainText(lines.join(u'\n'));
        m_wrongHeader.clear();
    }
    showText(*m_proxy, QString::fromUtf8(ws.proxy));
    const auto time = diag::parseDuration(typed(m_ping));
    if ((time ? *time : sip::Instant{}) != ws.pingEvery) {
        m_ping->setText(ws.pingEvery.count() ? QString::fromUtf8(diag::durationText(ws.pingEvery)) : QString());
        m_wrongPing.clear();
    }
    m_address->setChecked(ws.namesAddress);
    m_showing = false;
    showRemarks();
}

void WsSection::showRemarks()
{
    const sip::WsSettings &ws = m_state.settings().ws, usual;
    m_fields->remark(m_headers, m_wrongHeader);
    m_fields->remark(m_ping, m_wrongPing);
    const bool open = ws.proxy.contains("{{");
    m_fields->remark(m_proxy,
                     ws.proxy.isEmpty() || open || sip::wsProxy(ws) ? QString() : tr("a proxy is an address with its port"));
    sip::WsSettings rest = ws; // what the other fields do not say already
    rest.proxy.clear();
    const auto flaw = sip::wsFlaw(rest);
    m_fields->remark(m_path, flaw ? *flaw : QString());
    QStringList set;
    if (ws.path != usual.path)
        set << QString::fromUtf8(ws.path);
    if (!ws.host.isEmpty())
        set << QString::fromUtf8(ws.host);
    if (!ws.origin.isEmpty())
        set << tr("from %1").arg(QString::fromUtf8(ws.origin));
    if (ws.protocols != usual.protocols)
        set << (ws.protocols.isEmpty() ? tr("no subprotocol") : QString::fromUtf8(ws.protocols.join(", ")));
    if (!ws.headers.isEmpty())
        set << tr("%n more rows", nullptr, int(ws.headers.size()));
    if (!ws.proxy.isEmpty())
        set << tr("by a proxy");
    if (ws.pingEvery.count() > 0)
        set << tr("pings");
    if (ws.namesAddress)
        set << tr("our address");
    m_fields->setSummary(set.join(QStringLiteral(", ")));
}

} // namespace ui
