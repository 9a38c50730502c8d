// One pass over a parameter per optimizer step.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/optim.cpp"
#include "kernels/foreach.h"

#include "kernels/optim.h"
#include "kernels/simd-inl.h"
#include "kernels/split.h"
#include "kernels/step_values.h"

HWY_BEFORE_NAMESPACE();
namespace wick::kernels {
namespace HWY_NAMESPACE {

HWY_INLINE V set(double c) { return hn::Set(D(), static_cast<float>(c)); }

/// visit(load, i...) over n elements of the arrays p, kTogether vectors at a time, so that addresses are counted once for all of them.
/// visit is called from several places and has to say that it is inlined.
template <std::size_t kTogether, class F, class... P>
HWY_INLINE void visit_all(std::size_t n, const F& visit, P*... p) {
  for (; n >= kTogether * kN; n -= kTogether * kN, (..., (p += kTogether * kN))) {
    WICK_UNROLL
    for (std::size_t k = 0; k < kTogether; ++k) visit(Full(), p + k * kN...);
  }
  for (; n > 0; (..., (p += kN))) {
    const std::size_t m = HWY_MIN(n, kN);
    visit(Part{m}, p...);
    n -= m;
  }
}

/// kPlain: momentum alone, after the first step. Options are asked for at every vector otherwise, in one loop for all of them.
template <bool kPlain>
HWY_INLINE void sgd_loop(const Sgd& o, float* w, const float* g, float* buf, std::size_t n) {
  const V sign = set(o.maximize ? -1.0 : 1.0), decay = set(o.weight_decay), lr = set(-o.lr);
  const V momentum = set(o.momentum), damp = set(1 - o.dampening);
  const bool use_buf = kPlain || o.momentum != 0, use_decay = !kPlain && o.weight_decay != 0;
  visit_all<kPlain ? 4 : 1>(n, [&](auto load, float* pw, const float* pg, float* pb) HWY_ATTR __attribute__((always_inline)) {
    const V vw = load(pw);
    V d = hn::Mul(load(pg), sign);
    if (use_decay) d = hn::Add(d, hn::Mul(decay, vw));
    if (use_buf) {
      const V b = !kPlain && o.first ? d : hn::Add(hn::Mul(load(pb), momentum), hn::Mul(damp, d));
      store(load, b, pb);
      d = !kPlain && o.nesterov ? hn::Add(d, hn::Mul(momentum, b)) : b;
    }
    store(load, hn::Add(vw, hn::Mul(lr, d)), pw);
  }, w, g, buf ? buf : w);
}
void sgd_f32(const Sgd& o, float* w, const float* g, float* buf, std::size_t n) {
  if (o.momentum != 0 && o.weight_decay == 0 && !o.first && !o.nesterov) return sgd_loop<true>(o, w, g, buf, n);
  sgd_loop<false>(o, w, g, buf, n);
}

/// kPlain: Adam without weight decay and AdamW, neither with amsgrad.
template <bool kPlain>
HWY_INLINE void adam_loop(const Adam& o, const AdamValues& v, float* w, const float* g, float* avg, float* sq, float* max_sq, std::size_t n) {
  const bool amsgrad = !kPlain && o.amsgrad, add_decay = !kPlain && o.weight_decay != 0 && !o.decoupled;
  const V sign = set(o.maximize ? -1.0 : 1.0), decay = set(o.weight_decay), shrink = set(o.decoupled ? 1 - o.lr * o.weight_decay : 1);
  const V beta1 = set(o.beta1), beta2 = set(o.beta2), rest1 = set(1 - o.beta1), rest2 = set(1 - o.beta2);
  // step m / (sqrt(s) / correction + eps), both parts of the fraction times the correction: one division less.
  const V eps = set(o.eps * v.sqrt_correction2), step = set(-v.step_size * v.sqrt_correction2);
  visit_all<kPlain ? 2 : 1>(n, [&](auto load, float* pw, const float* pg, float* pm, float* ps, float* pmax) HWY_ATTR __attribute__((always_inline)) {
    V vw = hn::Mul(load(pw), shrink), d = hn::Mul(load(pg), sign);
    if (add_decay) d = hn::Add(d, hn::Mul(decay, vw));
    const V m = hn::Add(hn::Mul(load(pm), beta1), hn::Mul(rest1, d));
    V s = hn::Add(hn::Mul(load(ps), beta2), hn::Mul(hn::Mul(rest2, d), d));
    store(load, m, pm);
    store(load, s, ps);
    if (amsgrad) {
      const V before = load(pmax);
      s = hn::IfThenElse(hn::Or(hn::Gt(s, before), hn::IsNaN(s)), s, before);
      store(load, s, pmax);
    }
    store(load, hn::Add(vw, hn::Div(hn::Mul(step, m), hn::Add(hn::Sqrt(s), eps))), pw);
  }, w, g, avg, sq, max_sq ? max_sq : w);
}
void adam_f32(const Adam& o, const AdamValues& v, float* w, const float* g, float* avg, float* sq, float* max_sq, std::size_t n) {
  if (!o.amsgrad && (o.weight_decay == 0 || o.decoupled)) return adam_loop<true>(o, v, w, g, avg, sq, max_sq, n);
  adam_loop<false>(o, v, w, g, avg, sq, max_sq, n);
}

}  // namespace HWY_NAMESPACE
}  // namespace wick::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <cmath>

