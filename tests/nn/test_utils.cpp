// torch.nn.utils: computed weights against PyTorch's stored ones (tests/golden/make_computed.py), hooks before forward, vectors.

#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "golden/golden.h"
#include "io/error_of.h"
#include "wick/autograd.h"
#include "wick/freeze.h"
#include "wick/nn/utils.h"
#include "wick/optim.h"
#include "wick/recipe.h"
#include "wick/safetensors.h"

namespace wick::test {
namespace {

using namespace nn::utils;
using Object = nlohmann::json;

void compare(const Tensor& ours, const Tensor& theirs) {
  REQUIRE(ours.defined());
  REQUIRE(ours.shape() == theirs.shape());
  const auto a = ours.to_vector(), b = theirs.to_vector();
  for (std::size_t i = 0; i < a.size(); ++i) REQUIRE(std::fabs(a[i] - b[i]) <= 1e-5 + 1.3e-6 * std::fabs(b[i]));
}

void apply(nn::Module& m, const Object& c) {
  const Object& o = c["options"];
  const std::string name = o.value("name", "weight");
  if (c["how"] == "weight_norm") {
    std::optional<std::int64_t> dim = 0;
    if (o.contains("dim")) dim = o["dim"].is_null() ? std::nullopt : std::optional<std::int64_t>(o["dim"]);
    weight_norm(m, name, dim);
  } else {
    SpectralNormOptions options{.n_power_iterations = o.value("n_power_iterations", 1), .eps = o.value("eps", 1e-12)};
    if (o.contains("dim")) options.dim = o["dim"];
    spectral_norm(m, name, options);
  }
}

TEST_CASE("weight_norm and spectral_norm: values, gradients and states of PyTorch") {
  const SafetensorsFile file = parse_safetensors(read_golden("computed.safetensors"), "computed.safetensors");
  const Object cases = Object::parse(*file.find_metadata("cases"));
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const std::string what = cases[i].dump(), prefix = str(i, ".");
    CAPTURE(what);
    const auto stored = [&](const std::string& name) { return file.find(prefix + name); };
    const nn::ModulePtr m = make_module(cases[i]["module"].dump());
    apply(*m, cases[i]);
    nn::NamedTensors state;
    for (const auto& [key, t] : file.tensors)
      if (key.starts_with(prefix + "state.")) state.emplace_back(key.substr(prefix.size() + 6), t);
    m->load_state_dict(state);
    const Tensor x = stored("x");
    for (std::int64_t step = 0; step < 3; ++step) {
      const Tensor y = (*m)(x);
      compare(y, stored("y")[step]);
      y.backward(stored("dy")[step]);
    }
    for (const auto& [name, p] : m->named_parameters()) compare(p.grad(), stored("grad." + name));
    for (const auto& [name, t] : m->state_dict()) compare(t, stored("after." + name));
    m->eval();
    compare((*m)(x), stored("eval"));
    const NoGradGuard guard;
    compare(freeze(*m, x)(x), stored("eval"));
  }
  CHECK(cases.size() == 16);
}

std::string names(nn::Module& m) {
  std::string out;
  for (const auto& [name, t] : m.state_dict()) out += name + " ";
  return out;
}

TEST_CASE("weight_norm and spectral_norm: keys, training, removal") {
  nn::Sequential model(nn::Linear(3, 4), nn::ReLU(), nn::Linear(4, 2));
  const Tensor x = tensor<float>({1, -2, 3, 0, 1, 2}, {2, 3});
  const std::vector<double> before = model(x).to_vector();
  weight_norm(model[0]);
  CHECK(names(model) == "0.bias 0.weight_g 0.weight_v 2.weight 2.bias ");
  CHECK(model[0].state_dict()[1].second.shape() == Shape{4, 1});
  const std::vector<double> same = model(x).to_vector();
  for (std::size_t i = 0; i < same.size(); ++i) CHECK(same[i] == doctest::Approx(before[i]).epsilon(1e-5));
  spectral_norm(model[2]);
  CHECK(names(model) == "0.bias 0.weight_g 0.weight_v 2.bias 2.weight_orig 2.weight_u 2.weight_v ");
  CHECK(model.parameters().size() == 5);
  optim::SGD sgd(model.parameters(), {.lr = 0.1});
  const double loss = model(x).sum().item();
  for (int i = 0; i < 3; ++i) {
    sgd.zero_grad();
    model(x).sum().backward();
    sgd.step();
  }
  CHECK(model(x).sum().item() < loss);
  model.eval();
  const std::vector<double> trained = model(x).to_vector();
  remove_weight_norm(model[0]);
  remove_spectral_norm(model[2]);
  CHECK(names(model) == "0.weight 0.bias 2.weight 2.bias ");
  const std::vector<double> removed = model(x).to_vector();
  for (std::size_t i = 0; i < removed.size(); ++i) CHECK(removed[i] == doctest::Approx(trained[i]).epsilon(1e-6));
  nn::Linear moved = std::move(static_cast<nn::Linear&>(weight_norm(model[0])));
  CHECK(moved(x).shape() == Shape{2, 4});
  CHECK(names(moved) == "bias weight_g weight_v ");
}

TEST_CASE("weight_norm and spectral_norm: what they refuse") {
  nn::Linear l(2, 3);
  CHECK(error_of([&] { weight_norm(l, "kernel"); }).text == "[weight_norm] Linear(in_features=2, out_features=3, bias=True) has no parameter \"kernel\".");
  CHECK(error_of([&] { weight_norm(l, "weight", 2); }).kind == ErrorKind::index);
  CHECK(error_of([&] { spectral_norm(l, "weight", {.n_power_iterations = 0}); }).text ==
        "[spectral_norm] Expected n_power_iterations to be positive, but got n_power_iterations=0.");
  CHECK(error_of([&] { remove_weight_norm(l); }).text == "[remove_weight_norm] weight_norm of 'weight' not found in Linear(in_features=2, out_features=3, bias=True).");
  weight_norm(l);
  CHECK(error_of([&] { weight_norm(l); }).text == "[weight_norm] Cannot register two weight_norm hooks on the same parameter weight.");
  CHECK(error_of([&] { spectral_norm(l); }).says("[spectral_norm] Linear(in_features=2, out_features=3, bias=True) has no parameter \"weight\"."));
  CHECK(error_of([&] { remove_spectral_norm(l); }).says("[remove_spectral_norm] spectral_norm of 'weight' not found"));
}

TEST_CASE("hooks before forward see the input and may replace it") {
  nn::Linear l(2, 2);
  const Tensor x = ones({1, 2});
  int calls = 0;
  const int looking = l.register_forward_pre_hook([&](nn::Module&, const Tensor& in) {
    ++calls;
    CHECK(in.numel() == 2);
    return Tensor();
  });
  const std::vector<double> plain = l(x).to_vector();
  const int zeroing = l.register_forward_pre_hook([](nn::Module&, const Tensor& in) { return in * 0.0; });
  CHECK(l(x).to_vector() == l.bias.to_vector());
  CHECK(l.call({x})[0].to_vector() == l.bias.to_vector());
  l.remove_forward_pre_hook(zeroing);
  CHECK(l(x).to_vector() == plain);
  l.remove_forward_pre_hook(looking);
  l(x);
  CHECK(calls == 4);
}

TEST_CASE("parameters as one vector and back") {
  nn::Linear a(2, 3), b(2, 3);
  const Tensor v = parameters_to_vector(a.parameters());
  CHECK(v.shape() == Shape{9});
  CHECK(v.requires_grad());
  vector_to_parameters(v, b.parameters());
  CHECK(b.weight.to_vector() == a.weight.to_vector());
  CHECK(b.bias.to_vector() == a.bias.to_vector());
  CHECK(error_of([&] { vector_to_parameters(ones(8), b.parameters()); }).text == "[vector_to_parameters] the vector is f32[8]; the parameters have 9 elements.");
  CHECK(error_of([] { parameters_to_vector({}); }).text == "[parameters_to_vector] got no parameters; need at least one.");
}

}  // namespace
}  // namespace wick::test
