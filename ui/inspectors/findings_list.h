// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspectors/inspector_page.h"

class QScrollArea;
class QVBoxLayout;

namespace ui {

/// What diagnosis says about the intent: one card per finding, its evidence as links, its fix as a button.
class FindingsList : public InspectorPage {
    Q_OBJECT
public:
    FindingsList(FlowStore &store, Selection &selection, QWidget *parent = nullptr);

signals:
    void fixRequested(sip::IntentId intent, const diag::Fix &fix);

protected:
    void refresh() override;

private:
    QWidget *card(const diag::Finding &finding);

    QScrollArea *m_scroll;
    QVBoxLayout *m_cards;
    QList<diag::Finding> m_shown;
    sip::IntentId m_shownIntent = 0;
    QRgb m_shownInk = 0; ///< cards are made anew when the theme changes
};

} // namespace ui
