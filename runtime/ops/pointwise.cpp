#include "ops/pointwise.h"

#include "ops/broadcast.h"

namespace wick {

Tensor floating(const char* op, const Tensor& x) {
  check_defined(op, "x", x);
  if (is_integral(x.dtype())) return x.to(DType::float32);
  check_floating(op, "x", x);
  return x;
}

Tensor pointwise(const char* op, double (*fn)(double), const Tensor& x) {
  const Formula temporaries;
  const Term xc = dense(x);
  Tensor y = empty_like(x);
  dispatch_floating(op, x.dtype(), [&]<class T>() {
    const T* from = xc->data<T>();
    T* to = y.data<T>();
    for (std::int64_t i = 0; i < y.numel(); ++i) to[i] = static_cast<T>(fn(from[i]));
  });
  if (tracer) trace(op, y, {&*xc});
  return y;
}

namespace {
// out = fn(x, y), which broadcast; all are of T.
template <class T, class F>
void run(Runs& r, F fn, const Tensor& x, const Tensor& y, const Tensor& out) {
  const T *px = x.data<T>(), *py = y.data<T>();
  while (r.next()) {
    T* to = out.data<T>() + r.out;
    for (std::int64_t i = 0; i < r.n; ++i) to[i] = static_cast<T>(fn(px[r.at[0] + i * r.step[0]], py[r.at[1] + i * r.step[1]]));
  }
}

Tensor broadcast(const char* op, double (*fn)(double, double), const Tensor& x, const Tensor& y, DType dtype) {
  Runs r(op, {&x, &y});
  Tensor out = empty(r.shape(), dtype);
  dispatch_floating(op, dtype, [&]<class T>() { run<T>(r, fn, x, y, out); });
  return out;
}
}  // namespace

Tensor pointwise(const char* op, double (*fn)(double, double), const Tensor& x, double p) {
  const Formula temporaries;
  const Term xc = dense(x);
  Tensor y = empty_like(x);
  dispatch_floating(op, x.dtype(), [&]<class T>() {
    for (std::int64_t i = 0; i < y.numel(); ++i) y.data<T>()[i] = static_cast<T>(fn(xc->data<T>()[i], p));
  });
  if (tracer) trace(op, y, {&*xc}, {p});
  return y;
}

Tensor pointwise(const char* op, double (*fn)(double, double), const Tensor& a, const Tensor& b) {
  check_defined(op, "x", a);
  check_defined(op, "other", b);
  DType dtype = result_type(a, b);
  if (!is_floating(dtype)) dtype = DType::float32;
  const Formula temporaries;
  const Term x = plain(a, dtype), y = plain(b, dtype);
  Tensor out = broadcast(op, fn, x, y, dtype);
  if (tracer) trace(op, out, {&*x, &*y});
  return out;
}

Tensor pointwise(const char* op, std::int64_t (*fn)(std::int64_t, std::int64_t), const Tensor& a, const Tensor& b, DType dtype) {
  const Formula temporaries;
  const Term x = plain(a, DType::int64), y = plain(b, DType::int64);
  Runs r(op, {&*x, &*y});
  Tensor out = empty(r.shape(), DType::int64);
  run<std::int64_t>(r, fn, x, y, out);
  out = out.to(dtype);
  if (tracer) trace(op, out, {&a, &b});  // in their own dtypes, which decide that of the result
  return out;
}

Tensor unary_op(const char* op, kernels::Unary kind, const Tensor& x, double p, double q) {
  check_floating(op, "x", x);
  const Formula temporaries;
  const Term xc = dense(x);
  Tensor y = empty_like(x);
  dispatch_floating(op, x.dtype(), [&]<class T>() { kernels::unary(kind, xc->data<T>(), y.data<T>(), y.numel(), p, q); });
  if (tracer) trace(op, y, {&*xc}, {kind == kernels::Unary::gelu_tanh ? 1 : p, q});
  return y;
}

Tensor with_slope(Tensor y, const char* node, const Tensor& x, Keep keep, Term (*slope)(Term dy, Term kept)) {
  record(y, node, keep, [slope](Term dy, Grads& d) { return slope(dy, d.kept(0)); }, x);
  return y;
}

Tensor with_zero_slope(Tensor y, const char* node, const Tensor& x) {
  record(y, node, kKeepNothing, [](Term dy, Grads&) { return no_slope(dy); }, x);
  return y;
}

Term no_slope(Term dy) {
  return hold([&] { return with_zero_slope(zeros_like(*dy), "ZerosBackward0", dy); });
}

}  // namespace wick
