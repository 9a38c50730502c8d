// The methods of a session that the page calls: JSON in, JSON or a tensor out. Documented in capi/README.md.

#include <algorithm>
#include <cmath>

#include "core/sort.h"
#include "train/norms.h"
#include "train/record.h"
#include "train/schema.h"
#include "train/session.h"
#include "wick/autograd.h"
#include "wick/nn/layers.h"
#include "wick/quote.h"
#include "wick/registry.h"
#include "wick/vocabulary.h"

namespace wick {

namespace {

constexpr std::size_t kMaxListed = 60;

Json integers(const Shape& s) {
  Json out = Json::array();
  for (const std::int64_t v : s) out.push(v);
  return out;
}

// Plain figures by name; those of a metric without average, "Recall_none_3", as the list "Recall_none".
Json metrics_json(const Figures& figures) {
  Json out = Json::object();
  for (const auto& [name, value] : figures) {
    const std::size_t at = name.rfind("_none_");
    if (at == std::string::npos) {
      out.set(name, value);
      continue;
    }
    const std::string list = name.substr(0, at + 5);
    Json* values = out.find(list);
    (values ? *values : out.set_array(list)).push(value);
  }
  return out;
}

const std::string& text_arg(const char* method, const Json& args, const char* key) {
  const Json& v = args.at(key);
  check(v.is(Json::Type::string), ErrorKind::value, "[session.{}] {} is {}; need text.", method, key, v.brief());
  return v.text();
}

std::string split_arg(const char* method, const Json& args, const char* initial) {
  return args.find("split") ? text_arg(method, args, "split") : initial;
}

std::int64_t integer_arg(const char* method, const Json& args, const char* key, std::int64_t initial, std::int64_t min) {
  const Json* v = args.find(key);
  if (!v) return initial;
  check(v->is_integer() && v->number() >= static_cast<double>(min), ErrorKind::value, "[session.{}] {} is {}; need a whole number of {} or more.",
        method, key, v->brief(), min);
  return v->integer();
}

std::vector<std::pair<std::string, nn::Module*>> leaves(nn::Module& model) {
  std::vector<std::pair<std::string, nn::Module*>> out;
  for (const auto& entry : model.named_modules())
    if (entry.second->named_children().empty()) out.push_back(entry);
  return out;
}

// Sets p of every Dropout below a checked layer entry.
void set_dropout(Json& layer, double p) {
  if (layer.at("type").text() == "Dropout") layer.set("p", p);
  for (const char* key : {"main", "shortcut"})
    if (Json* below = layer.find(key); below && below->is(Json::Type::object)) set_dropout(*below, p);
  if (Json* list = layer.find("layers"))
    for (Json& below : list->items()) set_dropout(below, p);
}

std::int64_t parameter_count(nn::Module& m) {
  std::int64_t n = 0;
  for (const Tensor& p : m.parameters()) n += p.numel();
  return n;
}

Tensor bytes_tensor(const std::vector<std::byte>& bytes) { return from_memory(bytes.data(), static_cast<std::int64_t>(bytes.size()), DType::uint8); }

}  // namespace

Json Session::call(std::string_view method, const Json& args) {
  const OwnStreamGuard own(*this);
  struct Method {
    const char* name;
    Json (Session::*call)(const Json& args);
  };
  constexpr Method kMethods[] = {{"info", &Session::info},         {"step", &Session::step},           {"line", &Session::line}, {"set", &Session::set},
                                 {"layers", &Session::layers},     {"validate", &Session::validate},   {"confusion", &Session::confusion},
                                 {"cell", &Session::cell},         {"trace", &Session::trace},         {"history", &Session::history},
                                 {"decode", &Session::decode},     {"generate", &Session::generate}};
  for (const Method& m : kMethods)
    if (method == m.name) return (this->*m.call)(args);
  fail(ErrorKind::value, "[session] unknown method \"{}\"; need one of info, step, line, set, layers, graph, validate, confusion, cell, trace, history, decode, generate.",
       method);
}

Json Session::info(const Json&) {
  Json j = Json::object();
  j.set("name", recipe_.name());
  j.set("recipe", recipe_.json());
  j.set("repr", model_->repr());
  j.set("parameters", parameter_count(*model_));
  Json& classes = j.set_array("classes");
  for (std::int64_t k = 0; k < data_.n_classes; ++k) classes.push(class_name(k));
  j.set("input", integers(input_));
  j.set("sample", integers(sample_));
  if (data_.tokenizer) j.set("vocabulary", vocabulary_info());
  if (data_.table) j.set("table", parse_json(table_json(*data_.table)));
  j.set("n_train", data_.train->size());
  j.set("n_val", data_.val ? data_.val->size() : 0);
  j.set("n_test", data_.test ? data_.test->size() : 0);
  j.set("batches", trainer_->n_batches());
  j.set("epoch", trainer_->epoch());
  j.set("global_step", trainer_->global_step());
  j.set("finished", trainer_->finished());
  Json& list = j.set_array("layers");
  for (const auto& [name, m] : leaves(*model_)) {
    Json& l = list.push_object();
    l.set("name", name);
    l.set("type", m->type());
    l.set("repr", m->repr());
    l.set("parameters", parameter_count(*m));
  }
  return j;
}

Json Session::event_json(const Event& e) {
  constexpr const char* kNames[] = {"train", "validate", "epoch_end", "finished"};
  Json j = Json::object();
  j.set("event", kNames[static_cast<int>(e.kind)]);
  j.set("epoch", e.epoch);
  j.set("batch", e.batch);
  j.set("batches", e.batches);
  j.set("global_step", e.global_step);
  j.set("optimizer_steps", e.optimizer_steps);
  j.set("samples", e.samples);
  j.set("loss", e.loss);
  j.set("accuracy", e.accuracy);
  j.set("lr", e.lr);
  j.set("grad_norm", e.grad_norm);
  j.set("update_norm", e.update_norm);
  j.set("next_line", e.next_line);
  j.set("stopped", e.stopped);
  if (!e.record) return j;
  if (running_.label.size()) {
    keep_running("val");
  }
  const EpochRecord& r = *e.record;
  j.set("train_loss", r.train_loss);
  j.set("train_accuracy", r.train_accuracy);
  j.set("val_loss", r.val_loss);
  j.set("val_accuracy", r.val_accuracy);
  j.set("metrics", metrics_json(r.metrics));
  j.set("best", r.best);
  return j;
}

// Several units give one answer: loss and accuracy are means over the training batches, samples their sum. It comes early
// at the end of an epoch and where training and validation meet.
Json Session::step(const Json& args) {
  const std::int64_t units = integer_arg("step", args, "units", 1, 1);
  double loss = 0, right = 0;
  std::int64_t samples = 0;
  Event e;
  for (std::int64_t i = 0; i < units; ++i) {
    trainer_->keep_before = i + 1 == units || trainer_->batch() + 1 >= trainer_->n_batches();
    e = trainer_->step();
    if (e.kind == Event::Kind::finished) break;
    const auto n = static_cast<double>(e.samples);
    loss += e.loss * n;
    right += e.accuracy * n;
    samples += e.samples;
    if (e.kind == Event::Kind::epoch_end || trainer_->validating() != (e.kind == Event::Kind::validate)) break;
  }
  if (samples) {
    e.loss = loss / static_cast<double>(samples);
    e.accuracy = right / static_cast<double>(samples);
    e.samples = samples;
  }
  if (e.kind == Event::Kind::train && std::isnan(e.grad_norm)) e.grad_norm = trainer_->grad_norm();
  if (e.kind == Event::Kind::train) e.update_norm = trainer_->update_norm();
  return event_json(e);
}

Json Session::line(const Json&) {
  const Event e = trainer_->line();
  Json j = event_json(e);
  j.set("line", e.line < 0 ? Json() : Json(e.line));
  j.set("grad_norm_before", e.grad_norm_before);
  j.set("accumulating", trainer_->options().accumulate_grad_batches > 1);
  return j;
}

Json Session::layers(const Json&) {
  Json out = Json::array();
  const std::vector<Tensor>& before = trainer_->parameters_before();
  std::size_t i = 0;
  const auto modules = model_->named_modules();
  for (const auto& [name, p] : model_->named_parameters()) {
    Json& j = out.push_object();
    const std::size_t dot = name.rfind('.');
    const std::string owner = dot == std::string::npos ? "" : name.substr(0, dot);
    j.set("name", name);
    for (const auto& [path, m] : modules)
      if (path == owner) j.set("type", m->type());
    const Tensor g = p.grad();
    j.set("weight_norm", euclidean_norm(p));
    j.set("grad_norm", g.defined() ? Json(euclidean_norm(g)) : Json());
    j.set("update_norm", i < before.size() ? Json(norm_of_difference(p, before[i])) : Json());
    j.set("grad_max", g.defined() ? Json(max_abs(g)) : Json());
    ++i;
  }
  return out;
}

Json Session::validate(const Json& args) {
  const std::string name = split_arg("validate", args, "val");
  check(!trainer_->validating(), ErrorKind::value, "[session.validate] a validation is under way; step to the end of the epoch first.");
  const EvalResult r = validate_split(name);
  Json j = Json::object();
  j.set("loss", r.loss);
  j.set("accuracy", r.accuracy);
  j.set("samples", r.samples);
  j.set("metrics", metrics_json(r.metrics));
  return j;
}

Json Session::confusion(const Json&) {
  Json j = Json::object();
  const std::int64_t C = data_.n_classes;
  check(C > 0, ErrorKind::value, "[session.confusion] the recipe has no classes.");
  ConfusionMatrix m(C);
  std::vector<std::size_t> wrong;
  for (std::size_t i = 0; i < latest_.label.size(); ++i) {
    if (latest_.label[i] < 0) continue;
    m.add(latest_.label[i], latest_.predicted[i]);
    if (latest_.label[i] != latest_.predicted[i]) wrong.push_back(i);
  }
  std::vector<std::size_t> worst = sorted_indices(wrong.size(), [&](std::size_t a, std::size_t b) { return latest_.p[wrong[a]] > latest_.p[wrong[b]]; });
  if (worst.size() > kMaxListed) worst.resize(kMaxListed);
  j.set("split", latest_.split);
  Json& classes = j.set_array("classes");
  for (std::int64_t k = 0; k < C; ++k) classes.push(class_name(k));
  Json& matrix = j.set_array("matrix");
  for (std::int64_t a = 0; a < C; ++a) {
    Json& row = matrix.push_array();
    for (std::int64_t b = 0; b < C; ++b) row.push(m.count(a, b));
  }
  const auto per_class_of = [&m](auto metric) {
    metric.update(m);
    return metric.compute_per_class();
  };
  const ClassificationOptions o{.num_classes = C};
  const std::vector<double> precision = per_class_of(Precision(o)), recall = per_class_of(Recall(o)), f1 = per_class_of(F1Score(o));
  Json& per_class = j.set_array("per_class");
  for (std::int64_t k = 0; k < C; ++k) {
    const auto at = static_cast<std::size_t>(k);
    std::int64_t support = 0;
    for (std::int64_t b = 0; b < C; ++b) support += m.count(k, b);
    Json& c = per_class.push_object();
    c.set("precision", precision[at]);
    c.set("recall", recall[at]);
    c.set("f1", f1[at]);
    c.set("support", support);
  }
  Json& list = j.set_array("wrong");
  for (const std::size_t at : worst) {
    const std::size_t i = wrong[at];
    Json& w = list.push_object();
    w.set("index", i);
    w.set("label", latest_.label[i]);
    w.set("predicted", latest_.predicted[i]);
    w.set("p", static_cast<double>(latest_.p[i]));
  }
  return j;
}

Json Session::cell(const Json& args) {
  const std::int64_t label = integer_arg("cell", args, "label", 0, 0), predicted = integer_arg("cell", args, "predicted", 0, 0);
  Json j = Json::object();
  j.set("split", latest_.split);
  Json& indices = j.set_array("indices");
  for (std::size_t i = 0; i < latest_.label.size() && indices.items().size() < kMaxListed; ++i)
    if (latest_.label[i] == label && latest_.predicted[i] == predicted) indices.push(i);
  return j;
}

Json Session::trace(const Json& args) {
  check(predict_input_.defined(), ErrorKind::value, "[session.trace] there is no input yet; predict one first.");
  const bool train = integer_arg("trace", args, "train", 0, 0) != 0;
  activations_.clear();
  std::vector<std::pair<nn::Module*, int>> hooks;
  for (const auto& [name, m] : leaves(*model_))
    hooks.emplace_back(m, m->register_forward_hook([this, n = name](nn::Module&, const Tensor&, const Tensor& out) { activations_.emplace_back(n, out.detach().clone()); }));
  const auto remove = [&] {
    for (const auto& [m, id] : hooks) m->remove_forward_hook(id);
  };
  try {
    (void)forward(predict_input_, train);
  } catch (...) {
    remove();
    throw;
  }
  remove();
  Json out = Json::array();
  for (const auto& [name, t] : activations_) {
    Json& j = out.push_object();
    j.set("name", name);
    for (const auto& [path, m] : leaves(*model_))
      if (path == name) j.set("type", m->type());
    j.set("shape", integers(t.shape()));
  }
  return out;
}

Json Session::history(const Json&) {
  Json out = Json::array();
  for (const EpochRecord& r : trainer_->history()) {
    Json& j = out.push_object();
    add_record(j, r);
    j.set("metrics", metrics_json(r.metrics));
  }
  return out;
}

void Session::set_optimizer() {
  const Json& j = recipe_.json();
  const std::shared_ptr<optim::Optimizer> optimizer = parts::optimizer(j.at("optimizer"), model_->named_parameters(), "optimizer");
  std::shared_ptr<optim::LRScheduler> scheduler;
  if (task_->scheduler) {  // the new lr is the base; the place in the schedule stays
    scheduler = parts::scheduler(j.at("scheduler"), *optimizer, "scheduler");
    optim::Options place = task_->scheduler->state();
    std::erase_if(place, [](const auto& entry) { return entry.first.find("base_lrs.") != std::string::npos; });
    scheduler->load_state(place);
  }
  task_->optimizer = optimizer;
  task_->scheduler = scheduler;
}

void Session::detach_layer(const std::string& name) {
  nn::Module* found = nullptr;
  std::vector<std::string> names;
  const auto all = leaves(*model_);
  std::size_t at = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    names.push_back(all[i].first);
    if (all[i].first == name) found = all[i].second, at = i;
  }
  if (!name.empty() && !found) {
    fail(ErrorKind::value, "[session.set] tamper.detach: there is no layer \"{}\"; need one of {}.", name, join(names));
  }
  bool learns_after = false;
  for (std::size_t i = at + 1; i < all.size(); ++i) learns_after = learns_after || !all[i].second->parameters().empty();
  check(!found || learns_after, ErrorKind::value,
        "[session.set] tamper.detach: no layer after \"{}\" has parameters, so nothing could learn; choose an earlier one.", name);
  if (detached_.first) detached_.first->remove_forward_hook(detached_.second);
  detached_ = {nullptr, 0};
  trainer_->tampering.detach = name;
  if (!found) return;
  // The output leaves the graph as detach_() would have it: what lies before gets no gradient.
  const int id = found->register_forward_hook([](nn::Module& m, const Tensor&, const Tensor& out) {
    if (m.training) out.impl()->grad_fn = nullptr;
  });
  detached_ = {found, id};
}

