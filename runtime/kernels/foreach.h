// No include guard. Reads a kernel file once per target, with Highway's operations for it. The file begins with
//
//   #undef HWY_TARGET_INCLUDE
//   #define HWY_TARGET_INCLUDE "kernels/this_file.cpp"
//   #include "kernels/foreach.h"
//
// Below HWY_ONCE, dispatch with HWY_EXPORT and HWY_DYNAMIC_DISPATCH. The table is our own and goes by the order in
// targets.h: Highway's has no place for the unfused readings, and would link its library.

#include "kernels/targets.h"

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#ifndef __wasm__

#include "kernels/unfused.h"

#if HWY_ONCE  // when all targets have been read

#undef HWY_EXPORT
#undef HWY_DYNAMIC_DISPATCH
#define HWY_EXPORT(f) static decltype(&HWY_STATIC_DISPATCH(f)) const HWY_DISPATCH_TABLE(f)[] = {WICK_TARGETS(f)}
#define HWY_DYNAMIC_DISPATCH(f) (*HWY_DISPATCH_TABLE(f)[wick::kernels::target])

#if HWY_ARCH_ARM_A64
#undef HWY_STATIC_DISPATCH
#define HWY_STATIC_DISPATCH(f) N_NEON_FUSED::f
#define WICK_TARGETS(f) &N_NEON_FUSED::f, &N_NEON_UNFUSED::f
#elif HWY_ARCH_X86
#define WICK_TARGETS(f) \
  HWY_CHOOSE_SSE4(f), HWY_CHOOSE_AVX2(f), WICK_CHOOSE_AVX2_UNFUSED(f), HWY_CHOOSE_AVX3(f), WICK_CHOOSE_AVX3_UNFUSED(f)
#ifndef WICK_CHOOSE_AVX2_UNFUSED
#define WICK_CHOOSE_AVX2_UNFUSED(f) nullptr
#endif
#ifndef WICK_CHOOSE_AVX3_UNFUSED
#define WICK_CHOOSE_AVX3_UNFUSED(f) nullptr
#endif
#else
#define WICK_TARGETS(f) &HWY_STATIC_DISPATCH(f)
#endif

#endif
#endif

// Changes with every reading: headers that end in -inl.h compare their guard with it, and so are read each time.
#ifdef WICK_READING
#undef WICK_READING
#else
#define WICK_READING
#endif
