// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/session_builder.h"

#include "base/random.h"
#include "composer/wire_fields.h"
#include "models/theme.h"
#include "sdp/codecs.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using sip::SessionDescription;

constexpr int CodecRole = Qt::UserRole;
constexpr int mostPtime = 1000; ///< milliseconds

bool isDescription(const QByteArray &body)
{
    return body.startsWith("v=");
}

/// A description with an m= line to choose for.
SessionDescription withMedia(const QByteArray &body)
{
    const SessionDescription description = SessionDescription::parse(body);
    if (!description.media().isEmpty())
        return description;
    const QByteArray end = body.endsWith('\n') ? QByteArray() : QByteArray("\r\n");
    return SessionDescription::parse(body + end + "m=audio 9 RTP/AVP 0\r\n");
}

/// "PCMU/8000", "telephone-event/8000 0-16 (DTMF)", "97 (no a=rtpmap)".
QString shownCodec(const QString &codec)
{
    if (sip::isTelephoneEvent(codec.section(u' ', 0, 0).toUtf8()))
        return SessionBuilder::tr("%1 (DTMF)").arg(codec);
    return codec.contains(u'/') ? codec : SessionBuilder::tr("%1 (no a=rtpmap)").arg(codec);
}

/// The same encoding, whatever its parameters.
bool sameCodec(const QString &a, const QString &b)
{
    return sip::canonicalEncoding(a.section(u' ', 0, 0).toUtf8()) == sip::canonicalEncoding(b.section(u' ', 0, 0).toUtf8());
}

bool isHost(const QByteArray &address)
{
    if (address.contains(':'))
        return bool(sip::Endpoint::parse('[' + address + ']'));
    const bool numeric = std::all_of(address.cbegin(), address.cend(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    if (numeric)
        return bool(sip::Endpoint::parse(address));
    return std::all_of(address.cbegin(), address.cend(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
    });
}

QLabel *sentence()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

void say(QLabel *label, const QString &text, theme::Meaning meaning)
{
    label->setText(text);
    label->setAccessibleName(text);
    label->setVisible(!text.isEmpty());
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, theme::colour(meaning));
    label->setPalette(palette);
}

} // namespace

SessionBuilder::SessionBuilder(const Start &start, QWidget *parent)
    : QDialog(parent), m_offer(SessionDescription::parse(start.offer)), m_inForce(SessionDescription::parse(start.inForce)),
      m_about(sentence()), m_codecsWrong(sentence()), m_placeWrong(sentence()), m_media(new QComboBox),
      m_direction(new QComboBox), m_codecs(new QListWidget), m_typed(new QLineEdit), m_address(new QLineEdit),
      m_port(new QLineEdit), m_add(new QPushButton(tr("Add"))), m_up(new QPushButton(tr("Up"))),
      m_down(new QPushButton(tr("Down"))), m_write(new QPushButton(tr("Write into the body"))), m_ptime(new QSpinBox),
      m_preview(wireEditor(tr("As it will be written"), 8))
{
    setWindowTitle(tr("Session description"));
    setObjectName(u"sessionBuilder"_s);
    sip::SystemRandom random;
    const bool change = isDescription(start.body);
    const QByteArray body = change                   ? start.body
                            : !start.usual.isEmpty() ? start.usual
                                                     : sip::buildOffer({sip::MediaWish()}, start.local, random.below(1u << 31));
    m_base = withMedia(body);
    const QList<SessionDescription::Mark> marks = SessionDescription::parse(body).marks();
    if (!change && !start.body.trimmed().isEmpty())
        say(m_about, tr("The body is no session description (it does not begin with v=): all of it will be replaced."),
            theme::Meaning::Warning);
    else if (change && !marks.isEmpty() && marks.first().line > 0)
        say(m_about,
            tr("Line %1 of the body: %2. It stays as it is, unless it is set here.")
                .arg(marks.first().line)
                .arg(marks.first().text),
            theme::Meaning::Warning);
    else
        say(m_about,
            change                  ? tr("Changes the description in the body; lines that are not set here stay as they are.")
            : start.usual.isEmpty() ? tr("Makes a description; its text can be edited afterwards.")
                                    : tr("Starts from the description that would be sent without a body."),
            theme::Meaning::Muted);
    for (const SessionDescription::Media &media : m_base.media())
        m_media->addItem(tr("%1, line %2").arg(QString::fromUtf8(media.kind.left(40))).arg(media.line));
    layOut();

    connect(m_media, &QComboBox::currentIndexChanged, this, [this] {
        m_base = m_description.isEmpty() ? m_base : SessionDescription::parse(m_description);
        showMedia();
    });
    connect(m_codecs, &QListWidget::itemChanged, this, &SessionBuilder::build);
    connect(m_codecs->model(), &QAbstractItemModel::rowsMoved, this, &SessionBuilder::build);
    connect(m_direction, &QComboBox::currentIndexChanged, this, &SessionBuilder::build);
    connect(m_ptime, &QSpinBox::valueChanged, this, &SessionBuilder::build);
    for (QLineEdit *const edit : {m_address, m_port})
        connect(edit, &QLineEdit::textChanged, this, &SessionBuilder::build);
    connect(m_typed, &QLineEdit::textChanged, this, &SessionBuilder::build);
    connect(m_add, &QPushButton::clicked, this, &SessionBuilder::addTyped);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    // Not the buttons' own shortcuts: those wait for their animation, and keys held down would get lost.
    new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Up), this, [this] { move(-1); });
    new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Down), this, [this] { move(1); });
    connect(m_write, &QPushButton::clicked, this, &QDialog::accept);
    showMedia();
}

