// Splitting into views, and joins made of cat.

#include "ops/common.h"
#include "wick/ops/rearrange.h"

namespace wick {

TensorList chunk(const Tensor& x, std::int64_t chunks, std::int64_t dim) {
  check_defined("chunk", "input", x);
  check(x.dim() > 0, ErrorKind::shape, "[chunk] chunk expects at least a 1-dimensional tensor.");
  check(chunks > 0, ErrorKind::value, "[chunk] chunk expects `chunks` to be greater than 0, got: {}.", chunks);
  const std::int64_t n = x.size(dim), size = (n + chunks - 1) / chunks;
  if (size > 0) return split(x, size, dim);
  TensorList out;
  while (static_cast<std::int64_t>(out.size()) < chunks) out.push_back(x.narrow(dim, 0, 0));
  return out;
}

TensorList unbind(const Tensor& x, std::int64_t dim) {
  check_defined("unbind", "input", x);
  check(x.dim() > 0, ErrorKind::shape, "[unbind] input is 0-dim; need at least one dimension.");
  TensorList out;
  for (std::int64_t i = 0; i < x.size(dim); ++i) out.push_back(x.select(dim, i));
  return out;
}

TensorList tensor_split(const Tensor& x, std::int64_t sections, std::int64_t dim) {
  check_defined("tensor_split", "input", x);
  check(x.dim() > 0, ErrorKind::shape, "[tensor_split] expected at least a 1-dimensional tensor, but got a tensor with 0 dims.");
  check(sections > 0, ErrorKind::value, "[tensor_split] number of sections must be larger than 0, got {}.", sections);
  const std::int64_t n = x.size(dim), least = n / sections, longer = n % sections;
  TensorList out;
  std::int64_t at = 0;
  for (std::int64_t i = 0; i < sections; ++i) {
    const std::int64_t size = least + (i < longer);
    out.push_back(x.narrow(dim, at, size));
    at += size;
  }
  return out;
}

TensorList tensor_split(const Tensor& x, const std::vector<std::int64_t>& indices, std::int64_t dim) {
  check_defined("tensor_split", "input", x);
  check(x.dim() > 0, ErrorKind::shape, "[tensor_split] expected at least a 1-dimensional tensor, but got a tensor with 0 dims.");
  TensorList out;
  std::int64_t from = 0;
  for (std::int64_t to : indices) {
    out.push_back(x.slice(dim, from, to));
    from = to;
  }
  out.push_back(x.slice(dim, from, x.size(dim)));
  return out;
}

TensorList meshgrid(const TensorList& tensors, std::string_view indexing) {
  check(!tensors.empty(), ErrorKind::value, "[meshgrid] meshgrid expects a non-empty list of tensors.");
  check(indexing == "ij" || indexing == "xy", ErrorKind::value, "[meshgrid] indexing must be one of \"xy\" or \"ij\", but received: {}.", indexing);
  const bool swapped = indexing == "xy" && tensors.size() >= 2;
  Shape shape;
  for (const Tensor& t : tensors) {
    check_defined("meshgrid", "a tensor", t);
    check(t.dim() <= 1, ErrorKind::shape, "[meshgrid] expected scalar or 1D tensor in the tensor list but got: {}.", t);
    check_same_dtype("meshgrid", "the first tensor", tensors[0], "another", t);
    shape.push_back(t.numel());
  }
  TensorList out;
  for (int i = 0; i < shape.rank(); ++i) {
    Shape own = Dims::filled(shape.rank(), 1);
    own[i] = shape[i];
    const Tensor grid = tensors[static_cast<std::size_t>(i)].reshape(own).expand(shape);
    out.push_back(swapped ? grid.transpose(0, 1) : grid);
  }
  return out;
}

namespace {
TensorList mapped(const TensorList& tensors, Tensor (*fn)(const Tensor&)) {
  TensorList out;
  for (const Tensor& t : tensors) out.push_back(fn(t));
  return out;
}
}  // namespace

Tensor hstack(const TensorList& tensors) {
  check(!tensors.empty(), ErrorKind::value, "[hstack] hstack expects a non-empty TensorList.");
  const TensorList rows = mapped(tensors, atleast_1d);
  return cat(rows, rows[0].dim() == 1 ? 0 : 1);
}
Tensor vstack(const TensorList& tensors) {
  check(!tensors.empty(), ErrorKind::value, "[vstack] vstack expects a non-empty TensorList.");
  return cat(mapped(tensors, atleast_2d), 0);
}
Tensor dstack(const TensorList& tensors) {
  check(!tensors.empty(), ErrorKind::value, "[dstack] dstack expects a non-empty TensorList.");
  return cat(mapped(tensors, atleast_3d), 2);
}
Tensor column_stack(const TensorList& tensors) {
  check(!tensors.empty(), ErrorKind::value, "[column_stack] column_stack expects a non-empty TensorList.");
  return hstack(mapped(tensors, [](const Tensor& t) {
    check_defined("column_stack", "a tensor", t);
    return t.dim() <= 1 ? t.reshape({t.numel(), 1}) : t;
  }));
}

Tensor block_diag(const TensorList& tensors) {
  check(!tensors.empty(), ErrorKind::value, "[block_diag] the list of tensors is empty; need at least one.");
  const TensorList blocks = mapped(tensors, atleast_2d);
  std::int64_t columns = 0, before = 0;
  for (const Tensor& t : blocks) {
    check(t.dim() == 2, ErrorKind::shape, "[block_diag] Input tensors must have 2 or fewer dimensions, but one is {}.", t);
    columns = checked_add(columns, t.shape()[1]);
  }
  TensorList rows;
  for (const Tensor& t : blocks) {
    rows.push_back(pad(t, {before, columns - before - t.shape()[1]}));
    before += t.shape()[1];
  }
  return cat(rows, 0);
}

Tensor cartesian_prod(const TensorList& tensors) {
  check(!tensors.empty(), ErrorKind::value, "[cartesian_prod] the list of tensors is empty; need at least one.");
  for (const Tensor& t : tensors) {
    check_defined("cartesian_prod", "a tensor", t);
    check(t.dim() == 1, ErrorKind::shape, "[cartesian_prod] Expect a 1D vector, but got {}.", t);
  }
  if (tensors.size() == 1) return tensors[0];
  return stack(mapped(meshgrid(tensors), ravel), 1);
}

Tensor combinations(const Tensor& x, std::int64_t r, bool with_replacement) {
  check_defined("combinations", "input", x);
  check(x.dim() == 1, ErrorKind::shape, "[combinations] Expect a 1D vector, but got {}.", x);
  check(r >= 0, ErrorKind::value, "[combinations] Expect a non-negative number, but got {}.", r);
  if (r == 0) return empty({0}, x.dtype());
  const std::int64_t n = x.numel(), step = with_replacement ? 0 : 1;
  // Index tuples in lexical order: the last that can grow does, and those behind it start from there again.
  std::vector<std::int64_t> at(static_cast<std::size_t>(r)), rows;
  for (std::int64_t i = 0; i < r; ++i) at[static_cast<std::size_t>(i)] = step * i;
  std::int64_t count = 0;
  bool more = n > 0 && (with_replacement || r <= n);
  while (more) {
    rows.insert(rows.end(), at.begin(), at.end());
    ++count;
    std::int64_t i = r - 1;
    while (i >= 0 && at[static_cast<std::size_t>(i)] == n - 1 - step * (r - 1 - i)) --i;
    more = i >= 0;
    for (std::int64_t k = i; more && k < r; ++k) at[static_cast<std::size_t>(k)] = k == i ? at[static_cast<std::size_t>(k)] + 1 : at[static_cast<std::size_t>(k - 1)] + step;
  }
  return index_select(x, 0, tensor(rows)).reshape({count, r});
}

}  // namespace wick
