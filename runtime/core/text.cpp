#include "wick/error.h"
#include "wick/quote.h"

namespace wick {

std::string to_text(unsigned long long v) {
  char digits[20];
  char* at = digits + sizeof digits;
  do *--at = static_cast<char>('0' + v % 10);
  while (v /= 10);
  return {at, digits + sizeof digits};
}
std::string to_text(long long v) {
  const auto magnitude = to_text(v < 0 ? 0 - static_cast<unsigned long long>(v) : static_cast<unsigned long long>(v));
  return v < 0 ? "-" + magnitude : magnitude;
}

std::string quote(std::string_view text) {
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

std::string join(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) {
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out;
}

namespace detail {

void append_literal(std::string& out, const void* value) { out += static_cast<const char*>(value); }

std::string join_text(const Append* append, const void* const* values, std::size_t n) {
  std::string out;
  for (std::size_t i = 0; i < n;) {
    const std::size_t part = i++;
    if (append[part] != append_literal) {
      append[part](out, values[part]);
      continue;
    }
    for (const char* p = static_cast<const char*>(values[part]); *p; ++p) {
      if (p[0] == '{' && p[1] == '}' && i < n) {
        append[i](out, values[i]);
        ++i, ++p;
      } else {
        out += *p;
      }
    }
  }
  return out;
}

void fail_text(ErrorKind kind, const Append* append, const void* const* values, std::size_t n) { throw Error(kind, join_text(append, values, n)); }

}  // namespace detail

}  // namespace wick
