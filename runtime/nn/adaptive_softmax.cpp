#include "wick/nn/adaptive_softmax.h"

#include <cmath>

#include "nn/parameters.h"
#include "wick/ops.h"
#include "wick/ops/indexing.h"

namespace wick::nn {

namespace {

constexpr const char* kName = "AdaptiveLogSoftmaxWithLoss";

std::int64_t head_size(std::int64_t n_classes, const std::vector<std::int64_t>& cutoffs) {
  check_positive(kName, "n_classes", n_classes);
  bool ascending = !cutoffs.empty();
  for (std::size_t i = 0; i < cutoffs.size(); ++i)
    ascending = ascending && cutoffs[i] >= 1 && cutoffs[i] < n_classes && (i == 0 || cutoffs[i] > cutoffs[i - 1]);
  check(ascending, ErrorKind::value,
        "[{}] cutoffs should be a sequence of unique, positive integers sorted in an increasing order, each between 1 and n_classes - 1, which is {}.",
        kName, n_classes - 1);
  return cutoffs[0] + static_cast<std::int64_t>(cutoffs.size());
}

Tensor list_of(const std::vector<std::int64_t>& values) { return from_memory(values.data(), Shape{static_cast<std::int64_t>(values.size())}, DType::int64); }

}  // namespace

AdaptiveLogSoftmaxWithLoss::AdaptiveLogSoftmaxWithLoss(std::int64_t in, std::int64_t n, std::vector<std::int64_t> given,
                                                       const AdaptiveLogSoftmaxWithLossOptions& o)
    : in_features(in), n_classes(n), cutoffs(std::move(given)), head(in, head_size(n, cutoffs), {.bias = o.head_bias}) {
  check(o.div_value > 0, ErrorKind::value, "[{}] div_value is {}; need div_value > 0.", kName, o.div_value);
  cutoffs.push_back(n_classes);
  for (std::size_t i = 0; i + 1 < cutoffs.size(); ++i) {
    const auto features = static_cast<std::int64_t>(std::floor(static_cast<double>(in_features) / std::pow(o.div_value, static_cast<double>(i + 1))));
    check(features >= 1, ErrorKind::value, "[{}] cluster {} would have no features: in_features is {}, div_value {}. Use a smaller div_value or fewer cutoffs.",
          kName, i, in_features, o.div_value);
    Sequential cluster;
    cluster.append(Linear(in_features, features, {.bias = false}));
    cluster.append(Linear(features, cutoffs[i + 1] - cutoffs[i], {.bias = false}));
    tail.append(std::move(cluster));
  }
}

TensorList AdaptiveLogSoftmaxWithLoss::forward_all(const TensorList& inputs) {
  check_inputs(type(), inputs, 2);
  const Tensor &input = inputs[0], &target = inputs[1];
  check(is_integral(target.dtype()) && target.dim() <= 1, ErrorKind::shape, "[{}] target is {}; 0D or 1D target tensor expected, of integers.", kName, target);
  check(input.dim() == target.dim() + 1, ErrorKind::shape, "[{}] {}D target tensor expects {}D input tensors, but input is {}.", kName, target.dim(),
        target.dim() + 1, input);
  if (target.dim() == 0) {
    const TensorList one = forward_all({input.unsqueeze(0), target.unsqueeze(0)});
    return {one[0].squeeze(0), one[1]};
  }
  check(input.size(0) == target.size(0), ErrorKind::shape, "[{}] input is {}, target {}; they should have the same size in the batch dimension.", kName, input, target);

  // Which rows each cluster has, and what the head says of every row: its class or its cluster.
  const std::size_t clusters = cutoffs.size() - 1;
  std::vector<std::vector<std::int64_t>> rows(clusters), within(clusters);
  std::vector<std::int64_t> of_head;
  const Tensor labels = target.to(DType::int64).contiguous();
  const auto* label = labels.data<std::int64_t>();
  for (std::int64_t r = 0; r < labels.numel(); ++r) {
    check(label[r] >= 0 && label[r] < n_classes, ErrorKind::value, "[{}] target {} is {}; target values should be in [0, {}].", kName, r, label[r], n_classes - 1);
    std::size_t k = 0;  // 0: in the head
    while (label[r] >= cutoffs[k]) ++k;
    of_head.push_back(k == 0 ? label[r] : cutoffs[0] + static_cast<std::int64_t>(k) - 1);
    if (k == 0) continue;
    rows[k - 1].push_back(r);
    within[k - 1].push_back(label[r] - cutoffs[k - 1]);
  }
  Tensor output = log_softmax(head(input), 1).gather(1, list_of(of_head).unsqueeze(1)).squeeze(1);
  for (std::size_t i = 0; i < clusters; ++i) {
    if (rows[i].empty()) continue;
    const Tensor of_cluster = list_of(rows[i]);
    const Tensor log_p = log_softmax(tail[static_cast<std::int64_t>(i)](input.index_select(0, of_cluster)), 1);
    output = output.index_add(0, of_cluster, log_p.gather(1, list_of(within[i]).unsqueeze(1)).squeeze(1));
  }
  return {output, neg(output.mean())};
}

Tensor AdaptiveLogSoftmaxWithLoss::log_prob(const Tensor& input) {
  const Tensor of_head = log_softmax(head(input), 1);
  TensorList parts = {of_head.narrow(1, 0, cutoffs[0])};
  for (std::int64_t i = 0; i < tail.size(); ++i) parts.push_back(log_softmax(tail[i](input), 1) + of_head.narrow(1, cutoffs[0] + i, 1));
  return cat(parts, 1);
}

Tensor AdaptiveLogSoftmaxWithLoss::predict(const Tensor& input) { return log_prob(input).argmax(1); }

void AdaptiveLogSoftmaxWithLoss::visit(Visitor& v) {
  v.child("head", head);
  v.child("tail", tail);
}

}  // namespace wick::nn
