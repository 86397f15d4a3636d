// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interrupt.h"

#include <csignal>

namespace cli {

namespace {

// A handler may do nothing but count. The event loop looks at the count: the same on every system.
volatile std::sig_atomic_t g_count = 0;

void count(int signal)
{
    g_count = g_count + 1;
    std::signal(signal, count);
}

} // namespace

Interrupt::Interrupt(std::function<void(int)> pressed, QObject *parent) : QObject(parent), m_pressed(std::move(pressed))
{
    g_count = 0;
    std::signal(SIGINT, count);
    std::signal(SIGTERM, count);
    connect(&m_timer, &QTimer::timeout, this, &Interrupt::look);
    m_timer.start(50);
}

Interrupt::~Interrupt()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

void Interrupt::look()
{
    while (m_seen < g_count)
        m_pressed(++m_seen);
}

} // namespace cli
