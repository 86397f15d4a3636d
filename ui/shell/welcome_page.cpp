// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/welcome_page.h"

#include "composer/symbols.h"
#include "models/theme.h"

#include <QApplication>
#include <QEvent>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

/// Secondary text that keeps its colour over a change of theme.
class QuietLabel : public QLabel {
public:
    explicit QuietLabel(const QString &text, QWidget *parent = nullptr) : QLabel(text, parent)
    {
        setWordWrap(true);
        take();
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QLabel::changeEvent(event);
        if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::StyleChange)
            take();
    }

private:
    void take()
    {
        QPalette colours = palette();
        colours.setColor(QPalette::WindowText, theme::colour(theme::Meaning::Muted));
        setPalette(colours);
    }
};

} // namespace

WelcomePage::WelcomePage(QWidget *parent) : QWidget(parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(24, 24, 24, 24);
    outer->addStretch(2);
    auto *column = new QWidget(this);
    column->setMaximumWidth(520);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins({});
    layout->setSpacing(6);

    auto *picture = new QLabel(column);
    picture->setPixmap(QIcon(QStringLiteral(":/icons/viatrace-128.png")).pixmap(56, 56));
    layout->addWidget(picture);
    auto *title = new QLabel(tr("See what SIP really does"), column);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.9);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    title->setWordWrap(true);
    layout->addWidget(title);
    layout->addWidget(
        new QuietLabel(tr("Send a request and follow every message, resend, timer and digest on one ladder. When it "
                          "fails, the reason stands on top, with the line to change."),
                       column));
    layout->addSpacing(16);

    const auto offer = [&](Symbol which, const QString &name, const QString &what, auto signal) {
        auto *button = new QPushButton(symbol(which), name, column);
        button->setAccessibleName(name);
        button->setAccessibleDescription(what);
        button->setMinimumHeight(38);
        button->setIconSize({20, 20});
        connect(button, &QPushButton::clicked, this, signal);
        layout->addWidget(button);
        auto *label = new QuietLabel(what, column);
        label->setContentsMargins(2, 0, 2, 0);
        layout->addWidget(label);
        layout->addSpacing(10);
        return button;
    };
    QPushButton *first = offer(Symbol::Practice, tr("Try it on the practice server"),
                               tr("Registers user 1001 at a small server inside this program, which asks for a password. Nothing "
                                  "leaves this computer."),
                               &WelcomePage::practiceRequested);
    first->setDefault(true);
    offer(Symbol::Clock, tr("Watch a timeout"),
          tr("Asks a server that never answers: see the resends, the timers, and how the request is given up after 3.2 seconds."),
          &WelcomePage::timeoutRequested);
    offer(Symbol::Server, tr("Send to my server"), tr("Type its address on the left, choose a method, press Send."),
          &WelcomePage::ownServerRequested);
    auto *help = new QLabel(QStringLiteral("<a href='help'>%1</a>").arg(tr("Read the manual (F1)")), column);
    help->setAccessibleName(tr("Read the manual (F1)"));
    connect(help, &QLabel::linkActivated, this, &WelcomePage::helpRequested);
    layout->addWidget(help);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(column, 20);
    row->addStretch(1);
    outer->addLayout(row);
    outer->addStretch(3);
}

} // namespace ui
