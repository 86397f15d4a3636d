// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/path_window.h"

#include "flow/row_words.h"
#include "models/row_text.h"
#include "probe/path_report.h"
#include "probes/path_picture.h"
#include "probes/probe_request_fields.h"
#include "probes/probe_table.h"

#include <QFormLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

ProbeTable::Row rowOf(const diag::PathHop &hop)
{
    using Kind = diag::PathHop::Kind;
    const QStringList more = diag::hopParticulars(hop);
    const theme::Meaning meaning = hop.kind == Kind::Hop      ? theme::Meaning::Muted
                                   : hop.kind == Kind::Answer ? theme::Meaning::Ok
                                                              : theme::Meaning::Error;
    return {{QString::number(hop.maxForwards), diag::hopAnswer(hop),
             hop.status ? PathWindow::tr("%1 ms").arg(decimalText(double(hop.took.count()) / 1000, 1)) : QString(),
             hop.status ? QString::fromLatin1(hop.from.text()) : QString(), diag::words::shown(hop.software, 80),
             more.join(u"; "_s)},
            meaning,
            more.join(u'\n')};
}

} // namespace

PathWindow::PathWindow(QWidget *parent)
    : ProbeWindow(tr("Path of a request"), {980, 600}, parent), m_last(new QSpinBox), m_picture(new PathPicture),
      m_table(new ProbeTable({tr("Max-Forwards"), tr("Answer"), tr("Round trip"), tr("From"), tr("Software"), tr("Particulars")},
                             this))
{
    setObjectName(u"pathWindow"_s);
    m_last->setAccessibleName(tr("Largest Max-Forwards"));
    m_last->setRange(0, diag::PathTraceSettings::most);
    m_last->setValue(diag::PathTraceSettings().last);
    m_findings->setObjectName(u"pathFindings"_s);

    auto *form = new QFormLayout;
    m_request->addTo(form);
    auto *bar = new QHBoxLayout;
    bar->addWidget(new QLabel(tr("Max-Forwards from 0 to")));
    bar->addWidget(m_last);
    bar->addStretch();
    bar->addWidget(m_start);
    bar->addWidget(m_stop);
    bar->addWidget(m_export);
    auto *scroller = new QScrollArea;
    scroller->setWidgetResizable(true);
    scroller->setWidget(m_picture);
    scroller->setMinimumHeight(m_picture->sizeHint().height() + scroller->horizontalScrollBar()->sizeHint().height() + 4);
    scroller->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addLayout(bar);
    column->addWidget(scroller);
    column->addWidget(m_table->makeView(u"pathTable"_s, tr("Hops")), 1);
    column->addWidget(m_findings);
    showState();
}

void PathWindow::setComposed(const sip::ComposedRequest &request)
{
    m_request->setComposed(request);
}

diag::PathTraceSettings PathWindow::settings() const
{
    diag::PathTraceSettings settings;
    settings.request = m_request->request().value_or(sip::ComposedRequest());
    settings.last = m_last->value();
    settings.pace = diag::ProbePace::towards(settings.request);
    return settings;
}

void PathWindow::start()
{
    const diag::PathTraceSettings chosen = settings();
    if (!m_start->isEnabled() || !m_request->isMeant(chosen.request, chosen.last + 1))
        return;
    m_running = true;
    setReport({.method = chosen.request.method, .target = chosen.request.target});
    emit startRequested(chosen);
}

void PathWindow::setReport(const diag::PathReport &report)
{
    m_report = report;
    const bool done = report.end != diag::PathReport::End::Open;
    m_running = m_running && !done;
    m_picture->setNodes(report.hops.isEmpty() && !done ? QList<diag::PathNode>() : diag::nodesOf(report));
    QList<ProbeTable::Row> rows;
    for (const diag::PathHop &hop : report.hops)
        rows << rowOf(hop);
    m_table->setRows(rows);
    showFindings(done ? diag::pathConclusions(report).join(u'\n') : tr("%n requests sent", nullptr, int(report.hops.size())));
    showState();
}

void PathWindow::showState()
{
    showRunning(m_request->request().has_value(), !m_report.hops.isEmpty());
}

ProbeWindow::Export PathWindow::exports() const
{
    return {u"path.md"_s, tr("Markdown (*.md);;JSON (*.json)")};
}

QByteArray PathWindow::reportFor(const QString &path) const
{
    return path.endsWith(u".json"_s) ? QJsonDocument(diag::pathObject(m_report)).toJson() : diag::pathMarkdown(m_report);
}

} // namespace ui
