// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/secret_store.h"

#include <QHash>
#include <QObject>
#include <QStringList>

/// A keychain in memory that answers later, as real ones do.
class FakeSecretStore final : public ui::SecretStore {
public:
    struct Log {
        QHash<QString, QByteArray> secrets;
        QStringList calls;
        QString problem; ///< of every call from now on
        QString refused; ///< the one key it is of; empty: of all
        QString problemOf(const QString &key) const { return refused.isEmpty() || refused == key ? problem : QString(); }
    };
    explicit FakeSecretStore(Log &log) : m_log(log) {}
    void read(const QString &key, Found found) override
    {
        m_log.calls << QStringLiteral("read ") + key;
        later([this, key, found] {
            const QString problem = m_log.problemOf(key);
            found(problem.isEmpty() ? m_log.secrets.value(key) : QByteArray(), problem);
        });
    }
    void write(const QString &key, const QByteArray &secret, Done done) override
    {
        m_log.calls << QStringLiteral("write ") + key;
        later([this, key, secret, done] {
            const QString problem = m_log.problemOf(key);
            if (problem.isEmpty())
                m_log.secrets.insert(key, secret);
            done(problem);
        });
    }
    void remove(const QString &key, Done done) override
    {
        m_log.calls << QStringLiteral("remove ") + key;
        later([this, key, done] {
            m_log.secrets.remove(key);
            done(m_log.problemOf(key));
        });
    }

private:
    template<class Call> void later(Call call) { QMetaObject::invokeMethod(&m_context, std::move(call), Qt::QueuedConnection); }
    Log &m_log;
    QObject m_context;
};
