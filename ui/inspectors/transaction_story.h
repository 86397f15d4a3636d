// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/ladder.h"
#include "transaction/tables.h"

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace ui {

/// What happened to one transaction, read from the trace and the state tables. A value; no widget.
struct TransactionStory {
    struct Step {
        quint64 seq = 0; ///< LadderRow::seq
        sip::Instant at{};
        QString text; ///< "Trying to Completed", "401 Unauthorized received", "Timer E fired"
        bool state = false;
        const char *rule = "";
    };
    struct Timer {
        char name = 0;
        sip::Instant interval{};
        qint64 dueWallUs = 0; ///< microseconds since 1970: the trace tells both clocks at the start of the timer
    };
    sip::TransactionId transaction = 0;
    std::optional<sip::Machine> machine; ///< empty: the trace shows no state of it
    std::optional<sip::TxState> state;   ///< as far as the trace goes
    QList<Step> steps;                   ///< oldest first
    QList<Timer> armed;                  ///< started, and neither stopped nor fired yet
    std::vector<int> taken;              ///< per row of transactionTable(*machine): how often it was taken
};
TransactionStory transactionStory(const diag::Flow &flow, sip::TransactionId transaction);

QString actionsText(quint16 actions); ///< "to the user agent, send ACK"; a dash for none

} // namespace ui
