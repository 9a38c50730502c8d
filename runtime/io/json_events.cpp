#ifndef JSON_NO_IO
#define JSON_NO_IO 1
#endif
#ifndef JSON_USE_IMPLICIT_CONVERSIONS
#define JSON_USE_IMPLICIT_CONVERSIONS 0
#endif
#include "io/json_events.h"

#include <cstring>
#include <iterator>
#include <nlohmann/json.hpp>

#include "core/number.h"

namespace wick::detail {

namespace {

using Kind = JsonScalar::Kind;

/// Characters of the text, which tells how far the parser has read.
struct Cursor {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;
  const char* p;
  const char** seen;
  reference operator*() const { return *p; }
  Cursor& operator++() {
    *seen = ++p;
    return *this;
  }
  Cursor operator++(int) {
    Cursor before = *this;
    ++*this;
    return before;
  }
  bool operator==(const Cursor& o) const { return p == o.p; }
  bool operator!=(const Cursor& o) const { return p != o.p; }
};

/// The functions nlohmann's parser calls.
struct Sax {
  JsonEvents& to;

  bool scalar(const JsonScalar& v) {
    to.scalar(v);
    return true;
  }
  bool null() { return scalar({Kind::null}); }
  bool boolean(bool v) { return scalar({Kind::boolean, static_cast<double>(v)}); }
  bool number_integer(std::int64_t v) { return scalar({Kind::negative, static_cast<double>(v)}); }
  bool number_unsigned(std::uint64_t v) { return scalar({Kind::natural, static_cast<double>(v), v}); }
  bool number_float(double v, const std::string& text) { return scalar({Kind::fraction, v, 0, const_cast<std::string*>(&text)}); }
  bool string(std::string& v) { return scalar({Kind::string, 0, 0, &v}); }
  bool binary(nlohmann::json::binary_t&) { return false; }
  bool start_object(std::size_t) { return open(false); }
  bool start_array(std::size_t) { return open(true); }
  bool end_object() { return close(false); }
  bool end_array() { return close(true); }
  bool key(std::string& name) {
    to.key(name);
    return true;
  }
  bool open(bool list) {
    to.open(list);
    return true;
  }
  bool close(bool list) {
    to.close(list);
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& e) {
    // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error ..."
    std::string_view why = e.what();
    if (const auto at = why.find(": "); at != why.npos) why.remove_prefix(at + 2);
    std::string text(why.substr(0, 200));
    for (char& c : text)
      if (c < 0x20 || c >= 0x7F) c = '?';
    to.error(position, text);
    return false;
  }
};

using Lexer = nlohmann::detail::lexer<nlohmann::json, nlohmann::detail::iterator_input_adapter<Cursor>>;

}  // namespace

}  // namespace wick::detail

// The parser's own number reading, strtod, follows the program's locale and brings 128-bit arithmetic to wasm.
template <>
char wick::detail::Lexer::get_decimal_point() noexcept {
  return '.';
}
template <>
void wick::detail::Lexer::strtof(double& v, const char* text, char** end) noexcept {
  const std::size_t n = std::strlen(text);
  (void)wick::parse_double({text, n}, v);
  *end = const_cast<char*>(text) + n;
}
// What was read of a token, for errors; the parser's own brings printf.
template <>
std::string wick::detail::Lexer::get_token_string() const {
  std::string out;
  for (const char c : token_string) {
    constexpr char kHex[] = "0123456789ABCDEF";
    const auto u = static_cast<unsigned char>(c);
    if (u > 0x1F) out += c;
    else out += {'<', 'U', '+', '0', '0', kHex[u >> 4], kHex[u & 15], '>'};
  }
  return out;
}

namespace wick::detail {

void read_json(std::string_view text, JsonEvents& events) {
  events.seen = text.data();
  Sax sax{events};
  nlohmann::json::sax_parse(Cursor{text.data(), &events.seen}, Cursor{text.data() + text.size(), &events.seen}, &sax);
}

}  // namespace wick::detail
