// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

// Words that the reports of all probes share.
namespace diag::words {

QString requests(qsizetype count); ///< "1 request", "7 requests"
/// The first few of what a far end wrote, and how many more there were.
QStringList firstOf(const QStringList &all);
/// Text in Markdown that stays text: no cell ends, no tag, image or code begins in it.
QString inMarkdown(QString text);
/// A report is handed on: values of Authorization and Proxy-Authorization and passwords in URIs become "***".
QString withoutSecrets(QString page);

} // namespace diag::words
