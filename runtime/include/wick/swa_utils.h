#pragma once
// torch.optim.swa_utils: averages of a model's weights over training. The schedule SWALR is in wick/lr_scheduler.h, callbacks for
// the Trainer in wick/callbacks.h.

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "wick/data.h"
#include "wick/nn.h"

namespace wick::nn {
struct BatchNorm;
}

namespace wick::optim {

/// The next average from the present one, the model's value and how many were averaged.
using AverageFunction = std::function<Tensor(const Tensor& averaged, const Tensor& value, std::int64_t n_averaged)>;
AverageFunction get_swa_avg_fn();  ///< all count the same
/// decay times the average and 1 - decay times the value. Throws ErrorKind::value unless 0 <= decay <= 1.
AverageFunction get_ema_avg_fn(double decay = 0.999);

/// Averages of tensors over time. They start as copies; the first update copies too.
class Averages {
 public:
  /// moving: which of the values take part; the others stay as they are now. Those that are no floating numbers are copied.
  Averages(const TensorList& values, std::vector<bool> moving, AverageFunction avg_fn);
  void update(const TensorList& values);  ///< throws ErrorKind::value for another number of them
  /// Averages and values change places, without copying; once more and they are back.
  void swap(const TensorList& values);
  const TensorList& averages() const { return averages_; }
  std::int64_t n_averaged = 0;

 private:
  AverageFunction avg_fn_;
  std::vector<bool> moving_;
  TensorList averages_;
};

/// Averaged weights of a model. Modules cannot be copied, so the averaged model computes with the layers of the given one, which
/// must outlive it. It starts as a copy of all parameters and buffers. Buffers move with use_buffers only, as in PyTorch 1.13: see
/// update_bn().
class AveragedModel : private Averages {
 public:
  explicit AveragedModel(nn::Module& model, AverageFunction avg_fn = get_swa_avg_fn(), bool use_buffers = false);
  void update_parameters(nn::Module& model);  ///< of the same structure
  Tensor operator()(const Tensor& x);         ///< in the model's present mode, without gradients
  /// "n_averaged", then "module.0.weight", ...: PyTorch's keys. Tensors share storage with the averages.
  nn::NamedTensors state_dict() const;
  void load_state_dict(const nn::NamedTensors& state);  ///< throws ErrorKind::value for keys or shapes that differ
  void copy_to(nn::Module& model) const;
  /// Puts the averages in the model's place and back again, without copying.
  void swap();
  nn::Module& model() { return model_; }
  using Averages::n_averaged;

 private:
  nn::Module& model_;
  std::vector<std::string> names_;  // in the order of the model's state_dict()
};

/// While it lives, the BatchNorm layers of a model in train mode average over the batches that pass, from nothing on. The model's
/// mode and their momenta come back; the statistics stay.
class BatchNormUpdate {
 public:
  explicit BatchNormUpdate(nn::Module& model);
  ~BatchNormUpdate();
  BatchNormUpdate(const BatchNormUpdate&) = delete;
  BatchNormUpdate& operator=(const BatchNormUpdate&) = delete;
  bool empty() const { return momenta_.empty(); }  ///< no such layers

 private:
  nn::Module& model_;
  bool training_;
  std::vector<std::pair<nn::BatchNorm*, std::optional<double>>> momenta_;
};

/// Running statistics of all BatchNorm layers anew, as averages over one pass of the loader in train mode. The model's mode comes
/// back. Nothing happens to a model without such layers.
void update_bn(DataLoader& loader, nn::Module& model);
void update_bn(DataLoader& loader, AveragedModel& averaged);  ///< with the averaged weights; changes the averaged buffers

}  // namespace wick::optim
