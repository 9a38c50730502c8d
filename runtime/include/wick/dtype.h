#pragma once
// Element types. float32 computes; float64 serves exact gradient checks; float16 and bfloat16 are storage only.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace wick {

enum class DType : std::uint8_t { float32, float64, int64, int32, uint8, bool_, float16, bfloat16 };

/// Bytes per element.
inline std::size_t item_size(DType dtype) {
  constexpr std::uint8_t kBytes[] = {4, 8, 8, 4, 1, 1, 2, 2};
  return kBytes[static_cast<int>(dtype)];
}
const char* dtype_name(DType dtype);      ///< "float32", as PyTorch names it without "torch."
const char* dtype_short(DType dtype);     ///< "f32", as errors print it
DType dtype_from_name(std::string_view);  ///< inverse of dtype_name; throws ErrorKind::dtype
inline bool is_floating(DType d) { return d == DType::float32 || d == DType::float64 || d == DType::float16 || d == DType::bfloat16; }
inline bool is_integral(DType d) { return !is_floating(d); }
inline std::string to_text(DType d) { return dtype_short(d); }

/// The type of a result of two operands of equal standing (PyTorch's promote_types).
DType promote_types(DType a, DType b);

template <class T> struct dtype_of;
template <> struct dtype_of<float> { static constexpr DType value = DType::float32; };
template <> struct dtype_of<double> { static constexpr DType value = DType::float64; };
template <> struct dtype_of<std::int64_t> { static constexpr DType value = DType::int64; };
template <> struct dtype_of<std::int32_t> { static constexpr DType value = DType::int32; };
template <> struct dtype_of<std::uint8_t> { static constexpr DType value = DType::uint8; };
template <> struct dtype_of<bool> { static constexpr DType value = DType::bool_; };

}  // namespace wick
