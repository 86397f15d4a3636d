// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/path_story.h"
#include "inspectors/inspector_page.h"

class QFormLayout;
class QScrollArea;

namespace ui {

class CertificateSheet;
class NatPanel;
class RoadTree;
class SizeScale;

/// The road to the server: how its name was found, connections, certificates, sizes, and address translation. The section of the
/// row selected comes into sight.
class PathInspector : public InspectorPage {
    Q_OBJECT
public:
    PathInspector(FlowStore &store, Selection &selection, QWidget *parent = nullptr);

signals:
    /// A request with one thing changed, for the user to look at and send. \param notice  what it will do, a sentence
    void composeRequested(const sip::ComposedRequest &request, const QString &notice);

protected:
    void refresh() override;

private:
    struct Section {
        QWidget *box = nullptr;
        QWidget *body = nullptr;
    };
    Section section(const QString &title, QWidget *body);
    void showConnections(const QList<diag::PathConnection> &all);
    void showSize(const QList<diag::RequestSize> &all);
    void bringSelected();
    const sip::ComposedRequest *request() const { return m_store.request(m_selection.intent()); }
    void compose(const sip::ComposedRequest &request, const QString &notice) { emit composeRequested(request, notice); }

    RoadTree *m_roads;
    QFormLayout *m_connections;
    CertificateSheet *m_certificates;
    SizeScale *m_scale;
    QLabel *m_sizeText, *m_shortened;
    NatPanel *m_nat;
    Section m_roadSection, m_connectionSection, m_tlsSection, m_sizeSection, m_natSection;
    QScrollArea *m_scroll;
    quint64 m_brought = 0; ///< row whose section came into sight last
};

} // namespace ui
