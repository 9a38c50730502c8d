// Writing at places an index names along one dimension, and ops made of that.

#include "ops/index_common.h"
#include "wick/ops/indexing.h"

namespace wick {

namespace {

// A value that is written: a number or a tensor without dimensions, in x's dtype.
Tensor scalar_of(const char* op, const Tensor& x, const Tensor& value) {
  check_defined(op, "value", value);
  check(value.dim() == 0, ErrorKind::shape, "[{}] only supports a 0-dimensional value tensor, but got {}; need a number or a 0-dim tensor.", op, value);
  return value.impl()->is_number ? full({}, value.item(), x.dtype()) : value.to(x.dtype());
}

enum class Meeting { write, sum, product, largest, smallest };

template <class T>
void meet(Meeting kind, T& at, T v) {
  switch (kind) {
    case Meeting::write: at = v; break;
    case Meeting::sum: at += v; break;
    case Meeting::product: at *= v; break;
    // A NaN on either side stays.
    case Meeting::largest: at = v > at || v != v ? v : at; break;
    case Meeting::smallest: at = v < at || v != v ? v : at; break;
  }
}

struct Checked {
  Term index, src;  // contiguous int64; the part of src an index reaches
  int dim;
};
Checked checked_scatter(const char* op, const Tensor& x, std::int64_t dim, const Tensor& index, const Tensor& src) {
  check_defined(op, "input", x);
  check_index_dtype(op, "index", index);
  check_defined(op, "src", src);
  check_same_dtype(op, "input", x, "src", src);
  Checked c{dense(index), Term(), wrap_dim(op, dim, x.dim())};
  check_index_shape(op, x, c.dim, index);
  c.src = reached(op, src, index);
  check_range(op, c.index, x.dim() ? x.shape()[c.dim] : 1);
  return c;
}

}  // namespace

Tensor scatter(const Tensor& x, std::int64_t dim, const Tensor& index, const Tensor& src, std::string_view reduce) {
  check(reduce.empty() || reduce == "add" || reduce == "multiply", ErrorKind::value, "[scatter] reduce is \"{}\"; reduce argument must be either add or multiply.",
        reduce);
  check_defined("scatter", "input", x);
  check_index_dtype("scatter", "index", index);
  check_defined("scatter", "src", src);
  if (src.dim() == 0 && (index.dim() > 0 || src.impl()->is_number))
    return scatter(x, dim, index, scalar_of("scatter", x, src).expand(index.shape()), reduce);
  if (reduce == "add") return scatter_add(x, dim, index, src);
  if (reduce == "multiply") return scatter_reduce(x, dim, index, src, "prod");
  const Formula temporaries;
  const Checked c = checked_scatter("scatter", x, dim, index, src);
  const Term sc = dense(c.src);
  Tensor y = copy(x);
  dispatch_moved(x.dtype(), [&]<class T>() {
    const T* from = elements<T>(sc);
    T* to = elements<T>(y);
    for_each_indexed(c.index, x.shape(), c.dim, [&](std::int64_t i, std::int64_t place) { to[place] = from[i]; });
  });
  if (tracer) trace("scatter", y, {&x, &*c.index, &*sc}, {static_cast<double>(c.dim)});
  const auto gradient = [d = c.dim](Term dy, Grads& g, int i) {
    const Term at = g.kept(0);
    if (i == 0) return hold([&] { return scatter(dy, d, at, 0.0); });
    return hold([&] { return gather(dy, d, at); });
  };
  record(y, "ScatterBackward0", kKeepNothing, gradient, x, index, *c.src).keep(c.index);
  return y;
}

namespace {

// The value of scatter_reduce for all but sums and means, outside the graph.
Tensor reduced(Meeting kind, const Tensor& x, const Checked& c, bool include_self) {
  const DType dtype = sum_dtype(x.dtype());
  if (x.dtype() != dtype) {
    const Formula temporaries;
    return reduced(kind, x.detach().to(dtype), {c.index, plain(c.src, dtype), c.dim}, include_self).to(x.dtype());
  }
  const Term sc = dense(c.src);
  Tensor y = copy(x);
  dispatch_added("scatter_reduce", dtype, [&]<class T>() {
    const T* from = sc->data<T>();
    T* to = y.data<T>();
    // Without x's own value the first that arrives stands alone.
    const Tensor met = zeros(include_self ? Shape{0} : x.shape(), DType::uint8);
    auto* seen = met.data<std::uint8_t>();
    for_each_indexed(c.index, x.shape(), c.dim, [&](std::int64_t i, std::int64_t place) {
      const bool first = !include_self && !seen[place];
      if (first) seen[place] = 1;
      meet(first ? Meeting::write : kind, to[place], from[i]);
    });
  });
  if (tracer) {
    const double text = kind == Meeting::product ? 0 : kind == Meeting::largest ? 1 : -1;
    trace("scatter_reduce", y, {&x, &*c.index, &*sc}, {static_cast<double>(c.dim), text, include_self ? 1.0 : 0.0});
  }
  return y;
}

// How many values meet in each place of x, at least 1.
Term counts(const Tensor& x, const Checked& c, bool include_self) {
  const DType dtype = sum_dtype(x.dtype());
  const Term start = hold([&] { return full(x.shape(), include_self ? 1 : 0, dtype); });
  const Term n = hold([&] { return scatter_add(*start, c.dim, *c.index, ones(c.index->shape(), dtype)); });
  return hold([&] { return maximum(*n, 1.0); });
}

// x^-1 where x is not zero, else 1.
Term over(Term x, Term zero) {
  return hold([&] { return reciprocal(masked_fill(*x, *zero, 1.0)); });
}

Tensor scatter_product(const Tensor& x, const Checked& c, bool include_self) {
  Tensor y = reduced(Meeting::product, x, c, include_self);
  // The product of all others, a formula in x and src so that it has derivatives of its own: with one factor zero the
  // quotient by it is the product without it; with two every such product is zero.
  const auto gradient = [d = c.dim, include_self](Term dy, Grads& g) {
    const Term x = g.kept(0), src = g.kept(1), at = g.kept(2);
    const auto gathered = [&](Term t) { return hold([&] { return gather(*t, d, *at); }); };
    const auto product = [&](Term own, Term others) { return hold([&] { return scatter_reduce(*own, d, *at, *others, "prod", include_self); }); };
    const Term zero_x = apply(eq, x, 0.0), zero_src = apply(eq, src, 0.0);
    if (g.needs(0)) {
      const Term own = hold([&] { return masked_fill(*x, *zero_x, 1.0); });
      Term dx = dy * product(own, src) * over(x, zero_x);
      if (!include_self) dx = hold([&] { return scatter(*dx, d, *at, 0.0); });
      g[0] = dx;
    }
    if (!g.needs(1)) return;
    const Term n = hold([&] { return scatter_add(zeros(x->shape(), x->dtype()), d, *at, zero_src->to(x->dtype())); });
    const Term single = hold([&] { return masked_fill(*zero_src, ne(*gathered(n), 1.0), 0.0); });
    const Term others = hold([&] { return masked_fill(*src, *single, 1.0); });
    g[1] = where(single, gathered(dy * product(x, others)), gathered(dy * product(x, src)) * over(src, zero_src));
  };
  record(y, "ScatterReduceBackward0", kKeepFirst | kKeepSecond, gradient, x, *c.src).keep(c.index);
  return y;
}

Tensor scatter_extremum(Meeting kind, const Tensor& x, const Checked& c, bool include_self) {
  Tensor y = reduced(kind, x, c, include_self);
  const auto gradient = [d = c.dim, include_self](Term dy, Grads& g) {
    const Term y = g.kept(2), at = g.kept(3);
    const auto gathered = [&](Term t) { return hold([&] { return gather(*t, d, *at); }); };
    const Term is_x = to(apply(eq, g.kept(0), y), dy->dtype()), is_src = to(apply(eq, g.kept(1), gathered(y)), dy->dtype());
    // Shared evenly among all that have the value.
    const Term shared = dy / hold([&] { return scatter_add(*is_x, d, *at, *is_src); });
    Term dx = shared * is_x;
    if (!include_self) dx = hold([&] { return scatter(*dx, d, *at, 0.0); });
    g[0] = dx;
    g[1] = gathered(shared) * is_src;
  };
  record(y, "ScatterReduceBackward0", kKeepFirst | kKeepSecond | kKeepResult, gradient, x, *c.src).keep(c.index);
  return y;
}

}  // namespace

Tensor scatter_reduce(const Tensor& x, std::int64_t dim, const Tensor& index, const Tensor& src, std::string_view reduce, bool include_self) {
  static constexpr std::string_view kNames[] = {"sum", "mean", "prod", "amax", "amin"};
  int kind = 0;
  while (kind < 5 && reduce != kNames[kind]) ++kind;
  check(kind < 5, ErrorKind::value, "[scatter_reduce] reduce argument must be either sum, prod, mean, amax or amin, got {}.", reduce);
  const Formula temporaries;
  const Checked c = checked_scatter("scatter_reduce", x, dim, index, src);
  if (kind == 2) return scatter_product(x, c, include_self);
  if (kind > 2) return scatter_extremum(kind == 3 ? Meeting::largest : Meeting::smallest, x, c, include_self);
  Term start = x;
  if (!include_self) start = hold([&] { return scatter(x, c.dim, *c.index, 0.0); });
  Tensor total = scatter_add(*start, c.dim, *c.index, *c.src);
  if (kind == 0) return total;
  const Term n = counts(x, c, include_self);
  if (is_floating(x.dtype())) return total / *n;
  // Integers: the quotient towards minus infinity.
  Tensor y = total.detach().to(DType::int64);
  auto* p = y.data<std::int64_t>();
  const auto* q = n->data<std::int64_t>();
  for (std::int64_t i = 0; i < y.numel(); ++i) p[i] = p[i] / q[i] - (p[i] % q[i] < 0);
  return y.to(x.dtype());
}

Tensor index_fill(const Tensor& x, std::int64_t dim, const Tensor& index, const Tensor& value) {
  check_defined("index_fill", "input", x);
  const Tensor v = scalar_of("index_fill", x, value);
  if (x.dim() == 0) return index_fill(x.reshape({1}), dim, index, v).reshape({});
  Shape shape = x.shape();
  check_index_dtype("index_fill", "index", index);
  check(index.dim() <= 1, ErrorKind::shape, "[index_fill] Index has to be a vector/scalar, but is {}.", index);
  const int d = wrap_dim("index_fill", dim, x.dim());
  shape[d] = index.numel();
  return index_copy(x, d, wrapped_index("index_fill", index, x.shape()[d], d).reshape({index.numel()}), v.expand(shape));
}

Tensor index_copy(const Tensor& x, std::int64_t dim, const Tensor& index, const Tensor& source) {
  check_defined("index_copy", "input", x);
  check_index_dtype("index_copy", "index", index);
  check_defined("index_copy", "source", source);
  check_same_dtype("index_copy", "input", x, "source", source);
  const int d = wrap_dim("index_copy", dim, x.dim());
  check_index_list("index_copy", x, index);
  if (index.dim() == 0) return index_copy(x, d, index.reshape({1}), source);
  if (x.dim() == 0 && source.dim() == 0) return index_copy(x.reshape({1}), 0, index, source.reshape({1})).reshape({});
  const Formula temporaries;
  const Term ic = dense(index);
  Shape expected = x.shape();
  expected[d] = index.numel();
  check(source.shape() == expected, ErrorKind::shape, "[index_copy] source is {}; need {} for input {} and {} indices.", source, expected, x,
        index.numel());
  const AxisView v = around(x.shape(), d);
  check_range("index_copy", ic, v.n);
  const Term sc = dense(source);
  Tensor y = copy(x);
  dispatch_moved(x.dtype(), [&]<class T>() {
    const T* from = elements<T>(sc);
    T* to = elements<T>(y);
    for_each_row(v, ic, [&](std::int64_t at) {
      for (std::int64_t k = 0; k < v.inner; ++k) to[at + k] = *from++;
    });
  });
  if (tracer) trace("index_copy", y, {&x, &*ic, &*sc}, {static_cast<double>(d)});
  const auto gradient = [d](Term dy, Grads& g, int i) {
    const Term at = g.kept(0);
    if (i == 0) return hold([&] { return index_fill(dy, d, at, 0.0); });
    return hold([&] { return index_select(dy, d, at); });
  };
  record(y, "IndexCopyBackward0", kKeepNothing, gradient, x, index, source).keep(ic);
  return y;
}

Tensor select_scatter(const Tensor& x, const Tensor& src, std::int64_t dim, std::int64_t index) {
  check_defined("select_scatter", "input", x);
  check_defined("select_scatter", "src", src);
  const Shape shape = x.select(dim, index).shape();
  check(src.shape() == shape, ErrorKind::shape, "[select_scatter] expected src to have a size equal to the slice of self: src is {}; need {}.", src, shape);
  const int d = wrap_dim("select_scatter", dim, x.dim());
  const std::int64_t at = index < 0 ? index + x.shape()[d] : index;
  return index_copy(x, d, full({1}, static_cast<double>(at), DType::int64), src.unsqueeze(d));
}

Tensor slice_scatter(const Tensor& x, const Tensor& src, std::int64_t dim, std::optional<std::int64_t> start, std::optional<std::int64_t> end,
                     std::int64_t step) {
  check_defined("slice_scatter", "input", x);
  check_defined("slice_scatter", "src", src);
  check(x.dim() > 0, ErrorKind::shape, "[slice_scatter] input is 0-dim; nothing to slice.");
  const int d = wrap_dim("slice_scatter", dim, x.dim());
  const std::int64_t n = x.shape()[d];
  const Tensor at = arange(0, static_cast<double>(n)).slice(0, start.value_or(0), end.value_or(n), step);
  Shape shape = x.shape();
  shape[d] = at.numel();
  check(src.shape() == shape, ErrorKind::shape, "[slice_scatter] expected src to have a size equal to the slice of self: src is {}; need {}.", src, shape);
  return index_copy(x, d, at, src);
}

Tensor take(const Tensor& x, const Tensor& index) {
  check_defined("take", "input", x);
  check_index_dtype("take", "index", index);
  const std::int64_t n = x.numel();
  const Tensor at = wrapped_index("take", index, n, 0);
  return index_select(x.reshape({n}), 0, at.reshape({at.numel()})).reshape(index.shape());
}

Tensor take_along_dim(const Tensor& x, const Tensor& indices, std::optional<std::int64_t> dim) {
  check_defined("take_along_dim", "input", x);
  check_index_dtype("take_along_dim", "indices", indices);
  if (!dim) return gather(x.reshape({x.numel()}), 0, indices.reshape({indices.numel()}));
  check(x.dim() == indices.dim(), ErrorKind::shape, "[take_along_dim] input is {}, indices {}; input and indices should have the same number of dimensions.", x,
        indices);
  const int d = wrap_dim("take_along_dim", *dim, x.dim());
  Shape rest = x.shape(), index_rest = indices.shape();
  rest[d] = index_rest[d] = 1;
  Shape shape = broadcast_shapes("take_along_dim", rest, index_rest), index_shape = shape;
  shape[d] = x.shape()[d];
  index_shape[d] = indices.shape()[d];
  return gather(x.expand(shape), d, indices.expand(index_shape));
}

}  // namespace wick
