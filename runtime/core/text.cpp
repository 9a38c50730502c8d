#include "wick/quote.h"
#include "wick/tensor.h"

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

std::string to_text(const Quoted& q) {
  constexpr std::size_t kMax = 60;
  std::size_t n = q.text.size();
  if (n > kMax) {
    n = kMax;
    while (n > 0 && (static_cast<unsigned char>(q.text[n]) & 0xC0) == 0x80) --n;
  }
  std::string out = "\"";
  for (const char c : q.text.substr(0, n)) {
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
  out += n < q.text.size() ? "...\"" : "\"";
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

namespace {
template <class T>
const T& as(const void* value) {
  return *static_cast<const T*>(value);
}

std::string text_of(TextKind kind, const void* value) {
  switch (kind) {
    case TextKind::character: return to_text(as<char>(value));
    case TextKind::boolean: return to_text(as<bool>(value));
    case TextKind::u8: return to_text(as<std::uint8_t>(value));
    case TextKind::i32: return to_text(as<std::int32_t>(value));
    case TextKind::u32: return to_text(as<std::uint32_t>(value));
    case TextKind::i64: return to_text(as<std::int64_t>(value));
    case TextKind::u64: return to_text(as<std::uint64_t>(value));
    case TextKind::f32: return to_text(static_cast<double>(as<float>(value)));
    case TextKind::f64: return to_text(as<double>(value));
    case TextKind::dtype: return to_text(as<DType>(value));
    case TextKind::dims: return to_text(as<Dims>(value));
    case TextKind::tensor: return to_text(as<Tensor>(value));
    case TextKind::quoted: return to_text(as<Quoted>(value));
    default: return {};
  }
}

void append_part(std::string& out, TextKind kind, const void* value) {
  switch (kind) {
    case TextKind::chars: out += static_cast<const char*>(value); break;
    case TextKind::pointer: out += as<const char*>(value); break;
    case TextKind::string: out += as<std::string>(value); break;
    case TextKind::view: out += as<std::string_view>(value); break;
    default: out += text_of(kind, value);
  }
}

}  // namespace

std::string join_text(const TextKind* kinds, const void* const* values) {
  std::string out;
  while (*kinds != TextKind::end) {
    const TextKind kind = *kinds++;
    const void* value = *values++;
    if (kind != TextKind::chars) {
      append_part(out, kind, value);
      continue;
    }
    for (const char* p = static_cast<const char*>(value); *p; ++p) {
      if (p[0] == '{' && p[1] == '}' && *kinds != TextKind::end) {
        append_part(out, *kinds++, *values++);
        ++p;
      } else {
        out += *p;
      }
    }
  }
  return out;
}

void fail_text(ErrorKind kind, const TextKind* kinds, const void* const* values) { throw Error(kind, join_text(kinds, values)); }

}  // namespace detail

}  // namespace wick
