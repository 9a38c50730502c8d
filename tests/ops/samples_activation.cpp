#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

/// Values that keep away from kinks.
Tensor away(const Shape& s, const std::vector<double>& kinks) {
  Tensor t = U(s, -4, 4);
  for (std::int64_t i = 0; i < t.numel(); ++i)
    for (const double k : kinks) {
      double& v = t.data<double>()[i];
      if (v - k < 0.06 && v - k > -0.06) v = k + 0.1;
    }
  return t;
}

void elementwise_samples(Samples& out) {
  const std::pair<const char*, std::vector<double>> rows[] = {
      {"relu6", {0, 6}}, {"hardsigmoid", {-3, 3}}, {"hardswish", {-3, 3}}, {"hardshrink", {-0.5, 0.5}}, {"softshrink", {-0.5, 0.5}},
      {"hardtanh", {-1, 1}}, {"tanhshrink", {}}, {"softsign", {0}}, {"logsigmoid", {}}, {"mish", {}}, {"selu", {0}}, {"celu", {0}}, {"rrelu", {0}}};
  for (const auto& [op, kinks] : rows)
    for (const Shape& s : elementwise_shapes()) out.push_back({op, {away(s, kinks)}});
  for (const Shape& s : elementwise_shapes()) out.push_back({"threshold", {away(s, {0.5}), 0.5, -2.0}});
  out.push_back({"hardtanh", {away({3, 4}, {-0.5, 2}), -0.5, 2.0}});
  out.push_back({"hardshrink", {away({3, 4}, {-2, 2}), 2.0}});
  out.push_back({"softshrink", {away({3, 4}, {-1, 1}), 1.0}});
  out.push_back({"celu", {away({3, 4}, {0}), 0.4}});
  out.push_back({"rrelu", {away({3, 4}, {0}), 0.1, 0.9, true}});
  out.push_back({"rrelu", {away({17}, {0}), 0.1, 0.9, true}});
}

void shaped_samples(Samples& out) {
  for (const Shape& s : elementwise_shapes())
    if (s.rank() == 0) out.push_back({"softmin", {R(s), I(0)}});
    else out.push_back({"softmin", {R(s), I(-1)}});
  out.push_back({"softmin", {R({2, 3, 2}), I(1)}});
  for (const auto& [shape, dim] : std::vector<std::pair<Shape, std::int64_t>>{
           {{2}, 0}, {{4}, -1}, {{34}, 0}, {{3, 4}, -1}, {{3, 4}, 1}, {{4, 3}, 0}, {{2, 1}, -2}, {{1, 6}, 1}, {{2, 3, 4}, 2}, {{2, 4, 3}, 1},
           {{6, 2, 1}, 0}, {{2, 2, 2}, -2}, {{1, 2, 3, 4}, 3}, {{2, 2, 2, 3}, 1}, {{2, 2, 3, 2}, 3}, {{2, 2, 1, 2, 2}, 1}, {{1, 1, 2, 1, 2, 2}, 2}, {{0, 4}, 1},
           {{2, 0}, 1}, {{4, 1, 1}, -3}})
    out.push_back({"glu", {R(shape), I(dim)}});
  out.cannot("glu", Layout::zero_dim, "there is no dimension to halve");
  for (const Shape& s : elementwise_shapes()) {
    out.push_back({"prelu", {R(s), R({1})}});
    if (s.rank() >= 2 && s[1] > 0) out.push_back({"prelu", {R(s), R({s[1]})}});
  }
}

