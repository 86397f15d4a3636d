// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "request/composed_request.h"

#include <QObject>

#include <optional>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QWidget;

namespace ui {

/// What a probe sends and where: a target and a method, or the request of the composer.
class ProbeRequestFields : public QObject {
    Q_OBJECT
public:
    explicit ProbeRequestFields(QWidget *window);

    void addTo(QFormLayout *form); ///< once; then the fields are there

    void setComposed(const sip::ComposedRequest &request); ///< as it stands in the composer
    std::optional<sip::ComposedRequest> request() const;   ///< nullopt: it cannot be sent, and the fields say why
    /// What its window cannot do with this request, shown as well; empty: it can.
    void setObjection(const QString &text);
    /// Asks when it would leave this computer, or disturb somebody. \param most  requests at most
    bool isMeant(const sip::ComposedRequest &request, int most);

signals:
    void changed();

private:
    bool usesComposed() const;
    QString problem() const;
    void showProblem();

    QWidget *const m_window;
    QLineEdit *m_target;
    QComboBox *m_method;
    QLabel *m_problem;
    sip::ComposedRequest m_composed;
    QString m_objection;
    bool m_touched = false; ///< the user wrote a target: the one of the composer no longer replaces it
};

} // namespace ui