void SessionBuilder::layOut()
{
    m_media->setAccessibleName(tr("Media line"));
    m_codecs->setAccessibleName(tr("Codecs"));
    m_codecs->setToolTip(tr("Ticked codecs are offered, best first. Space ticks, Alt+Up and Alt+Down move."));
    m_codecs->setDragDropMode(QAbstractItemView::InternalMove);
    m_codecs->setDefaultDropAction(Qt::MoveAction);
    m_codecs->setMinimumHeight(m_codecs->fontMetrics().lineSpacing() * 7);
    m_up->setToolTip(tr("Prefer this codec to the one above (Alt+Up)"));
    m_down->setToolTip(tr("Prefer the one below to this codec (Alt+Down)"));
    m_typed->setAccessibleName(tr("Another codec"));
    m_typed->setPlaceholderText(tr("another, e.g. AMR-WB/16000 octet-align=1"));
    m_typed->setToolTip(tr("Name, clock rate and channels as in a=rtpmap; after a space the parameters of a=fmtp"));
    m_typed->installEventFilter(this);
    m_add->setToolTip(tr("Adds what is typed to the list (Enter)"));
    for (QPushButton *const button : {m_add, m_up, m_down})
        button->setAutoDefault(false);
    m_ptime->setAccessibleName(tr("Packet time"));
    m_ptime->setRange(0, mostPtime);
    m_ptime->setSingleStep(10);
    m_ptime->setSuffix(tr(" ms"));
    m_ptime->setSpecialValueText(tr("not said"));
    m_ptime->setToolTip(tr("a=ptime: milliseconds of media in one packet"));
    m_direction->setAccessibleName(tr("Direction"));
    m_direction->setToolTip(tr("sendrecv: both ways. sendonly: the other side is on hold. inactive: neither."));
    for (const auto direction : {sip::MediaDirection::SendRecv, sip::MediaDirection::SendOnly, sip::MediaDirection::RecvOnly,
                                 sip::MediaDirection::Inactive})
        m_direction->addItem(QString::fromLatin1(sip::directionName(direction)));
    m_address->setAccessibleName(tr("Media address"));
    m_address->setToolTip(tr("Address or name in the c= line, where media is to be sent"));
    m_port->setAccessibleName(tr("Media port"));
    m_port->setMaximumWidth(m_port->fontMetrics().horizontalAdvance(u"0000000000"_s));
    m_port->setToolTip(tr("Port in the m= line. 9 takes no media; 0 refuses this stream."));
    m_preview->setReadOnly(true);

    auto *list = new QHBoxLayout;
    list->addWidget(m_codecs, 1);
    auto *moves = new QVBoxLayout;
    moves->addWidget(m_up);
    moves->addWidget(m_down);
    moves->addStretch();
    list->addLayout(moves);
    auto *another = new QHBoxLayout;
    another->addWidget(m_typed, 1);
    another->addWidget(m_add);
    auto *how = new QHBoxLayout, *where = new QHBoxLayout;
    how->addWidget(m_direction, 1);
    auto *ptime = new QLabel(tr("Packet time"));
    ptime->setBuddy(m_ptime);
    how->addSpacing(8);
    how->addWidget(ptime);
    how->addWidget(m_ptime);
    where->addWidget(m_address, 1);
    auto *port = new QLabel(tr("Port"));
    port->setBuddy(m_port);
    where->addSpacing(8);
    where->addWidget(port);
    where->addWidget(m_port);

    auto *form = new QFormLayout;
    form->addRow(m_about);
    form->addRow(tr("Media line"), m_media);
    form->setRowVisible(m_media, m_media->count() > 1);
    form->addRow(tr("Codecs"), list);
    form->addRow(QString(), another);
    form->addRow(QString(), m_codecsWrong);
    form->addRow(tr("Direction"), how);
    form->addRow(tr("Address"), where);
    form->addRow(QString(), m_placeWrong);
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_write, QDialogButtonBox::AcceptRole);
    m_write->setDefault(true);
    m_write->setToolTip(tr("Replaces the text of the body by what is shown here; Undo in the body brings the old text back"));
    connect(buttons->addButton(QDialogButtonBox::Cancel), &QPushButton::clicked, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(overPreview(form, m_preview), 1);
    layout->addWidget(buttons);
    resize(520, 620);
}

