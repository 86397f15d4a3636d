// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/options_section.h"

#include "composer/road_section.h"
#include "composer/tls_section.h"
#include "composer/ws_section.h"
#include "project/answer_text.h"
#include "project/next_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>

namespace ui {

namespace {

enum Profile { Rfc, Fast, Custom };

constexpr int usualPing = 30; ///< s; until another is chosen

int milliseconds(sip::Instant time)
{
    return int(std::chrono::duration_cast<std::chrono::milliseconds>(time).count());
}

/// -1: never
int hangUpSeconds(const sip::ComposedRequest &settings)
{
    return settings.hangUpAfter == sip::ComposedRequest::Never ? -1 : milliseconds(settings.hangUpAfter) / 1000;
}

/// -1: until it is cancelled
int keepSeconds(const sip::ComposedRequest &settings)
{
    return settings.keepFor == sip::ComposedRequest::Never ? -1 : milliseconds(settings.keepFor) / 1000;
}

/// The lines of a text as values. \param wrong  what is wrong with the first that cannot be read; stays when all can
template<class Value, class Parse> QList<Value> readLines(const QPlainTextEdit *text, Parse parse, QString *wrong)
{
    QList<Value> values;
    const QStringList all = text->toPlainText().split(u'\n');
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i].trimmed().isEmpty())
            continue;
        if (const auto value = parse(all[i].trimmed().toUtf8()))
            values.append(*value);
        else if (wrong && wrong->isEmpty())
            *wrong = OptionsSection::tr("%1, line %2: %3").arg(text->accessibleName()).arg(i + 1).arg(value.error().detail);
    }
    return values;
}

/// Written anew only when the text means something else: what is being typed stays as it is.
template<class Value, class Write, class Parse>
void showLines(QPlainTextEdit *text, const QList<Value> &values, Write write, Parse parse)
{
    if (readLines<Value>(text, parse, nullptr) == values)
        return;
    QStringList all;
    for (const Value &value : values)
        all << QString::fromUtf8(write(value));
    text->setPlainText(all.join(u'\n'));
}

} // namespace

