// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/certificate_sheet.h"

#include "flow/path_words.h"
#include "flow/row_words.h"
#include "inspectors/certificate_chain.h"
#include "inspectors/fact_labels.h"
#include "inspectors/mark_icon.h"
#include "inspectors/marked_lines.h"
#include "models/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using Outcome = sip::TlsVerdict::Outcome;
using Severity = sip::LintMark::Severity;

QString text(const QByteArray &bytes)
{
    return diag::words::shown(bytes, 200);
}

QString listText(const QList<QByteArray> &all)
{
    QStringList lines;
    for (const QByteArray &one : all)
        lines << text(one);
    return lines.join(u'\n');
}

QString verdictText(const sip::TlsVerdict &verdict)
{
    QString line = diag::words::tls(verdict);
    if (verdict.isUsed())
        line += u", "_s + diag::words::outcome(verdict.outcome);
    if (verdict.byPeer)
        line += CertificateSheet::tr(", opened by the peer");
    if (!verdict.problem.isEmpty())
        line += u"\n"_s + diag::words::cleaned(verdict.problem, 400);
    return line;
}

theme::Meaning meaningOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Trusted: return theme::Meaning::Ok;
    case Outcome::TrustedByPin:
    case Outcome::SentDespite: return theme::Meaning::Warning;
    case Outcome::Unchecked: return theme::Meaning::Muted;
    case Outcome::Refused:
    case Outcome::Failed: break;
    }
    return theme::Meaning::Error;
}

void clear(QFormLayout *form)
{
    while (form->rowCount() > 0)
        form->removeRow(0);
}

QFormLayout *form()
{
    auto *made = new QFormLayout;
    made->setContentsMargins({});
    made->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    made->setRowWrapPolicy(QFormLayout::WrapLongRows);
    made->setHorizontalSpacing(12);
    made->setVerticalSpacing(4);
    return made;
}

} // namespace