bool SessionBuilder::eventFilter(QObject *watched, QEvent *event)
{
    // Enter adds what is typed, and does not press the default button.
    const bool enter = event->type() == QEvent::KeyPress && (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Return ||
                                                             static_cast<QKeyEvent *>(event)->key() == Qt::Key_Enter);
    if (watched != m_typed || !enter || m_typed->text().trimmed().isEmpty())
        return QDialog::eventFilter(watched, event);
    addTyped();
    return true;
}

void SessionBuilder::showMedia()
{
    const qsizetype index = std::max(0, m_media->currentIndex());
    SessionDescription::Media media = m_base.media()[index];
    for (SessionDescription::Format &format : media.formats) // a refused stream does not name what the offer does
        for (const SessionDescription::Format &offered : m_offer.media().value(index).formats)
            if (format.encoding.isEmpty() && offered.id == format.id)
                format.encoding = offered.encoding;
    const sip::MediaWish wish = sip::wishOf(media);
    m_showing = true;
    m_codecs->clear();
    for (const QByteArray &codec : wish.codecs)
        addCodec(QString::fromUtf8(codec), true);
    for (const QByteArray &codec : sip::knownCodecs(media.kind)) {
        const QString text = QString::fromUtf8(codec);
        const bool there = std::any_of(wish.codecs.cbegin(), wish.codecs.cend(),
                                       [&text](const QByteArray &one) { return sameCodec(QString::fromUtf8(one), text); });
        if (!there)
            addCodec(text, false);
    }
    m_codecs->setCurrentRow(0);
    m_ptime->setValue(std::min(wish.ptime, mostPtime));
    m_direction->setCurrentIndex(int(wish.direction));
    m_address->setText(QString::fromUtf8(media.address));
    m_port->setText(QString::number(media.port));
    m_showing = false;
    build();
}

void SessionBuilder::addCodec(const QString &text, bool ticked)
{
    auto *item = new QListWidgetItem(shownCodec(text));
    item->setData(CodecRole, text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled);
    item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    int place = m_codecs->count();
    while (ticked && place > 0 && m_codecs->item(place - 1)->checkState() == Qt::Unchecked) // behind those that are ticked
        --place;
    m_codecs->insertItem(place, item);
    m_codecs->setCurrentItem(item);
}

/// What is typed comes behind what is ticked; one that is in the list is ticked there.
void SessionBuilder::addTyped()
{
    const auto codecs = sip::parseCodecs(m_typed->text().toUtf8());
    if (!codecs)
        return;
    m_showing = true;
    for (const QByteArray &codec : *codecs) {
        const QByteArray name = sip::staticEncoding(codec);
        const QString text = QString::fromUtf8(name.isEmpty() ? codec : name);
        const QString whole =
            text.section(u' ', 0, 0).contains(u'/') ? text : QString(text).insert(text.section(u' ', 0, 0).size(), u"/8000"_s);
        QListWidgetItem *known = nullptr;
        for (int row = 0; row < m_codecs->count(); ++row)
            if (m_codecs->item(row)->data(CodecRole).toString() == whole)
                known = m_codecs->item(row);
        if (known) {
            known->setCheckState(Qt::Checked);
            m_codecs->setCurrentItem(known);
        } else {
            addCodec(whole, true);
        }
    }
    m_typed->clear();
    m_showing = false;
    build();
}

