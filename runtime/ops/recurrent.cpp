// Recurrent layers: the walk through time and the walk back. Letters as in wick/ops/recurrent.h.
//
// A packed sequence has its longest members first, so step t concerns the first rows(t) of the B states. The states lie where
// h_n and c_n are given back: a sequence that has ended is left alone, one that a reverse walk has not reached holds h_0.

#include "wick/ops/recurrent.h"

#include <cstring>

#include "kernels/elementwise.h"
#include "kernels/gemm.h"
#include "kernels/reduce.h"
#include "ops/formula.h"

namespace wick {

namespace {

using kernels::Binary;
using kernels::Unary;

struct Walk {
  Recurrence kind;
  bool reverse;
  std::int64_t T, B, N, H, P;
  bool keeps;  // what the walk back needs, for every step; else for one

  std::int64_t gates() const { return kind == Recurrence::lstm ? 4 : kind == Recurrence::gru ? 3 : 1; }
  std::int64_t G() const { return gates() * H; }  // width of a row of gates
  std::int64_t kept_rows() const { return keeps ? N : B; }
  std::int64_t kept_width() const { return G() + P + (kind == Recurrence::lstm ? 2 * H : kind == Recurrence::gru ? H : 0); }
};

/// What each step leaves for the walk back, row by row.
template <class T>
struct Kept {
  T* gates;   // [N,G] after their sigmoid or tanh; an RNN's is h
  T* h_prev;  // [N,P]
  T* more;    // LSTM: c_prev [N,H]; GRU: the hidden part of gate n [N,H]
  T* tanh_c;  // LSTM: [N,H]
  Kept(const Walk& w, T* block) : gates(block), h_prev(gates + w.kept_rows() * w.G()), more(h_prev + w.kept_rows() * w.P), tanh_c(more + w.kept_rows() * w.H) {}
};

/// Calls fn(first row, rows) for every step, in the walk's order or against it.
template <class F>
void for_each_step(const Walk& w, const std::int64_t* batch_sizes, bool back, const F& fn) {
  const bool down = w.reverse != back;
  std::int64_t row = down ? w.N : 0;
  for (std::int64_t i = 0; i < w.T; ++i) {
    const std::int64_t n = batch_sizes ? batch_sizes[down ? w.T - 1 - i : i] : w.B;
    if (down) row -= n;
    fn(row, n);
    if (!down) row += n;
  }
}

template <class T>
void copy(const T* from, std::int64_t n, T* to) {
  if (n) std::memcpy(to, from, static_cast<std::size_t>(n) * sizeof(T));
}
/// to = from, or zeros.
template <class T>
void copy_or_zero(const T* from, std::int64_t n, T* to) {
  if (from) copy(from, n, to);
  else if (n) std::memset(to, 0, static_cast<std::size_t>(n) * sizeof(T));
}

/// c [n,N] (+)= a [n,K] b + bias with one b [K,N] for all steps: laid out for its kernel once.
template <class T>
class StepProduct {
 public:
  StepProduct(std::int64_t K, std::int64_t N, const T* b, std::int64_t b_k, std::int64_t b_n, bool many) : g_{0, N, K, nullptr, K, 1, b, b_k, b_n, nullptr, N} {
    if constexpr (std::is_same_v<T, float>) {
      if (!many) return;
      packed_ = empty(kernels::packed_b_size(K, N));
      kernels::pack_b(b, b_k, b_n, K, N, packed_.data<float>());
      g_.b = packed_.data<float>();
      g_.b_packed = true;
    }
  }
  void operator()(std::int64_t n, const T* a, T* c, bool accumulate, const T* bias = nullptr) const {
    kernels::Gemm<T> g = g_;
    g.M = n;
    g.a = a;
    g.c = c;
    g.accumulate = accumulate;
    g.bias_n = bias;
    kernels::gemm(g);
  }

