// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/registration.h"
#include "inspectors/inspector_page.h"

class QFormLayout;
class QPushButton;
class QTreeWidget;

namespace ui {

/// What the registrar keeps: its bindings with what is left of each, which is ours, when it is refreshed, and the paths it gave.
/// The time left is counted down once a second while it can be seen, and by nobody otherwise.
class BindingsInspector : public InspectorPage {
    Q_OBJECT
public:
    BindingsInspector(FlowStore &store, Selection &selection, QWidget *parent = nullptr);

signals:
    /// A request about the bindings, for the user to look at and send. \param notice  what it will do, a sentence
    void composeRequested(const sip::ComposedRequest &request, const QString &notice);
    void endRequested(sip::IntentId intent); ///< the registration that is kept here is to be removed now

protected:
    void refresh() override;
    void hideEvent(QHideEvent *event) override;

private:
    void showBindings();
    void showFacts();
    void showTimeLeft();
    void showActions();
    const diag::Binding *chosen() const; ///< nullptr: none
    bool endsHere() const;               ///< what is chosen is kept by this very flow
    void query();
    void remove();
    void removeAll();

    std::optional<diag::Registration> m_registration;
    QTimer m_tick;
    QLabel *m_who, *m_refreshLeft = nullptr, *m_oursLeft = nullptr;
    QTreeWidget *m_bindings;
    QWidget *m_factsBox;
    QFormLayout *m_facts;
    QPushButton *m_query, *m_remove, *m_removeAll;
};

} // namespace ui
