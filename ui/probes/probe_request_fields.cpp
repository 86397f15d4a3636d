// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/probe_request_fields.h"

#include "message/header_id.h"
#include "models/theme.h"
#include "probe/probe.h"
#include "request/target.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

ProbeRequestFields::ProbeRequestFields(QWidget *window)
    : QObject(window), m_window(window), m_target(new QLineEdit), m_method(new QComboBox), m_problem(new QLabel)
{
    m_target->setObjectName(u"probeTarget"_s);
    m_target->setAccessibleName(tr("Target"));
    m_target->setPlaceholderText(tr("sip:sip.example.com or udp:192.0.2.1:5060"));
    m_method->setObjectName(u"probeMethod"_s);
    m_method->setAccessibleName(tr("Request"));
    m_method->addItems({u"OPTIONS"_s, u"REGISTER"_s, u"MESSAGE"_s, u"SUBSCRIBE"_s, u"INVITE"_s, tr("The one in the composer")});
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    connect(m_target, &QLineEdit::textEdited, this, [this] { m_touched = true; });
    connect(m_target, &QLineEdit::textChanged, this, &ProbeRequestFields::showProblem);
    connect(m_method, &QComboBox::currentIndexChanged, this, &ProbeRequestFields::showProblem);
    showProblem();
}

void ProbeRequestFields::addTo(QFormLayout *form)
{
    form->addRow(tr("Target"), m_target);
    form->addRow(tr("Request"), m_method);
    form->addRow(m_problem);
}

bool ProbeRequestFields::usesComposed() const
{
    return m_method->currentIndex() == m_method->count() - 1;
}

void ProbeRequestFields::setComposed(const sip::ComposedRequest &request)
{
    m_composed = request;
    if (!m_touched)
        m_target->setText(QString::fromUtf8(request.target));
    showProblem();
}

std::optional<sip::ComposedRequest> ProbeRequestFields::request() const
{
    sip::ComposedRequest made;
    if (usesComposed())
        made = m_composed;
    else {
        made.method = m_method->currentText().toUtf8();
        // Who we are stays; what else is in the composer belongs to its own request.
        for (const sip::ComposedRow &row : m_composed.rows)
            if (sip::headerId(row.name) == sip::HeaderId::From)
                made.rows << row;
        made.road = m_composed.road;
    }
    made.target = m_target->text().trimmed().toUtf8();
    if (made.target.isEmpty() || made.method.isEmpty() || !diag::probeProblem(made).isEmpty() || !sip::nextHop(made))
        return std::nullopt;
    return made;
}

QString ProbeRequestFields::problem() const
{
    if (usesComposed())
        if (const QString problem = diag::probeProblem(m_composed); !problem.isEmpty())
            return tr("The request in the composer %1.").arg(problem);
    sip::ComposedRequest made;
    made.method = "OPTIONS";
    made.target = m_target->text().trimmed().toUtf8();
    if (made.target.isEmpty())
        return {};
    const auto hop = sip::nextHop(made);
    return hop ? m_objection : hop.error().detail;
}

void ProbeRequestFields::setObjection(const QString &text)
{
    m_objection = text;
    const QString said = problem();
    QPalette colours = m_problem->palette();
    colours.setColor(QPalette::WindowText, theme::colour(theme::Meaning::Warning));
    m_problem->setPalette(colours);
    m_problem->setText(said);
    m_problem->setVisible(!said.isEmpty());
}

void ProbeRequestFields::showProblem()
{
    setObjection({}); // whoever objects does it again
    emit changed();
}

bool ProbeRequestFields::isMeant(const sip::ComposedRequest &request, int most)
{
    const bool leaves = diag::leavesComputer(request), message = request.method == "MESSAGE";
    if (!leaves && !diag::disturbs(request))
        return true;
    QString text =
        leaves
            ? tr("Up to %L1 requests will be sent to %2, five a second at most.").arg(most).arg(QString::fromUtf8(request.target))
            : (message ? tr("Up to %L1 messages will be sent.") : tr("Up to %L1 calls will be made.")).arg(most);
    if (diag::disturbs(request))
        text += u' ' + (message ? tr("A MESSAGE may come up on somebody's screen each time.")
                                : tr("An INVITE may ring somebody's phone each time."));
    QMessageBox box(QMessageBox::Question, m_window->windowTitle(), text, QMessageBox::Cancel, m_window);
    const QPushButton *const send = box.addButton(tr("Send them"), QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == send;
}

} // namespace ui
