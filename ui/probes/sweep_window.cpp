// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sweep_window.h"

#include "probe/size_cures.h"
#include "probe/sweep_page.h"
#include "probe/sweep_report.h"
#include "probe/sweep_words.h"
#include "probes/probe_request_fields.h"
#include "probes/probe_table.h"
#include "probes/sweep_chart.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QSpinBox *spin(const QString &name, int low, int high, int value, const QString &suffix = {})
{
    auto *box = new QSpinBox;
    box->setAccessibleName(name);
    box->setRange(low, high);
    box->setValue(value);
    box->setSuffix(suffix);
    box->setGroupSeparatorShown(true);
    return box;
}

ProbeTable::Row rowOf(const diag::SweepSeries &series, const diag::SweepPoint &point)
{
    using Outcome = diag::SweepPoint::Outcome;
    const theme::Meaning meaning = point.outcome == Outcome::Answered   ? theme::Meaning::Muted
                                   : point.outcome == Outcome::TooLarge ? theme::Meaning::ClientError
                                                                        : theme::Meaning::Error;
    return {{QString::fromLatin1(sip::viaName(series.protocol)), QString::number(point.octets), diag::words::outcome(point),
             diag::pointParticulars(point).join(u", "_s)},
            meaning,
            diag::pointText(point).trimmed()};
}

} // namespace

SweepWindow::SweepWindow(QWidget *parent)
    : ProbeWindow(tr("MTU sweep"), {1040, 640}, parent), m_halve(new QCheckBox(tr("Halve down to the octet"))),
      m_udp(new QCheckBox(u"UDP"_s)), m_tcp(new QCheckBox(u"TCP"_s)), m_padding(new QComboBox), m_progress(new QProgressBar),
      m_chart(new SweepChart), m_table(new ProbeTable({tr("Over"), tr("Octets"), tr("Result"), tr("Particulars")}, this)),
      m_cures(new QWidget)
{
    setObjectName(u"sweepWindow"_s);
    const int smallest = int(diag::SweepSettings::smallest), largest = int(diag::SweepSettings::largest);
    const diag::SweepSettings usual;
    m_from = spin(tr("Smallest size"), smallest, largest, int(usual.from));
    m_to = spin(tr("Largest size"), smallest, largest, int(usual.to));
    m_step = spin(tr("Step"), 0, largest, 0);
    m_step->setSpecialValueText(tr("none"));
    m_repeat = spin(tr("Requests of each size"), 1, 100, 1);
    m_halve->setChecked(true);
    m_halve->setToolTip(tr("Between the last size that passed and the first that did not."));
    m_udp->setChecked(true);
    m_tcp->setChecked(true);
    m_padding->setAccessibleName(tr("Padding"));
    m_padding->addItems({tr("Rows X-Padding"), tr("Body")});
    m_findings->setObjectName(u"sweepFindings"_s);
    auto *cures = new QHBoxLayout(m_cures);
    cures->setContentsMargins(0, 0, 0, 0);
    cures->addWidget(new QLabel(tr("For the request in the composer:")));
    m_cures->setVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);

    auto *sizes = new QHBoxLayout;
    sizes->addWidget(m_from);
    sizes->addWidget(new QLabel(tr("to")));
    sizes->addWidget(m_to);
    sizes->addWidget(new QLabel(tr("octets")), 1);
    auto *over = new QHBoxLayout;
    over->addWidget(m_udp);
    over->addWidget(m_tcp);
    over->addStretch();
    auto *form = new QFormLayout;
    m_request->addTo(form);
    form->addRow(tr("Sizes"), sizes);
    form->addRow(tr("Step"), m_step);
    form->addRow(QString(), m_halve);
    form->addRow(tr("Each size"), m_repeat);
    form->addRow(tr("Over"), over);
    form->addRow(tr("Padding"), m_padding);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_start);
    buttons->addWidget(m_stop);
    buttons->addStretch();
    buttons->addWidget(m_export);
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(form);
    column->addLayout(buttons);
    column->addWidget(m_progress);
    column->addWidget(m_findings, 1, Qt::AlignTop);
    auto *right = new QSplitter(Qt::Vertical);
    right->addWidget(m_chart);
    right->addWidget(m_table->makeView(u"sweepTable"_s, tr("Sizes tried")));
    right->setStretchFactor(0, 3);
    right->setStretchFactor(1, 2);
    right->setChildrenCollapsible(false);
    auto *across = new QSplitter(Qt::Horizontal);
    across->addWidget(left);
    across->addWidget(right);
    across->setStretchFactor(1, 1);
    across->setChildrenCollapsible(false);
    auto *whole = new QVBoxLayout(this);
    whole->addWidget(across, 1);
    whole->addWidget(m_cures, 0, Qt::AlignLeft);

    for (QSpinBox *const box : {m_from, m_to, m_step, m_repeat})
        connect(box, &QSpinBox::valueChanged, this, &SweepWindow::showState);
    for (QCheckBox *const box : {m_halve, m_udp, m_tcp})
        connect(box, &QCheckBox::toggled, this, &SweepWindow::showState);
    showState();
}

