// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/composer_panel.h"

#include "composer/form_page.h"
#include "composer/options_section.h"
#include "composer/raw_page.h"
#include "composer/size_meter.h"
#include "composer/symbols.h"
#include "composer/template_menu.h"
#include "models/theme.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr const char *knownMethods[] = {"OPTIONS", "REGISTER", "INVITE", "MESSAGE", "SUBSCRIBE", "PUBLISH", "NOTIFY",
                                        "INFO",    "REFER",    "UPDATE", "PRACK",   "BYE",       "CANCEL",  "ACK"};

/// The wheel scrolls the page, whatever is below the pointer: no field on the way changes its value.
class WheelScrolls final : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::Wheel)
            return false;
        event->ignore(); // then the page gets it
        return true;
    }
};

QScrollArea *scrolling(QWidget *page)
{
    auto *area = new QScrollArea;
    auto *wheel = new WheelScrolls(area);
    for (QWidget *const field : page->findChildren<QWidget *>())
        if (qobject_cast<QComboBox *>(field) || qobject_cast<QAbstractSpinBox *>(field))
            field->installEventFilter(wheel);
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    return area;
}

} // namespace

struct ComposerPanel::Private {
    ComposerState &state;
    QComboBox *method = nullptr, *transport = nullptr;
    QLineEdit *target = nullptr;
    QLabel *notice = nullptr, *hop = nullptr, *remarks = nullptr;
    QTabWidget *tabs = nullptr;
    FormPage *form = nullptr;
    QPushButton *send = nullptr, *cancel = nullptr;

    void showState();
};

