// Indexing. All take rows along one dimension of a contiguous [outer, n, inner] view; every index is checked first.

#include "ops/common.h"

namespace wick {

namespace {

void check_range(const char* op, const Tensor& index, std::int64_t n) {
  const auto* p = index.data<std::int64_t>();
  for (std::int64_t i = 0; i < index.numel(); ++i)
    check(p[i] >= 0 && p[i] < n, ErrorKind::index, "[", op, "] index ", p[i], " at place ", i, " is out of range; need 0 <= index < ", n, ".");
}

// gather and scatter_add walk the index; the tensor beside it may be larger in every dimension but the indexed one.
template <class F>
void for_each_indexed(const Tensor& index, const Tensor& x, int dim, F fn) {
  const Dims strides = contiguous_strides(x.shape());
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

void check_index_shape(const char* op, const Tensor& x, int dim, const Tensor& index) {
  bool fits = index.dim() == x.dim();
  for (int d = 0; fits && d < x.dim(); ++d) fits = d == dim || index.shape()[d] <= x.shape()[d];
  check(fits, ErrorKind::shape, "[", op, "] index is ", index, " for input ", x, "; ranks must be equal and no size but that of dim ", dim,
        " may exceed the input's.");
}

}  // namespace

Tensor gather(const Tensor& x, std::int64_t dim, const Tensor& index) {
  check_floating("gather", "input", x);
  check_index_dtype("gather", "index", index);
  const int d = wrap_dim("gather", dim, x.dim());
  check_index_shape("gather", x, d, index);
  const Tensor xc = dense(x), ic = dense(index);
  check_range("gather", ic, x.dim() ? x.shape()[d] : 1);
  Tensor y = empty(index.shape(), x.dtype());
  dispatch_floating("gather", x.dtype(), [&]<class T>() {
    const T* from = xc.data<T>();
    T* to = y.data<T>();
    for_each_indexed(ic, x, d, [&](std::int64_t i, std::int64_t place) { to[i] = from[place]; });
  });
  if (tracer) trace("gather", y, {&xc, &ic}, {static_cast<double>(d)});
  if (!needs_grad(x)) return y;
  return record("GatherBackward0", y, {x}, [d, ic, shape = x.shape()](const Tensor& dy, Grads& g) {
    g[0] = scatter_add(zeros(shape, dy.dtype()), d, ic, dy);
  });
}

Tensor scatter_add(const Tensor& x, std::int64_t dim, const Tensor& index, const Tensor& src) {
  check_floating("scatter_add", "input", x);
  check_index_dtype("scatter_add", "index", index);
  check_floating("scatter_add", "src", src);
  check_same_dtype("scatter_add", "input", x, "src", src);
  const int d = wrap_dim("scatter_add", dim, x.dim());
  check_index_shape("scatter_add", x, d, index);
  check(src.shape() == index.shape(), ErrorKind::shape, "[scatter_add] src is ", src, " for index ", index, "; shapes must be equal.");
  const Tensor ic = dense(index), sc = dense(src);
  check_range("scatter_add", ic, x.dim() ? x.shape()[d] : 1);
  Tensor y = x.detach().clone();
  dispatch_floating("scatter_add", x.dtype(), [&]<class T>() {
    const T* from = sc.data<T>();
    T* to = y.data<T>();
    for_each_indexed(ic, x, d, [&](std::int64_t i, std::int64_t place) { to[place] += from[i]; });
  });
  if (tracer) trace("scatter_add", y, {&x, &ic, &sc}, {static_cast<double>(d)});
  if (!needs_grad(x, src)) return y;
  return record("ScatterAddBackward0", y, {x, index, src}, [d, ic](const Tensor& dy, Grads& g) {
    if (g.needs(0)) g[0] = dy;
    if (g.needs(2)) g[2] = gather(dy, d, ic);
  });
}

Tensor index_select(const Tensor& x, std::int64_t dim, const Tensor& index) {
  check_floating("index_select", "input", x);
  check_index_dtype("index_select", "index", index);
  check(index.dim() == 1, ErrorKind::shape, "[index_select] index is ", index, "; need one dimension.");
  check(x.dim() >= 1, ErrorKind::shape, "[index_select] input is ", x, "; need at least one dimension.");
  const int d = wrap_dim("index_select", dim, x.dim());
  const AxisView v = around(x.shape(), d);
  const Tensor xc = dense(x), ic = dense(index);
  check_range("index_select", ic, v.n);
  Shape shape = x.shape();
  shape[d] = ic.numel();
  Tensor y = empty(shape, x.dtype());
  dispatch_floating("index_select", x.dtype(), [&]<class T>() {
    const T* from = xc.data<T>();
    T* to = y.data<T>();
    const auto* p = ic.data<std::int64_t>();
    for (std::int64_t o = 0; o < v.outer; ++o)
      for (std::int64_t i = 0; i < ic.numel(); ++i) {
        const T* row = from + (o * v.n + p[i]) * v.inner;
        for (std::int64_t k = 0; k < v.inner; ++k) *to++ = row[k];
      }
  });
  if (tracer) trace("index_select", y, {&xc, &ic}, {static_cast<double>(d)});
  if (!needs_grad(x)) return y;
  return record("IndexSelectBackward0", y, {x}, [d, ic, shape = x.shape()](const Tensor& dy, Grads& g) {
    g[0] = index_add(zeros(shape, dy.dtype()), d, ic, dy);
  });
}

Tensor index_add(const Tensor& x, std::int64_t dim, const Tensor& index, const Tensor& src) {
  check_floating("index_add", "input", x);
  check_index_dtype("index_add", "index", index);
  check_floating("index_add", "src", src);
  check_same_dtype("index_add", "input", x, "src", src);
  check(x.dim() >= 1 && index.dim() == 1, ErrorKind::shape, "[index_add] input is ", x, ", index is ", index, "; need at least one dimension and exactly one.");
  const int d = wrap_dim("index_add", dim, x.dim());
  Shape expected = x.shape();
  expected[d] = index.numel();
  check(src.shape() == expected, ErrorKind::shape, "[index_add] src is ", src, "; need ", expected, " for input ", x, " and ", index.numel(), " indices.");
  const AxisView v = around(x.shape(), d);
  const Tensor ic = dense(index), sc = dense(src);
  check_range("index_add", ic, v.n);
  Tensor y = x.detach().clone();
  dispatch_floating("index_add", x.dtype(), [&]<class T>() {
    const T* from = sc.data<T>();
    T* to = y.data<T>();
    const auto* p = ic.data<std::int64_t>();
    for (std::int64_t o = 0; o < v.outer; ++o)
      for (std::int64_t i = 0; i < ic.numel(); ++i) {
        T* row = to + (o * v.n + p[i]) * v.inner;
        for (std::int64_t k = 0; k < v.inner; ++k) row[k] += *from++;
      }
  });
  if (tracer) trace("index_add", y, {&x, &ic, &sc}, {static_cast<double>(d)});
  if (!needs_grad(x, src)) return y;
  return record("IndexAddBackward0", y, {x, index, src}, [d, ic](const Tensor& dy, Grads& g) {
    if (g.needs(0)) g[0] = dy;
    if (g.needs(2)) g[2] = index_select(dy, d, ic);
  });
}

Tensor embedding(const Tensor& input, const Tensor& weight, std::optional<std::int64_t> padding_idx) {
  check_index_dtype("embedding", "input", input);
  check_floating("embedding", "weight", weight);
  check(weight.dim() == 2, ErrorKind::shape, "[embedding] weight is ", weight, "; need [num_embeddings,embedding_dim].");
  const std::int64_t n = weight.shape()[0], width = weight.shape()[1];
  const std::int64_t pad = padding_idx ? (*padding_idx < 0 ? *padding_idx + n : *padding_idx) : -1;
  check(!padding_idx || (pad >= 0 && pad < n), ErrorKind::index, "[embedding] padding_idx ", padding_idx.value_or(0), " must be within num_embeddings ", n, ".");
  const Tensor ic = dense(input).reshape({input.numel()});
  Shape shape = input.shape();
  shape.push_back(width);
  Tensor y = index_select(weight.detach(), 0, ic).reshape(shape);
  if (!needs_grad(weight)) return y;
  return record("EmbeddingBackward0", y, {input, weight}, [ic, n, width, pad](const Tensor& dy, Grads& g) {
    Tensor d = index_add(zeros({n, width}, dy.dtype()), 0, ic, dy.reshape({ic.numel(), width}));
    if (pad >= 0) {
      Tensor keep = ones({n, 1}, dy.dtype());
      keep.select(0, pad).zero_();
      d = d * keep;
    }
    g[1] = d;
  });
}

Tensor one_hot(const Tensor& x, std::int64_t num_classes) {
  check_index_dtype("one_hot", "input", x);
  check(num_classes > 0, ErrorKind::value, "[one_hot] num_classes is ", num_classes, "; need num_classes > 0.");
  const Tensor ic = dense(x);
  check_range("one_hot", ic, num_classes);
  Shape shape = x.shape();
  shape.push_back(num_classes);
  Tensor y = zeros(shape, DType::int64);
  for (std::int64_t i = 0; i < ic.numel(); ++i) y.data<std::int64_t>()[i * num_classes + ic.data<std::int64_t>()[i]] = 1;
  if (tracer) trace("one_hot", y, {&ic}, {static_cast<double>(num_classes)});
  return y;
}

}  // namespace wick
