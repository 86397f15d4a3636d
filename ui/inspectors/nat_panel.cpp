// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/nat_panel.h"

#include "flow/row_words.h"
#include "inspectors/mark_icon.h"
#include "inspectors/marked_lines.h"

#include <QFormLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using Severity = sip::LintMark::Severity;
using Weight = diag::NatVerdict::Weight;

QString text(const QByteArray &bytes)
{
    return diag::words::shown(bytes, 200);
}

QIcon iconOf(Weight weight)
{
    return weight == Weight::Fine ? okIcon() : markIcon(weight == Weight::Note ? Severity::Info : Severity::Warning);
}

QString wordOf(Weight weight)
{
    return weight == Weight::Fine   ? NatPanel::tr("Good")
           : weight == Weight::Note ? NatPanel::tr("Note")
                                    : NatPanel::tr("Warning");
}

} // namespace

NatPanel::NatPanel(QWidget *parent) : QWidget(parent), m_facts(new QFormLayout), m_verdicts(new QWidget), m_use(new QPushButton)
{
    m_facts->setContentsMargins({});
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_facts->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_facts->setVerticalSpacing(4);
    auto *verdicts = new QVBoxLayout(m_verdicts);
    verdicts->setContentsMargins({});
    verdicts->setSpacing(4);
    m_use->setToolTip(tr("Brings the request back into the composer with that Contact, to look at and send"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_use);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addLayout(m_facts);
    column->addWidget(m_verdicts);
    column->addLayout(buttons);
    connect(m_use, &QPushButton::clicked, this, [this] { emit contactRequested(m_contact); });
}

void NatPanel::setView(const diag::NatView &view, bool canCompose)
{
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    const auto add = [this](const QString &name, const QString &words) { m_facts->addRow(name, valueLabel(name, words)); };
    add(tr("Sent from"), QString::fromLatin1(view.path.local.text()));
    add(tr("Via, sent"), text(view.sentBy) + (view.rportAsked ? tr(", rport asked for") : QString()));
    add(tr("Via, received"), view.received.isEmpty() ? tr("not told") : text(view.received));
    add(tr("Via, rport"), view.rport > 0 ? QString::number(view.rport) : view.rport == 0 ? tr("not filled in") : tr("not told"));
    if (!view.contact.isEmpty())
        add(tr("Contact, sent"), text(view.contact));
    if (!view.echoed.isEmpty())
        add(tr("Contact, kept"), view.echoed == view.contact ? tr("the same") : text(view.echoed));
    clearLines(m_verdicts);
    for (const diag::NatVerdict &one : view.verdicts) {
        const QString rule = diag::words::rule(one.rule);
        addLine(m_verdicts, iconOf(one.weight), wordOf(one.weight), rule.isEmpty() ? one.text : u"%1 (%2)"_s.arg(one.text, rule));
    }
    m_contact = view.publicContact;
    m_use->setVisible(!m_contact.isEmpty());
    m_use->setEnabled(canCompose);
    if (view.seen)
        m_use->setText(
            tr("Use %1 in Contact").arg(QString::fromLatin1(view.rport > 0 ? view.seen->text() : view.seen->hostText())));
}

} // namespace ui
