// Memory of a training step: the CNN with batch norm and dropout of the benchmarks (W2, batch 64, Adam).

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "autograd/graph.h"
#include "wick/memory.h"
#include "wick/nn.h"
#include "wick/optim.h"
#include "wick/random.h"

namespace wick::test {
namespace {

// Bytes of distinct storages.
class Bytes {
 public:
  void add(const Tensor& t) {
    if (t.defined()) storages_[t.impl()->storage.get()] = static_cast<std::int64_t>(t.impl()->storage->bytes());
  }
  void add_graph(const Tensor& y) {
    std::vector<const Node*> todo{y.grad_fn().get()};
    std::set<const Node*> seen;
    while (!todo.empty()) {
      const Node* node = todo.back();
      todo.pop_back();
      if (!node || !seen.insert(node).second) continue;
      for (const Tensor& t : Graph::kept(*node)) add(t);
      for (const auto& input : node->next_functions()) todo.push_back(input.node.get());
    }
  }
  std::int64_t sum() const {
    std::int64_t n = 0;
    for (const auto& [storage, bytes] : storages_) n += bytes;
    return n;
  }

 private:
  std::map<const Storage*, std::int64_t> storages_;
};

TEST_CASE("memory: a training step holds what it must and a tenth more, and stops asking the system") {
  manual_seed(0);
  const auto outside = memory_stats().used;
  nn::Sequential net;
  net.append(nn::Conv2d(1, 16, 3, {.padding = 1})).append(nn::BatchNorm2d(16)).append(nn::ReLU()).append(nn::MaxPool2d(2));
  net.append(nn::Conv2d(16, 32, 3, {.padding = 1})).append(nn::BatchNorm2d(32)).append(nn::ReLU()).append(nn::MaxPool2d(2));
  net.append(nn::Flatten()).append(nn::Dropout(0.25)).append(nn::Linear(1568, 128)).append(nn::ReLU()).append(nn::Linear(128, 10));
  optim::Adam optimizer(net.parameters(), {.lr = 0.001});
  const Tensor x = rand({64, 1, 28, 28}), y = randint(0, 10, {64});
  std::int64_t activations = 0;
  const auto step = [&](bool count) {
    optimizer.zero_grad();
    const Tensor loss = cross_entropy(net(x), y);
    if (count) {
      Bytes others, all;
      for (Bytes* b : {&others, &all}) {
        for (const Tensor& p : net.parameters()) b->add(p);
        b->add(x);
        b->add(y);
      }
      all.add_graph(loss);
      activations = all.sum() - others.sum();
    }
    loss.backward();
    optimizer.step();
  };
  step(false);
  step(false);
  const auto calls = memory_stats().system_calls;
  reset_peak_memory();
  step(true);
  for (int i = 0; i < 3; ++i) step(false);
  const MemoryStats after = memory_stats();
  CHECK(after.system_calls == calls);

  std::int64_t parameters = 0, buffers = x.numel() * 4 + y.numel() * 8;
  for (const Tensor& p : net.parameters()) parameters += p.numel() * 4;
  for (const auto& [name, b] : net.named_buffers()) buffers += b.numel() * static_cast<std::int64_t>(item_size(b.dtype()));
  const std::int64_t needed = 4 * parameters + buffers + activations, peak = after.peak - outside;
  MESSAGE("peak of a W2 step: " << peak << " bytes; parameters, gradients, optimizer state " << 4 * parameters << ", saved activations " << activations
                                << ", batch and buffers " << buffers << "; ratio " << static_cast<double>(peak) / static_cast<double>(needed));
  CHECK(static_cast<double>(peak) <= 1.1 * static_cast<double>(needed));
}

}  // namespace
}  // namespace wick::test
