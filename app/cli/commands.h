// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace cli {

/// Adds one command with its options to the program. \return what runs it once the command line was read: an exit code
using Run = std::function<int()>;
Run addSend(CLI::App &program);
Run addPractice(CLI::App &program);
Run addLint(CLI::App &program);
Run addShow(CLI::App &program);
Run addTemplate(CLI::App &program);
Run addDemo(CLI::App &program);
Run addSweep(CLI::App &program);
Run addTrace(CLI::App &program);
Run addDescribe(CLI::App &program); ///< hidden: manual pages and completions are made from what it prints

} // namespace cli