 private:
  kernels::Gemm<T> g_;
  Tensor packed_;
};

/// c [M,N] = a^T [M,rows] b [rows,N]: a weight's gradient.
template <class T>
void transposed_product(const T* a, std::int64_t M, const T* b, std::int64_t N, std::int64_t rows, T* c) {
  kernels::gemm(kernels::Gemm<T>{M, N, rows, a, 1, M, b, N, 1, c, N});
}

/// The gates of an LSTM become their values, c moves on, hidden = o tanh(c).
template <class T>
void lstm_step(const Walk& w, std::int64_t n, T* gates, T* c, T* tanh_c, T* hidden) {
  const std::int64_t H = w.H;
  T* g = gates;
  for (std::int64_t r = 0; r < n; ++r, g += 4 * H, c += H) {
    kernels::unary(Unary::sigmoid, g, g, 2 * H);
    kernels::unary(Unary::tanh, g + 2 * H, g + 2 * H, H);
    kernels::unary(Unary::sigmoid, g + 3 * H, g + 3 * H, H);
    for (std::int64_t k = 0; k < H; ++k) c[k] = g[H + k] * c[k] + g[k] * g[2 * H + k];
  }
  kernels::unary(Unary::tanh, c - n * H, tanh_c, n * H);
  g = gates + 3 * H;
  for (std::int64_t r = 0; r < n; ++r, g += 4 * H)
    for (std::int64_t k = 0; k < H; ++k) hidden[r * H + k] = g[k] * tanh_c[r * H + k];
}

/// of_h [n,3H] is the hidden part of the gates; h moves on.
template <class T>
void gru_step(const Walk& w, std::int64_t n, T* gates, const T* of_h, T* of_n, T* h) {
  const std::int64_t H = w.H;
  for (std::int64_t r = 0; r < n; ++r, gates += 3 * H, of_h += 3 * H, of_n += H, h += H) {
    for (std::int64_t k = 0; k < 2 * H; ++k) gates[k] += of_h[k];
    kernels::unary(Unary::sigmoid, gates, gates, 2 * H);
    T* const candidate = gates + 2 * H;
    for (std::int64_t k = 0; k < H; ++k) {
      of_n[k] = of_h[2 * H + k];
      candidate[k] += gates[k] * of_n[k];
    }
    kernels::unary(Unary::tanh, candidate, candidate, H);
    for (std::int64_t k = 0; k < H; ++k) h[k] = candidate[k] + gates[H + k] * (h[k] - candidate[k]);
  }
}

template <class T>
T* data_or_null(Term t) {
  return t->defined() ? t->data<T>() : nullptr;
}

template <class T>
void walk(const Walk& w, const T* input, const T* weight_hh, const T* bias_hh, const T* h_0, const T* c_0, const T* weight_hr, const std::int64_t* batch_sizes,
          T* block, T* y) {
  T *const h = y + w.N * w.P, *const c = h + w.B * w.P;
  const bool lstm = w.kind == Recurrence::lstm, gru = w.kind == Recurrence::gru;
  copy_or_zero(h_0, w.B * w.P, h);
  if (lstm) copy_or_zero(c_0, w.B * w.H, c);
  const Tensor scratch = empty({gru ? w.B * w.G() : weight_hr ? w.B * w.H : 0}, dtype_of<T>::value);
  T* const extra = scratch.data<T>();
  const StepProduct<T> of_h(w.P, w.G(), weight_hh, 1, w.P, w.T > 1), project(w.H, w.P, weight_hr, 1, w.H, w.T > 1 && weight_hr);
  const Kept<T> all(w, block);
  for_each_step(w, batch_sizes, false, [&](std::int64_t row, std::int64_t n) {
    const std::int64_t at = w.keeps ? row : 0;
    T* const gates = all.gates + at * w.G();
    copy(input + row * w.G(), n * w.G(), gates);
    copy(h, n * w.P, all.h_prev + at * w.P);
    if (gru) {
      of_h(n, h, extra, false, bias_hh);
      gru_step(w, n, gates, extra, all.more + at * w.H, h);
    } else {
      of_h(n, h, gates, true, bias_hh);
      if (lstm) {
        copy(c, n * w.H, all.more + at * w.H);
        lstm_step(w, n, gates, c, all.tanh_c + at * w.H, weight_hr ? extra : h);
        if (weight_hr) project(n, extra, h, false);
      } else {
        kernels::unary(w.kind == Recurrence::rnn_relu ? Unary::relu : Unary::tanh, gates, gates, n * w.H);
        copy(gates, n * w.H, h);
      }
    }
    copy(h, n * w.P, y + row * w.P);
  });
}

// The walk back. dh and dc are the gradients of the states of the step after; each step turns them into those of the step before.

template <class T>
void lstm_back(const Walk& w, std::int64_t n, const T* gates, const T* c_prev, const T* tanh_c, const T* dhidden, T* dc, T* dgates) {
  const std::int64_t H = w.H;
  for (std::int64_t r = 0; r < n; ++r, gates += 4 * H, dgates += 4 * H, c_prev += H, tanh_c += H, dhidden += H, dc += H)
    for (std::int64_t k = 0; k < H; ++k) {
      const T i = gates[k], f = gates[H + k], g = gates[2 * H + k], o = gates[3 * H + k], t = tanh_c[k];
      const T d = dc[k] + dhidden[k] * o * (1 - t * t);
      dgates[k] = d * g * i * (1 - i);
      dgates[H + k] = d * c_prev[k] * f * (1 - f);
      dgates[2 * H + k] = d * i * (1 - g * g);
      dgates[3 * H + k] = dhidden[k] * t * o * (1 - o);
      dc[k] = d * f;
    }
}

/// dof_h is the gradient of the hidden part, which gate r has scaled in gate n; dh keeps the part that z lets through.
template <class T>
void gru_back(const Walk& w, std::int64_t n, const T* gates, const T* of_n, const T* h_prev, T* dh, T* dgates, T* dof_h) {
  const std::int64_t H = w.H;
  for (std::int64_t row = 0; row < n; ++row, gates += 3 * H, dgates += 3 * H, dof_h += 3 * H, of_n += H, h_prev += H, dh += H)
    for (std::int64_t k = 0; k < H; ++k) {
      const T r = gates[k], z = gates[H + k], c = gates[2 * H + k];
      const T dn = dh[k] * (1 - z) * (1 - c * c);
      dgates[k] = dof_h[k] = dn * of_n[k] * r * (1 - r);
      dgates[H + k] = dof_h[H + k] = dh[k] * (h_prev[k] - c) * z * (1 - z);
      dgates[2 * H + k] = dn;
      dof_h[2 * H + k] = dn * r;
      dh[k] *= z;
    }
}

enum Input { kGates, kWeightHh, kBiasHh, kH0, kC0, kWeightHr };

template <class T>
void walk_back(const Walk& w, const T* dy, const T* weight_hh, const T* weight_hr, const std::int64_t* batch_sizes, T* block, Grads& d) {
  const bool lstm = w.kind == Recurrence::lstm, gru = w.kind == Recurrence::gru;
  constexpr DType dtype = dtype_of<T>::value;
  const auto made_or_own = [&](Input i, const Shape& shape) {  // a gradient that is needed on the way too
    T* p = d.make<T>(i);
    return p ? p : hold([&] { return empty(shape, dtype); })->template data<T>();
  };
  const auto own = [&](std::int64_t n) { return hold([&] { return empty({n}, dtype); })->template data<T>(); };
  T* const dgates = made_or_own(kGates, {w.N, w.G()});
  T* const dof_h = gru ? own(w.N * w.G()) : dgates;
  T* const dh = made_or_own(kH0, {w.B, w.P});
  T* const dc = lstm ? made_or_own(kC0, {w.B, w.H}) : nullptr;
  T* const dprojected = weight_hr ? own(w.N * w.P) : nullptr;
  T* const dhidden = weight_hr ? own(w.B * w.H) : dh;
  copy(dy + w.N * w.P, w.B * w.P, dh);
  if (lstm) copy(dy + w.N * w.P + w.B * w.P, w.B * w.H, dc);
  const StepProduct<T> to_h(w.G(), w.P, weight_hh, w.P, 1, w.T > 1), unproject(w.P, w.H, weight_hr, w.H, 1, w.T > 1 && weight_hr);
  const Kept<T> all(w, block);
  for_each_step(w, batch_sizes, true, [&](std::int64_t row, std::int64_t n) {
    const T* const gates = all.gates + row * w.G();
    T* const dg = dgates + row * w.G();
    kernels::binary(Binary::add, dh, 1, dy + row * w.P, 1, dh, n * w.P);
    if (weight_hr) {
      copy(dh, n * w.P, dprojected + row * w.P);
      unproject(n, dh, dhidden, false);
    }
    if (lstm) {
      lstm_back(w, n, gates, all.more + row * w.H, all.tanh_c + row * w.H, dhidden, dc, dg);
    } else if (gru) {
      gru_back(w, n, gates, all.more + row * w.H, all.h_prev + row * w.H, dh, dg, dof_h + row * w.G());
    } else {
      kernels::binary(w.kind == Recurrence::rnn_relu ? Binary::relu_grad : Binary::tanh_grad, dh, 1, gates, 1, dg, n * w.H);
    }
    to_h(n, dof_h + row * w.G(), dh, gru);
  });
  if (T* dweight = d.make<T>(kWeightHh)) transposed_product(dof_h, w.G(), all.h_prev, w.P, w.N, dweight);
  if (T* dbias = d.make<T>(kBiasHh)) kernels::reduce(kernels::Reduce::sum, dof_h, 1, w.N, w.G(), dbias);
  if (T* dweight = weight_hr ? d.make<T>(kWeightHr) : nullptr) {
    T* const hidden = own(w.N * w.H);
    for (std::int64_t r = 0; r < w.N; ++r)
      for (std::int64_t k = 0; k < w.H; ++k) hidden[r * w.H + k] = all.gates[r * w.G() + 3 * w.H + k] * all.tanh_c[r * w.H + k];
    transposed_product(dprojected, w.P, hidden, w.H, w.N, dweight);
  }
}

constexpr const char* kOp = "recurrent_walk";

void check_part(const char* what, const Tensor& t, const Tensor& input, const Shape& shape) {
  if (!t.defined()) return;
  check_same_dtype(kOp, "input", input, what, t);
  check(t.shape() == shape, ErrorKind::shape, "[{}] {} is {} for input {}; need {}.", kOp, what, t, input, shape);
}

/// The sizes, once everything fits.
Walk walk_of(Recurrence kind, bool reverse, const Tensor& input, const Tensor& weight_hh, const Tensor& bias_hh, const Tensor& h_0, const Tensor& c_0,
             const Tensor& weight_hr, const Tensor& batch_sizes) {
  check_floating(kOp, "input", input);
  check_floating(kOp, "weight_hh", weight_hh);
  const bool packed = batch_sizes.defined();
  check(input.dim() == (packed ? 2 : 3), ErrorKind::shape, "[{}] input is {}; need {}.", kOp, input, packed ? "[N,G*H] with batch_sizes" : "[T,B,G*H]");
  check(weight_hh.dim() == 2, ErrorKind::shape, "[{}] weight_hh is {}; need [G*H,P].", kOp, weight_hh);
  Walk w{kind, reverse, 0, 0, 0, 0, weight_hh.size(1), false};
  w.H = weight_hr.defined() ? weight_hr.size(-1) : w.P;
  check(!weight_hr.defined() || kind == Recurrence::lstm, ErrorKind::value, "[{}] weight_hr is given; only an LSTM has a projection.", kOp);
  check_part("weight_hh", weight_hh, input, {w.G(), w.P});
  check(input.size(-1) == w.G(), ErrorKind::shape, "[{}] input is {}; its last size must be {}, the first of weight_hh {}.", kOp, input, w.G(), weight_hh);
  if (packed) {
    check_index_dtype(kOp, "batch_sizes", batch_sizes);
    const std::vector<double> sizes = batch_sizes.to_vector();
    bool falls = batch_sizes.dim() == 1 && !sizes.empty();
    double total = 0, last = falls ? sizes[0] : 0;
    for (const double s : sizes) {
      falls = falls && s >= 1 && s <= last;
      total += last = s;
    }
    check(falls && total == static_cast<double>(input.size(0)), ErrorKind::value,
          "[{}] batch_sizes must be positive, must not grow and must add up to {}, the first size of input {}.", kOp, input.size(0), input);
    w.T = static_cast<std::int64_t>(sizes.size());
    w.B = static_cast<std::int64_t>(sizes[0]);
    w.N = input.size(0);
  } else {
    w.T = input.size(0);
    w.B = input.size(1);
    w.N = w.T * w.B;
  }
  check_part("bias_hh", bias_hh, input, {w.G()});
  check_part("h_0", h_0, input, {w.B, w.P});
  check_part("c_0", c_0, input, {w.B, w.H});
  check_part("weight_hr", weight_hr, input, {w.P, w.H});
  check(!c_0.defined() || kind == Recurrence::lstm, ErrorKind::value, "[{}] c_0 is given; only an LSTM has a cell state.", kOp);
  return w;
}

}  // namespace

Tensor detail::recurrent_walk(const Tensor& input, const Tensor& weight_hh, const Tensor& bias_hh, const Tensor& h_0, const Tensor& c_0,
                              const Tensor& weight_hr, const Tensor& batch_sizes, std::int64_t kind, bool reverse) {
  check(kind >= 0 && kind <= 3, ErrorKind::value, "[{}] kind is {}; need 0 (RNN, tanh), 1 (RNN, relu), 2 (LSTM) or 3 (GRU).", kOp, kind);
  Walk w = walk_of(static_cast<Recurrence>(kind), reverse, input, weight_hh, bias_hh, h_0, c_0, weight_hr, batch_sizes);
  const TensorList inputs{input, weight_hh, bias_hh, h_0, c_0, weight_hr};
  w.keeps = needs_grad(inputs);
  const Formula temporaries;
  const Term x = dense(input), whh = dense(weight_hh), bhh = dense(bias_hh), h = dense(h_0), c = dense(c_0), whr = dense(weight_hr), sizes = dense(batch_sizes);
  const Term block = hold([&] { return empty({w.kept_rows() * w.kept_width()}, input.dtype()); });
  Tensor y = empty({w.N * w.P + w.B * w.P + (w.kind == Recurrence::lstm ? w.B * w.H : 0)}, input.dtype());
  dispatch_floating(kOp, input.dtype(), [&]<class T>() {
    walk<T>(w, x->data<T>(), whh->data<T>(), data_or_null<T>(bhh), data_or_null<T>(h), data_or_null<T>(c), data_or_null<T>(whr), data_or_null<std::int64_t>(sizes),
            block->data<T>(), y.data<T>());
  });
  if (tracer) trace(kOp, y, {&*x, &*whh, &*bhh, &*h, &*c, &*whr, &*sizes}, {static_cast<double>(kind), reverse ? 1.0 : 0.0});
  const auto gradient = [w](Term dy, Grads& d) {
    dispatch_floating(kOp, dy->dtype(), [&]<class T>() {
      walk_back<T>(w, dy->data<T>(), d.kept(0)->data<T>(), data_or_null<T>(d.kept(1)), data_or_null<std::int64_t>(d.kept(2)), d.kept(3)->data<T>(), d);
    });
  };
  record_list(y, "RecurrentWalkBackward0", kFused, gradient, inputs).keep(weight_hh).keep(whr).keep(sizes).keep(block);
  return y;
}

RecurrentResult recurrent(Recurrence kind, const Tensor& input, const Tensor& weight_hh, const Tensor& bias_hh, const Tensor& h_0, const Tensor& c_0,
                          const Tensor& weight_hr, const Tensor& batch_sizes, bool reverse) {
  const Tensor y = detail::recurrent_walk(input, weight_hh, bias_hh, h_0, c_0, weight_hr, batch_sizes, static_cast<std::int64_t>(kind), reverse);
  const std::int64_t P = weight_hh.size(1), n = input.numel() / weight_hh.size(0) * P;
  Shape shape = input.shape();
  shape[shape.rank() - 1] = P;
  const std::int64_t B = batch_sizes.defined() ? static_cast<std::int64_t>(batch_sizes.select(0, 0).item()) : input.size(1);
  RecurrentResult r{y.narrow(0, 0, n).view(shape), y.narrow(0, n, B * P).view({B, P}), {}};
  if (kind == Recurrence::lstm) {
    const std::int64_t H = weight_hr.defined() ? weight_hr.size(1) : P;
    r.c_n = y.narrow(0, n + B * P, B * H).view({B, H});
  }
  return r;
}

namespace {

/// One step of a cell; rows are those of a batch, or one.
std::pair<Tensor, Tensor> cell(const char* op, Recurrence kind, const Tensor& input, const Tensor& h, const Tensor& c, const Tensor& w_ih, const Tensor& w_hh,
                               const Tensor& b_ih, const Tensor& b_hh) {
  check_floating(op, "input", input);
  check(input.dim() == 1 || input.dim() == 2, ErrorKind::shape, "[{}] input is {}; need [batch,input_size] or [input_size].", op, input);
  check_floating(op, "w_hh", w_hh);
  check(w_hh.dim() == 2, ErrorKind::shape, "[{}] w_hh is {}; need [gates * hidden_size,hidden_size].", op, w_hh);
  const bool single = input.dim() == 1;
  Shape state = input.shape();
  state[state.rank() - 1] = w_hh.size(1);
  for (const Tensor* t : {&h, &c}) {
    if (!t->defined()) continue;
    check(t->shape() == state, ErrorKind::shape, "[{}] hidden state is {} for input {}; need {}.", op, *t, input, state);
  }
  const auto rows = [single](const Tensor& t) { return single && t.defined() ? t.unsqueeze(0) : t; };
  const Tensor gates = linear(rows(input), w_ih, b_ih).unsqueeze(0);
  const RecurrentResult r = recurrent(kind, gates, w_hh, b_hh, rows(h), rows(c));
  return {r.output.reshape(state), r.c_n.defined() ? r.c_n.reshape(state) : Tensor()};
}

}  // namespace

std::pair<Tensor, Tensor> lstm_cell(const Tensor& input, const TensorList& hx, const Tensor& w_ih, const Tensor& w_hh, const Tensor& b_ih, const Tensor& b_hh) {
  check(hx.empty() || hx.size() == 2, ErrorKind::value, "[lstm_cell] hx has {} tensors; need h and c, or none.", hx.size());
  const bool given = !hx.empty();
  return cell("lstm_cell", Recurrence::lstm, input, given ? hx[0] : Tensor(), given ? hx[1] : Tensor(), w_ih, w_hh, b_ih, b_hh);
}
Tensor gru_cell(const Tensor& input, const Tensor& hx, const Tensor& w_ih, const Tensor& w_hh, const Tensor& b_ih, const Tensor& b_hh) {
  return cell("gru_cell", Recurrence::gru, input, hx, {}, w_ih, w_hh, b_ih, b_hh).first;
}
Tensor rnn_tanh_cell(const Tensor& input, const Tensor& hx, const Tensor& w_ih, const Tensor& w_hh, const Tensor& b_ih, const Tensor& b_hh) {
  return cell("rnn_tanh_cell", Recurrence::rnn_tanh, input, hx, {}, w_ih, w_hh, b_ih, b_hh).first;
}
Tensor rnn_relu_cell(const Tensor& input, const Tensor& hx, const Tensor& w_ih, const Tensor& w_hh, const Tensor& b_ih, const Tensor& b_hh) {
  return cell("rnn_relu_cell", Recurrence::rnn_relu, input, hx, {}, w_ih, w_hh, b_ih, b_hh).first;
}

}  // namespace wick
