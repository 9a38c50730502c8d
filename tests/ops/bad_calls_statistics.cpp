#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

const BadCallFamily kFamily("statistics", [](BadCalls& out) {
  const V half(zeros({2}, DType::float16));
  for (const char* op : {"cumsum", "cumprod", "cummax", "cummin", "argsort", "sort", "mode"}) out.push_back({op, {half, I(0)}, "need f32 or f64"});
  out.push_back({"prod", {half}, "is f16[2]; need f32 or f64"});
  for (const char* op : {"std", "var_mean", "std_mean", "norm", "linalg_vector_norm", "nanmean"}) out.push_back({op, {i64({2})}, "is i64[2]; need f32 or f64"});
  for (const char* op : {"prod.dim", "all.dim", "any.dim", "cumsum", "cumprod", "logcumsumexp", "cummax", "cummin", "argsort", "sort", "mode", "median.dim", "nanmedian.dim"})
    out.push_back({op, {f32({2, 3}), I(2)}, "dim is 2; need -2 <= dim < 2"});
  for (const char* op : {"all", "any", "median", "nanmedian", "msort"}) out.push_back({op, {}, "argument self is missing"});
  for (const char* op : {"nansum", "count_nonzero"}) out.push_back({op, {f32({2, 3}), Ints{2}}, "dim is 2; need -2 <= dim < 2"});
  for (const char* op : {"median.dim", "nanmedian.dim", "mode"}) out.push_back({op, {f32({2, 0}), I(1)}, "has no elements along the reduced dimension 1"});
  out.push_back({"aminmax", {f32({0})}, "has no elements"});
  out.push_back({"norm", {f32({2}), __builtin_nan("")}, "p is NaN"});
  out.push_back({"norm.fro", {f32({2}), "nuc"}, "need a number or \"fro\""});
  out.push_back({"dist", {f32({2}), f32({3})}, "[2] and [3] differ"});
  out.push_back({"cdist", {f32({2, 3}), f32({2, 4})}, "need [..., P, M] and [..., R, M]"});
  out.push_back({"cdist", {f32({2, 3}), f32({2, 3}), -1.0}, "only supports non-negative p values"});
  out.push_back({"diff", {f32({})}, "expects input to be at least one-dimensional"});
  out.push_back({"diff", {f32({2}), I(-1)}, "order must be non-negative"});
  out.push_back({"topk", {f32({2}), I(3)}, "selected index k out of range"});
  out.push_back({"kthvalue", {f32({2}), I(0)}, "selected number k out of range"});
  out.push_back({"quantile", {f32({2}), 1.5}, "q values must be in the range [0, 1]"});
  out.push_back({"quantile", {f32({2}), f32({1, 1})}, "q must be a scalar or 1D tensor"});
  out.push_back({"quantile", {f32({2}), i64({1})}, "must be same dtype as the input tensor"});
  out.push_back({"quantile", {f32({0}), 0.5}, "input tensor must be non-empty"});
  out.push_back({"quantile", {f32({2}), 0.5, kNone, false, "cubic"}, "interpolation must be one of linear"});
  out.push_back({"unique", {half}, "need f32 or f64"});
  out.push_back({"unique_consecutive", {half}, "need f32 or f64"});
  out.push_back({"unique", {f32({0, 3}), true, false, false, I(1)}, "there are 0 sized dimensions, and they aren't selected by dim 1"});
  out.push_back({"unique_consecutive", {f32({0, 0}), false, false, I(0)}, "so unique_consecutive cannot be applied"});
  out.push_back({"unique", {f32({}), true, false, false, I(0)}, "dim 0 specified but x is f32[], which has no dimensions"});
  out.push_back({"bincount", {f32({2})}, "only supports 1-d non-negative integral inputs"});
  out.push_back({"bincount", {V(full({2}, -1, DType::int64))}, "only supports 1-d non-negative integral inputs"});
  out.push_back({"bincount", {i64({2}), f32({3})}, "weights should have the same shape as x"});
  out.push_back({"bincount", {i64({2}), kNone, I(-1)}, "minlength should be >= 0"});
  out.push_back({"histc", {f32({2}), I(0)}, "bins must be > 0"});
  out.push_back({"histc", {f32({2}), I(3), 2.0, 1.0}, "max must be larger than min"});
  out.push_back({"searchsorted", {f32({2, 3}), f32({3, 2})}, "all but the last dimensions must match"});
  out.push_back({"searchsorted", {f32({2}), f32({3}), false, false, "middle"}, "side can only be 'left' or 'right'"});
  out.push_back({"searchsorted", {f32({2}), f32({3}), false, true, "left"}, "can't be set to opposites"});
  out.push_back({"bucketize", {f32({2}), f32({2, 2})}, "boundaries tensor must be 1 dimension"});
});

}  // namespace
}  // namespace wick::test
