// Gathering and adding at places an index names, along one dimension; every index is checked first.

#include "ops/index_common.h"

namespace wick {

void check_range(const char* op, const Tensor& index, std::int64_t n) {
  const auto* p = index.data<std::int64_t>();
  for (std::int64_t i = 0; i < index.numel(); ++i)
    check(p[i] >= 0 && p[i] < n, ErrorKind::index, "[{}] index {} at place {} is out of range; need 0 <= index < {}.", op, p[i], i, n);
}

Term index_of(const char* op, const Tensor& index) {
  check_defined(op, "index", index);
  if (index.dtype() == DType::int32) return dense(plain(index, DType::int64));
  check_index_dtype(op, "index", index);
  return dense(index);
}

Tensor wrapped_index(const char* op, const Tensor& index, std::int64_t n, int dim) {
  const NoGradGuard guard;
  const Tensor i = index.contiguous();
  const auto* p = i.data<std::int64_t>();
  bool negative = false;
  for (std::int64_t k = 0; k < i.numel(); ++k) {
    check(p[k] >= -n && p[k] < n, ErrorKind::index, "[{}] index {} is out of bounds for dimension {} with size {}.", op, p[k], dim, n);
    negative = negative || p[k] < 0;
  }
  return negative || tracer ? where(lt(i, 0.0), i + static_cast<double>(n), i) : i;  // a program sees other indices
}

void check_index_list(const char* op, const Tensor& x, const Tensor& index) {
  check(index.dim() <= 1 && (x.dim() >= 1 || index.numel() == 1), ErrorKind::shape, "[{}] index is {} for input {}; need a list [n], for a scalar input of one.", op, index,
        x);
}

void check_index_shape(const char* op, const Tensor& x, int dim, const Tensor& index) {
  bool fits = index.dim() == x.dim();
  for (int d = 0; fits && d < x.dim(); ++d) fits = d == dim || index.shape()[d] <= x.shape()[d];
  check(fits, ErrorKind::shape, "[{}] index is {} for input {}; ranks must be equal and no size but that of dim {} may exceed the input's.", op,
        index, x, dim);
}

Term reached(const char* op, const Tensor& src, const Tensor& index) {
  bool fits = index.dim() == src.dim();
  for (int d = 0; fits && d < src.dim(); ++d) fits = index.shape()[d] <= src.shape()[d];
  check(fits, ErrorKind::shape, "[{}] src is {} for index {}; ranks must be equal and no size of index may exceed src's.", op, src, index);
  Term t = src;
  for (int d = 0; d < src.dim(); ++d)
    if (index.shape()[d] < src.shape()[d]) t = hold([&] { return t->narrow(d, 0, index.shape()[d]); });
  return t;
}

namespace {

// x for an op that adds to it: what cannot be added to has no sum_dtype.
Tensor copy_to_add(const Tensor& x) { return copy(x.detach().to(sum_dtype(x.dtype()))); }

}  // namespace

Tensor gather(const Tensor& x, std::int64_t dim, const Tensor& index) {
  const Formula temporaries;
  check_defined("gather", "input", x);
  check_index_dtype("gather", "index", index);
  const Term ic = dense(index);
  const int d = wrap_dim("gather", dim, x.dim());
  // A scalar counts as one element in a row, on either side.
  if (x.dim() == 0 && index.dim() == 1) return gather(x.reshape({1}), 0, index);
  if (x.dim() == 1 && index.dim() == 0) return gather(x, 0, index.reshape({1})).reshape({});
  check_index_shape("gather", x, d, index);
  check_range("gather", ic, x.dim() ? x.shape()[d] : 1);
  const Term xc = dense(x);
  Tensor y = empty(index.shape(), x.dtype());
  dispatch_moved(x.dtype(), [&]<class T>() {
    const T* from = elements<T>(xc);
    T* to = elements<T>(y);
    for_each_indexed(ic, x.shape(), d, [&](std::int64_t i, std::int64_t place) { to[i] = from[place]; });
  });
  if (tracer) trace("gather", y, {&*xc, &*ic}, {static_cast<double>(d)});
  const auto gradient = [d](Term dy, Grads& g) { return hold([&] { return scatter_add(zeros(g.shape(0), dy), d, g.kept(0), dy); }); };
  record(y, "GatherBackward0", kKeepNothing, gradient, x).keep(ic);
  return y;
}

Tensor scatter_add(const Tensor& x, std::int64_t dim, const Tensor& index, const Tensor& src) {
  const Formula temporaries;
  check_defined("scatter_add", "input", x);
  check_index_dtype("scatter_add", "index", index);
  check_defined("scatter_add", "src", src);
  check_same_dtype("scatter_add", "input", x, "src", src);
  const Term ic = dense(index);
  const int d = wrap_dim("scatter_add", dim, x.dim());
  check_index_shape("scatter_add", x, d, index);
  const Term part = reached("scatter_add", src, index);
  check_range("scatter_add", ic, x.dim() ? x.shape()[d] : 1);
  const Term sc = dense(plain(part, sum_dtype(x.dtype())));
  Tensor y = copy_to_add(x);
  dispatch_added("scatter_add", y.dtype(), [&]<class T>() {
    const T* from = sc->data<T>();
    T* to = y.data<T>();
    for_each_indexed(ic, x.shape(), d, [&](std::int64_t i, std::int64_t place) { to[place] += from[i]; });
  });
  if (tracer) trace("scatter_add", y, {&x, &*ic, &*sc}, {static_cast<double>(d)});
  const auto gradient = [d](Term dy, Grads& g, int i) { return i == 0 ? dy : hold([&] { return gather(dy, d, g.kept(0)); }); };
  record(y, "ScatterAddBackward0", kKeepNothing, gradient, x, index, *part).keep(ic);
  return y.to(x.dtype());
}

Tensor index_select(const Tensor& x, std::int64_t dim, const Tensor& index) {
  const Formula temporaries;
  check_defined("index_select", "input", x);
  const Term ic = index_of("index_select", index);
  const int d = wrap_dim("index_select", dim, x.dim());
  check_index_list("index_select", x, index);
  if (index.dim() == 0) return index_select(x, d, index.reshape({1}));
  if (x.dim() == 0) return index_select(x.reshape({1}), 0, index).reshape({});
  const AxisView v = around(x.shape(), d);
  check_range("index_select", ic, v.n);
  const Term xc = dense(x);
  Shape shape = x.shape();
  shape[d] = ic->numel();
  Tensor y = empty(shape, x.dtype());
  dispatch_moved(x.dtype(), [&]<class T>() {
    const T* from = elements<T>(xc);
    T* to = elements<T>(y);
    for_each_row(v, ic, [&](std::int64_t at) {
      for (std::int64_t k = 0; k < v.inner; ++k) *to++ = from[at + k];
    });
  });
  if (tracer) trace("index_select", y, {&*xc, &*ic}, {static_cast<double>(d)});
  const auto gradient = [d](Term dy, Grads& g) { return hold([&] { return index_add(zeros(g.shape(0), dy), d, g.kept(0), dy); }); };
  record(y, "IndexSelectBackward0", kKeepNothing, gradient, x).keep(ic);
  return y;
}

Tensor index_add(const Tensor& x, std::int64_t dim, const Tensor& index, const Tensor& src, double alpha) {
  check_defined("index_add", "input", x);
  check_defined("index_add", "src", src);
  check_same_dtype("index_add", "input", x, "src", src);
  if (alpha != 1) return index_add(x, dim, index, (src * alpha).to(x.dtype()));
  const Formula temporaries;
  const Term ic = index_of("index_add", index);
  const int d = wrap_dim("index_add", dim, x.dim());
  check_index_list("index_add", x, index);
  if (index.dim() == 0) return index_add(x, d, index.reshape({1}), src);
  if (x.dim() == 0 && src.dim() == 0) return index_add(x.reshape({1}), 0, index, src.reshape({1})).reshape({});
  Shape expected = x.shape();
  expected[d] = index.numel();
  check(src.shape() == expected, ErrorKind::shape, "[index_add] src is {}; need {} for input {} and {} indices.", src, expected, x, index.numel());
  const AxisView v = around(x.shape(), d);
  check_range("index_add", ic, v.n);
  const Term sc = dense(plain(src, sum_dtype(x.dtype())));
  Tensor y = copy_to_add(x);
  dispatch_added("index_add", y.dtype(), [&]<class T>() {
    const T* from = sc->data<T>();
    T* to = y.data<T>();
    for_each_row(v, ic, [&](std::int64_t at) {
      for (std::int64_t k = 0; k < v.inner; ++k) to[at + k] += *from++;
    });
  });
  if (tracer) trace("index_add", y, {&x, &*ic, &*sc}, {static_cast<double>(d)});
  const auto gradient = [d](Term dy, Grads& g, int i) { return i == 0 ? dy : hold([&] { return index_select(dy, d, g.kept(0)); }); };
  record(y, "IndexAddBackward0", kKeepNothing, gradient, x, index, src).keep(ic);
  return y.to(x.dtype());
}

Tensor one_hot(const Tensor& x, std::int64_t num_classes) {
  check_index_dtype("one_hot", "input", x);
  check(num_classes > 0 || num_classes == -1, ErrorKind::value, "[one_hot] num_classes is {}; need num_classes > 0, or -1 to infer it.", num_classes);
  const Formula temporaries;
  const Term ic = dense(x);
  if (num_classes == -1) {
    if (tracer) tracer->read("one_hot", x);
    check(x.numel() > 0, ErrorKind::value, "[one_hot] Can not infer total number of classes from empty tensor.");
    const auto* p = ic->data<std::int64_t>();
    for (std::int64_t i = 0; i < x.numel(); ++i) num_classes = std::max(num_classes, p[i] + 1);
    num_classes = std::max<std::int64_t>(num_classes, 1);  // a negative index is refused below
  }
  check_range("one_hot", ic, num_classes);
  Shape shape = x.shape();
  shape.push_back(num_classes);
  Tensor y = zeros(shape, DType::int64);
  auto* to = y.data<std::int64_t>();
  for (std::int64_t i = 0; i < x.numel(); ++i) to[i * num_classes + ic->data<std::int64_t>()[i]] = 1;
  if (tracer) trace("one_hot", y, {&*ic}, {static_cast<double>(num_classes)});
  return y;
}

}  // namespace wick
