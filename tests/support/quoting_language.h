// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTranslator>

/// A language in which every sentence of sipcore stands in angle quotes, spoken while it lives.
class QuotingLanguage final : public QTranslator {
public:
    QuotingLanguage() { QCoreApplication::installTranslator(this); }
    ~QuotingLanguage() override { QCoreApplication::removeTranslator(this); }

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        return qstrcmp(context, "core") == 0 ? quoted(QString::fromUtf8(source)) : QString();
    }
    static QString quoted(const QString &text) { return u'\u00ab' + text + u'\u00bb'; }
};
