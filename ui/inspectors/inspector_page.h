// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/flow_store.h"
#include "models/selection.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedLayout;

namespace ui {

/// What all tabs of the inspector share: they look at the selection only while they can be seen, once per turn of the event loop,
/// and say in a sentence what is missing when there is nothing to show.
class InspectorPage : public QWidget {
    Q_OBJECT
protected:
    /// FollowsFlow: also when the flow grows, not only when another row is selected.
    enum class Follows { Row, Flow };
    InspectorPage(FlowStore &store, Selection &selection, Follows follows, QWidget *parent);

    virtual void refresh() = 0; ///< show the selection as it is now; called only while visible

    QWidget *content() const { return m_content; } ///< give it a layout
    /// A page that scrolls up and down as a whole, without a frame: there may be little room.
    static QWidget *scrolling(QWidget *page);
    void showContent();
    void showEmpty(const QString &sentence);
    void setDirty();

    const diag::Flow *flow() const { return m_store.flow(m_selection.intent()); }
    const diag::LadderRow *row() const { return m_store.row(m_selection.intent(), m_selection.row()); }
    /// The message of the selected row; nullptr: it has none.
    const sip::Message *message() const;

    FlowStore &m_store;
    Selection &m_selection;

    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override; ///< colours are looked up anew when the theme changes

private:
    QStackedLayout *m_stack;
    QWidget *m_content;
    QLabel *m_empty;
    QTimer m_soon;
    bool m_dirty = true;
};

} // namespace ui
