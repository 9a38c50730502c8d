// For each op a call that must fail, with the part of the text that tells the reason.

#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {

std::vector<BadCall> bad_calls() {
  using Ints = std::vector<std::int64_t>;
  const auto f = [](const Shape& s) { return Value(zeros(s)); };
  const auto i = [](const Shape& s) { return Value(zeros(s, DType::int64)); };
  const auto n = [](std::int64_t v) { return Value(v); };
  const Value none{};
  std::vector<BadCall> out;
  for (const char* op : {"add", "sub", "mul", "div", "pow", "maximum", "minimum", "eq", "ne", "lt", "le", "gt", "ge", "mse_loss", "l1_loss", "smooth_l1_loss"})
    out.push_back({op, {f({2, 3}), f({4})}, "[2,3] and [4] differ at dimension 1"});
  for (const char* op : {"exp", "log", "sqrt", "rsqrt", "abs", "square", "reciprocal", "sin", "cos", "tanh", "sigmoid", "relu", "leaky_relu", "elu", "gelu", "silu", "softplus", "clamp", "mean", "var", "max", "min", "amax", "amin", "argmax"})
    out.push_back({op, {i({2})}, "is i64[2]; need f32 or f64"});
  out.push_back({"argmin", {f({0})}, "has no elements along the reduced dimension 0"});
  out.push_back({"neg", {}, "argument self is missing"});
  out.push_back({"clamp", {f({2})}, "need at least one"});
  out.push_back({"gelu", {f({2}), std::string("fast")}, "approximate is \"fast\""});
  out.push_back({"softplus", {f({2}), -1.0}, "need beta > 0"});
  out.push_back({"where", {f({2}), f({2}), f({2})}, "condition is f32[2]; need bool"});
  out.push_back({"sum", {f({2, 3}), Ints{2}}, "dim is 2; need -2 <= dim < 2"});
  out.push_back({"sum", {f({2, 3}), Ints{0, -2}}, "appears twice"});
  out.push_back({"max", {f({0})}, "has no elements"});
  out.push_back({"max.dim", {f({2, 0}), n(1)}, "has no elements along the reduced dimension 1"});
  out.push_back({"min.dim", {f({2, 3}), n(5)}, "dim is 5"});
  out.push_back({"logsumexp", {f({2, 3}), Ints{7}}, "dim is 7"});
  out.push_back({"softmax", {f({2, 3}), n(2)}, "dim is 2"});
  out.push_back({"log_softmax", {f({2, 3}), n(-3)}, "dim is -3"});
  out.push_back({"matmul", {f({8, 3}), f({4, 5})}, "inner sizes differ: x is f32[8,3], other is f32[4,5]"});
  out.push_back({"matmul", {f({8, 3}), f({5, 3})}, "Did you mean other transposed?"});
  out.push_back({"matmul", {f({}), f({3})}, "need at least one dimension"});
  out.push_back({"matmul", {f({2, 2}), Value(zeros({2, 2}, DType::float64))}, "dtypes must be equal"});
  out.push_back({"linear", {f({2, 5}), f({3, 4}), none}, "its last size must be 4"});
  out.push_back({"linear", {f({2, 4}), f({3, 4}), f({4})}, "bias is f32[4]; need [3]"});
  out.push_back({"conv2d", {f({1, 3, 8, 8}), f({4, 2, 3, 3})}, "weight takes 2 input channels"});
  out.push_back({"conv2d", {f({1, 2, 2, 2}), f({4, 2, 3, 3})}, "the kernel cannot be larger than the input"});
  out.push_back({"conv2d", {f({1, 2, 8, 8}), f({4, 2, 3, 3}), f({3})}, "bias is f32[3]; need [4]"});
  out.push_back({"conv2d", {f({1, 2, 8, 8}), f({4, 2, 3, 3}), none, n(0)}, "stride is [0,0]; need sizes > 0"});
  out.push_back({"conv2d", {f({1, 4, 8, 8}), f({4, 2, 3, 3}), none, n(1), n(0), n(1), n(3)}, "it must divide both"});
  out.push_back({"conv2d", {f({8, 8}), f({4, 2, 3, 3})}, "need [N,C,H,W] or [C,H,W]"});
  out.push_back({"max_pool2d", {f({1, 1, 4, 4}), n(2), n(2), n(2)}, "pad should be at most half of kernel size"});
  out.push_back({"max_pool2d", {f({1, 1, 2, 2}), n(3)}, "output size is too small"});
  out.push_back({"avg_pool2d", {f({1, 1, 4, 4}), n(2), n(2), n(0), false, true, n(0)}, "divisor must be not zero"});
  out.push_back({"adaptive_avg_pool2d", {f({4, 4}), n(2)}, "need [N,C,H,W]"});
  out.push_back({"batch_norm", {f({4, 3}), f({2}), f({2})}, "running_mean is f32[2] for input f32[4,3]; need [3]"});
  out.push_back({"batch_norm", {f({1, 3}), none, none, none, none, true}, "expected more than 1 value per channel when training"});
  out.push_back({"batch_norm", {f({4, 3}), none, none}, "eval mode without running statistics"});
  out.push_back({"layer_norm", {f({4, 3}), Ints{4}}, "its last sizes must be normalized_shape [4]"});
  out.push_back({"dropout", {f({2}), 1.5}, "dropout probability has to be between 0 and 1, but got 1.5"});
  out.push_back({"embedding", {Value(full({2}, 7, DType::int64)), f({5, 2})}, "index 7 at place 0 is out of range; need 0 <= index < 5"});
  out.push_back({"embedding", {f({2}), f({5, 2})}, "input is f32[2]; need i64"});
  out.push_back({"gather", {f({2, 3}), n(0), i({2})}, "ranks must be equal"});
  out.push_back({"gather", {f({2, 3}), n(0), Value(full({2, 3}, -1, DType::int64))}, "index -1 at place 0 is out of range"});
  out.push_back({"scatter_add", {f({2, 3}), n(0), i({1, 3}), f({2, 3})}, "src is f32[2,3] for index i64[1,3]"});
  out.push_back({"index_select", {f({2, 3}), n(0), Value(full({1}, 2, DType::int64))}, "need 0 <= index < 2"});
  out.push_back({"index_add", {f({2, 3}), n(0), i({2}), f({1, 3})}, "need [2,3]"});
  out.push_back({"one_hot", {Value(full({1}, 9, DType::int64)), n(4)}, "need 0 <= index < 4"});
  out.push_back({"cat", {TensorList{}}, "the list of tensors is empty"});
  out.push_back({"cat", {TensorList{zeros({2, 3}), zeros({2, 4})}}, "sizes must match except there"});
  out.push_back({"stack", {TensorList{zeros({2}), zeros({3})}}, "stack expects each tensor to be equal size"});
  out.push_back({"split", {f({4}), n(0)}, "need split_size > 0"});
  out.push_back({"split.sizes", {f({4}), Ints{1, 2}}, "sum to 3; need 4"});
  out.push_back({"pad", {f({2}), Ints{1, 2, 3}}, "need an even number of widths"});
  out.push_back({"pad", {f({2}), Ints{-2, -1}}, "negative or impossible size"});
  out.push_back({"flatten", {f({2, 3}), n(1), n(0)}, "comes after end_dim"});
  out.push_back({"view", {f({2, 3}), Ints{4, 2}}, "is invalid for input"});
  out.push_back({"view", {Value(zeros({2, 3}).t()), Ints{6}}, "use reshape()"});
  out.push_back({"reshape", {f({2, 3}), Ints{-1, -1}}, "more than one -1"});
  out.push_back({"reshape", {f({2, 3}), Ints{-1, 4}}, "is invalid for input"});
  out.push_back({"transpose", {f({2, 3}), n(0), n(2)}, "dim is 2"});
  out.push_back({"t", {f({2, 3, 4})}, "need at most two dimensions"});
  out.push_back({"permute", {f({2, 3}), Ints{0, 0}}, "names dimension 0 twice"});
  out.push_back({"narrow", {f({2, 3}), n(0), n(1), n(2)}, "start + length <= size"});
  out.push_back({"select", {f({2, 3}), n(0), n(2)}, "index 2 is out of range"});
  out.push_back({"slice", {f({2, 3}), n(0), n(0), n(2), n(0)}, "need step >= 1"});
  out.push_back({"expand", {f({2, 3}), Ints{2, 4}}, "only size 1 expands"});
  out.push_back({"squeeze", {n(3), n(1)}, "takes at most 1"});
  out.push_back({"squeeze.dim", {f({2}), n(1)}, "dim is 1"});
  out.push_back({"unsqueeze", {f({2}), n(3)}, "dim is 3"});
  out.push_back({"clone", {std::string("x")}, "argument self is str; need Tensor"});
  out.push_back({"contiguous", {none}, "argument self is None; need Tensor"});
  out.push_back({"to", {f({2}), std::string("float31")}, "unknown dtype \"float31\""});
  out.push_back({"cross_entropy", {f({2, 3}), Value(full({2}, 3, DType::int64))}, "Target 3 at row 0 is out of bounds; need 0 <= target < 3"});
  out.push_back({"cross_entropy", {f({2, 3}), i({3})}, "target is i64[3] for input f32[2,3]; need [2]"});
  out.push_back({"cross_entropy", {f({2, 3}), f({2})}, "target is f32[2]; need i64"});
  out.push_back({"cross_entropy", {f({2, 3}), i({2}), none, n(-100), std::string("avg")}, "reduction is \"avg\""});
  out.push_back({"cross_entropy", {f({2, 3}), i({2}), none, n(-100), std::string("mean"), 2.0}, "label_smoothing must be between 0.0 and 1.0"});
  out.push_back({"nll_loss", {f({2, 3}), i({2}), f({2})}, "weight is f32[2]; need [3]"});
  out.push_back({"binary_cross_entropy_with_logits", {f({2, 3}), f({3})}, "must be the same as input size"});
  out.push_back({"smooth_l1_loss", {f({2}), f({2}), std::string("mean"), -1.0}, "does not support negative values for beta"});
  for (const char* op : {"zeros", "ones", "rand", "randn"}) out.push_back({op, {Ints{2, -3}}, "sizes must be >= 0"});
  out.push_back({"zeros", {Ints{std::int64_t{1} << 40, std::int64_t{1} << 40}}, "does not fit a 63-bit size"});
  out.push_back({"full", {Ints{1, 1, 1, 1, 1, 1, 1, 1, 1}, 1.0}, "at most 8"});
  out.push_back({"arange", {0.0, 5.0, -1.0}, "need a nonzero step towards end"});
  out.push_back({"randint", {n(3), n(3), Ints{2}}, "need low < high"});
  out.push_back({"randperm", {n(-1)}, "need n >= 0"});
  return out;
}

}  // namespace wick::test