void noise_samples(Samples& out) {
  for (const char* op : {"dropout2d", "feature_alpha_dropout"})
    for (const double p : {0.0, 0.3, 0.6, 1.0})
      for (const Shape& s : {Shape{3, 4}, Shape{2, 5, 2}, Shape{2, 2, 2, 3}, Shape{2, 3, 1, 2, 2}, Shape{0, 3}}) out.push_back({op, {R(s), p, true}});
  for (const char* op : {"dropout2d", "feature_alpha_dropout"}) out.cannot(op, Layout::zero_dim, "there are no channels");
  for (const double p : {0.0, 0.2, 0.5, 0.6, 1.0})
    for (const Shape& s : {Shape{3, 4}, Shape{2, 5, 2}, Shape{0, 3}, Shape{7, 1}}) out.push_back({"dropout1d", {R(s), p, true}});
  out.cannot("dropout1d", Layout::channels_last, "it takes two or three dimensions");
  out.cannot("dropout1d", Layout::zero_dim, "there are no channels");
  for (const double p : {0.0, 0.3, 0.6, 1.0})
    for (const Shape& s : {Shape{3, 4}, Shape{5, 2, 1, 2}, Shape{2, 3, 1, 2, 2}, Shape{0, 3}, Shape{6}}) out.push_back({"dropout3d", {R(s), p, true}});
  out.cannot("dropout3d", Layout::zero_dim, "there are no channels");
  for (const Shape& s : elementwise_shapes()) out.push_back({"alpha_dropout", {R(s), 0.4, true}});
  out.push_back({"alpha_dropout", {R({3, 4}), 0.4, false}});
  out.push_back({"dropout1d", {R({3, 4}), 0.4, false}});
}

void table_samples(Samples& out) {
  const auto norm = [](double v) { return V(v); };
  // A row for padding is none of those looked up, and nothing is scaled by frequency: these are no derivatives.
  int n = 0;
  for (const Shape& s : {Shape{}, Shape{3}, Shape{7}, Shape{2, 3}, Shape{1, 2, 2}, Shape{0}, Shape{2, 0}})
    for (const std::int64_t width : {1, 3, 4}) out.push_back({"embedding", {idx(s, 4), R({5, width}), ++n % 3 ? kNone : I(4)}});
  out.push_back({"embedding", {idx({4}, 3), R({6, 2}), I(-1)}});
  out.push_back({"embedding", {idx({4}, 3), R({3, 2}), kNone, norm(100)}});
  out.push_back({"embedding", {Value(zeros({0}, DType::int64)), R({3, 0})}});
  for (const char* op : {"embedding", "embedding_bag"}) {
    out.cannot(op, Layout::channels_last, "a table has two dimensions");
    out.cannot(op, Layout::zero_dim, "a table has two dimensions");
  }
  const Tensor offsets = tensor(std::vector<std::int64_t>{0, 2, 2, 5}), all = tensor(std::vector<std::int64_t>{0, 3, 7});
  for (const std::string mode : {"sum", "mean", "max"}) {
    const auto table = [&](const Shape& s) { return mode == "max" ? D(s) : R(s); };
    out.push_back({"embedding_bag", {idx({2, 3}, 5), table({5, 3}), kNone, kNone, 2.0, false, mode}});
    out.push_back({"embedding_bag", {idx({3, 2}, 4), table({4, 1}), kNone, kNone, 2.0, false, mode}});
    out.push_back({"embedding_bag", {idx({7}, 5), table({5, 3}), offsets, kNone, 2.0, false, mode}});
    out.push_back({"embedding_bag", {idx({7}, 5), table({5, 2}), all, kNone, 2.0, false, mode, false, kNone, true}});
    out.push_back({"embedding_bag", {idx({7}, 3), table({3, 2}), offsets, kNone, 2.0, false, mode, false, kNone, false, I(1)}});
    out.push_back({"embedding_bag", {Value(zeros({0}, DType::int64)), table({3, 0}), Value(zeros({2}, DType::int64)), kNone, 2.0, false, mode}});
  }
  out.push_back({"embedding_bag", {idx({2, 3}, 5), R({5, 3}), kNone, kNone, 2.0, false, std::string("sum"), false, R({2, 3})}});
  out.push_back({"embedding_bag", {idx({7}, 5), R({5, 3}), offsets, kNone, 2.0, false, std::string("sum"), false, R({7})}});
  out.push_back({"embedding_bag", {idx({7}, 5), R({5, 2}), offsets, kNone, 2.0, false, std::string("sum"), false, R({7}), false, I(0)}});
}

const SampleFamily kFamily("activation", [](Samples& out) {
  elementwise_samples(out);
  shaped_samples(out);
  noise_samples(out);
  table_samples(out);
});

