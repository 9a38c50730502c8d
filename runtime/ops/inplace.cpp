// In-place writes: checked, versioned, and given a place in the graph when an operand requires grad.

#include "kernels/copy.h"
#include "kernels/elementwise.h"
#include "ops/broadcast.h"
#include "ops/common.h"

namespace wick {

namespace {

// Writes value (already of t's shape and dtype) over t's elements.
void store(const Tensor& t, const Tensor& value) {
  const Tensor v = value.detach();
  if (tracer) tracer->write(t, value);
  kernels::copy_strided(static_cast<int>(item_size(t.dtype())), v.raw_data(), v.expand(t.shape()).strides(), t.raw_data(), t.strides(), t.shape());
  bump_version(t);
}

void check_fits(const char* op, const Tensor& t, const Tensor& other) {
  check(broadcast_shapes(op, t.shape(), other.shape()) == t.shape(), ErrorKind::shape,
        "[{}] other {} does not broadcast to the tensor written to, {}.", op, other, t);
}

// t = op(t, other), taking t's new place in the graph from the out-of-place result.
Tensor& replace(const char* op, Tensor& t, const Tensor& other, Tensor (*fn)(const Tensor&, const Tensor&)) {
  check_in_place(op, t);
  check_defined(op, "other", other);
  check_fits(op, t, other);
  const Tensor result = fn(t, other);
  check(result.dtype() == t.dtype() || is_floating(t.dtype()), ErrorKind::dtype,
        "[{}] the result is {} and cannot be stored in {}. Convert with to() first.", op, result.dtype(), t);
  store(t, result.dtype() == t.dtype() ? result : result.detach().to(t.dtype()));
  if (result.grad_fn()) {
    check(!t.impl()->is_view, ErrorKind::autograd, "[{}] a view is written in place with a result that requires grad; write to a copy.", op);
    t.impl()->grad_fn = result.grad_fn();
  }
  return t;
}

}  // namespace

Tensor& Tensor::add_(const Tensor& other, double alpha) {
  // The fast case of gradient accumulation: same layout, nothing to record.
  if (!needs_grad(*this, other) && other.defined() && other.shape() == shape() && other.dtype() == dtype() && is_contiguous() &&
      other.is_contiguous() && is_floating_point()) {
    dispatch_floating("add_", dtype(), [&]<class T>() { kernels::axpby(alpha, other.data<T>(), 1, data<T>(), numel()); });
    if (tracer) tracer->write(*this, other);
    bump_version(*this);
    return *this;
  }
  return replace("add_", *this, alpha == 1 ? other : other * alpha, operator+);
}
Tensor& Tensor::sub_(const Tensor& other, double alpha) {
  return replace("sub_", *this, alpha == 1 ? other : other * alpha, operator-);
}
Tensor& Tensor::mul_(const Tensor& other) {
  return replace("mul_", *this, other, wick::mul);
}
Tensor& Tensor::div_(const Tensor& other) {
  return replace("div_", *this, other, wick::div);
}

Tensor& Tensor::copy_(const Tensor& src) {
  check_in_place("copy_", *this);
  check_defined("copy_", "src", src);
  check_fits("copy_", *this, src);
  const Tensor converted = src.to(dtype());
  store(*this, converted);
  if (grad_enabled() && (requires_grad() || converted.requires_grad())) {
    check(!impl_->is_view, ErrorKind::autograd, "[copy_] a view is written in place with a source that requires grad; write to a copy.");
    impl_->grad_fn = nullptr;
    record(*this, "CopyBackwards", kKeepNothing, [](Term dy, Grads&) { return dy; }, converted);
  }
  return *this;
}

Tensor& Tensor::fill_(double value) {
  check_in_place("fill_", *this);
  Tensor v = empty({}, dtype());
  kernels::cast(DType::float64, &value, dtype(), v.raw_data(), 1);
  store(*this, v);
  if (grad_enabled()) impl_->grad_fn = nullptr;  // the value no longer depends on anything
  return *this;
}

Tensor& Tensor::zero_() { return fill_(0); }

}  // namespace wick
