// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct ssl_ctx_st;

namespace sip {

/// Trusts the certificate authorities this system trusts: OpenSSL's own places or those of other distributions, on Windows the
/// store "ROOT" of this user, which holds those of the machine too. A system without any trusts nobody.
void trustSystemAuthorities(ssl_ctx_st *context);

} // namespace sip