Json Session::set(const Json& args) {
  const std::string& path = text_arg("set", args, "path");
  const Json& value = args.at("value");
  const auto is_number = [&] { return value.is(Json::Type::number); };
  if (path == "tamper.skip_zero_grad") {
    check(value.is(Json::Type::boolean), ErrorKind::value, "[session.set] {} is {}; need true or false.", path, value.brief());
    trainer_->tampering.skip_zero_grad = value.boolean();
  } else if (path == "tamper.detach") {
    check(value.is_null() || value.is(Json::Type::string), ErrorKind::value, "[session.set] {} is {}; need the name of a layer or null.", path, value.brief());
    detach_layer(value.text());
  } else if (path == "model.dropout") {
    check(is_number() && value.number() >= 0 && value.number() <= 1, ErrorKind::value, "[session.set] {} is {}; need a number from 0 to 1.",
          path, value.brief());
    for (const auto& [name, m] : leaves(*model_))
      if (std::string_view(m->type()) == "Dropout") static_cast<nn::Dropout&>(*m).p = value.number();
    Json model = recipe_.json().at("model");
    set_dropout(model, value.number());
    recipe_ = recipe_.with("model", model.dump());
  } else if (path == "data.batch_size") {
    recipe_ = recipe_.with(path, value.dump());
    train_->set_batch_size(value.integer());
  } else if (path == "trainer.accumulate_grad_batches" || path == "trainer.gradient_clip_val" || path == "trainer.max_epochs") {
    recipe_ = recipe_.with(path, value.dump());
    TrainerOptions& o = trainer_->options();
    const Json& t = recipe_.json().at("trainer");
    o.accumulate_grad_batches = t.at("accumulate_grad_batches").integer();
    o.gradient_clip_val = t.at("gradient_clip_val").is_null() ? 0 : t.at("gradient_clip_val").number();
    o.max_epochs = t.at("max_epochs").integer();
    trainer_->resume_if_more();
  } else if (path == "optimizer") {
    const Recipe before = recipe_;
    recipe_ = recipe_.with(path, value.dump());
    try {
      set_optimizer();
    } catch (...) {
      recipe_ = before;
      throw;
    }
  } else if (path.starts_with("optimizer.") && path.find_first_of(".[", 10) == path.npos && path != "optimizer.type" && path != "optimizer.param_groups") {
    const Recipe next = recipe_.with(path, value.dump());
    parts::set_option(*task_->optimizer, next.json().at("optimizer"), path.substr(10));
    recipe_ = next;
  } else {
    const std::vector<std::string> paths = {"optimizer",      "optimizer.lr",    "optimizer.momentum",   "optimizer.weight_decay",  "data.batch_size", "trainer.accumulate_grad_batches",
                                            "trainer.gradient_clip_val", "trainer.max_epochs", "model.dropout", "tamper.skip_zero_grad", "tamper.detach"};
    const std::vector<std::string> near = nearest_names(path, paths);
    fail(ErrorKind::value, "[session.set] {} cannot be changed while training; {}{}{}",
         path, near.empty() ? "need one of " : "did you mean ", join(near.empty() ? paths : near), near.empty() ? "." : "?");
  }
  trainer_->set_recipe(recipe_.text());
  Json out = Json::object();
  out.set("recipe", recipe_.json());
  return out;
}

