// Schedules with their own clock: cycles, restarts and the way to a fixed lr. Each lr follows from the step's number.

#include <algorithm>
#include <cmath>

#include "optim/schedule.h"
#include "wick/lr_scheduler.h"

namespace wick::optim {

namespace {

void check_each(const char* scheduler, const char* name, const PerGroup& p, const Optimizer& o) {
  check(p.values.size() == 1 || p.values.size() == o.param_groups().size(), ErrorKind::value, "[{}] expected {} values for {}, got {}.", scheduler,
        o.param_groups().size(), name, p.values.size());
  for (const double v : p.values) check_scheduler(v >= 0, scheduler, name, v, "a number >= 0");
}

// "momentum", or Adam's first beta.
const char* momentum_option(const char* scheduler, const Optimizer& o) {
  if (o.has_option("momentum")) return "momentum";
  check(o.has_option("beta1"), ErrorKind::value, "[{}] optimizer must support momentum or beta1 with cycle_momentum option enabled; {} has neither.",
        scheduler, o.type());
  return "beta1";
}

}  // namespace

CosineAnnealingWarmRestarts::CosineAnnealingWarmRestarts(Optimizer& optimizer, std::int64_t T_0, std::int64_t T_mult, double eta_min)
    : LRScheduler(optimizer), t_0_(T_0), t_mult_(T_mult), t_i_(T_0), eta_min_(eta_min) {
  check_scheduler(T_0 > 0, type(), "T_0", static_cast<double>(T_0), "T_0 > 0");
  check_scheduler(T_mult >= 1, type(), "T_mult", static_cast<double>(T_mult), "T_mult >= 1");
  check_scheduler(eta_min >= 0, type(), "eta_min", eta_min, "eta_min >= 0");
  begin();
}
void CosineAnnealingWarmRestarts::restart() {
  t_cur_ = 0;
  t_i_ = t_0_;
  LRScheduler::restart();
}
void CosineAnnealingWarmRestarts::advance(std::optional<double> metric) {
  if (++t_cur_ >= t_i_) {
    t_cur_ -= t_i_;
    t_i_ *= t_mult_;
  }
  LRScheduler::advance(metric);
}
double CosineAnnealingWarmRestarts::next_lr(double, std::size_t group) const {
  return eta_min_ + (base_lr(group) - eta_min_) * (1 + cos_pi(static_cast<double>(t_cur_) / static_cast<double>(t_i_))) / 2;
}
Options CosineAnnealingWarmRestarts::state() const {
  Options out = LRScheduler::state();
  out.emplace_back("T_cur", static_cast<double>(t_cur_));
  out.emplace_back("T_i", static_cast<double>(t_i_));
  return out;
}
bool CosineAnnealingWarmRestarts::load(const std::string& name, double value) {
  if (name == "T_cur") t_cur_ = count_of(value);
  else if (name == "T_i") t_i_ = std::max<std::int64_t>(1, count_of(value));
  else return LRScheduler::load(name, value);
  return true;
}

CyclicLR::CyclicLR(Optimizer& optimizer, const CyclicLROptions& o) : LRScheduler(optimizer), options_(o) {
  check_each("CyclicLR", "base_lr", o.base_lr, optimizer);
  check_each("CyclicLR", "max_lr", o.max_lr, optimizer);
  check_scheduler(o.step_size_up > 0, "CyclicLR", "step_size_up", static_cast<double>(o.step_size_up), "step_size_up > 0");
  check_scheduler(o.step_size_down >= 0, "CyclicLR", "step_size_down", static_cast<double>(o.step_size_down), "step_size_down > 0, or 0 for step_size_up");
  check(o.mode == "triangular" || o.mode == "triangular2" || o.mode == "exp_range", ErrorKind::value,
        "[CyclicLR] mode is invalid: \"{}\"; need \"triangular\", \"triangular2\" or \"exp_range\".", o.mode);
  check_scheduler(o.gamma >= 0, "CyclicLR", "gamma", o.gamma, "gamma >= 0");
  if (o.step_size_down == 0) options_.step_size_down = o.step_size_up;
  if (o.cycle_momentum) {
    check_each("CyclicLR", "base_momentum", o.base_momentum, optimizer);
    check_each("CyclicLR", "max_momentum", o.max_momentum, optimizer);
    momentum_option("CyclicLR", optimizer);
  }
  for (std::size_t g = 0; g < base_lrs_.size(); ++g) base_lrs_[g] = o.base_lr[g];
  begin();
}
double CyclicLR::height() const {
  const auto up = static_cast<double>(options_.step_size_up), total = up + static_cast<double>(options_.step_size_down), ratio = up / total;
  const double place = static_cast<double>(last_epoch_) / total, cycle = std::floor(1 + place), x = 1 + place - cycle;
  const double rising = x <= ratio ? x / ratio : (x - 1) / (ratio - 1);
  if (options_.mode == "triangular2") return rising / power(2, cycle - 1);
  if (options_.mode == "exp_range") return rising * power(options_.gamma, static_cast<double>(last_epoch_));
  return rising;
}
double CyclicLR::next_lr(double, std::size_t group) const { return base_lr(group) + (options_.max_lr[group] - base_lr(group)) * height(); }
void CyclicLR::set_more() {
  if (!options_.cycle_momentum) return;
  const char* option = momentum_option("CyclicLR", optimizer_);
  for (std::size_t g = 0; g < optimizer_.param_groups().size(); ++g)
    optimizer_.set_option(option, options_.max_momentum[g] - (options_.max_momentum[g] - options_.base_momentum[g]) * height(), g);
}

OneCycleLR::OneCycleLR(Optimizer& optimizer, const OneCycleLROptions& o)
    : LRScheduler(optimizer), options_(o), total_steps_(o.total_steps != 0 ? o.total_steps : o.epochs * o.steps_per_epoch) {
  check(o.total_steps != 0 || o.epochs != 0 || o.steps_per_epoch != 0, ErrorKind::value,
        "[OneCycleLR] total_steps is missing; you must define either total_steps or (epochs and steps_per_epoch).");
  check_scheduler(total_steps_ > 0 && (o.total_steps != 0 || o.epochs > 0), "OneCycleLR", "total_steps", static_cast<double>(total_steps_), "a positive number of steps");
  check_scheduler(o.pct_start >= 0 && o.pct_start <= 1, "OneCycleLR", "pct_start", o.pct_start, "0 <= pct_start <= 1");
  check_scheduler(o.div_factor > 0, "OneCycleLR", "div_factor", o.div_factor, "div_factor > 0");
  check_scheduler(o.final_div_factor > 0, "OneCycleLR", "final_div_factor", o.final_div_factor, "final_div_factor > 0");
  check(o.anneal_strategy == "cos" || o.anneal_strategy == "linear", ErrorKind::value, "[OneCycleLR] anneal_strategy is \"{}\"; need \"cos\" or \"linear\".",
        o.anneal_strategy);
  check_each("OneCycleLR", "max_lr", o.max_lr, optimizer);
  if (o.cycle_momentum) {
    check_each("OneCycleLR", "base_momentum", o.base_momentum, optimizer);
    check_each("OneCycleLR", "max_momentum", o.max_momentum, optimizer);
    momentum_option("OneCycleLR", optimizer);
  }
  const double up = o.pct_start * static_cast<double>(total_steps_), end = static_cast<double>(total_steps_ - 1);
  if (o.three_phase) phases_ = {{up - 1, kFirst, kTop}, {2 * up - 2, kTop, kFirst}, {end, kFirst, kLast}};
  else phases_ = {{up - 1, kFirst, kTop}, {end, kTop, kLast}};
  for (std::size_t g = 0; g < base_lrs_.size(); ++g) {
    base_lrs_[g] = o.max_lr[g] / o.div_factor;
    optimizer.set_initial_lr(base_lrs_[g], g);
  }
  begin();
}
double OneCycleLR::between(const double (&levels)[3]) const {
  const auto step = static_cast<double>(last_epoch_);
  double start = 0;
  for (std::size_t i = 0;; ++i) {
    const Phase& p = phases_[i];
    if (step > p.end && i + 1 < phases_.size()) {
      start = p.end;
      continue;
    }
    const double from = levels[p.from], to = levels[p.to], share = (step - start) / (p.end - start);
    return options_.anneal_strategy == "cos" ? to + (from - to) / 2 * (cos_pi(share) + 1) : (to - from) * share + from;
  }
}
double OneCycleLR::next_lr(double, std::size_t group) const {
  check(last_epoch_ <= total_steps_, ErrorKind::value, "[OneCycleLR] tried to step {} times. The specified number of total steps is {}.", last_epoch_ + 1, total_steps_);
  const double first = base_lr(group);
  return between({first, options_.max_lr[group], first / options_.final_div_factor});
}
void OneCycleLR::set_more() {
  if (!options_.cycle_momentum) return;
  const char* option = momentum_option("OneCycleLR", optimizer_);
  for (std::size_t g = 0; g < optimizer_.param_groups().size(); ++g) {
    const double high = options_.max_momentum[g], low = options_.base_momentum[g];
    optimizer_.set_option(option, between({high, low, high}), g);
  }
}

SWALR::SWALR(Optimizer& optimizer, PerGroup swa_lr, std::int64_t anneal_epochs, const std::string& anneal_strategy)
    : LRScheduler(optimizer), swa_lr_(std::move(swa_lr)), anneal_epochs_(anneal_epochs), cosine_(anneal_strategy == "cos") {
  check_each("SWALR", "swa_lr", swa_lr_, optimizer);
  check_scheduler(anneal_epochs >= 0, "SWALR", "anneal_epochs", static_cast<double>(anneal_epochs), "anneal_epochs >= 0");
  check(cosine_ || anneal_strategy == "linear", ErrorKind::value, "[SWALR] anneal_strategy is \"{}\"; need \"cos\" or \"linear\".", anneal_strategy);
  begin();
}
double SWALR::alpha(std::int64_t step) const {
  const double t = std::clamp(static_cast<double>(step) / static_cast<double>(std::max<std::int64_t>(1, anneal_epochs_)), 0.0, 1.0);
  return cosine_ ? (1 - cos_pi(t)) / 2 : t;
}
double SWALR::next_lr(double lr, std::size_t group) const {
  const std::int64_t step = anneal_epochs_ == 0 ? std::max<std::int64_t>(1, last_epoch_) : last_epoch_;
  const double before = alpha(step - 1), now = alpha(step);
  const double start = before == 1 ? swa_lr_[group] : (lr - before * swa_lr_[group]) / (1 - before);
  return swa_lr_[group] * now + start * (1 - now);
}

}  // namespace wick::optim
