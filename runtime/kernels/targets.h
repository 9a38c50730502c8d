#pragma once
// The instruction sets kernels are compiled for. Include before any Highway header, so that all kernel files agree.
//
// x86-64: SSE4 is the floor (every processor since 2008), then AVX2 and AVX-512 at run time. Targets without a fixed
// vector size (SVE, RVV) are off: kernels keep vectors in arrays, and 32 virtual lanes must be a whole number of vectors.
// 64-bit ARM: NEON, and NEON without fused multiply-add (foreach_arm.h).

#if defined(__wasm__) || defined(__aarch64__)
#define HWY_COMPILE_ONLY_STATIC  // one target, nothing of the Highway library to link
#else
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_AVX3_DL | HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
#if defined(__x86_64__) && !defined(__AVX2__)
#define HWY_BASELINE_TARGETS HWY_SSE4  // instead of the scalar target, which would be a fourth copy that never runs
#endif
#endif