Tensor Session::tensor(std::string_view method, const Json& args) {
  const OwnStreamGuard own(*this);
  const NoGradGuard guard;
  struct Method {
    const char* name;
    Tensor (Session::*call)(const Json& args);
  };
  constexpr Method kMethods[] = {{"batch", &Session::batch},     {"labels", &Session::labels},         {"sample", &Session::sample},
                                 {"inputs", &Session::inputs},   {"targets", &Session::targets},       {"activation", &Session::activation},
                                 {"weight", &Session::weight},   {"gradient", &Session::gradient},     {"weights", &Session::weights},
                                 {"checkpoint", &Session::checkpoint}, {"submission", &Session::submission}, {"encode", &Session::encode}};
  for (const Method& m : kMethods)
    if (method == m.name) return (this->*m.call)(args);
  fail(ErrorKind::value,
       "[session] unknown tensor \"{}\"; need one of batch, labels, sample, inputs, targets, activation, weight, gradient, weights, checkpoint, submission, encode.",
       method);
}

Tensor Session::labels(const Json&) {
  check(trainer_->latest_batch().y.defined(), ErrorKind::value, "[session.labels] no batch was drawn yet; step first.");
  return trainer_->latest_batch().y.clone();
}

Tensor Session::sample(const Json& args) {
  const DatasetPtr set = split(text_arg("sample", args, "split"));
  const Batch b = set->get(std::vector<std::int64_t>{integer_arg("sample", args, "index", 0, 0)});
  return b.x.select(0, 0).contiguous();
}

