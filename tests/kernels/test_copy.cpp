#include "kernels/copy.h"

#include "near.h"

using namespace wick;
using namespace wick::kernels;

namespace {

template <class T>
void check_copy(const Shape& shape, const Dims& src_strides, const Dims& dst_strides, std::int64_t src_size, std::int64_t dst_size) {
  std::vector<T> src(static_cast<std::size_t>(src_size));
  for (std::size_t i = 0; i < src.size(); ++i) src[i] = static_cast<T>(i * 7 + 1);
  near::Guarded<T> dst(dst_size), want(dst_size);
  copy_strided(sizeof(T), src.data(), src_strides, dst.data(), dst_strides, shape);
  std::int64_t count = 1;
  for (const std::int64_t n : shape) count *= n;
  for (std::int64_t i = 0; i < count; ++i) {
    std::int64_t rest = i, s = 0, d = 0;
    for (int k = shape.rank() - 1; k >= 0; --k) {
      s += rest % shape[k] * src_strides[k];
      d += rest % shape[k] * dst_strides[k];
      rest /= shape[k];
    }
    want[d] = src[static_cast<std::size_t>(s)];
  }
  bool ok = dst.intact();
  for (std::int64_t i = 0; i < dst_size; ++i) ok = ok && dst[i] == want[i];
  CHECK(ok);
}
void check_all(const Shape& shape, const Dims& src, const Dims& dst, std::int64_t src_size, std::int64_t dst_size) {
  CAPTURE(to_text(shape));
  CAPTURE(to_text(src));
  check_copy<std::uint8_t>(shape, src, dst, src_size, dst_size);
  check_copy<std::uint16_t>(shape, src, dst, src_size, dst_size);
  check_copy<std::uint32_t>(shape, src, dst, src_size, dst_size);
  check_copy<std::uint64_t>(shape, src, dst, src_size, dst_size);
}

template <class T>
std::vector<T> cast_to(DType from, const void* x, DType to, std::int64_t n) {
  near::Guarded<T> y(n);
  cast(from, x, to, y.data(), n);
  CHECK(y.intact());
  return std::vector<T>(y.data(), y.data() + n);
}

}  // namespace

TEST_CASE("copy_strided: lines, transposes, broadcasts, gaps") {
  check_all({}, {}, {}, 1, 1);
  check_all({0, 3}, {3, 1}, {3, 1}, 1, 1);
  for (std::int64_t n : near::sizes()) {
    if (n == 0) continue;
    check_all({n}, {1}, {1}, n, n);
    check_all({n}, {0}, {1}, 1, n);
    check_all({n}, {3}, {2}, 3 * n, 2 * n);
    check_all({n, 5}, {1, n}, {5, 1}, 5 * n, 5 * n);  // transpose
    check_all({5, n}, {1, 5}, {n, 1}, 5 * n, 5 * n);
    check_all({2, n, 3}, {3, 6, 1}, {3 * n, 3, 1}, 6 * n, 6 * n);  // swap the first two
    check_all({2, 3, n}, {0, 1, 3}, {3 * n, n, 1}, 3 * n, 6 * n);
  }
  check_all({2, 3, 4, 5}, {60, 1, 15, 3}, {60, 20, 5, 1}, 120, 120);    // NHWC to NCHW
  check_all({2, 4, 5, 3}, {60, 5, 1, 20}, {60, 15, 3, 1}, 120, 120);    // and back
  check_all({3, 1, 4}, {4, 99, 1}, {4, 77, 1}, 12, 12);
  check_all({2, 2, 2, 2, 2, 2, 2, 2}, {1, 2, 4, 8, 16, 32, 64, 128}, {128, 64, 32, 16, 8, 4, 2, 1}, 256, 256);
  check_copy<std::uint32_t>({300, 500}, {1, 300}, {500, 1}, 150000, 150000);
  check_copy<std::uint32_t>({100, 30, 50}, {1500, 1, 30}, {1500, 50, 1}, 150000, 150000);
  check_copy<std::uint32_t>({500, 300}, {300, 1}, {1, 500}, 150000, 150000);  // scattered destination
}

