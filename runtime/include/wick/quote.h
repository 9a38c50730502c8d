#pragma once
// Names and cells from untrusted files, made fit for an error text.

#include <string>
#include <string_view>

#include "wick/error.h"

namespace wick {

/// text in double quotes, control bytes shown as \xHH, cut to about 60 bytes between two UTF-8 characters.
inline std::string quote(std::string_view text) {
  constexpr std::size_t kMax = 60;
  std::size_t n = text.size();
  if (n > kMax) {
    n = kMax;
    while (n > 0 && (static_cast<unsigned char>(text[n]) & 0xC0) == 0x80) --n;
  }
  std::string out = "\"";
  for (const char c : text.substr(0, n)) {
    const auto u = static_cast<unsigned char>(c);
    if (u >= 0x20 && u != 0x7F) {
      out += c;
    } else {
      constexpr char kHex[] = "0123456789abcdef";
      out += "\\x";
      out += kHex[u >> 4];
      out += kHex[u & 15];
    }
  }
  out += n < text.size() ? "...\"" : "\"";
  return out;
}

}  // namespace wick
