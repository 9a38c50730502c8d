// Schedulers made of schedulers.

#include <algorithm>

#include "wick/lr_scheduler.h"

namespace wick::optim {

namespace {

constexpr const char* kPart = "schedulers.";

void check_parts(const char* type, const std::vector<LRSchedulerPtr>& parts, const Optimizer& optimizer) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    check(&parts[i]->optimizer() == &optimizer, ErrorKind::value,
          "[{}] expects all schedulers to belong to the same optimizer, but schedulers[{}], {}, belongs to another.", type, i, parts[i]->type());
    check(!parts[i]->needs_metric(), ErrorKind::value, "[{}] schedulers[{}] is {}, which needs a metric at each step; need schedulers that go by the epoch.",
          type, i, parts[i]->type());
  }
}

Optimizer& optimizer_of(const std::vector<LRSchedulerPtr>& parts) {
  check(!parts.empty(), ErrorKind::value, "[ChainedScheduler] got no schedulers; need at least one.");
  return parts[0]->optimizer();
}

void add_states(Options& out, const std::vector<LRSchedulerPtr>& parts) {
  for (std::size_t i = 0; i < parts.size(); ++i)
    for (const auto& [name, value] : parts[i]->state()) out.emplace_back(str(kPart, i, ".", name), value);
}

// "schedulers.1.last_epoch": the part, and the name it knows.
std::size_t part_of(const std::vector<LRSchedulerPtr>& parts, const std::string& name, std::string& rest) {
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (const std::string prefix = str(kPart, i, "."); name.starts_with(prefix)) {
      rest = name.substr(prefix.size());
      return i;
    }
  return parts.size();
}

}  // namespace

ChainedScheduler::ChainedScheduler(const std::vector<LRSchedulerPtr>& schedulers) : LRScheduler(optimizer_of(schedulers)), schedulers_(schedulers) {
  check_parts("ChainedScheduler", schedulers, optimizer_);
}
void ChainedScheduler::advance(std::optional<double> metric) {
  ++last_epoch_;
  for (const LRSchedulerPtr& s : schedulers_) s->advance(metric);
}
void ChainedScheduler::restart() {
  last_epoch_ = 0;
  for (const LRSchedulerPtr& s : schedulers_) s->restart();
}
Options ChainedScheduler::state() const {
  Options out = LRScheduler::state();
  add_states(out, schedulers_);
  return out;
}
bool ChainedScheduler::load(const std::string& name, double value) {
  std::string rest;
  const std::size_t i = part_of(schedulers_, name, rest);
  return i < schedulers_.size() ? schedulers_[i]->load(rest, value) : LRScheduler::load(name, value);
}

SequentialLR::SequentialLR(Optimizer& optimizer, const std::vector<LRSchedulerPtr>& schedulers, const std::vector<std::int64_t>& milestones)
    : LRScheduler(optimizer), schedulers_(schedulers), milestones_(milestones) {
  check(schedulers.size() == milestones.size() + 1, ErrorKind::value,
        "[SequentialLR] expects number of schedulers provided to be one more than the number of milestone points, but got {} schedulers and {} milestones.",
        schedulers.size(), milestones.size());
  check(std::is_sorted(milestones.begin(), milestones.end()), ErrorKind::value, "[SequentialLR] milestones fall; need rising epochs.");
  check_parts("SequentialLR", schedulers, optimizer);
  first();
}

// Undoes what the other schedulers' constructors did to the lr.
void SequentialLR::first() {
  last_epoch_ = 0;
  for (std::size_t g = 0; g < base_lrs_.size(); ++g) optimizer_.set_option("lr", base_lrs_[g], g);
  schedulers_[0]->begin();
}
void SequentialLR::restart() { first(); }
void SequentialLR::advance(std::optional<double> metric) {
  ++last_epoch_;
  const auto at = std::upper_bound(milestones_.begin(), milestones_.end(), last_epoch_) - milestones_.begin();
  LRScheduler& s = *schedulers_[static_cast<std::size_t>(at)];
  if (at > 0 && milestones_[static_cast<std::size_t>(at - 1)] == last_epoch_) s.restart();
  else s.advance(metric);
}
Options SequentialLR::state() const {
  Options out = LRScheduler::state();
  add_states(out, schedulers_);
  return out;
}
bool SequentialLR::load(const std::string& name, double value) {
  std::string rest;
  const std::size_t i = part_of(schedulers_, name, rest);
  return i < schedulers_.size() ? schedulers_[i]->load(rest, value) : LRScheduler::load(name, value);
}

}  // namespace wick::optim
