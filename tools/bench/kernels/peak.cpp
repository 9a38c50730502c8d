// The most flops an instruction set gives: multiply-adds on registers alone, so many at once that none waits for another.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "tools/bench/kernels/peak.cpp"
#include "kernels/highway.h"

HWY_BEFORE_NAMESPACE();
namespace wick::bench::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// A thousand rounds of 12 multiply-adds (4 cycles of latency by 2 a cycle need 8; 16 registers hold 12). Gives their flops.
double multiply_adds() {
  constexpr int kRounds = 1000, kChains = 12;
  const hn::ScalableTag<float> d;
  static volatile float factor = 0.999f, term = 0.001f, result;  // not known: the rounds are not worked out beforehand
  const auto x = hn::Set(d, factor), y = hn::Set(d, term);
  hn::Vec<decltype(d)> sums[kChains];
  for (int k = 0; k < kChains; ++k) sums[k] = hn::Set(d, static_cast<float>(k));
  for (int i = 0; i < kRounds; ++i) {
#pragma GCC unroll 12
    for (int k = 0; k < kChains; ++k) sums[k] = hn::MulAdd(sums[k], x, y);
  }
  for (int k = 1; k < kChains; ++k) sums[0] = hn::Add(sums[0], sums[k]);
  result = hn::GetLane(sums[0]);
  return 2.0 * kRounds * kChains * static_cast<double>(hn::Lanes(d));
}

}  // namespace wick::bench::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "suite.h"

namespace wick::bench {

HWY_EXPORT(multiply_adds);

Limit limit_of_products() {
  return {"the peak", HWY_DYNAMIC_DISPATCH(multiply_adds)(), [] { HWY_DYNAMIC_DISPATCH(multiply_adds)(); }};
}

}  // namespace wick::bench
#endif
