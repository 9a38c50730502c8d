// Advanced indexing and masks: brought down to index_select, index_copy and index_add on one merged dimension.

#include "wick/ops/indexing.h"

#include "ops/index_common.h"

namespace wick {

namespace {

bool is_mask(const Tensor& t) { return t.dtype() == DType::bool_ || t.dtype() == DType::uint8; }

// Column d of the places nonzero() lists.
Tensor column(const Tensor& places, int d) { return places.select(1, d).contiguous(); }

// x[indices] as one index into one dimension: x permuted by order, its dimensions [first, first + n) merged into `rows`
// rows, of which `at` (contiguous int64, of the indices' common shape) names some.
struct Plan {
  Dims order;
  int first = 0, n = 0;
  std::int64_t rows = 1;
  Tensor at;
};

// One index tensor a dimension of x, masks taken apart; undefined where the dimension is taken whole.
TensorList one_each(const char* op, const Tensor& x, const TensorList& indices) {
  TensorList out;
  for (const Tensor& t : indices) {
    if (!t.defined() || !is_mask(t)) {
      check(!t.defined() || t.dtype() == DType::int64 || t.dtype() == DType::int32, ErrorKind::dtype,
            "[{}] tensors used as indices must be long, byte or bool tensors, but got {}.", op, t);
      out.push_back(t.defined() ? t.detach().to(DType::int64) : t);
      continue;
    }
    const int at = static_cast<int>(out.size());
    for (int d = 0; d < t.dim(); ++d)
      check(at + d < x.dim() && t.shape()[d] == x.shape()[at + d], ErrorKind::index,
            "[{}] the shape of the mask {} at index {} does not match the shape of the indexed tensor {} at index {}.", op, t, d, x, at + d);
    const Tensor places = nonzero(t);
    for (int d = 0; d < t.dim(); ++d) out.push_back(column(places, d));
    check(t.dim() > 0, ErrorKind::index, "[{}] a mask without dimensions is no index; use where() or unsqueeze the tensor.", op);
  }
  check(static_cast<int>(out.size()) <= x.dim(), ErrorKind::index, "[{}] too many indices for tensor of dimension {} (got {}).", op, x.dim(), out.size());
  out.resize(static_cast<std::size_t>(x.dim()));
  return out;
}

Plan plan_of(const char* op, const Tensor& x, const TensorList& indices) {
  check_defined(op, "input", x);
  const TensorList each = one_each(op, x, indices);
  Plan p;
  Shape shape;
  int last = -1;
  bool neighbours = true;
  for (int d = 0; d < x.dim(); ++d) {
    const Tensor& t = each[static_cast<std::size_t>(d)];
    if (!t.defined()) continue;
    shape = broadcast_shapes(op, shape, t.shape());
    if (last < 0) p.first = d;
    neighbours = neighbours && (last < 0 || last == d - 1);
    last = d;
    ++p.n;
  }
  check(p.n > 0, ErrorKind::index, "[{}] no index is given; need at least one tensor.", op);
  if (!neighbours) p.first = 0;
  // Indexed dimensions come together, where they are if neighbours, else in front.
  for (int d = 0; d < p.first; ++d) p.order.push_back(d);
  for (int d = 0; d < x.dim(); ++d)
    if (each[static_cast<std::size_t>(d)].defined()) p.order.push_back(d);
  for (int d = p.first; d < x.dim(); ++d)
    if (!each[static_cast<std::size_t>(d)].defined()) p.order.push_back(d);
  const NoGradGuard guard;
  for (int d = 0; d < x.dim(); ++d) {
    const Tensor& t = each[static_cast<std::size_t>(d)];
    if (!t.defined()) continue;
    const std::int64_t n = x.shape()[d];
    const Tensor i = wrapped_index(op, t, n, d);
    p.at = p.at.defined() ? p.at * static_cast<double>(n) + i : i;
    p.rows = checked_mul(p.rows, n);
  }
  p.at = p.at.expand(shape).contiguous();
  return p;
}

// x with its indexed dimensions merged, and the shape of what a plan's index takes of it.
Tensor merged(const Plan& p, const Tensor& x) {
  const Tensor turned = x.permute(p.order);
  Shape shape;
  for (int d = 0; d < p.first; ++d) shape.push_back(turned.shape()[d]);
  shape.push_back(p.rows);
  for (int d = p.first + p.n; d < x.dim(); ++d) shape.push_back(turned.shape()[d]);
  return turned.reshape(shape);
}
Shape taken_shape(const Plan& p, const Shape& merged) {
  Shape shape;
  for (int d = 0; d < p.first; ++d) shape.push_back(merged[d]);
  for (std::int64_t n : p.at.shape()) shape.push_back(n);
  for (int d = p.first + 1; d < merged.rank(); ++d) shape.push_back(merged[d]);
  return shape;
}
Tensor flat(const Tensor& t) { return t.reshape({t.numel()}); }

// x and mask under their common shape, flat, and the places where mask is true.
struct Masked {
  Shape shape;
  Tensor x, places;
};
Masked masked(const char* op, const Tensor& x, const Tensor& mask) {
  check_defined(op, "input", x);
  check_defined(op, "mask", mask);
  check(is_mask(mask), ErrorKind::dtype, "[{}] expected BoolTensor for mask, but got {}; need bool. Compare first, as in gt(x, 0).", op, mask);
  Masked m;
  m.shape = broadcast_shapes(op, x.shape(), mask.shape());
  m.x = flat(x.expand(m.shape));
  m.places = flat(nonzero(flat(mask.expand(m.shape))));
  return m;
}

}  // namespace

Tensor nonzero(const Tensor& x) {
  check_defined("nonzero", "input", x);
  if (tracer) tracer->read("nonzero", x);
  const Formula temporaries;
  const Term set = dense(plain(x, DType::bool_));
  const auto* p = set->data<std::uint8_t>();
  std::int64_t n = 0;
  for (std::int64_t i = 0; i < x.numel(); ++i) n += p[i] != 0;
  Tensor y = empty({n, x.dim()}, DType::int64);
  auto* out = y.data<std::int64_t>();
  for (std::int64_t i = 0; i < x.numel(); ++i) {
    if (!p[i]) continue;
    std::int64_t rest = i;
    for (int d = x.dim() - 1; d >= 0; --d) {
      out[d] = rest % x.shape()[d];
      rest /= x.shape()[d];
    }
    out += x.dim();
  }
  return y;
}

Tensor argwhere(const Tensor& x) { return nonzero(x); }

TensorList nonzero_numpy(const Tensor& x) {
  check_defined("nonzero_numpy", "input", x);
  if (x.dim() == 0) return nonzero_numpy(x.reshape({1}));
  const Tensor places = nonzero(x);
  TensorList out;
  for (int d = 0; d < x.dim(); ++d) out.push_back(column(places, d));
  return out;
}

TensorList where(const Tensor& condition) { return nonzero_numpy(condition); }

Tensor index(const Tensor& x, const TensorList& indices) {
  const Plan p = plan_of("index", x, indices);
  const Tensor m = merged(p, x);
  return index_select(m, p.first, flat(p.at)).reshape(taken_shape(p, m.shape()));
}

Tensor index_put(const Tensor& x, const TensorList& indices, const Tensor& values, bool accumulate) {
  const Plan p = plan_of("index_put", x, indices);
  check_defined("index_put", "values", values);
  check(values.dtype() == x.dtype() || values.impl()->is_number, ErrorKind::dtype,
        "[index_put] requires the source and destination dtypes match, got {} for the destination and {} for the source.", x, values);
  const Tensor m = merged(p, x);
  const Shape shape = taken_shape(p, m.shape());
  check(broadcast_shapes("index_put", shape, values.shape()) == shape, ErrorKind::shape,
        "[index_put] shape mismatch: values {} cannot be broadcast to the indexing result of shape {}.", values, shape);
  Shape rows = m.shape();
  rows[p.first] = p.at.numel();
  const Tensor source = values.to(x.dtype()).expand(shape).reshape(rows);
  const Tensor y = accumulate ? index_add(m, p.first, flat(p.at), source) : index_copy(m, p.first, flat(p.at), source);
  Shape turned;
  Dims back = p.order;
  for (int i = 0; i < p.order.rank(); ++i) {
    turned.push_back(x.shape()[static_cast<int>(p.order[i])]);
    back[static_cast<int>(p.order[i])] = i;
  }
  return y.reshape(turned).permute(back);
}

Tensor masked_fill(const Tensor& x, const Tensor& mask, const Tensor& value) {
  check_defined("masked_fill", "input", x);
  check_defined("masked_fill", "mask", mask);
  check_defined("masked_fill", "value", value);
  check(is_mask(mask), ErrorKind::dtype, "[masked_fill] only supports boolean masks, but mask is {}; need bool. Compare first, as in gt(x, 0).", mask);
  check(value.dim() == 0, ErrorKind::shape, "[masked_fill] only supports a 0-dimensional value tensor, but got {}.", value);
  return where(mask.to(DType::bool_), value.to(x.dtype()), x);
}

Tensor masked_select(const Tensor& x, const Tensor& mask) {
  const Masked m = masked("masked_select", x, mask);
  return index_select(m.x, 0, m.places);
}

Tensor masked_scatter(const Tensor& x, const Tensor& mask, const Tensor& source) {
  const Masked m = masked("masked_scatter", x, mask);
  check_defined("masked_scatter", "source", source);
  check_same_dtype("masked_scatter", "input", x, "source", source);
  const std::int64_t n = m.places.numel();
  check(source.numel() >= n, ErrorKind::shape, "[masked_scatter] Number of elements of source < number of ones in mask: source is {}; need {} elements.",
        source, n);
  return index_copy(m.x, 0, m.places, flat(source).narrow(0, 0, n)).reshape(m.shape);
}

// Brackets.

using indexing::TensorIndex;

namespace {

// The views that integers, slices, None and Ellipsis ask for; tensors are left, in their places, for index().
Tensor viewed(const Tensor& x, std::initializer_list<TensorIndex> indices, TensorList& tensors) {
  using enum TensorIndex::Kind;
  check_defined("index", "input", x);
  int named = 0, ellipses = 0;  // dimensions of x that entries take
  for (const TensorIndex& i : indices) {
    if (i.kind == ellipsis) ++ellipses;
    else if (i.kind == tensor) named += is_mask(i.tensor) ? i.tensor.dim() : 1;
    else if (i.kind != none) ++named;
  }
  check(ellipses <= 1, ErrorKind::index, "[index] an index can only have a single ellipsis ('...').");
  check(named <= x.dim(), ErrorKind::index, "[index] too many indices for tensor of dimension {} (got {}).", x.dim(), named);
  Tensor y = x;
  int d = 0;
  const auto pass = [&](int n) {
    d += n;
    tensors.resize(tensors.size() + static_cast<std::size_t>(n));
  };
  for (const TensorIndex& i : indices) {
    switch (i.kind) {
      case integer: y = y.select(d, i.integer); break;
      case slice:
        y = y.slice(d, i.slice.start.value_or(0), i.slice.stop.value_or(y.shape()[d]), i.slice.step);
        pass(1);
        break;
      case none:
        y = y.unsqueeze(d);
        pass(1);
        break;
      case ellipsis: pass(x.dim() - named); break;
      case tensor:
        tensors.push_back(i.tensor);
        d += is_mask(i.tensor) ? i.tensor.dim() : 1;
        break;
    }
  }
  return y;
}

bool any(const TensorList& tensors) {
  for (const Tensor& t : tensors)
    if (t.defined()) return true;
  return false;
}

}  // namespace

Tensor index(const Tensor& x, std::initializer_list<TensorIndex> indices) {
  TensorList tensors;
  const Tensor y = viewed(x, indices, tensors);
  return any(tensors) ? index(y, tensors) : y;
}

void index_put_(const Tensor& x, std::initializer_list<TensorIndex> indices, const Tensor& values) {
  TensorList tensors;
  Tensor y = viewed(x, indices, tensors);
  y.copy_(any(tensors) ? index_put(y, tensors, values.to(x.dtype())) : values);
}

}  // namespace wick
