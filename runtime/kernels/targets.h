#pragma once
// The instruction sets kernels are compiled for. Include before any Highway header, so that all kernel files agree.
//
// x86-64: SSE4 is the floor (every processor since 2008), then AVX2 and AVX-512 at run time. Targets without a fixed
// vector size (SVE, RVV) are off: kernels keep vectors in arrays, and 32 virtual lanes must be a whole number of vectors.
// 64-bit ARM: NEON. Where multiply-add is fused there is a second reading without (unfused.h).

#if defined(__wasm__) || defined(__aarch64__)
#define HWY_COMPILE_ONLY_STATIC
#else
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_AVX3_DL | HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
#if defined(__x86_64__) && !defined(__AVX2__)
#define HWY_BASELINE_TARGETS HWY_SSE4  // instead of the scalar target, which would be a fourth copy that never runs
#endif
#endif

namespace wick::kernels {

/// Places in a dispatch table (foreach.h), and the one that runs.
#if defined(__x86_64__)
enum { kSse4, kAvx2, kAvx2Unfused, kAvx3, kAvx3Unfused };
#else
enum { kNeon, kNeonUnfused };
#endif
extern int target;

}  // namespace wick::kernels
