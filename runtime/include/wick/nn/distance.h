#pragma once
// Layers of two inputs: call({x1, x2}).

#include "wick/nn.h"

namespace wick::nn {

struct BilinearOptions {
  bool bias = true;
};
/// x1 [...,in1], x2 [...,in2] -> [...,out].
struct Bilinear final : Module {
  Bilinear(std::int64_t in1_features, std::int64_t in2_features, std::int64_t out_features, const BilinearOptions& options = {});
  TensorList forward_all(const TensorList& inputs) override;
  void visit(Visitor& v) override;
  const char* type() const override { return "Bilinear"; }
  std::string extra_repr() const override;

  std::int64_t in1_features, in2_features, out_features;
  Tensor weight, bias;  // [out, in1, in2], [out]
};

struct CosineSimilarity final : Module {
  explicit CosineSimilarity(std::int64_t dim = 1, double eps = 1e-8) : dim(dim), eps(eps) {}
  TensorList forward_all(const TensorList& inputs) override;
  const char* type() const override { return "CosineSimilarity"; }

  std::int64_t dim;
  double eps;
};

struct PairwiseDistance final : Module {
  explicit PairwiseDistance(double p = 2, double eps = 1e-6, bool keepdim = false) : p(p), eps(eps), keepdim(keepdim) {}
  TensorList forward_all(const TensorList& inputs) override;
  const char* type() const override { return "PairwiseDistance"; }

  double p, eps;
  bool keepdim;
};

}  // namespace wick::nn
