// No include guard; for foreach.h. Where the target fuses multiply and add, the kernel file is first read once more for
// a target that does not, such as N_AVX2_UNFUSED: a namespace with all of Highway's operations of N_AVX2 but its own
// multiply-add. The deterministic mode runs these, so that every processor rounds as SSE4 and wasm do.

#if HWY_NATIVE_FMA && (HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_AVX3 || (HWY_TARGET == HWY_NEON && HWY_ARCH_ARM_A64))

// Both readings' names have to be spelt out: a macro cannot keep the value of another.
#undef WICK_FUSED
#undef WICK_UNFUSED
#if HWY_TARGET == HWY_AVX2
#define WICK_FUSED N_AVX2
#define WICK_UNFUSED N_AVX2_UNFUSED
#define WICK_CHOOSE_AVX2_UNFUSED(f) &N_AVX2_UNFUSED::f
#elif HWY_TARGET == HWY_AVX3
#define WICK_FUSED N_AVX3
#define WICK_UNFUSED N_AVX3_UNFUSED
#define WICK_CHOOSE_AVX3_UNFUSED(f) &N_AVX3_UNFUSED::f
#else
#define WICK_FUSED N_NEON_FUSED
#define WICK_UNFUSED N_NEON_UNFUSED

// Of NaN and a number, NEON's maximum and minimum are the number; kernels count on x86's, which are the second argument.
HWY_BEFORE_NAMESPACE();
namespace hwy::N_NEON_FUSED {
using namespace N_NEON;
template <class V>
HWY_API V Max(V a, V b) {
  return IfThenElse(Gt(a, b), a, b);
}
template <class V>
HWY_API V Min(V a, V b) {
  return IfThenElse(Lt(a, b), a, b);
}
}  // namespace hwy::N_NEON_FUSED
HWY_AFTER_NAMESPACE();
#endif

HWY_BEFORE_NAMESPACE();
namespace hwy::WICK_UNFUSED {
using namespace WICK_FUSED;
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
}  // namespace hwy::WICK_UNFUSED
HWY_AFTER_NAMESPACE();

// No dispatch there.
#pragma push_macro("HWY_ONCE")
#undef HWY_ONCE
#define HWY_ONCE 0
#undef HWY_NAMESPACE
#define HWY_NAMESPACE WICK_UNFUSED
#undef HWY_NATIVE_FMA
#define HWY_NATIVE_FMA 0
#include HWY_TARGET_INCLUDE
#pragma pop_macro("HWY_ONCE")
#undef HWY_NAMESPACE
#define HWY_NAMESPACE WICK_FUSED
#undef HWY_NATIVE_FMA
#define HWY_NATIVE_FMA 1

#endif
