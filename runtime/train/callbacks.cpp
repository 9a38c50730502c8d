// ModelCheckpoint, EarlyStopping, LearningRateMonitor.

#include "wick/callbacks.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "wick/autograd.h"
#include "wick/files.h"

namespace wick {

namespace {
void check_mode(const char* who, const std::string& mode) {
  check(mode == "min" || mode == "max", ErrorKind::value, "[{}] mode is \"{}\"; need \"min\" or \"max\".", who, mode);
}
}  // namespace

bool is_better(double value, double best, bool higher, double min_delta) {
  if (std::isnan(value)) return false;
  return higher ? value > best + min_delta : value < best - min_delta;
}

ModelCheckpoint::ModelCheckpoint(const ModelCheckpointOptions& o) : options(o) {
  check_mode("ModelCheckpoint", o.mode);
  check(o.save_top_k >= -1, ErrorKind::value, "[ModelCheckpoint] save_top_k is {}; need 0 or more, or -1 for all.", o.save_top_k);
  check(o.every_n_train_steps >= 0, ErrorKind::value, "[ModelCheckpoint] every_n_train_steps is {}; need 0 or more.", o.every_n_train_steps);
}

std::string ModelCheckpoint::best_model_path() const { return best_.empty() ? "" : path(best_.front().first); }

void ModelCheckpoint::save_last_now(Trainer& t) const {
#ifndef __EMSCRIPTEN__
  if (options.dirpath.empty()) return;
  const SafetensorsFile state = t.checkpoint();
  save_safetensors(path("last.safetensors"), state.tensors, state.metadata);
#else
  (void)t;
#endif
}

void ModelCheckpoint::on_batch_end(Trainer& t, const Event& e) {
  if (e.kind != Event::Kind::train || options.every_n_train_steps == 0 || e.global_step % options.every_n_train_steps != 0) return;
  save_last_now(t);
}

// last is written after the list of the best is right, the files that fell out of it are removed after that: a kill between
// any two steps leaves a last checkpoint whose list names files that exist.
void ModelCheckpoint::on_epoch_end(Trainer& t, const EpochRecord& r) {
  const double score = r.find(options.monitor);
  std::string dropped;
  if (options.save_top_k != 0 && !std::isnan(score)) {
    const bool higher = options.mode == "max";
    const std::string name = str("epoch={}-step={}.safetensors", r.epoch, r.step);
    const auto at = std::find_if(best_.begin(), best_.end(), [&](const auto& b) { return is_better(score, b.second, higher); });
    best_.insert(at, {name, score});
    if (options.save_top_k > 0 && static_cast<std::int64_t>(best_.size()) > options.save_top_k) {
      dropped = best_.back().first;
      best_.pop_back();
    }
#ifndef __EMSCRIPTEN__
    if (!options.dirpath.empty() && dropped != name) {
      const SafetensorsFile state = t.checkpoint();
      save_safetensors(path(name), state.tensors, state.metadata);
    }
    if (dropped == name) dropped.clear();
#endif
  }
  if (options.save_last) save_last_now(t);
  if (!dropped.empty() && !options.dirpath.empty()) std::remove(path(dropped).c_str());
}

EarlyStopping::EarlyStopping(const EarlyStoppingOptions& o) : options(o) {
  check_mode("EarlyStopping", o.mode);
  check(o.patience >= 0, ErrorKind::value, "[EarlyStopping] patience is {}; need 0 or more.", o.patience);
  check(o.min_delta >= 0, ErrorKind::value, "[EarlyStopping] min_delta is {}; need 0 or more.", o.min_delta);
  best_ = std::numeric_limits<double>::infinity() * (o.mode == "min" ? 1 : -1);
}

void EarlyStopping::on_validation_end(Trainer& t, const EpochRecord& r) {
  if (is_better(r.find(options.monitor), best_, options.mode == "max", options.min_delta)) {
    best_ = r.find(options.monitor);
    best_epoch_ = r.epoch;
    wait_ = 0;
    if (!options.restore_best_weights) return;
    best_weights_.clear();
    for (const auto& [name, w] : t.task().model->state_dict()) best_weights_.emplace_back(name, w.clone());
  } else if (++wait_ >= options.patience) {
    t.stop();
  }
}

void EarlyStopping::on_fit_end(Trainer& t) {
  if (!best_weights_.empty()) t.task().model->load_state_dict(best_weights_);
}

Figures EarlyStopping::state() const {
  Figures out = {{"wait", static_cast<double>(wait_)}, {"best_epoch", static_cast<double>(best_epoch_)}};
  if (std::isfinite(best_)) out.emplace_back("best", best_);
  return out;
}

void EarlyStopping::load_state(const Figures& state) {
  *this = EarlyStopping(options);
  for (const auto& [name, value] : state) {
    if (name == "wait") wait_ = static_cast<std::int64_t>(value);
    if (name == "best_epoch") best_epoch_ = static_cast<std::int64_t>(value);
    if (name == "best") best_ = value;
  }
}

void EarlyStopping::load_tensors(const nn::NamedTensors& tensors) {
  best_weights_.clear();
  for (const auto& [name, t] : tensors) best_weights_.emplace_back(name, t.clone());
}

void LearningRateMonitor::on_batch_end(Trainer&, const Event& e) {
  if (e.kind == Event::Kind::train && (values_.empty() || values_.back().second != e.lr)) values_.emplace_back(e.global_step, e.lr);
}

}  // namespace wick
