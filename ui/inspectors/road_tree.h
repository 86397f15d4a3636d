// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/path_story.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui {

/// How names were looked up: for each look-up the questions with their records, the decisions with their rules, and the targets
/// in order with what became of each. Targets can be ticked to be taken for dead the next time.
class RoadTree : public QWidget {
    Q_OBJECT
public:
    explicit RoadTree(QWidget *parent = nullptr);
    /// Of the same intent: what the user ticked and chose stays. \param canCompose  the request is known: it can be sent again
    void setRoads(sip::IntentId intent, const QList<diag::PathRoad> &roads, bool canCompose);

signals:
    void pinRequested(const QByteArray &target);           ///< use this one only
    void drillRequested(const QList<QByteArray> &targets); ///< take these for dead; empty: none

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addRoad(const diag::PathRoad &road);
    void addQuestion(QTreeWidgetItem *parent, const diag::PathQuestion &question);
    void addTarget(QTreeWidgetItem *parent, const diag::PathTarget &target, int place);
    void showActions();
    void fit();                ///< lines wrapped, and as high as what is in it
    QByteArray chosen() const; ///< target of the current item; empty: none
    QList<QByteArray> ticked() const;

    QTreeWidget *m_tree;
    QLabel *m_detour;
    QPushButton *m_pin, *m_drill;
    QList<QByteArray> m_dead; ///< as they were taken in the flow shown
    QString m_shown;          ///< what the tree was made of: it stays as it is while that is the same
    sip::IntentId m_intent = 0;
    bool m_canCompose = false;
    bool m_filling = false;
};

} // namespace ui
