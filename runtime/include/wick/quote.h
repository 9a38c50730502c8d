#pragma once
// Names and cells from untrusted files, made fit for an error text.

#include <string>
#include <string_view>
#include <vector>

#include "wick/error.h"

namespace wick {

/// A text that str() and errors print in double quotes, control bytes shown as \xHH, cut to about 60 bytes between two UTF-8
/// characters. It does not own the text.
struct Quoted {
  std::string_view text;
  operator std::string() const { return to_text(*this); }
  friend std::string to_text(const Quoted& q);
};
inline Quoted quote(std::string_view text) { return {text}; }

/// "a, b, c".
std::string join(const std::vector<std::string>& names);

}  // namespace wick
