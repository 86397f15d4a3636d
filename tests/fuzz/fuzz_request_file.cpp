// SPDX-License-Identifier: GPL-3.0-or-later
// Request files: every input ends in a request or an error with a place; what was read is written and read back the same.
#include "fuzz.h"
#include "project/request_file.h"

using namespace diag;

namespace {

bool isSame(const sip::ComposedRequest &a, const sip::ComposedRequest &b)
{
    return a.name == b.name && a.method == b.method && a.target == b.target && a.requestUri == b.requestUri && a.rows == b.rows &&
           a.body == b.body && a.raw == b.raw && a.rawBytes == b.rawBytes && a.timers == b.timers && a.transport == b.transport &&
           a.credentials.size() == b.credentials.size() && a.ringLimit / 1000 == b.ringLimit / 1000;
}

} // namespace

void fuzz(const QByteArray &input)
{
    Environment editing;
    editing.keepVariables = true;
    const auto request = parseRequestFile(input, QStringLiteral("x.via"), editing);
    if (!request) {
        const FileError &error = request.error();
        require(!error.text.isEmpty() && error.message().startsWith(QLatin1String("x.via:")), "errors say what and where");
        require(error.line >= 0 && error.line <= input.count('\n') + 2 && error.column >= 0, "errors have a place in the file");
    } else {
        const QByteArray written = writeRequestFile(*request);
        const auto again = parseRequestFile(written, QStringLiteral("x.via"), editing);
        require(bool(again), "what was written can be read");
        require(isSame(*request, *again), "what was read is written back");
    }
    Environment sending;
    sending.values.insert(QStringLiteral("domain"), QStringLiteral("example.com"));
    sending.secret = [](const QString &) { return std::optional(QStringLiteral("s3cret")); };
    const auto resolved = parseRequestFile(input, QStringLiteral("x.via"), sending);
    require(!resolved || !writeRequestFile(*resolved).contains("s3cret") || input.contains("s3cret"), "no password is written");
}
