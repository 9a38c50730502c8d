// Joining, splitting and padding.

#include "kernels/copy.h"
#include "ops/formula.h"

namespace wick {

namespace {
void copy_into(const Tensor& src, const Tensor& dst) {
  if (src.numel())
    kernels::copy_strided(static_cast<int>(item_size(dst.dtype())), src.raw_data(), src.strides(), dst.raw_data(), dst.strides(), src.shape());
}
}  // namespace

Tensor cat(const TensorList& tensors, std::int64_t dim) {
  check(!tensors.empty(), ErrorKind::value, "[cat] the list of tensors is empty; need at least one.");
  DType dtype = tensors[0].defined() ? tensors[0].dtype() : DType::float32;
  for (const Tensor& t : tensors) {
    check_defined("cat", "a tensor", t);
    dtype = promote_types(dtype, t.dtype());
  }
  const Tensor& first = tensors[0];
  check(first.dim() > 0, ErrorKind::shape, "[cat] zero-dimensional tensors cannot be concatenated; use stack().");
  const int d = wrap_dim("cat", dim, first.dim());
  Shape shape = first.shape();
  shape[d] = 0;
  for (const Tensor& t : tensors) {
    Shape rest = t.shape();
    bool fits = rest.rank() == shape.rank();
    for (int i = 0; fits && i < rest.rank(); ++i) fits = i == d || rest[i] == first.shape()[i];
    check(fits, ErrorKind::shape, "[cat] tensors {} and {} differ in a size other than that of dim {}; sizes must match except there.", first, t, d);
    shape[d] = checked_add(shape[d], t.shape()[d]);
  }
  Tensor y = empty(shape, dtype);
  std::int64_t at = 0;
  for (const Tensor& t : tensors) {
    copy_into(t.detach().to(dtype), y.narrow(d, at, t.shape()[d]));
    at += t.shape()[d];
  }
  if (tracer) {
    std::vector<const Tensor*> in;
    for (const Tensor& t : tensors) in.push_back(&t);
    const double along = d;
    tracer->op("cat", y, in, {&along, 1});
  }
  const auto gradient = [d](Term dy, Grads& g) {
    std::int64_t start = 0;
    for (int i = 0; i < g.size(); ++i) {
      const std::int64_t n = g.shape(i)[d];
      if (g.needs(i)) g[i] = dy->narrow(d, start, n);
      start += n;
    }
  };
  record_list(y, "CatBackward0", kKeepNothing, gradient, tensors);
  return y;
}

Tensor stack(const TensorList& tensors, std::int64_t dim) {
  check(!tensors.empty(), ErrorKind::value, "[stack] the list of tensors is empty; need at least one.");
  TensorList rows;
  for (const Tensor& t : tensors) {
    check_defined("stack", "a tensor", t);
    check(t.shape() == tensors[0].shape(), ErrorKind::shape, "[stack] stack expects each tensor to be equal size, but got {} and {}.", tensors[0], t);
    rows.push_back(t.unsqueeze(dim));
  }
  return cat(rows, wrap_dim("stack", dim, tensors[0].dim() + 1));
}

TensorList split(const Tensor& x, std::int64_t split_size, std::int64_t dim) {
  check_defined("split", "x", x);
  check(x.dim() > 0, ErrorKind::shape, "[split] split expects at least a 1-dimensional tensor.");
  check(split_size > 0, ErrorKind::value, "[split] split_size is {}; need split_size > 0.", split_size);
  const int d = wrap_dim("split", dim, x.dim());
  TensorList out;
  for (std::int64_t at = 0; at < x.shape()[d] || at == 0; at += split_size) {
    const std::int64_t left = x.shape()[d] - at;
    out.push_back(x.narrow(d, at, left < split_size ? left : split_size));
  }
  return out;
}

TensorList split(const Tensor& x, const std::vector<std::int64_t>& sizes, std::int64_t dim) {
  check_defined("split", "x", x);
  check(x.dim() > 0, ErrorKind::shape, "[split] split expects at least a 1-dimensional tensor.");
  const int d = wrap_dim("split", dim, x.dim());
  std::int64_t total = 0;
  for (std::int64_t s : sizes) total = checked_add(total, s);
  check(total == x.shape()[d], ErrorKind::shape, "[split] {} split sizes sum to {}; need {}, the size of dim {} of input {}.", sizes.size(), total,
        x.shape()[d], d, x);
  TensorList out;
  std::int64_t at = 0;
  for (std::int64_t s : sizes) {
    out.push_back(x.narrow(d, at, s));
    at += s;
  }
  return out;
}

Tensor constant_pad_nd(const Tensor& x, const Dims& widths, double value) {
  check_defined("pad", "input", x);
  check(widths.rank() % 2 == 0 && widths.rank() / 2 <= x.dim(), ErrorKind::shape,
        "[pad] pad is {} for input {}; need an even number of widths, at most two per dimension.", widths, x);
  Shape shape = x.shape();
  Dims undo;
  Tensor inside = x.detach();
  Dims at = Dims::filled(x.dim(), 0);
  for (int i = 0; i < widths.rank() / 2; ++i) {
    const int d = x.dim() - 1 - i;
    const std::int64_t before = widths[2 * i], after = widths[2 * i + 1], n = x.shape()[d];
    const auto over = [](std::int64_t w) { return w > (std::int64_t{1} << 40) || w < -(std::int64_t{1} << 40); };
    check(!over(before) && !over(after) && n + before + after >= 0, ErrorKind::shape,
          "[pad] pad ({}, {}) on size {} gives a negative or impossible size.", before, after, n);
    shape[d] = n + before + after;
    // What of the input survives, and where it goes.
    const std::int64_t from = before < 0 ? -before : 0, to = after < 0 ? n + after : n;
    inside = inside.slice(d, from, to > from ? to : from);
    at[d] = before > 0 ? before : 0;
    undo.push_back(-before);
    undo.push_back(-after);
  }
  Tensor y = value == 0 ? zeros(shape, x.dtype()) : full(shape, value, x.dtype());
  if (inside.numel()) {
    Tensor hole = y;
    for (int d = 0; d < x.dim(); ++d) hole = hole.narrow(d, at[d], inside.shape()[d]);
    copy_into(inside, hole);
  }
  if (tracer) {
    std::vector<double> params;
    append_list(params, widths);
    params.push_back(value);
    const Tensor* in[] = {&x};
    tracer->op("constant_pad_nd", y, in, params);
  }
  record(y, "ConstantPadNdBackward0", kKeepNothing, [undo](Term dy, Grads&) { return hold([&] { return constant_pad_nd(dy, undo); }); }, x);
  return y;
}

}  // namespace wick
