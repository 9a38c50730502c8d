#pragma once
// Optimizers with torch.optim's names, defaults and formulas (1.13): SGD(model.parameters(), {.lr = 0.01, .momentum = 0.9}).
// Every setting is also an option with a name, so that it can be read, changed while training runs, and saved.

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "wick/nn.h"
#include "wick/tensor.h"

namespace wick::optim {

using Options = std::vector<std::pair<std::string, double>>;

/// Parameters that share options. Options left out take the optimizer's.
struct ParamGroup {
  std::vector<Tensor> params;
  Options options = {};
};

class Optimizer {
 public:
  virtual ~Optimizer() = default;
  Optimizer(const Optimizer&) = delete;
  Optimizer& operator=(const Optimizer&) = delete;
  virtual const char* type() const = 0;  ///< "SGD"

  void zero_grad(bool set_to_none = true);
  void step();  ///< updates every parameter that has a gradient
  const std::vector<ParamGroup>& param_groups() const { return groups_; }
  void add_param_group(const ParamGroup& group);

  /// All options of a group in a fixed order; booleans are 0 or 1.
  const Options& options(std::size_t group = 0) const;
  double option(std::string_view name, std::size_t group = 0) const;
  bool has_option(std::string_view name) const;
  /// Sets an option of all groups. Throws ErrorKind::value for an unknown name or a value out of range, and changes
  /// nothing then.
  void set_option(std::string_view name, double value);
  void set_option(std::string_view name, double value, std::size_t group);

  /// The lr of each group when first asked: schedulers go from there.
  const std::vector<double>& initial_lrs();
  void set_initial_lr(double value, std::size_t group);

  /// All that step() remembers, for checkpoints: per parameter "0.momentum_buffer", "0.exp_avg", "0.step", … (numbered
  /// over all groups, only those that exist) and per group "param_groups.0.lr", … (float64, 0-dim). Buffers share storage.
  nn::NamedTensors state() const;
  /// Copies a state() in. Throws one ErrorKind::value that lists every key that does not fit, and changes nothing then.
  void load_state(const nn::NamedTensors& state);

 protected:
  struct ParamState {
    std::int64_t step = 0;
    Tensor buffers[3];  // in the order of buffer_names(); undefined until first used
  };
  struct Names {
    std::span<const char* const> options, buffers;
    std::size_t n_required = 1;  // the first buffers, which exist together or not at all
    bool counts_steps = false;
  };
  /// defaults: in the order of names.options.
  Optimizer(const Names& names, std::vector<double> defaults) : names_(names), defaults_(std::move(defaults)) {}
  void add_groups(const std::vector<ParamGroup>& groups);

  /// Changes one contiguous parameter given its contiguous gradient. o: the group's option values.
  virtual void update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& state) = 0;
  /// Throws ErrorKind::value unless the option values are in range.
  virtual void validate(std::span<const double> o) const = 0;

 private:
  std::size_t option_index(std::string_view name) const;
  std::vector<double> values(const ParamGroup& group) const;

  Names names_;
  std::vector<double> defaults_;
  std::vector<ParamGroup> groups_;
  std::vector<ParamState> states_;  // over all groups
  std::vector<double> initial_lrs_;
};

struct SGDOptions {
  double lr = 1e-3, momentum = 0, dampening = 0, weight_decay = 0;
  bool nesterov = false, maximize = false;
};
class SGD final : public Optimizer {
 public:
  SGD(const std::vector<Tensor>& params, const SGDOptions& options);
  SGD(const std::vector<ParamGroup>& groups, const SGDOptions& options);
  const char* type() const override { return "SGD"; }

 protected:
  void update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& state) override;
  void validate(std::span<const double> o) const override;
};

struct AdamOptions {
  double lr = 1e-3;
  std::pair<double, double> betas = {0.9, 0.999};  ///< options "beta1" and "beta2"
  double eps = 1e-8, weight_decay = 0;
  bool amsgrad = false, maximize = false;
};
class Adam : public Optimizer {
 public:
  explicit Adam(const std::vector<Tensor>& params, const AdamOptions& options = {});
  explicit Adam(const std::vector<ParamGroup>& groups, const AdamOptions& options = {});
  const char* type() const override { return "Adam"; }

 protected:
  Adam(const AdamOptions& options, bool decoupled);
  void update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& state) override;
  void validate(std::span<const double> o) const override;

 private:
  bool decoupled_;
};

struct AdamWOptions {
  double lr = 1e-3;
  std::pair<double, double> betas = {0.9, 0.999};
  double eps = 1e-8, weight_decay = 1e-2;
  bool amsgrad = false, maximize = false;
};
/// Adam whose weight decay does not pass through the moments (Loshchilov, Hutter 2019, arXiv:1711.05101).
class AdamW final : public Adam {
 public:
  explicit AdamW(const std::vector<Tensor>& params, const AdamWOptions& options = {});
  explicit AdamW(const std::vector<ParamGroup>& groups, const AdamWOptions& options = {});
  const char* type() const override { return "AdamW"; }
};

}  // namespace wick::optim

namespace wick::nn::utils {

/// Scales all gradients together so that their norm is at most max_norm; returns the norm before (0 without gradients).
/// norm_type: p > 0 or infinity. error_if_nonfinite: throws ErrorKind::diverged on a NaN or infinite norm.
double clip_grad_norm_(const std::vector<Tensor>& parameters, double max_norm, double norm_type = 2.0,
                       bool error_if_nonfinite = false);
/// Clamps each gradient element to [-clip_value, clip_value].
void clip_grad_value_(const std::vector<Tensor>& parameters, double clip_value);

}  // namespace wick::nn::utils
