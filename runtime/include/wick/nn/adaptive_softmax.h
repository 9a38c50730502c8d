#pragma once
// A softmax over very many classes, most of them rare: Grave, Joulin, Cissé, Grangier, Jégou 2017, arXiv:1609.04309.

#include "wick/nn/layers.h"

namespace wick::nn {

struct AdaptiveLogSoftmaxWithLossOptions {
  double div_value = 4;  ///< cluster i has in_features / div_value^(i+1) features
  bool head_bias = false;
};
/// call({input [N,in_features], target i64 [N]}) gives {log-probability of each target [N], loss: minus their mean}; without N for one
/// sample. Classes are sorted by how frequent they are: those below cutoffs[0] are in the head, those from a cutoff up to the next
/// in a cluster of their own, which is computed for its own targets alone. Throws ErrorKind::value for cutoffs that are not
/// ascending in [1, n_classes), for a target outside [0, n_classes), ErrorKind::shape for inputs of other shapes.
struct AdaptiveLogSoftmaxWithLoss final : Module {
  AdaptiveLogSoftmaxWithLoss(std::int64_t in_features, std::int64_t n_classes, std::vector<std::int64_t> cutoffs,
                             const AdaptiveLogSoftmaxWithLossOptions& options = {});
  TensorList forward_all(const TensorList& inputs) override;
  Tensor log_prob(const Tensor& input);  ///< of all classes, [N,n_classes]
  Tensor predict(const Tensor& input);   ///< the likeliest class, i64 [N]
  void visit(Visitor& v) override;
  const char* type() const override { return "AdaptiveLogSoftmaxWithLoss"; }

  std::int64_t in_features, n_classes;
  std::vector<std::int64_t> cutoffs;  // with n_classes as the last
  Linear head;                        // classes of the head, then the clusters
  ModuleList tail;                    // of each cluster two layers
};

}  // namespace wick::nn
