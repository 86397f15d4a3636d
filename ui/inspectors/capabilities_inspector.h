// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/capabilities.h"
#include "inspectors/inspector_page.h"

class QFormLayout;

namespace ui {

/// What an answer says its sender can do, and what it does not say: of the row selected, else of the newest answer that says
/// anything about it.
class CapabilitiesInspector : public InspectorPage {
    Q_OBJECT
public:
    CapabilitiesInspector(FlowStore &store, Selection &selection, QWidget *parent = nullptr);

protected:
    void refresh() override;

private:
    void showMethods(const diag::Capabilities &all);
    void showHeaders(const diag::Capabilities &all);

    QLabel *m_title, *m_methods, *m_methodsRemark;
    QFormLayout *m_grid;
};

} // namespace ui
