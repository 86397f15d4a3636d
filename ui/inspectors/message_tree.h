// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspectors/inspector_page.h"
#include "inspectors/message_parts.h"

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui {

/// The message of the selected row as a tree: start line, headers in order with what they are made of, body. What lint found
/// stands at its line with icon and words.
class MessageTree : public InspectorPage {
    Q_OBJECT
public:
    MessageTree(FlowStore &store, Selection &selection, QWidget *parent = nullptr);
    static QString emptySentence(const diag::LadderRow *row); ///< why there is no message to show

protected:
    void refresh() override;

private:
    void addPart(QTreeWidgetItem *parent, const MessagePart &part);
    void showMenu(const QPoint &at);
    void copy(bool octets) const; ///< the current line: as on the wire, or as shown

    QTreeWidget *m_tree;
    QLabel *m_more; ///< "Show all (...)"
    quint64 m_shown = 0;
    bool m_all = false;
};

} // namespace ui
