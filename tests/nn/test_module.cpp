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

TEST_CASE("nn: backward hooks see the gradients of inputs and results, and may replace them") {
  Linear linear(2, 1, {.bias = false});
  linear.weight.detach().copy_(tensor<float>({2, 3}, {1, 2}));
  std::vector<TensorList> in, out;
  const int id = linear.register_full_backward_hook([&](Module& m, const TensorList& grad_input, const TensorList& grad_output) {
    CHECK(&m == &linear);
    in.push_back(grad_input);
    out.push_back(grad_output);
    return TensorList();
  });
  Tensor x = tensor<float>({1, 4}, {1, 2});
  x.requires_grad_();
  (linear(x) * 5.0).sum().backward();
  REQUIRE(in.size() == 1);
  REQUIRE(in[0].size() == 1);
  CHECK(in[0][0].to_vector() == std::vector<double>{10, 15});
  CHECK(out[0][0].to_vector() == std::vector<double>{5});
  CHECK(x.grad().to_vector() == std::vector<double>{10, 15});
  CHECK(linear.weight.grad().to_vector() == std::vector<double>{5, 20});
  // An input without a gradient: the hook runs once those of the results have come.
  linear(tensor<float>({1, 4}, {1, 2})).sum().backward();
  REQUIRE(in.size() == 2);
  CHECK(!in[1][0].defined());
  CHECK(out[1][0].to_vector() == std::vector<double>{1});
  {
    const NoGradGuard guard;
    linear(x);
  }
  CHECK(in.size() == 2);

  // What hooks return takes the place of the gradients, one hook after the other.
  linear.remove_full_backward_hook(id);
  const int before = linear.register_full_backward_pre_hook([](Module&, const TensorList& g) { return TensorList{g[0] * 2.0}; });
  linear.register_full_backward_hook([](Module&, const TensorList& g, const TensorList& dy) { return TensorList{g[0] + dy[0].item()}; });
  const int second = linear.register_full_backward_hook([](Module&, const TensorList& g, const TensorList&) { return TensorList{g[0] * 10.0}; });
  linear.zero_grad();
  x.set_grad({});
  linear(x).sum().backward();
  CHECK(linear.weight.grad().to_vector() == std::vector<double>{2, 8});  // of a result's gradient 2
  CHECK(x.grad().to_vector() == std::vector<double>{60, 80});            // (2 * 2 + 2) * 10, (3 * 2 + 2) * 10
  linear.remove_full_backward_pre_hook(before);
  linear.remove_full_backward_hook(second);
  x.set_grad({});
  linear(x).sum().backward();
  CHECK(x.grad().to_vector() == std::vector<double>{3, 4});
  linear.register_full_backward_hook([](Module&, const TensorList&, const TensorList&) { return TensorList(2); });
  CHECK(error_of([&] { linear(x).sum().backward(); }).says("[Linear] a backward hook returned 2 gradients for 1 inputs"));

  // Several inputs and results: of those not used the gradient is undefined.
  LSTM lstm(2, 3);
  TensorList gi, go;
  lstm.register_full_backward_hook([&](Module&, const TensorList& grad_input, const TensorList& grad_output) {
    gi = grad_input;
    go = grad_output;
    return TensorList();
  });
  Tensor sequence = randn({4, 1, 2}), h = randn({1, 1, 3});
  sequence.requires_grad_();
  const TensorList results = lstm.call({sequence, h, zeros({1, 1, 3})});
  results[2].sum().backward();
  REQUIRE(gi.size() == 3);
  CHECK(gi[0].to_vector() == sequence.grad().to_vector());
  CHECK(!gi[1].defined());
  REQUIRE(go.size() == 3);
  CHECK(!go[0].defined());
  CHECK(go[2].to_vector() == std::vector<double>{1, 1, 1});
}

TEST_CASE("nn: ModuleList and ModuleDict hold modules that are called one by one") {
  ModuleList list({std::make_shared<Linear>(2, 3), std::make_shared<ReLU>()});
  list.append(Linear(3, 1)).insert(1, Dropout(0.5)).extend(ModuleList({std::make_shared<Tanh>()}));
  CHECK(list.size() == 5);
  CHECK(names(list.state_dict()) == std::vector<std::string>{"0.weight", "0.bias", "3.weight", "3.bias"});
  CHECK(list.repr() ==
        "ModuleList(\n  (0): Linear(in_features=2, out_features=3, bias=True)\n  (1): Dropout(p=0.5, inplace=False)\n  (2): ReLU()\n"
        "  (3): Linear(in_features=3, out_features=1, bias=True)\n  (4): Tanh()\n)");
  CHECK(std::string(list[-1].type()) == "Tanh");
  CHECK(std::string(list.pop(1)->type()) == "Dropout");
  list.set(-1, Sigmoid());
  std::string types;
  for (const ModulePtr& m : list) types += std::string(m->type()) + " ";
  CHECK(types == "Linear ReLU Linear Sigmoid ");
  const ModuleList part = list.slice(-2, 9);
  CHECK(part.size() == 2);
  CHECK(part.modules[1] == list.modules[3]);
  Tensor y = ones({1, 2});
  for (const ModulePtr& m : list) y = (*m)(y);
  CHECK(y.shape() == Shape{1, 1});
  list.extend(list);
  CHECK(list.size() == 8);
  list.eval();
  CHECK(!list[0].training);
  CHECK(error_of([&] { list(y); }).says("has no forward; call its modules one by one"));
  CHECK(error_of([&] { list[8]; }).text == "[ModuleList] index 8 is out of range; it has 8 modules.");
  CHECK(error_of([&] { list.insert(9, ReLU()); }).says("index 9 is out of range"));
  CHECK(error_of([&] { list.append(Layer()); }).says("is null; need a module"));
  CHECK(error_of([] { ModuleList().pop(); }).says("index -1 is out of range; it has 0 modules"));

  ModuleDict dict({{"b", std::make_shared<Linear>(2, 2)}, {"a", std::make_shared<ReLU>()}});
  dict.set("c", Linear(2, 1));
  dict.update({{"a", std::make_shared<Tanh>()}, {"d", std::make_shared<ReLU>()}});
  CHECK(dict.keys() == std::vector<std::string>{"b", "a", "c", "d"});
  CHECK(std::string(dict["a"].type()) == "Tanh");
  CHECK(dict.values()[3] == dict.items()[3].second);
  CHECK(dict.contains("c"));
  CHECK(std::string(dict.pop("d")->type()) == "ReLU");
  CHECK(!dict.contains("d"));
  CHECK(names(dict.state_dict()) == std::vector<std::string>{"b.weight", "b.bias", "c.weight", "c.bias"});
  CHECK(dict.repr() ==
        "ModuleDict(\n  (b): Linear(in_features=2, out_features=2, bias=True)\n  (a): Tanh()\n  (c): Linear(in_features=2, out_features=1, bias=True)\n)");
  CHECK(error_of([&] { dict["x"]; }).text == "[ModuleDict] there is no module \"x\"; need one of \"b\", \"a\", \"c\".");
  CHECK(error_of([&] { dict.set("a.b", ReLU()); }).says("need one that is not empty and has no dot"));
  CHECK(error_of([&] { dict(y); }).says("has no forward; call its modules by name"));
  dict.clear();
  CHECK(dict.size() == 0);
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
