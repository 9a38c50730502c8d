// Moving and repeating elements; windows; grids.

#include "wick/ops/rearrange.h"

#include "kernels/copy.h"
#include "ops/index_common.h"

namespace wick {

namespace {

// x where keep(row, column) of the last two dimensions, else zero.
template <class F>
Tensor triangle(const char* op, const Tensor& x, const F& keep) {
  check_defined(op, "input", x);
  check(x.dim() >= 2, ErrorKind::shape, "[{}] input tensor must have at least 2 dimensions, but is {}.", op, x);
  const std::int64_t rows = x.size(-2), columns = x.size(-1);
  const Tensor kept = empty({rows, columns}, DType::bool_);
  auto* p = kept.data<std::uint8_t>();
  for (std::int64_t i = 0; i < rows; ++i)
    for (std::int64_t j = 0; j < columns; ++j) *p++ = keep(i, j);
  return where(kept, x, zeros({}, x.dtype()));
}

// dims as places in [0, rank), each once.
Dims distinct(const char* op, const Dims& dims, int rank) {
  Dims out;
  for (std::int64_t d : dims) {
    const int w = wrap_dim(op, d, rank);
    check(!out.contains(w), ErrorKind::value, "[{}] dim {} appears multiple times in the list of dims {}.", op, d, dims);
    out.push_back(w);
  }
  return out;
}

}  // namespace

Tensor tril(const Tensor& x, std::int64_t diagonal) {
  return triangle("tril", x, [diagonal](std::int64_t i, std::int64_t j) { return j - i <= diagonal; });
}
Tensor triu(const Tensor& x, std::int64_t diagonal) {
  return triangle("triu", x, [diagonal](std::int64_t i, std::int64_t j) { return j - i >= diagonal; });
}

Tensor roll(const Tensor& x, const Dims& shifts, const Dims& dims) {
  check_defined("roll", "input", x);
  check(!shifts.empty(), ErrorKind::value, "[roll] `shifts` required.");
  if (dims.empty() && shifts.rank() == 1) return roll(x.reshape({x.numel()}), shifts, 0).reshape(x.shape());
  check(shifts.rank() == dims.rank(), ErrorKind::value, "[roll] shifts and dimensions must align. shifts: {}, dims: {}.", shifts, dims);
  Tensor y = x;
  for (int i = 0; i < dims.rank(); ++i) {
    const int d = wrap_dim("roll", dims[i], x.dim());
    const std::int64_t n = x.dim() ? x.shape()[d] : 0;
    const std::int64_t by = n ? (shifts[i] % n + n) % n : 0;
    if (by) y = cat({y.narrow(d, n - by, by), y.narrow(d, 0, n - by)}, d);
  }
  return y.is_same(x) ? x.clone() : y;
}

Tensor flip(const Tensor& x, const Dims& dims) {
  check_defined("flip", "input", x);
  const Dims along = distinct("flip", dims, x.dim());
  Tensor y = empty(x.shape(), x.dtype());
  if (x.numel()) {  // from the last element backwards
    Dims strides = x.strides();
    std::int64_t start = 0;
    for (std::int64_t d : along) {
      if (x.dim() == 0) break;
      const int i = static_cast<int>(d);
      start += (x.shape()[i] - 1) * strides[i];
      strides[i] = -strides[i];
    }
    const auto item = static_cast<std::int64_t>(item_size(x.dtype()));
    kernels::copy_strided(static_cast<int>(item), elements<std::byte>(x) + start * item, strides, y.raw_data(), y.strides(), x.shape());
  }
  if (tracer) {
    std::vector<double> params;
    append_list(params, along);
    const Tensor* in[] = {&x};
    tracer->op("flip", y, in, params);
  }
  record(y, "FlipBackward0", kKeepNothing, [along](Term dy, Grads&) { return hold([&] { return flip(dy, along); }); }, x);
  return y;
}

Tensor fliplr(const Tensor& x) {
  check_defined("fliplr", "input", x);
  check(x.dim() >= 2, ErrorKind::shape, "[fliplr] Input must be >= 2-d, but is {}.", x);
  return flip(x, 1);
}
Tensor flipud(const Tensor& x) {
  check_defined("flipud", "input", x);
  check(x.dim() >= 1, ErrorKind::shape, "[flipud] Input must be >= 1-d, but is {}.", x);
  return flip(x, 0);
}

Tensor rot90(const Tensor& x, std::int64_t k, const Dims& dims) {
  check_defined("rot90", "input", x);
  check(dims.rank() == 2 && x.dim() >= 2, ErrorKind::shape, "[rot90] expected total rotation dims == 2 of at least two dimensions, but got dims {} for input {}.",
        dims, x);
  const Dims d = distinct("rot90", dims, x.dim());
  switch ((k % 4 + 4) % 4) {
    case 1: return flip(x, d[1]).transpose(d[0], d[1]);
    case 2: return flip(x, d);
    case 3: return flip(x, d[0]).transpose(d[0], d[1]);
    default: return x.clone();
  }
}

Tensor repeat(const Tensor& x, const Dims& repeats) {
  check_defined("repeat", "input", x);
  const int lead = repeats.rank() - x.dim();
  check(lead >= 0, ErrorKind::shape,
        "[repeat] Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor: repeats {}, input {}.", repeats, x);
  Shape shape = Dims::filled(lead, 1);
  for (std::int64_t n : x.shape()) shape.push_back(n);
  Tensor y = x.reshape(shape);
  // One dimension after the other, the last first, seen as [what is before it, 1, it and the rest].
  for (int d = shape.rank() - 1; d >= 0; --d) {
    check(repeats[d] >= 0, ErrorKind::value, "[repeat] repeats {} has a negative number; need numbers >= 0.", repeats);
    if (repeats[d] == 1) continue;
    const AxisView v = around(shape, d);
    shape[d] = checked_mul(shape[d], repeats[d]);
    y = y.reshape({v.outer, 1, v.n * v.inner}).expand({v.outer, repeats[d], v.n * v.inner}).reshape(shape);
  }
  return y.impl()->storage == x.impl()->storage ? y.clone() : y;
}

Tensor tile(const Tensor& x, const Dims& dims) {
  check_defined("tile", "input", x);
  Dims repeats = Dims::filled(x.dim() > dims.rank() ? x.dim() - dims.rank() : 0, 1);
  for (std::int64_t n : dims) repeats.push_back(n);
  return repeat(x, repeats);
}

Tensor repeat_interleave(const Tensor& x, const Tensor& repeats, std::optional<std::int64_t> dim) {
  check_defined("repeat_interleave", "input", x);
  check_defined("repeat_interleave", "repeats", repeats);
  if (!dim || x.dim() == 0) return repeat_interleave(x.reshape({x.numel()}), repeats, 0);
  const int d = wrap_dim("repeat_interleave", *dim, x.dim());
  const std::int64_t n = x.shape()[d];
  const bool whole = repeats.impl()->is_number && repeats.item() == static_cast<double>(static_cast<std::int64_t>(repeats.item()));
  check(whole || is_integral(repeats.dtype()), ErrorKind::dtype, "[repeat_interleave] repeats must be int, but is {}.", repeats);
  check(repeats.dim() <= 1, ErrorKind::shape, "[repeat_interleave] repeats must be 0-dim or 1-dim tensor, but is {}.", repeats);
  check(repeats.numel() == 1 || repeats.numel() == n, ErrorKind::shape,
        "[repeat_interleave] repeats must have the same size as input along dim: repeats {}, input {} along {}.", repeats, x, d);
  if (tracer) tracer->read("repeat_interleave", repeats);
  const Formula temporaries;
  const Term counts = dense(plain(repeats, DType::int64));
  const auto* count = counts->data<std::int64_t>();
  const bool one = repeats.numel() == 1;
  std::int64_t total = 0;
  for (std::int64_t i = 0; i < n; ++i) {
    const std::int64_t c = count[one ? 0 : i];
    check(c >= 0, ErrorKind::value, "[repeat_interleave] repeats can not be negative, but one is {}.", c);
    total = checked_add(total, c);
  }
  const Term at = hold([&] { return empty({total}, DType::int64); });
  auto* p = at->data<std::int64_t>();
  for (std::int64_t i = 0; i < n; ++i)
    for (std::int64_t k = 0; k < count[one ? 0 : i]; ++k) *p++ = i;
  return index_select(x, d, at);
}

Tensor movedim(const Tensor& x, const Dims& source, const Dims& destination) {
  check_defined("movedim", "input", x);
  check(source.rank() == destination.rank(), ErrorKind::value,
        "[movedim] Invalid source or destination dims: source ({}) should contain the same number of dims as destination ({}).", source, destination);
  const Dims from = distinct("movedim", source, x.dim()), to = distinct("movedim", destination, x.dim());
  if (x.dim() == 0) return x;
  Dims order = Dims::filled(x.dim(), -1);
  for (int i = 0; i < from.rank(); ++i) order[static_cast<int>(to[i])] = from[i];
  int next = 0;
  for (int d = 0; d < x.dim(); ++d) {
    if (from.contains(d)) continue;
    while (order[next] >= 0) ++next;
    order[next] = d;
  }
  return x.permute(order);
}

Tensor swapaxes(const Tensor& x, std::int64_t axis0, std::int64_t axis1) {
  check_defined("swapaxes", "input", x);
  return x.transpose(axis0, axis1);
}

Tensor unfold_view(const Tensor& x, std::int64_t dimension, std::int64_t size, std::int64_t step) {
  check_defined("unfold", "input", x);
  const int d = wrap_dim("unfold", dimension, x.dim());
  const std::int64_t n = x.dim() ? x.shape()[d] : 1;
  check(size >= 0 && size <= n, ErrorKind::shape, "[unfold] maximum size for tensor {} at dimension {} is {} but size is {}.", x, dimension, n, size);
  check(step > 0, ErrorKind::value, "[unfold] step is {} but must be > 0.", step);
  Shape shape = x.shape();
  Dims strides = x.strides();
  const std::int64_t stride = x.dim() ? strides[d] : 1;
  if (x.dim()) {
    shape[d] = (n - size) / step + 1;
    strides[d] = stride * step;
  }
  shape.push_back(size);
  strides.push_back(stride);
  Tensor y = alias(x, shape, strides, x.impl()->offset);
  const auto gradient = [d, step](Term dy, Grads& g) {
    const Shape& x_shape = g.shape(0);
    if (x_shape.rank() == 0) return reshape(dy, {});
    const std::int64_t windows = dy->shape()[d], size = dy->shape().back();
    const Term at = hold([&] { return empty({windows * size}, DType::int64); });
    auto* p = at->data<std::int64_t>();
    for (std::int64_t w = 0; w < windows; ++w)
      for (std::int64_t k = 0; k < size; ++k) *p++ = w * step + k;
    Shape rows = x_shape;
    rows[d] = windows * size;
    const Term beside = hold([&] { return movedim(dy, -1, d + 1); });
    return hold([&] { return index_add(zeros(x_shape, dy), d, at, reshape(beside, rows)); });
  };
  record(y, "UnfoldBackward0", kKeepNothing, gradient, x);
  return y;
}

Tensor broadcast_to(const Tensor& x, const Shape& size) {
  check_defined("broadcast_to", "input", x);
  return x.expand(size);
}
Tensor expand_as(const Tensor& x, const Tensor& other) {
  check_defined("expand_as", "input", x);
  check_defined("expand_as", "other", other);
  return x.expand(other.shape());
}
Tensor view_as(const Tensor& x, const Tensor& other) {
  check_defined("view_as", "input", x);
  check_defined("view_as", "other", other);
  return x.view(other.shape());
}
Tensor reshape_as(const Tensor& x, const Tensor& other) {
  check_defined("reshape_as", "input", x);
  check_defined("reshape_as", "other", other);
  return x.reshape(other.shape());
}
Tensor ravel(const Tensor& x) {
  check_defined("ravel", "input", x);
  return x.reshape({x.numel()});
}

Tensor unflatten(const Tensor& x, std::int64_t dim, const Shape& sizes) {
  check_defined("unflatten", "input", x);
  check(x.dim() > 0 && !sizes.empty(), ErrorKind::shape, "[unflatten] input is {}, sizes {}; need at least one dimension and one size.", x, sizes);
  const int d = wrap_dim("unflatten", dim, x.dim());
  std::int64_t known = 1;
  int unknown = 0;
  Shape shape;
  for (int i = 0; i < d; ++i) shape.push_back(x.shape()[i]);
  for (std::int64_t n : sizes) {
    shape.push_back(n);
    if (n == -1) ++unknown;
    else known = checked_mul(known, n);
  }
  const std::int64_t n = x.shape()[d];
  const bool fits = unknown == 0 ? known == n : unknown == 1 && known > 0 && n % known == 0;
  check(fits, ErrorKind::shape, "[unflatten] Provided sizes {} don't multiply up to the size of dim {} ({}) in the input tensor.", sizes, d, n);
  for (std::int64_t& s : shape)
    if (s == -1) s = n / known;
  for (int i = d + 1; i < x.dim(); ++i) shape.push_back(x.shape()[i]);
  return x.reshape(shape);
}

Tensor atleast_1d(const Tensor& x) {
  check_defined("atleast_1d", "input", x);
  return x.dim() ? x : x.reshape({1});
}
Tensor atleast_2d(const Tensor& x) {
  check_defined("atleast_2d", "input", x);
  return x.dim() >= 2 ? x : atleast_1d(x).unsqueeze(0);
}
Tensor atleast_3d(const Tensor& x) {
  check_defined("atleast_3d", "input", x);
  return x.dim() >= 3 ? x : atleast_2d(x).unsqueeze(-1);
}

}  // namespace wick
