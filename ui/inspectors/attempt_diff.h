// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspectors/inspector_page.h"
#include "inspectors/message_diff.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QTreeWidget;

namespace ui {

/// What changed between two attempts of the intent, row by row.
class AttemptDiff : public InspectorPage {
    Q_OBJECT
public:
    AttemptDiff(FlowStore &store, Selection &selection, QWidget *parent = nullptr);

protected:
    void refresh() override;
    void resizeEvent(QResizeEvent *event) override; ///< long values are broken to the width

private:
    const sip::Message *requestOf(quint32 attempt) const; ///< the first copy as sent; nullptr: not in the trace
    void fillChoices();
    void choose(quint32 before, quint32 after);
    void showDifference();
    void addLine(const DiffLine &line);

    QComboBox *m_before, *m_after;
    QCheckBox *m_same;
    QLabel *m_summary;
    QTreeWidget *m_lines;
    sip::IntentId m_intent = 0;
    quint64 m_row = 0;
    qsizetype m_attempts = 0;
    QRgb m_ink = 0;
};

} // namespace ui
