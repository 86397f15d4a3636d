// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace diag {

/// The known word that \a typed was probably meant to be: at most a third of its letters wrong, case ignored; empty: none is
/// near.
QString nearest(const QString &typed, const QStringList &known);

/// "; did you mean target?" or nothing.
QString didYouMean(const QString &typed, const QStringList &known);

} // namespace diag
