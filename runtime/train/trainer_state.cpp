// Checkpoints: one safetensors file. Tensors: model.*, optimizer.*, grad.* (in the middle of an accumulation), callback.N.*.
// Metadata: "wick_checkpoint" = counters as JSON (64-bit numbers as text), "history", "recipe".

#include "core/number.h"
#include "train/record.h"
#include "wick/autograd.h"
#include "wick/random.h"
#include "wick/trainer.h"

namespace wick {

namespace {

constexpr const char* kKey = "wick_checkpoint";

Json figures_json(const Figures& figures) {
  Json out = Json::object();
  for (const auto& [name, value] : figures) out.set(name, value);
  return out;
}

double number_or_nan(const Json& j) { return j.is(Json::Type::number) ? j.number() : kNoValue; }

Figures figures_from(const Json& j) {
  Figures out;
  for (std::size_t i = 0; i < j.keys().size(); ++i) out.emplace_back(j.keys()[i], number_or_nan(j.items()[i]));
  return out;
}

EpochRecord record_from(const Json& j) {
  EpochRecord r;
  r.epoch = j.at("epoch").integer();
  r.step = j.at("step").integer();
  for (const RecordFigure& f : kRecordFigures) r.*f.value = number_or_nan(j.at(f.name));
  r.metrics = figures_from(j.at("metrics"));
  r.best = j.at("best").boolean();
  return r;
}

nn::NamedTensors with_prefix(const SafetensorsFile& state, const std::string& prefix) {
  nn::NamedTensors out;
  for (const auto& [name, t] : state.tensors)
    if (name.compare(0, prefix.size(), prefix) == 0) out.emplace_back(name.substr(prefix.size()), t);
  return out;
}

// Reads the counters; every one must be there.
struct Counters {
  const Json& j;
  const Json& at(const char* name) const {
    const Json* v = j.find(name);
    check(v != nullptr, ErrorKind::format, "[checkpoint] \"{}\" is missing; the file is damaged or of another version.", name);
    return *v;
  }
  std::int64_t integer(const char* name) const {
    const Json& v = at(name);
    check(v.is_integer() && v.number() >= 0, ErrorKind::format, "[checkpoint] \"{}\" is {}; need a whole number of 0 or more.", name, v.brief());
    return v.integer();
  }
  std::uint64_t big(const char* name) const {
    const Json& v = at(name);
    check(v.is(Json::Type::string), ErrorKind::format, "[checkpoint] \"{}\" is {}; need text.", name, v.brief());
    std::uint64_t n = 0;
    (void)parse_uint(v.text(), n);
    return n;
  }
};

Json parse_metadata(const char* what, const std::string& text) {
  try {
    return parse_json(text);
  } catch (const Error& e) {
    fail(ErrorKind::format, "[checkpoint] \"{}\" is damaged: {}", what, e.what());
  }
}

}  // namespace

void add_record(Json& to, const EpochRecord& r) {
  to.set("epoch", r.epoch);
  to.set("step", r.step);
  for (const RecordFigure& f : kRecordFigures) to.set(f.name, r.*f.value);
}

SafetensorsFile Trainer::copy_of_state() const {
  SafetensorsFile out;
  const auto put = [&](const std::string& prefix, const nn::NamedTensors& tensors) {
    for (const auto& [name, t] : tensors) out.tensors.emplace_back(prefix + name, t.detach().clone());
  };
  put("model.", task_->model->state_dict());
  put("optimizer.", task_->optimizer->state());
  if (accumulated_ > 0 || tampering.skip_zero_grad)
    for (const auto& [name, p] : task_->model->named_parameters())
      if (p.grad().defined()) out.tensors.emplace_back("grad." + name, p.grad().detach().clone());

  Json j = Json::object();
  j.set("version", 1);
  j.set("optimizer", task_->optimizer->type());
  j.set("epoch", epoch_);
  j.set("batch", batch_);
  j.set("global_step", global_step_);
  j.set("optimizer_steps", optimizer_steps_);
  j.set("accumulated", accumulated_);
  j.set("validating", phase_ == Phase::validate);
  j.set("stopped_early", stopped_early_);
  j.set("loader_epoch", train_->state().epoch);
  j.set("loader_position", train_->state().position);
  j.set("batch_size", train_->options().batch_size);
  j.set("seed", str(default_generator().seed()));
  j.set("offset", str(default_generator().offset()));
  j.set("sum_loss", sums_.loss);
  j.set("sum_samples", sums_.samples);
  j.set("sum_correct", sums_.correct);
  j.set("best", best_);
  if (task_->scheduler) j.set("scheduler", figures_json(task_->scheduler->state()));
  Json& callbacks = j.set_array("callbacks");
  for (std::size_t i = 0; i < options_.callbacks.size(); ++i) {
    const Callback& c = *options_.callbacks[i];
    Json& entry = callbacks.push_object();
    entry.set("type", c.type());
    entry.set("state", figures_json(c.state()));
    put(str("callback.{}.", c.type()), c.tensors());
  }
  Json history = Json::array();
  for (const EpochRecord& r : history_) {
    Json& entry = history.push_object();
    add_record(entry, r);
    entry.set("metrics", figures_json(r.metrics));
    entry.set("best", r.best);
  }
  out.metadata = {{"format", "pt"}, {kKey, j.dump()}, {"history", history.dump()}};
  if (!recipe_.empty()) out.metadata.emplace_back("recipe", recipe_);
  return out;
}

SafetensorsFile Trainer::checkpoint() const {
  check(task_ != nullptr, ErrorKind::value, "[Trainer] checkpoint() before begin(); there is nothing to save yet.");
  return boundary_ ? *boundary_ : copy_of_state();
}

void Trainer::restore(const SafetensorsFile& state) {
  check(state.find_metadata(kKey) != nullptr, ErrorKind::format,
        "[checkpoint] the file has no \"{}\" in its metadata: it is no checkpoint of wick. Weights alone are loaded with load_state_dict().", kKey);
  if (!task_) {
    pending_ = state;
    return;
  }
  apply(state);
  settle();
}

void Trainer::apply(const SafetensorsFile& state) {
  const NoGradGuard guard;
  const Json j = parse_metadata(kKey, *state.find_metadata(kKey));
  const Counters c{j};
  check(c.integer("version") == 1, ErrorKind::format, "[checkpoint] version is {}; need 1.", c.integer("version"));
  const LoaderState loader{c.integer("loader_epoch"), c.integer("loader_position")};
  check(loader.position <= train_->dataset().size(), ErrorKind::value,
        "[checkpoint] it stands at sample {} of its training set, but this one has {}; need the data it was trained on.",
        loader.position, train_->dataset().size());
  for (const char* name : {"epoch", "batch", "global_step", "optimizer_steps", "accumulated", "sum_samples", "sum_correct"}) c.integer(name);
  for (const char* name : {"validating", "stopped_early", "sum_loss", "best", "callbacks"}) c.at(name);
  check(c.at("optimizer").text() == task_->optimizer->type(), ErrorKind::value, "[checkpoint] it was trained with {} but the optimizer is {}; need the same.",
        c.at("optimizer").text(), task_->optimizer->type());
  const std::uint64_t seed = c.big("seed"), offset = c.big("offset");
  std::vector<EpochRecord> history;
  if (const std::string* text = state.find_metadata("history")) {
    const Json records = parse_metadata("history", *text);
    for (const Json& r : records.items()) history.push_back(record_from(r));
  }

  nn::Module& model = *task_->model;
  nn::NamedTensors before = model.state_dict();
  for (auto& [name, t] : before) t = t.clone();
  model.load_state_dict(with_prefix(state, "model."));
  try {
    task_->optimizer->load_state(with_prefix(state, "optimizer."));
  } catch (...) {
    model.load_state_dict(before);
    throw;
  }

  const nn::NamedTensors grads = with_prefix(state, "grad.");
  for (const auto& [name, p] : model.named_parameters()) {
    p.set_grad({});
    for (const auto& [n, g] : grads)
      if (n == name && g.shape() == p.shape()) p.set_grad(g.to(p.dtype()).clone());
  }
  if (task_->scheduler)
    if (const Json* s = j.find("scheduler")) task_->scheduler->load_state(figures_from(*s));
  const std::vector<Json>& callbacks = c.at("callbacks").items();
  for (std::size_t i = 0; i < options_.callbacks.size(); ++i)
    for (const Json& entry : callbacks)
      if (entry.at("type").text() == options_.callbacks[i]->type()) {
        options_.callbacks[i]->load_state(figures_from(entry.at("state")));
        options_.callbacks[i]->load_tensors(with_prefix(state, str("callback.{}.", options_.callbacks[i]->type())));
      }

  if (j.at("batch_size").is_integer()) train_->set_batch_size(j.at("batch_size").integer());
  train_->set_state(loader);
  default_generator().set_state(seed, offset);
  epoch_ = c.integer("epoch");
  batch_ = c.integer("batch");
  global_step_ = c.integer("global_step");
  optimizer_steps_ = c.integer("optimizer_steps");
  accumulated_ = c.integer("accumulated");
  stopped_early_ = c.at("stopped_early").boolean();
  phase_ = c.at("validating").boolean() ? Phase::validate : Phase::train;
  val_batch_ = phase_ == Phase::validate && !validates() ? -1 : 0;  // validation starts over: it changes nothing
  sums_.loss = c.at("sum_loss").number();
  sums_.samples = c.integer("sum_samples");
  sums_.correct = c.integer("sum_correct");
  best_ = c.at("best").is_null() ? std::numeric_limits<double>::infinity() : c.at("best").number();
  history_ = std::move(history);
  next_line_ = 0;
  boundary_.reset();
  before_.clear();
  output_ = {};
  epoch_started_ = false;
  diverged_.clear();
}

}  // namespace wick
