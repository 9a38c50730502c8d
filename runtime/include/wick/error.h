#pragma once
// Errors: one exception type with a few kinds. Text has the form
//   [op] what is wrong: what we got; what is required. Hint.
// The library never prints and never aborts; the C ABI turns an Error into a status and a text.

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

#define WICK_INLINE __attribute__((always_inline)) inline
#define WICK_NOINLINE __attribute__((noinline))

namespace wick {

enum class DType : std::uint8_t;
class Dims;
class Tensor;
struct Quoted;

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
// A call of str() passes the addresses of its arguments; what they are is one constant for each list of types. So a call
// costs few instructions and no chain of temporary strings.
enum class TextKind : char { end, chars, pointer, string, view, character, boolean, u8, i32, u32, i64, u64, f32, f64, dtype, dims, tensor, quoted };
template <class T>
constexpr TextKind text_kind() {
  using enum TextKind;
  if constexpr (std::is_array_v<T>) return chars;
  else if constexpr (std::is_pointer_v<T>) return pointer;
  else if constexpr (std::is_same_v<T, std::string>) return string;
  else if constexpr (std::is_same_v<T, std::string_view>) return view;
  else if constexpr (std::is_same_v<T, char>) return character;
  else if constexpr (std::is_same_v<T, bool>) return boolean;
  else if constexpr (std::is_same_v<T, float>) return f32;
  else if constexpr (std::is_same_v<T, double>) return f64;
  else if constexpr (std::is_same_v<T, DType>) return dtype;
  else if constexpr (std::is_same_v<T, Dims>) return dims;
  else if constexpr (std::is_same_v<T, Tensor>) return tensor;
  else if constexpr (std::is_same_v<T, Quoted>) return quoted;
  else {
    static_assert(std::is_integral_v<T> && (sizeof(T) >= 4 || std::is_same_v<T, std::uint8_t>), "turn it into text first");
    if constexpr (sizeof(T) == 1) return u8;
    else if constexpr (sizeof(T) == 4) return std::is_signed_v<T> ? i32 : u32;
    else return std::is_signed_v<T> ? i64 : u64;
  }
}
template <class... Ts>
inline constexpr TextKind kTextKinds[] = {text_kind<Ts>()..., TextKind::end};
template <class T>
using TextType = std::conditional_t<std::is_array_v<T>, char[], T>;
std::string join_text(const TextKind* kinds, const void* const* values);
[[noreturn]] void fail_text(ErrorKind kind, const TextKind* kinds, const void* const* values);

// One function for each number of arguments: the call itself passes addresses, nothing else.
template <class... Addresses>
WICK_NOINLINE std::string join_addresses(const TextKind* kinds, Addresses... values) {
  const void* const list[] = {values...};
  return join_text(kinds, list);
}
template <class... Addresses>
[[noreturn]] WICK_NOINLINE void fail_addresses(ErrorKind kind, const TextKind* kinds, Addresses... values) {
  const void* const list[] = {values...};
  fail_text(kind, kinds, list);
}
}  // namespace detail

/// Joins its arguments into one text; each {} in a literal stands for the next argument:
/// str("[{}] x is {}; need ", op, x, shape) is "[" + op + "] x is " + x + "; need " + shape.
template <class... Args>
WICK_INLINE std::string str(const Args&... args) {
  return detail::join_addresses(detail::kTextKinds<detail::TextType<Args>...>, static_cast<const void*>(&args)...);
}

/// Throws Error(kind, str(args...)).
template <class... Args>
[[noreturn]] WICK_INLINE void fail(ErrorKind kind, const Args&... args) {
  detail::fail_addresses(kind, detail::kTextKinds<detail::TextType<Args>...>, static_cast<const void*>(&args)...);
}

/// Throws Error(kind, str(args...)) unless ok. The arguments are evaluated either way: pass cheap ones.
template <class... Args>
WICK_INLINE void check(bool ok, ErrorKind kind, const Args&... args) {
  if (!ok) [[unlikely]]
    fail(kind, args...);
}

}  // namespace wick
