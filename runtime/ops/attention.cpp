// Attention: the weights as one pass over the scores, and a sequence's attention to itself from packed projections.

#include "wick/ops/attention.h"

#include <algorithm>
#include <cmath>

#include "kernels/gemm.h"
#include "kernels/random.h"
#include "kernels/reduce.h"
#include "kernels/split.h"
#include "ops/formula.h"

namespace wick {

namespace {

/// A mask seen under the shape [..., L, S] of the scores.
class Mask {
 public:
  Mask(const char* op, const Tensor& mask, const Shape& scores, DType dtype) {
    if (!mask.defined()) return;
    check(mask.dtype() == DType::bool_ || mask.dtype() == dtype, ErrorKind::dtype,
          "[{}] attn_mask is {} for scores of {}; need bool, true where a query may look, or the scores' dtype.", op, mask, dtype);
    bool fits = mask.dim() <= scores.rank();
    for (int i = 1; fits && i <= mask.dim(); ++i) fits = mask.size(-i) == 1 || mask.size(-i) == scores[scores.rank() - i];
    check(fits, ErrorKind::shape, "[{}] attn_mask is {}; it must broadcast to the scores' {}.", op, mask, scores);
    view_ = mask.detach().expand(scores);
  }
  /// scores += row l of mask i, or -inf where that forbids.
  template <class T>
  void apply(std::int64_t i, std::int64_t l, T* scores, std::int64_t n) const {
    if (!view_.defined()) return;
    const int r = view_.dim();
    const std::int64_t step = view_.strides()[r - 1];
    std::int64_t place = l * view_.strides()[r - 2];
    for (int d = r - 3; d >= 0; --d) {
      place += i % view_.shape()[d] * view_.strides()[d];
      i /= view_.shape()[d];
    }
    if (view_.dtype() == DType::bool_) {
      const bool* m = view_.data<bool>() + place;
      for (std::int64_t j = 0; j < n; ++j)
        if (!m[j * step]) scores[j] = -static_cast<T>(__builtin_inf());
    } else {
      const T* m = view_.data<T>() + place;
      for (std::int64_t j = 0; j < n; ++j) scores[j] += m[j * step];
    }
  }

