#pragma once
// Optimizers with torch.optim's names, defaults and formulas (1.13): SGD(model.parameters(), {.lr = 0.01, .momentum = 0.9}).
// Every setting is also an option with a name, so that it can be read, changed while training runs, and saved.

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "wick/nn.h"
#include "wick/tensor.h"

namespace wick::optim {

using Options = std::vector<std::pair<std::string, double>>;
/// PyTorch's name of an option and its values, as wick's options: ("betas", {0.9, 0.99}) is {{"beta1", 0.9}, {"beta2", 0.99}},
/// others keep their name. Throws ErrorKind::value for another count.
Options options_of(std::string_view name, std::span<const double> values);

/// Clears gradients, computes the loss and its gradients, and returns it: what LBFGS calls again and again.
using Closure = std::function<Tensor()>;

/// PyTorch's optimizer.state_dict(): {"state": {0: {"step": ..., "exp_avg": ...}}, "param_groups": [{"lr": [0.1], "betas": [0.9,
/// 0.99], "params": [0, 1]}]}. Booleans are 0 or 1.
struct StateDict {
  struct Group {
    std::vector<std::pair<std::string, std::vector<double>>> options;
    std::vector<std::int64_t> params;
  };
  std::vector<std::pair<std::int64_t, nn::NamedTensors>> state;
  std::vector<Group> param_groups;
};

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
  virtual void step();  ///< updates every parameter that has a gradient
  virtual Tensor step(const Closure& closure);  ///< calls closure, then step(); returns the loss
  virtual bool needs_closure() const { return false; }  ///< step() alone throws
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
  virtual nn::NamedTensors state() const;
  /// Copies a state() in. Throws one ErrorKind::value that lists every key that does not fit, and changes nothing then.
  virtual void load_state(const nn::NamedTensors& state);
  /// The same in PyTorch's structure. Loading takes "initial_lr" too, passes over PyTorch's "foreach", "capturable",
  /// "differentiable" and "fused", and throws where groups are not of the same sizes.
  StateDict state_dict() const;
  void load_state_dict(const StateDict& dict);

 protected:
  struct ParamState {
    std::int64_t step = 0;
    double scalars[2] = {};  // of the names' scalars
    Tensor buffers[3];  // in the order of buffer_names(); undefined until first used
  };
  struct Names {
    std::span<const char* const> options, buffers;
    std::size_t n_required = 1;  // the first buffers, which exist together or not at all
    bool counts_steps = false;
    std::span<const char* const> scalars = {};  // saved when steps are counted and there was one
  };
  /// defaults: in the order of names.options.
  Optimizer(const Names& names, std::vector<double> defaults) : names_(names), defaults_(std::move(defaults)) {}
  void add_groups(const std::vector<ParamGroup>& groups);

  /// Changes one contiguous parameter given its contiguous gradient. o: the group's option values.
  virtual void update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& state) = 0;
  /// Throws ErrorKind::value unless the option values are in range.
  virtual void validate(std::span<const double> o) const = 0;
  /// Throws unless the i-th parameter of a group is one this optimizer takes.
  virtual void check_parameter(std::size_t i, const Tensor& p) const { (void)i, (void)p; }

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

struct AdamaxOptions {
  double lr = 2e-3;
  std::pair<double, double> betas = {0.9, 0.999};
  double eps = 1e-8, weight_decay = 0;
  bool maximize = false;
};
/// Adam with the infinity norm in place of the second moment (arXiv:1412.6980).
class Adamax final : public Optimizer {
 public:
  explicit Adamax(const std::vector<Tensor>& params, const AdamaxOptions& options = {});
  explicit Adamax(const std::vector<ParamGroup>& groups, const AdamaxOptions& options = {});
  const char* type() const override { return "Adamax"; }

 protected:
  void update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& state) override;
  void validate(std::span<const double> o) const override;
};

struct NAdamOptions {
  double lr = 2e-3;
  std::pair<double, double> betas = {0.9, 0.999};
  double eps = 1e-8, weight_decay = 0, momentum_decay = 4e-3;
};
/// Adam with Nesterov's momentum. As PyTorch's foreach code and its later versions; 1.13's other loop counts mu twice.
class NAdam final : public Optimizer {
 public:
  explicit NAdam(const std::vector<Tensor>& params, const NAdamOptions& options = {});
  explicit NAdam(const std::vector<ParamGroup>& groups, const NAdamOptions& options = {});
  const char* type() const override { return "NAdam"; }

