// In-place writes: checked, versioned, and given their place in the graph. Every in-place form of an op is the op itself, then
// its result written over the tensor; a view passes the write on to the tensor whose memory it shows.

#include "kernels/copy.h"
#include "kernels/elementwise.h"
#include "ops/common.h"
#include "ops/formula.h"
#include "wick/ops/indexing.h"

namespace wick {

namespace {

// Which elements of its base a view shows.
struct Part {
  Shape shape;
  Dims strides;
  std::int64_t offset;  // from the base's first element
};
Part part_of(const TensorImpl& view) { return {view.shape, view.strides, view.offset - view.base->offset}; }

// A dense tensor's dimensions as they lie in memory, the outermost first; empty for the order they have.
Dims memory_order(const Tensor& t) {
  Dims order;
  if (t.is_contiguous()) return order;
  for (int d = 0; d < t.dim(); ++d) {
    order.push_back(d);
    for (int k = d; k > 0 && t.strides()[order[k - 1]] < t.strides()[order[k]]; --k) std::swap(order[k - 1], order[k]);
  }
  return order;
}

// The same elements as one line in that order, and back.
Term line_of(Term t, const Dims& order) { return reshape(order.empty() ? t : hold([&] { return t->permute(order); }), {t->numel()}); }
Term from_line(Term line, const Shape& shape, const Dims& order) {
  if (order.empty()) return reshape(line, shape);
  Shape lying;
  Dims back = order;
  for (int k = 0; k < order.rank(); ++k) {
    lying.push_back(shape[static_cast<int>(order[k])]);
    back[static_cast<int>(order[k])] = k;
  }
  const Term there = reshape(line, lying);
  return hold([&] { return there->permute(back); });
}

void check_dense(const char* op, const Tensor& base) {
  const Dims order = memory_order(base);
  check(order.empty() || base.detach().permute(order).is_contiguous(), ErrorKind::autograd,
        "[{}] a view of a tensor with strides {} is written in place where gradients are recorded; write to a copy, or make the tensor contiguous().", op,
        base.strides());
}

// Their places in the dense base's memory.
Term places(const Part& p) {
  const Term at = hold([&] { return empty({numel(p.shape)}, DType::int64); });
  auto* out = at->data<std::int64_t>();
  std::int64_t index[kMaxRank] = {}, place = p.offset;
  for (std::int64_t i = 0; i < at->numel(); ++i) {
    out[i] = place;
    for (int d = p.shape.rank() - 1; d >= 0; --d) {
      place += p.strides[d];
      if (++index[d] < p.shape[d]) break;
      place -= index[d] * p.strides[d];
      index[d] = 0;
    }
  }
  return at;
}
Term flat(Term t) { return reshape(t, {t->numel()}); }

// t, a view, takes its place in the graph from its base as that is now.
void record_view(const Tensor& t) {
  TensorImpl& v = *t.impl();
  v.epoch = v.base->epoch;
  if (v.unrecorded) return;
  v.grad_fn = nullptr;
  const EnableGradGuard guard;
  check_dense("backward", Tensor(v.base));
  const auto gradient = [p = part_of(v), order = memory_order(Tensor(v.base))](Term dy, Grads& g) {
    const Shape& shape = g.shape(0);
    return from_line(hold([&] { return index_add(zeros({numel(shape)}, dy), 0, places(p), flat(dy)); }), shape, order);
  };
  record(t, "AsStridedBackward0", kKeepNothing, gradient, Tensor(v.base));
}

// The base of a view, in part of which value was written, takes its new place in the graph.
void record_write(const Tensor& base, const Part& part, const Tensor& value) {
  const auto gradient = [part, order = memory_order(base)](Term dy, Grads& g, int i) {
    const Term at = places(part), all = line_of(dy, order);
    if (i == 0) return from_line(hold([&] { return index_fill(all, 0, at, 0.0); }), g.shape(0), order);
    return reshape(hold([&] { return index_select(all, 0, at); }), part.shape);
  };
  record(base, "CopySlices", kKeepNothing, gradient, base, value);
}

// Whether PyTorch would store a result of dtype from in a tensor of dtype to.
bool can_cast(DType from, DType to) {
  if (is_floating(from) && !is_floating(to)) return false;
  return from == DType::bool_ || to != DType::bool_;
}

// Writes value (of t's dtype, broadcast to its shape) over t's elements, and into the graph when gradients are recorded.
void store(const char* op, const Tensor& t, const Tensor& value) {
  for (int d = 0; d < t.dim(); ++d)
    check(t.strides()[d] != 0 || t.shape()[d] <= 1, ErrorKind::value,
          "[{}] unsupported operation: more than one element of the written-to tensor refers to a single memory location. Please clone() the tensor "
          "before performing the operation.",
          op);
  if (tracer) tracer->write(t, value);
  const bool shared = value.impl()->storage == t.impl()->storage;
  const Tensor v = shared ? value.detach().clone() : value.detach();  // a source that overlaps is read before it is written
  kernels::copy_strided(static_cast<int>(item_size(t.dtype())), v.raw_data(), v.expand(t.shape()).strides(), t.raw_data(), t.strides(), t.shape());
  bump_version(t);
  if (!grad_enabled() || !(t.requires_grad() || value.requires_grad())) return;
  // A node of its own even where value is a leaf.
  const Tensor whole = value.grad_fn() && value.shape() == t.shape() ? value : value.expand(t.shape());
  TensorImpl& i = *t.impl();
  check(!i.unrecorded, ErrorKind::autograd,
        "[{}] A view was created in no_grad mode and is being modified inplace with grad mode enabled. Make it outside no_grad, or write to a copy.", op);
  if (!i.base) {
    i.grad_fn = whole.grad_fn();
    ++i.epoch;
    return;
  }
  const Tensor base(i.base);
  check_dense(op, base);
  record_write(base, part_of(i), whole);
  ++base.impl()->epoch;
}

}  // namespace

Tensor in_place_operand(const char* op, const Tensor& t, bool recorded) {
  check_in_place(op, t);
  if (!recorded) return t;
  // What the gradient keeps of t must outlast the write.
  const Tensor before = t.detach().clone();
  before.impl()->grad_fn = t.grad_fn();
  return before;
}

void write_in_place(const char* op, const Tensor& t, const Tensor& result) {
  check(result.shape() == t.shape(), ErrorKind::shape, "[{}] output with shape {} doesn't match the broadcast shape {}.", op, t.shape(), result.shape());
  check(can_cast(result.dtype(), t.dtype()), ErrorKind::dtype, "[{}] result type {} can't be cast to the desired output type {}. Convert with to() first.", op,
        result.dtype(), t.dtype());
  if (!result.is_same(t)) store(op, t, result.to(t.dtype()));
}

void Tensor::refresh_view() const { record_view(*this); }

namespace {
// t = op(t, other).
Tensor& replace(const char* op, Tensor& t, const Tensor& other, Tensor (*fn)(const Tensor&, const Tensor&)) {
  const Tensor before = in_place_operand(op, t, needs_grad(t, other));
  check_defined(op, "other", other);
  return write_in_place(op, t, fn(before, other)), t;
}
}  // namespace

Tensor& Tensor::add_(const Tensor& other, double alpha) {
  // The fast case of gradient accumulation: same layout, nothing to record.
  if (!needs_grad(*this, other) && (!impl_->unrecorded || !grad_enabled()) && other.defined() && other.shape() == shape() && other.dtype() == dtype() && is_contiguous() &&
      other.is_contiguous() && is_floating_point()) {
    dispatch_floating("add_", dtype(), [&]<class T>() { kernels::axpby(alpha, other.data<T>(), 1, data<T>(), numel()); });
    if (tracer) tracer->write(*this, other);
    bump_version(*this);
    return *this;
  }
  return replace("add_", *this, alpha == 1 || !other.defined() ? other : other * alpha, operator+);
}
Tensor& Tensor::sub_(const Tensor& other, double alpha) {
  return replace("sub_", *this, alpha == 1 || !other.defined() ? other : other * alpha, operator-);
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
  check(broadcast_shapes("copy_", shape(), src.shape()) == shape(), ErrorKind::shape,
        "[copy_] src {} does not broadcast to the tensor written to, {}.", src, *this);
  if (src.is_same(*this)) return *this;
  const Tensor converted = src.to(dtype());
  if (!needs_grad(converted)) return store("copy_", *this, converted), *this;
  const Formula temporaries;
  const Tensor value = alias(converted, converted.shape(), converted.strides(), converted.impl()->offset);
  record(value, "CopyBackwards", kKeepNothing, [](Term dy, Grads&) { return dy; }, converted);
  return store("copy_", *this, value), *this;
}

Tensor& Tensor::fill_(double value) {
  check_in_place("fill_", *this);
  Tensor v = empty({}, dtype());
  kernels::cast(DType::float64, &value, dtype(), v.raw_data(), 1);
  return store("fill_", *this, v), *this;  // the value no longer depends on anything
}

Tensor& Tensor::zero_() { return fill_(0); }

namespace {
// t = view(t), of which only shape, strides and place in the graph are taken over.
template <class F>
Tensor& renamed(const char* op, Tensor& t, const F& view) {
  check_in_place(op, t);
  check(!tracer, ErrorKind::value, "[{}] cannot be frozen; use {} without the underscore.", op, op);
  const Tensor before = t.detach();
  before.impl()->grad_fn = t.grad_fn();
  const Tensor y = view(before);
  TensorImpl &to = *t.impl(), &from = *y.impl();
  to.shape = from.shape;
  to.strides = from.strides;
  to.contiguous = from.contiguous;
  if (grad_enabled()) to.grad_fn = from.grad_fn;
  bump_version(t);
  return t;
}
}  // namespace

Tensor& Tensor::t_() {
  return renamed("t_", *this, [](const Tensor& x) { return x.t(); });
}
Tensor& Tensor::transpose_(std::int64_t dim0, std::int64_t dim1) {
  return renamed("transpose_", *this, [&](const Tensor& x) { return x.transpose(dim0, dim1); });
}
Tensor& Tensor::swapaxes_(std::int64_t axis0, std::int64_t axis1) {
  return renamed("swapaxes_", *this, [&](const Tensor& x) { return x.transpose(axis0, axis1); });
}
Tensor& Tensor::squeeze_() {
  return renamed("squeeze_", *this, [](const Tensor& x) { return x.squeeze(); });
}
Tensor& Tensor::squeeze_(std::int64_t dim) {
  return renamed("squeeze_", *this, [&](const Tensor& x) { return x.squeeze(dim); });
}
Tensor& Tensor::unsqueeze_(std::int64_t dim) {
  return renamed("unsqueeze_", *this, [&](const Tensor& x) { return x.unsqueeze(dim); });
}

}  // namespace wick
