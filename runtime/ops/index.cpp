// Indexing. All take rows along one dimension of a contiguous [outer, n, inner] view; every index is checked first.

#include "ops/formula.h"

namespace wick {

namespace {

void check_range(const char* op, const Tensor& index, std::int64_t n) {
  const auto* p = index.data<std::int64_t>();
  for (std::int64_t i = 0; i < index.numel(); ++i)
    check(p[i] >= 0 && p[i] < n, ErrorKind::index, "[{}] index {} at place {} is out of range; need 0 <= index < {}.", op, p[i], i, n);
}

// gather and scatter_add walk the index; the tensor beside it may be larger in every dimension but the indexed one.
// fn(i, place): element i of the index names that place of a contiguous tensor of the given shape.
template <class F>
void for_each_indexed(const Tensor& index, const Shape& shape, int dim, const F& fn) {
  const Dims strides = contiguous_strides(shape);
  const auto* p = index.data<std::int64_t>();
  std::int64_t at[kMaxRank] = {};
  for (std::int64_t i = 0; i < index.numel(); ++i) {
    std::int64_t place = 0;
    for (int d = 0; d < index.dim(); ++d) place += (d == dim ? p[i] : at[d]) * strides[d];
    fn(i, place);
    for (int d = index.dim() - 1; d >= 0; --d) {
      if (++at[d] < index.shape()[d]) break;
      at[d] = 0;
    }
  }
}

// The indices along dim of input, contiguous and checked. src, if any, is what is added there.
Term checked_index(const char* op, const Tensor& input, const Tensor& index, const Tensor* src) {
  check_floating(op, "input", input);
  check_index_dtype(op, "index", index);
  if (src) {
    check_floating(op, "src", *src);
    check_same_dtype(op, "input", input, "src", *src);
  }
  return dense(index);
}

// Rows of a contiguous [outer, n, inner] named by the index; fn gets the place of a row's first element.
template <class F>
void for_each_row(const AxisView& v, const Tensor& index, const F& fn) {
  const auto* p = index.data<std::int64_t>();
  for (std::int64_t o = 0; o < v.outer; ++o)
    for (std::int64_t i = 0; i < index.numel(); ++i) fn((o * v.n + p[i]) * v.inner);
}

Tensor copy(const Tensor& x) { return x.detach().clone(); }

void check_index_shape(const char* op, const Tensor& x, int dim, const Tensor& index) {
  bool fits = index.dim() == x.dim();
  for (int d = 0; fits && d < x.dim(); ++d) fits = d == dim || index.shape()[d] <= x.shape()[d];
  check(fits, ErrorKind::shape, "[{}] index is {} for input {}; ranks must be equal and no size but that of dim {} may exceed the input's.", op,
        index, x, dim);
}

}  // namespace

Tensor gather(const Tensor& x, std::int64_t dim, const Tensor& index) {
  const Formula temporaries;
  const Term ic = checked_index("gather", x, index, nullptr);
  const int d = wrap_dim("gather", dim, x.dim());
  check_index_shape("gather", x, d, index);
  check_range("gather", ic, x.dim() ? x.shape()[d] : 1);
  const Term xc = dense(x);
  Tensor y = empty(index.shape(), x.dtype());
  dispatch_floating("gather", x.dtype(), [&]<class T>() {
    const T* from = xc->data<T>();
    T* to = y.data<T>();
    for_each_indexed(ic, x.shape(), d, [&](std::int64_t i, std::int64_t place) { to[i] = from[place]; });
  });
  if (tracer) trace("gather", y, {&*xc, &*ic}, {static_cast<double>(d)});
  const auto gradient = [d](Term dy, Grads& g) { return hold([&] { return scatter_add(zeros(g.shape(0), dy), d, g.kept(0), dy); }); };
  record(y, "GatherBackward0", kKeepNothing, gradient, x).keep(ic);
  return y;
}

Tensor scatter_add(const Tensor& x, std::int64_t dim, const Tensor& index, const Tensor& src) {
  const Formula temporaries;
  const Term ic = checked_index("scatter_add", x, index, &src);
  const int d = wrap_dim("scatter_add", dim, x.dim());
  check_index_shape("scatter_add", x, d, index);
  check(src.shape() == index.shape(), ErrorKind::shape, "[scatter_add] src is {} for index {}; shapes must be equal.", src, index);
  check_range("scatter_add", ic, x.dim() ? x.shape()[d] : 1);
  const Term sc = dense(src);
  Tensor y = copy(x);
  dispatch_floating("scatter_add", x.dtype(), [&]<class T>() {
    const T* from = sc->data<T>();
    T* to = y.data<T>();
    for_each_indexed(ic, x.shape(), d, [&](std::int64_t i, std::int64_t place) { to[place] += from[i]; });
  });
  if (tracer) trace("scatter_add", y, {&x, &*ic, &*sc}, {static_cast<double>(d)});
  const auto gradient = [d](Term dy, Grads& g, int i) { return i == 0 ? dy : hold([&] { return gather(dy, d, g.kept(0)); }); };
  record(y, "ScatterAddBackward0", kKeepNothing, gradient, x, index, src).keep(ic);
  return y;
}

Tensor index_select(const Tensor& x, std::int64_t dim, const Tensor& index) {
  const Formula temporaries;
  const Term ic = checked_index("index_select", x, index, nullptr);
  check(index.dim() == 1, ErrorKind::shape, "[index_select] index is {}; need one dimension.", index);
  check(x.dim() >= 1, ErrorKind::shape, "[index_select] input is {}; need at least one dimension.", x);
  const int d = wrap_dim("index_select", dim, x.dim());
  const AxisView v = around(x.shape(), d);
  check_range("index_select", ic, v.n);
  const Term xc = dense(x);
  Shape shape = x.shape();
  shape[d] = ic->numel();
  Tensor y = empty(shape, x.dtype());
  dispatch_floating("index_select", x.dtype(), [&]<class T>() {
    const T* from = xc->data<T>();
    T* to = y.data<T>();
    for_each_row(v, ic, [&](std::int64_t at) {
      for (std::int64_t k = 0; k < v.inner; ++k) *to++ = from[at + k];
    });
  });
  if (tracer) trace("index_select", y, {&*xc, &*ic}, {static_cast<double>(d)});
  const auto gradient = [d](Term dy, Grads& g) { return hold([&] { return index_add(zeros(g.shape(0), dy), d, g.kept(0), dy); }); };
  record(y, "IndexSelectBackward0", kKeepNothing, gradient, x).keep(ic);
  return y;
}

Tensor index_add(const Tensor& x, std::int64_t dim, const Tensor& index, const Tensor& src) {
  const Formula temporaries;
  const Term ic = checked_index("index_add", x, index, &src);
  check(x.dim() >= 1 && index.dim() == 1, ErrorKind::shape, "[index_add] input is {}, index is {}; need at least one dimension and exactly one.", x,
        index);
  const int d = wrap_dim("index_add", dim, x.dim());
  Shape expected = x.shape();
  expected[d] = index.numel();
  check(src.shape() == expected, ErrorKind::shape, "[index_add] src is {}; need {} for input {} and {} indices.", src, expected, x, index.numel());
  const AxisView v = around(x.shape(), d);
  check_range("index_add", ic, v.n);
  const Term sc = dense(src);
  Tensor y = copy(x);
  dispatch_floating("index_add", x.dtype(), [&]<class T>() {
    const T* from = sc->data<T>();
    T* to = y.data<T>();
    for_each_row(v, ic, [&](std::int64_t at) {
      for (std::int64_t k = 0; k < v.inner; ++k) to[at + k] += *from++;
    });
  });
  if (tracer) trace("index_add", y, {&x, &*ic, &*sc}, {static_cast<double>(d)});
  const auto gradient = [d](Term dy, Grads& g, int i) { return i == 0 ? dy : hold([&] { return index_select(dy, d, g.kept(0)); }); };
  record(y, "IndexAddBackward0", kKeepNothing, gradient, x, index, src).keep(ic);
  return y;
}

Tensor embedding(const Tensor& input, const Tensor& weight, std::optional<std::int64_t> padding_idx) {
  check_index_dtype("embedding", "input", input);
  check_floating("embedding", "weight", weight);
  check(weight.dim() == 2, ErrorKind::shape, "[embedding] weight is {}; need [num_embeddings,embedding_dim].", weight);
  const std::int64_t n = weight.shape()[0], width = weight.shape()[1];
  const std::int64_t pad = padding_idx ? (*padding_idx < 0 ? *padding_idx + n : *padding_idx) : -1;
  check(!padding_idx || (pad >= 0 && pad < n), ErrorKind::index, "[embedding] padding_idx {} must be within num_embeddings {}.",
        padding_idx.value_or(0), n);
  const Formula temporaries;
  const Term ic = reshape(dense(input), {input.numel()});
  Shape shape = input.shape();
  shape.push_back(width);
  Tensor y = index_select(detach(weight), 0, ic).reshape(shape);
  const auto gradient = [n, width, pad](Term dy, Grads& g, int) {
    const Term at = g.kept(0);
    Term sum = hold([&] { return index_add(zeros({n, width}, dy), 0, at, reshape(dy, {at->numel(), width})); });
    if (pad >= 0) {
      const Term keep = hold([&] { return ones({n, 1}, dy->dtype()); });
      keep->select(0, pad).zero_();
      sum = sum * keep;
    }
    return sum;
  };
  record(y, "EmbeddingBackward0", kKeepNothing, gradient, input, weight).keep(ic);
  return y;
}

Tensor one_hot(const Tensor& x, std::int64_t num_classes) {
  check_index_dtype("one_hot", "input", x);
  check(num_classes > 0, ErrorKind::value, "[one_hot] num_classes is {}; need num_classes > 0.", num_classes);
  const Formula temporaries;
  const Term ic = dense(x);
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
