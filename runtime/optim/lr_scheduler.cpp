#include "wick/lr_scheduler.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace wick::optim {

namespace {

void check_scheduler(bool ok, const char* scheduler, const char* name, double value, const char* needed) {
  check(ok, ErrorKind::value, "[{}] {} is {}; need {}.", scheduler, name, value, needed);
}

// cos(pi t) to within 2 ulp from + - * / only: the C libraries of native and wasm builds differ in the last place.
double cos_pi(double t) {
  t = std::fabs(t - 2 * std::floor(t / 2 + 0.5));  // [0, 1]; exact for the t < 2^52 used here
  const bool flip = t > 0.5;
  if (flip) t = 1 - t;
  const bool use_sin = t > 0.25;
  const double x = std::numbers::pi * (use_sin ? 0.5 - t : t), z = x * x;  // |x| <= pi / 4
  double sum = 0;
  // Taylor series to x^19 and x^18, summed from the small end; the first term left out is below 1e-19.
  for (int k = 18; k >= 2; k -= 2) {
    const double a = use_sin ? k * (k + 1) : k * (k - 1);
    sum = -z / a * (1 + sum);
  }
  const double r = use_sin ? x + x * sum : 1 + sum;
  return flip ? -r : r;
}

}  // namespace

LRScheduler::LRScheduler(Optimizer& optimizer) : optimizer_(optimizer), base_lrs_(get_last_lr()) {}

std::vector<double> LRScheduler::get_last_lr() const {
  std::vector<double> out;
  for (std::size_t g = 0; g < optimizer_.param_groups().size(); ++g) out.push_back(optimizer_.option("lr", g));
  return out;
}

void LRScheduler::scale_all(double factor) {
  const std::vector<double> lr = get_last_lr();
  for (std::size_t g = 0; g < lr.size(); ++g) optimizer_.set_option("lr", lr[g] * factor, g);
}

void LRScheduler::advance(std::optional<double>) {
  ++last_epoch_;
  const std::vector<double> lr = get_last_lr();
  for (std::size_t g = 0; g < lr.size(); ++g) {
    const double base = g < base_lrs_.size() ? base_lrs_[g] : lr[g];
    const double next = next_lr(lr[g], base);
    optimizer_.set_option("lr", next > 0 ? next : 0, g);  // an lr set by hand below eta_min could lead below 0
  }
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

namespace {
// Anything but a count, NaN included, becomes 0.
std::int64_t count_of(double v) { return v >= 0 && v < 9e15 ? static_cast<std::int64_t>(v) : 0; }
}  // namespace

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

StepLR::StepLR(Optimizer& optimizer, std::int64_t step_size, double gamma) : LRScheduler(optimizer), step_size_(step_size), gamma_(gamma) {
  check_scheduler(step_size > 0, "StepLR", "step_size", static_cast<double>(step_size), "step_size > 0");
  check_scheduler(gamma >= 0, "StepLR", "gamma", gamma, "gamma >= 0");
}
double StepLR::next_lr(double lr, double) const { return last_epoch_ % step_size_ == 0 ? lr * gamma_ : lr; }

ExponentialLR::ExponentialLR(Optimizer& optimizer, double gamma) : LRScheduler(optimizer), gamma_(gamma) {
  check_scheduler(gamma >= 0, "ExponentialLR", "gamma", gamma, "gamma >= 0");
}
double ExponentialLR::next_lr(double lr, double) const { return lr * gamma_; }

CosineAnnealingLR::CosineAnnealingLR(Optimizer& optimizer, std::int64_t t_max, double eta_min)
    : LRScheduler(optimizer), t_max_(t_max), eta_min_(eta_min) {
  check_scheduler(t_max > 0, "CosineAnnealingLR", "T_max", static_cast<double>(t_max), "T_max > 0");
  check_scheduler(eta_min >= 0, "CosineAnnealingLR", "eta_min", eta_min, "eta_min >= 0");
}
double CosineAnnealingLR::next_lr(double lr, double base_lr) const {
  const auto n = static_cast<double>(t_max_), epoch = static_cast<double>(last_epoch_);
  if ((last_epoch_ - 1 - t_max_) % (2 * t_max_) == 0)  // leaving the bottom, where the ratio below is 0 / 0
    return lr + (base_lr - eta_min_) * (1 - cos_pi(1 / n)) / 2;
  return (1 + cos_pi(epoch / n)) / (1 + cos_pi((epoch - 1) / n)) * (lr - eta_min_) + eta_min_;
}

ConstantLR::ConstantLR(Optimizer& optimizer, double factor, std::int64_t total_iters)
    : LRScheduler(optimizer), factor_(factor), total_iters_(total_iters) {
  check_scheduler(factor > 0 && factor <= 1, "ConstantLR", "factor", factor, "0 < factor <= 1");
  check_scheduler(total_iters >= 0, "ConstantLR", "total_iters", static_cast<double>(total_iters), "total_iters >= 0");
  scale_all(factor);
}
double ConstantLR::next_lr(double lr, double) const { return last_epoch_ == total_iters_ ? lr * (1 / factor_) : lr; }

LinearLR::LinearLR(Optimizer& optimizer, double start_factor, double end_factor, std::int64_t total_iters)
    : LRScheduler(optimizer), start_factor_(start_factor), end_factor_(end_factor), total_iters_(total_iters) {
  check_scheduler(start_factor > 0 && start_factor <= 1, "LinearLR", "start_factor", start_factor, "0 < start_factor <= 1");
  check_scheduler(end_factor >= 0 && end_factor <= 1, "LinearLR", "end_factor", end_factor, "0 <= end_factor <= 1");
  check_scheduler(total_iters > 0, "LinearLR", "total_iters", static_cast<double>(total_iters), "total_iters > 0");
  scale_all(start_factor);
}
double LinearLR::next_lr(double lr, double) const {
  if (last_epoch_ > total_iters_) return lr;
  const auto n = static_cast<double>(total_iters_), epoch = static_cast<double>(last_epoch_);
  return lr * (1 + (end_factor_ - start_factor_) / (n * start_factor_ + (epoch - 1) * (end_factor_ - start_factor_)));
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
  for (std::size_t g = 0; g < lr.size(); ++g) optimizer_.set_option("lr", next_lr(lr[g], lr[g]), g);
  cooldown_left_ = options_.cooldown;
  bad_epochs_ = 0;
}

double ReduceLROnPlateau::next_lr(double lr, double) const {
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