Batch Session::whole(const char* method, const Json& args) {
  const DatasetPtr set = split(split_arg(method, args, "train"));
  std::vector<std::int64_t> all(static_cast<std::size_t>(set->size()));
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::int64_t>(i);
  return set->get(all);
}

Tensor Session::inputs(const Json& args) { return whole("inputs", args).x; }
Tensor Session::targets(const Json& args) { return whole("targets", args).y; }

Tensor Session::activation(const Json& args) {
  const std::string& layer = text_arg("activation", args, "layer");
  for (const auto& [name, t] : activations_)
    if (name == layer) return t.contiguous();
  fail(ErrorKind::value, "[session.activation] there is no traced layer \"{}\"; call trace first.", layer);
}

Tensor Session::weight(const Json& args) {
  const std::string& wanted = text_arg("weight", args, "name");
  for (const auto& [name, b] : model_->named_buffers())
    if (name == wanted) return b.clone();
  return parameter("weight", wanted).detach().clone();
}

Tensor Session::gradient(const Json& args) {
  const std::string& wanted = text_arg("gradient", args, "name");
  const Tensor g = parameter("gradient", wanted).grad();
  check(g.defined(), ErrorKind::value, "[session.gradient] {} has no gradient yet; run a batch first.", wanted);
  return g.detach().clone();
}

