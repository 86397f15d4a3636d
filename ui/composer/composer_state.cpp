// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/composer_state.h"

#include "message/parser.h"
#include "request/first_request.h"
#include "request/request_builder.h"

#include <QHash>

#include <QSet>

#include <algorithm>

namespace ui {

namespace {

using sip::HeaderId;

/// Ports the system picks have five digits; so has this one, for the size to be right.
constexpr quint16 somePort = 50600;

sip::Endpoint withPort(sip::Endpoint endpoint)
{
    if (endpoint.isAny())
        endpoint = sip::Endpoint::parse("192.0.2.100").value_or(endpoint);
    if (endpoint.port == 0)
        endpoint.port = somePort;
    return endpoint;
}

/// Where a row of the form goes when there is none yet: behind the last of those that customarily stand before it.
qsizetype customaryPlace(const MessageText &text, HeaderId id)
{
    const QList<HeaderId> order = {HeaderId::Route, HeaderId::From, HeaderId::To, HeaderId::Contact};
    for (qsizetype i = order.indexOf(id) - 1; i >= 0; --i) {
        const qsizetype row = text.find(order[i]);
        if (row >= 0)
            return row + 1;
    }
    return order.contains(id) ? 0 : text.rows().size();
}

QByteArray rowText(const sip::Message &message, qsizetype row)
{
    return message.value(message.header(row));
}

} // namespace

ComposerState::ComposerState(QObject *parent) : QObject(parent)
{
    sip::ComposedRequest request;
    request.method = "OPTIONS";
    load(request);
}

void ComposerState::setLocalAddress(LocalAddress source)
{
    m_localAddress = std::move(source);
    touch();
}

sip::Endpoint ComposerState::localAddress() const
{
    const sip::Expected<sip::NextHop> hop = sip::nextHop(request());
    const sip::TransportAddress anywhere{sip::Protocol::Udp, *sip::Endpoint::parse("192.0.2.1:5060")}; // nothing is sent there
    const sip::Endpoint local =
        m_localAddress ? m_localAddress(hop && !hop->isName() ? hop->address : anywhere) : sip::Endpoint();
    return local.isAny() ? *sip::Endpoint::parse("127.0.0.1") : local;
}

sip::ComposedRequest ComposerState::request() const
{
    sip::ComposedRequest request = m_settings;
    request.method = m_text.method();
    request.requestUri = m_uriFollows ? QByteArray() : m_text.requestUri();
    request.rows.clear();
    for (const MessageText::Row &row : m_text.rows()) {
        if (!row.broken)
            request.rows << row.row;
    }
    request.body = m_text.body();
    request.rawBytes = request.raw ? m_text.bytes() : QByteArray();
    return request;
}

sip::ComposedRequest ComposerState::requestForFile() const
{
    sip::ComposedRequest whole = request();
    whole.credentials = valuesForFile(m_credentials);
    return whole;
}

void ComposerState::load(const sip::ComposedRequest &request)
{
    m_settings = request;
    const QList<CredentialDraft> before = takeCredentials();
    m_uriFollows = request.requestUri.isEmpty();
    if (request.raw) {
        m_text = MessageText(request.rawBytes);
        m_uriFollows = false;
    } else {
        m_text = MessageText::of(request.method, sip::effectiveRequestUri(request), request.rows, request.body);
    }
    m_beforeRaw = m_rawStart = {};
    touch();
    emit credentialsReplaced(before);
}

void ComposerState::setText(const QString &text)
{
    if (text == m_text.text())
        return;
    m_text = m_text.edited(text);
    m_emptied = {};
    m_uriFollows = !m_settings.raw && m_text.requestUri() == followedUri();
    touch();
}

void ComposerState::setRaw(bool on)
{
    if (on == m_settings.raw)
        return;
    if (on) {
        sip::SystemRandom random;
        sip::BuildFacts facts;
        facts.protocol = protocol();
        const sip::Expected<sip::NextHop> hop = sip::nextHop(request());
        facts.local = withPort(m_localAddress && hop && !hop->isName() ? m_localAddress(hop->address) : sip::Endpoint());
        m_beforeRaw = m_text;
        m_text = MessageText(sip::buildRequest(request(), facts, random).wire());
        m_rawStart = m_text;
        m_uriFollows = false;
    } else if (m_text.bytes() == m_rawStart.bytes()) {
        m_text = m_beforeRaw;
    }
    m_settings.raw = on;
    if (!on)
        m_uriFollows = m_text.requestUri() == followedUri();
    touch();
}

void ComposerState::setMethod(const QByteArray &method)
{
    if (method == m_text.method())
        return;
    m_text.setMethod(method);
    touch();
}

QByteArray ComposerState::followedUri() const
{
    sip::ComposedRequest without = request();
    without.raw = false;
    without.requestUri.clear();
    return sip::effectiveRequestUri(without);
}

void ComposerState::setTarget(const QByteArray &target)
{
    if (target == m_settings.target)
        return;
    m_settings.target = target;
    if (m_uriFollows && !m_settings.raw)
        m_text.setRequestUri(followedUri());
    touch();
}

QByteArray ComposerState::field(HeaderId id) const
{
    const qsizetype row = m_text.find(id);
    return row < 0 ? QByteArray() : m_text.rows()[row].row.value;
}

void ComposerState::setField(HeaderId id, const QByteArray &value)
{
    const qsizetype row = m_text.find(id);
    if (field(id) == value)
        return;
    if (value.isEmpty()) {
        m_emptied = {id, row}; // to be typed anew, most likely: then it keeps its place
        m_text.removeRow(row);
    } else if (row < 0) {
        const bool again = m_emptied.first == id && m_emptied.second <= m_text.rows().size();
        m_text.insertRow(again ? m_emptied.second : customaryPlace(m_text, id), {sip::headerName(id).toByteArray(), value});
    } else {
        m_text.setRowValue(row, value);
    }
    if (id == HeaderId::To && m_uriFollows && !m_settings.raw)
        m_text.setRequestUri(followedUri());
    touch();
}

void ComposerState::setBody(const QByteArray &body)
{
    if (body == m_text.body())
        return;
    m_text.setBody(body);
    touch();
}

void ComposerState::setCredentials(const QList<CredentialDraft> &drafts)
{
    if (drafts == m_credentials)
        return;
    m_credentials = drafts;
    m_settings.credentials = values(drafts);
    touch();
}

void ComposerState::chooseKeep(qsizetype index, bool keep)
{
    QList<CredentialDraft> drafts = m_credentials;
    if (index < 0 || index >= drafts.size())
        return;
    drafts[index].keep = keep;
    setCredentials(drafts);
    emit keepChosen(drafts[index]);
}

void ComposerState::putCredential(const sip::Credential &credential)
{
    const CredentialDraft added = CredentialDraft::of(credential);
    QList<CredentialDraft> drafts = m_credentials;
    drafts.removeIf([](const CredentialDraft &draft) { return draft.isUntouched(); });
    const auto same = std::find_if(drafts.begin(), drafts.end(), [&added](const CredentialDraft &draft) {
        return draft.kind == added.kind && draft.typed.realm == added.typed.realm;
    });
    if (same == drafts.end())
        drafts.append(added);
    else
        *same = {added.kind, added.typed, same->keep};
    setCredentials(drafts);
}

void ComposerState::setKeeping(bool can, const QString &problem)
{
    if (can == m_canKeep && problem == m_keepProblem)
        return;
    m_canKeep = can;
    m_keepProblem = problem;
    touch();
}

/// Those of the settings; what is to be kept of them stays so. Returns those that were there.
QList<CredentialDraft> ComposerState::takeCredentials()
{
    QSet<QString> kept;
    const QList<CredentialDraft> before = std::exchange(m_credentials, {});
    for (const CredentialDraft &draft : before)
        if (draft.keep)
            kept.insert(draft.key());
    for (const sip::Credential &credential : m_settings.credentials) {
        CredentialDraft draft = CredentialDraft::of(credential);
        draft.keep = kept.contains(draft.key());
        m_credentials.append(draft);
    }
    return before;
}

void ComposerState::setRow(qsizetype index, const sip::ComposedRow &row)
{
    m_text.setRow(index, row);
    touch();
}

void ComposerState::insertRow(qsizetype index, const sip::ComposedRow &row)
{
    m_emptied = {};
    m_text.insertRow(index, row);
    touch();
}

void ComposerState::removeRow(qsizetype index)
{
    m_text.removeRow(index);
    touch();
}

void ComposerState::moveRow(qsizetype from, qsizetype to)
{
    m_emptied = {};
    m_text.moveRow(from, to);
    touch();
}

void ComposerState::setMuted(qsizetype index, bool muted)
{
    m_text.setMuted(index, muted);
    touch();
}

void ComposerState::setSettings(const sip::ComposedRequest &settings)
{
    const bool raw = m_settings.raw;
    const QByteArray target = m_settings.target;
    m_settings = settings;
    m_settings.raw = raw;
    m_settings.target = target;
    if (values(m_credentials) == m_settings.credentials) { // then the drafts stay
        touch();
        return;
    }
    const QList<CredentialDraft> before = takeCredentials();
    touch();
    emit credentialsReplaced(before);
}

void ComposerState::touch()
{
    m_derived.reset();
    emit changed();
}

const ComposerState::Derived &ComposerState::derived() const
{
    if (m_derived)
        return *m_derived;
    Derived result;
    const sip::ComposedRequest whole = request();
    const sip::Expected<sip::NextHop> hop = sip::nextHop(whole);
    const bool nowhere = whole.target.isEmpty() && whole.requestUri.isEmpty() && !whole.raw;
    sip::Endpoint local;
    if (hop) {
        result.protocol = hop->address.protocol;
        result.transportGiven = hop->transportGiven;
        if (m_localAddress && !hop->isName())
            local = m_localAddress(hop->address);
        result.hop = {true, tr("Goes to %1 (%2)").arg(QString::fromUtf8(hop->text()), hop->why)};
    } else if (nowhere) {
        result.hop = {false, tr("Say where to send: a SIP URI, or a next hop such as udp:192.0.2.1:5060")};
    } else {
        result.hop = {false, hop.error().detail};
    }
    QList<QByteArray> filled;
    result.preview = sip::previewRequest(whole, withPort(local), result.protocol, &filled);
    for (const QByteArray &name : filled)
        result.filled << sip::ComposedRow{name, result.preview.value(name)};
    m_derived = result;
    if (nowhere) // just begun: what is still empty is no fault yet
        return *m_derived;
    for (const sip::LintMark &mark : sip::lintFirstRequest(result.preview))
        m_derived->marks << placed(mark, result.preview);
    for (const MessageText::Row &row : m_text.rows()) {
        if (row.broken && !whole.raw) {
            const QByteArray line = m_text.bytes().mid(row.at, row.end - row.at).trimmed();
            m_derived->marks << Mark{
                sip::LintMark::Severity::Error,
                tr("This line has no header name and colon: it is left out unless the message is sent exactly as typed"),
                QString(), inText(row.at), QString::fromUtf8(line).size()};
        }
    }
    if (!whole.raw && m_text.version() != "SIP/2.0") {
        m_derived->marks << Mark{sip::LintMark::Severity::Info,
                                 tr("The version is written as SIP/2.0 unless the message is sent exactly as typed"), QString(),
                                 0, inText(m_text.startLineLength())};
    }
    return *m_derived;
}

qsizetype ComposerState::inText(qsizetype octets) const
{
    const QByteArray before = m_text.bytes().left(octets);
    return QString::fromUtf8(before).size() - before.count("\r\n"); // one line break in a text view
}

/// Finds the octets a mark speaks of in the text as typed: the preview has more rows and its own spacing.
ComposerState::Mark ComposerState::placed(const sip::LintMark &mark, const sip::Message &preview) const
{
    Mark result{mark.severity, mark.text, QString::fromLatin1(mark.rule), -1, 0};
    if (mark.offset < 0)
        return result;
    const auto put = [&](qsizetype from, qsizetype to) {
        result.at = inText(from);
        result.length = inText(to) - result.at;
    };
    if (m_settings.raw) {
        put(mark.offset, mark.offset + mark.length);
        return result;
    }
    const qsizetype startLength = preview.startLine().size();
    if (mark.offset < startLength) {
        const qsizetype from = qMin(mark.offset, m_text.startLineLength());
        put(from, qMin(mark.offset + mark.length, m_text.startLineLength()));
        return result;
    }
    QHash<QByteArray, int> seen; // rows of one name keep their order in the preview
    for (qsizetype i = 0; i < preview.headerCount(); ++i) {
        const sip::HeaderField &field = preview.header(i);
        const QByteArray name = preview.name(field).toByteArray().trimmed().toLower();
        const int nth = seen[name]++;
        if (mark.offset < field.rowAt || mark.offset >= field.rowEnd)
            continue;
        int found = -1;
        for (const MessageText::Row &row : m_text.rows()) {
            if (row.row.muted || row.broken || row.row.name.toLower() != name || ++found != nth)
                continue;
            const qsizetype within = mark.offset - field.valueAt;
            const bool sameOctets = rowText(preview, i).startsWith(row.row.value) && within >= 0 && within <= row.valueLength;
            if (sameOctets && mark.length > 0)
                put(row.valueAt + within, qMin(row.valueAt + within + mark.length, row.valueAt + row.valueLength));
            else
                put(row.at, row.valueAt + row.valueLength);
            return result;
        }
        return result; // a row that is filled in
    }
    const qsizetype bodyAt = preview.body().data() ? preview.body().data() - preview.wire().constData() : preview.wire().size();
    if (mark.offset >= bodyAt && mark.length > 0)
        put(m_text.bodyAt() + mark.offset - bodyAt, m_text.bodyAt() + mark.offset - bodyAt + mark.length);
    return result;
}

QList<sip::ComposedRow> ComposerState::filledRows() const
{
    return derived().filled;
}

QByteArray ComposerState::previewBytes() const
{
    return derived().preview.wire();
}

int ComposerState::octets() const
{
    return int(derived().preview.wire().size());
}

sip::Protocol ComposerState::protocol() const
{
    return derived().protocol;
}

bool ComposerState::staysOnUdp() const
{
    return protocol() == sip::Protocol::Udp && (m_settings.forceUdp || m_settings.raw || derived().transportGiven);
}

QList<ComposerState::Mark> ComposerState::marks() const
{
    return derived().marks;
}

ComposerState::NextHopText ComposerState::nextHop() const
{
    return derived().hop;
}

} // namespace ui
