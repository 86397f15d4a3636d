// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/secret_store.h"

namespace ui {

std::unique_ptr<SecretStore> systemSecretStore()
{
    return nullptr;
}

} // namespace ui
