// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/inspector_page.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QStackedLayout>

namespace ui {

InspectorPage::InspectorPage(FlowStore &store, Selection &selection, Follows follows, QWidget *parent)
    : QWidget(parent), m_store(store), m_selection(selection), m_stack(new QStackedLayout(this)), m_content(new QWidget),
      m_empty(new QLabel)
{
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(24);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_empty);

    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (!isVisible() || !m_dirty)
            return;
        m_dirty = false;
        refresh();
    });
    connect(&selection, &Selection::rowChanged, this, &InspectorPage::setDirty);
    connect(&selection, &Selection::intentChanged, this, &InspectorPage::setDirty);
    connect(&store, &FlowStore::cleared, this, &InspectorPage::setDirty);
    if (follows == Follows::Flow)
        connect(&store, &FlowStore::flowChanged, this, [this](sip::IntentId intent) {
            if (intent == m_selection.intent())
                setDirty();
        });
}

void InspectorPage::setDirty()
{
    m_dirty = true;
    if (isVisible() && !m_soon.isActive())
        m_soon.start();
}

QWidget *InspectorPage::scrolling(QWidget *page)
{
    auto *scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

void InspectorPage::showContent()
{
    m_stack->setCurrentWidget(m_content);
}

void InspectorPage::showEmpty(const QString &sentence)
{
    m_empty->setText(sentence);
    m_empty->setAccessibleName(sentence);
    m_stack->setCurrentWidget(m_empty);
}

const sip::Message *InspectorPage::message() const
{
    const diag::LadderRow *selected = row();
    if (!selected || !selected->event)
        return nullptr;
    if (const auto *sent = selected->event->as<sip::MessageSent>())
        return &sent->message;
    if (const auto *received = selected->event->as<sip::MessageReceived>())
        return &received->message;
    return nullptr;
}

void InspectorPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_dirty)
        setDirty();
}

void InspectorPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setDirty();
}

} // namespace ui
