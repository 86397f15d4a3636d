// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/session_button.h"

#include "composer/wire_fields.h"

#include <QPlainTextEdit>

namespace ui {

SessionButton::SessionButton(QPlainTextEdit &body, std::function<SessionBuilder::Start()> start, QWidget *parent)
    : QPushButton(tr("Session description..."), parent), m_body(body), m_start(std::move(start))
{
    setAutoDefault(false);
    setToolTip(tr("Choose codecs, direction, address and port; the text it makes can be edited afterwards"));
    connect(this, &QPushButton::clicked, this, &SessionButton::build);
}

void SessionButton::build()
{
    SessionBuilder::Start start = m_start();
    start.body = wireBody(m_body);
    auto *builder = new SessionBuilder(start, window());
    builder->setAttribute(Qt::WA_DeleteOnClose);
    connect(builder, &QDialog::accepted, this, [this, builder] {
        replaceText(m_body, shownBody(builder->description()));
        emit written();
        m_body.setFocus();
    });
    builder->open();
}

} // namespace ui
