#pragma once
// torch.optim.lr_scheduler (1.13): each scheduler changes the option "lr" of its optimizer's groups, at construction and
// at every step(). The rules are the chainable ones: from the present lr, so that lr may also be changed by hand.

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
  virtual bool needs_metric() const { return false; }
  std::int64_t last_epoch() const { return last_epoch_; }
  std::vector<double> get_last_lr() const;  ///< one per parameter group

  /// What a checkpoint keeps, finite values only; the lr itself is part of the optimizer's state.
  virtual Options state() const;
  /// Throws ErrorKind::value for a name state() does not give.
  void load_state(const Options& state);

 protected:
  /// The optimizer must outlive the scheduler.
  explicit LRScheduler(Optimizer& optimizer);
  virtual void advance(std::optional<double> metric);
  /// lr of a group whose lr is now `lr`, at last_epoch_ >= 1.
  virtual double next_lr(double lr, double base_lr) const = 0;
  virtual bool load(const std::string& name, double value);
  void scale_all(double factor);

  Optimizer& optimizer_;
  std::int64_t last_epoch_ = 0;
  std::vector<double> base_lrs_;
};

/// lr *= gamma every step_size epochs.
class StepLR final : public LRScheduler {
 public:
  StepLR(Optimizer& optimizer, std::int64_t step_size, double gamma = 0.1);
  const char* type() const override { return "StepLR"; }

 protected:
  double next_lr(double lr, double base_lr) const override;

 private:
  std::int64_t step_size_;
  double gamma_;
};

/// lr *= gamma every epoch.
class ExponentialLR final : public LRScheduler {
 public:
  ExponentialLR(Optimizer& optimizer, double gamma);
  const char* type() const override { return "ExponentialLR"; }

 protected:
  double next_lr(double lr, double base_lr) const override;

 private:
  double gamma_;
};

/// From the first lr down to eta_min in T_max epochs along half a cosine, and up again.
class CosineAnnealingLR final : public LRScheduler {
 public:
  CosineAnnealingLR(Optimizer& optimizer, std::int64_t T_max, double eta_min = 0);
  const char* type() const override { return "CosineAnnealingLR"; }

 protected:
  double next_lr(double lr, double base_lr) const override;

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
  double next_lr(double lr, double base_lr) const override;

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
  double next_lr(double lr, double base_lr) const override;

 private:
  double start_factor_, end_factor_;
  std::int64_t total_iters_;
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
  double next_lr(double lr, double base_lr) const override;
  bool load(const std::string& name, double value) override;

 private:
  bool is_better(double metric) const;

  ReduceLROnPlateauOptions options_;
  double best_;
  std::int64_t bad_epochs_ = 0, cooldown_left_ = 0;
};

}  // namespace wick::optim
