#pragma once
// Errors: one exception type with a few kinds. Text has the form
//   [op] what is wrong: what we got; what is required. Hint.
// The library never prints and never aborts; the C ABI turns an Error into a status and a text.

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

namespace wick {

enum class ErrorKind : int {
  value = 1,     // [dropout] p is 1.5; need 0 <= p <= 1.
  shape = 2,     // [matmul] inner sizes differ: a is f32[8,3], b is f32[4,5]; ...
  dtype = 3,     // [conv2d] weight is i64; need f32 or f64.
  index = 4,     // [cross_entropy] label 12 at row 3 is out of range; need 0 <= label < 10.
  autograd = 5,  // [backward] the graph was freed by an earlier backward(); pass retain_graph=true to it.
  memory = 6,    // [allocator] 8589934592 bytes asked for, limit 4294967296; ...
  io = 7,        // [idx] cannot open data/train-images-idx3-ubyte.gz: No such file or directory.
  format = 8,    // [safetensors] header is 123456789 bytes but the file has 40; ...
  recipe = 9,    // [recipe] optimizer.tpye: unknown key; did you mean "type"?
  diverged = 10, // [trainer] loss is NaN at step 12; ...
};

class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& text) : std::runtime_error(text), kind_(kind) {}
  ErrorKind kind() const { return kind_; }

 private:
  ErrorKind kind_;
};

// to_text: what str() prints for a value. Types of the library add overloads beside their declaration.
inline std::string to_text(const char* s) { return s; }
inline std::string to_text(const std::string& s) { return s; }
inline std::string to_text(std::string_view s) { return std::string(s); }
inline std::string to_text(bool b) { return b ? "true" : "false"; }
inline std::string to_text(char c) { return std::string(1, c); }
std::string to_text(double v);  // shortest text that reads back as the same double
std::string to_text(long long v);
std::string to_text(unsigned long long v);
template <class T>
  requires(std::is_integral_v<T> && !std::is_same_v<T, bool> && !std::is_same_v<T, char>)
std::string to_text(T v) {
  if constexpr (std::is_signed_v<T>) return to_text(static_cast<long long>(v));
  else return to_text(static_cast<unsigned long long>(v));
}

namespace detail {
// Arguments of str(), apart from their types: a call stores one address each, and calls of like types share a table.
using Append = void (*)(std::string& out, const void* value);
template <class T>
void append_text(std::string& out, const void* value) {
  out += to_text(*static_cast<const T*>(value));
}
void append_literal(std::string& out, const void* value);
struct Literal {};
template <class T>
using Kind = std::conditional_t<std::is_array_v<T>, Literal, T>;
template <class T>
constexpr Append kAppendOne = append_text<T>;
template <>
inline constexpr Append kAppendOne<Literal> = append_literal;
template <class... Kinds>
constexpr Append kAppend[] = {kAppendOne<Kinds>...};
std::string join_text(const Append* append, const void* const* values, std::size_t n);
[[noreturn]] void fail_text(ErrorKind kind, const Append* append, const void* const* values, std::size_t n);
}  // namespace detail

/// Joins its arguments into one text; each {} in a literal stands for the next argument:
/// str("[{}] x is {}; need ", op, x, shape) is "[" + op + "] x is " + x + "; need " + shape.
template <class... Args>
std::string str(const Args&... args) {
  const void* const values[] = {&args...};
  return detail::join_text(detail::kAppend<detail::Kind<Args>...>, values, sizeof...(args));
}

/// Throws Error(kind, str(args...)).
template <class... Args>
[[noreturn]] void fail(ErrorKind kind, const Args&... args) {
  const void* const values[] = {&args...};
  detail::fail_text(kind, detail::kAppend<detail::Kind<Args>...>, values, sizeof...(args));
}

/// Throws Error(kind, str(args...)) unless ok. The arguments are evaluated either way: pass cheap ones.
template <class... Args>
void check(bool ok, ErrorKind kind, const Args&... args) {
  if (!ok) [[unlikely]]
    fail(kind, args...);
}

}  // namespace wick