 protected:
  void update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& state) override;
  void validate(std::span<const double> o) const override;
};

struct RAdamOptions {
  double lr = 1e-3;
  std::pair<double, double> betas = {0.9, 0.999};
  double eps = 1e-8, weight_decay = 0;
};
/// Adam that waits until the second moment is known well enough (arXiv:1908.03265).
class RAdam final : public Optimizer {
 public:
  explicit RAdam(const std::vector<Tensor>& params, const RAdamOptions& options = {});
  explicit RAdam(const std::vector<ParamGroup>& groups, const RAdamOptions& options = {});
  const char* type() const override { return "RAdam"; }

 protected:
  void update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& state) override;
  void validate(std::span<const double> o) const override;
};

struct RMSpropOptions {
  double lr = 1e-2, alpha = 0.99, eps = 1e-8, weight_decay = 0, momentum = 0;
  bool centered = false, maximize = false;
};
class RMSprop final : public Optimizer {
 public:
  explicit RMSprop(const std::vector<Tensor>& params, const RMSpropOptions& options = {});
  explicit RMSprop(const std::vector<ParamGroup>& groups, const RMSpropOptions& options = {});
  const char* type() const override { return "RMSprop"; }

 protected:
  void update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& state) override;
  void validate(std::span<const double> o) const override;
};

struct AdagradOptions {
  double lr = 1e-2, lr_decay = 0, weight_decay = 0, initial_accumulator_value = 0, eps = 1e-10;
  bool maximize = false;
};
class Adagrad final : public Optimizer {
 public:
  explicit Adagrad(const std::vector<Tensor>& params, const AdagradOptions& options = {});
  explicit Adagrad(const std::vector<ParamGroup>& groups, const AdagradOptions& options = {});
  const char* type() const override { return "Adagrad"; }

 protected:
  void update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& state) override;
  void validate(std::span<const double> o) const override;
};

struct AdadeltaOptions {
  double lr = 1.0, rho = 0.9, eps = 1e-6, weight_decay = 0;
  bool maximize = false;
};
class Adadelta final : public Optimizer {
 public:
  explicit Adadelta(const std::vector<Tensor>& params, const AdadeltaOptions& options = {});
  explicit Adadelta(const std::vector<ParamGroup>& groups, const AdadeltaOptions& options = {});
  const char* type() const override { return "Adadelta"; }

 protected:
  void update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& state) override;
  void validate(std::span<const double> o) const override;
};

struct ASGDOptions {
  double lr = 1e-2, lambd = 1e-4, alpha = 0.75, t0 = 1e6, weight_decay = 0;
  bool maximize = false;
};
/// SGD that keeps the average of its weights, the buffer "ax".
class ASGD final : public Optimizer {
 public:
  explicit ASGD(const std::vector<Tensor>& params, const ASGDOptions& options = {});
  explicit ASGD(const std::vector<ParamGroup>& groups, const ASGDOptions& options = {});
  const char* type() const override { return "ASGD"; }

 protected:
  void update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& state) override;
  void validate(std::span<const double> o) const override;
};

struct RpropOptions {
  double lr = 1e-2;
  std::pair<double, double> etas = {0.5, 1.2};           ///< options "eta_minus" and "eta_plus"
  std::pair<double, double> step_sizes = {1e-6, 50};     ///< options "step_size_min" and "step_size_max"
  bool maximize = false;
};
/// Goes by the signs of whole-batch gradients.
class Rprop final : public Optimizer {
 public:
  explicit Rprop(const std::vector<Tensor>& params, const RpropOptions& options = {});
  explicit Rprop(const std::vector<ParamGroup>& groups, const RpropOptions& options = {});
  const char* type() const override { return "Rprop"; }

 protected:
  void update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& state) override;
  void validate(std::span<const double> o) const override;
};

