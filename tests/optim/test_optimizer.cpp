#include <doctest/doctest.h>

#include <limits>

#include "io/error_of.h"
#include "optim/golden_optim.h"
#include "wick/autograd.h"
#include "wick/optim.h"

using namespace wick;

namespace {

Tensor gradient(int step, DType dtype = DType::float32) {
  std::vector<float> g;
  for (int i = 0; i < 8; ++i) g.push_back(static_cast<float>((i * 7 + step * 5) % 11 - 5) / 4);
  return tensor(g).to(dtype);
}

void train(optim::Optimizer& optimizer, const Tensor& w, int from, int to) {
  for (int step = from; step < to; ++step) {
    w.set_grad(gradient(step, w.dtype()));
    optimizer.step();
  }
}

void check_close(const std::vector<double>& got, const std::vector<double>& want, double tolerance = 2e-6) {
  REQUIRE(got.size() == want.size());
  for (std::size_t i = 0; i < got.size(); ++i) {
    CAPTURE(i);
    CHECK(got[i] == doctest::Approx(want[i]).epsilon(tolerance));
  }
}

template <class O, class Cases>
void check_golden(const Cases& cases) {
  int row = 0;
  for (const auto& c : cases) {
    ++row;
    CAPTURE(row);
    for (const DType dtype : {DType::float32, DType::float64}) {
      const Tensor w = tensor(golden::kStart).to(dtype).requires_grad_();
      O optimizer({w}, c.options);
      train(optimizer, w, 0, golden::kSteps);
      check_close(w.to_vector(), c.weights);
    }
  }
}

// Half way, the state moves to a second optimizer through state(); both ways give the same bits.
template <class O, class Cases>
void check_resume(const Cases& cases) {
  for (const auto& c : cases) {
    const Tensor a = tensor(golden::kStart).requires_grad_();
    O whole({a}, c.options);
    train(whole, a, 0, 3);
    const Tensor b = a.detach().clone().requires_grad_();
    O resumed({b}, {});
    CHECK(resumed.state().size() == resumed.options().size());
    resumed.load_state(whole.state());
    CHECK(resumed.options() == whole.options());
    train(whole, a, 3, golden::kSteps);
    train(resumed, b, 3, golden::kSteps);
    CHECK(a.to_vector() == b.to_vector());
  }
}

}  // namespace

TEST_CASE("optim: weights after six steps are PyTorch's") {
  check_golden<optim::SGD>(golden::kSGD);
  check_golden<optim::Adam>(golden::kAdam);
  check_golden<optim::AdamW>(golden::kAdamW);
}

TEST_CASE("optim: state() and load_state() resume exactly") {
  check_resume<optim::SGD>(golden::kSGD);
  check_resume<optim::Adam>(golden::kAdam);
  check_resume<optim::AdamW>(golden::kAdamW);
}

TEST_CASE("optim: names of the state") {
  const Tensor a = zeros(2).requires_grad_(), b = zeros(3).requires_grad_();
  optim::Adam adam({a, b}, {.amsgrad = true});
  a.set_grad(ones(2));
  adam.step();
  std::vector<std::string> names;
  for (const auto& entry : adam.state()) names.push_back(entry.first);
  CHECK(names == std::vector<std::string>{"0.step", "0.exp_avg", "0.exp_avg_sq", "0.max_exp_avg_sq", "param_groups.0.lr",
                                          "param_groups.0.beta1", "param_groups.0.beta2", "param_groups.0.eps",
                                          "param_groups.0.weight_decay", "param_groups.0.amsgrad", "param_groups.0.maximize"});
  CHECK(adam.state()[0].second.item() == 1);
  CHECK(b.to_vector() == std::vector<double>{0, 0, 0});
}

TEST_CASE("optim: a state that does not fit is refused whole, with all reasons") {
  const Tensor a = zeros(2).requires_grad_();
  optim::Adam adam({a});
  a.set_grad(ones(2));
  adam.step();
  const std::vector<double> before = adam.state()[1].second.to_vector();
  const nn::NamedTensors bad = {{"0.exp_avg", zeros(3)},    {"1.exp_avg", zeros(2)}, {"0.momentum_buffer", zeros(2)}, {"lr", zeros(1)},
                                {"param_groups.0.lr", 5.0}, {"0.step", zeros(2)}};
  CHECK(error_of([&] { adam.load_state(bad); }).text ==
        "[Adam.load_state] the state does not fit, nothing was loaded: 0.exp_avg is f32[3] but its parameter is f32[2], unexpected "
        "1.exp_avg, unexpected 0.momentum_buffer, unexpected lr, 0.step is f32[2] but must be one number.");
  CHECK(adam.state()[1].second.to_vector() == before);
  CHECK(adam.option("lr") == 1e-3);
  CHECK(error_of([&] { adam.load_state({{"0.exp_avg", zeros(2)}, {"0.step", 0.0}}); }).text ==
        "[Adam.load_state] the state does not fit, nothing was loaded: 0.step is 0 but must be at least 1, missing 0.step, missing "
        "0.exp_avg_sq.");
  CHECK(error_of([&] { adam.load_state({{"param_groups.0.beta2", 2.0}}); }).text ==
        "[Adam] Invalid beta parameter at index 1: 2; need 0 <= beta < 1.");
}