void SweepWindow::setComposed(const sip::ComposedRequest &request)
{
    m_composed = request;
    m_request->setComposed(request);
    showCures();
}

/// What can be done about a size that is lost, as buttons that change the request in the composer.
void SweepWindow::showCures()
{
    const QList<QPushButton *> before = m_cures->findChildren<QPushButton *>(Qt::FindDirectChildrenOnly);
    for (QPushButton *const each : before) { // one of them may be the one that was pressed
        each->setParent(nullptr);
        each->deleteLater();
    }
    const bool lost = m_report.done && std::any_of(m_report.series.cbegin(), m_report.series.cend(),
                                                   [](const diag::SweepSeries &one) { return one.lastGood() && one.firstBad(); });
    const QList<diag::SizeCure> cures = lost ? diag::sizeCures(m_composed) : QList<diag::SizeCure>();
    for (const diag::SizeCure &cure : cures) {
        auto *button = new QPushButton(cure.label);
        button->setToolTip(cure.text);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, cure] { emit cureChosen(cure.request, cure.label); });
        m_cures->layout()->addWidget(button);
    }
    m_cures->setVisible(!cures.isEmpty());
}

diag::SweepSettings SweepWindow::settings() const
{
    diag::SweepSettings settings;
    settings.request = m_request->request().value_or(sip::ComposedRequest());
    settings.from = m_from->value();
    settings.to = m_to->value();
    settings.step = m_step->value();
    settings.halve = m_halve->isChecked() || settings.step == 0;
    settings.repeat = m_repeat->value();
    settings.over.clear();
    if (m_udp->isChecked())
        settings.over << sip::Protocol::Udp;
    if (m_tcp->isChecked())
        settings.over << sip::Protocol::Tcp;
    settings.padding = m_padding->currentIndex() == 1 ? diag::Padding::Body : diag::Padding::Header;
    settings.pace = diag::ProbePace::towards(settings.request);
    return settings;
}

void SweepWindow::start()
{
    const diag::SweepSettings chosen = settings();
    if (!m_start->isEnabled() || !m_request->isMeant(chosen.request, diag::Sweep(chosen).left()))
        return;
    m_running = true;
    setReport(diag::Sweep(chosen).report(), 1);
    emit startRequested(chosen);
}

void SweepWindow::setReport(const diag::SweepReport &report, int left)
{
    m_report = report;
    m_running = m_running && !report.done;
    m_progress->setMaximum(report.done ? 1 : report.requests + left);
    m_progress->setValue(report.done ? 1 : report.requests);
    m_chart->setReport(report);
    QList<ProbeTable::Row> rows;
    for (const diag::SweepSeries &series : report.series)
        for (const diag::SweepPoint &point : series.points)
            rows << rowOf(series, point);
    m_table->setRows(rows);
    showFindings(report.done ? diag::sweepConclusions(report).join(u"\n\n"_s) : tr("%n requests sent", nullptr, report.requests));
    showCures();
    showState();
}

void SweepWindow::showState()
{
    const bool sizes = m_from->value() < m_to->value(), over = m_udp->isChecked() || m_tcp->isChecked();
    m_halve->setEnabled(m_step->value() > 0);
    const bool whole = sizes && over && m_request->request();
    const QString problem = whole ? diag::sweepProblem(settings()) : QString();
    m_request->setObjection(problem.isEmpty() ? QString() : tr("This cannot be swept: %1.").arg(problem));
    showRunning(whole && problem.isEmpty(), m_report.requests > 0);
    m_progress->setVisible(m_running);
}

ProbeWindow::Export SweepWindow::exports() const
{
    return {u"sweep.html"_s, tr("Web page (*.html);;Markdown (*.md);;JSON (*.json)")};
}

QByteArray SweepWindow::reportFor(const QString &path) const
{
    return path.endsWith(u".json"_s)   ? QJsonDocument(diag::sweepObject(m_report)).toJson()
           : path.endsWith(u".html"_s) ? diag::sweepHtml(m_report)
                                       : diag::sweepMarkdown(m_report);
}

} // namespace ui
