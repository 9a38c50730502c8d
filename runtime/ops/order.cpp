// Sorting and what is picked by rank. Indices come from a stable sort, values by gathering them.

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

#include "core/sort.h"
#include "ops/reduction.h"
#include "wick/ops/math.h"
#include "wick/ops/statistics.h"

namespace wick {

namespace {

// fn(values, n, step, place of the first element) for each line of x along d, values being float, double or int64.
template <class F>
void for_each_values(const char* op, const Tensor& x, int d, const F& fn) {
  const DType dtype = number_dtype(x.dtype());
  const Formula temporaries;
  const Term xc = dense(plain(x, dtype));
  const AxisView v = around(x.shape(), d);
  dispatch_number(op, dtype, [&]<class T>() {
    for_each_line(v, [&](std::int64_t from, std::int64_t to) { fn(xc->data<T>() + from, v.n, v.inner, from, to); });
  });
}

template <class T>
bool is_nan(T v) {
  return v != v;
}
// NaN is larger than any number.
template <class T>
bool less(T a, T b) {
  return a < b || (is_nan(b) && !is_nan(a));
}

template <class T>
std::vector<std::size_t> order_of(const T* x, std::int64_t n, std::int64_t step, bool descending) {
  const auto at = [&](std::size_t i) { return x[static_cast<std::int64_t>(i) * step]; };
  return sorted_indices(static_cast<std::size_t>(n), [&](std::size_t a, std::size_t b) { return descending ? less(at(b), at(a)) : less(at(a), at(b)); });
}

Shape with_size(Shape shape, int d, std::int64_t n) {
  if (shape.rank()) shape[d] = n;
  return shape;
}

std::pair<Tensor, Tensor> sorted_by(const char* node, const Tensor& x, int d, bool descending, std::int64_t first, std::int64_t count) {
  const Tensor order = argsort(x, d, descending), index = x.dim() ? order.narrow(d, first, count).contiguous() : order;
  return {taken(node, x, d, index, index.shape()), index};
}

// The element that pick(values, n, step) names in each line along d.
template <class F>
std::pair<Tensor, Tensor> one_of(const char* op, const char* node, const Tensor& x, std::int64_t dim, bool keepdim, const F& pick) {
  check_defined(op, "x", x);
  const int d = wrap_dim(op, dim, x.dim());
  check(x.dim() == 0 || x.shape()[d] > 0, ErrorKind::shape, "[{}] input {} has no elements along the reduced dimension {}; need at least one.", op, x, d);
  Tensor index = empty(with_size(x.shape(), d, 1), DType::int64);
  for_each_values(op, x, d, [&](auto* values, std::int64_t n, std::int64_t step, std::int64_t, std::int64_t to) {
    index.data<std::int64_t>()[to] = pick(values, n, step);
  });
  const Shape shape = keepdim || x.dim() == 0 ? index.shape() : index.squeeze(d).shape();
  return {taken(node, x, d, index, shape), index.reshape(shape)};
}

// The lower middle element; NaN counts as the middle one, or not at all.
struct Middle {
  bool skip_nan;
  template <class T>
  std::int64_t operator()(const T* x, std::int64_t n, std::int64_t step) const {
    const auto order = order_of(x, n, step, false);
    std::int64_t numbers = n;  // NaN lies behind them
    while (numbers > 0 && is_nan(x[static_cast<std::int64_t>(order[static_cast<std::size_t>(numbers - 1)]) * step])) --numbers;
    if (!skip_nan && numbers < n) return static_cast<std::int64_t>(order[static_cast<std::size_t>(numbers)]);
    return static_cast<std::int64_t>(order[static_cast<std::size_t>(numbers > 0 ? (numbers - 1) / 2 : 0)]);
  }
};

Tensor middle_of_all(const char* op, const char* node, const Tensor& x, bool skip_nan) {
  check_defined(op, "x", x);
  if (x.numel() == 0 && is_floating(x.dtype())) return full({}, __builtin_nan(""), x.dtype());
  Tensor y = one_of(op, node, x.detach().reshape({x.numel()}), 0, false, Middle{skip_nan}).first;
  if (tracer) trace(op, y, {&x});
  const auto gradient = [](Term dy, Grads& d) {  // shared evenly among equal elements
    const Term x = d.kept(0), y = d.kept(1);
    const Term hit = to(hold([&] { return y->numel() && y->item() != y->item() ? isnan(x) : eq(x, y); }), dy->dtype());
    return hit * (dy / sum(hit, {}, false));
  };
  record(y, node, kKeepFirst | kKeepResult, gradient, x);
  return y;
}

}  // namespace

Tensor argsort(const Tensor& x, std::int64_t dim, bool descending) {
  check_defined("argsort", "x", x);
  const int d = wrap_dim("argsort", dim, x.dim());
  Tensor index = empty(x.shape(), DType::int64);
  for_each_values("argsort", x, d, [&](auto* values, std::int64_t n, std::int64_t step, std::int64_t from, std::int64_t) {
    const auto order = order_of(values, n, step, descending);
    for (std::int64_t k = 0; k < n; ++k) index.data<std::int64_t>()[from + k * step] = static_cast<std::int64_t>(order[static_cast<std::size_t>(k)]);
  });
  if (tracer) trace("argsort", index, {&x}, {static_cast<double>(d), descending ? 1.0 : 0.0});
  return index;
}

std::pair<Tensor, Tensor> sort(const Tensor& x, std::int64_t dim, bool descending, bool) {
  check_defined("sort", "x", x);
  const int d = wrap_dim("sort", dim, x.dim());
  return sorted_by("SortBackward0", x, d, descending, 0, x.dim() ? x.shape()[d] : 1);
}
Tensor msort(const Tensor& x) { return sort(x, 0).first; }

std::pair<Tensor, Tensor> topk(const Tensor& x, std::int64_t k, std::int64_t dim, bool largest, bool) {
  check_defined("topk", "x", x);
  const int d = wrap_dim("topk", dim, x.dim());
  const std::int64_t n = x.dim() ? x.shape()[d] : 1;
  check(k >= 0 && k <= n, ErrorKind::value, "[topk] selected index k out of range: k is {} for dimension {} of input {}; need 0 <= k <= {}.", k, d, x, n);
  return sorted_by("TopkBackward0", x, d, largest, 0, k);
}

std::pair<Tensor, Tensor> kthvalue(const Tensor& x, std::int64_t k, std::int64_t dim, bool keepdim) {
  check_defined("kthvalue", "x", x);
  const int d = wrap_dim("kthvalue", dim, x.dim());
  const std::int64_t n = x.dim() ? x.shape()[d] : 1;
  check(k >= 1 && k <= n, ErrorKind::value, "[kthvalue] selected number k out of range: k is {} for dimension {} of input {}; need 1 <= k <= {}.", k, d, x, n);
  const Tensor order = argsort(x, d), index = x.dim() ? order.narrow(d, k - 1, 1).contiguous() : order;
  const Shape shape = keepdim || x.dim() == 0 ? index.shape() : index.squeeze(d).shape();
  return {taken("KthvalueBackward0", x, d, index, shape), index.reshape(shape)};
}

Tensor median(const Tensor& x) { return middle_of_all("median", "MedianBackward0", x, false); }
Tensor nanmedian(const Tensor& x) { return middle_of_all("nanmedian", "NanmedianBackward0", x, true); }
std::pair<Tensor, Tensor> median(const Tensor& x, std::int64_t dim, bool keepdim) {
  check_untraced("median");
  return one_of("median", "MedianBackward1", x, dim, keepdim, Middle{false});
}
std::pair<Tensor, Tensor> nanmedian(const Tensor& x, std::int64_t dim, bool keepdim) {
  check_untraced("nanmedian");
  return one_of("nanmedian", "NanmedianBackward1", x, dim, keepdim, Middle{true});
}

std::pair<Tensor, Tensor> mode(const Tensor& x, std::int64_t dim, bool keepdim) {
  check_untraced("mode");
  return one_of("mode", "ModeBackward0", x, dim, keepdim, [](auto* values, std::int64_t n, std::int64_t step) {
    const auto order = order_of(values, n, step, false);
    std::int64_t best = 0, longest = 0, run = 0;
    for (std::int64_t k = 0; k < n; ++k) {
      const auto at = static_cast<std::int64_t>(order[static_cast<std::size_t>(k)]);
      const bool same = k > 0 && values[at * step] == values[static_cast<std::int64_t>(order[static_cast<std::size_t>(k - 1)]) * step];
      run = same ? run + 1 : 1;
      // Of the same run the later index wins, of another only a longer one.
      if (run > longest) longest = run, best = at;
    }
    return best;
  });
}

Tensor quantile(const Tensor& x, const Tensor& q, std::optional<std::int64_t> dim, bool keepdim, std::string_view interpolation) {
  check_floating("quantile", "x", x);
  check_defined("quantile", "q", q);
  check(q.dim() <= 1, ErrorKind::shape, "[quantile] q is {}; q must be a scalar or 1D tensor.", q);
  check(q.impl()->is_number || q.dtype() == x.dtype(), ErrorKind::dtype, "[quantile] q is {}; q tensor must be same dtype as the input tensor {}.", q, x);
  static constexpr std::string_view kWays[] = {"linear", "lower", "higher", "midpoint", "nearest"};
  const auto way = std::find(std::begin(kWays), std::end(kWays), interpolation) - std::begin(kWays);
  check(way < 5, ErrorKind::value, "[quantile] interpolation is \"{}\"; interpolation must be one of linear, lower, higher, midpoint or nearest.", interpolation);
  const int d = dim ? wrap_dim("quantile", *dim, x.dim()) : 0;
  const Tensor v = dim && x.dim() ? x : x.reshape({x.numel()});
  const std::int64_t n = v.shape()[d];
  check(n > 0, ErrorKind::shape, "[quantile] input {} is empty; input tensor must be non-empty.", x);
  std::vector<std::int64_t> below, above;
  for (double asked : q.to_vector()) {
    check(asked >= 0 && asked <= 1, ErrorKind::value, "[quantile] q has {}; q values must be in the range [0, 1].", asked);
    double rank = asked * static_cast<double>(n - 1);
    if (way == 1) rank = std::floor(rank);
    if (way == 2) rank = std::ceil(rank);
    if (way == 4) rank = std::nearbyint(rank);
    below.push_back(static_cast<std::int64_t>(std::floor(rank)));
    above.push_back(static_cast<std::int64_t>(std::ceil(rank)));
  }
  // How far a rank is above the element below; q has a gradient through it.
  const Tensor low = tensor(below);
  Tensor weights = zeros({q.numel()}, x.dtype());
  if (way == 0) weights = sub(mul(q, static_cast<double>(n - 1)).to(x.dtype()).reshape({q.numel()}), low);
  if (way == 3) weights.fill_(0.5);
  // [..., n, ...] -> [Q, ...]: rows of the sorted line.
  const Tensor rows = sort(v, d).first.transpose(0, d), last = rows.narrow(0, n - 1, 1);
  Shape per_row = Shape::filled(rows.dim(), 1);
  per_row[0] = q.numel();
  Tensor y = lerp(index_select(rows, 0, low), index_select(rows, 0, tensor(above)), weights.reshape(per_row));
  y = where(isnan(last), last, y);
  Dims order{0};  // the place of the reduced dimension holds what was dimension 0; put it back in front
  if (d > 0) order.push_back(d);
  for (int i = 1; i < y.dim(); ++i)
    if (i != d) order.push_back(i);
  y = y.permute(order);
  Shape shape = v.shape();
  if (dim && x.dim()) {
    if (keepdim) shape[d] = 1;
    else shape.erase(d);
  } else {
    shape = keepdim ? Shape::filled(x.dim(), 1) : Shape{};
  }
  if (q.dim() == 1) shape.insert(0, q.numel());
  return y.reshape(shape);
}

}  // namespace wick
