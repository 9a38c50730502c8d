// What all schedulers share, and those that go on from the present lr.

#include <cmath>
#include <limits>

#include "optim/schedule.h"
#include "wick/lr_scheduler.h"

namespace wick::optim {

LRScheduler::LRScheduler(Optimizer& optimizer) : optimizer_(optimizer), base_lrs_(optimizer.initial_lrs()) {}

std::vector<double> LRScheduler::get_last_lr() const {
  std::vector<double> out;
  for (std::size_t g = 0; g < optimizer_.param_groups().size(); ++g) out.push_back(optimizer_.option("lr", g));
  return out;
}

void LRScheduler::set_lrs(bool from_base) {
  const std::vector<double> lr = get_last_lr();
  while (base_lrs_.size() < lr.size()) base_lrs_.push_back(lr[base_lrs_.size()]);  // a group that came later
  for (std::size_t g = 0; g < lr.size(); ++g) {
    const double next = next_lr(from_base ? base_lrs_[g] : lr[g], g);
    optimizer_.set_option("lr", next > 0 ? next : 0, g);  // an lr set by hand below eta_min could lead below 0
  }
  set_more();
}

void LRScheduler::begin() {
  last_epoch_ = 0;
  set_lrs(false);
}

void LRScheduler::restart() {
  last_epoch_ = 0;
  set_lrs(restarts_from_base());
}

void LRScheduler::advance(std::optional<double>) {
  ++last_epoch_;
  set_lrs(false);
}

Options LRScheduler::state() const {
  Options out = {{"last_epoch", static_cast<double>(last_epoch_)}};
  for (std::size_t g = 0; g < base_lrs_.size(); ++g) out.emplace_back(str("base_lrs.", g), base_lrs_[g]);
  return out;
}

void LRScheduler::load_state(const Options& state) {
  for (const auto& [name, value] : state)
    check(load(name, value), ErrorKind::value, "[{}.load_state] unexpected \"{}\"; need what state() of a {} for as many parameter groups gave.",
          type(), name, type());
}

bool LRScheduler::load(const std::string& name, double value) {
  if (name == "last_epoch") {
    last_epoch_ = count_of(value);
    return true;
  }
  for (std::size_t g = 0; g < base_lrs_.size(); ++g)
    if (name == str("base_lrs.", g)) {
      base_lrs_[g] = value;
      return true;
    }
  return false;
}

namespace {
void check_lambdas(const char* scheduler, const std::vector<LrLambda>& lambdas, const Optimizer& o) {
  check(lambdas.size() == 1 || lambdas.size() == o.param_groups().size(), ErrorKind::value, "[{}] expected {} lr_lambdas, one per parameter group, but got {}.",
        scheduler, o.param_groups().size(), lambdas.size());
  for (const LrLambda& f : lambdas) check(static_cast<bool>(f), ErrorKind::value, "[{}] an lr_lambda is empty; need a function of the epoch.", scheduler);
}
const LrLambda& of_group(const std::vector<LrLambda>& lambdas, std::size_t group) { return lambdas.size() == 1 ? lambdas[0] : lambdas[group]; }
}  // namespace

LambdaLR::LambdaLR(Optimizer& optimizer, std::vector<LrLambda> lr_lambdas) : LRScheduler(optimizer), lambdas_(std::move(lr_lambdas)) {
  check_lambdas("LambdaLR", lambdas_, optimizer);
  begin();
}
double LambdaLR::next_lr(double, std::size_t group) const { return base_lr(group) * of_group(lambdas_, group)(last_epoch_); }

MultiplicativeLR::MultiplicativeLR(Optimizer& optimizer, std::vector<LrLambda> lr_lambdas) : LRScheduler(optimizer), lambdas_(std::move(lr_lambdas)) {
  check_lambdas("MultiplicativeLR", lambdas_, optimizer);
}
double MultiplicativeLR::next_lr(double lr, std::size_t group) const { return last_epoch_ > 0 ? lr * of_group(lambdas_, group)(last_epoch_) : lr; }

StepLR::StepLR(Optimizer& optimizer, std::int64_t step_size, double gamma) : LRScheduler(optimizer), step_size_(step_size), gamma_(gamma) {
  check_scheduler(step_size > 0, "StepLR", "step_size", static_cast<double>(step_size), "step_size > 0");
  check_scheduler(gamma >= 0, "StepLR", "gamma", gamma, "gamma >= 0");
}
double StepLR::next_lr(double lr, std::size_t) const { return last_epoch_ > 0 && last_epoch_ % step_size_ == 0 ? lr * gamma_ : lr; }

MultiStepLR::MultiStepLR(Optimizer& optimizer, std::vector<std::int64_t> milestones, double gamma)
    : LRScheduler(optimizer), milestones_(std::move(milestones)), gamma_(gamma) {
  check_scheduler(gamma >= 0, "MultiStepLR", "gamma", gamma, "gamma >= 0");
}
double MultiStepLR::next_lr(double lr, std::size_t) const {
  if (last_epoch_ > 0)
    for (const std::int64_t m : milestones_)
      if (m == last_epoch_) lr *= gamma_;
  return lr;
}

ExponentialLR::ExponentialLR(Optimizer& optimizer, double gamma) : LRScheduler(optimizer), gamma_(gamma) {
  check_scheduler(gamma >= 0, "ExponentialLR", "gamma", gamma, "gamma >= 0");
}
double ExponentialLR::next_lr(double lr, std::size_t) const { return last_epoch_ > 0 ? lr * gamma_ : lr; }

CosineAnnealingLR::CosineAnnealingLR(Optimizer& optimizer, std::int64_t t_max, double eta_min)
    : LRScheduler(optimizer), t_max_(t_max), eta_min_(eta_min) {
  check_scheduler(t_max > 0, "CosineAnnealingLR", "T_max", static_cast<double>(t_max), "T_max > 0");
  check_scheduler(eta_min >= 0, "CosineAnnealingLR", "eta_min", eta_min, "eta_min >= 0");
}
double CosineAnnealingLR::next_lr(double lr, std::size_t group) const {
  if (last_epoch_ == 0) return lr;
  const auto n = static_cast<double>(t_max_), epoch = static_cast<double>(last_epoch_);
  if ((last_epoch_ - 1 - t_max_) % (2 * t_max_) == 0)  // leaving the bottom, where the ratio below is 0 / 0
    return lr + (base_lr(group) - eta_min_) * (1 - cos_pi(1 / n)) / 2;
  return (1 + cos_pi(epoch / n)) / (1 + cos_pi((epoch - 1) / n)) * (lr - eta_min_) + eta_min_;
}

ConstantLR::ConstantLR(Optimizer& optimizer, double factor, std::int64_t total_iters)
    : LRScheduler(optimizer), factor_(factor), total_iters_(total_iters) {
  check_scheduler(factor > 0 && factor <= 1, "ConstantLR", "factor", factor, "0 < factor <= 1");
  check_scheduler(total_iters >= 0, "ConstantLR", "total_iters", static_cast<double>(total_iters), "total_iters >= 0");
  begin();
}
double ConstantLR::next_lr(double lr, std::size_t) const {
  if (last_epoch_ == 0) return lr * factor_;
  return last_epoch_ == total_iters_ ? lr * (1 / factor_) : lr;
}

LinearLR::LinearLR(Optimizer& optimizer, double start_factor, double end_factor, std::int64_t total_iters)
    : LRScheduler(optimizer), start_factor_(start_factor), end_factor_(end_factor), total_iters_(total_iters) {
  check_scheduler(start_factor > 0 && start_factor <= 1, "LinearLR", "start_factor", start_factor, "0 < start_factor <= 1");
  check_scheduler(end_factor >= 0 && end_factor <= 1, "LinearLR", "end_factor", end_factor, "0 <= end_factor <= 1");
  check_scheduler(total_iters > 0, "LinearLR", "total_iters", static_cast<double>(total_iters), "total_iters > 0");
  begin();
}
double LinearLR::next_lr(double lr, std::size_t) const {
  if (last_epoch_ == 0) return lr * start_factor_;
  if (last_epoch_ > total_iters_) return lr;
  const auto n = static_cast<double>(total_iters_), epoch = static_cast<double>(last_epoch_);
  return lr * (1 + (end_factor_ - start_factor_) / (n * start_factor_ + (epoch - 1) * (end_factor_ - start_factor_)));
}

PolynomialLR::PolynomialLR(Optimizer& optimizer, std::int64_t total_iters, double power)
    : LRScheduler(optimizer), total_iters_(total_iters), power_(power) {
  check_scheduler(total_iters > 0, "PolynomialLR", "total_iters", static_cast<double>(total_iters), "total_iters > 0");
  check_scheduler(power >= 0, "PolynomialLR", "power", power, "power >= 0");
}
double PolynomialLR::next_lr(double lr, std::size_t) const {
  if (last_epoch_ == 0 || last_epoch_ > total_iters_) return lr;
  const auto n = static_cast<double>(total_iters_), epoch = static_cast<double>(last_epoch_);
  return lr * power((1 - epoch / n) / (1 - (epoch - 1) / n), power_);
}

ReduceLROnPlateau::ReduceLROnPlateau(Optimizer& optimizer, const ReduceLROnPlateauOptions& o)
    : LRScheduler(optimizer), options_(o), best_(std::numeric_limits<double>::infinity()) {
  check(o.mode == "min" || o.mode == "max", ErrorKind::value, "[ReduceLROnPlateau] mode is \"{}\"; need \"min\" or \"max\".", o.mode);
  check(o.threshold_mode == "rel" || o.threshold_mode == "abs", ErrorKind::value,
        "[ReduceLROnPlateau] threshold_mode is \"{}\"; need \"rel\" or \"abs\".", o.threshold_mode);
  check_scheduler(o.factor >= 0 && o.factor < 1, "ReduceLROnPlateau", "factor", o.factor, "0 <= factor < 1");
  check_scheduler(o.patience >= 0, "ReduceLROnPlateau", "patience", static_cast<double>(o.patience), "patience >= 0");
  check_scheduler(o.cooldown >= 0, "ReduceLROnPlateau", "cooldown", static_cast<double>(o.cooldown), "cooldown >= 0");
  check_scheduler(o.min_lr >= 0, "ReduceLROnPlateau", "min_lr", o.min_lr, "min_lr >= 0");
  if (o.mode == "max") best_ = -best_;
}

bool ReduceLROnPlateau::is_better(double metric) const {
  const double sign = options_.mode == "min" ? -1 : 1;
  if (options_.threshold_mode == "abs") return sign * metric > sign * (best_ + sign * options_.threshold);
  return sign * metric > sign * (best_ * (1 + sign * options_.threshold));
}

void ReduceLROnPlateau::advance(std::optional<double> metric) {
  check(metric.has_value(), ErrorKind::value, "[ReduceLROnPlateau] step() got no metric; need step(metric).");
  ++last_epoch_;
  if (is_better(*metric)) {
    best_ = *metric;
    bad_epochs_ = 0;
  } else {
    ++bad_epochs_;
  }
  if (cooldown_left_ > 0) {
    --cooldown_left_;
    bad_epochs_ = 0;
  }
  if (bad_epochs_ <= options_.patience) return;
  const std::vector<double> lr = get_last_lr();
  for (std::size_t g = 0; g < lr.size(); ++g) optimizer_.set_option("lr", next_lr(lr[g], g), g);
  cooldown_left_ = options_.cooldown;
  bad_epochs_ = 0;
}

double ReduceLROnPlateau::next_lr(double lr, std::size_t) const {
  const double reduced = lr * options_.factor > options_.min_lr ? lr * options_.factor : options_.min_lr;
  return lr - reduced > options_.eps ? reduced : lr;  // a smaller change is ignored
}

Options ReduceLROnPlateau::state() const {
  Options out = LRScheduler::state();
  if (std::isfinite(best_)) out.emplace_back("best", best_);
  out.emplace_back("num_bad_epochs", static_cast<double>(bad_epochs_));
  out.emplace_back("cooldown_counter", static_cast<double>(cooldown_left_));
  return out;
}

bool ReduceLROnPlateau::load(const std::string& name, double value) {
  if (name == "best") best_ = value;
  else if (name == "num_bad_epochs") bad_epochs_ = count_of(value);
  else if (name == "cooldown_counter") cooldown_left_ = count_of(value);
  else return LRScheduler::load(name, value);
  return true;
}

}  // namespace wick::optim