 private:
  Tensor view_;
};

/// softmax(scale s + mask i) of the rows of one [L,S], from s to y, which may be s. The kernel gives 0 for a score of -inf.
template <class T>
void weigh(const T* s, std::int64_t L, std::int64_t S, double scale, const Mask& mask, std::int64_t i, bool causal, T* y) {
  const T factor = static_cast<T>(scale);
  for (std::int64_t l = 0; l < L; ++l) {
    const T* from = s + l * S;
    T* const to = y + l * S;
    const std::int64_t n = causal ? std::min(l + 1, S) : S;
    for (std::int64_t j = 0; j < n; ++j) to[j] = from[j] * factor;
    mask.apply(i, l, to, n);
    for (std::int64_t j = n; j < S; ++j) to[j] = -static_cast<T>(__builtin_inf());
  }
  kernels::softmax(y, L, S, y);
}

template <class T>
void scale_by(T* x, std::int64_t n, double factor) {
  const T f = static_cast<T>(factor);
  for (std::int64_t i = 0; i < n; ++i) x[i] *= f;
}

/// Gradient of the scores before their scale, from that of the weights w.
Tensor scores_gradient(const Tensor& dw, const Tensor& w) { return w * (dw - (dw * w).sum(-1, true)); }

struct WeightsGradient {
  double scale;
  void operator()(Term dy, Grads& d) const {
    const Term y = d.kept(0);
    const std::int64_t S = y->size(-1), rows = S ? y->numel() / S : 0;
    const Term ds = hold([&] { return empty(y->shape(), y->dtype()); });
    dispatch_floating("attention_weights", dy->dtype(), [&]<class T>() {
      kernels::softmax_grad(dy->data<T>(), y->data<T>(), rows, S, ds->data<T>());
      if (d.needs(1)) d[1] = d.needs(0) ? ds->clone() : *ds;
      if (d.needs(0)) scale_by(ds->data<T>(), rows * S, scale);
    });
    if (d.needs(0)) d[0] = ds;
  }
  void twice(Term dy, Grads& d) const {
    const Tensor ds = scores_gradient(dy, d.kept(0));
    if (d.needs(0)) d[0] = ds * scale;
    if (d.needs(1)) d[1] = ds;
  }
};

/// Items that a chunk of parallel work holds when one costs so many flops.
std::int64_t items_per_chunk(double cost, std::int64_t n) {
  return std::clamp<std::int64_t>(static_cast<std::int64_t>(kernels::task_flops() / std::max(cost, 1.0)), 1, std::max<std::int64_t>(1, n));
}

}  // namespace

Tensor attention_weights(const Tensor& scores, const Tensor& attn_mask, double scale, bool is_causal) {
  constexpr const char* op = "attention_weights";
  check_floating(op, "scores", scores);
  check(scores.dim() >= 2, ErrorKind::shape, "[{}] scores is {}; need [...,L,S].", op, scores);
  const std::int64_t L = scores.size(-2), S = scores.size(-1), matrices = L > 0 && S > 0 ? scores.numel() / (L * S) : 0;
  const Mask mask(op, attn_mask, scores.shape(), scores.dtype());
  const Formula temporaries;
  const Term x = dense(scores);
  Tensor y = empty(scores.shape(), scores.dtype());
  dispatch_floating(op, scores.dtype(), [&]<class T>() {
    constexpr double kFlopsPerExp = 32;
    kernels::split(matrices, items_per_chunk(kFlopsPerExp * static_cast<double>(L * S), matrices), [&](std::int64_t first, std::int64_t n) {
      for (std::int64_t i = first; i < first + n; ++i) weigh(x->data<T>() + i * L * S, L, S, scale, mask, i, is_causal, y.data<T>() + i * L * S);
    });
  });
  if (tracer) trace(op, y, {&*x, &attn_mask}, {scale, is_causal ? 1.0 : 0.0});
  record(y, "AttentionWeightsBackward0", kKeepResult | kFused, WeightsGradient{scale}, scores, attn_mask);
  return y;
}

Tensor scaled_dot_product_attention(const Tensor& query, const Tensor& key, const Tensor& value, const Tensor& attn_mask, double dropout_p, bool is_causal,
                                    std::optional<double> scale) {
  constexpr const char* op = "scaled_dot_product_attention";
  check_floating(op, "query", query);
  for (const auto& [what, t] : {std::pair("key", &key), std::pair("value", &value)}) {
    check_floating(op, what, *t);
    check_same_dtype(op, "query", query, what, *t);
  }
  const bool ranks = query.dim() >= 2 && key.dim() >= 2 && value.dim() >= 2;
  check(ranks && key.size(-1) == query.size(-1), ErrorKind::shape, "[{}] query is {}, key is {}; need [...,L,E] and [...,S,E].", op, query, key);
  check(value.size(-2) == key.size(-2), ErrorKind::shape, "[{}] key is {}, value is {}; need [...,S,E] and [...,S,Ev].", op, key, value);
  check(!(is_causal && attn_mask.defined()), ErrorKind::value, "[{}] attn_mask is given and is_causal is true; need one of them.", op);
  const double by_width = 1 / std::sqrt(static_cast<double>(std::max<std::int64_t>(1, query.size(-1))));
  Tensor scores = query.matmul(key.transpose(-2, -1));
  if (attn_mask.defined()) scores = scores.expand(broadcast_shapes(op, scores.shape(), attn_mask.shape()));
  return dropout(attention_weights(scores, attn_mask, scale.value_or(by_width), is_causal), dropout_p).matmul(value);
}

namespace {

/// B sequences of T places with heads of width D = E / heads; one item is one head of one sequence.
struct Heads {
  std::int64_t B, T, E, heads, D;
  bool causal;
  double scale, dropout_p;
  kernels::PhiloxState random;

