// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/row_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::RowText)
};

QString kindText(const diag::LadderRow &row)
{
    using diag::RowKind;
    switch (row.kind) {
    case RowKind::Request: return Words::tr("Request");
    case RowKind::Response: return Words::tr("Response");
    case RowKind::Dns: return Words::tr("DNS");
    case RowKind::Tcp: return Words::tr("TCP");
    case RowKind::Tls: return Words::tr("TLS");
    case RowKind::Ws: return Words::tr("WebSocket");
    case RowKind::Auth: return Words::tr("Digest");
    case RowKind::Timer: return Words::tr("Timer");
    case RowKind::Local: return Words::tr("Local status");
    case RowKind::Note: return Words::tr("Note");
    }
    return {};
}

} // namespace

QString laneText(const diag::Flow &flow, int lane)
{
    if (lane < 0 || lane >= flow.lanes.size())
        return {};
    const diag::Lane &it = flow.lanes[lane];
    return it.alias.isEmpty() ? QString::fromLatin1(it.endpoint.text()) : it.alias;
}

QString fateText(sip::MessageReceived::Fate fate)
{
    switch (fate) {
    case sip::MessageReceived::Fate::Delivered: return {};
    case sip::MessageReceived::Fate::Copy: return Words::tr("copy, absorbed");
    case sip::MessageReceived::Fate::Late: return Words::tr("late");
    case sip::MessageReceived::Fate::Stray: return Words::tr("belongs to nothing");
    case sip::MessageReceived::Fate::Dropped: return Words::tr("dropped");
    }
    return {};
}

QString clockText(qint64 wallUs)
{
    return QDateTime::fromMSecsSinceEpoch(wallUs / 1000).toString(QStringLiteral("HH:mm:ss.zzz"));
}

QString decimalText(double value, int places)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(value, 'f', places);
}

QString spanText(sip::Instant span)
{
    const double ms = double(span.count()) / 1000;
    if (span.count() > 0 && ms < 0.05)
        return Words::tr("under 0.1 ms");
    if (ms < 9.95)
        return QStringLiteral("%1 ms").arg(decimalText(ms, 1));
    if (ms < 999.5)
        return QStringLiteral("%1 ms").arg(decimalText(ms, 0));
    if (ms < 99'950)
        return QStringLiteral("%1 s").arg(decimalText(ms / 1000, ms < 9'995 ? 2 : 1));
    const qint64 seconds = qRound64(ms / 1000);
    return QStringLiteral("%1 min %2 s").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString rowSentence(const diag::Flow &flow, const diag::LadderRow &row)
{
    QString text = kindText(row) + QStringLiteral(": ") + row.label;
    const QString from = laneText(flow, row.fromLane), to = laneText(flow, row.toLane);
    if (!from.isEmpty() && !to.isEmpty())
        text += Words::tr(", from %1 to %2").arg(from, to);
    if (row.send > 0 && row.planned > 1)
        text += Words::tr(", send %1 of at most %2").arg(row.send).arg(row.planned);
    if (const QString fate = fateText(row.fate); !fate.isEmpty())
        text += QStringLiteral(", ") + fate;
    if (row.cause != sip::LocalCause::None)
        text += Words::tr(", made here, not received; cause %1").arg(QString::fromLatin1(sip::causeName(row.cause)));
    if (!row.detail.isEmpty())
        text += QStringLiteral(". ") + row.detail;
    return text;
}

} // namespace ui
