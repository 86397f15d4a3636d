// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/finding.h"
#include "flow/flow_builder.h"
#include "request/composed_request.h"

#include <QElapsedTimer>
#include <QObject>

namespace ui {

/// All flows of this run, as the window knows them: batches go in, flows and findings come out. UI thread.
class FlowStore : public QObject {
    Q_OBJECT
public:
    explicit FlowStore(QObject *parent = nullptr, diag::FlowLimits limits = {});

    /// Remembers what was submitted, so that it can be diagnosed, edited and sent again. Call before the first batch of that
    /// intent.
    void remember(sip::IntentId intent, const sip::ComposedRequest &request);
    const sip::ComposedRequest *request(sip::IntentId intent) const; ///< nullptr: not ours
    const diag::Flow *flow(sip::IntentId intent) const;
    QList<sip::IntentId> intents() const;                                ///< oldest first; without 0, which is no intent
    QList<diag::Finding> findings(sip::IntentId intent) const;           ///< computed when asked for, kept until the flow changes
    const diag::LadderRow *row(sip::IntentId intent, quint64 seq) const; ///< by binary search; nullptr: dropped or unknown
    quint64 droppedEvents() const { return m_dropped; }
    /// What the engine's clock reads now, as far as its events tell; before the first one: zero. For counting down on the screen.
    sip::Instant engineNow() const;

public slots:
    void append(const sip::TraceBatch &batch, quint64 dropped);
    void clear();

signals:
    void intentAdded(sip::IntentId intent);
    void flowChanged(sip::IntentId intent); ///< at most once per intent and batch
    void cleared();

private:
    struct Private;
    std::shared_ptr<Private> d;
    const diag::FlowLimits m_limits;
    quint64 m_dropped = 0;
    QElapsedTimer m_clock;
    sip::Instant m_behind = sip::Instant::max(); ///< m_clock minus the engine's, by the event that was quickest to come
};

} // namespace ui
