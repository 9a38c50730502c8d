#pragma once
// torch.optim.lr_scheduler (1.13): each scheduler changes the option "lr" of its optimizer's groups, at construction and
// at every step(). The rules are the chainable ones: from the present lr, so that lr may also be changed by hand. The base
// lr of a group is the one it had when its optimizer's first scheduler came ("initial_lr").

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "wick/optim.h"

namespace wick::optim {

class LRScheduler {
 public:
  virtual ~LRScheduler() = default;
  LRScheduler(const LRScheduler&) = delete;
  LRScheduler& operator=(const LRScheduler&) = delete;
  virtual const char* type() const = 0;  ///< "StepLR"

  /// Once per epoch, after the optimizer's steps.
  void step() { advance({}); }
  /// With the monitored figure, which all but ReduceLROnPlateau ignore.
  void step(double metric) { advance(metric); }
  /// PyTorch's step(0): back to the first epoch and the base lr. SequentialLR calls it at a milestone.
  virtual void restart();
  virtual bool needs_metric() const { return false; }
  std::int64_t last_epoch() const { return last_epoch_; }
  Optimizer& optimizer() const { return optimizer_; }
  std::vector<double> get_last_lr() const;  ///< one per parameter group

  /// What a checkpoint keeps, finite values only; the lr itself is part of the optimizer's state.
  virtual Options state() const;
  /// Throws ErrorKind::value for a name state() does not give.
  void load_state(const Options& state);

 protected:
  /// The optimizer must outlive the scheduler.
  explicit LRScheduler(Optimizer& optimizer);
  /// Sets the lr of epoch 0: the last thing a constructor does.
  void begin();
  virtual void advance(std::optional<double> metric);
  /// lr of a group whose lr is now `lr`, at last_epoch_ >= 0.
  virtual double next_lr(double lr, std::size_t group) const = 0;
  /// Changes other options than the lr.
  virtual void set_more() {}
  /// Whether restart() starts from the base lr: PyTorch's classes with a closed form.
  virtual bool restarts_from_base() const { return true; }
  virtual bool load(const std::string& name, double value);
  double base_lr(std::size_t group) const { return base_lrs_[group]; }

  Optimizer& optimizer_;
  std::int64_t last_epoch_ = 0;
  std::vector<double> base_lrs_;

 private:
  friend class SchedulerList;
  friend class SequentialLR;
  friend class ChainedScheduler;
  void set_lrs(bool from_base);
};
using LRSchedulerPtr = std::shared_ptr<LRScheduler>;

/// One value for all parameter groups, or one for each.
struct PerGroup {
  PerGroup(double value) : values{value} {}
  PerGroup(std::vector<double> each) : values(std::move(each)) {}
  double operator[](std::size_t group) const { return values.size() == 1 ? values[0] : values[group]; }
  std::vector<double> values;
};

/// A factor by epoch. One for all parameter groups, or one for each.
using LrLambda = std::function<double(std::int64_t epoch)>;

/// lr = base lr times lr_lambda(epoch).
class LambdaLR final : public LRScheduler {
 public:
  LambdaLR(Optimizer& optimizer, LrLambda lr_lambda) : LambdaLR(optimizer, std::vector{std::move(lr_lambda)}) {}
  LambdaLR(Optimizer& optimizer, std::vector<LrLambda> lr_lambdas);
  const char* type() const override { return "LambdaLR"; }

 protected:
  double next_lr(double lr, std::size_t group) const override;

 private:
  std::vector<LrLambda> lambdas_;
};

/// lr *= lr_lambda(epoch).
class MultiplicativeLR final : public LRScheduler {
 public:
  MultiplicativeLR(Optimizer& optimizer, LrLambda lr_lambda) : MultiplicativeLR(optimizer, std::vector{std::move(lr_lambda)}) {}
  MultiplicativeLR(Optimizer& optimizer, std::vector<LrLambda> lr_lambdas);
  const char* type() const override { return "MultiplicativeLR"; }

 protected:
  double next_lr(double lr, std::size_t group) const override;
  bool restarts_from_base() const override { return false; }

 private:
  std::vector<LrLambda> lambdas_;
};

/// lr *= gamma every step_size epochs.
class StepLR final : public LRScheduler {
 public:
  StepLR(Optimizer& optimizer, std::int64_t step_size, double gamma = 0.1);
  const char* type() const override { return "StepLR"; }

 protected:
  double next_lr(double lr, std::size_t group) const override;

