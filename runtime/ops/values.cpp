// Different values, counts and places in an ascending sequence. Results have no gradient, but bincount's weights and unique's values
// neither in PyTorch.

#include <algorithm>
#include <vector>

#include "core/sort.h"
#include "ops/pointwise.h"
#include "ops/reduction.h"
#include "wick/ops/statistics.h"

namespace wick {

namespace {

Tensor of_integers(const std::vector<std::int64_t>& values) { return tensor(values); }

// Of two numbers whether one is less; NaN comes behind all.
template <class T>
bool is_less(T a, T b) {
  return a < b || (b != b && a == a);
}

// Runs of equal elements, or slices along dim, in the order given or in their own: that of slices is read, as in PyTorch, with
// dim exchanged with the first dimension.
TensorList runs(const char* op, const Tensor& x, bool by_value, bool return_inverse, bool return_counts, std::optional<std::int64_t> dim) {
  check_defined(op, "x", x);
  check_untraced(op);
  const DType dtype = number_dtype(x.dtype());
  check(!dim || x.dim() > 0, ErrorKind::index, "[{}] dim {} specified but x is {}, which has no dimensions.", op, dim.value_or(0), x);
  const int d = dim ? wrap_dim(op, *dim, x.dim()) : 0;
  const std::int64_t n = dim ? x.shape()[d] : x.numel(), width = n ? x.numel() / n : 0;
  for (int k = 0; dim && k < x.dim(); ++k)
    check(k == d || x.shape()[k] != 0, ErrorKind::shape, "[{}] x is {}; there are 0 sized dimensions, and they aren't selected by dim {}, so {} cannot be applied.", op, x,
          *dim, op);
  const Formula temporaries;
  const Term source = dim ? Term(x.detach()) : Term(x.detach().reshape({x.numel()}));
  const Term rows = dense(plain(hold([&] { return source->transpose(d, 0).reshape({n, width}); }), dtype));
  std::vector<std::int64_t> first, inverse(static_cast<std::size_t>(n)), counts;
  dispatch_number(op, dtype, [&]<class T>() {
    const T* v = rows->data<T>();
    const auto slice = [v, width](std::size_t i) { return v + static_cast<std::int64_t>(i) * width; };
    std::vector<std::size_t> order(inverse.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    if (by_value)
      order = sorted_indices(order.size(), [&](std::size_t a, std::size_t b) {
        const T *p = slice(a), *q = slice(b);
        for (std::int64_t k = 0; k < width; ++k) {
          if (is_less(p[k], q[k])) return true;
          if (is_less(q[k], p[k])) return false;
        }
        return false;
      });
    for (std::size_t k = 0; k < order.size(); ++k) {
      if (k == 0 || !std::equal(slice(order[k]), slice(order[k] + 1), slice(order[k - 1]))) {  // no two NaN are equal
        first.push_back(static_cast<std::int64_t>(order[k]));
        counts.push_back(0);
      }
      ++counts.back();
      inverse[order[k]] = static_cast<std::int64_t>(first.size()) - 1;
    }
  });
  TensorList out{index_select(source, d, of_integers(first))};
  if (return_inverse) out.push_back(dim ? of_integers(inverse) : of_integers(inverse).reshape(x.shape()));
  if (return_counts) out.push_back(of_integers(counts));
  return out;
}

// Where each of values goes in its row of the sequence.
Tensor places(const Tensor& sequence, const Tensor& values, bool out_int32, bool right) {
  const std::vector<double> rows = sequence.to_vector(), asked = values.to_vector();
  const std::size_t n = sequence.dim() ? static_cast<std::size_t>(sequence.shape().back()) : 1;
  const std::size_t per_row = sequence.dim() > 1 && values.dim() ? static_cast<std::size_t>(values.shape().back()) : asked.size();
  std::vector<std::int64_t> found;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const auto from = rows.begin() + static_cast<std::ptrdiff_t>(i / per_row * n), to = from + static_cast<std::ptrdiff_t>(n);
    found.push_back((right ? std::upper_bound(from, to, asked[i]) : std::lower_bound(from, to, asked[i])) - from);
  }
  return of_integers(found).reshape(values.shape()).to(out_int32 ? DType::int32 : DType::int64);
}

}  // namespace

TensorList unique(const Tensor& x, bool, bool return_inverse, bool return_counts, std::optional<std::int64_t> dim) {
  return runs("unique", x, true, return_inverse, return_counts, dim);
}
TensorList unique_consecutive(const Tensor& x, bool return_inverse, bool return_counts, std::optional<std::int64_t> dim) {
  return runs("unique_consecutive", x, false, return_inverse, return_counts, dim);
}

Tensor bincount(const Tensor& x, const Tensor& weights, std::int64_t minlength) {
  check_defined("bincount", "x", x);
  check_untraced("bincount");
  check(is_integral(x.dtype()) && x.dim() == 1, ErrorKind::shape, "[bincount] x is {}; bincount only supports 1-d non-negative integral inputs.", x);
  check(!weights.defined() || weights.shape() == x.shape(), ErrorKind::shape, "[bincount] weights is {} for x {}; weights should have the same shape as x.",
        weights.defined() ? weights : x, x);
  check(minlength >= 0, ErrorKind::value, "[bincount] minlength is {}; minlength should be >= 0.", minlength);
  const Tensor index = x.to(DType::int64).contiguous();
  const auto* at = index.data<std::int64_t>();
  std::int64_t n = minlength;
  for (std::int64_t i = 0; i < index.numel(); ++i) {
    check(at[i] >= 0, ErrorKind::value, "[bincount] x has {}; bincount only supports 1-d non-negative integral inputs.", at[i]);
    n = std::max(n, checked_add(at[i], 1));
  }
  Tensor counts = zeros({n}, DType::int64);
  if (!weights.defined()) {
    for (std::int64_t i = 0; i < index.numel(); ++i) ++counts.data<std::int64_t>()[at[i]];
    return counts;
  }
  const Tensor w = floating("bincount", weights).detach().contiguous();
  Tensor sums = zeros({n}, w.dtype());
  dispatch_floating("bincount", w.dtype(), [&]<class T>() {
    for (std::int64_t i = 0; i < index.numel(); ++i) sums.data<T>()[at[i]] += w.data<T>()[i];
  });
  return sums;
}

Tensor histc(const Tensor& x, std::int64_t bins, double min, double max) {
  check_floating("histc", "x", x);
  check(bins > 0, ErrorKind::value, "[histc] bins is {}; bins must be > 0.", bins);
  const std::vector<double> values = x.to_vector();
  const double asked_min = min, asked_max = max;
  if (min == max && !values.empty()) {
    min = *std::min_element(values.begin(), values.end());
    max = *std::max_element(values.begin(), values.end());
  }
  if (min == max) min -= 1, max += 1;
  check(max - min < __builtin_inf() && min < max, ErrorKind::value, "[histc] range [{}, {}] is not finite or max must be larger than min.", min, max);
  std::vector<double> counts(static_cast<std::size_t>(bins));
  for (double v : values) {
    if (!(v >= min && v <= max)) continue;
    const auto at = static_cast<std::int64_t>((v - min) / (max - min) * static_cast<double>(bins));
    ++counts[static_cast<std::size_t>(std::min(at, bins - 1))];
  }
  Tensor y = tensor(counts).to(x.dtype());
  if (tracer) trace("histc", y, {&x}, {static_cast<double>(bins), asked_min, asked_max});
  return y;
}

Tensor searchsorted(const Tensor& sorted_sequence, const Tensor& x, bool out_int32, bool right, std::optional<std::string_view> side) {
  check_defined("searchsorted", "sorted_sequence", sorted_sequence);
  check_defined("searchsorted", "x", x);
  check(!side || *side == "left" || *side == "right", ErrorKind::value, "[searchsorted] side is \"{}\"; side can only be 'left' or 'right'.", side.value_or(""));
  check(!(right && side && *side == "left"), ErrorKind::value, "[searchsorted] side and right can't be set to opposites, got side of left while right was True.");
  bool fits = sorted_sequence.dim() >= 1;
  if (sorted_sequence.dim() > 1) {
    fits = x.dim() == sorted_sequence.dim();
    for (int i = 0; fits && i + 1 < x.dim(); ++i) fits = x.shape()[i] == sorted_sequence.shape()[i];
  }
  check(fits, ErrorKind::shape,
        "[searchsorted] sorted_sequence is {} and x is {}; the sequence should be one-dimensional, or all but the last dimensions must match.",
        sorted_sequence, x);
  const bool behind = right || (side && *side == "right");
  Tensor y = places(sorted_sequence, x, out_int32, behind);
  if (tracer) trace("searchsorted", y, {&sorted_sequence, &x}, {out_int32 ? 1.0 : 0.0, behind ? 1.0 : 0.0});
  return y;
}

Tensor bucketize(const Tensor& x, const Tensor& boundaries, bool out_int32, bool right) {
  check_defined("bucketize", "x", x);
  check_defined("bucketize", "boundaries", boundaries);
  check(boundaries.dim() == 1, ErrorKind::shape, "[bucketize] boundaries is {}; boundaries tensor must be 1 dimension.", boundaries);
  Tensor y = places(boundaries, x, out_int32, right);
  if (tracer) trace("bucketize", y, {&x, &boundaries}, {out_int32 ? 1.0 : 0.0, right ? 1.0 : 0.0});
  return y;
}

}  // namespace wick