  std::int64_t items() const { return B * heads; }
  std::int64_t per_chunk() const { return items_per_chunk(4.0 * static_cast<double>(T * T) * static_cast<double>(D), items()); }
  std::int64_t chunks() const { return (items() + per_chunk() - 1) / per_chunk(); }
  /// Where item i's query begins in [B,T,3E]; its key and value lie E and 2E behind.
  std::int64_t in_qkv(std::int64_t i) const { return i / heads * T * 3 * E + i % heads * D; }
  std::int64_t in_out(std::int64_t i) const { return i / heads * T * E + i % heads * D; }
  template <class T_>
  void drop(std::int64_t i, const T_* x, T_* y) const {  // a head draws whole blocks of the stream
    kernels::dropout({random.key, random.counter + static_cast<std::uint64_t>(i * ((T * T + 3) / 4))}, x, y, T * T, dropout_p);
  }
  /// fn(item, chunk) for every item.
  template <class F>
  void each(const F& fn) const {
    const std::int64_t step = per_chunk(), n = items();
    kernels::split(n, step, [&](std::int64_t first, std::int64_t count) {
      for (std::int64_t i = first; i < first + count; ++i) fn(i, first / step);
    });
  }
};

template <class T>
void attend(const Heads& h, const T* qkv, const Mask& mask, T* weights, T* dropped, T* out) {
  const std::int64_t n = h.T, row = 3 * h.E;
  h.each([&](std::int64_t i, std::int64_t chunk) {
    const T *q = qkv + h.in_qkv(i), *k = q + h.E, *v = k + h.E;
    T *const w = weights + i * n * n, *used = w;
    kernels::gemm(kernels::Gemm<T>{n, n, h.D, q, row, 1, k, 1, row, w, n});
    weigh(w, n, n, h.scale, mask, i, h.causal, w);
    if (h.dropout_p > 0) h.drop(i, w, used = dropped + chunk * n * n);
    kernels::gemm(kernels::Gemm<T>{n, h.D, n, used, n, 1, v, row, 1, out + h.in_out(i), h.E});
  });
}

/// dscores [items,T,T] before the scale, kept only if all: else one place per chunk.
template <class T>
void attend_back(const Heads& h, const T* dout, const T* qkv, const T* weights, T* scratch, T* dscores, bool all, T* dqkv) {
  const std::int64_t n = h.T, row = 3 * h.E;
  h.each([&](std::int64_t i, std::int64_t chunk) {
    const T *q = qkv + h.in_qkv(i), *k = q + h.E, *v = k + h.E, *w = weights + i * n * n, *used = w, *dy = dout + h.in_out(i);
    T *dq = dqkv + h.in_qkv(i), *dk = dq + h.E, *dv = dk + h.E;
    T *const dw = scratch + chunk * n * n, *const ds = dscores + (all ? i : chunk) * n * n;
    if (h.dropout_p > 0) h.drop(i, w, dw), used = dw;
    kernels::gemm(kernels::Gemm<T>{n, h.D, n, used, 1, n, dy, h.E, 1, dv, row});
    kernels::gemm(kernels::Gemm<T>{n, n, h.D, dy, h.E, 1, v, 1, row, dw, n});
    if (h.dropout_p > 0) h.drop(i, dw, dw);
    kernels::softmax_grad(dw, w, n, n, ds);
    for (std::int64_t j = 0; j < n * n; ++j) dw[j] = ds[j] * static_cast<T>(h.scale);
    kernels::gemm(kernels::Gemm<T>{n, h.D, n, dw, n, 1, k, row, 1, dq, row});
    kernels::gemm(kernels::Gemm<T>{n, h.D, n, dw, 1, n, q, row, 1, dk, row});
  });
}

/// Places for one matrix of weights a chunk.
Tensor per_chunk(const Heads& h, DType dtype) { return empty({h.chunks(), h.T, h.T}, dtype); }

struct SelfAttentionGradient {
  Heads h;
  void operator()(Term dy, Grads& d) const {
    const bool to_mask = d.needs(1);
    const Term w = d.kept(2), scratch = hold([&] { return per_chunk(h, dy->dtype()); });
    const Term ds = hold([&] { return to_mask ? empty(w->shape(), w->dtype()) : per_chunk(h, w->dtype()); });
    dispatch_floating("self_attention", dy->dtype(), [&]<class T>() {
      T* dqkv = d.make<T>(0);
      if (!dqkv) dqkv = hold([&] { return empty({h.B, h.T, 3 * h.E}, dy->dtype()); })->template data<T>();
      attend_back(h, dy->data<T>(), d.kept(0)->data<T>(), w->data<T>(), scratch->data<T>(), ds->data<T>(), to_mask, dqkv);
    });
    if (to_mask) d[1] = ds;
  }
  void twice(Term dy, Grads& d) const {
    const Tensor parts = d.kept(0)->reshape({h.B, h.T, 3, h.heads, h.D}).permute({2, 0, 3, 1, 4});  // [3,B,heads,T,D]
    const Tensor q = parts[0], k = parts[1], v = parts[2], dout = dy->reshape({h.B, h.T, h.heads, h.D}).transpose(1, 2);
    const Tensor w = attention_weights(q.matmul(k.transpose(-2, -1)), d.kept(1), h.scale, h.causal);
    Tensor dw = dout.matmul(v.transpose(-2, -1)), used = w;
    if (h.dropout_p > 0) {
      const Tensor kept = ones(w.shape(), w.dtype());
      dispatch_floating("self_attention", w.dtype(), [&]<class T>() {
        for (std::int64_t i = 0; i < h.items(); ++i) h.drop(i, kept.data<T>() + i * h.T * h.T, kept.data<T>() + i * h.T * h.T);
      });
      dw = dw * kept;
      used = w * kept;
    }
    const Tensor ds = scores_gradient(dw, w), scaled = ds * h.scale;
    const Tensor dparts = stack({scaled.matmul(k), scaled.transpose(-2, -1).matmul(q), used.transpose(-2, -1).matmul(dout)});
    if (d.needs(0)) d[0] = dparts.permute({1, 3, 0, 2, 4}).reshape({h.B, h.T, 3 * h.E});
    if (d.needs(1)) d[1] = ds;
  }
};

}  // namespace

Tensor self_attention(const Tensor& qkv, std::int64_t num_heads, const Tensor& attn_mask, double dropout_p, bool is_causal) {
  constexpr const char* op = "self_attention";
  check_floating(op, "qkv", qkv);
  check(qkv.dim() == 3 && qkv.size(2) % 3 == 0, ErrorKind::shape, "[{}] qkv is {}; need [B,T,3*E].", op, qkv);
  const std::int64_t B = qkv.size(0), T = qkv.size(1), E = qkv.size(2) / 3;
  check(num_heads > 0 && E % num_heads == 0, ErrorKind::value, "[{}] num_heads is {} for qkv {}; it must divide {}.", op, num_heads, qkv, E);
  check(dropout_p >= 0 && dropout_p <= 1, ErrorKind::value, "[{}] dropout_p is {}; need 0 <= dropout_p <= 1.", op, dropout_p);
  Heads h{B, T, E, num_heads, E / num_heads, is_causal, 1, dropout_p, {}};
  h.scale = 1 / std::sqrt(static_cast<double>(std::max<std::int64_t>(1, h.D)));
  if (dropout_p > 0) {
    Generator& g = default_generator();
    const std::uint64_t place = g.reserve(h.items() * ((T * T + 3) / 4 * 4));
    h.random = {g.seed(), place};
  }
  const Shape scores{B, num_heads, T, T};
  const Mask mask(op, attn_mask, scores, qkv.dtype());
  const Formula temporaries;
  const Term x = dense(qkv), weights = hold([&] { return empty(scores, qkv.dtype()); });
  const Tensor dropped = dropout_p > 0 ? per_chunk(h, qkv.dtype()) : empty({0}, qkv.dtype());
  Tensor y = empty({B, T, E}, qkv.dtype());
  dispatch_floating(op, qkv.dtype(), [&]<class T_>() {
    attend(h, x->data<T_>(), mask, weights->data<T_>(), dropped.data<T_>(), y.data<T_>());
  });
  if (tracer) trace(op, y, {&*x, &attn_mask}, {static_cast<double>(num_heads), dropout_p, is_causal ? 1.0 : 0.0});
  record(y, "SelfAttentionBackward0", kKeepFirst | kKeepSecond | kFused, SelfAttentionGradient{h}, qkv, attn_mask).keep(weights);
  return y;
}

}  // namespace wick
