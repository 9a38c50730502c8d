#include <doctest/doctest.h>

#include <cmath>

#include "io/error_of.h"
#include "wick/autograd.h"
#include "wick/nn.h"
#include "wick/nn/init.h"
#include "wick/optim.h"

using namespace wick;
using namespace wick::nn;

namespace {

std::vector<std::string> names(const NamedTensors& list) {
  std::vector<std::string> out;
  for (const auto& entry : list) out.push_back(entry.first);
  return out;
}

// A module as users write it.
struct Net : Module {
  Conv2d conv1{1, 4, 3, {.padding = 1}};
  BatchNorm2d bn1{4};
  Linear fc{4 * 4 * 4, 3};
  Tensor forward(const Tensor& x) override { return fc(max_pool2d(relu(bn1(conv1(x))), 2).flatten(1)); }
  void visit(Visitor& v) override {
    v.child("conv1", conv1);
    v.child("bn1", bn1);
    v.child("fc", fc);
  }
  const char* type() const override { return "Net"; }
};

}  // namespace

TEST_CASE("nn: names and order of a module's tensors are PyTorch's") {
  Net net;
  CHECK(names(net.state_dict()) == std::vector<std::string>{"conv1.weight", "conv1.bias", "bn1.weight", "bn1.bias", "bn1.running_mean",
                                                            "bn1.running_var", "bn1.num_batches_tracked", "fc.weight", "fc.bias"});
  CHECK(names(net.named_parameters()) ==
        std::vector<std::string>{"conv1.weight", "conv1.bias", "bn1.weight", "bn1.bias", "fc.weight", "fc.bias"});
  CHECK(names(net.named_buffers()) == std::vector<std::string>{"bn1.running_mean", "bn1.running_var", "bn1.num_batches_tracked"});
  CHECK(net.parameters().size() == 6);
  CHECK(net.named_children().size() == 3);
  CHECK(net.named_modules().size() == 4);
  CHECK(net.named_modules()[0].first == "");
  for (const auto& p : net.parameters()) CHECK(p.requires_grad());
  for (const auto& [name, b] : net.state_dict()) CHECK(!b.requires_grad());
  net.requires_grad_(false);
  for (const auto& p : net.parameters()) CHECK(!p.requires_grad());
}

TEST_CASE("nn: a shared module counts once among parameters, twice in the state") {
  const auto shared = std::make_shared<Linear>(3, 3);
  Sequential model(std::vector<ModulePtr>{shared, shared});
  CHECK(model.parameters().size() == 2);
  CHECK(names(model.state_dict()) == std::vector<std::string>{"0.weight", "0.bias", "1.weight", "1.bias"});
}

TEST_CASE("nn: the five-line loop learns") {
  manual_seed(1);
  Sequential model(Linear(2, 16), Tanh(), Linear(16, 2));
  CrossEntropyLoss criterion;
  optim::Adam optimizer(model.parameters(), {.lr = 0.05});
  const Tensor x = tensor(std::vector<float>{0, 0, 0, 1, 1, 0, 1, 1}, {4, 2}), y = tensor(std::vector<std::int64_t>{0, 1, 1, 0});
  double last = 0;
  for (int step = 0; step < 200; ++step) {
    optimizer.zero_grad();
    auto loss = criterion(model(x), y);
    loss.backward();
    optimizer.step();
    last = loss.item();
  }
  CHECK(last < 0.05);
  CHECK(model(x).argmax(1).to_vector() == std::vector<double>{0, 1, 1, 0});
}

TEST_CASE("nn: train() and eval() reach all modules; Dropout and BatchNorm obey") {
  manual_seed(2);
  Sequential model(Sequential(Dropout(0.5)), BatchNorm1d(3));
  model.eval();
  for (const auto& m : model.named_modules()) CHECK(!m.second->training);
  const Tensor x = rand({64, 3}) + 1.0;
  auto& norm = dynamic_cast<BatchNorm1d&>(model[1]);
  const double scale = 1 / std::sqrt(1 + 1e-5);
  const std::vector<double> in = x.to_vector(), out = model(x).to_vector();
  for (std::size_t i = 0; i < in.size(); ++i) CHECK(out[i] == doctest::Approx(in[i] * scale));
  CHECK(norm.num_batches_tracked.item() == 0);

  model.train();
  for (const auto& m : model.named_modules()) CHECK(m.second->training);
  const Tensor dropped = model[0](x);
  int zeros = 0;
  for (std::size_t i = 0; i < in.size(); ++i) {
    const double v = dropped.to_vector()[i];
    if (v == 0) ++zeros;
    else CHECK(v == doctest::Approx(2 * in[i]));
  }
  CHECK(zeros > 60);
  CHECK(zeros < 132);

  const Tensor y = norm(x);
  CHECK(norm.num_batches_tracked.item() == 1);
  for (const double v : y.mean(0).to_vector()) CHECK(std::fabs(v) < 1e-5);
  const std::vector<double> mean = x.mean(0).to_vector(), var = x.var(0).to_vector();
  for (std::size_t c = 0; c < 3; ++c) {
    CHECK(norm.running_mean.to_vector()[c] == doctest::Approx(0.1 * mean[c]));
    CHECK(norm.running_var.to_vector()[c] == doctest::Approx(0.9 + 0.1 * var[c]));
  }
}

