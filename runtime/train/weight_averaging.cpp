// StochasticWeightAveraging, WeightAveraging and EMAWeightAveraging.

#include <algorithm>
#include <cmath>
#include <utility>

#include "optim/schedule.h"
#include "wick/autograd.h"
#include "wick/callbacks.h"

namespace wick {

namespace {

double count(const Figures& state, const char* name) {
  for (const auto& [key, value] : state)
    if (key == name) return value;
  return -1;
}

}  // namespace

// ---- The averages: made anew when training starts, unless a checkpoint was read for it.

bool Averaging::make(Trainer& t, optim::AverageFunction avg_fn, bool use_buffers) {
  const nn::NamedTensors before = loaded_ ? tensors() : nn::NamedTensors();
  average_ = std::make_unique<optim::AveragedModel>(*t.task().model, std::move(avg_fn), use_buffers);
  if (!before.empty()) average_->load_state_dict(before);
  pending_.clear();
  return std::exchange(loaded_, false);
}

nn::NamedTensors Averaging::tensors() const { return average_ ? average_->state_dict() : pending_; }

void Averaging::load_tensors(const nn::NamedTensors& tensors) {
  loaded_ = !tensors.empty();
  if (!loaded_) return;
  if (average_) return average_->load_state_dict(tensors);
  pending_.clear();
  for (const auto& [name, t] : tensors) pending_.emplace_back(name, t.detach().clone());
}

WeightAveraging::WeightAveraging(bool use_buffers) : WeightAveraging(optim::get_swa_avg_fn(), use_buffers) {}

bool WeightAveraging::should_update(std::int64_t step, std::int64_t) const { return step >= 0; }

void WeightAveraging::on_fit_start(Trainer& t) {
  if (!make(t, avg_fn_, use_buffers_)) load_state({});
}

void WeightAveraging::update(Trainer& t, std::int64_t& latest, std::int64_t now, bool wanted) {
  if (now <= latest || !wanted) return;
  average_->update_parameters(*t.task().model);
  latest = now;
}

// Steps are the optimizer's, counted from 0.
void WeightAveraging::on_batch_end(Trainer& t, const Event& e) {
  if (e.kind == Event::Kind::train && e.optimizer_steps > 0) update(t, latest_step_, e.optimizer_steps, should_update(e.optimizer_steps - 1, -1));
}

void WeightAveraging::on_epoch_end(Trainer& t, const EpochRecord& r) { update(t, latest_epoch_, r.epoch, should_update(-1, r.epoch)); }

// Before the first update the averages are the weights training started with.
void WeightAveraging::on_evaluation_start(Trainer& t) {
  swapped_ = average_ && average_->n_averaged > 0 && !over_ && &average_->model() == t.task().model.get();
  if (swapped_) average_->swap();
}

void WeightAveraging::on_evaluation_end(Trainer&) {
  if (swapped_) average_->swap();
  swapped_ = false;
}

void WeightAveraging::on_epoch_start(Trainer&) { going_on(); }

void WeightAveraging::on_fit_end(Trainer& t) {
  if (average_ && average_->n_averaged > 0) average_->copy_to(*t.task().model);
  over_ = true;
}

Figures WeightAveraging::state() const {
  return {{"latest_step", static_cast<double>(latest_step_)}, {"latest_epoch", static_cast<double>(latest_epoch_)}, {"over", over_}};
}

void WeightAveraging::load_state(const Figures& state) {
  latest_step_ = static_cast<std::int64_t>(count(state, "latest_step"));
  latest_epoch_ = static_cast<std::int64_t>(count(state, "latest_epoch"));
  over_ = count(state, "over") == 1;
}

EMAWeightAveraging::EMAWeightAveraging(const EMAWeightAveragingOptions& o) : WeightAveraging(optim::get_ema_avg_fn(o.decay), o.use_buffers), options(o) {
  check(o.update_every_n_steps >= 0, ErrorKind::value, "[EMAWeightAveraging] update_every_n_steps is {}; need 0 or more.", o.update_every_n_steps);
}

bool EMAWeightAveraging::should_update(std::int64_t step, std::int64_t epoch) const {
  if (step >= 0) return step >= options.update_starting_at_step.value_or(0) && options.update_every_n_steps > 0 && step % options.update_every_n_steps == 0;
  return options.update_starting_at_epoch && epoch >= *options.update_starting_at_epoch;
}

// ---- The mean of the weights at the start of each of the last epochs.

StochasticWeightAveraging::StochasticWeightAveraging(const StochasticWeightAveragingOptions& o) : options(o) {
  const double start = o.swa_epoch_start;
  check(start >= 0 && (start <= 1 || start == std::floor(start)), ErrorKind::value,
        "[StochasticWeightAveraging] swa_epoch_start should be a >0 integer or a float between 0 and 1; it is {}.", start);
  check(o.swa_lrs > 0, ErrorKind::value, "[StochasticWeightAveraging] The `swa_lrs` should a positive float: it is {}.", o.swa_lrs);
  check(o.annealing_epochs >= 0, ErrorKind::value, "[StochasticWeightAveraging] annealing_epochs is {}; need 0 or more.", o.annealing_epochs);
  check(o.annealing_strategy == "cos" || o.annealing_strategy == "linear", ErrorKind::value,
        "[StochasticWeightAveraging] annealing_strategy is \"{}\"; need \"cos\" or \"linear\".", o.annealing_strategy);
}

// A share of the epochs, or the number of the epoch counted from 1.
std::int64_t StochasticWeightAveraging::first_epoch(Trainer& t) const {
  const double start = options.swa_epoch_start;
  const bool share = start < 1 || !options.epoch_start_is_number;
  return std::max<std::int64_t>(0, static_cast<std::int64_t>(share ? static_cast<double>(t.options().max_epochs) * start : start) - 1);
}

void StochasticWeightAveraging::on_fit_start(Trainer& t) {
  first_epoch_ = first_epoch(t);
  if (!make(t, optim::get_swa_avg_fn(), false)) load_state({});
}

// From the lr at the start of averaging to swa_lrs, whatever else a scheduler has set.
void StochasticWeightAveraging::set_lrs(Trainer& t) {
  if (start_lrs_.empty()) return;
  const double epochs = std::max(1.0, static_cast<double>(options.annealing_epochs));
  const double now = static_cast<double>(t.epoch() - first_epoch_) + (options.annealing_epochs == 0 ? 1 : 0), share = std::clamp(now / epochs, 0.0, 1.0);
  const double alpha = options.annealing_strategy == "cos" ? (1 - optim::cos_pi(share)) / 2 : share;
  for (std::size_t g = 0; g < start_lrs_.size(); ++g) t.task().optimizer->set_option("lr", options.swa_lrs * alpha + start_lrs_[g] * (1 - alpha), g);
}

void StochasticWeightAveraging::on_epoch_start(Trainer& t) {
  going_on();
  if (t.epoch() < first_epoch_) return;
  optim::Optimizer& o = *t.task().optimizer;
  while (start_lrs_.size() < o.param_groups().size()) start_lrs_.push_back(o.option("lr", start_lrs_.size()));
  set_lrs(t);
  if (t.epoch() <= latest_epoch_) return;  // begun before a checkpoint
  average_->update_parameters(*t.task().model);
  latest_epoch_ = t.epoch();
}

void StochasticWeightAveraging::on_batch_end(Trainer& t, const Event& e) {
  if (e.kind == Event::Kind::train) set_lrs(t);
}
void StochasticWeightAveraging::on_epoch_end(Trainer& t, const EpochRecord&) { set_lrs(t); }

// BatchNorm's statistics are those of other weights: one more pass over the training set.
void StochasticWeightAveraging::on_fit_end(Trainer& t) {
  if (over_ || !average_ || average_->n_averaged == 0) return;
  average_->copy_to(*t.task().model);
  DataLoader& loader = t.train_loader();
  const LoaderState place = loader.state();
  loader.set_state({t.epoch(), 0});
  optim::update_bn(loader, *t.task().model);
  loader.set_state(place);
  over_ = true;
}

Figures StochasticWeightAveraging::state() const {
  Figures out = {{"latest_epoch", static_cast<double>(latest_epoch_)}, {"over", over_}};
  for (std::size_t g = 0; g < start_lrs_.size(); ++g) out.emplace_back(str("lr.", g), start_lrs_[g]);
  return out;
}

void StochasticWeightAveraging::load_state(const Figures& state) {
  latest_epoch_ = static_cast<std::int64_t>(count(state, "latest_epoch"));
  over_ = count(state, "over") == 1;
  start_lrs_.clear();
  for (const auto& [name, value] : state)
    if (name.starts_with("lr.")) start_lrs_.push_back(value);
}

}  // namespace wick
