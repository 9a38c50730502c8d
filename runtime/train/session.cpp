// Building a session, training and predicting. session_methods.cpp answers the calls of the page.

#include "train/session.h"

#include <algorithm>

#include "core/number.h"
#include "data/data_files.h"
#include "train/data_types.h"
#include "train/losses.h"
#include "train/schema.h"
#include "wick/autograd.h"
#include "wick/readers.h"
#include "wick/vocabulary.h"

namespace wick {

namespace {

constexpr std::int64_t kFirst[] = {0};  // index of a sample to look at

using Kind = parts::LossTargets;

Kind kind_of(const Json& recipe) { return parts::loss_rule(recipe.at("loss").at("type").text()).targets; }

// Labels 0 and 1 become targets of the output's shape. Metrics take an output above 0 for class 1: threshold becomes 0.
struct BinaryTask final : Task {
  BinaryTask(nn::ModulePtr m, nn::LossPtr c, std::shared_ptr<optim::Optimizer> o, double limit) : Task(m, c, o), threshold(limit) {}
  StepOutput training_step(const Batch& b) override {
    const Tensor out = (*model)(b.x);
    return {(*criterion)(out, b.y.to(DType::float32).reshape(out.shape())), threshold == 0 ? out : out - threshold};
  }
  double threshold;
};


// One blank sample stands for data that is not there.
parts::DataSets stand_in(const SessionOptions& o) {
  parts::DataSets out;
  if (!o.vocabulary.empty()) {
    const std::int64_t n = o.input[0];
    out.train = std::make_shared<TextDataset>(std::make_shared<const std::vector<std::int32_t>>(static_cast<std::size_t>(n + 1)), 0, n + 1, n, n);
    parts::set_vocabulary(out, read_vocabulary(o.vocabulary));
    return out;
  }
  Shape shape = o.input;
  const bool image = shape.rank() == 3;
  if (image && shape[0] == 1) shape.erase(0);
  shape.insert(0, 1);
  out.train = std::make_shared<TensorDataset>(zeros(shape, image ? DType::uint8 : DType::float32),
                                              o.n_classes ? zeros(1, DType::int64) : zeros({1, 1}));
  out.n_classes = o.n_classes;
  out.class_names = o.class_names;
  if (!o.table.empty()) out.table = std::make_shared<const TableEncoder>(read_table_json(o.table));
  return out;
}

}  // namespace

Session::Session(const Recipe& recipe, const SessionOptions& options) : recipe_(recipe), stream_(recipe.seed()) {
  const OwnStreamGuard own(*this);
  const Json& j = recipe_.json();
  const Kind kind = kind_of(j);
  if (kind == Kind::other)
    schema::bad(j.at("loss"), "loss", "is {}: it takes more than an output and a label or a number. No recipe's data has that; use it in a program.",
                j.at("loss").at("type").text());
  model_ = parts::module(j.at("model"), "model");
  if (const Json& list = j.at("parametrizations"); !list.items().empty()) parts::parametrize(list, *model_, "parametrizations");
  const parts::Targets targets = kind == Kind::values ? parts::Targets::values : parts::Targets::classes;
  data_ = options.input.empty() ? parts::data_sets(j.at("data"), recipe_.seed(), targets, options.data_dir) : stand_in(options);
  sample_ = data_.train->sample_shape();
  const Batch one = data_.train->get(kFirst);
  const Tensor x = apply_all(parts::transforms(j.at("data"), false).transform, to_input(one.x, sample_), kFirst, 0, 0);
  input_ = x.shape();
  input_.erase(0);
  dtype_ = x.dtype();
  sequences_ = one.y.dim() > 1 && !one.y.is_floating_point();
  build_model();
  if (const Json& list = j.at("init"); !list.items().empty()) parts::initialize(list, model_->named_parameters(), "init");
  if (options.input.empty() && !options.checkpoint && !j.at("weights").is_null()) load_weights(j.at("weights"), options.data_dir);
  if (const Json& freeze = j.at("freeze"); !freeze.is_null()) {
    nn::NamedTensors parameters = model_->named_parameters();
    for (const std::size_t i : parts::named_by(freeze, parameters, "freeze")) parameters[i].second.requires_grad_(false);
  }
  build_training(options);
}

// Weights to start from, of a file of weights or a checkpoint: all of them, or only those named.
void Session::load_weights(const Json& j, const std::string& data_dir) {
  try {
    const std::string& name = j.at("file").text();
    const SafetensorsFile file = parse_safetensors(read_data_file(data_dir, name), name.c_str());
    constexpr std::string_view kPrefix = "model.";
    const bool is_checkpoint = file.find_metadata("wick_checkpoint") != nullptr;
    nn::NamedTensors tensors;
    for (const auto& [key, t] : file.tensors)
      if (!is_checkpoint || key.starts_with(kPrefix)) tensors.emplace_back(is_checkpoint ? key.substr(kPrefix.size()) : key, t);
    if (j.at("only").is_null()) return model_->load_state_dict(tensors);
    const nn::NamedTensors own = model_->state_dict();
    nn::NamedTensors wanted;
    for (const std::size_t i : parts::named_by(j.at("only"), own, "weights.only")) {
      const auto found = std::find_if(tensors.begin(), tensors.end(), [&](const auto& t) { return t.first == own[i].first; });
      if (found == tensors.end()) schema::bad(j.at("only"), "weights.only", "{} is not in {}.", own[i].first, name);
      wanted.push_back(*found);
    }
    model_->load_state_dict(wanted, false);
  } catch (...) {
    schema::rethrow(j, "weights");
  }
}

Session::~Session() = default;

// What leaves the model must suit the loss.
void Session::build_model() {
  const Json& j = recipe_.json();
  Shape out = check_model(*model_, input_, &j.at("model"), dtype_);
  const std::string& loss = j.at("loss").at("type").text();
  switch (kind_of(j)) {
    case Kind::classes:
      if (sequences_) {
        if (out.rank() != 3 || out[1] != input_[0])
          schema::bad(j.at("model"), "model", "its output for 2 sequences of {} has shape {}; {} needs [2,{},classes]: a prediction at every position.", input_[0], out, loss,
                      input_[0]);
        out.erase(1);
      }
      if (out.rank() != 2) schema::bad(j.at("model"), "model", "its output for 2 samples has shape {}; {} needs [2,classes]. Add a Flatten and a Linear.", out, loss);
      if (out[1] < data_.n_classes) {
        const std::string why = data_.largest_label.empty() ? str("the data has {} classes", data_.n_classes) : data_.largest_label;
        schema::bad(j.at("model"), "model", "it has {} outputs but {}; need labels below {}, or {} outputs.", out[1], why, out[1], data_.n_classes);
      }
      data_.n_classes = out[1];
      break;
    case Kind::binary:
    case Kind::likely:
      if (numel(out) != 2) schema::bad(j.at("model"), "model", "its output for 2 samples has shape {}; {} needs one {} per sample.", out, loss, kind_of(j) == Kind::likely ? "probability" : "logit");
      if (data_.n_classes != 2) schema::bad(j.at("data"), "data", "has {} classes; {} needs 2.", data_.n_classes, loss);
      break;
    case Kind::values:
      if (out != Shape{2, 1}) schema::bad(j.at("model"), "model", "its output for 2 samples has shape {}; {} on one target needs [2,1].", out, loss);
      break;
    case Kind::other: break;
  }
}

void Session::build_training(const SessionOptions& options) {
  const Json& j = recipe_.json();
  const nn::LossPtr criterion = parts::loss(j.at("loss"), "loss");
  const nn::NamedTensors parameters = model_->named_parameters();
  if (std::none_of(parameters.begin(), parameters.end(), [](const auto& p) { return p.second.requires_grad(); }) && !j.at("freeze").is_null())
    schema::bad(j.at("freeze"), "freeze", "it leaves nothing to learn; need at least one parameter that is not frozen.");
  if (parameters.empty()) schema::bad(j.at("model"), "model", "it has no parameters; need at least one layer that learns.");
  const std::shared_ptr<optim::Optimizer> optimizer = parts::optimizer(j.at("optimizer"), parameters, "optimizer");
  if (kind_of(j) == Kind::binary) task_ = std::make_unique<BinaryTask>(model_, criterion, optimizer, 0.0);
  else if (kind_of(j) == Kind::likely) task_ = std::make_unique<BinaryTask>(model_, criterion, optimizer, 0.5);
  else if (sequences_) task_ = std::make_unique<SequenceTask>(model_, criterion, optimizer);
  else task_ = std::make_unique<Task>(model_, criterion, optimizer);
  task_->n_classes = data_.n_classes;
  task_->loss_is_sum = j.at("loss").at("reduction").text() == "sum";
  if (const Json& s = j.at("scheduler"); !s.is_null() && options.input.empty()) {
    task_->scheduler = parts::scheduler(s, *optimizer, "scheduler");
    task_->scheduler_every_step = s.at("interval").text() == "step";
    if (s.find("monitor")) task_->scheduler_monitor = s.at("monitor").text();
  }
  task_->metrics = parts::metrics(j.at("metrics"), {.n_classes = data_.n_classes, .loss = j.at("loss").at("type").text()}, "metrics");

  const Json& data = j.at("data");
  train_ = std::make_unique<DataLoader>(data_.train, parts::loader_options(data, recipe_.seed(), data_.train.get()), parts::transforms(data, true, data_.n_classes));
  if (data_.val) val_ = std::make_unique<DataLoader>(loader("val"));
  {  // what augmentation gives must be what the model takes
    const Tensor augmented = apply_all(train_->transforms().augment, train_->first_input(), kFirst, 0, 0);
    Shape shape = augmented.shape();
    shape.erase(0);
    if (shape != input_) schema::bad(data.at("augment"), "data.augment", "gives inputs of {}; data.transform gives {} for validation, need one size.", shape, input_);
  }
  {  // the loss, with weights and all, on one batch's shapes
    const NoGradGuard guard;
    model_->eval();
    Batch one = data_.train->get(kFirst);
    one.x = prepare(one.x);
    try {
      (void)task_->validation_step(one);
    } catch (...) {
      schema::rethrow(j.at("loss"), "loss");
    }
    model_->train();
  }

  TrainerOptions o = parts::trainer_options(j.at("trainer"));
  for (const CallbackPtr& c : o.callbacks)
    if (std::string_view(c->type()) == "ModelCheckpoint") static_cast<ModelCheckpoint&>(*c).options.dirpath = options.checkpoint_dir;
  for (const CallbackPtr& c : options.callbacks) o.callbacks.push_back(c);
  if (!options.input.empty()) o.callbacks.clear();
  trainer_ = std::make_unique<Trainer>(o);
  trainer_->set_recipe(recipe_.text());
  trainer_->on_validation_batch = [this](const std::vector<std::int64_t>& indices, const Tensor& y, const Tensor& preds) { record(running_, indices, y, preds); };
  if (options.checkpoint) trainer_->restore(*options.checkpoint);
  try {
    trainer_->begin(*task_, *train_, val_.get());
  } catch (const Error& e) {
    if (e.kind() != ErrorKind::value || options.checkpoint) throw;
    schema::bad(j.at("trainer"), "trainer", e.what());
  }
}

DatasetPtr Session::split(const std::string& name) const {
  const DatasetPtr set = name == "train" ? data_.train : name == "val" ? data_.val : name == "test" ? data_.test : nullptr;
  check(name == "train" || name == "val" || name == "test", ErrorKind::value, "[session] split is \"{}\"; need \"train\", \"val\" or \"test\".", name);
  check(set != nullptr, ErrorKind::value, "[session] the recipe's data has no {} samples; need some for this.", name);
  return set;
}

DataLoader Session::loader(const std::string& name) const {
  const Json& data = recipe_.json().at("data");
  return {split(name), parts::loader_options(data, recipe_.seed(), nullptr), parts::transforms(data, false)};
}

// Raw samples [N,...] as the data set stores them to the model's input.
Tensor Session::prepare(const Tensor& x) const {
  check(x.defined() && x.dim() >= 1, ErrorKind::shape, "[predict] there is no input; need a batch of samples.");
  const std::int64_t n = x.size(0);
  const auto batch_of = [n](const Shape& s) {
    Shape out = s;
    out.insert(0, n);
    return out;
  };
  if (sequences_) {  // of any length, which a recurrent model takes as it comes
    check(x.dim() == 2 && x.size(1) >= 1, ErrorKind::shape, "[predict] input is {}; the model needs tokens [N,T].", x);
    return x.to(DType::int64).contiguous();
  }
  const bool image = input_.rank() == 3;
  check(x.shape() == batch_of(sample_) || x.shape() == batch_of(input_), ErrorKind::shape, "[predict] input is {}; the model needs {}{}{}",
        x, image ? "images " : "samples ", batch_of(sample_), image ? ", u8 or f32 from 0 to 1." : ".");
  const Transforms transforms = parts::transforms(recipe_.json().at("data"), false);
  Tensor input = x;
  if (image) {  // stored ones go through the recipe's transform, those of the model's size have been
    const bool stored = x.shape() == batch_of(sample_);
    input = x.dtype() == DType::uint8 ? to_input(x, stored ? sample_ : input_) : x.detach().to(DType::float32).contiguous().clone();
    if (stored && !transforms.transform.empty()) {
      std::vector<std::int64_t> indices(static_cast<std::size_t>(n));
      if (input.dim() == 3) input = input.unsqueeze(1);
      input = apply_all(transforms.transform, input, indices, 0, 0);
    }
  } else if (x.dtype() != DType::int64) {
    input = x.detach().to(DType::float32).contiguous().clone();
  }
  input = input.reshape(batch_of(input_));
  if (input.is_floating_point()) normalize_(input, transforms.normalize);
  return input;
}

Tensor Session::to_probabilities(const Tensor& out) const {
  switch (kind_of(recipe_.json())) {
    case Kind::classes: return out.softmax(-1);
    case Kind::binary:
    case Kind::likely: {
      const Tensor rows = out.reshape({-1, 1}), p = kind_of(recipe_.json()) == Kind::likely ? rows : rows.sigmoid();
      return cat({Tensor(1.0) - p, p}, 1);
    }
    default: return out;
  }
}

// In train mode with a stream of its own and running statistics put back, so that a look does not change training.
Tensor Session::forward(const Tensor& input, bool train) {
  const NoGradGuard guard;
  if (!train) {
    model_->eval();
    return (*model_)(input);
  }
  std::vector<std::pair<Tensor, Tensor>> buffers;
  for (const auto& [name, b] : model_->named_buffers()) buffers.emplace_back(b, b.detach().clone());
  const Generator before = default_generator();
  default_generator().set_state(recipe_.seed() ^ 0x4C4F4F4Bull, n_predictions_ << 32);  // "LOOK"
  const auto restore = [&] {
    default_generator() = before;
    for (auto& [to, from] : buffers) to.copy_(from);
  };
  model_->train();
  try {
    Tensor out = (*model_)(input);
    restore();
    return out;
  } catch (...) {
    restore();
    throw;
  }
}

// The model as a program, from the second prediction with the same weights on: while they change it would not pay.
Tensor Session::forward_frozen(const Tensor& input) {
  std::uint64_t version = 0;  // grows with every change of a weight or statistic
  for (const auto& entry : model_->state_dict()) version += entry.second.version();
  if (version != frozen_version_) {
    frozen_.reset();
    frozen_version_ = version;
    if (trainer_->global_step() > 0) return forward(input, false);
  }
  if (frozen_ && !frozen_->fixed() && frozen_->input_shape(input.size(0)) != input.shape()) frozen_.reset();  // sequences of another length
  if (!frozen_) {
    model_->eval();
    frozen_ = freeze(*model_, input);
  }
  return frozen_->fixed() ? forward(input, false) : (*frozen_)(input);
}

Tensor Session::predict(const Tensor& x, bool train) {
  const OwnStreamGuard own(*this);
  const Tensor input = prepare(x);
  predict_input_ = input;
  ++n_predictions_;
  const NoGradGuard guard;
  return to_probabilities(train ? forward(input, true) : forward_frozen(input)).contiguous();
}

void Session::load(std::span<const std::byte> bytes, const char* name) {
  const OwnStreamGuard own(*this);
  const SafetensorsFile file = parse_safetensors(bytes, name);
  check_vocabulary(file, name);
  if (file.find_metadata("wick_checkpoint")) {
    trainer_->restore(file);
  } else {
    model_->load_state_dict(file.tensors);
    trainer_->clear_divergence();
  }
}

SafetensorsFile Session::checkpoint() {
  const OwnStreamGuard own(*this);
  return trainer_->checkpoint();
}

bool Session::fit(const std::function<bool()>& should_stop) {
  const OwnStreamGuard own(*this);
  while (!trainer_->finished()) {
    trainer_->step();
    if (should_stop && should_stop()) return trainer_->finished();
  }
  return true;
}

EvalResult Session::evaluate(const std::string& name) {
  const OwnStreamGuard own(*this);
  return validate_split(name);
}

EvalResult Session::validate_split(const std::string& name) {
  DataLoader l = loader(name);
  running_.clear();
  const EvalResult r = trainer_->validate(*task_, l);
  keep_running(name);
  return r;
}

void Session::Predictions::clear() {
  label.clear();
  predicted.clear();
  p.clear();
}

// The predictions of a validation that is over become the latest ones.
void Session::keep_running(const std::string& name) {
  std::swap(latest_, running_);
  latest_.split = name;
  running_.clear();
}

void Session::record(Predictions& to, const std::vector<std::int64_t>& indices, const Tensor& y, const Tensor& preds) const {
  if (!data_.n_classes) return;
  const Tensor classes = predicted_classes(preds), p = to_probabilities(preds).contiguous(), labels = y.to(DType::int64).contiguous();
  const std::size_t n = static_cast<std::size_t>(labels.numel()), positions = n / std::max<std::size_t>(1, indices.size());
  for (std::size_t i = 0; i < n; ++i) {
    const auto at = static_cast<std::size_t>(indices[i / positions]) * positions + i % positions;
    if (to.label.size() <= at) {
      to.label.resize(at + 1, -1);
      to.predicted.resize(at + 1, -1);
      to.p.resize(at + 1, 0);
    }
    const std::int64_t k = classes.data<std::int64_t>()[i];
    to.label[at] = labels.data<std::int64_t>()[i];
    to.predicted[at] = k;
    to.p[at] = p.data<float>()[static_cast<std::int64_t>(i) * p.size(1) + k];
  }
}

std::string Session::class_name(std::int64_t k) const {
  const auto at = static_cast<std::size_t>(k);
  return at < data_.class_names.size() ? data_.class_names[at] : str(k);
}

std::string Session::submission_header() const {
  CsvRow row;
  row.add("id");
  row.add(data_.n_classes ? "label" : "value");
  for (std::int64_t k = 0; k < data_.n_classes; ++k) row.add(class_name(k));
  return row.take();
}

std::string Session::submission_rows(const std::vector<std::string>& ids, const Tensor& probabilities) const {
  std::string out;
  const std::vector<double> p = probabilities.to_vector();
  const std::size_t width = ids.empty() ? 0 : p.size() / ids.size();
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const double* row_p = p.data() + i * width;
    CsvRow row;
    row.add(ids[i]);
    if (!data_.n_classes) {
      row.add(general_text(row_p[0], 6));
    } else {
      row.add(class_name(std::max_element(row_p, row_p + width) - row_p));
      for (std::size_t k = 0; k < width; ++k) row.add(general_text(row_p[k], 6));
    }
    out += row.take();
  }
  return out;
}

void check_recipe(const Recipe& recipe) {
  const Json& data = recipe.json().at("data");
  const std::string& type = data.at("type").text();
  SessionOptions o;
  if (type == "strokes") {
    o.input = {1, kDigitSide, kDigitSide};
    o.n_classes = 10;
  } else if (type == "toy") {
    const std::string& kind = data.at("kind").text();
    o.input = {2};
    o.n_classes = kind == "moons" || kind == "xor" ? 2 : data.at("classes").integer();
  } else {
    (void)parts::module(recipe.json().at("model"), "model");
    return;
  }
  const Session built(recipe, o);
}

}  // namespace wick
