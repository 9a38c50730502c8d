// The loop: batches, lines, epochs. trainer_state.cpp saves and restores; trainer_diverged.cpp finds where a NaN came from.

#include "wick/trainer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "train/norms.h"
#include "train/record.h"
#include "wick/autograd.h"
#include "wick/quote.h"
#include "wick/random.h"
#include "wick/registry.h"

namespace wick {

namespace {

// Of targets that are shares of classes [N,C], the largest counts.
std::int64_t count_correct(const Tensor& preds, const Tensor& y) {
  const Tensor p = predicted_classes(preds), t = (y.is_floating_point() && y.dim() == 2 && y.size(1) > 1 ? y.argmax(1) : y.to(DType::int64)).contiguous();
  std::int64_t n = 0;
  for (std::int64_t i = 0; i < p.numel(); ++i) n += p.data<std::int64_t>()[i] == t.data<std::int64_t>()[i];
  return n;
}

const Tensor& targets_of(const StepOutput& out, const Batch& batch) { return out.targets.defined() ? out.targets : batch.y; }

double share(std::int64_t n, std::int64_t of) { return of ? static_cast<double>(n) / static_cast<double>(of) : kNoValue; }

Figures metric_figures(const Task& task) {
  Figures out;
  for (const auto& metric : task.metrics) {
    const std::vector<std::string> names = metric->names();
    const std::vector<double> values = metric->values();
    for (std::size_t i = 0; i < names.size(); ++i) out.emplace_back(names[i], values[i]);
  }
  return out;
}

}  // namespace

StepOutput Task::training_step(const Batch& batch) {
  const Tensor out = (*model)(batch.x);
  return {(*criterion)(out, batch.y), out};
}

StepOutput SequenceTask::training_step(const Batch& batch) {
  const Tensor out = (*model)(batch.x);
  check(out.dim() >= 2 && out.numel() == batch.y.numel() * out.size(-1), ErrorKind::shape, "[SequenceTask] the model gives {} for targets {}; need a row for each target.",
        out, batch.y);
  StepOutput s{{}, out.reshape({-1, out.size(-1)}), batch.y.reshape({-1})};
  s.loss = (*criterion)(s.preds, s.targets);
  return s;
}

double EpochRecord::find(std::string_view name) const {
  for (const RecordFigure& f : kRecordFigures)
    if (name == f.name) return this->*f.value;
  for (const auto& [metric, value] : metrics)
    if (name.substr(0, 4) == "val_" && name.substr(4) == metric) return value;
  return kNoValue;
}

Trainer::Trainer(TrainerOptions options) : options_(std::move(options)) {
  const auto need = [](bool ok, const char* name, double v, const char* what) {
    check(ok, ErrorKind::value, "[Trainer] {} is {}; need {}.", name, v, what);
  };
  const auto& o = options_;
  need(o.max_epochs >= 0, "max_epochs", static_cast<double>(o.max_epochs), "0 or more");
  need(o.max_steps >= -1, "max_steps", static_cast<double>(o.max_steps), "0 or more, or -1 for no limit");
  need(o.accumulate_grad_batches >= 1, "accumulate_grad_batches", static_cast<double>(o.accumulate_grad_batches), "1 or more");
  need(o.gradient_clip_val >= 0, "gradient_clip_val", o.gradient_clip_val, "0 or more");
  need(o.limit_train_batches >= 0, "limit_train_batches", o.limit_train_batches, "0 or more");
  need(o.limit_val_batches >= 0, "limit_val_batches", o.limit_val_batches, "0 or more");
  need(o.check_val_every_n_epoch >= 1, "check_val_every_n_epoch", static_cast<double>(o.check_val_every_n_epoch), "1 or more");
  need(o.log_every_n_steps >= 1, "log_every_n_steps", static_cast<double>(o.log_every_n_steps), "1 or more");
  check(o.gradient_clip_algorithm == "norm" || o.gradient_clip_algorithm == "value", ErrorKind::value,
        "[Trainer] gradient_clip_algorithm is \"{}\"; need \"norm\" or \"value\".", o.gradient_clip_algorithm);
}

Trainer::~Trainer() = default;

std::vector<std::string> Trainer::monitor_names() const {
  std::vector<std::string> names = {"train_loss", "lr"};
  if (task_ && task_->n_classes) names.insert(names.begin() + 1, "train_accuracy");
  if (!val_) return names;
  names.emplace_back("val_loss");
  if (task_->n_classes) names.emplace_back("val_accuracy");
  for (const auto& metric : task_->metrics)
    for (const std::string& name : metric->names()) names.push_back("val_" + name);
  return names;
}

void Trainer::begin(Task& task, DataLoader& train, DataLoader* val) {
  check(task.model && task.criterion && task.optimizer, ErrorKind::value, "[Trainer] the task lacks a model, a criterion or an optimizer; need all three.");
  check(train.size() > 0, ErrorKind::value, "[Trainer] the training set of {} samples gives no batch of {}; need at least one.",
        train.dataset().size(), train.options().batch_size);
  task_ = &task;
  train_ = &train;
  val_ = val && val->size() > 0 ? val : nullptr;
  phase_ = Phase::train;
  epoch_ = batch_ = val_batch_ = global_step_ = optimizer_steps_ = accumulated_ = 0;
  next_line_ = 0;
  stopped_early_ = epoch_started_ = false;
  diverged_.clear();
  sums_ = val_sums_ = {};
  history_.clear();
  best_ = std::numeric_limits<double>::infinity();
  confusion_.reset();
  if (task.n_classes) confusion_.emplace(task.n_classes);
  const auto check_monitor = [&](const char* who, const std::string& name) {
    const std::vector<std::string> names = monitor_names();
    if (name.empty() || std::find(names.begin(), names.end(), name) != names.end()) return;
    const std::vector<std::string> near = nearest_names(name, names);
    fail(ErrorKind::value, "[{}] monitor is \"{}\", which is not logged; did you mean one of {}?", who, name, join(near.empty() ? names : near));
  };
  check(!task.optimizer->needs_closure() || options_.accumulate_grad_batches == 1, ErrorKind::value,
        "[Trainer] accumulate_grad_batches is {}; {} evaluates one batch again and again, which needs 1.", options_.accumulate_grad_batches, task.optimizer->type());
  for (const CallbackPtr& c : options_.callbacks) check_monitor(c->type(), c->monitor());
  if (task.scheduler && task.scheduler->needs_metric()) check_monitor(task.scheduler->type(), task.scheduler_monitor);
  train.set_state({0, 0});
  if (val_) val_->set_state({0, 0});
  if (pending_) {
    const SafetensorsFile state = std::move(*pending_);
    pending_.reset();
    apply(state);
  }
  for (const CallbackPtr& c : options_.callbacks) c->on_fit_start(*this);
  settle();
}

bool Trainer::out_of_steps() const { return options_.max_steps >= 0 && optimizer_steps_ >= options_.max_steps; }

// What is due at once after begin() or restore(): the end of an epoch without validation, or of training.
void Trainer::settle() {
  if (phase_ == Phase::validate && val_batch_ < 0) return finish_epoch();
  if (phase_ == Phase::train && batch_ == 0 && (stopped_early_ || epoch_ >= options_.max_epochs || out_of_steps())) finish();
}

void Trainer::resume_if_more() {
  if (phase_ != Phase::finished) return settle();
  if (stopped_early_ || epoch_ >= options_.max_epochs || out_of_steps()) return;
  phase_ = Phase::train;
}

bool Trainer::validates() const { return val_ && ((epoch_ + 1) % options_.check_val_every_n_epoch == 0 || out_of_steps()); }

void Trainer::fit(Task& task, DataLoader& train, DataLoader* val) {
  begin(task, train, val);
  while (!finished()) step();
}

std::int64_t Trainer::limited(double limit, std::int64_t n) const {
  if (limit <= 0) return n;
  const double most = limit < 1 ? std::floor(limit * static_cast<double>(n)) : limit;
  return std::max<std::int64_t>(1, std::min(n, static_cast<std::int64_t>(most)));
}

// Counted from here: the batch size may have changed within the epoch.
std::int64_t Trainer::n_batches() const {
  const std::int64_t more = train_->remaining();
  if (phase_ != Phase::train) return batch_;
  return std::max(batch_ + (next_line_ > 0), limited(options_.limit_train_batches, batch_ + (next_line_ > 0) + more));
}
std::int64_t Trainer::n_val_batches() const { return val_ ? limited(options_.limit_val_batches, val_->size()) : 0; }

Shape Trainer::sample_input() const {
  Shape s = train_->first_input().shape();
  s.erase(0);
  return s;
}

DType Trainer::input_dtype() const { return train_->first_input().dtype(); }

double Trainer::lr() const { return task_->optimizer->option("lr"); }
double Trainer::grad_norm() const {
  std::vector<Tensor> grads;
  for (const Tensor& p : parameters()) grads.push_back(p.grad());
  return norm(grads);
}
double Trainer::update_norm() const {
  if (before_.empty()) return kNoValue;
  double sum = 0;
  std::size_t i = 0;
  for (const Tensor& p : parameters()) {
    const double d = i < before_.size() ? norm_of_difference(p, before_[i++]) : 0;
    sum += d * d;
  }
  return std::sqrt(sum);
}

std::vector<Tensor> Trainer::parameters() const {
  std::vector<Tensor> out;
  for (const auto& group : task_->optimizer->param_groups())
    for (const Tensor& p : group.params) out.push_back(p);
  return out;
}

Event Trainer::event(Event::Kind kind) const {
  Event e;
  e.kind = kind;
  e.epoch = epoch_;
  e.batch = batch_;
  e.batches = n_batches();
  e.global_step = global_step_;
  e.optimizer_steps = optimizer_steps_;
  e.samples = current_.x.defined() ? current_.x.size(0) : 0;
  e.loss = loss_;
  e.accuracy = accuracy_;
  e.grad_norm = clip_norm_;
  e.lr = lr();
  e.next_line = next_line_;
  e.stopped = phase_ == Phase::finished;
  if (kind == Event::Kind::validate) {
    e.batch = val_batch_;
    e.batches = n_val_batches();
    e.samples = val_samples_;
    e.loss = val_loss_;
    e.accuracy = val_accuracy_;
  }
  return e;
}

void Trainer::start_epoch() {
  epoch_started_ = true;
  for (const CallbackPtr& c : options_.callbacks) c->on_epoch_start(*this);
}

Event Trainer::step() {
  check(task_ != nullptr, ErrorKind::value, "[Trainer] step() before begin(); call begin() first.");
  if (!diverged_.empty()) throw Error(ErrorKind::diverged, diverged_);
  if (phase_ == Phase::finished) return event(Event::Kind::finished);
  if (phase_ == Phase::validate) return validation_unit();
  const std::size_t epochs = history_.size();
  do run_line();
  while (next_line_ != 0);
  return history_.size() > epochs ? epoch_end() : event(Event::Kind::train);
}

Event Trainer::epoch_end() const {
  Event e = event(Event::Kind::epoch_end);
  e.record = std::make_shared<const EpochRecord>(history_.back());
  e.epoch = e.record->epoch;
  e.batch = e.batches = epoch_batches_;
  return e;
}

Event Trainer::line() {
  check(task_ != nullptr, ErrorKind::value, "[Trainer] line() before begin(); call begin() first.");
  if (!diverged_.empty()) throw Error(ErrorKind::diverged, diverged_);
  if (phase_ != Phase::train) return step();
  if (next_line_ == 0) boundary_ = copy_of_state();
  const int at = next_line_;
  const std::size_t epochs = history_.size();
  const double before = grad_norm();
  const bool keep = std::exchange(keep_before, true);
  try {
    run_line();
  } catch (...) {
    keep_before = keep;
    throw;
  }
  keep_before = keep;
  Event e = history_.size() > epochs ? epoch_end() : event(Event::Kind::train);
  e.line = at;
  e.grad_norm_before = before;
  e.grad_norm = grad_norm();
  if (at == 4) e.update_norm = update_norm();
  return e;
}

void Trainer::run_line() {
  switch (next_line_) {
    case 0: {  // for x, y in loader
      if (!epoch_started_) start_epoch();
      check(train_->next(current_), ErrorKind::value, "[Trainer] the loader has no further batch in epoch {}; it was used elsewhere meanwhile.", epoch_);
      indices_ = train_->indices();
      before_.clear();
      break;
    }
    case 1:  // optimizer.zero_grad()
      if (accumulated_ == 0 && !tampering.skip_zero_grad) task_->optimizer->zero_grad();
      break;
    case 2: {  // loss = criterion(model(x), y)
      rng_before_ = default_generator().offset();
      task_->model->train();
      output_ = task_->training_step(current_);
      check(output_.loss.defined() && output_.loss.numel() == 1, ErrorKind::shape, "[Trainer] training_step() gave a loss {}; need one number.", output_.loss);
      const double value = output_.loss.item();
      const Tensor& targets = targets_of(output_, current_);
      loss_ = task_->loss_is_sum ? value / static_cast<double>(targets.size(0)) : value;
      if (!std::isfinite(value)) diverged(str("loss is {}{}", std::isnan(value) ? "NaN" : "infinite", locate_output()));
      if (task_->n_classes) accuracy_ = share(count_correct(output_.preds, targets), targets.size(0));
      break;
    }
    case 3: {  // loss.backward(), each batch its share of the accumulated gradient
      const std::int64_t k = options_.accumulate_grad_batches;
      (k > 1 ? output_.loss / static_cast<double>(k) : output_.loss).backward();
      ++accumulated_;
      break;
    }
    default:  // optimizer.step()
      if (keep_before) {
        before_.clear();
        for (const Tensor& p : parameters()) before_.push_back(p.detach().clone());
      }
      clip_norm_ = kNoValue;
      if (accumulated_ >= options_.accumulate_grad_batches || last_batch()) update();
      finish_batch();
      return;
  }
  ++next_line_;
}

// Of the batch being run.
bool Trainer::last_batch() const {
  return batch_ + 1 >= n_batches();
}

void Trainer::update() {
  const std::vector<Tensor> params = parameters();
  for (std::size_t i = params.size(); i-- > 0;) {  // backward() reached the last parameter first
    if (all_finite(params[i].grad())) continue;
    std::string name = str("parameter {}", i);
    for (const auto& [n, p] : task_->model->named_parameters())
      if (p.is_same(params[i])) name = n;
    diverged(str("the gradient of {} is not finite", name));
  }
  const auto clip = [&] {
    if (options_.gradient_clip_val <= 0) return;
    if (options_.gradient_clip_algorithm == "norm") clip_norm_ = nn::utils::clip_grad_norm_(params, options_.gradient_clip_val);
    else nn::utils::clip_grad_value_(params, options_.gradient_clip_val);
  };
  clip();
  if (task_->optimizer->needs_closure()) {  // its first evaluation is the one just made
    bool first = true;
    (void)task_->optimizer->step([&] {
      if (std::exchange(first, false)) return output_.loss;
      task_->optimizer->zero_grad();
      const Tensor loss = task_->training_step(current_).loss;
      loss.backward();
      clip();
      return loss;
    });
  } else {
    task_->optimizer->step();
  }
  ++optimizer_steps_;
  accumulated_ = 0;
  if (task_->scheduler && task_->scheduler_every_step && !task_->scheduler->needs_metric()) task_->scheduler->step();
}

void Trainer::add(Sums& sums, const StepOutput& out, const Batch& batch) const {
  const Tensor& targets = targets_of(out, batch);
  const std::int64_t n = targets.size(0);
  const double loss = out.loss.item();
  sums.loss += task_->loss_is_sum ? loss : loss * static_cast<double>(n);
  sums.samples += n;
  if (task_->n_classes) sums.correct += count_correct(out.preds, targets);
}

// What evaluation looks at besides.
void Trainer::observe(const StepOutput& out, const Batch& batch, std::optional<ConfusionMatrix>& confusion) const {
  const Tensor& targets = targets_of(out, batch);
  if (confusion) confusion->update(out.preds, targets);
  for (const auto& metric : task_->metrics) metric->update(out.preds, targets);
}

void Trainer::finish_batch() {
  const bool last = last_batch();
  add(sums_, output_, current_);
  output_.preds = output_.targets = {};
  ++batch_;
  ++global_step_;
  next_line_ = 0;
  boundary_.reset();
  const Event e = event(Event::Kind::train);
  if (last || out_of_steps()) {
    phase_ = Phase::validate;
    val_batch_ = validates() ? 0 : -1;
  }
  for (const CallbackPtr& c : options_.callbacks) c->on_batch_end(*this, e);
  if (phase_ == Phase::validate && val_batch_ < 0) finish_epoch();
}

// Callbacks may show evaluation other weights.
class Trainer::Evaluating {
 public:
  explicit Evaluating(Trainer& t) : t_(t) {
    for (const CallbackPtr& c : t.options_.callbacks) c->on_evaluation_start(t);
  }
  ~Evaluating() {
    const auto& callbacks = t_.options_.callbacks;
    for (std::size_t i = callbacks.size(); i-- > 0;) callbacks[i]->on_evaluation_end(t_);
  }
  Evaluating(const Evaluating&) = delete;
  Evaluating& operator=(const Evaluating&) = delete;