OptionsSection::OptionsSection(ComposerState &state, QWidget *parent) : QWidget(parent), m_state(state)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const auto heading = [form](const QString &text) {
        auto *label = new QLabel(QStringLiteral("<b>%1</b>").arg(text));
        label->setContentsMargins(0, form->rowCount() ? 8 : 0, 0, 0);
        form->addRow(label);
    };
    const auto spin = [&](const QString &label, int max, const QString &unit, const QString &tip) {
        auto *box = new QSpinBox(this);
        box->setRange(0, max);
        box->setSuffix(unit);
        box->setGroupSeparatorShown(true);
        box->setAccessibleName(label);
        box->setToolTip(tip);
        form->addRow(label, box);
        connect(box, &QSpinBox::valueChanged, this, &OptionsSection::takeForm);
        return box;
    };
    const auto check = [&](const QString &text, const QString &tip) {
        auto *box = new QCheckBox(text, this);
        box->setToolTip(tip);
        form->addRow(box);
        connect(box, &QCheckBox::toggled, this, &OptionsSection::takeForm);
        return box;
    };

    const auto choice = [&](const QString &label, const QString &name, const QStringList &items, const QString &tip) {
        auto *box = new QComboBox(this);
        box->addItems(items);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(10);
        box->setAccessibleName(name);
        box->setToolTip(tip);
        form->addRow(label, box);
        return box;
    };

    heading(tr("Timers"));
    m_profile = choice(
        tr("Timers"), tr("Timers"),
        {tr("As in RFC 3261: T1 500 ms, gives up after 32 s"), tr("Fast: T1 50 ms, gives up after 3.2 s"), tr("Custom")}, {});
    connect(m_profile, &QComboBox::activated, this, &OptionsSection::takeProfile);
    m_t1 = spin(tr("T1"), 3600000, tr(" ms"), tr("Estimate of the round trip; the request is given up after 64 times T1."));
    m_t2 = spin(tr("T2"), 3600000, tr(" ms"), tr("The longest pause between resends of a request that is no INVITE."));
    m_t4 = spin(tr("T4"), 3600000, tr(" ms"), tr("How long a message may stay in the network."));
    m_retries = spin(tr("New attempts"), 50, {}, tr("How many times a challenge and the like may be answered by itself."));

    m_follow = check(tr("Follow redirections"), tr("The Contacts of a 3xx are tried one after the other (RFC 3261 8.1.3.4)."));

    heading(tr("Calls"));
    m_hangUp = spin(tr("Hang up after"), 86400, tr(" s"),
                    tr("After the call is taken, BYE is sent after this time. Of a REGISTER: for the calls that come in."));
    m_hangUp->setMinimum(-1);
    m_hangUp->setSpecialValueText(tr("only by hand"));
    m_ring = spin(tr("Ring limit"), 86400, tr(" s"), tr("Without an answer the call is cancelled after this time."));
    m_ring->setSpecialValueText(tr("none"));
    m_keep = spin(tr("Keep for"), 86400, tr(" s"), tr("REGISTER and PUBLISH are refreshed for this time and then removed."));
    m_keep->setMinimum(-1);
    m_keep->setSpecialValueText(tr("until cancelled"));
    m_removeOnExit = check(tr("Remove when the program ends"),
                           tr("Closing the window ends a registration or publication that is kept, which takes 2 s at most; "
                              "otherwise it stays at the server until it runs out."));
    const auto lines = [&](const QString &label, const QString &example, const QString &tip) {
        auto *text = new QPlainTextEdit(this);
        text->setPlaceholderText(example);
        text->setToolTip(tip);
        text->setAccessibleName(label);
        text->setTabChangesFocus(true);
        text->setLineWrapMode(QPlainTextEdit::NoWrap);
        text->setFixedHeight(text->fontMetrics().lineSpacing() * 3 + 14);
        form->addRow(label, text);
        connect(text, &QPlainTextEdit::textChanged, this, &OptionsSection::takeLines);
        return text;
    };
    m_then = lines(
        tr("Then"), QStringLiteral("1s INFO || text\n2s hold\nBYE"),
        tr("Requests to follow in the dialog, one in a line: [TIME] METHOD [| Name: value] [|| body], hold, resume, dtmf KEY."));
    m_answers = lines(tr("Answers"), QStringLiteral("INVITE: 180, 2s 200\n*: 486"),
                      tr("What requests of the peer in the dialog are answered, one rule in a line: METHOD: [TIME] STATUS, ...; "
                         "silence; by hand."));
    m_wrong = new QLabel(this);
    m_wrong->setWordWrap(true);
    m_wrong->setTextFormat(Qt::PlainText);
    m_wrong->hide();
    form->addRow(m_wrong);
    m_forceCancel = check(tr("Allow CANCEL for any request"), tr("For others than INVITE, RFC 3261 9.1 advises against it."));

    heading(tr("Authentication"));
    m_choice = choice(tr("Answer"), tr("Challenge to answer"),
                      {tr("The topmost that is supported (RFC 8760)"), tr("The strongest"), tr("The weakest")}, {});
    connect(m_choice, &QComboBox::activated, this, &OptionsSection::takeForm);
    m_scheme = choice(tr("Scheme"), tr("Digest or Bearer"), {tr("As offered"), tr("Digest"), tr("Bearer")},
                      tr("Which of the two, when a realm offers both and there is a credential for each (RFC 8898 2.1.1)."));
    connect(m_scheme, &QComboBox::activated, this, &OptionsSection::takeForm);
    m_digestUri = new QLineEdit(this);
    m_digestUri->setPlaceholderText(tr("the Request-URI"));
    m_digestUri->setAccessibleName(tr("Digest uri"));
    form->addRow(tr("Digest uri"), m_digestUri);
    connect(m_digestUri, &QLineEdit::textEdited, this, &OptionsSection::takeForm);
    m_authInt = check(tr("Prefer auth-int"), tr("It protects the body too (RFC 7616 3.4.3)."));
    m_preemptive = check(tr("Send accepted credentials unasked"),
                         tr("What a server accepted goes along with the next request to it, counted on (RFC 3261 22.2)."));
    m_stale =
        spin(tr("Stale nonces"), 100, {}, tr("How many times in a row a realm may call its own nonce stale (RFC 2617 3.2.1)."));
    m_maxAnswers = spin(tr("Authenticated sends"), 100, {},
                        tr("How many requests with credentials are sent for one press of Send, in all."));

    heading(tr("Transport"));
    m_forceUdp =
        check(tr("Stay on UDP over 1300 octets"),
              tr("RFC 3261 18.1.1 wants TCP for them, and a MESSAGE is not sent over UDP at all without this (RFC 3428 8)."));
    m_compact = check(tr("Write compact header names"), tr("For example f for From (RFC 3261 7.3.3)."));

    m_alive =
        choice(tr("Keep-alive"), tr("Keep-alive"),
               {tr("Never"), tr("When the answer asks for it"), tr("The same, and our Via asks too"), tr("In any case")},
               tr("Pings keep the flow open while a registration, publication, subscription or call lasts: CRLF over TCP and "
                  "TLS, Ping over WebSocket, STUN over UDP (RFC 5626 4.4, RFC 6223)."));
    connect(m_alive, &QComboBox::activated, this, &OptionsSection::takeForm);
    m_aliveEvery = spin(tr("Ping at least every"), int(sip::KeepAliveSetting::Longest / std::chrono::seconds(1)), tr(" s"),
                        tr("Each pause is drawn anew from 80 to 100 % of it."));
    const QSignalBlocker notByTheUser(m_aliveEvery);
    m_aliveEvery->setMinimum(int(sip::KeepAliveSetting::Shortest / std::chrono::seconds(1)));
    m_aliveEvery->setValue(usualPing);

    form->addRow(new RoadSection(state, this));
    form->addRow(new TlsSection(state, this));
    form->addRow(new WsSection(state, this));

    connect(&m_state, &ComposerState::changed, this, &OptionsSection::showState);
    showState();
}

