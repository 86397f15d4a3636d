// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ladder_model.h"
#include "models/selection.h"

#include <QWidget>

namespace ui {

/// The centre of the window: verdict card on top, a bar (time mode, kinds, fold, follow, ladder/table switch), the ladder and its
/// table twin. Owns its LadderModel.
class LadderPane : public QWidget {
    Q_OBJECT
public:
    LadderPane(FlowStore &store, Selection &selection, QWidget *parent = nullptr);
    ~LadderPane() override;
    LadderModel &model();
    void setPrompt(QWidget *prompt); ///< between the verdict and the ladder; the pane owns it
    QSize minimumSizeHint() const override;

signals:
    void fixRequested(sip::IntentId intent, const diag::Fix &fix); ///< a button of the verdict card
    void compareRequested(sip::IntentId intent);                   ///< "What changed between attempts"

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