 private:
  Trainer& t_;
};

Event Trainer::validation_unit() {
  const NoGradGuard guard;
  task_->model->eval();
  Batch batch;
  if (val_batch_ == 0) {
    val_sums_ = {};
    val_->set_state({0, 0});
    if (confusion_) confusion_->reset();
    for (const auto& metric : task_->metrics) metric->reset();
  }
  check(val_->next(batch), ErrorKind::value, "[Trainer] the validation loader has no further batch; it was used elsewhere meanwhile.");
  const StepOutput out = [&] {
    const Evaluating evaluating(*this);
    return task_->validation_step(batch);
  }();
  const Sums before = val_sums_;
  add(val_sums_, out, batch);
  observe(out, batch, confusion_);
  const std::int64_t rows = val_sums_.samples - before.samples;
  val_samples_ = batch.x.size(0);
  val_loss_ = (val_sums_.loss - before.loss) / static_cast<double>(rows);
  val_accuracy_ = task_->n_classes ? share(val_sums_.correct - before.correct, rows) : kNoValue;
  if (on_validation_batch) on_validation_batch(val_->indices(), targets_of(out, batch), out.preds);
  ++val_batch_;
  Event e = event(Event::Kind::validate);
  const bool last = val_batch_ >= n_val_batches();
  for (const CallbackPtr& c : options_.callbacks) c->on_batch_end(*this, e);
  if (!last) return e;
  finish_epoch();
  return epoch_end();
}

EvalResult Trainer::result(const Sums& sums) const {
  EvalResult r;
  r.samples = sums.samples;
  if (sums.samples) r.loss = sums.loss / static_cast<double>(sums.samples);
  if (task_->n_classes) r.accuracy = share(sums.correct, sums.samples);
  r.metrics = metric_figures(*task_);
  return r;
}

void Trainer::finish_epoch() {
  EpochRecord r;
  r.epoch = epoch_;
  r.step = global_step_;
  r.train_loss = epoch_loss();
  if (task_->n_classes) r.train_accuracy = share(sums_.correct, sums_.samples);
  r.lr = lr();
  const bool validated = val_batch_ > 0;
  if (validated) {
    const EvalResult v = result(val_sums_);
    r.val_loss = v.loss;
    r.val_accuracy = v.accuracy;
    r.metrics = v.metrics;
    r.best = v.loss < best_;
    if (r.best) best_ = v.loss;
  }
  history_.push_back(r);
  if (validated)
    for (const CallbackPtr& c : options_.callbacks) c->on_validation_end(*this, r);
  if (task_->scheduler && task_->scheduler->needs_metric()) {
    const double watched = r.find(task_->scheduler_monitor);
    if (!std::isnan(watched)) task_->scheduler->step(watched);
  } else if (task_->scheduler && !task_->scheduler_every_step) {
    task_->scheduler->step();
  }
  ++epoch_;
  epoch_batches_ = batch_;
  batch_ = val_batch_ = accumulated_ = 0;
  sums_ = {};
  epoch_started_ = false;
  phase_ = Phase::train;
  train_->set_state({epoch_, 0});
  for (const CallbackPtr& c : options_.callbacks) c->on_epoch_end(*this, r);
  settle();
}

void Trainer::finish() {
  phase_ = Phase::finished;
  for (const CallbackPtr& c : options_.callbacks) c->on_fit_end(*this);
}

EvalResult Trainer::validate(Task& task, DataLoader& loader) {
  const NoGradGuard guard;
  Task* const before = std::exchange(task_, &task);
  struct Restore {
    Task*& to;
    Task* from;
    ~Restore() { to = from; }
  } const restore{task_, before};
  task.model->eval();
  Sums sums;
  std::optional<ConfusionMatrix> confusion;
  if (task.n_classes) confusion.emplace(task.n_classes);
  struct Metrics {  // an evaluation in the middle of a validation leaves what that has gathered
    explicit Metrics(Task& task) : task(task) {
      for (const auto& metric : task.metrics) {
        before.push_back(metric->state());
        metric->reset();
      }
    }
    ~Metrics() {
      for (std::size_t i = 0; i < before.size(); ++i) task.metrics[i]->load_state(std::move(before[i]));
    }
    Task& task;
    std::vector<MetricState> before;
  } const metrics(task);
  loader.set_state({0, 0});
  Batch batch;
  const Evaluating evaluating(*this);
  while (loader.next(batch)) {
    const StepOutput out = task.validation_step(batch);
    add(sums, out, batch);
    observe(out, batch, confusion);
    if (on_validation_batch) on_validation_batch(loader.indices(), targets_of(out, batch), out.preds);
  }
  return result(sums);
}

Tensor Trainer::predict(Task& task, DataLoader& loader) {
  const NoGradGuard guard;
  task.model->eval();
  loader.set_state({0, 0});
  TensorList outputs;
  Batch batch;
  while (loader.next(batch)) outputs.push_back((*task.model)(batch.x));
  check(!outputs.empty(), ErrorKind::value, "[Trainer] the loader gives no batch to predict; need at least one.");
  return cat(outputs);
}

}  // namespace wick
