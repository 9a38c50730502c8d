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

// Two arrays change per element, so these loops store inside the visit; map() stores the weight.
void sgd_f32(const Sgd& o, float* w, const float* g, float* buf, std::size_t n) {
  const V sign = set(o.maximize ? -1.0 : 1.0), decay = set(o.weight_decay), lr = set(-o.lr);
  const V momentum = set(o.momentum), damp = set(1 - o.dampening);
  const bool use_buf = o.momentum != 0, use_decay = o.weight_decay != 0;
  map(n, w, [&](auto load, std::size_t i) HWY_ATTR {
    const V vw = load(w + i);
    V d = hn::Mul(load(g + i), sign);
    if (use_decay) d = hn::Add(d, hn::Mul(decay, vw));
    if (use_buf) {
      const V b = o.first ? d : hn::Add(hn::Mul(load(buf + i), momentum), hn::Mul(damp, d));
      store(load, b, buf + i);
      d = o.nesterov ? hn::Add(d, hn::Mul(momentum, b)) : b;
    }
    return hn::Add(vw, hn::Mul(lr, d));
  });
}

void adam_f32(const Adam& o, const AdamValues& v, float* w, const float* g, float* avg, float* sq, float* max_sq, std::size_t n) {
  const V sign = set(o.maximize ? -1.0 : 1.0), decay = set(o.weight_decay), shrink = set(1 - o.lr * o.weight_decay);
  const V beta1 = set(o.beta1), beta2 = set(o.beta2), rest1 = set(1 - o.beta1), rest2 = set(1 - o.beta2);
  const V correction = set(v.sqrt_correction2), eps = set(o.eps), step = set(-v.step_size);
  const bool use_decay = o.weight_decay != 0, shrink_first = use_decay && o.decoupled, add_decay = use_decay && !o.decoupled;
  map(n, w, [&](auto load, std::size_t i) HWY_ATTR {
    V vw = load(w + i);
    V d = hn::Mul(load(g + i), sign);
    if (shrink_first) vw = hn::Mul(vw, shrink);
    if (add_decay) d = hn::Add(d, hn::Mul(decay, vw));
    const V m = hn::Add(hn::Mul(load(avg + i), beta1), hn::Mul(rest1, d));
    V s = hn::Add(hn::Mul(load(sq + i), beta2), hn::Mul(hn::Mul(rest2, d), d));
    store(load, m, avg + i);
    store(load, s, sq + i);
    if (o.amsgrad) {
      const V before = load(max_sq + i);
      s = hn::IfThenElse(hn::Or(hn::Gt(s, before), hn::IsNaN(s)), s, before);
      store(load, s, max_sq + i);
    }
    const V denom = hn::Add(hn::Div(hn::Sqrt(s), correction), eps);
    return hn::Add(vw, hn::Div(hn::Mul(step, m), denom));
  });
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