 private:
  std::int64_t step_size_;
  double gamma_;
};

/// lr *= gamma at each of the milestones (twice where one stands twice).
class MultiStepLR final : public LRScheduler {
 public:
  MultiStepLR(Optimizer& optimizer, std::vector<std::int64_t> milestones, double gamma = 0.1);
  const char* type() const override { return "MultiStepLR"; }

 protected:
  double next_lr(double lr, std::size_t group) const override;

 private:
  std::vector<std::int64_t> milestones_;
  double gamma_;
};

/// lr *= gamma every epoch.
class ExponentialLR final : public LRScheduler {
 public:
  ExponentialLR(Optimizer& optimizer, double gamma);
  const char* type() const override { return "ExponentialLR"; }

 protected:
  double next_lr(double lr, std::size_t group) const override;

 private:
  double gamma_;
};

/// From the first lr down to eta_min in T_max epochs along half a cosine, and up again.
class CosineAnnealingLR final : public LRScheduler {
 public:
  CosineAnnealingLR(Optimizer& optimizer, std::int64_t T_max, double eta_min = 0);
  const char* type() const override { return "CosineAnnealingLR"; }

 protected:
  double next_lr(double lr, std::size_t group) const override;

 private:
  std::int64_t t_max_;
  double eta_min_;
};

/// lr times factor for the first total_iters epochs.
class ConstantLR final : public LRScheduler {
 public:
  explicit ConstantLR(Optimizer& optimizer, double factor = 1.0 / 3, std::int64_t total_iters = 5);
  const char* type() const override { return "ConstantLR"; }

 protected:
  double next_lr(double lr, std::size_t group) const override;

 private:
  double factor_;
  std::int64_t total_iters_;
};

/// lr times a factor that goes from start_factor to end_factor in total_iters epochs: a warm-up.
class LinearLR final : public LRScheduler {
 public:
  explicit LinearLR(Optimizer& optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0, std::int64_t total_iters = 5);
  const char* type() const override { return "LinearLR"; }

 protected:
  double next_lr(double lr, std::size_t group) const override;

 private:
  double start_factor_, end_factor_;
  std::int64_t total_iters_;
};

/// From the first lr down to 0 in total_iters epochs, along (1 - epoch / total_iters)^power.
class PolynomialLR final : public LRScheduler {
 public:
  explicit PolynomialLR(Optimizer& optimizer, std::int64_t total_iters = 5, double power = 1.0);
  const char* type() const override { return "PolynomialLR"; }

 protected:
  double next_lr(double lr, std::size_t group) const override;

 private:
  std::int64_t total_iters_;
  double power_;
};

/// Half a cosine from the base lr to eta_min in T_0 epochs, then again in T_0 T_mult, T_0 T_mult^2, … (arXiv:1608.03983).
class CosineAnnealingWarmRestarts final : public LRScheduler {
 public:
  CosineAnnealingWarmRestarts(Optimizer& optimizer, std::int64_t T_0, std::int64_t T_mult = 1, double eta_min = 0);
  const char* type() const override { return "CosineAnnealingWarmRestarts"; }
  void restart() override;
  Options state() const override;

 protected:
  void advance(std::optional<double> metric) override;
  double next_lr(double lr, std::size_t group) const override;
  bool load(const std::string& name, double value) override;

 private:
  std::int64_t t_0_, t_mult_, t_i_, t_cur_ = 0;
  double eta_min_;
};

struct CyclicLROptions {
  PerGroup base_lr = 1e-3, max_lr = 1e-2;
  std::int64_t step_size_up = 2000;
  std::int64_t step_size_down = 0;  ///< 0: as step_size_up
  std::string mode = "triangular";  ///< "triangular", "triangular2" (halved each cycle) or "exp_range" (times gamma^step)
  double gamma = 1;
  bool cycle_momentum = true;       ///< momentum (Adam: beta1) falls while lr rises
  PerGroup base_momentum = 0.8, max_momentum = 0.9;
};
/// lr up from base_lr to max_lr and down again, step by step (arXiv:1506.01186). PyTorch gives base_lr and max_lr no default.
class CyclicLR final : public LRScheduler {
 public:
  CyclicLR(Optimizer& optimizer, const CyclicLROptions& options);
  const char* type() const override { return "CyclicLR"; }

 protected:
  double next_lr(double lr, std::size_t group) const override;
  void set_more() override;

 private:
  double height() const;  // of the present place between base (0) and max (1)

