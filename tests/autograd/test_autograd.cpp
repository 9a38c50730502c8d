#include <doctest/doctest.h>

#include <cmath>

#include "wick/autograd.h"
#include "wick/memory.h"
#include "wick/nn.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

std::string error_text(const std::function<void()>& fn) {
  try {
    fn();
  } catch (const Error& e) {
    return e.what();
  }
  return "(nothing thrown)";
}
bool contains(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

Tensor leaf(std::vector<float> v, const Shape& s) { return Tensor(tensor(v, s)).requires_grad_(); }

TEST_CASE("autograd: gradients of a small expression, and accumulation over several backward calls") {
  Tensor x = leaf({1, 2, 3}, {3});
  (x * x).sum().backward();
  CHECK(x.grad().to_vector() == std::vector<double>{2, 4, 6});
  (x * 3.0).sum().backward();
  CHECK(x.grad().to_vector() == std::vector<double>{5, 7, 9});
  x.set_grad({});
  CHECK(!x.grad().defined());
  // A tensor used many times gets the sum.
  (x + x * x + x).sum().backward();
  CHECK(x.grad().to_vector() == std::vector<double>{4, 6, 8});
}

TEST_CASE("autograd: slices of one tensor, apart, overlapping, spaced, and beside other uses") {
  const auto weighted = [&](const Tensor& part, double by) {
    const Tensor w = (arange(1, static_cast<double>(part.numel()) + 1) * by).reshape(part.shape());
    return (part * w).sum();
  };
  const auto uses = [&](const Tensor& x, bool last) {
    Tensor sum = weighted(x.slice(1, 0, 2), 1) + weighted(x.slice(1, 1, 6, 2), 10) + weighted(x.select(1, 2), 100) + weighted(x.slice(1, 2, 5), 1000);
    return last ? sum + (x * x).sum() : (x * x).sum() + sum;
  };
  for (const bool last : {false, true}) {
    CAPTURE(last);
    const Tensor x = leaf({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, {2, 6});
    const Tensor inner = x * 1.0;  // not a leaf
    uses(inner, last).backward();
    const std::vector<double> want{1, 2 + 10 + 2, 100 + 1000 + 4, 20 + 2000 + 6, 3000 + 8, 30 + 10, 3 + 12, 4 + 40 + 14, 200 + 4000 + 16, 50 + 5000 + 18, 6000 + 20, 60 + 22};
    CHECK(x.grad().to_vector() == want);
    uses(x, last).backward();  // the leaf itself, on top of what it has
    std::vector<double> twice = want;
    for (double& v : twice) v *= 2;
    CHECK(x.grad().to_vector() == twice);
    const Tensor y = leaf({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, {2, 6});
    const TensorList recorded = autograd::grad({uses(y * 1.0, last)}, {y}, {}, true, true);  // in a recorded walk
    CHECK(recorded[0].to_vector() == want);
    CHECK(autograd::grad({recorded[0].sum()}, {y})[0].to_vector() == std::vector<double>(12, 2));
  }
}

TEST_CASE("autograd: accumulated batches equal one large batch") {
  manual_seed(1);
  nn::Linear net(6, 3);
  const Tensor x = randn({8, 6}), y = randint(0, 3, {8});
  cross_entropy(net(x), y).backward();
  const Tensor whole = net.weight.grad().clone();
  net.zero_grad();
  for (int part = 0; part < 4; ++part) (cross_entropy(net(x.narrow(0, 2 * part, 2)), y.narrow(0, 2 * part, 2)) / 4.0).backward();
  const auto a = whole.to_vector(), b = net.weight.grad().to_vector();
  for (std::size_t i = 0; i < a.size(); ++i) CHECK(b[i] == doctest::Approx(a[i]).epsilon(1e-5));
}

TEST_CASE("autograd: grad_fn names as PyTorch prints them") {
  Tensor x = leaf({1, 2, 3, 4}, {2, 2}), w = leaf({1, 2, 3, 4}, {2, 2}), b = leaf({1, 2}, {2});
  const std::vector<std::pair<Tensor, const char*>> rows = {
      {x + w, "AddBackward0"}, {x - w, "SubBackward0"}, {x * w, "MulBackward0"}, {x / w, "DivBackward0"}, {-x, "NegBackward0"},
      {pow(x, 2.0), "PowBackward0"}, {exp(x), "ExpBackward0"}, {log(x), "LogBackward0"}, {sqrt(x), "SqrtBackward0"}, {rsqrt(x), "RsqrtBackward0"},
      {abs(x), "AbsBackward0"}, {tanh(x), "TanhBackward0"}, {sigmoid(x), "SigmoidBackward0"}, {relu(x), "ReluBackward0"},
      {leaky_relu(x), "LeakyReluBackward0"}, {elu(x), "EluBackward0"}, {gelu(x), "GeluBackward0"}, {silu(x), "SiluBackward0"},
      {softplus(x), "SoftplusBackward0"}, {x.sum(), "SumBackward0"}, {x.sum(0), "SumBackward1"}, {x.mean(), "MeanBackward0"},
      {x.mean(1), "MeanBackward1"}, {x.var(0), "VarBackward0"}, {x.max(), "MaxBackward1"}, {max(x, 0).first, "MaxBackward0"},
      {matmul(x, w), "MmBackward0"}, {linear(x, w, b), "AddmmBackward0"}, {softmax(x, 1), "SoftmaxBackward0"},
      {log_softmax(x, 1), "LogSoftmaxBackward0"}, {logsumexp(x, 1), "LogsumexpBackward0"}, {x.t(), "TBackward0"}, {x.view({4}), "ViewBackward0"},
      {x.permute({1, 0}), "PermuteBackward0"}, {x.transpose(0, 1), "TransposeBackward0"}, {x.expand({3, 2, 2}), "ExpandBackward0"},
      {x.unsqueeze(0), "UnsqueezeBackward0"}, {x.clone(), "CloneBackward0"}, {cat({x, w}), "CatBackward0"}, {where(gt(x, 2.0), x, w), "WhereBackward0"},
      {clamp(x, 0.0, 2.0), "ClampBackward0"}, {maximum(x, w), "MaximumBackward0"}, {layer_norm(x, 2), "NativeLayerNormBackward0"},
      {conv2d(x.view({1, 1, 2, 2}), w.view({1, 1, 2, 2})), "ConvolutionBackward0"},
      {batch_norm(x, {}, {}, {}, {}, true), "NativeBatchNormBackward0"}, {max_pool2d(x.view({1, 1, 2, 2}), 2), "MaxPool2DWithIndicesBackward0"},
      {avg_pool2d(x.view({1, 1, 2, 2}), 2), "AvgPool2DBackward0"}, {embedding(zeros({1}, DType::int64), w), "EmbeddingBackward0"},
      {index_select(x, 0, zeros({1}, DType::int64)), "IndexSelectBackward0"}, {gather(x, 0, zeros({1, 2}, DType::int64)), "GatherBackward0"},
      {cross_entropy(x, zeros({2}, DType::int64)), "NllLossBackward0"}, {nll_loss(x, zeros({2}, DType::int64)), "NllLossBackward0"},
      {mse_loss(x, w), "MseLossBackward0"}, {smooth_l1_loss(x, w), "SmoothL1LossBackward0"},
      {binary_cross_entropy_with_logits(x, w.detach()), "BinaryCrossEntropyWithLogitsBackward0"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.second);
    REQUIRE(row.first.grad_fn());
    CHECK(std::string(row.first.grad_fn()->name()) == row.second);
  }
  const Tensor y = linear(x, w, b);
  REQUIRE(y.grad_fn()->next_functions().size() == 3);
  for (const auto& in : y.grad_fn()->next_functions()) CHECK(std::string(in.node->name()) == "AccumulateGrad");
}

TEST_CASE("autograd: no_grad, inference_mode, detach") {
  Tensor x = leaf({1, 2}, {2});
  {
    const NoGradGuard guard;
    CHECK(!(x * 2.0).requires_grad());
    const EnableGradGuard again;
    CHECK((x * 2.0).requires_grad());
  }
  CHECK((x * 2.0).requires_grad());
  CHECK(!x.detach().requires_grad());
  Tensor inside;
  {
    const InferenceMode mode;
    inside = x * 2.0;
    const EnableGradGuard again;
    CHECK(!grad_enabled());
  }
  CHECK(!inside.requires_grad());
  CHECK(contains(error_text([&] { (x * 2.0).detach().sum().backward(); }), "does not require grad"));
}

TEST_CASE("autograd: retain_graph, and a graph that was freed") {
  Tensor x = leaf({3}, {1});
  const Tensor y = (x * x).sum();
  y.backward({}, true);
  y.backward();
  CHECK(x.grad().item() == 12);
  const std::string text = error_text([&] { y.backward(); });
  CHECK(contains(text, "was freed by an earlier backward()"));
  CHECK(contains(text, "retain_graph=true"));
  CHECK(contains(error_text([&] { (x * leaf({1, 2}, {2})).backward(); }), "grad can be implicitly created only for scalar outputs"));
  CHECK(contains(error_text([&] { (x * x).backward(ones({2})); }), "shapes must be the same"));
}

TEST_CASE("autograd: version counters catch writes to saved tensors") {
  Tensor x = leaf({1, 2}, {2});
  Tensor h = x * 2.0;
  const Tensor y = (h * h).sum();
  h.add_(1.0);
  CHECK(contains(error_text([&] { y.backward(); }), "one of the variables needed for gradient computation has been modified by an inplace operation"));
  Tensor r = sigmoid(x);
  const Tensor s = r.sum();
  {
    const NoGradGuard guard;
    r.mul_(2.0);
  }
  CHECK(contains(error_text([&] { s.backward(); }), "SigmoidBackward0"));
  CHECK(contains(error_text([&] { x.add_(1.0); }), "a leaf Variable that requires grad is being used in an in-place operation"));
  CHECK(contains(error_text([&] { Tensor v = x.view({2, 1}); v.zero_(); }), "a view of a leaf Variable that requires grad is being used in an in-place operation"));
}

TEST_CASE("autograd: in-place ops take their place in the graph") {
  Tensor x = leaf({1, 2}, {2});
  Tensor h = x * 3.0;
  h.add_(x);
  h.mul_(2.0);
  h.sum().backward();
  CHECK(x.grad().to_vector() == std::vector<double>{8, 8});
  Tensor z = zeros({2});
  z.copy_(x * 5.0);
  x.set_grad({});
  z.sum().backward();
  CHECK(x.grad().to_vector() == std::vector<double>{5, 5});
}

TEST_CASE("autograd: hooks see and replace gradients") {
  Tensor x = leaf({1, 2}, {2});
  int calls = 0;
  const int id = x.register_hook([&](const Tensor& g) {
    ++calls;
    return g * 10.0;
  });
  (x + x).sum().backward();
  CHECK(calls == 1);
  CHECK(x.grad().to_vector() == std::vector<double>{20, 20});
  x.remove_hook(id);
  x.set_grad({});
  Tensor h = x * 2.0;
  h.register_hook([](const Tensor& g) { return g * -1.0; });
  h.retain_grad();
  h.sum().backward();
  CHECK(x.grad().to_vector() == std::vector<double>{-2, -2});
  CHECK(h.grad().defined());
}

TEST_CASE("autograd: grad of grad, and ops that refuse it by name") {
  Tensor x = leaf({2}, {1});
  const Tensor g = autograd::grad({pow(x, 3.0)}, {x}, {}, false, true)[0];
  CHECK(g.item() == doctest::Approx(12));
  CHECK(autograd::grad({g}, {x})[0].item() == doctest::Approx(12));
  CHECK(!x.grad().defined());
  Tensor y = x.detach().clone();
  record(y, "KernelBackward0", kFused, [](Term dy, Grads&) { return dy; }, x);
  CHECK(contains(error_text([&] { y.backward({}, true, true); }), "[backward] KernelBackward0 has no gradient of its gradient"));
  y.backward();
  CHECK(x.grad().item() == 1);
  x.set_grad({});
  CHECK(contains(error_text([&] { autograd::grad({x * 1.0}, {leaf({1}, {1})}); }), "appears not to have been used"));
}

// x^2 as a kernel would do it: each form of the gradient off by its own factor.
struct SquareGradient {
  double kernel, of_ops;
  Term operator()(Term dy, Grads& d) const { return Term(*dy * *d.kept(0) * (2 * kernel)); }
  Term twice(Term dy, Grads& d) const { return Term(*dy * *d.kept(0) * (2 * of_ops)); }
};

TEST_CASE("autograd: gradcheck and gradgradcheck find wrong gradients of either form") {
  const Tensor x = Tensor(tensor<double>({0.5, -2}, {2})).requires_grad_();
  const auto square_with = [](double kernel, double of_ops) {
    return [=](const TensorList& in) {
      Tensor y = in[0].detach() * in[0].detach();
      record(y, "PowBackward0", kKeepFirst | kFused, SquareGradient{kernel, of_ops}, in[0]);
      return y;
    };
  };
  CHECK(autograd::gradcheck(square_with(1, 1), {x}) == "");
  CHECK(autograd::gradgradcheck(square_with(1, 1), {x}) == "");
  CHECK(contains(autograd::gradcheck(square_with(1.001, 1), {x}), "d output[0] / d input 0[0]: backward gives 1.001, central differences 0.99999"));
  CHECK(autograd::gradcheck(square_with(1, 1.001), {x}) == "");
  CHECK(contains(autograd::gradgradcheck(square_with(1, 1.001), {x}), "d output[0] / d input 0[0]"));
  CHECK(contains(autograd::gradgradcheck(square_with(1.001, 1), {x}), "d output[0] / d input 0[0]"));
  CHECK(contains(autograd::gradcheck(square_with(1, 1), {Tensor(ones({1})).requires_grad_()}), "gradcheck needs f64"));
}

TEST_CASE("autograd: create_graph records under no_grad too, as in PyTorch") {
  Tensor x = leaf({2}, {1});
  const Tensor y = pow(x, 3.0);
  Tensor g;
  {
    const NoGradGuard guard;
    g = autograd::grad({y}, {x}, {}, false, true)[0];
    CHECK(!grad_enabled());
  }
  CHECK(autograd::grad({g}, {x})[0].item() == doctest::Approx(12));
}

TEST_CASE("autograd: detect_anomaly names the op") {
  Tensor x = leaf({0}, {1});
  const DetectAnomaly guard;
  const Tensor y = (sqrt(x) * 0.0).sum();
  CHECK(contains(error_text([&] { y.backward(); }), "SqrtBackward0 returned a NaN gradient"));
  // In the second walk too: the gradient of x^1.5 at 0 is 0, that of its gradient is not finite.
  const Tensor g = autograd::grad({pow(x, 1.5).sum()}, {x}, {}, false, true)[0];
  CHECK(g.item() == 0);
  CHECK(contains(error_text([&] { (g * 0.0).sum().backward(); }), "[detect_anomaly] PowBackward0 returned a NaN gradient"));
}

TEST_CASE("autograd: no work below frozen parts") {
  manual_seed(1);
  nn::Sequential net(nn::Linear(4, 5), nn::Tanh(), nn::Linear(5, 5), nn::Tanh(), nn::Linear(5, 2));
  const Tensor x = randn({3, 4});
  const auto nodes_of = [](const Tensor& y) {  // a chain's, from the end
    std::string names;
    const Node* node = y.grad_fn().get();
    while (node) {
      names += std::string(node->name()) + " ";
      const Node* next = nullptr;
      for (const auto& in : node->next_functions())
        if (in.node && std::string(in.node->name()) != "AccumulateGrad") next = in.node.get();
      node = next;
    }
    return names;
  };
  CHECK(nodes_of(net(x)) == "AddmmBackward0 TanhBackward0 AddmmBackward0 TanhBackward0 AddmmBackward0 ");
  for (const int frozen : {0, 2}) net.named_children()[static_cast<std::size_t>(frozen)].second->requires_grad_(false);
  const Tensor h = net.named_children()[0].second->forward(x);
  CHECK(!h.requires_grad());
  const Tensor y = net(x);
  CHECK(nodes_of(y) == "AddmmBackward0 ");
  REQUIRE(y.grad_fn()->next_functions().size() == 3);
  CHECK(!y.grad_fn()->next_functions()[0].node);
  y.sum().backward();
  for (const auto& row : net.named_parameters()) {
    const std::string& name = row.first;
    const Tensor& p = row.second;
    CAPTURE(name);
    CHECK(p.grad().defined() == (name[0] == '4'));
  }
  // Frozen in the middle: the gradient passes through to the first layer, and its own parameters get none.
  net.named_children()[0].second->requires_grad_(true);
  net.zero_grad();
  const Tensor z = net(x);
  int arrived = 0;
  z.register_hook([&](const Tensor&) { return ++arrived, Tensor(); });
  z.sum().backward();
  CHECK(arrived == 1);
  for (const auto& row : net.named_parameters()) {
    const std::string& name = row.first;
    const Tensor& p = row.second;
    CAPTURE(name);
    CHECK(p.grad().defined() == (name[0] != '2'));
  }
}

TEST_CASE("autograd: grad() walks no further than it is asked") {
  Tensor x = leaf({2, 3}, {2});
  int below = 0;
  const Tensor h = exp(x), y = (h * h).sum();
  h.register_hook([&](const Tensor& g) { return g * 10.0; });
  x.register_hook([&](const Tensor&) { return ++below, Tensor(); });
  const Tensor g = autograd::grad({y}, {h})[0];
  CHECK(g.to_vector() == (h * 20.0).to_vector());  // the hook of what is asked for has seen it
  CHECK(below == 0);
  CHECK(autograd::grad({h}, {x}, {ones({2})})[0].defined());  // nor is the graph below freed
  CHECK(autograd::grad({h}, {h}, {ones({2})})[0].to_vector() == std::vector<double>{10, 10});
}

TEST_CASE("autograd: a frozen part keeps nothing for gradients") {
  manual_seed(1);
  const Tensor x = randn({64, 64});
  nn::Sequential net(nn::Linear(64, 64), nn::Tanh(), nn::Linear(64, 64), nn::Tanh(), nn::Linear(64, 64));
  const auto kept = [&] {
    const auto before = memory_stats().used;
    const Tensor y = net(x);
    return (memory_stats().used - before) / (64 * 64 * 4);
  };
  CHECK(kept() == 3);  // of Tanh the results, which Linear takes, and the last result
  for (const std::size_t frozen : {0u, 2u}) net.named_children()[frozen].second->requires_grad_(false);
  CHECK(kept() == 2);
  net.requires_grad_(false);
  CHECK(kept() == 1);
}

TEST_CASE("autograd: hooks in a recorded walk are part of the graph") {
  Tensor x = leaf({2}, {1});
  Tensor h = x * x;
  h.register_hook([](const Tensor& g) { return g * g; });
  const Tensor g = autograd::grad({h * 3.0}, {x}, {}, false, true)[0];  // 9 . 2 x
  CHECK(g.item() == 36);
  CHECK(autograd::grad({g}, {x})[0].item() == 18);
}

TEST_CASE("autograd: a chain of a million ops is walked and freed without recursion") {
  const auto live = memory_stats().live_tensors;
  {
    Tensor x = leaf({1}, {1});
    Tensor y = x;
    for (int i = 0; i < 1000000; ++i) y = -y;
    y.backward();
    CHECK(x.grad().item() == 1);
    Tensor z = x;
    for (int i = 0; i < 1000000; ++i) z = z * 1.0;  // freed without a walk
  }
  CHECK(memory_stats().live_tensors == live);
}

TEST_CASE("autograd: a training step leaves no tensor behind and stops asking the system for memory") {
  manual_seed(3);
  nn::Sequential net(nn::Conv2d(1, 4, 3), nn::BatchNorm2d(4), nn::ReLU(), nn::Flatten(), nn::Linear(4 * 36, 3));
  const Tensor x = randn({8, 1, 8, 8}), y = randint(0, 3, {8});
  const auto step = [&] {
    net.zero_grad();
    cross_entropy(net(x), y).backward();
  };
  step();
  step();
  const MemoryStats before = memory_stats();
  for (int i = 0; i < 5; ++i) step();
  const MemoryStats after = memory_stats();
  CHECK(after.live_tensors == before.live_tensors);
  CHECK(after.system_calls == before.system_calls);
  CHECK(after.used == before.used);
}

}  // namespace
}  // namespace wick::test
