// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "request/composed_request.h"

namespace sip {

/// Settings that mean something for some requests only.
enum class RequestSetting : quint8 { RingLimit, HangUpAfter, KeepFor, OnExit, Then, Answers, ForceUdp, KeepAlive };

/// Its name in request files; the option of the command line is called the same, but for --answer.
QByteArrayView settingName(RequestSetting setting);

/// Why \a setting, if it is given, can do nothing for \a request as the rest of it stands, and what to do about it: one sentence.
/// Empty: it can, or a variable that is still open may decide.
QString objection(const ComposedRequest &request, RequestSetting setting);

/// The settings of \a request that are not as usual and can do nothing.
QList<RequestSetting> uselessSettings(const ComposedRequest &request);

} // namespace sip