TEST_CASE("optim: groups and options by name") {
  const Tensor a = zeros(1).requires_grad_(), b = zeros(1).requires_grad_();
  std::vector<optim::ParamGroup> groups{{{a}, {}}, {{b}, {{"lr", 1.0}}}};
  optim::SGD sgd(groups, {.lr = 0.5});
  a.set_grad(ones(1));
  b.set_grad(ones(1));
  sgd.step();
  CHECK(a.item() == -0.5);
  CHECK(b.item() == -1);
  sgd.set_option("lr", 0.25);
  sgd.set_option("momentum", 0.5, 1);
  sgd.step();
  CHECK(a.item() == -0.75);
  CHECK(b.item() == -1.25);
  CHECK(sgd.option("momentum", 0) == 0);
  CHECK(sgd.option("momentum", 1) == 0.5);
  CHECK(sgd.options()[0] == std::pair<std::string, double>("lr", 0.25));
  CHECK(error_of([&] { sgd.set_option("learning_rate", 1); }).text ==
        "[SGD] has no option \"learning_rate\"; its options are lr, momentum, dampening, weight_decay, nesterov, maximize.");
  CHECK(error_of([&] { sgd.set_option("lr", -1); }).text == "[SGD] Invalid learning rate: -1; need a number >= 0.");
  CHECK(error_of([&] { sgd.set_option("nesterov", 1); }).text ==
        "[SGD] Nesterov momentum requires a momentum and zero dampening: momentum is 0, dampening is 0.");
  CHECK(sgd.option("nesterov", 1) == 0);
}

TEST_CASE("optim: settings out of range and parameters that cannot be trained") {
  const Tensor w = zeros(1).requires_grad_();
  CHECK(error_of([&] { optim::SGD({w}, {.lr = -0.1}); }).text == "[SGD] Invalid learning rate: -0.1; need a number >= 0.");
  CHECK(error_of([&] { optim::SGD({w}, {.momentum = -0.1}); }).text == "[SGD] Invalid momentum value: -0.1; need a number >= 0.");
  CHECK(error_of([&] { optim::AdamW({w}, {.weight_decay = -1}); }).text == "[AdamW] Invalid weight_decay value: -1; need a number >= 0.");
  CHECK(error_of([&] { optim::Adam({w}, {.betas = {1.0, 0.9}}); }).text ==
        "[Adam] Invalid beta parameter at index 0: 1; need 0 <= beta < 1.");
  CHECK(error_of([&] { optim::Adam({w}, {.eps = -1}); }).text == "[Adam] Invalid epsilon value: -1; need a number >= 0.");
  CHECK(error_of([&] { optim::Adam(std::vector<Tensor>{}); }).text ==
        "[Adam] optimizer got an empty parameter list; need at least one parameter.");
  CHECK(error_of([&] { optim::Adam({w * 2.0}); }).text ==
        "[Adam] can't optimize a non-leaf Tensor: parameter 0 is the result of an op; need a leaf.");
  CHECK(error_of([&] { optim::Adam({w, w}); }).text == "[Adam] parameter 1 is the same tensor as parameter 0; need each once.");
  CHECK(error_of([&] { optim::Adam({zeros(1, DType::int64)}); }).text == "[Adam] parameter 0 is i64[1]; need a floating tensor.");
}

TEST_CASE("optim: step() skips parameters without gradient, marks the write, keeps strided weights") {
  const Tensor w = zeros({2, 3}).t().requires_grad_();
  optim::SGD sgd({w}, {.lr = 1});
  const auto version = w.version();
  sgd.step();
  CHECK(w.version() == version);
  w.set_grad(tensor(std::vector<float>{1, 2, 3, 4, 5, 6}, {3, 2}));
  sgd.step();
  CHECK(w.version() > version);
  CHECK(w.to_vector() == std::vector<double>{-1, -2, -3, -4, -5, -6});

  sgd.zero_grad(false);
  CHECK(w.grad().to_vector() == std::vector<double>(6, 0.0));
  sgd.zero_grad();
  CHECK(!w.grad().defined());
}

TEST_CASE("optim: a backward() after step() notices the changed weight") {
  const Tensor w = ones(2).requires_grad_();
  optim::SGD sgd({w}, {.lr = 1});
  const Tensor loss = (w * w).sum();
  loss.backward({}, true);
  sgd.step();
  CHECK_THROWS_AS(loss.backward(), Error);
}

TEST_CASE("clip_grad_norm_ and clip_grad_value_") {
  const double inf = std::numeric_limits<double>::infinity();
  for (const auto& [norm_type, want] : {std::pair(1.0, golden::kClip1), {2.0, golden::kClip2}, {3.0, golden::kClip3}, {inf, golden::kClipInf}}) {
    const double p = norm_type;
    CAPTURE(p);
    const Tensor a = zeros(8).requires_grad_(), b = zeros(8).requires_grad_(), none = zeros(8).requires_grad_();
    a.set_grad(gradient(0));
    b.set_grad(gradient(3));
    std::vector<double> got = {nn::utils::clip_grad_norm_({a, none, b}, 1.5, p)};
    for (const Tensor& t : {a, b})
      for (const double v : t.grad().to_vector()) got.push_back(v);
    check_close(got, want);
  }
  const Tensor w = zeros(2).requires_grad_();
  CHECK(nn::utils::clip_grad_norm_({w}, 1) == 0);
  w.set_grad(tensor(std::vector<float>{3, -1}));
  nn::utils::clip_grad_value_({w}, 2);
  CHECK(w.grad().to_vector() == std::vector<double>{2, -1});
  w.set_grad(tensor(std::vector<float>{3e30f, 4e30f}));
  CHECK(nn::utils::clip_grad_norm_({w}, 1) == doctest::Approx(5e30));
  w.set_grad(tensor(std::vector<float>{1, std::numeric_limits<float>::quiet_NaN()}));
  CHECK(error_of([&] { nn::utils::clip_grad_norm_({w}, 1, 2, true); }).text ==
        "[clip_grad_norm_] the norm of the gradients is nan; need a finite one.");
}
