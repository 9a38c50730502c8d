#pragma once
// A run small enough for tests that has everything a checkpoint must keep: convolution, BatchNorm, Dropout, shuffling,
// augmentation, accumulation, momentum, a scheduler and early stopping.

#include "train/session.h"

namespace wick::test {

inline const char* const kSmallRecipe = R"({
  "name": "small", "seed": 5,
  "model": {"type": "Sequential", "layers": [
    {"type": "Conv2d", "in_channels": 1, "out_channels": 4, "kernel_size": 3, "stride": 2},
    {"type": "BatchNorm2d", "num_features": 4}, "ReLU", "Flatten",
    {"type": "Dropout", "p": 0.3}, {"type": "Linear", "in_features": 676, "out_features": 10}]},
  "data": {"type": "strokes", "train": 70, "val": 30, "test": 20, "batch_size": 8,
           "normalize": {"mean": [0.13], "std": [0.31]},
           "augment": [{"type": "RandomAffine", "degrees": 10, "translate": [0.1, 0.1]}]},
  "optimizer": {"type": "Adam", "lr": 0.01},
  "scheduler": {"type": "CosineAnnealingLR", "T_max": 20, "interval": "step"},
  "metrics": [{"type": "F1Score", "average": "macro"}],
  "trainer": {"max_epochs": 3, "accumulate_grad_batches": 2, "gradient_clip_val": 1.0,
    "callbacks": [{"type": "EarlyStopping", "patience": 9}, "ModelCheckpoint", "LearningRateMonitor"]}
})";

inline std::vector<std::byte> bytes_of(const Tensor& t) {
  const auto* p = static_cast<const std::byte*>(t.raw_data());
  return {p, p + t.numel() * static_cast<std::int64_t>(item_size(t.dtype()))};
}
inline std::vector<std::byte> weights(Session& s) { return bytes_of(s.tensor("weights", Json::object())); }
inline std::vector<std::byte> checkpoint(Session& s) { return bytes_of(s.tensor("checkpoint", Json::object())); }
inline Json call(Session& s, const char* method, const char* args = "{}") { return s.call(method, parse_json(args)); }

}  // namespace wick::test
