// The rules of optim_rules.h, written once for vectors of float and for single doubles. Order of operations as PyTorch 1.13's.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/optim_rules.cpp"
#include "kernels/foreach.h"

#include <cmath>

#include "kernels/optim_rules.h"
#include "kernels/simd-inl.h"
#include "kernels/split.h"

HWY_BEFORE_NAMESPACE();
namespace wick::kernels {
namespace HWY_NAMESPACE {

// A vector that calculates like a number.
struct Floats {
  V v;
  HWY_INLINE Floats() : v(hn::Zero(D())) {}
  HWY_INLINE Floats(V x) : v(x) {}
  HWY_INLINE Floats(double c) : v(hn::Set(D(), static_cast<float>(c))) {}
};
HWY_INLINE Floats operator+(Floats a, Floats b) { return hn::Add(a.v, b.v); }
HWY_INLINE Floats operator-(Floats a, Floats b) { return hn::Sub(a.v, b.v); }
HWY_INLINE Floats operator*(Floats a, Floats b) { return hn::Mul(a.v, b.v); }
HWY_INLINE Floats operator/(Floats a, Floats b) { return hn::Div(a.v, b.v); }
HWY_INLINE Floats root(Floats a) { return hn::Sqrt(a.v); }
HWY_INLINE Floats magnitude(Floats a) { return hn::Abs(a.v); }
// NaN if either is.
HWY_INLINE Floats larger(Floats a, Floats b) { return hn::IfThenElse(hn::Or(hn::Gt(a.v, b.v), hn::IsNaN(a.v)), a.v, b.v); }
HWY_INLINE Floats smaller(Floats a, Floats b) { return hn::IfThenElse(hn::Or(hn::Lt(a.v, b.v), hn::IsNaN(a.v)), a.v, b.v); }
/// p where x > 0, m where x < 0, else z.
HWY_INLINE Floats by_sign(Floats x, Floats p, Floats z, Floats m) {
  const V zero = hn::Zero(D());
  return hn::IfThenElse(hn::Gt(x.v, zero), p.v, hn::IfThenElse(hn::Lt(x.v, zero), m.v, z.v));
}
HWY_INLINE double root(double a) { return std::sqrt(a); }
HWY_INLINE double magnitude(double a) { return std::fabs(a); }
HWY_INLINE double larger(double a, double b) { return a > b || a != a ? a : b; }
HWY_INLINE double smaller(double a, double b) { return a < b || a != a ? a : b; }
HWY_INLINE double by_sign(double x, double p, double z, double m) { return x > 0 ? p : x < 0 ? m : z; }

template <class N>
HWY_INLINE N decayed(N g, N w, double sign, double decay) {
  if (sign < 0) g = N(-1.0) * g;
  return decay != 0 ? g + N(decay) * w : g;
}

template <class N>
HWY_INLINE void apply(const Adamax& o, N& w, N g, N* b) {
  g = decayed(g, w, o.sign, o.decay);
  b[0] = b[0] * N(o.beta1) + N(1 - o.beta1) * g;
  b[1] = larger(b[1] * N(o.beta2), magnitude(g) + N(o.eps));
  w = w + N(-o.step) * b[0] / b[1];
}

template <class N>
HWY_INLINE void apply(const NAdam& o, N& w, N g, N* b) {
  g = decayed(g, w, 1, o.decay);
  b[0] = b[0] * N(o.beta1) + N(1 - o.beta1) * g;
  b[1] = b[1] * N(o.beta2) + N(1 - o.beta2) * g * g;
  const N denom = root(b[1]) / N(o.sqrt_correction2) + N(o.eps);
  w = w + N(o.of_grad) * g / denom;
  w = w + N(o.of_avg) * b[0] / denom;
}

template <class N>
HWY_INLINE void apply(const RAdam& o, N& w, N g, N* b) {
  g = decayed(g, w, 1, o.decay);
  b[0] = b[0] * N(o.beta1) + N(1 - o.beta1) * g;
  b[1] = b[1] * N(o.beta2) + N(1 - o.beta2) * g * g;
  const N change = b[0] * N(o.step);
  w = w - (o.rectified != 0 ? change * (N(o.rectified) / (root(b[1]) + N(o.eps))) : change);
}

template <class N>
HWY_INLINE void apply(const RMSprop& o, N& w, N g, N* b, bool centered) {
  g = decayed(g, w, o.sign, o.decay);
  b[0] = b[0] * N(o.alpha) + N(1 - o.alpha) * g * g;
  N square = b[0];
  if (centered) {
    b[1] = b[1] * N(o.alpha) + N(1 - o.alpha) * g;
    square = square - b[1] * b[1];
  }
  const N change = g / (root(square) + N(o.eps));
  if (o.momentum != 0) b[2] = b[2] * N(o.momentum) + change;
  w = w - N(o.lr) * (o.momentum != 0 ? b[2] : change);
}

template <class N>
HWY_INLINE void apply(const Adagrad& o, N& w, N g, N* b) {
  g = decayed(g, w, o.sign, o.decay);
  b[0] = b[0] + g * g;
  w = w + N(-o.lr) * g / (root(b[0]) + N(o.eps));
}

template <class N>
HWY_INLINE void apply(const Adadelta& o, N& w, N g, N* b) {
  g = decayed(g, w, o.sign, o.decay);
  b[0] = b[0] * N(o.rho) + N(1 - o.rho) * g * g;
  const N delta = root(b[1] + N(o.eps)) / root(b[0] + N(o.eps)) * g;
  b[1] = b[1] * N(o.rho) + N(1 - o.rho) * delta * delta;
  w = w - N(o.lr) * delta;
}

template <class N>
HWY_INLINE void apply(const ASGD& o, N& w, N g, N* b) {
  g = decayed(g, w, o.sign, o.decay);
  w = w * N(o.shrink) - N(o.eta) * g;
  b[0] = o.mu != 1 ? b[0] + (w - b[0]) * N(o.mu) : w;
}

template <class N>
HWY_INLINE void apply(const Rprop& o, N& w, N g, N* b) {
  g = decayed(g, w, o.sign, 0);
  const N turn = g * b[0];
  b[1] = smaller(larger(b[1] * by_sign(turn, N(o.eta_plus), N(1.0), N(o.eta_minus)), N(o.step_min)), N(o.step_max));
  g = by_sign(turn, g, g, N(0.0));
  w = w - by_sign(g, b[1], N(0.0), N(-1.0) * b[1]);
  b[0] = g;
}

template <class N>
HWY_INLINE void apply(const Lion& o, N& w, N g, N* b) {
  g = decayed(g, w, o.sign, 0);
  const N towards = b[0] * N(o.beta1) + N(1 - o.beta1) * g;
  w = w * N(o.shrink) - by_sign(towards, N(o.lr), N(0.0), N(-o.lr));
  b[0] = b[0] * N(o.beta2) + N(1 - o.beta2) * g;
}

// RMSprop alone asks which of its buffers there are.
template <class Rule, class N>
HWY_INLINE void apply_to(const Rule& rule, N& w, N g, N* b, bool second) {
  if constexpr (requires { apply(rule, w, g, b, second); }) apply(rule, w, g, b, second);
  else apply(rule, w, g, b);
}

template <class Rule>
HWY_INLINE void run(const Rule& rule, float* w, const float* g, float* const* b, std::size_t n) {
  map(n, w, [&](auto load, std::size_t i) HWY_ATTR {
    Floats vb[3], vw = load(w + i);
    for (int k = 0; k < 3; ++k)
      if (b[k]) vb[k] = load(b[k] + i);
    apply_to(rule, vw, Floats(load(g + i)), vb, b[1] != nullptr);
    for (int k = 0; k < 3; ++k)
      if (b[k]) store(load, vb[k].v, b[k] + i);
    return vw.v;
  });
}

template <class Rule>
void run(const Rule& rule, double* w, const double* g, double* const* b, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) {
    double vb[3] = {};
    for (int k = 0; k < 3; ++k)
      if (b[k]) vb[k] = b[k][i];
    apply_to(rule, w[i], g[i], vb, b[1] != nullptr);
    for (int k = 0; k < 3; ++k)
      if (b[k]) b[k][i] = vb[k];
  }
}

#define WICK_STEP(Rule) \
  void Rule##_f32(const Rule& rule, float* w, const float* g, float* const* b, std::size_t n) { run(rule, w, g, b, n); }
WICK_OPTIMIZER_RULES(WICK_STEP)
#undef WICK_STEP

}  // namespace HWY_NAMESPACE
}  // namespace wick::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace wick::kernels {

namespace {
constexpr std::int64_t kStepGrain = kGrain / 2;  // three to five arrays at once
}

#define WICK_STEP(Rule)                                                                                                       \
  HWY_EXPORT(Rule##_f32);                                                                                                     \
  void optimizer_step(const Rule& rule, float* w, const float* g, float* const b[3], std::int64_t n) {                        \
    split(n, kStepGrain, [&](std::int64_t i, std::int64_t m) {                                                                \
      float* const at[3] = {b[0] ? b[0] + i : nullptr, b[1] ? b[1] + i : nullptr, b[2] ? b[2] + i : nullptr};                 \
      HWY_DYNAMIC_DISPATCH(Rule##_f32)(rule, w + i, g + i, at, static_cast<std::size_t>(m));                                  \
    });                                                                                                                       \
  }                                                                                                                           \
  void optimizer_step(const Rule& rule, double* w, const double* g, double* const b[3], std::int64_t n) {                     \
    HWY_STATIC_DISPATCH(run)(rule, w, g, b, static_cast<std::size_t>(n));                                                     \
  }
WICK_OPTIMIZER_RULES(WICK_STEP)
#undef WICK_STEP

}  // namespace wick::kernels
#endif
