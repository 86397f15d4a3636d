// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace ui {

/// The keychain of this system. Each call is answered later, once, on the thread that asked, unless the store is gone by then.
class SecretStore {
public:
    using Done = std::function<void(const QString &problem)>;                            ///< empty: done
    using Found = std::function<void(const QByteArray &secret, const QString &problem)>; ///< both empty: there is none

    virtual ~SecretStore() = default;
    virtual void read(const QString &key, Found found) = 0;
    virtual void write(const QString &key, const QByteArray &secret, Done done) = 0;
    virtual void remove(const QString &key, Done done) = 0; ///< of what is not there: done
};

std::unique_ptr<SecretStore> systemSecretStore(); ///< null: this build knows none

} // namespace ui
