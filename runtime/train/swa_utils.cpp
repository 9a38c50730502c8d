#include "wick/swa_utils.h"

#include <algorithm>
#include <utility>

#include "wick/autograd.h"
#include "wick/nn/layers.h"
#include "wick/ops.h"

namespace wick::optim {

namespace {

// Two tensors of one shape and dtype change places where they stand; handles elsewhere follow.
void swap_values(TensorImpl& a, TensorImpl& b) {
  std::swap(a.storage, b.storage);
  std::swap(a.data, b.data);
  std::swap(a.strides, b.strides);
  std::swap(a.offset, b.offset);
  std::swap(a.contiguous, b.contiguous);
  ++a.storage->version;
  ++b.storage->version;
}

std::vector<nn::BatchNorm*> batch_norms(nn::Module& model) {
  std::vector<nn::BatchNorm*> out;
  for (const auto& [name, m] : model.named_modules()) {  // the wasm library knows types by their names alone
    const std::string_view type = m->type();
    if (type != "BatchNorm1d" && type != "BatchNorm2d" && type != "BatchNorm3d") continue;
    auto* norm = static_cast<nn::BatchNorm*>(m);
    if (norm->running_mean.defined()) out.push_back(norm);
  }
  return out;
}

// The tensors themselves, in the order of state_dict().
TensorList tensors_of(nn::Module& model) {
  nn::NamedTensors all = model.named_parameters();
  for (const auto& b : model.named_buffers()) all.push_back(b);
  TensorList out;
  for (const auto& [name, t] : model.state_dict())
    for (const auto& entry : all)
      if (entry.first == name) out.push_back(entry.second);
  return out;
}

std::vector<bool> moving(nn::Module& model, bool use_buffers) {
  const nn::NamedTensors parameters = model.named_parameters();
  std::vector<bool> out;
  for (const auto& entry : model.state_dict())
    out.push_back(use_buffers || std::any_of(parameters.begin(), parameters.end(), [&](const auto& p) { return p.first == entry.first; }));
  return out;
}

}  // namespace

AverageFunction get_swa_avg_fn() {
  return [](const Tensor& averaged, const Tensor& value, std::int64_t n) { return averaged + (value - averaged) / static_cast<double>(n + 1); };
}

AverageFunction get_ema_avg_fn(double decay) {
  check(decay >= 0 && decay <= 1, ErrorKind::value, "[get_ema_avg_fn] Invalid decay value {}; need a number from 0 to 1.", decay);
  return [decay](const Tensor& averaged, const Tensor& value, std::int64_t) { return averaged * decay + value * (1 - decay); };
}

Averages::Averages(const TensorList& values, std::vector<bool> moving, AverageFunction avg_fn) : avg_fn_(std::move(avg_fn)), moving_(std::move(moving)) {
  for (const Tensor& t : values) averages_.push_back(t.detach().clone());
}

void Averages::update(const TensorList& values) {
  const NoGradGuard guard;
  check(values.size() == averages_.size(), ErrorKind::value, "[AveragedModel] the model has {} tensors; need the {} it was made of.", values.size(), averages_.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!moving_[i]) continue;
    const Tensor value = values[i].detach();
    averages_[i].copy_(n_averaged == 0 || !value.is_floating_point() ? value : avg_fn_(averages_[i], value, n_averaged));
  }
  ++n_averaged;
}

void Averages::swap(const TensorList& values) {
  for (std::size_t i = 0; i < values.size(); ++i) swap_values(*values[i].impl(), *averages_[i].impl());
}

AveragedModel::AveragedModel(nn::Module& model, AverageFunction avg_fn, bool use_buffers)
    : Averages(tensors_of(model), moving(model, use_buffers), std::move(avg_fn)), model_(model) {
  for (const auto& [name, t] : model.state_dict()) names_.push_back(name);
}

void AveragedModel::update_parameters(nn::Module& model) { update(tensors_of(model)); }
void AveragedModel::swap() { Averages::swap(tensors_of(model_)); }

Tensor AveragedModel::operator()(const Tensor& x) {
  const NoGradGuard guard;  // a graph would mix up both models' weights
  swap();
  try {
    Tensor y = model_(x);
    swap();
    return y;
  } catch (...) {
    swap();
    throw;
  }
}

nn::NamedTensors AveragedModel::state_dict() const {
  nn::NamedTensors out = {{"n_averaged", from_memory(&n_averaged, {}, DType::int64)}};
  for (std::size_t i = 0; i < names_.size(); ++i) out.emplace_back("module." + names_[i], averages()[i]);
  return out;
}

void AveragedModel::load_state_dict(const nn::NamedTensors& state) {
  const nn::NamedTensors own = state_dict();
  const NoGradGuard guard;
  std::vector<Tensor> found;
  for (const auto& [name, t] : own) {
    const auto it = std::find_if(state.begin(), state.end(), [&n = name](const auto& s) { return s.first == n; });
    check(it != state.end() && it->second.defined() && it->second.shape() == t.shape() && state.size() == own.size(), ErrorKind::value,
          "[AveragedModel.load_state_dict] the state does not fit, nothing was loaded: {} must be {}, of {} tensors.", name, t, own.size());
    found.push_back(it->second);
  }
  n_averaged = static_cast<std::int64_t>(found[0].item());
  for (std::size_t i = 1; i < found.size(); ++i) Tensor(averages()[i - 1]).copy_(found[i].detach());
}

void AveragedModel::copy_to(nn::Module& model) const {
  nn::NamedTensors named;
  for (std::size_t i = 0; i < names_.size(); ++i) named.emplace_back(names_[i], averages()[i]);
  model.load_state_dict(named);
}

BatchNormUpdate::BatchNormUpdate(nn::Module& model) : model_(model), training_(model.training) {
  const NoGradGuard guard;
  for (nn::BatchNorm* norm : batch_norms(model)) {
    momenta_.emplace_back(norm, norm->options.momentum);
    norm->options.momentum = std::nullopt;  // the average over all batches
    norm->running_mean.zero_();
    norm->running_var.fill_(1);
    norm->num_batches_tracked.zero_();
  }
  model.train();
}

BatchNormUpdate::~BatchNormUpdate() {
  for (const auto& [norm, momentum] : momenta_) norm->options.momentum = momentum;
  model_.train(training_);
}

void update_bn(DataLoader& loader, nn::Module& model) {
  const BatchNormUpdate update(model);
  if (update.empty()) return;
  const NoGradGuard guard;
  Batch batch;
  while (loader.next(batch)) (void)model(batch.x);
}

void update_bn(DataLoader& loader, AveragedModel& averaged) {
  averaged.swap();
  try {
    update_bn(loader, averaged.model());
  } catch (...) {
    averaged.swap();
    throw;
  }
  averaged.swap();
}

}  // namespace wick::optim
