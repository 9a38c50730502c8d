#pragma once
// Names and cells from untrusted files, made fit for an error text.

#include <string>
#include <string_view>
#include <vector>

#include "wick/error.h"

namespace wick {

/// text in double quotes, control bytes shown as \xHH, cut to about 60 bytes between two UTF-8 characters.
std::string quote(std::string_view text);

/// "a, b, c".
std::string join(const std::vector<std::string>& names);

}  // namespace wick
