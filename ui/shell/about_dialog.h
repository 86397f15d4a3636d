// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/places.h"
#include "base/program_facts.h"

#include <QDialog>

namespace ui {

/// What this program is, what it is made of, where it keeps its settings, and the licence; for reading and for bug reports.
class AboutDialog : public QDialog {
    Q_OBJECT
public:
    explicit AboutDialog(const sip::Places &places, QWidget *parent = nullptr);
    QString text() const; ///< what Copy copies; nothing in it tells who the user is

private:
    QWidget *heading();
    QWidget *programPage();
    QWidget *librariesPage();
    QWidget *licencePage();

    sip::ProgramFacts m_facts;
    sip::Places m_places;
};

} // namespace ui