void OptionsSection::takeProfile(int profile)
{
    m_custom = profile == Custom;
    sip::ComposedRequest settings = m_state.settings();
    if (profile == Rfc)
        settings.timers = sip::TimerValues::rfc();
    else if (profile == Fast)
        settings.timers = sip::TimerValues::fast();
    m_state.setSettings(settings);
}

void OptionsSection::takeForm()
{
    if (m_showing)
        return;
    using std::chrono::seconds;
    const auto from = [](const QSpinBox *box) { return std::chrono::milliseconds(qMax(1, box->value())); };
    sip::ComposedRequest settings = m_state.settings();
    settings.timers = {from(m_t1), from(m_t2), from(m_t4)};
    settings.timers.t2 = qMax(settings.timers.t1, settings.timers.t2);
    // The form shows whole seconds; a finer value of a request file stays until it is really changed.
    if (m_hangUp->value() != hangUpSeconds(settings))
        settings.hangUpAfter = m_hangUp->value() < 0 ? sip::ComposedRequest::Never : seconds(m_hangUp->value());
    if (m_keep->value() != keepSeconds(settings))
        settings.keepFor = m_keep->value() < 0 ? sip::ComposedRequest::Never : seconds(m_keep->value());
    if (m_ring->value() != milliseconds(settings.ringLimit) / 1000)
        settings.ringLimit = seconds(m_ring->value());
    settings.removeOnExit = m_removeOnExit->isChecked();
    settings.keepAlive.when = sip::KeepAliveSetting::When(m_alive->currentIndex());
    const bool always = settings.keepAlive.when == sip::KeepAliveSetting::When::Every;
    settings.keepAlive.every = always ? sip::Instant(seconds(m_aliveEvery->value())) : sip::Instant();
    settings.maxRetries = m_retries->value();
    settings.followRedirects = m_follow->isChecked();
    settings.forceUdp = m_forceUdp->isChecked();
    settings.compactHeaders = m_compact->isChecked();
    settings.forceCancel = m_forceCancel->isChecked();
    settings.authPolicy.choice = sip::AuthPolicy::Choice(m_choice->currentIndex());
    settings.authPolicy.scheme = sip::AuthPolicy::Scheme(m_scheme->currentIndex());
    settings.authPolicy.preferAuthInt = m_authInt->isChecked();
    settings.authPolicy.preemptive = m_preemptive->isChecked();
    settings.authPolicy.maxStale = m_stale->value();
    settings.authPolicy.maxAnswers = m_maxAnswers->value();
    settings.authPolicy.uriOverride = m_digestUri->text().trimmed().toUtf8();
    m_state.setSettings(settings);
}

