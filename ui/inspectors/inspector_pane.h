// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/flow_store.h"
#include "models/selection.h"

#include <QWidget>

class QTabWidget;
class QToolButton;

namespace ui {

/// Everything about the selected row: tabs "message", "raw", "digest", "transaction", "dialog", "bindings",
/// "capabilities", "path", "findings" and "attempts". The tab that
/// fits the kind of row comes to the front unless the user pinned the one he looks at.
class InspectorPane : public QWidget {
    Q_OBJECT
public:
    InspectorPane(FlowStore &store, Selection &selection, QWidget *parent = nullptr);
    void showTab(QByteArray id); ///< unknown ids: nothing
    QByteArray currentTab() const;

signals:
    void nextRequested(sip::IntentId intent, const QByteArray &toTag);
    void answerRequested(sip::IntentId intent, sip::TransactionId request, int status);
    void answerComposerRequested(sip::IntentId intent, sip::TransactionId request);
    void composeRequested(const sip::ComposedRequest &request, const QString &notice);
    void endRequested(sip::IntentId intent);
    void fixRequested(sip::IntentId intent, const diag::Fix &fix); ///< a button of the findings

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override; ///< the pin is drawn in the colours of the theme

private:
    void addTab(const QByteArray &id, QWidget *page, const QString &title, const QString &shortTitle, const QString &toolTip);
    void fitTitles();       ///< the short titles where the long ones have no room
    void showFittingTabs(); ///< pages about one kind of request are there for it alone
    void bringFittingTab();

    FlowStore &m_store;
    Selection &m_selection;
    QTabWidget *m_tabs;
    QToolButton *m_pin;
    QList<std::pair<QString, QString>> m_titles; ///< of the tabs, long and short
    QByteArray m_fitting;                        ///< id of the tab for the kind of row selected last
};

} // namespace ui
