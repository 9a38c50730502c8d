// Views: new shape, strides and offset on the same storage. Each gradient is a view or scatter of the result's.

#include "kernels/copy.h"
#include "ops/formula.h"

namespace wick {

Tensor alias(const Tensor& t, const Shape& shape, const Dims& strides, std::int64_t offset) {
  Tensor v(make_ref<TensorImpl>(t.impl()->storage, shape, strides, offset, t.dtype()));
  TensorImpl& i = *v.impl();
  i.is_number = t.impl()->is_number;
  if (i.inference) return v;
  const bool recorded = grad_enabled();
  i.unrecorded = !recorded || t.impl()->unrecorded;
  if (recorded || t.requires_grad()) {  // else nothing will follow from a write, and the memory is the view's alone to keep
    i.base = t.impl()->base ? t.impl()->base : t.ref();
    i.epoch = i.base->epoch;
  }
  return v;
}

namespace {

// Strides that show x under the new shape without a copy; false if there are none. Splits and joins only runs of
// dimensions that are contiguous among themselves.
bool view_strides(const Tensor& x, const Shape& shape, Dims& out) {
  out = Dims::filled(shape.rank(), 1);
  if (x.numel() == 0) {
    out = contiguous_strides(shape);
    return true;
  }
  int to = shape.rank() - 1;
  std::int64_t chunk_stride = x.dim() ? x.strides().back() : 1, chunk = 1, covered = 1;
  for (int from = x.dim() - 1; from >= 0; --from) {
    chunk *= x.shape()[from];
    const bool ends = from == 0 || (x.shape()[from - 1] != 1 && x.strides()[from - 1] != chunk * chunk_stride);
    if (!ends) continue;
    while (to >= 0 && (covered < chunk || shape[to] == 1)) {
      out[to] = covered * chunk_stride;
      covered *= shape[to--];
    }
    if (covered != chunk) return false;
    if (from > 0) chunk_stride = x.strides()[from - 1], chunk = covered = 1;
  }
  while (to >= 0 && shape[to] == 1) --to;
  return to < 0;
}

Shape infer_shape(const char* op, const Tensor& x, const Shape& asked) {
  Shape shape = asked;
  int unknown = -1;
  std::int64_t known = 1;
  for (int i = 0; i < shape.rank(); ++i) {
    if (shape[i] == -1) {
      check(unknown < 0, ErrorKind::shape, "[{}] shape {} has more than one -1.", op, asked);
      unknown = i;
    } else {
      known = checked_mul(known, shape[i]);
    }
  }
  if (unknown >= 0 && known > 0) shape[unknown] = x.numel() / known;
  check((unknown < 0 || known > 0) && numel(shape) == x.numel(), ErrorKind::shape, "[{}] shape {} is invalid for input {} with {} elements.", op,
        asked, x, x.numel());
  return shape;
}

// y takes its gradient on to x.
Tensor as_is(const char* name, const Tensor& y, const Tensor& x) {
  record(y, name, kKeepNothing, [](Term dy, Grads&) { return dy; }, x);
  return y;
}

// The same elements in the same order under a new shape.
Tensor reshaped(const char* name, const Tensor& x, const Shape& shape, const Dims& strides) {
  Tensor y = alias(x, shape, strides, x.impl()->offset);
  record(y, name, kKeepNothing, [](Term dy, Grads& d) { return reshape(dy, d.shape(0)); }, x);
  return y;
}

}  // namespace

Tensor Tensor::view(const Shape& asked) const {
  const Shape to = infer_shape("view", *this, asked);
  Dims strides;
  check(view_strides(*this, to, strides), ErrorKind::shape, "[view] shape {} is not a view of {} with strides {}; use reshape().", to, *this,
        impl_->strides);
  return reshaped("ViewBackward0", *this, to, strides);
}

Tensor Tensor::reshape(const Shape& asked) const {
  const Shape to = infer_shape("reshape", *this, asked);
  if (to == shape()) return *this;
  Dims strides;
  if (view_strides(*this, to, strides)) return reshaped("ReshapeAliasBackward0", *this, to, strides);
  return clone().view(to);
}

Tensor flatten(const Tensor& x, std::int64_t start_dim, std::int64_t end_dim) {
  check_defined("flatten", "x", x);
  const int start = wrap_dim("flatten", start_dim, x.dim()), end = wrap_dim("flatten", end_dim, x.dim());
  check(start <= end, ErrorKind::value, "[flatten] start_dim {} comes after end_dim {} for input {}.", start_dim, end_dim, x);
  if (x.dim() == 0) return x.reshape({1});
  if (start == end) return x;
  Shape to;
  std::int64_t joined = 1;
  for (int i = 0; i < x.dim(); ++i) {
    if (i >= start && i <= end) joined *= x.shape()[i];
    if (i < start || i > end) to.push_back(x.shape()[i]);
    if (i == end) to.push_back(joined);
  }
  return x.reshape(to);
}

Tensor Tensor::permute(const Dims& dims) const {
  check(dims.rank() == dim(), ErrorKind::shape, "[permute] dims {} for input {}; need one entry per dimension.", dims, *this);
  Shape to;
  Dims st, inverse = dims, seen;
  for (int i = 0; i < dim(); ++i) {
    const int d = wrap_dim("permute", dims[i], dim());
    check(!seen.contains(d), ErrorKind::value, "[permute] dims {} names dimension {} twice.", dims, d);
    seen.push_back(d);
    to.push_back(shape()[d]);
    st.push_back(strides()[d]);
    inverse[d] = i;
  }
  Tensor y = alias(*this, to, st, impl_->offset);
  record(y, "PermuteBackward0", kKeepNothing, [inverse](Term dy, Grads&) { return hold([&] { return dy->permute(inverse); }); }, *this);
  return y;
}

namespace {
Tensor swap_dims(const Tensor& x, int a, int b, const char* name) {
  Shape to = x.shape();
  Dims st = x.strides();
  if (x.dim()) std::swap(to[a], to[b]), std::swap(st[a], st[b]);
  Tensor y = alias(x, to, st, x.impl()->offset);
  record(y, name, kKeepNothing, [a, b](Term dy, Grads&) { return hold([&] { return dy->transpose(a, b); }); }, x);
  return y;
}
}  // namespace

Tensor Tensor::transpose(std::int64_t dim0, std::int64_t dim1) const {
  return swap_dims(*this, wrap_dim("transpose", dim0, dim()), wrap_dim("transpose", dim1, dim()), "TransposeBackward0");
}

Tensor Tensor::t() const {
  check(dim() <= 2, ErrorKind::shape, "[t] input is {}; need at most two dimensions. Use transpose().", *this);
  return dim() < 2 ? *this : swap_dims(*this, 0, 1, "TBackward0");
}

Tensor Tensor::slice(std::int64_t along, std::int64_t start, std::int64_t end, std::int64_t step) const {
  check(dim() > 0, ErrorKind::shape, "[slice] input is 0-dim; nothing to slice.");
  const int d = wrap_dim("slice", along, dim());
  check(step >= 1, ErrorKind::value, "[slice] step is {}; need step >= 1.", step);
  const std::int64_t n = shape()[d];
  const auto clip = [n](std::int64_t i) {
    if (i < 0) i += n;
    return i < 0 ? 0 : i > n ? n : i;
  };
  const std::int64_t from = clip(start), to_end = clip(end);
  Shape to = shape();
  Dims st = strides();
  to[d] = to_end > from ? (to_end - from + step - 1) / step : 0;
  const std::int64_t offset = impl_->offset + from * st[d];
  st[d] *= step;
  Tensor y = alias(*this, to, st, offset);
  const auto gradient = [d, from, step](Term dy, Grads& g) {
    const Shape& x_shape = g.shape(0);
    const std::int64_t n = dy->shape()[d];
    if (Tensor* const others = g.arrived(0); others && dy->dtype() == others->dtype()) {  // no zeros around each of several slices
      others->slice(d, from, from + step * n, step).add_(dy);
      return Term(Formula::place());
    }
    if (step == 1) {
      // The dimensions behind d as one, for pad's list holds four dimensions at most.
      const std::int64_t after = x_shape[d] - from - n;
      const bool last = d + 1 == dy->dim();
      const Dims widths = last ? Dims{from, after} : Dims{0, 0, from, after};
      const Term flat = last ? dy : hold([&] { return dy->flatten(d + 1); });
      return wick::reshape(hold([&] { return constant_pad_nd(flat, widths); }), x_shape);
    }
    const Term index = hold([&] { return arange(static_cast<double>(from), static_cast<double>(from + step * n), static_cast<double>(step)); });
    return hold([&] { return wick::index_add(zeros(x_shape, dy), d, index, dy); });
  };
  record(y, "SliceBackward0", kKeepNothing, gradient, *this);
  return y;
}

Tensor Tensor::narrow(std::int64_t along, std::int64_t start, std::int64_t length) const {
  const int d = wrap_dim("narrow", along, dim());
  check(dim() > 0 && start >= 0 && length >= 0 && length <= shape()[d] - start, ErrorKind::index,
        "[narrow] start {}, length {} on dimension {} of input {}; need 0 <= start and start + length <= size.", start, length, d, *this);
  return slice(d, start, start + length);
}

Tensor Tensor::select(std::int64_t along, std::int64_t index) const {
  check(dim() > 0, ErrorKind::index, "[select] input is 0-dim; nothing to index.");
  const int d = wrap_dim("select", along, dim());
  const std::int64_t n = shape()[d];
  check(index >= -n && index < n, ErrorKind::index, "[select] index {} is out of range for dimension {} of input {}; need {} <= index < {}.", index,
        d, *this, -n, n);
  const std::int64_t i = index < 0 ? index + n : index;
  return slice(d, i, i + 1).squeeze(d);
}

Tensor Tensor::expand(const Shape& asked) const {
  check(asked.rank() >= dim(), ErrorKind::shape, "[expand] shape {} has fewer dimensions than input {}.", asked, *this);
  Shape to = asked;
  Dims st = Dims::filled(to.rank(), 0);
  const int lead = to.rank() - dim();
  for (int i = 0; i < to.rank(); ++i) {
    const std::int64_t n = i >= lead ? shape()[i - lead] : 1;
    if (to[i] == -1 && i >= lead) to[i] = n;
    check(to[i] >= 0 && (to[i] == n || n == 1), ErrorKind::shape, "[expand] shape {} for input {}: dimension {} has size {}; only size 1 expands.",
          asked, *this, i, n);
    if (i >= lead && to[i] == n) st[i] = strides()[i - lead];
  }
  Tensor y = alias(*this, to, st, impl_->offset);
  return as_is("ExpandBackward0", y, *this);  // the engine sums
}

Tensor Tensor::squeeze() const {
  Shape to;
  Dims st;
  for (int i = 0; i < dim(); ++i)
    if (shape()[i] != 1) to.push_back(shape()[i]), st.push_back(strides()[i]);
  return reshaped("SqueezeBackward0", *this, to, st);
}

Tensor Tensor::squeeze(std::int64_t along) const {
  const int d = wrap_dim("squeeze", along, dim());
  if (dim() == 0 || shape()[d] != 1) return *this;
  Shape to = shape();
  Dims st = strides();
  to.erase(d);
  st.erase(d);
  return reshaped("SqueezeBackward1", *this, to, st);
}

Tensor Tensor::unsqueeze(std::int64_t along) const {
  const int d = wrap_dim("unsqueeze", along, dim() + 1);
  Shape to = shape();
  Dims st = strides();
  to.insert(d, 1);
  st.insert(d, d < dim() ? st[d] * shape()[d] : 1);
  return reshaped("UnsqueezeBackward0", *this, to, st);
}

Tensor Tensor::clone() const {
  Tensor y = empty(shape(), dtype());
  kernels::copy_strided(static_cast<int>(item_size(dtype())), raw_data(), strides(), y.raw_data(), y.strides(), shape());
  if (tracer) trace("clone", y, {this});
  return as_is("CloneBackward0", y, *this);
}

Tensor Tensor::contiguous() const { return is_contiguous() ? *this : clone(); }

Tensor Tensor::to(DType type) const {
  if (type == dtype()) return *this;
  const Formula temporaries;
  const Term x = dense(*this);
  Tensor y = empty(shape(), type);
  if (numel()) kernels::cast(dtype(), x->raw_data(), type, y.raw_data(), numel());
  if (tracer) trace("to", y, {&*x}, {static_cast<double>(type)});
  return !is_floating(type) ? y : as_is("ToCopyBackward0", y, *this);  // the engine casts
}

}  // namespace wick
