#pragma once
// Layers, with PyTorch 1.13's names, defaults, initialisation, state_dict keys and printout. Settings that PyTorch takes
// as keywords are an options struct: Conv2d(1, 16, 3, {.padding = 1}).

#include <concepts>
#include <optional>
#include <type_traits>

#include "wick/nn.h"

namespace wick::nn {

/// What a container takes: a shared module, or a module itself, which is moved into one.
struct Layer {
  ModulePtr module;
  Layer() = default;
  template <std::derived_from<Module> M>
  Layer(std::shared_ptr<M> m) : module(std::move(m)) {}  // NOLINT
  template <std::derived_from<Module> M>
    requires(!std::is_const_v<M> && !std::is_lvalue_reference_v<M>)
  Layer(M&& m) : module(std::make_shared<M>(std::move(m))) {}  // NOLINT
};

/// Calls its modules in turn: Sequential model(Linear(784, 256), ReLU(), Linear(256, 10)). Children are "0", "1", … or
/// named. C++ takes Sequential(Sequential(...)) for one and the same object: append() the inner one instead.
struct Sequential : Module {
  Sequential() = default;
  explicit Sequential(const std::vector<ModulePtr>& modules);
  explicit Sequential(const std::vector<std::pair<std::string, ModulePtr>>& modules);
  template <class... L>
    requires(sizeof...(L) > 0 && (std::convertible_to<L, Layer> && ...) &&
             !(sizeof...(L) == 1 && (std::is_same_v<L, Sequential> && ...)))
  explicit Sequential(L&&... layers) {
    (append(Layer(std::forward<L>(layers))), ...);
  }
  Sequential& append(Layer layer);
  Sequential& add(const std::string& name, Layer layer);  ///< throws ErrorKind::value for a name already used
  std::size_t size() const { return children.size(); }
  Module& operator[](std::size_t i) { return *children.at(i).second; }
  using Module::operator();

  Tensor forward(const Tensor& x) override;
  void visit(Visitor& v) override;
  const char* type() const override { return "Sequential"; }

  std::vector<std::pair<std::string, ModulePtr>> children;
};

struct ResidualOptions {
  std::string activation = "none";  ///< applied to the sum: "relu" or "none"
};
/// y = activation(main(x) + shortcut(x)); without a shortcut, x itself is added. Both terms must have one shape.
struct Residual : Module {
  explicit Residual(Layer main, Layer shortcut = {}, const ResidualOptions& options = {});
  Tensor forward(const Tensor& x) override;
  void visit(Visitor& v) override;
  const char* type() const override { return "Residual"; }
  std::string extra_repr() const override;

  ModulePtr main, shortcut;
  ResidualOptions options;
};

struct Identity : Module {
  Tensor forward(const Tensor& x) override { return x; }
  const char* type() const override { return "Identity"; }
};

struct LinearOptions {
  bool bias = true;
};
/// x [..., in_features] -> [..., out_features].
struct Linear : Module {
  Linear(std::int64_t in_features, std::int64_t out_features, const LinearOptions& options = {});
  Tensor forward(const Tensor& x) override;
  void visit(Visitor& v) override;
  const char* type() const override { return "Linear"; }
  std::string extra_repr() const override;

  std::int64_t in_features, out_features;
  Tensor weight, bias;  // [out, in], [out]
};

struct Flatten : Module {
  explicit Flatten(std::int64_t start_dim = 1, std::int64_t end_dim = -1) : start_dim(start_dim), end_dim(end_dim) {}
  Tensor forward(const Tensor& x) override;
  const char* type() const override { return "Flatten"; }
  std::string extra_repr() const override;

  std::int64_t start_dim, end_dim;
};

struct Unflatten : Module {
  Unflatten(std::int64_t dim, const Dims& unflattened_size) : dim(dim), unflattened_size(unflattened_size) {}
  Tensor forward(const Tensor& x) override;
  const char* type() const override { return "Unflatten"; }
  std::string extra_repr() const override;

  std::int64_t dim;
  Dims unflattened_size;
};

}  // namespace wick::nn

#include "wick/nn/activations.h"
#include "wick/nn/attention.h"
#include "wick/nn/conv.h"
#include "wick/nn/distance.h"
#include "wick/nn/embedding.h"
#include "wick/nn/noise.h"
#include "wick/nn/norm.h"
#include "wick/nn/pad.h"
#include "wick/nn/pool.h"
#include "wick/nn/recurrent.h"
#include "wick/nn/resample.h"