CertificateSheet::CertificateSheet(QWidget *parent)
    : QWidget(parent), m_which(new QComboBox), m_verdict(headingLabel({})), m_checks(new QWidget), m_certificate(new QWidget),
      m_chain(new CertificateChain), m_agreed(form()), m_facts(form()), m_copy(new QPushButton(tr("Copy fingerprint"))),
      m_pin(new QPushButton(tr("Pin this certificate")))
{
    m_which->setAccessibleName(tr("Handshake"));
    m_which->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_which->setMinimumContentsLength(12);
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    m_pin->setToolTip(tr("Brings the request back into the composer with this certificate trusted, whoever signed it; a warning "
                         "comes when the peer shows another one"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_pin);
    buttons->addStretch();
    auto *certificate = new QVBoxLayout(m_certificate);
    certificate->setContentsMargins({});
    certificate->setSpacing(8);
    certificate->addWidget(m_chain);
    certificate->addLayout(m_facts);
    certificate->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addWidget(m_which);
    column->addWidget(m_verdict);
    column->addWidget(m_checks);
    column->addLayout(m_agreed);
    column->addWidget(m_certificate);
    auto *checks = new QVBoxLayout(m_checks);
    checks->setContentsMargins({});
    checks->setSpacing(4);

    connect(m_chain, &CertificateChain::currentChanged, this, &CertificateSheet::showCertificate);
    connect(m_which, &QComboBox::activated, this, [this](int index) {
        m_seq = m_which->itemData(index).toULongLong();
        showHandshake();
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (const auto *facts = this->certificate())
            QGuiApplication::clipboard()->setText(QString::fromLatin1(facts->fingerprint));
    });
    connect(m_pin, &QPushButton::clicked, this, [this] {
        if (const auto *facts = this->certificate())
            emit pinRequested(facts->fingerprint);
    });
}

void CertificateSheet::setHandshakes(const QList<diag::PathHandshake> &handshakes, quint64 selected, bool canCompose)
{
    const auto has = [&handshakes](quint64 seq) {
        return std::any_of(handshakes.cbegin(), handshakes.cend(),
                           [seq](const diag::PathHandshake &one) { return one.seq == seq; });
    };
    m_handshakes = handshakes;
    m_canCompose = canCompose;
    if (has(selected))
        m_seq = selected;
    else if (!has(m_seq))
        m_seq = handshakes.isEmpty() ? 0 : handshakes.last().seq;
    m_which->clear();
    for (const diag::PathHandshake &one : handshakes) {
        m_which->addItem(diag::words::tls(one.verdict) + u", "_s + QString::fromLatin1(one.verdict.path.remote.text()),
                         QVariant::fromValue(one.seq));
        if (one.seq == m_seq)
            m_which->setCurrentIndex(m_which->count() - 1);
    }
    m_which->setVisible(handshakes.size() > 1);
    showHandshake();
}

const diag::PathHandshake *CertificateSheet::shown() const
{
    const auto found = std::find_if(m_handshakes.cbegin(), m_handshakes.cend(),
                                    [this](const diag::PathHandshake &one) { return one.seq == m_seq; });
    return found == m_handshakes.cend() ? nullptr : &*found;
}

const sip::CertificateFacts *CertificateSheet::certificate() const
{
    const diag::PathHandshake *const one = shown();
    const int index = m_chain->current();
    return one && index >= 0 && index < one->verdict.chain.size() ? &one->verdict.chain[index] : nullptr;
}

void CertificateSheet::showHandshake()
{
    const diag::PathHandshake *const one = shown();
    if (!one)
        return;
    const sip::TlsVerdict &verdict = one->verdict;
    setMeaning(m_verdict, meaningOf(verdict.outcome));
    m_verdict->setText(verdictText(verdict));
    m_verdict->setAccessibleName(m_verdict->text());
    clearLines(m_checks);
    for (const sip::TlsCheck &check : verdict.checks) {
        const QString rule = diag::words::rule(check.rule);
        const QString words = diag::words::cleaned(check.text, 400);
        addLine(m_checks, check.passed ? okIcon() : markIcon(Severity::Error), check.passed ? tr("passed") : tr("failed"),
                rule.isEmpty() ? words : u"%1 (%2)"_s.arg(words, rule));
    }
    m_checks->setVisible(!verdict.checks.isEmpty());

    clear(m_agreed);
    const auto add = [this](const QString &name, const QString &words) {
        if (!words.isEmpty())
            m_agreed->addRow(name, valueLabel(name, words));
    };
    add(tr("Version"), verdict.version);
    add(tr("Cipher"), verdict.cipher);
    add(tr("Group"), verdict.group);
    add(tr("ALPN"), text(verdict.application));
    add(tr("Server name"), text(verdict.serverName));
    add(tr("Has to be for"), text(verdict.domain));
    if (verdict.alert >= 0)
        add(tr("Alert"), tr("%1, from %2").arg(verdict.alertText, verdict.alertByPeer ? tr("the peer") : tr("us")));
    if (!verdict.staple.status.isEmpty())
        add(tr("OCSP staple"), tr("%1%2").arg(verdict.staple.status, verdict.staple.verified ? QString() : tr(", not verified")));
    if (verdict.certificateAsked)
        add(tr("Our certificate"), verdict.certificateShown ? tr("asked for and shown") : tr("asked for, there is none"));
    add(tr("Handshake"), tr("%1%2").arg(diag::words::duration(verdict.duration), verdict.resumed ? tr(", resumed") : QString()));

    if (m_drawn != m_seq) // else the one chosen in the chain stays
        m_chain->setChain(verdict.chain, verdict.missingIssuer, one->wallUs);
    m_drawn = m_seq;
    m_chain->update();
    m_certificate->setVisible(!verdict.chain.isEmpty());
    showCertificate();
}

void CertificateSheet::showCertificate()
{
    clear(m_facts);
    const sip::CertificateFacts *const facts = certificate();
    if (!facts)
        return;
    const auto add = [this](const QString &name, const QString &words) {
        if (words.isEmpty())
            return;
        m_facts->addRow(name, valueLabel(name, words));
    };
    add(tr("Subject"), diag::words::cleaned(facts->subject, 400));
    add(tr("Issuer"), diag::words::cleaned(facts->issuer, 400));
    add(tr("SIP names"), listText(facts->uris));
    add(tr("DNS names"), listText(facts->dnsNames));
    add(tr("IP addresses"), listText(facts->addresses));
    if (!facts->hasAlternativeNames)
        add(tr("Names"), tr("no alternative names: the common name counts"));
    add(tr("Valid"), diag::words::validity(*facts, shown()->wallUs));
    add(tr("Key"), facts->key);
    add(tr("Signature"), facts->signature);
    add(tr("Serial"), text(facts->serial));
    // Eight octets in a line: easier to compare, and it fits.
    QString hash = QString::fromLatin1(facts->fingerprint);
    for (qsizetype at = 24; at < hash.size(); at += 25)
        hash.insert(at, u'\n');
    QLabel *const fingerprint = valueLabel(tr("SHA-256"), hash);
    fingerprint->setAccessibleName(tr("SHA-256: %1").arg(QString::fromLatin1(facts->fingerprint)));
    fingerprint->setFont(theme::monospace());
    m_facts->addRow(tr("SHA-256"), fingerprint);
    m_pin->setEnabled(m_canCompose && m_chain->current() == 0); // it is the peer's own that a pin is compared with
}

} // namespace ui