void OptionsSection::takeLines()
{
    if (m_showing)
        return;
    QString wrong;
    sip::ComposedRequest settings = m_state.settings();
    settings.then = readLines<sip::NextRequest>(m_then, diag::parseNext, &wrong);
    settings.answers = readLines<sip::CannedAnswer>(m_answers, diag::parseAnswer, &wrong);
    m_wrong->setText(wrong);
    m_wrong->setVisible(!wrong.isEmpty());
    m_state.setSettings(settings);
}

void OptionsSection::showState()
{
    m_showing = true;
    const sip::ComposedRequest &settings = m_state.settings();
    const bool rfc = settings.timers == sip::TimerValues::rfc(), fast = settings.timers == sip::TimerValues::fast();
    const int profile = m_custom || !(rfc || fast) ? Custom : rfc ? Rfc : Fast;
    m_profile->setCurrentIndex(profile);
    m_t1->setValue(milliseconds(settings.timers.t1));
    m_t2->setValue(milliseconds(settings.timers.t2));
    m_t4->setValue(milliseconds(settings.timers.t4));
    for (QSpinBox *box : {m_t1, m_t2, m_t4})
        box->setEnabled(profile == Custom);
    m_keep->setValue(keepSeconds(settings));
    m_removeOnExit->setChecked(settings.removeOnExit);
    m_removeOnExit->setEnabled(settings.keepFor != sip::Instant::zero());
    m_alive->setCurrentIndex(int(settings.keepAlive.when));
    const bool always = settings.keepAlive.when == sip::KeepAliveSetting::When::Every;
    m_aliveEvery->setEnabled(always);
    if (always)
        m_aliveEvery->setValue(milliseconds(settings.keepAlive.every) / 1000);
    showLines(m_then, settings.then, diag::nextText, diag::parseNext);
    showLines(m_answers, settings.answers, diag::answerText, diag::parseAnswer);
    m_hangUp->setValue(hangUpSeconds(settings));
    m_ring->setValue(milliseconds(settings.ringLimit) / 1000);
    m_retries->setValue(settings.maxRetries);
    m_follow->setChecked(settings.followRedirects);
    m_forceUdp->setChecked(settings.forceUdp);
    m_compact->setChecked(settings.compactHeaders);
    m_forceCancel->setChecked(settings.forceCancel);
    m_choice->setCurrentIndex(int(settings.authPolicy.choice));
    m_scheme->setCurrentIndex(int(settings.authPolicy.scheme));
    m_authInt->setChecked(settings.authPolicy.preferAuthInt);
    m_preemptive->setChecked(settings.authPolicy.preemptive);
    m_stale->setValue(settings.authPolicy.maxStale);
    m_maxAnswers->setValue(settings.authPolicy.maxAnswers);
    const QString uri = QString::fromUtf8(settings.authPolicy.uriOverride);
    if (m_digestUri->text().trimmed() != uri)
        m_digestUri->setText(uri);
    m_showing = false;
}

} // namespace ui