Tensor Session::parameter(const char* method, const std::string& wanted) {
  std::vector<std::string> names;
  for (const auto& [name, p] : model_->named_parameters()) {
    if (name == wanted) return p;
    names.push_back(name);
  }
  const std::string near = join(nearest_names(wanted, names));
  fail(ErrorKind::value, "[session.{}] there is no parameter \"{}\"{}{}{}", method, wanted, near.empty() ? "" : "; did you mean ", near, near.empty() ? "." : "?");
}

Tensor Session::weights(const Json&) { return bytes_tensor(write_safetensors(model_->state_dict(), weights_metadata())); }

Tensor Session::checkpoint(const Json&) {
  const SafetensorsFile state = trainer_->checkpoint();
  return bytes_tensor(write_safetensors(state.tensors, state.metadata));
}

std::vector<std::pair<std::string, std::string>> Session::weights_metadata() const {
  Json names = Json::array();
  for (const std::string& n : data_.class_names) names.push(n);
  std::vector<std::pair<std::string, std::string>> out = {
      {"format", "pt"}, {"recipe", recipe_.text()}, {"input", integers(input_).dump()}, {"classes", str(data_.n_classes)}, {"class_names", names.dump()}};
  if (data_.tokenizer) out.emplace_back("vocabulary", vocabulary_json(*data_.tokenizer));
  if (data_.table) out.emplace_back("table", table_json(*data_.table));
  return out;
}

