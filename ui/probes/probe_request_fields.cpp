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

ProbeRequestFields::ProbeRequestFields(QWidget *parent)
    : QWidget(parent), m_target(new QLineEdit), m_method(new QComboBox), m_problem(new QLabel)
{
    m_target->setObjectName(u"probeTarget"_s);
    m_target->setAccessibleName(tr("Target"));
    m_target->setPlaceholderText(tr("sip:sip.example.com or udp:192.0.2.1:5060"));
    m_method->setObjectName(u"probeMethod"_s);
    m_method->setAccessibleName(tr("Request"));
    m_method->addItems({u"OPTIONS"_s, u"REGISTER"_s, u"MESSAGE"_s, u"SUBSCRIBE"_s, u"INVITE"_s, tr("The one in the composer")});
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Target"), m_target);
    form->addRow(tr("Request"), m_method);
    form->addRow(m_problem);
    connect(m_target, &QLineEdit::textEdited, this, [this] { m_touched = true; });
    connect(m_target, &QLineEdit::textChanged, this, &ProbeRequestFields::showProblem);
    connect(m_method, &QComboBox::currentIndexChanged, this, &ProbeRequestFields::showProblem);
    showProblem();
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
    made.raw = false;
    if (made.target.isEmpty() || made.method.isEmpty() || !sip::nextHop(made))
        return std::nullopt;
    return made;
}

void ProbeRequestFields::showProblem()
{
    QString problem;
    if (const QByteArray target = m_target->text().trimmed().toUtf8(); !target.isEmpty()) {
        sip::ComposedRequest made;
        made.method = "OPTIONS";
        made.target = target;
        if (const auto hop = sip::nextHop(made); !hop)
            problem = hop.error().detail;
    }
    if (usesComposed() && m_composed.raw)
        problem = tr("The composer holds octets as typed; those cannot be changed in size or hops.");
    QPalette colours = m_problem->palette();
    colours.setColor(QPalette::WindowText, theme::colour(theme::Meaning::Warning));
    m_problem->setPalette(colours);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    emit changed();
}

bool ProbeRequestFields::isMeant(const sip::ComposedRequest &request, int most)
{
    const bool leaves = diag::leavesComputer(request), rings = request.method == "INVITE";
    if (!leaves && !rings)
        return true;
    QString text =
        leaves
            ? tr("Up to %L1 requests will be sent to %2, five a second at most.").arg(most).arg(QString::fromUtf8(request.target))
            : tr("Up to %L1 calls will be made.").arg(most);
    if (rings)
        text += u' ' + tr("An INVITE may ring somebody's phone each time.");
    QMessageBox box(QMessageBox::Question, window()->windowTitle(), text, QMessageBox::Cancel, this);
    const QPushButton *const send = box.addButton(tr("Send them"), QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == send;
}

} // namespace ui