  CyclicLROptions options_;
};

struct OneCycleLROptions {
  PerGroup max_lr = 1e-2;
  std::int64_t total_steps = 0;  ///< or epochs and steps_per_epoch
  std::int64_t epochs = 0, steps_per_epoch = 0;
  double pct_start = 0.3;
  std::string anneal_strategy = "cos";  ///< or "linear"
  bool cycle_momentum = true;
  PerGroup base_momentum = 0.85, max_momentum = 0.95;
  double div_factor = 25, final_div_factor = 1e4;
  bool three_phase = false;
};
/// lr up from max_lr / div_factor to max_lr and down to the first over final_div_factor, once, in total_steps steps
/// (arXiv:1708.07120). A step beyond them throws ErrorKind::value. PyTorch gives max_lr no default.
class OneCycleLR final : public LRScheduler {
 public:
  OneCycleLR(Optimizer& optimizer, const OneCycleLROptions& options);
  const char* type() const override { return "OneCycleLR"; }

 protected:
  double next_lr(double lr, std::size_t group) const override;
  void set_more() override;

 private:
  enum Level { kFirst, kTop, kLast };
  struct Phase {
    double end;
    Level from, to;
  };
  double between(const double (&levels)[3]) const;  // at the present step, given the values of first, top and last

  OneCycleLROptions options_;
  std::int64_t total_steps_;
  std::vector<Phase> phases_;
};

/// From the present lr to swa_lr in anneal_epochs epochs, where it stays: for stochastic weight averaging (arXiv:1803.05407).
class SWALR final : public LRScheduler {
 public:
  SWALR(Optimizer& optimizer, PerGroup swa_lr, std::int64_t anneal_epochs = 10, const std::string& anneal_strategy = "cos");
  const char* type() const override { return "SWALR"; }

 protected:
  double next_lr(double lr, std::size_t group) const override;

 private:
  double alpha(std::int64_t step) const;

  PerGroup swa_lr_;
  std::int64_t anneal_epochs_;
  bool cosine_;
};

/// A scheduler made of schedulers. Its state() has theirs as "schedulers.0.last_epoch", ….
class SchedulerList : public LRScheduler {
 public:
  Options state() const override;

 protected:
  /// Throws ErrorKind::value for a scheduler of another optimizer, or one that needs a metric; type: for the text.
  SchedulerList(const char* type, Optimizer& optimizer, const std::vector<LRSchedulerPtr>& schedulers);
  double next_lr(double lr, std::size_t) const override { return lr; }
  bool load(const std::string& name, double value) override;

  std::vector<LRSchedulerPtr> schedulers_;
};

/// Several schedulers of one optimizer, all at every step: their factors multiply.
class ChainedScheduler final : public SchedulerList {
 public:
  explicit ChainedScheduler(const std::vector<LRSchedulerPtr>& schedulers);  ///< at least one
  const char* type() const override { return "ChainedScheduler"; }
  void restart() override;

 protected:
  void advance(std::optional<double> metric) override;
};

/// One scheduler after the other: schedulers[i] takes over, from its first epoch, at epoch milestones[i - 1]. A warm-up is
/// SequentialLR(o, {LinearLR, the rest}, {n}).
class SequentialLR final : public SchedulerList {
 public:
  /// Needs one milestone less than schedulers, rising; else throws ErrorKind::value.
  SequentialLR(Optimizer& optimizer, const std::vector<LRSchedulerPtr>& schedulers, const std::vector<std::int64_t>& milestones);
  const char* type() const override { return "SequentialLR"; }
  void restart() override;

 protected:
  void advance(std::optional<double> metric) override;

 private:
  std::vector<std::int64_t> milestones_;
};

struct ReduceLROnPlateauOptions {
  std::string mode = "min";  ///< "min": lower is better; "max"
  double factor = 0.1;
  std::int64_t patience = 10;
  double threshold = 1e-4;
  std::string threshold_mode = "rel";  ///< "rel" or "abs"
  std::int64_t cooldown = 0;
  double min_lr = 0, eps = 1e-8;
};
/// lr *= factor once the metric has not improved for more than `patience` epochs.
class ReduceLROnPlateau final : public LRScheduler {
 public:
  explicit ReduceLROnPlateau(Optimizer& optimizer, const ReduceLROnPlateauOptions& options = {});
  const char* type() const override { return "ReduceLROnPlateau"; }
  bool needs_metric() const override { return true; }
  Options state() const override;

 protected:
  void advance(std::optional<double> metric) override;
  double next_lr(double lr, std::size_t group) const override;
  bool load(const std::string& name, double value) override;

 private:
  bool is_better(double metric) const;

  ReduceLROnPlateauOptions options_;
  double best_;
  std::int64_t bad_epochs_ = 0, cooldown_left_ = 0;
};

}  // namespace wick::optim