// The latest batch as the loader drew it, augmented: images back to u8, points as they were before normalization.
Tensor Session::batch(const Json&) {
  const Tensor& x = trainer_->latest_batch().x;
  check(x.defined(), ErrorKind::value, "[session.batch] no batch was drawn yet; step first.");
  if (!x.is_floating_point()) return x.clone();
  Tensor raw = x.clone();
  const transforms::Normalize n = train_->transforms().normalize;
  transforms::Normalize back;  // (x - a) / b with a = -mean / std, b = 1 / std
  for (std::size_t c = 0; c < std::max(n.mean.size(), n.std.size()); ++c) {
    const float mean = n.mean[n.mean.size() == 1 ? 0 : c], std = n.std[n.std.size() == 1 ? 0 : c];
    back.mean.push_back(-mean / std);
    back.std.push_back(1 / std);
  }
  normalize_(raw, back);
  if (input_.rank() != 3) return raw;
  Shape shape = raw.shape();
  if (shape[1] == 1) shape.erase(1);
  Tensor out = empty(shape, DType::uint8);
  const float* from = raw.data<float>();
  auto* to = out.data<std::uint8_t>();
  for (std::int64_t i = 0; i < raw.numel(); ++i) to[i] = static_cast<std::uint8_t>(std::clamp(from[i] * 255.0f + 0.5f, 0.0f, 255.0f));
  return out;
}

Tensor Session::submission(const Json& args) {
  DataLoader l = loader(split_arg("submission", args, "test"));
  model_->eval();
  std::string csv = submission_header();
  Batch b;
  std::int64_t id = 0;
  while (l.next(b)) {
    std::vector<std::string> ids;
    for (std::int64_t i = 0; i < b.x.size(0); ++i) ids.push_back(str(id++));
    csv += submission_rows(ids, to_probabilities((*model_)(b.x)));
  }
  return from_memory(csv.data(), static_cast<std::int64_t>(csv.size()), DType::uint8);
}

}  // namespace wick
