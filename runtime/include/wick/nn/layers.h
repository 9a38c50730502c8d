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

/// Modules by number: layers.append(Linear(4, 4)); layers[0](x). It has no forward of its own.
struct ModuleList : Module {
  ModuleList() = default;
  explicit ModuleList(const std::vector<ModulePtr>& modules) { extend(modules); }
  ModuleList& append(Layer layer) { return insert(size(), std::move(layer)); }
  ModuleList& extend(const std::vector<ModulePtr>& modules);
  ModuleList& extend(const ModuleList& other) { return extend(other.modules); }
  /// Before module i; a negative i counts from the end, as everywhere here. Throws ErrorKind::index.
  ModuleList& insert(std::int64_t i, Layer layer);
  ModulePtr pop(std::int64_t i = -1);  ///< takes one out
  std::int64_t size() const { return static_cast<std::int64_t>(modules.size()); }
  Module& operator[](std::int64_t i) { return *modules[place(i, size() - 1)]; }
  void set(std::int64_t i, Layer layer);  ///< in its place
  ModuleList slice(std::int64_t start, std::int64_t end) const;  ///< list[start:end], the same modules
  auto begin() const { return modules.begin(); }
  auto end() const { return modules.end(); }

  Tensor forward(const Tensor& x) override;  ///< throws ErrorKind::value: there is none
  void visit(Visitor& v) override;
  const char* type() const override { return "ModuleList"; }

  std::vector<ModulePtr> modules;

 private:
  std::size_t place(std::int64_t i, std::int64_t most) const;
};

/// Modules by name, in the order they came in. It has no forward of its own.
struct ModuleDict : Module {
  using Items = std::vector<std::pair<std::string, ModulePtr>>;
  ModuleDict() = default;
  explicit ModuleDict(const Items& modules) { update(modules); }
  void set(const std::string& key, Layer layer);  ///< adds one, or puts it in place of the one of that name
  ModuleDict& update(const Items& modules);
  ModuleDict& update(const ModuleDict& other) { return update(other.modules); }
  ModulePtr pop(const std::string& key);  ///< takes one out
  void clear() { modules.clear(); }
  bool contains(const std::string& key) const;
  std::size_t size() const { return modules.size(); }
  Module& operator[](const std::string& key) { return *modules[place(key)].second; }  ///< throws ErrorKind::value with the names there are
  std::vector<std::string> keys() const;
  std::vector<ModulePtr> values() const;
  const Items& items() const { return modules; }

  Tensor forward(const Tensor& x) override;  ///< throws ErrorKind::value: there is none
  void visit(Visitor& v) override;
  const char* type() const override { return "ModuleDict"; }

  Items modules;

 private:
  std::size_t place(const std::string& key) const;
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