ComposerPanel::ComposerPanel(ComposerState &state, QWidget *parent) : QWidget(parent), d(new Private{state})
{
    setAccessibleName(tr("Composer"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->setSpacing(6);

    d->notice = new QLabel(this);
    d->notice->setWordWrap(true);
    d->notice->hide();
    layout->addWidget(d->notice);

    d->method = new QComboBox(this);
    d->method->setEditable(true);
    d->method->setInsertPolicy(QComboBox::NoInsert);
    d->method->setAccessibleName(tr("Method"));
    d->method->lineEdit()->setAccessibleName(tr("Method"));
    for (const char *method : knownMethods)
        d->method->addItem(QString::fromLatin1(method));
    d->method->setMaxVisibleItems(20);
    d->method->setToolTip(tr("Any method; the list holds those that are known."));
    d->transport = new QComboBox(this);
    d->transport->setAccessibleName(tr("Transport"));
    d->transport->addItem(tr("auto"));
    for (const sip::Protocol protocol : sip::supportedTransports())
        d->transport->addItem(QString::fromLatin1(sip::protocolName(protocol)));
    d->transport->setToolTip(tr("auto: as the target says, else UDP, and TCP for large requests."));
    d->target = new QLineEdit(this);
    d->target->setAccessibleName(tr("Target"));
    d->target->setPlaceholderText(tr("sip:bob@192.0.2.1 or udp:192.0.2.1:5060"));
    d->target->setClearButtonEnabled(true);
    d->hop = new QLabel(this);
    d->hop->setWordWrap(true);
    d->hop->setAccessibleName(tr("Next hop"));

    auto *fill = new QToolButton(this);
    fill->setText(tr("Template"));
    fill->setIcon(symbol(Symbol::Template));
    fill->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fill->setPopupMode(QToolButton::InstantPopup);
    fill->setToolTip(tr("Start from a complete example of a method or a flow; target, names and credentials stay."));
    auto *menu = new QMenu(fill);
    addTemplates(*menu, [this](const diag::RequestTemplate &chosen) { applyTemplate(chosen); });
    fill->setMenu(menu);

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    const auto label = [&](const QString &text, QWidget *buddy, int row, int column) {
        auto *result = new QLabel(text);
        result->setBuddy(buddy);
        grid->addWidget(result, row, column);
    };
    label(tr("Method"), d->method, 0, 0);
    grid->addWidget(d->method, 0, 1);
    grid->addWidget(fill, 0, 2, 1, 2);
    label(tr("Target"), d->target, 1, 0);
    grid->addWidget(d->target, 1, 1, 1, 3);
    grid->addWidget(d->hop, 2, 1, 1, 3);
    label(tr("Transport"), d->transport, 3, 0);
    grid->addWidget(d->transport, 3, 1);
    layout->addLayout(grid);

    d->tabs = new QTabWidget(this);
    d->tabs->setDocumentMode(true);
    d->form = new FormPage(state);
    d->tabs->addTab(scrolling(d->form), tr("Form"));
    d->tabs->addTab(new RawPage(state), tr("Raw"));
    d->tabs->addTab(scrolling(new OptionsSection(state)), tr("Options"));
    layout->addWidget(d->tabs, 1);

    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(8);
    auto *facts = new QVBoxLayout;
    facts->setSpacing(2);
    facts->addWidget(new SizeMeter(state, this));
    d->remarks = new QLabel(this);
    d->remarks->setTextFormat(Qt::RichText);
    d->remarks->setAccessibleName(tr("Remarks on the message"));
    facts->addWidget(d->remarks);
    connect(d->remarks, &QLabel::linkActivated, this, &ComposerPanel::showRaw);
    bottom->addLayout(facts, 1);
    d->cancel = new QPushButton(symbol(Symbol::Cancel), tr("Cancel"), this);
    d->cancel->setAccessibleName(tr("Cancel"));
    d->cancel->setToolTip(tr("Ends what is under way: CANCEL for a call, no more resends for the rest (Esc)"));
    d->cancel->setEnabled(false);
    d->send = new QPushButton(tr("Send"), this);
    d->send->setAccessibleName(tr("Send"));
    d->send->setToolTip(tr("Send this request (Ctrl+Enter)"));
    d->send->setDefault(true);
    d->send->setMinimumWidth(90);
    bottom->addWidget(d->cancel);
    bottom->addWidget(d->send);
    layout->addLayout(bottom);

    connect(d->method, &QComboBox::editTextChanged, this,
            [this](const QString &text) { d->state.setMethod(text.trimmed().toUtf8()); });
    connect(d->target, &QLineEdit::textEdited, this,
            [this](const QString &text) { d->state.setTarget(text.trimmed().toUtf8()); });
    connect(d->target, &QLineEdit::returnPressed, this, &ComposerPanel::sendRequested);
    connect(d->transport, &QComboBox::activated, this, [this](int index) {
        sip::ComposedRequest settings = d->state.settings();
        settings.transport = index == 0 ? QByteArray() : d->transport->itemText(index).toUtf8();
        d->state.setSettings(settings);
    });
    connect(d->send, &QPushButton::clicked, this, &ComposerPanel::sendRequested);
    connect(d->cancel, &QPushButton::clicked, this, &ComposerPanel::cancelRequested);
    connect(&state, &ComposerState::changed, this, [this] { d->showState(); });
    d->showState();
}

ComposerPanel::~ComposerPanel() = default;

QSize ComposerPanel::sizeHint() const
{
    return {390, 700};
}

void ComposerPanel::Private::showState()
{
    const QString methodNow = QString::fromUtf8(state.message().method());
    if (method->currentText().trimmed() != methodNow)
        method->setEditText(methodNow);
    const QString targetNow = QString::fromUtf8(state.target());
    if (target->text().trimmed() != targetNow)
        target->setText(targetNow);
    const QString wanted = QString::fromUtf8(state.settings().transport);
    int index = wanted.isEmpty() ? 0 : transport->findText(wanted);
    if (index < 0) {
        transport->addItem(wanted);
        index = transport->count() - 1;
    }
    transport->setCurrentIndex(index);

    const ComposerState::NextHopText next = state.nextHop();
    hop->setText(next.text);
    QPalette hopColours = hop->palette();
    hopColours.setColor(QPalette::WindowText,
                        theme::colour(next.ok || targetNow.isEmpty() ? theme::Meaning::Muted : theme::Meaning::Warning));
    hop->setPalette(hopColours);

    int errors = 0, warnings = 0;
    for (const ComposerState::Mark &mark : state.marks()) {
        errors += mark.severity == sip::LintMark::Severity::Error;
        warnings += mark.severity == sip::LintMark::Severity::Warning;
    }
    if (errors + warnings == 0) {
        remarks->setText(QStringLiteral("<span style='color:%1'>%2</span>")
                             .arg(theme::colour(theme::Meaning::Muted).name(), tr("nothing odd in it")));
        return;
    }
    QStringList words;
    if (errors > 0)
        words << tr("%n errors", nullptr, errors);
    if (warnings > 0)
        words << tr("%n warnings", nullptr, warnings);
    const QColor colour = theme::colour(errors ? theme::Meaning::Error : theme::Meaning::Warning);
    remarks->setText(
        QStringLiteral("<a href='raw' style='color:%1'>%2</a>").arg(colour.name(), words.join(QStringLiteral(", "))));
}

void ComposerPanel::setRunning(bool running)
{
    d->cancel->setEnabled(running);
}

void ComposerPanel::setCallUp(bool up)
{
    const QString words = up ? tr("Hang up") : tr("Cancel");
    if (d->cancel->text() == words)
        return;
    d->cancel->setText(words);
    d->cancel->setAccessibleName(words);
    d->cancel->setToolTip(up ? tr("Ends the dialog: BYE for a call, the last SUBSCRIBE for what is watched (Esc)")
                             : tr("Ends what is under way: CANCEL for a call, no more resends for the rest (Esc)"));
}

void ComposerPanel::showNotice(const QString &text)
{
    d->notice->setText(text);
    d->notice->setVisible(!text.isEmpty());
}

void ComposerPanel::focusSend()
{
    d->send->setFocus();
}

void ComposerPanel::focusTarget()
{
    d->target->setFocus(Qt::ShortcutFocusReason);
    d->target->selectAll();
}

void ComposerPanel::showForm()
{
    d->tabs->setCurrentIndex(0);
}

void ComposerPanel::buildSession()
{
    showForm();
    d->form->buildSession();
}

void ComposerPanel::showRaw()
{
    d->tabs->setCurrentIndex(1);
}

void ComposerPanel::applyTemplate(const diag::RequestTemplate &chosen)
{
    d->state.load(diag::fromTemplate(chosen, d->state.request()));
}

} // namespace ui
