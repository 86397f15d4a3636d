// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/capabilities_inspector.h"

#include "flow/row_words.h"
#include "inspectors/fact_labels.h"

#include <QFormLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

QString text(const QByteArray &bytes)
{
    return diag::words::shown(bytes, 300);
}

struct MarkText {
    QString mark, words;
    theme::Meaning meaning;
};

MarkText markOf(diag::MethodMark::Allowed allowed)
{
    using Allowed = diag::MethodMark::Allowed;
    switch (allowed) {
    case Allowed::Yes: return {u"\u2713"_s, CapabilitiesInspector::tr("yes"), theme::Meaning::Ok};
    case Allowed::No: return {u"\u2717"_s, CapabilitiesInspector::tr("no"), theme::Meaning::Muted};
    case Allowed::NotStated: break;
    }
    return {u"?"_s, CapabilitiesInspector::tr("not stated"), theme::Meaning::Muted};
}

} // namespace

CapabilitiesInspector::CapabilitiesInspector(FlowStore &store, Selection &selection, QWidget *parent)
    : InspectorPage(store, selection, Follows::Flow, parent), m_title(headingLabel({})), m_methods(new QLabel),
      m_methodsRemark(new QLabel), m_grid(new QFormLayout)
{
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_methods->setObjectName(u"methods"_s);
    m_methods->setWordWrap(true);
    m_methods->setTextFormat(Qt::RichText);
    m_methodsRemark->setWordWrap(true);
    m_methodsRemark->setTextFormat(Qt::PlainText);
    m_grid->setContentsMargins({});
    m_grid->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_grid->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_grid->setHorizontalSpacing(14);

    auto *inside = new QWidget;
    auto *body = new QVBoxLayout(inside);
    body->setContentsMargins(10, 8, 10, 10);
    body->setSpacing(8);
    body->addWidget(m_title);
    body->addWidget(m_methods);
    body->addWidget(m_methodsRemark);
    body->addLayout(m_grid);
    body->addStretch();
    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins({});
    layout->addWidget(scrolling(inside));
}

void CapabilitiesInspector::refresh()
{
    std::optional<diag::Capabilities> all = row() ? diag::capabilitiesIn(*row()) : std::nullopt;
    if (!all && flow())
        all = diag::capabilitiesOf(*flow());
    if (!all) {
        showEmpty(flow() ? tr("No answer here says what the other side can do. OPTIONS asks for it.")
                         : tr("Select an OPTIONS to see what the other side can do."));
        return;
    }
    m_title->setText(tr("%1 %2 to %3").arg(all->status).arg(text(all->reason), text(all->method)));
    showMethods(*all);
    showHeaders(*all);
    showContent();
}

void CapabilitiesInspector::showMethods(const diag::Capabilities &all)
{
    QString rich;
    QStringList spoken;
    for (const diag::MethodMark &one : all.methods) {
        const MarkText mark = markOf(one.allowed);
        rich += u"<span style=\"color:%1; white-space:nowrap\">%2&nbsp;%3</span>&nbsp;&nbsp; "_s.arg(
            theme::colour(mark.meaning).name(), mark.mark, text(one.method).toHtmlEscaped());
        spoken << u"%1 %2"_s.arg(text(one.method), mark.words);
    }
    m_methods->setText(rich);
    m_methods->setAccessibleName(tr("Methods: %1").arg(spoken.join(u", "_s)));
    const bool stated = !all.methods.isEmpty() && all.methods.first().allowed != diag::MethodMark::Allowed::NotStated;
    m_methodsRemark->setText(stated ? tr("\u2713 named by Allow, \u2717 not named")
                                    : tr("Allow is not stated: nothing is known about methods"));
    setMeaning(m_methodsRemark, theme::Meaning::Muted);
}

void CapabilitiesInspector::showHeaders(const diag::Capabilities &all)
{
    while (m_grid->rowCount() > 0)
        m_grid->removeRow(0);
    for (const diag::Capability &one : all.headers) {
        const QString name = QString::fromLatin1(one.name);
        QString words = !one.stated ? tr("not stated") : one.values.isEmpty() ? tr("empty") : text(one.values.join(", "));
        if (one.due && !one.stated)
            words += tr(", though it should be (RFC 3261 11.2)");
        if (!one.meaning.isEmpty())
            words += u"; "_s + one.meaning;
        QLabel *const value = valueLabel(name, words);
        if (!one.stated)
            setMeaning(value, one.due ? theme::Meaning::Warning : theme::Meaning::Muted);
        m_grid->addRow(name, value);
    }
    const QString session = tr("Session description");
    if (!all.hasDescription) {
        QLabel *const none = valueLabel(session, tr("none in the body"));
        setMeaning(none, theme::Meaning::Muted);
        m_grid->addRow(session, none);
    }
    for (const sip::SessionDescription::Media &media : all.media)
        m_grid->addRow(text(media.kind), valueLabel(text(media.kind), diag::formatsText(media.formats)));
}

} // namespace ui
