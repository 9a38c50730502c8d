// No include guard. On 64-bit ARM every processor has NEON, whose multiply-add is fused; the deterministic mode must not
// fuse. So a kernel file is read twice, for NEON and for "NEON, unfused": a namespace with all of Highway's NEON but
// another multiply-add. It takes the place of foreach_target.h, and nothing of the Highway library is linked. (Highway
// itself would ask for the AES instructions too, which a Raspberry Pi 4 does not have; kernels use none.)

#ifndef WICK_KERNELS_FOREACH_ARM_ONCE
#define WICK_KERNELS_FOREACH_ARM_ONCE

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace hwy::N_NEON_UNFUSED {
using namespace N_NEON;
template <class V>
HWY_API V MulAdd(V a, V b, V c) {
  return Add(Mul(a, b), c);
}
template <class V>
HWY_API V NegMulAdd(V a, V b, V c) {
  return Sub(c, Mul(a, b));
}
template <class V>
HWY_API V MulSub(V a, V b, V c) {
  return Sub(Mul(a, b), c);
}
template <class V>
HWY_API V NegMulSub(V a, V b, V c) {
  return Sub(Neg(Mul(a, b)), c);
}
}  // namespace hwy::N_NEON_UNFUSED
HWY_AFTER_NAMESPACE();

namespace wick::kernels {
extern bool use_unfused;  // dispatch.cpp
}

#undef HWY_EXPORT
#undef HWY_DYNAMIC_DISPATCH
#define HWY_EXPORT(f) static decltype(&N_NEON::f) const HWY_DISPATCH_TABLE(f)[2] = {&N_NEON::f, &N_NEON_UNFUSED::f}
#define HWY_DYNAMIC_DISPATCH(f) (*HWY_DISPATCH_TABLE(f)[wick::kernels::use_unfused])

// The unfused reading.
#undef HWY_ONCE
#define HWY_ONCE 0
#undef HWY_NAMESPACE
#define HWY_NAMESPACE N_NEON_UNFUSED
#undef HWY_NATIVE_FMA
#define HWY_NATIVE_FMA 0
#include HWY_TARGET_INCLUDE

// Then goes on for NEON. Our own headers are read once more, Highway's is not.
#undef HWY_ONCE
#define HWY_ONCE 1
#undef HWY_NAMESPACE
#define HWY_NAMESPACE N_NEON
#undef HWY_NATIVE_FMA
#define HWY_NATIVE_FMA 1
#define HWY_TARGET_TOGGLE
#undef HWY_HIGHWAY_PER_TARGET
#endif
