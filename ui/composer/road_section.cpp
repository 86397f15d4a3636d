// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/road_section.h"

#include "composer/setting_fields.h"
#include "project/road_text.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ui {

RoadSection::RoadSection(ComposerState &state, QWidget *parent)
    : QWidget(parent), m_state(state), m_fields(new SettingFields(tr("Names and targets"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_fields);
    m_resolver = m_fields->line(tr("DNS server"), tr("those of the system"),
                                tr("Asks this one for the names of servers, e.g. 127.0.0.1:5353; port 53 if none is given."));
    m_families = m_fields->choice(tr("Addresses"),
                                  {tr("IPv4 first, then IPv6"), tr("IPv6 first, then IPv4"), tr("IPv4 only"), tr("IPv6 only")},
                                  tr("Which addresses are asked for, and which of them come first."));
    m_pin = m_fields->line(tr("Only this target"), tr("all that are found"),
                           tr("Of all targets found, and of those a redirection finds, only this one is used."));
    m_dead =
        m_fields->lines(tr("Pretend dead"), QStringLiteral("sip1.example.com"),
                        tr("A drill: these targets, one in a line, count as dead. Nothing is sent to them, the wait is real."));
    connect(m_fields, &SettingFields::edited, this, &RoadSection::take);
    connect(&m_state, &ComposerState::changed, this, &RoadSection::showState);
    showState();
}

void RoadSection::take()
{
    if (m_showing)
        return;
    sip::ComposedRequest settings = m_state.settings();
    sip::RoadSettings &road = settings.road;
    road.resolver = m_resolver->text().trimmed().toUtf8();
    road.families = sip::AddressFamilies(m_families->currentIndex());
    road.pin = m_pin->text().trimmed().toUtf8();
    road.pretendDead.clear();
    for (const QString &line : linesOf(*m_dead))
        road.pretendDead << line.toUtf8();
    m_state.setSettings(settings);
}

void RoadSection::showState()
{
    m_showing = true;
    const sip::RoadSettings &road = m_state.settings().road;
    showText(*m_resolver, QString::fromUtf8(road.resolver));
    m_families->setCurrentIndex(int(road.families));
    showText(*m_pin, QString::fromUtf8(road.pin));
    QStringList dead, wrong;
    for (const QByteArray &one : road.pretendDead) {
        dead << QString::fromUtf8(one);
        if (const QString objection = diag::targetObjection(one); !objection.isEmpty())
            wrong << objection;
    }
    showLines(*m_dead, dead);
    m_showing = false;

    m_fields->remark(m_resolver, diag::resolverObjection(road.resolver));
    m_fields->remark(m_pin, road.pin.isEmpty() ? QString() : diag::targetObjection(road.pin));
    if (wrong.isEmpty() && !dead.isEmpty())
        m_fields->remark(m_dead, tr("A drill: nothing is sent to them."), theme::Meaning::Warning);
    else
        m_fields->remark(m_dead, wrong.join(u'\n'));
    QStringList set;
    if (!road.resolver.isEmpty())
        set << tr("asks %1").arg(QString::fromUtf8(road.resolver));
    if (road.families != sip::AddressFamilies::Ipv4First)
        set << m_families->currentText();
    if (!road.pin.isEmpty())
        set << tr("only %1").arg(QString::fromUtf8(road.pin));
    if (!dead.isEmpty())
        set << tr("%n pretended dead", nullptr, int(dead.size()));
    m_fields->setSummary(set.join(QStringLiteral(", ")));
}

} // namespace ui