namespace wick::kernels {

HWY_EXPORT(sgd_f32);
HWY_EXPORT(adam_f32);

namespace {
// By squaring: std::pow may differ in the last bit from one C library to another.
double power(double base, std::int64_t n) {
  double y = 1;
  for (; n > 0; n >>= 1, base *= base) {
    if (n & 1) y *= base;
  }
  return y;
}
AdamValues values_of(const Adam& o) {
  return {o.lr / (1 - power(o.beta1, o.step)), std::sqrt(1 - power(o.beta2, o.step))};
}
constexpr std::int64_t kStepGrain = kGrain / 2;  // three or four arrays at once
}  // namespace

void sgd_step(const Sgd& o, float* w, const float* g, float* buf, std::int64_t n) {
  split(n, kStepGrain, [&](std::int64_t i, std::int64_t m) {
    HWY_DYNAMIC_DISPATCH(sgd_f32)(o, w + i, g + i, buf ? buf + i : nullptr, m);
  });
}
void sgd_step(const Sgd& o, double* w, const double* g, double* buf, std::int64_t n) {
  for (std::int64_t i = 0; i < n; ++i) {
    double d = (o.maximize ? -g[i] : g[i]) + o.weight_decay * w[i];
    if (o.momentum != 0) {
      buf[i] = o.first ? d : buf[i] * o.momentum + (1 - o.dampening) * d;
      d = o.nesterov ? d + o.momentum * buf[i] : buf[i];
    }
    w[i] += -o.lr * d;
  }
}

void adam_step(const Adam& o, float* w, const float* g, float* avg, float* sq, float* max_sq, std::int64_t n) {
  const AdamValues v = values_of(o);
  split(n, kStepGrain, [&](std::int64_t i, std::int64_t m) {
    HWY_DYNAMIC_DISPATCH(adam_f32)(o, v, w + i, g + i, avg + i, sq + i, max_sq ? max_sq + i : nullptr, m);
  });
}
void adam_step(const Adam& o, double* w, const double* g, double* avg, double* sq, double* max_sq, std::int64_t n) {
  const AdamValues v = values_of(o);
  for (std::int64_t i = 0; i < n; ++i) {
    double d = o.maximize ? -g[i] : g[i];
    if (o.decoupled) {
      w[i] *= 1 - o.lr * o.weight_decay;
    } else {
      d += o.weight_decay * w[i];
    }
    avg[i] = avg[i] * o.beta1 + (1 - o.beta1) * d;
    sq[i] = sq[i] * o.beta2 + (1 - o.beta2) * d * d;
    double s = sq[i];
    if (o.amsgrad) s = max_sq[i] = s > max_sq[i] || s != s ? s : max_sq[i];
    w[i] += -v.step_size * avg[i] / (std::sqrt(s) / v.sqrt_correction2 + o.eps);
  }
}

}  // namespace wick::kernels
#endif