void SessionBuilder::move(int rows)
{
    const int from = m_codecs->currentRow(), to = from + rows;
    if (from < 0 || to < 0 || to >= m_codecs->count())
        return;
    m_showing = true;
    m_codecs->insertItem(to, m_codecs->takeItem(from));
    m_codecs->setCurrentRow(to);
    m_showing = false;
    build();
}

QList<QByteArray> SessionBuilder::ticked() const
{
    QList<QByteArray> codecs;
    for (int row = 0; row < m_codecs->count(); ++row)
        if (m_codecs->item(row)->checkState() == Qt::Checked)
            codecs << m_codecs->item(row)->data(CodecRole).toString().toUtf8();
    return codecs;
}

/// What is wrong with the codecs, in words; empty: nothing.
QString SessionBuilder::wrongCodecs(const sip::MediaWish &wish, const QByteArray &written) const
{
    if (const QString typed = m_typed->text().trimmed(); !typed.isEmpty())
        if (const auto codecs = sip::parseCodecs(typed.toUtf8()); !codecs)
            return codecs.error().detail + u'.';
    if (wish.codecs.isEmpty())
        return tr("Tick at least one codec: an m= line has to name one.");
    const QList<SessionDescription::Media> media = SessionDescription::parse(written).media();
    const auto formats = media.value(std::max(0, m_media->currentIndex())).formats;
    if (std::any_of(formats.cbegin(), formats.cend(), [](const auto &format) { return format.id.toInt() > 127; }))
        return tr("These are more codecs than there are payload types (96 to 127).");
    return {};
}

/// The same for address and port; what can be read of the port goes into \a wish.
QString SessionBuilder::wrongPlace(sip::MediaWish *wish) const
{
    const QByteArray address = m_address->text().trimmed().toUtf8();
    if (address.isEmpty())
        return tr("An address is missing: an IPv4 or IPv6 address, or a name.");
    if (!isHost(address))
        return tr("\"%1\" is no address: write e.g. 192.0.2.1, 2001:db8::1 or a name.").arg(m_address->text().trimmed().left(60));
    bool ok = false;
    const uint port = m_port->text().trimmed().toUInt(&ok);
    if (!ok || port > 65535)
        return tr("A port is a number from 0 to 65535.");
    wish->port = quint16(port);
    return {};
}

void SessionBuilder::build()
{
    if (m_showing)
        return;
    const qsizetype index = std::max(0, m_media->currentIndex());
    sip::MediaWish wish{.kind = m_base.media()[index].kind,
                        .codecs = ticked(),
                        .port = 9,
                        .ptime = m_ptime->value(),
                        .direction = sip::MediaDirection(m_direction->currentIndex())};
    const QString place = wrongPlace(&wish);
    QByteArray written;
    if (place.isEmpty() && !wish.codecs.isEmpty())
        written = sip::rewritten(m_base, index, wish, m_address->text().trimmed().toUtf8(), m_offer, m_inForce).toBytes();
    const QString codecs = wrongCodecs(wish, written);
    const bool typing = !m_typed->text().trimmed().isEmpty();
    const bool events = std::none_of(wish.codecs.cbegin(), wish.codecs.cend(),
                                     [](const QByteArray &one) { return sip::isConversation(one.split(' ').first()); });
    const QString remark = typing && codecs.isEmpty() ? tr("Enter or Add puts it into the list.")
                           : events && codecs.isEmpty()
                               ? tr("DTMF or comfort noise alone is no conversation: most peers refuse it.")
                               : codecs;
    say(m_codecsWrong, remark, theme::Meaning::Warning);
    say(m_placeWrong, place, theme::Meaning::Warning);
    m_description = codecs.isEmpty() && place.isEmpty() ? written : QByteArray();
    m_add->setEnabled(typing && codecs.isEmpty());
    m_up->setEnabled(m_codecs->count() > 1);
    m_down->setEnabled(m_codecs->count() > 1);
    m_write->setEnabled(!m_description.isEmpty());
    m_media->setEnabled(!m_description.isEmpty()); // what is wrong here is put right before another line is looked at
    m_preview->setPlainText(shownBody(m_description));
}

} // namespace ui
