#include <cstdio>
#include <cstdlib>
#include <cmath>

#include "wick/error.h"

namespace wick {

std::string to_text(double v) {
  if (std::isnan(v)) return "nan";
  if (std::isinf(v)) return v > 0 ? "inf" : "-inf";
  char buf[40];
  for (int digits : {6, 9, 12, 15, 16, 17}) {
    std::snprintf(buf, sizeof buf, "%.*g", digits, v);
    if (std::strtod(buf, nullptr) == v) break;
  }
  return buf;
}

namespace detail {

void append_chars(std::string& out, const void* value) { out += static_cast<const char*>(value); }

std::string join_text(const TextPart* parts, std::size_t n) {
  std::string out;
  for (std::size_t i = 0; i < n; ++i) parts[i].append(out, parts[i].value);
  return out;
}

void fail_text(ErrorKind kind, const TextPart* parts, std::size_t n) { throw Error(kind, join_text(parts, n)); }

}  // namespace detail

}  // namespace wick
