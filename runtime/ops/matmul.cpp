// Matrix products. Transposed operands are read in place through their strides; leading dimensions are a batch.

#include "kernels/gemm.h"
#include "ops/formula.h"

namespace wick {

namespace {

// A matrix operand as the kernel takes it: rows and columns with one of the strides 1. Copies only if neither is.
Term gemm_operand(const Tensor& t) {
  const int r = t.dim();
  const std::int64_t rows = t.strides()[r - 2], cols = t.strides()[r - 1];
  if (rows == 1 || cols == 1 || t.shape()[r - 1] == 1 || t.shape()[r - 2] == 1) return t;
  return dense(t);
}

struct Strides {
  std::int64_t row, col;
};
// The kernel needs one unit stride even for a size-1 dimension, whose stride means nothing.
Strides gemm_strides(const Tensor& t) {
  const int r = t.dim();
  Strides s{t.strides()[r - 2], t.strides()[r - 1]};
  if (s.row != 1 && s.col != 1) (t.shape()[r - 1] == 1 ? s.col : s.row) = 1;
  return s;
}

// Where matrix i of a batch starts in t, whose own batch dimensions broadcast to it.
std::int64_t batch_place(const Tensor& t, const Shape& batch, std::int64_t i) {
  std::int64_t place = 0;
  for (int d = batch.rank() - 1; d >= 0; --d) {
    const int own = d - batch.rank() + t.dim() - 2;
    if (own >= 0 && t.shape()[own] != 1) place += i % batch[d] * t.strides()[own];
    i /= batch[d];
  }
  return place;
}

// [..., M, K] x [..., K, N] -> [..., M, N]; batch dimensions broadcast.
Tensor product(const Tensor& a, const Tensor& b) {
  const int ra = a.dim(), rb = b.dim();
  const std::int64_t M = a.shape()[ra - 2], K = a.shape()[ra - 1], N = b.shape()[rb - 1];
  Shape batch_a, batch_b;
  for (int i = 0; i < ra - 2; ++i) batch_a.push_back(a.shape()[i]);
  for (int i = 0; i < rb - 2; ++i) batch_b.push_back(b.shape()[i]);
  const Shape batch = broadcast_shapes("matmul", batch_a, batch_b);
  Shape shape = batch;
  shape.push_back(M);
  shape.push_back(N);
  const Formula temporaries;
  const Term x = gemm_operand(a), y = gemm_operand(b);
  Tensor out = empty(shape, a.dtype());
  if (tracer) trace("matmul", out, {&*x, &*y});
  const Strides sa = gemm_strides(x), sb = gemm_strides(y);
  // Batches that both operands step through evenly are one call; else each matrix is looked up.
  const auto even_step = [&](const Tensor& t, const Shape& own) -> std::int64_t {
    if (numel(own) == 1) return 0;
    if (!(own == batch)) return -1;
    std::int64_t expected = t.strides()[own.rank() - 1];
    for (int i = own.rank() - 1; i >= 0; --i) {
      if (own[i] != 1 && t.strides()[i] != expected) return -1;
      expected = (own[i] == 1 ? expected : t.strides()[i]) * own[i];
    }
    return own.back() == 1 && own.rank() > 1 ? -1 : t.strides()[own.rank() - 1];
  };
  const std::int64_t n = numel(batch), step_a = even_step(x, batch_a), step_b = even_step(y, batch_b);
  dispatch_floating("matmul", a.dtype(), [&]<class T>() {
    const kernels::Gemm<T> g{M, N, K, x->data<T>(), sa.row, sa.col, y->data<T>(), sb.row, sb.col, out.data<T>(), N};
    if (n == 1) return kernels::gemm(g);
    if (step_a >= 0 && step_b >= 0) return kernels::gemm_batched(g, n, step_a, step_b, M * N);
    kernels::gemm_each(g, n, [&](std::int64_t i) {
      kernels::Gemm<T> one = g;
      one.a += batch_place(x, batch, i);
      one.b += batch_place(y, batch, i);
      one.c += i * M * N;
      kernels::gemm(one);
    });
  });
  return out;
}

// How many rows of the last dimension x has, also where that is empty.
std::int64_t rows_of(const Tensor& x) { return around(x.shape(), x.dim() - 1).outer; }

// Matrices or batches of them; the gradient of either side is again such a product.
Tensor matrix_product(const char* node, const Tensor& a, const Tensor& b) {
  Tensor y = product(a, b);
  const auto gradient = [](Term dy, Grads& d, int i) {
    const Term other = hold([&] { return d.kept(1 - i)->transpose(-2, -1); });
    return i == 0 ? apply(matmul, dy, other) : apply(matmul, other, dy);
  };
  record(y, node, kKeepFactors, gradient, a, b);
  return y;
}

}  // namespace

Tensor matmul(const Tensor& x, const Tensor& other) {
  check_floating("matmul", "x", x);
  check_floating("matmul", "other", other);
  check_same_dtype("matmul", "x", x, "other", other);
  check(x.dim() >= 1 && other.dim() >= 1, ErrorKind::shape, "[matmul] x is {} and other is {}; need at least one dimension each. Use mul().", x,
        other);
  const std::int64_t ka = x.shape().back(), kb = other.shape()[other.dim() >= 2 ? other.dim() - 2 : 0];
  check(ka == kb, ErrorKind::shape, "[matmul] inner sizes differ: x is {}, other is {}; x's last size must equal other's {} one.{}", x, other,
        other.dim() >= 2 ? "second to last" : "only", other.dim() >= 2 && other.shape().back() == ka ? " Did you mean other transposed?" : "");
  if (x.dim() == 1 && other.dim() == 1) return matrix_product("DotBackward0", x.reshape({1, ka}), other.reshape({ka, 1})).reshape({});
  if (x.dim() == 1) return matrix_product("MvBackward0", x.unsqueeze(0), other).squeeze(-2);
  if (other.dim() == 1) return matrix_product("MvBackward0", x, other.unsqueeze(1)).squeeze(-1);
  if (x.dim() == 2 && other.dim() == 2) return matrix_product("MmBackward0", x, other);
  // [..., M, K] x [K, N] is one product of all rows.
  if (other.dim() == 2 && x.is_contiguous()) {
    Shape shape = x.shape();
    shape[shape.rank() - 1] = other.shape()[1];
    return matrix_product("MmBackward0", x.reshape({rows_of(x), ka}), other).reshape(shape);
  }
  return matrix_product("BmmBackward0", x, other);
}

Tensor linear(const Tensor& x, const Tensor& weight, const Tensor& bias) {
  check_floating("linear", "input", x);
  check_floating("linear", "weight", weight);
  check_same_dtype("linear", "input", x, "weight", weight);
  check(weight.dim() == 2, ErrorKind::shape, "[linear] weight is {}; need [out_features,in_features].", weight);
  const std::int64_t K = weight.shape()[1], N = weight.shape()[0];
  check(x.dim() >= 1 && x.shape().back() == K, ErrorKind::shape, "[linear] input is {}; its last size must be {}, the second size of weight {}.", x,
        K, weight);
  if (bias.defined()) {
    check_same_dtype("linear", "input", x, "bias", bias);
    check(bias.dim() == 1 && bias.shape()[0] == N, ErrorKind::shape, "[linear] bias is {}; need [{}], the first size of weight {}.", bias, N, weight);
  }
  Shape shape = x.shape();
  shape[shape.rank() - 1] = N;
  if (x.dim() != 2) {
    return linear(x.contiguous().reshape({rows_of(x), K}), weight, bias).reshape(shape);
  }
  // [M,K] x [N,K]^T + [N] -> [M,N]
  const Formula temporaries;
  const Term a = gemm_operand(x), w = gemm_operand(weight), b = dense(bias);
  const std::int64_t M = x.shape()[0];
  Tensor y = empty(shape, x.dtype());
  const Strides sa = gemm_strides(a), sw = gemm_strides(w);
  if (tracer) trace("linear", y, {&*a, &*w, &*b});
  dispatch_floating("linear", x.dtype(), [&]<class T>() {
    kernels::Gemm<T> g{M, N, K, a->data<T>(), sa.row, sa.col, w->data<T>(), sw.col, sw.row, y.data<T>(), N};
    g.bias_n = b->defined() ? b->data<T>() : nullptr;
    kernels::gemm(g);
  });
  const auto gradient = [](Term dy, Grads& d, int i) {
    if (i == 0) return apply(matmul, dy, d.kept(1));
    if (i == 2) return sum(dy, 0, false);
    return apply(matmul, hold([&] { return dy->t(); }), d.kept(0));
  };
  record(y, bias.defined() ? "AddmmBackward0" : "MmBackward0", kKeepFactors, gradient, x, weight, bias);
  return y;
}

}  // namespace wick
