// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/sip_highlighter.h"

#include "message/header_id.h"
#include "models/theme.h"

namespace ui {

namespace {
enum Part : int { StartLine = 0, Header = 1, Body = 2 };
}

void SipHighlighter::highlightBlock(const QString &text)
{
    using theme::Meaning;
    const int part = currentBlock().blockNumber() == 0 ? StartLine : previousBlockState() == Body ? Body : Header;
    if (part == StartLine) {
        setCurrentBlockState(Header);
        QTextCharFormat method;
        method.setForeground(theme::colour(Meaning::Request));
        method.setFontWeight(QFont::Bold);
        setFormat(0, int(text.indexOf(u' ') < 0 ? text.size() : text.indexOf(u' ')), method);
        const qsizetype version = text.lastIndexOf(QLatin1String(" SIP/"));
        if (version >= 0)
            setFormat(int(version), int(text.size() - version), theme::colour(Meaning::Muted));
        return;
    }
    if (part == Body || text.isEmpty()) {
        setCurrentBlockState(Body);
        return;
    }
    setCurrentBlockState(Header);
    if (text.startsWith(u'#')) {
        QTextCharFormat muted;
        muted.setForeground(theme::colour(Meaning::Muted));
        muted.setFontItalic(true);
        setFormat(0, int(text.size()), muted);
        return;
    }
    const qsizetype colon = text.indexOf(u':');
    if (colon <= 0 || text.at(0).isSpace())
        return;
    QTextCharFormat name;
    const bool known = sip::headerId(text.left(colon).trimmed().toUtf8()) != sip::HeaderId::Other;
    name.setForeground(theme::colour(known ? Meaning::Auth : Meaning::Note));
    setFormat(0, int(colon), name);
    setFormat(int(colon), 1, theme::colour(Meaning::Muted));
}

} // namespace ui
