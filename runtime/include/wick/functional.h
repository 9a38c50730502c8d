#pragma once
// Derivatives of functions (torch.autograd.functional). fn takes the inputs, floating tensors, and must not change them; an input
// it does not use has zeros as its derivative (PyTorch's strict=False). create_graph: the results can be differentiated again.

#include <functional>
#include <utility>
#include <vector>

#include "wick/tensor.h"

namespace wick::autograd::functional {

using Fn = std::function<Tensor(const TensorList&)>;

/// For each input the derivative of every element of fn's result y by every one of it, y's shape followed by the input's.
TensorList jacobian(const Fn& fn, const TensorList& inputs, bool create_graph = false);
/// [i][j]: the second derivatives of fn, which gives one element, by inputs i and j; the shape of i followed by that of j.
/// Throws ErrorKind::shape if fn's result has more elements.
std::vector<TensorList> hessian(const Fn& fn, const TensorList& inputs, bool create_graph = false);
/// y and, for each input, v^T J. v as y; undefined: 1, for a y of one element. Throws ErrorKind::shape on another shape.
std::pair<Tensor, TensorList> vjp(const Fn& fn, const TensorList& inputs, const Tensor& v = {}, bool create_graph = false);
/// y and J v, as y; v as the inputs. Two walks back (the gradient of v^T J by v), as in PyTorch.
std::pair<Tensor, Tensor> jvp(const Fn& fn, const TensorList& inputs, const TensorList& v, bool create_graph = false);
/// y, of one element, and for each input v^T H, v as the inputs. H is symmetric, so that H v is the same.
std::pair<Tensor, TensorList> vhp(const Fn& fn, const TensorList& inputs, const TensorList& v, bool create_graph = false);
std::pair<Tensor, TensorList> hvp(const Fn& fn, const TensorList& inputs, const TensorList& v, bool create_graph = false);

}  // namespace wick::autograd::functional
