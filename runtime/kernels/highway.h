// No include guard: what all SIMD kernel files share. A kernel file begins with
//
//   #undef HWY_TARGET_INCLUDE
//   #define HWY_TARGET_INCLUDE "kernels/this_file.cpp"
//   #include "kernels/highway.h"
//
// and is then read once per target. Below HWY_ONCE, dispatch with HWY_EXPORT and HWY_DYNAMIC_DISPATCH.

#include "kernels/foreach.h"

#ifndef WICK_KERNELS_HIGHWAY_ONCE
#define WICK_KERNELS_HIGHWAY_ONCE
namespace wick::kernels {
/// A kernel says on which target it runs, for isa_ran().
void set_isa_ran(const char* name);
}  // namespace wick::kernels
#endif

#if defined(WICK_KERNELS_HIGHWAY_TARGET) != defined(WICK_READING)
#ifdef WICK_KERNELS_HIGHWAY_TARGET
#undef WICK_KERNELS_HIGHWAY_TARGET
#else
#define WICK_KERNELS_HIGHWAY_TARGET
#endif

HWY_BEFORE_NAMESPACE();
namespace wick::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using DF = hn::ScalableTag<float>;
using VF = hn::Vec<DF>;
constexpr int kLanes = static_cast<int>(HWY_LANES(float));

#if HWY_TARGET == HWY_SSE4
constexpr const char* kIsa = "sse4";
#elif HWY_TARGET == HWY_AVX2
constexpr const char* kIsa = HWY_NATIVE_FMA ? "avx2" : "avx2, unfused";
#elif HWY_TARGET == HWY_AVX3
constexpr const char* kIsa = HWY_NATIVE_FMA ? "avx3" : "avx3, unfused";
#elif HWY_TARGET == HWY_NEON
constexpr const char* kIsa = HWY_NATIVE_FMA ? "neon" : "neon, unfused";
#elif HWY_TARGET == HWY_WASM
constexpr const char* kIsa = "wasm";
#else
constexpr const char* kIsa = "scalar";
#endif

/// Whether masked loads and stores are single instructions that touch no memory outside the mask.
constexpr bool kHasMasks = HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_AVX3;

// Without masks these are loops: kept out of line.
#undef WICK_FIRST
#if HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_AVX3
#define WICK_FIRST HWY_INLINE
#else
#define WICK_FIRST [[maybe_unused]] static HWY_NOINLINE
#endif

/// The first n lanes from p, the others zero; reads nothing beyond p[n - 1].
WICK_FIRST VF load_first(const float* HWY_RESTRICT p, int n) {
  const DF d;
  if constexpr (kHasMasks) return hn::MaskedLoad(hn::FirstN(d, static_cast<std::size_t>(n)), d, p);
  HWY_ALIGN float lanes[kLanes] = {};
  for (int i = 0; i < n; ++i) lanes[i] = p[i];
  return hn::Load(d, lanes);
}

/// Writes the first n lanes and nothing else.
WICK_FIRST void store_first(VF v, float* HWY_RESTRICT p, int n) {
  const DF d;
  if constexpr (kHasMasks) return hn::BlendedStore(v, hn::FirstN(d, static_cast<std::size_t>(n)), d, p);
  HWY_ALIGN float lanes[kLanes];
  hn::Store(v, d, lanes);
  for (int i = 0; i < n; ++i) p[i] = lanes[i];
}

/// max(v, 0), and NaN stays NaN: it is the second argument (unfused.h).
template <class V>
HWY_INLINE V relu_of(V v) {
  return hn::Max(hn::Zero(hn::DFromV<V>()), v);
}

}  // namespace wick::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
