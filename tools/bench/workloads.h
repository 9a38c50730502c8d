#pragma once
// The workloads of the peers harness: models W1 to W4, W5 square SGEMM and W6 elementwise throughput, with the same
// numbers in weights and batches as every other contestant.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "wick/nn.h"
#include "wick/optim.h"

namespace wick::bench {

/// Value i of a stream, uniform in [0, 1): murmur3's finaliser over a counter.
std::vector<float> uniform(std::uint32_t stream, std::int64_t n);

/// W1: MLP 784-256-128-10. W2: LeNet-like CNN with batch norm and dropout. W3: ResNet-8 on 3x32x32. W4: two-layer
/// character transformer. Parameter i comes from stream 100 + i.
nn::ModulePtr make_model(const std::string& name);

struct Batch {
  Tensor x;  // W1 f32 [n,784], W2 f32 [n,1,28,28], W3 f32 [n,3,32,32], W4 int64 [n,64]
  Tensor y;  // int64 [n], W4 [n * 64]
};
Batch make_batch(const std::string& model, std::int64_t n);
std::unique_ptr<optim::Optimizer> make_optimizer(const std::string& model, const std::vector<Tensor>& parameters);

enum class Kind { train, infer, gemm, elementwise };
struct Workload {
  std::string id;     // "W1.train.b64"
  Kind kind;
  std::string model;  // of train and infer; the op of elementwise
  std::int64_t n;     // batch, or size
  double work;        // flops of gemm, bytes of elementwise
};
const std::vector<Workload>& workloads();

/// One training step after the other, or one run of the frozen program, on a model and a batch of their own: gives the loss, or
/// the first output. Of Kind::train and Kind::infer.
std::function<double()> make_run(const Workload& w);

}  // namespace wick::bench
