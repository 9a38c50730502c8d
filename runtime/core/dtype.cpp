#include "wick/dtype.h"

#include "wick/error.h"

namespace wick {

namespace {
struct Info {
  const char* name;
  const char* short_name;
};
constexpr Info kInfo[] = {{"float32", "f32"}, {"float64", "f64"}, {"int64", "i64"},   {"int32", "i32"},
                          {"uint8", "u8"},    {"bool", "bool"},   {"float16", "f16"}, {"bfloat16", "bf16"}};

// Rank within promote_types: bool < uint8 < int32 < int64 < f16, bf16 < f32 < f64.
int promotion_rank(DType d) {
  switch (d) {
    case DType::bool_: return 0;
    case DType::uint8: return 1;
    case DType::int32: return 2;
    case DType::int64: return 3;
    case DType::float16: case DType::bfloat16: return 4;
    case DType::float32: return 5;
    case DType::float64: return 6;
  }
  return 0;
}
}  // namespace

const char* dtype_name(DType d) { return kInfo[static_cast<int>(d)].name; }
const char* dtype_short(DType d) { return kInfo[static_cast<int>(d)].short_name; }

DType dtype_from_name(std::string_view name) {
  for (int i = 0; i < 8; ++i)
    if (name == kInfo[i].name || name == kInfo[i].short_name) return static_cast<DType>(i);
  fail(ErrorKind::dtype, "[dtype] unknown dtype \"{}\"; need one of float32, float64, int64, int32, uint8, bool, float16, bfloat16.", name);
}

DType promote_types(DType a, DType b) {
  if (a == b) return a;
  const int ra = promotion_rank(a), rb = promotion_rank(b);
  if (ra == rb) return DType::float32;  // float16 with bfloat16
  return ra > rb ? a : b;
}

}  // namespace wick
