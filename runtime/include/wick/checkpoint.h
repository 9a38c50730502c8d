#pragma once
// Gradient checkpointing (torch.utils.checkpoint): a part of a model keeps its inputs only and is computed again on the way back.

#include <functional>

#include "wick/nn.h"

namespace wick::utils {

struct CheckpointOptions {
  bool preserve_rng_state = true;  ///< dropout draws the same mask again (from default_generator())
};

/// fn(inputs) without what its gradients need; backward() calls fn once more, so it must do the same again, running statistics
/// included (a BatchNorm in train mode moves them twice, as in PyTorch). Gradients reach the inputs and every leaf fn uses, also
/// through autograd::grad, whether or not an input requires grad (PyTorch's needs one that does; its grad() throws here).
/// The gradient of the gradient is refused by name: "[backward] CheckpointFunctionBackward ...".
TensorList checkpoint(const std::function<TensorList(const TensorList&)>& fn, const TensorList& inputs, const CheckpointOptions& options = {});
Tensor checkpoint(const std::function<Tensor(const Tensor&)>& fn, const Tensor& x, const CheckpointOptions& options = {});

/// Runs functions one after another as so many segments, all but the last of them checkpointed. Throws ErrorKind::value unless
/// 1 <= segments <= the number of functions. For a Sequential: its children, which must outlive the walk.
Tensor checkpoint_sequential(const std::vector<std::function<Tensor(const Tensor&)>>& functions, int segments, const Tensor& x,
                             const CheckpointOptions& options = {});
Tensor checkpoint_sequential(nn::Module& sequential, int segments, const Tensor& x, const CheckpointOptions& options = {});

}  // namespace wick::utils
