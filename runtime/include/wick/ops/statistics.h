#pragma once
// Reductions, running totals and orders beyond those of wick/ops.h, by the same rules. dim: an empty list means all dimensions.
// Integers are taken where PyTorch takes them; a mean, norm or deviation needs f32 or f64.

#include <optional>
#include <string_view>
#include <utility>

#include "wick/tensor.h"

namespace wick {

// Reductions.
Tensor prod(const Tensor& x);
Tensor prod(const Tensor& x, std::int64_t dim, bool keepdim = false);
Tensor std(const Tensor& x, const Dims& dim = {}, double correction = 1, bool keepdim = false);
std::pair<Tensor, Tensor> var_mean(const Tensor& x, const Dims& dim = {}, double correction = 1, bool keepdim = false);
std::pair<Tensor, Tensor> std_mean(const Tensor& x, const Dims& dim = {}, double correction = 1, bool keepdim = false);
/// (sum |x|^p)^(1/p); inf: the largest |x|, -inf: the smallest, 0: the count of those that are not 0.
Tensor norm(const Tensor& x, double p = 2, const Dims& dim = {}, bool keepdim = false);
Tensor dist(const Tensor& x, const Tensor& other, double p = 2);  ///< norm(x - other, p)
/// Distances of rows: x1 [..., P, M], x2 [..., R, M] -> [..., P, R]. compute_mode is PyTorch's and has no effect: differences are
/// taken, which is its "donot_use_mm_for_euclid_dist".
Tensor cdist(const Tensor& x1, const Tensor& x2, double p = 2, std::optional<std::string_view> compute_mode = {});
Tensor nansum(const Tensor& x, const Dims& dim = {}, bool keepdim = false);   ///< NaN counts as 0
Tensor nanmean(const Tensor& x, const Dims& dim = {}, bool keepdim = false);  ///< over what is not NaN
Tensor count_nonzero(const Tensor& x, const Dims& dim = {});                  ///< int64
/// bool, from any dtype: whether every (any) element is not 0.
Tensor all(const Tensor& x);
Tensor all(const Tensor& x, std::int64_t dim, bool keepdim = false);
Tensor any(const Tensor& x);
Tensor any(const Tensor& x, std::int64_t dim, bool keepdim = false);
std::pair<Tensor, Tensor> aminmax(const Tensor& x, std::optional<std::int64_t> dim = {}, bool keepdim = false);

// Running totals along dim, of the shape of x.
Tensor cumsum(const Tensor& x, std::int64_t dim);
Tensor cumprod(const Tensor& x, std::int64_t dim);
Tensor logcumsumexp(const Tensor& x, std::int64_t dim);
std::pair<Tensor, Tensor> cummax(const Tensor& x, std::int64_t dim);  ///< values, indices (the last of equal ones)
std::pair<Tensor, Tensor> cummin(const Tensor& x, std::int64_t dim);
/// n times x[i + 1] - x[i]; prepend and append, if any, are joined to x first.
Tensor diff(const Tensor& x, std::int64_t n = 1, std::int64_t dim = -1, const Tensor& prepend = {}, const Tensor& append = {});

// Order. NaN counts as largest. Equal elements stay in their order, so results with indices are the same everywhere.
std::pair<Tensor, Tensor> sort(const Tensor& x, std::int64_t dim = -1, bool descending = false, bool stable = false);  ///< values, indices
Tensor argsort(const Tensor& x, std::int64_t dim = -1, bool descending = false);
Tensor msort(const Tensor& x);  ///< along dimension 0
/// The k largest (smallest) and their indices, in order whether sorted or not.
std::pair<Tensor, Tensor> topk(const Tensor& x, std::int64_t k, std::int64_t dim = -1, bool largest = true, bool sorted = true);
std::pair<Tensor, Tensor> kthvalue(const Tensor& x, std::int64_t k, std::int64_t dim = -1, bool keepdim = false);  ///< k counts from 1
Tensor median(const Tensor& x);  ///< the lower of the two middle ones; NaN if there is any
std::pair<Tensor, Tensor> median(const Tensor& x, std::int64_t dim, bool keepdim = false);
Tensor nanmedian(const Tensor& x);  ///< of what is not NaN
std::pair<Tensor, Tensor> nanmedian(const Tensor& x, std::int64_t dim, bool keepdim = false);
/// The most frequent value (the smallest of equally frequent ones) and the index of its last occurrence.
std::pair<Tensor, Tensor> mode(const Tensor& x, std::int64_t dim = -1, bool keepdim = false);
/// q: one number or a list, in [0, 1]; a list gives a first dimension of its size. interpolation between neighbours: "linear", "lower",
/// "higher", "midpoint" or "nearest".
Tensor quantile(const Tensor& x, const Tensor& q, std::optional<std::int64_t> dim = {}, bool keepdim = false, std::string_view interpolation = "linear");

// Values and counts.
/// The different values in ascending order, then, if asked for, the place of each element among them and how often each occurs.
/// With dim: the different slices along it, in the order of their first elements that differ, and the place of each slice.
/// Throws ErrorKind::shape for a size 0 of another dimension.
TensorList unique(const Tensor& x, bool sorted = true, bool return_inverse = false, bool return_counts = false, std::optional<std::int64_t> dim = {});
TensorList unique_consecutive(const Tensor& x, bool return_inverse = false, bool return_counts = false,
                              std::optional<std::int64_t> dim = {});  ///< drops repetitions only
/// How often each of 0 ... max occurs in x (integers >= 0, one dimension); with weights, their sums (f32 for integers). At least minlength results.
Tensor bincount(const Tensor& x, const Tensor& weights = {}, std::int64_t minlength = 0);
/// Counts in bins of equal width from min to max (of x if both are 0); what lies outside is left out.
Tensor histc(const Tensor& x, std::int64_t bins = 100, double min = 0, double max = 0);
/// Where to put each value into the ascending sequence [..., n] to keep it so: before equal ones, or behind them if right (or
/// side is "right"). int64 or int32, of the shape of x.
Tensor searchsorted(const Tensor& sorted_sequence, const Tensor& x, bool out_int32 = false, bool right = false, std::optional<std::string_view> side = {});
Tensor bucketize(const Tensor& x, const Tensor& boundaries, bool out_int32 = false, bool right = false);

}  // namespace wick
