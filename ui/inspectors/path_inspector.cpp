// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/path_inspector.h"

#include "diagnosis/finding.h"
#include "flow/nat_view.h"
#include "flow/path_words.h"
#include "inspectors/certificate_sheet.h"
#include "inspectors/fact_labels.h"
#include "inspectors/nat_panel.h"
#include "inspectors/road_tree.h"
#include "inspectors/size_scale.h"

#include <QFormLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr qsizetype mostConnections = 12; ///< shown, the newest

} // namespace

PathInspector::PathInspector(FlowStore &store, Selection &selection, QWidget *parent)
    : InspectorPage(store, selection, Follows::Flow, parent), m_roads(new RoadTree), m_connections(new QFormLayout),
      m_certificates(new CertificateSheet), m_scale(new SizeScale), m_sizeText(new QLabel), m_shortened(new QLabel),
      m_nat(new NatPanel)
{
    m_connections->setContentsMargins({});
    m_connections->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_connections->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_connections->setVerticalSpacing(2);
    auto *connections = new QWidget;
    connections->setLayout(m_connections);
    auto *sizes = new QWidget;
    auto *sizeColumn = new QVBoxLayout(sizes);
    sizeColumn->setContentsMargins({});
    sizeColumn->addWidget(m_scale);
    sizeColumn->addWidget(m_sizeText);
    for (QLabel *const label : {m_sizeText, m_shortened}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_shortened->setText(tr("This flow is long: its middle is not counted here."));

    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(10, 8, 10, 10);
    column->setSpacing(14);
    m_roadSection = section(tr("Names and targets"), m_roads);
    m_tlsSection = section(tr("TLS"), m_certificates);
    m_connectionSection = section(tr("Connections"), connections);
    m_sizeSection = section(tr("Size"), sizes);
    m_natSection = section(tr("NAT"), m_nat);
    for (const Section &one : {m_roadSection, m_connectionSection, m_tlsSection, m_natSection, m_sizeSection})
        column->addWidget(one.box);
    column->addWidget(m_shortened);
    column->addStretch();
    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins({});
    m_scroll = qobject_cast<QScrollArea *>(scrolling(page));
    layout->addWidget(m_scroll);

    connect(m_roads, &RoadTree::pinRequested, this, [this](const QByteArray &target) {
        if (const sip::ComposedRequest *sent = request()) {
            sip::ComposedRequest changed = *sent;
            changed.road.pin = target;
            compose(changed, tr("Send uses only %1.").arg(QString::fromUtf8(target)));
        }
    });
    connect(m_roads, &RoadTree::drillRequested, this, [this](const QList<QByteArray> &targets) {
        if (const sip::ComposedRequest *sent = request()) {
            sip::ComposedRequest changed = *sent;
            changed.road.pretendDead = targets;
            compose(changed, targets.isEmpty() ? tr("Send takes no target for dead any more.")
                                               : tr("A drill: Send takes %1 for dead. Nothing is sent there, the wait is real.")
                                                     .arg(QString::fromUtf8(targets.join(", "))));
        }
    });
    connect(m_certificates, &CertificateSheet::pinRequested, this, [this](const QByteArray &fingerprint) {
        if (const sip::ComposedRequest *sent = request()) {
            sip::ComposedRequest changed = *sent;
            if (!changed.tls.pins.contains(fingerprint))
                changed.tls.pins << fingerprint;
            compose(changed, tr("Send trusts this certificate, whoever signed it, and warns when it changes."));
        }
    });
    connect(m_nat, &NatPanel::contactRequested, this, [this](const QByteArray &contact) {
        if (const sip::ComposedRequest *sent = request()) {
            const diag::Fix fix{diag::Fix::Edit::Header, "Contact", contact, {}};
            compose(diag::applied(fix, *sent),
                    tr("Contact names the address the server saw: %1.").arg(QString::fromUtf8(contact)));
        }
    });
}

PathInspector::Section PathInspector::section(const QString &title, QWidget *body)
{
    Section made{new QWidget, body};
    auto *column = new QVBoxLayout(made.box);
    column->setContentsMargins({});
    column->setSpacing(6);
    column->addWidget(headingLabel(title));
    column->addWidget(body);
    made.box->setAccessibleName(title);
    return made;
}

void PathInspector::refresh()
{
    const diag::PathStory story = flow() ? diag::pathStory(*flow()) : diag::PathStory();
    if (story.roads.isEmpty() && story.connections.isEmpty() && story.handshakes.isEmpty()) {
        showEmpty(flow() ? tr("Nothing has been looked up, connected or sent yet.")
                         : tr("Select a request to see its way to the server."));
        return;
    }
    const bool canCompose = request() != nullptr;
    m_roadSection.box->setVisible(!story.roads.isEmpty());
    m_roads->setRoads(m_selection.intent(), story.roads, canCompose);
    m_connectionSection.box->setVisible(!story.connections.isEmpty());
    showConnections(story.connections);
    m_tlsSection.box->setVisible(!story.handshakes.isEmpty());
    m_certificates->setHandshakes(story.handshakes, m_selection.row(), canCompose);
    m_sizeSection.box->setVisible(!story.sizes.isEmpty());
    showSize(story.sizes);
    const auto nat = diag::natView(*flow());
    m_natSection.box->setVisible(nat.has_value());
    if (nat)
        m_nat->setView(*nat, canCompose);
    m_shortened->setVisible(story.shortened);
    showContent();
    bringSelected();
}

void PathInspector::showConnections(const QList<diag::PathConnection> &all)
{
    while (m_connections->rowCount() > 0)
        m_connections->removeRow(0);
    const qsizetype hidden = std::max<qsizetype>(0, all.size() - mostConnections);
    for (const diag::PathConnection &one : all.sliced(hidden)) {
        const QString title = diag::words::connectionTitle(one), facts = diag::words::connectionFacts(one);
        auto *label = valueLabel(title, facts);
        const bool failed = one.end == diag::PathConnection::End::Failed || one.end == diag::PathConnection::End::Reset;
        setMeaning(label, failed ? theme::Meaning::Error : theme::Meaning::Muted);
        m_connections->addRow(valueLabel(tr("Connection"), title));
        m_connections->addRow(label);
    }
    if (hidden > 0)
        m_connections->addRow(valueLabel(tr("Connections"), tr("and %1 before them").arg(hidden)));
}

/// Of the request selected, else of the one sent last.
void PathInspector::showSize(const QList<diag::RequestSize> &all)
{
    if (all.isEmpty())
        return;
    const auto selected =
        std::find_if(all.cbegin(), all.cend(), [this](const diag::RequestSize &one) { return one.seq == m_selection.row(); });
    const diag::RequestSize &size = selected == all.cend() ? all.last() : *selected;
    m_scale->setSize(size);
    m_sizeText->setText(diag::words::requestSize(size));
}

void PathInspector::bringSelected()
{
    const diag::LadderRow *const selected = row();
    if (!selected || selected->seq == m_brought)
        return;
    m_brought = selected->seq;
    const QWidget *box = nullptr;
    if (selected->kind == diag::RowKind::Dns)
        box = m_roadSection.box;
    else if (selected->event && selected->event->as<sip::TlsVerdict>())
        box = m_tlsSection.box;
    else if (selected->event && selected->event->as<sip::ConnectionEvent>())
        box = m_connectionSection.box;
    if (box)
        QMetaObject::invokeMethod( // once the sections have their places
            this, [this, box] { m_scroll->verticalScrollBar()->setValue(box->y()); }, Qt::QueuedConnection);
}

} // namespace ui
