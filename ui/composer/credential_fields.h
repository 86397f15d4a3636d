// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composer/credential_draft.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace ui {

/// The fields of one credential: only those that its kind has.
class CredentialFields : public QWidget {
    Q_OBJECT
public:
    explicit CredentialFields(QWidget *parent = nullptr);

    const CredentialDraft &draft() const { return m_draft; }
    void setDraft(const CredentialDraft &draft);        ///< says nothing; text that means the same stays as typed
    void setKinds(const QList<CredentialKind> &kinds);  ///< to choose from; with one there is no choice to be seen
    void setRealmGiven(bool given);                     ///< the realm is known and not asked for
    void setColumns(int columns);                       ///< fields side by side
    void addBeside(QWidget *widget);                    ///< behind the choice of the kind
    void setKeeping(bool can, const QString &problem);  ///< the box for the keychain, and why it cannot be had
    void showProblem(const CredentialProblem &problem); ///< under the field it is about
    int labelWidth() const;                             ///< of the column of names, for what stands above to line up
    QWidget *firstEmpty() const;                        ///< where to go on typing

signals:
    void edited();
    void keepClicked(bool keep);
    void submitted(); ///< Enter in a field

private:
    struct Field {
        QLabel *label = nullptr;
        QList<QWidget *> parts;                           ///< what stands beside the label; siblings of it, for AT-SPI
        QLineEdit *edit = nullptr;                        ///< nullptr: a choice
        QByteArray &(*text)(sip::Credential &) = nullptr; ///< what the edit is about
        QList<CredentialKind> kinds;
        CredentialPart part = CredentialPart::None;
    };
    QLineEdit *add(const QString &name, const QString &hint, QByteArray &(*text)(sip::Credential &),
                   const QList<CredentialKind> &kinds, CredentialPart part);
    void add(const QString &name, const QList<QWidget *> &parts, const QList<CredentialKind> &kinds, CredentialPart part);
    QLineEdit *secret(QLineEdit *edit);
    static void showText(QLabel *label, const QString &text);
    bool isShown(const Field &field) const;
    void arrange();
    void take();
    void showDraft();

    CredentialDraft m_draft;
    QList<Field> m_fields;
    QGridLayout *m_grid;
    QComboBox *m_kind = nullptr, *m_algorithm = nullptr, *m_operator = nullptr; ///< m_operator: OPc or OP
    QLineEdit *m_user = nullptr, *m_operatorKey = nullptr, *m_realm = nullptr;
    QCheckBox *m_keep = nullptr;
    QLabel *m_problem = nullptr, *m_keepProblem = nullptr;
    CredentialPart m_problemAt = CredentialPart::None;
    QList<CredentialKind> m_kinds;
    int m_columns = 1;
    bool m_realmGiven = false, m_canKeep = false;
};

} // namespace ui