struct LionOptions {
  double lr = 1e-4;
  std::pair<double, double> betas = {0.9, 0.99};
  double weight_decay = 0;
  bool maximize = false;
};
/// The sign of an interpolated momentum (arXiv:2302.06675); PyTorch has none.
class Lion final : public Optimizer {
 public:
  explicit Lion(const std::vector<Tensor>& params, const LionOptions& options = {});
  explicit Lion(const std::vector<ParamGroup>& groups, const LionOptions& options = {});
  const char* type() const override { return "Lion"; }

 protected:
  void update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& state) override;
  void validate(std::span<const double> o) const override;
};

struct MuonOptions {
  double lr = 1e-3, weight_decay = 0.1, momentum = 0.95;
  bool nesterov = true;
  std::array<double, 3> ns_coefficients = {3.4445, -4.7750, 2.0315};  ///< options "ns_a", "ns_b", "ns_c"
  double eps = 1e-7;
  std::int64_t ns_steps = 5;
  std::string adjust_lr_fn = "original";  ///< or "match_rms_adamw"; as an option 0 and 1
};
/// Momentum made orthogonal by Newton-Schulz steps, for matrices of hidden layers (torch.optim.Muon of PyTorch 2.9). PyTorch
/// iterates in bfloat16, wick in the parameter's dtype. Throws ErrorKind::value for a parameter that is not 2-D.
/// Source: K. Jordan et al. 2024, kellerjordan.github.io/posts/muon; J. Liu et al. 2025, arXiv:2502.16982 (match_rms_adamw).
class Muon final : public Optimizer {
 public:
  explicit Muon(const std::vector<Tensor>& params, const MuonOptions& options = {});
  explicit Muon(const std::vector<ParamGroup>& groups, const MuonOptions& options = {});
  const char* type() const override { return "Muon"; }

 protected:
  void update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& state) override;
  void validate(std::span<const double> o) const override;
  void check_parameter(std::size_t i, const Tensor& p) const override;
};

struct LBFGSOptions {
  double lr = 1;
  std::int64_t max_iter = 20;
  std::optional<std::int64_t> max_eval = {};  ///< none: max_iter * 5 / 4
  double tolerance_grad = 1e-7, tolerance_change = 1e-9;
  std::int64_t history_size = 100;
  std::string line_search_fn = "";  ///< "strong_wolfe", or "" for steps of length lr; as an option 1 and 0
};
/// Quasi-Newton steps from the last history_size changes of the gradient. One group of parameters; step(closure) makes up to
/// max_iter iterations. Inner products are summed in double.
/// Source: Nocedal, Wright, Numerical Optimization, algorithms 7.4 and 3.5, with PyTorch's rules for when to stop.
class LBFGS final : public Optimizer {
 public:
  explicit LBFGS(const std::vector<Tensor>& params, const LBFGSOptions& options = {});
  explicit LBFGS(const std::vector<ParamGroup>& groups, const LBFGSOptions& options = {});
  const char* type() const override { return "LBFGS"; }
  void step() override;  ///< throws ErrorKind::value: it needs the closure
  Tensor step(const Closure& closure) override;
  bool needs_closure() const override { return true; }
  nn::NamedTensors state() const override;
  void load_state(const nn::NamedTensors& state) override;

 protected:
  void update(std::span<const double>, const Tensor&, const Tensor&, ParamState&) override {}
  void validate(std::span<const double> o) const override;

 private:
  struct Point {  // on the line that is searched
    double t = 0, loss = 0, slope = 0;
    Tensor grad;
  };
  struct Memory {
    std::int64_t n_iter = 0, func_evals = 0;
    double t = 0, h_diag = 1, prev_loss = 0;
    Tensor d, prev_grad;
    std::vector<Tensor> old_dirs, old_stps;
    std::vector<double> ro;
  };
  const std::vector<Tensor>& params() const { return param_groups()[0].params; }
  Tensor flat_grad() const;
  void move(double t);
  void find_direction(const Tensor& grad, std::size_t history_size);
  Point evaluate(const Closure& closure, double t, const std::vector<Tensor>& from);
  Point strong_wolfe(const Closure& closure, Point start, double t, double tolerance_change, std::int64_t& evals);

  Memory m_;
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
