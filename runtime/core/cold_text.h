#pragma once
// Text that seldom runs. All data of a wasm module come with its first part, functions when they are called (web/split.mjs):
// so such text is no data but the constants of a function.

#include <array>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace wick::detail {

/// Characters 8 i to 8 i + 7 of T::text as stored in memory.
template <class T>
constexpr std::uint64_t eight_of(std::size_t i) {
  std::uint64_t word = 0;
  for (std::size_t k = 8; k-- > 0;) word = word << 8 | static_cast<unsigned char>(8 * i + k < sizeof(T::text) - 1 ? T::text[8 * i + k] : 0);
  return word;
}

/// Keeps the compiler from gathering the constants into data again.
inline std::uint64_t hidden(std::uint64_t word) {
  asm("" : "+r"(word));
  return word;
}

template <class T, std::size_t... i>
std::array<std::uint64_t, sizeof...(i)> unpack(std::index_sequence<i...>) {
  return {hidden(std::integral_constant<std::uint64_t, eight_of<T>(i)>::value)...};
}

/// T::text, a constant array of characters. Followed by a zero. For little-endian machines, as all that wick runs on.
template <class T>
std::string_view cold_text() {
  constexpr std::size_t size = sizeof(T::text) - 1;
  static const auto words = unpack<T>(std::make_index_sequence<size / 8 + 1>());
  return {reinterpret_cast<const char*>(words.data()), size};
}

}  // namespace wick::detail