TEST_CASE("cast: every pair keeps small whole numbers") {
  const DType types[] = {DType::float32, DType::float64, DType::int64, DType::int32, DType::uint8, DType::float16, DType::bfloat16};
  const std::int64_t n = 1031;
  std::vector<std::int32_t> x(static_cast<std::size_t>(n));
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<int>(i % 200);
  for (DType a : types) {
    for (DType b : types) {
      CAPTURE(dtype_name(a));
      CAPTURE(dtype_name(b));
      std::vector<std::uint64_t> ya(static_cast<std::size_t>(n)), yb(ya);
      cast(DType::int32, x.data(), a, ya.data(), n);
      cast(a, ya.data(), b, yb.data(), n);
      CHECK(cast_to<std::int32_t>(b, yb.data(), DType::int32, n) == x);
    }
  }
}

TEST_CASE("cast: rounding, range, bool, half types") {
  const float x[] = {1.9f, -1.9f, 1e10f, near::kNan, 300.7f, 0, -0.0f, near::kInf};
  CHECK(cast_to<std::int32_t>(DType::float32, x, DType::int32, 8) == std::vector<std::int32_t>{1, -1, INT32_MIN, INT32_MIN, 300, 0, 0, INT32_MIN});
  CHECK(cast_to<std::int64_t>(DType::float32, x, DType::int64, 8)[2] == 10000000000);
  CHECK(cast_to<std::uint8_t>(DType::float32, x, DType::uint8, 8)[4] == 44);
  CHECK(cast_to<std::uint8_t>(DType::float32, x, DType::bool_, 8) == std::vector<std::uint8_t>{1, 1, 1, 1, 1, 0, 0, 1});
  struct {
    float x;
    std::uint16_t half, bfloat;
  } rows[] = {{1, 0x3c00, 0x3f80},         {-2, 0xc000, 0xc000},           {65504, 0x7bff, 0x4780},   {65519.9f, 0x7bff, 0x4780},
              {65520, 0x7c00, 0x4780},     {near::kInf, 0x7c00, 0x7f80},   {0x1p-24f, 1, 0x3380},     {0x1p-25f, 0, 0x3300},
              {0x1.8p-25f, 1, 0x3340},     {0x1p-14f, 0x0400, 0x3880},     {0x1.ff8p-15f, 0x03ff, 0x3880}, {2049, 0x6800, 0x4500},
              {2051, 0x6802, 0x4500},      {-0.0f, 0x8000, 0x8000},        {1.00390625f, 0x3c04, 0x3f80},  {1.01171875f, 0x3c0c, 0x3f82}};
  for (const auto& r : rows) {
    CAPTURE(r.x);
    CHECK(cast_to<std::uint16_t>(DType::float32, &r.x, DType::float16, 1)[0] == r.half);
    CHECK(cast_to<std::uint16_t>(DType::float32, &r.x, DType::bfloat16, 1)[0] == r.bfloat);
  }
  // Every half value returns to itself.
  bool ok = true;
  for (std::uint32_t h = 0; h < 0x10000; ++h) {
    const std::uint16_t bits = static_cast<std::uint16_t>(h);
    if ((h & 0x7c00) == 0x7c00 && (h & 0x3ff)) continue;
    float f;
    std::uint16_t back;
    cast(DType::float16, &bits, DType::float32, &f, 1);
    cast(DType::float32, &f, DType::float16, &back, 1);
    ok = ok && back == bits;
  }
  CHECK(ok);
  const std::uint16_t nan = 0x7e00;
  CHECK(std::isnan(cast_to<float>(DType::float16, &nan, DType::float32, 1)[0]));
  CHECK((cast_to<std::uint16_t>(DType::float32, &near::kNan, DType::bfloat16, 1)[0] & 0x7fff) > 0x7f80);
}