const BadCallFamily kBadCalls("activation", [](BadCalls& out) {
  for (const char* op : {"hardtanh", "relu6", "hardsigmoid", "hardswish", "hardshrink", "softshrink", "tanhshrink", "softsign", "logsigmoid", "mish", "selu", "celu", "rrelu"})
    out.push_back({op, {i64({2})}, "is i64[2]; need f32 or f64"});
  out.push_back({"threshold", {i64({2}), 0.0, 0.0}, "is i64[2]; need f32 or f64"});
  out.push_back({"threshold", {f32({2}), 0.0}, "argument value is missing"});
  out.push_back({"softmin", {f32({2}), I(1)}, "dim is 1"});
  out.push_back({"softshrink", {f32({2}), -1.0}, "lambda must be greater or equal to 0, but found to be -1"});
  out.push_back({"celu", {f32({2}), 0.0}, "alpha cannot be 0 for CELU"});
  out.push_back({"rrelu", {f32({2}), 1.0, 0.0}, "Lower bound should be less than or equal to the upper bound"});
  out.push_back({"glu", {f32({3})}, "Halving dimension must be even, but dimension 0 is size 3"});
  out.push_back({"glu", {f32({})}, "glu does not support scalars because halving size must be even"});
  out.push_back({"prelu", {f32({2, 3}), f32({2})}, "Mismatch of parameter numbers and input channel size. Found parameter numbers = 2 and channel size = 3"});
  out.push_back({"prelu", {f32({2, 3}), f32({1, 1})}, "weight is f32[1,1]"});
  for (const char* op : {"dropout1d", "dropout2d", "dropout3d", "alpha_dropout", "feature_alpha_dropout"})
    out.push_back({op, {f32({2, 3}), 1.5}, "dropout probability has to be between 0 and 1, but got 1.5"});
  out.push_back({"dropout1d", {f32({2})}, "Expected 2D or 3D input, but received a 1D input"});
  for (const char* op : {"dropout2d", "feature_alpha_dropout"})
    out.push_back({op, {f32({2}), 0.5, true}, "Feature dropout requires at least 2 dimensions in the input"});
  const Value seven(full({2}, 7, DType::int64));
  out.push_back({"embedding", {seven, f32({5, 2}), kNone, 1.0}, "[embedding] index 7 at place 0 is out of range; need 0 <= index < 5"});
  out.push_back({"embedding", {i64({2}), f32({5, 2}), I(5)}, "padding_idx 5 must be within num_embeddings 5"});
  out.push_back({"embedding", {i64({2}), f32({5, 2}), kNone, kNone, 2.0, false, true}, "there are no sparse gradients"});
  out.push_back({"embedding_bag", {seven, f32({5, 2}), i64({1})}, "index 7 at place 0 is out of range"});
  out.push_back({"embedding_bag", {i64({2}), f32({5, 2})}, "offsets has to be a 1D Tensor"});
  out.push_back({"embedding_bag", {i64({2, 2}), f32({5, 2}), i64({1})}, "if input is 2D, then offsets has to be None"});
  out.push_back({"embedding_bag", {i64({2, 2, 2}), f32({5, 2})}, "input has to be 1D or 2D Tensor, but got Tensor of dimension 3"});
  out.push_back({"embedding_bag", {i64({2}), f32({5, 2}), Value(full({1}, 1, DType::int64))}, "offsets[0] has to be 0"});
  out.push_back({"embedding_bag", {i64({2}), f32({5, 2}), i64({1}), kNone, 2.0, false, std::string("min")}, "mode has to be one of sum, mean or max"});
  out.push_back({"embedding_bag", {i64({2}), f32({5, 2}), i64({1}), kNone, 2.0, true, std::string("max")}, "max mode does not support scaling the gradient"});
  out.push_back({"embedding_bag", {i64({2}), f32({5, 2}), i64({1}), kNone, 2.0, false, std::string("mean"), true}, "there are no sparse gradients"});
  out.push_back({"embedding_bag", {i64({2}), f32({5, 2}), i64({1}), kNone, 2.0, false, std::string("mean"), false, f32({2})}, "only supported for mode='sum' (got mode='mean')"});
  out.push_back({"embedding_bag", {i64({2}), f32({5, 2}), i64({1}), kNone, 2.0, false, std::string("sum"), false, f32({3})}, "must have the same shape as the input"});
});

}  // namespace
}  // namespace wick::test