TEST_CASE("nn: Dropout repeats exactly from a saved generator state") {
  manual_seed(3);
  Dropout dropout(0.3);
  const Tensor x = ones({1000});
  dropout(x);
  const auto seed = default_generator().seed(), offset = default_generator().offset();
  const auto first = dropout(x).to_vector();
  CHECK(dropout(x).to_vector() != first);
  default_generator().set_state(seed, offset);
  CHECK(dropout(x).to_vector() == first);
}

TEST_CASE("nn: BatchNorm without momentum averages over all batches, without tracking uses the batch") {
  BatchNorm1d average(1, {.momentum = {}});
  average(tensor(std::vector<float>{0, 2}, {2, 1}));
  average(tensor(std::vector<float>{4, 6}, {2, 1}));
  CHECK(average.running_mean.item() == doctest::Approx(3));
  CHECK(average.running_var.item() == doctest::Approx(2));
  BatchNorm1d batch(1, {.affine = false, .track_running_stats = false});
  batch.eval();
  CHECK(batch.state_dict().empty());
  CHECK(batch(tensor(std::vector<float>{0, 2}, {2, 1})).to_vector()[1] == doctest::Approx(1).epsilon(1e-4));
}

TEST_CASE("nn: Residual adds the branches") {
  Residual plain{ReLU()};
  const Tensor x = tensor(std::vector<float>{-1, 2}, {1, 2});
  CHECK(plain(x).to_vector() == std::vector<double>{-1, 4});
  Residual relued(Identity(), {}, {.activation = "relu"});
  CHECK(relued(x).to_vector() == std::vector<double>{0, 4});
  Residual projected(Linear(2, 3, {.bias = false}), Linear(2, 3, {.bias = false}));
  CHECK(names(projected.state_dict()) == std::vector<std::string>{"main.weight", "shortcut.weight"});
  CHECK(projected(x).shape() == Shape{1, 3});
}

TEST_CASE("nn: forward hooks see input and output until removed") {
  Sequential model(Linear(2, 3), ReLU());
  int calls = 0;
  Shape in, out;
  const int id = model[0].register_forward_hook([&](Module& m, const Tensor& x, const Tensor& y) {
    CHECK(std::string(m.type()) == "Linear");
    ++calls;
    in = x.shape();
    out = y.shape();
  });
  const int other = model[0].register_forward_hook([](Module&, const Tensor&, const Tensor&) {});
  CHECK(id != other);
  model(zeros({4, 2}));
  CHECK(calls == 1);
  CHECK(in == Shape{4, 2});
  CHECK(out == Shape{4, 3});
  model[0].remove_forward_hook(id);
  model(zeros({4, 2}));
  CHECK(calls == 1);
}

TEST_CASE("nn: zero_grad and to()") {
  Linear layer(2, 1);
  optim::SGD optimizer(layer.parameters(), {.lr = 0.1, .momentum = 0.9});
  layer(ones({1, 2})).backward(ones({1, 1}));
  optimizer.step();
  layer.zero_grad(false);
  CHECK(layer.weight.grad().to_vector() == std::vector<double>{0, 0});
  layer.zero_grad();
  CHECK(!layer.weight.grad().defined());

  const auto before = layer.weight.to_vector();
  layer.to(DType::float64);
  CHECK(layer.weight.dtype() == DType::float64);
  CHECK(layer.weight.to_vector() == before);
  layer(ones({1, 2}, DType::float64)).backward(ones({1, 1}, DType::float64));
  optimizer.step();  // the optimizer's handles and buffers follow
  CHECK(layer.weight.to_vector() != before);
}

TEST_CASE("nn: losses call the ops with their settings") {
  const Tensor x = tensor(std::vector<float>{1, 2, 3, 0}, {2, 2}), labels = tensor(std::vector<std::int64_t>{1, 0});
  const Tensor target = tensor(std::vector<float>{0, 1, 1, 0}, {2, 2});
  CHECK(CrossEntropyLoss({.reduction = "sum"})(x, labels).item() ==
        doctest::Approx(cross_entropy(x, labels, {}, -100, "sum").item()));
  CHECK(NLLLoss({.ignore_index = 1})(x, labels).item() == doctest::Approx(-3));
  CHECK(BCEWithLogitsLoss()(x, target).item() == doctest::Approx(binary_cross_entropy_with_logits(x, target).item()));
  CHECK(MSELoss()(x, target).item() == doctest::Approx(1.5));
  CHECK(L1Loss("sum")(x, target).item() == doctest::Approx(4));
  CHECK(SmoothL1Loss({.beta = 2.0})(x, target).item() == doctest::Approx(0.375));
  CHECK(error_of([&] { MSELoss("avg"); }).text == "[MSELoss] reduction is \"avg\"; need \"mean\", \"sum\" or \"none\".");
}
