// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/template_menu.h"

#include "base/words.h"

#include <QCoreApplication>
#include <QMenu>

namespace ui {

void addTemplates(QMenu &menu, const std::function<void(const diag::RequestTemplate &)> &chosen)
{
    menu.setToolTipsVisible(true);
    QByteArray group;
    for (const diag::RequestTemplate &each : diag::requestTemplates()) {
        if (!group.isEmpty() && group != each.group)
            menu.addSeparator();
        group = each.group;
        QAction *action = menu.addAction(sip::Words::tr(each.title), &menu, [chosen, one = &each] { chosen(*one); });
        action->setToolTip(QCoreApplication::translate("ui::TemplateMenu", "%1. The practice behaviour \"%2\" fits.")
                               .arg(sip::Words::tr(each.summary), QString::fromLatin1(each.behaviour)));
    }
}

} // namespace ui
