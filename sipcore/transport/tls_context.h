// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "base/tls_settings.h"

#include <QDateTime>

#include <memory>
#include <vector>

struct ssl_ctx_st;

namespace sip {

/// TlsSettings made ready: files read, keys checked. Shared by the sessions made with it.
class TlsContext {
public:
    enum class Role : quint8 { Client, Server };
    /// \return Code::Tls with a sentence that names the file
    static Expected<std::shared_ptr<const TlsContext>> make(const TlsSettings &settings, Role role);
    TlsContext(const TlsContext &) = delete;
    TlsContext &operator=(const TlsContext &) = delete;
    ~TlsContext();

    const TlsSettings &settings() const { return m_settings; }
    Role role() const { return m_role; }
    ssl_ctx_st *handle() const { return m_handle; }
    bool hasCertificate() const { return !m_settings.certificateFile.isEmpty(); }
    bool isFresh() const; ///< no file it was made from has changed since

private:
    TlsContext(const TlsSettings &settings, Role role);
    std::optional<Error> configure();
    std::optional<Error> addAuthorities();
    std::optional<Error> addCertificate();
    std::optional<Error> openKeyLog() const;
    QList<QDateTime> stamps() const;

    const TlsSettings m_settings;
    const Role m_role;
    ssl_ctx_st *m_handle;
    QList<QDateTime> m_stamps;
};

/// Contexts by their settings, made once.
class TlsContexts {
public:
    static constexpr size_t Most = 32; ///< then the oldest goes
    Expected<std::shared_ptr<const TlsContext>> of(const TlsSettings &settings, TlsContext::Role role);

private:
    std::vector<std::shared_ptr<const TlsContext>> m_made;
};

} // namespace sip
