// Schedulers made of schedulers.

#include <algorithm>

#include "wick/lr_scheduler.h"

namespace wick::optim {

namespace {

constexpr const char* kPart = "schedulers.";

Optimizer& optimizer_of(const std::vector<LRSchedulerPtr>& parts) {
  check(!parts.empty(), ErrorKind::value, "[ChainedScheduler] got no schedulers; need at least one.");
  return parts[0]->optimizer();
}

}  // namespace

SchedulerList::SchedulerList(const char* type, Optimizer& optimizer, const std::vector<LRSchedulerPtr>& schedulers)
    : LRScheduler(optimizer), schedulers_(schedulers) {
  for (std::size_t i = 0; i < schedulers.size(); ++i) {
    check(&schedulers[i]->optimizer() == &optimizer, ErrorKind::value,
          "[{}] expects all schedulers to belong to the same optimizer, but schedulers[{}], {}, belongs to another.", type, i, schedulers[i]->type());
    check(!schedulers[i]->needs_metric(), ErrorKind::value, "[{}] schedulers[{}] is {}, which needs a metric at each step; need schedulers that go by the epoch.",
          type, i, schedulers[i]->type());
  }
}

Options SchedulerList::state() const {
  Options out = LRScheduler::state();
  for (std::size_t i = 0; i < schedulers_.size(); ++i)
    for (const auto& [name, value] : schedulers_[i]->state()) out.emplace_back(str(kPart, i, ".", name), value);
  return out;
}

bool SchedulerList::load(const std::string& name, double value) {
  for (std::size_t i = 0; i < schedulers_.size(); ++i)
    if (const std::string prefix = str(kPart, i, "."); name.starts_with(prefix)) return schedulers_[i]->load(name.substr(prefix.size()), value);
  return LRScheduler::load(name, value);
}

ChainedScheduler::ChainedScheduler(const std::vector<LRSchedulerPtr>& schedulers)
    : SchedulerList("ChainedScheduler", optimizer_of(schedulers), schedulers) {}
void ChainedScheduler::advance(std::optional<double> metric) {
  ++last_epoch_;
  for (const LRSchedulerPtr& s : schedulers_) s->advance(metric);
}
void ChainedScheduler::restart() {
  last_epoch_ = 0;
  for (const LRSchedulerPtr& s : schedulers_) s->restart();
}

SequentialLR::SequentialLR(Optimizer& optimizer, const std::vector<LRSchedulerPtr>& schedulers, const std::vector<std::int64_t>& milestones)
    : SchedulerList("SequentialLR", optimizer, schedulers), milestones_(milestones) {
  check(schedulers.size() == milestones.size() + 1, ErrorKind::value,
        "[SequentialLR] expects number of schedulers provided to be one more than the number of milestone points, but got {} schedulers and {} milestones.",
        schedulers.size(), milestones.size());
  check(std::is_sorted(milestones.begin(), milestones.end()), ErrorKind::value, "[SequentialLR] milestones fall; need rising epochs.");
  restart();
}

// Undoes what the other schedulers' constructors did to the lr.
void SequentialLR::restart() {
  last_epoch_ = 0;
  for (std::size_t g = 0; g < base_lrs_.size(); ++g) optimizer_.set_option("lr", base_lrs_[g], g);
  schedulers_[0]->begin();
}
void SequentialLR::advance(std::optional<double> metric) {
  ++last_epoch_;
  const auto at = std::upper_bound(milestones_.begin(), milestones_.end(), last_epoch_) - milestones_.begin();
  LRScheduler& s = *schedulers_[static_cast<std::size_t>(at)];
  if (at > 0 && milestones_[static_cast<std::size_t>(at - 1)] == last_epoch_) s.restart();
  else s.advance(metric);
}

}  // namespace wick::optim
