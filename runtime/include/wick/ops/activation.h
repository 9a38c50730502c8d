#pragma once
// The activations of torch.nn.functional beside those in wick/ops.h. x is f32 or f64 of any shape, and so is the result; at a
// kink the gradient is PyTorch's. Each throws ErrorKind::dtype for another x.

#include "wick/random.h"

namespace wick {

Tensor hardtanh(const Tensor& x, double min_val = -1, double max_val = 1);
Tensor relu6(const Tensor& x);  ///< hardtanh(x, 0, 6)
Tensor hardsigmoid(const Tensor& x);  ///< relu6(x + 3) / 6
Tensor hardswish(const Tensor& x);    ///< x relu6(x + 3) / 6
Tensor hardshrink(const Tensor& x, double lambd = 0.5);  ///< 0 within ±lambd, else x
Tensor softshrink(const Tensor& x, double lambd = 0.5);  ///< x moved towards 0 by lambd >= 0, no further
Tensor tanhshrink(const Tensor& x);   ///< x - tanh(x)
Tensor threshold(const Tensor& x, double threshold, double value);  ///< x where x > threshold, else value
Tensor softsign(const Tensor& x);     ///< x / (1 + |x|)
Tensor logsigmoid(const Tensor& x);
Tensor mish(const Tensor& x);         ///< x tanh(softplus(x)); Misra 2019, arXiv:1908.08681
Tensor selu(const Tensor& x);         ///< Klambauer et al. 2017, arXiv:1706.02515
Tensor celu(const Tensor& x, double alpha = 1);  ///< alpha (exp(x / alpha) - 1) below 0; alpha is not 0. arXiv:1704.07483
Tensor softmin(const Tensor& x, std::int64_t dim);  ///< softmax(-x, dim)

/// a sigmoid(b), where a and b are the halves of x along dim. Throws ErrorKind::shape if its size is odd.
Tensor glu(const Tensor& x, std::int64_t dim = -1);
/// x where x > 0, else weight x. weight [1], or [C] for x [N,C,...].
Tensor prelu(const Tensor& x, const Tensor& weight);
/// x where x > 0, else slope x: a slope drawn for each element from [lower, upper) if training, else their mean.
Tensor rrelu(const Tensor& x, double lower = 1.0 / 8, double upper = 1.0 / 3, bool training = false, Generator* generator = nullptr);

// Noise. Where not training, or with p = 0, the result is x. p is a probability, else ErrorKind::value.
/// dropout of whole channels, scaled by 1 / (1 - p). x [N,C,L] or [C,L].
Tensor dropout1d(const Tensor& x, double p = 0.5, bool training = true, Generator* generator = nullptr);
/// x [N,C,H,W], or of another rank >= 2: its first two dimensions are samples and channels, as in PyTorch.
Tensor dropout2d(const Tensor& x, double p = 0.5, bool training = true, Generator* generator = nullptr);
/// x [N,C,D,H,W]; any other rank counts as one sample of channels [C,...].
Tensor dropout3d(const Tensor& x, double p = 0.5, bool training = true, Generator* generator = nullptr);
/// Sets elements to the value that selu saturates at and keeps mean 0 and variance 1. arXiv:1706.02515.
Tensor alpha_dropout(const Tensor& x, double p = 0.5, bool training = false, Generator* generator = nullptr);
/// alpha_dropout of whole channels. x [N,C,...].
Tensor feature_alpha_dropout(const Tensor& x, double p = 0.5, bool training = false, Generator* generator = nullptr);

}  // namespace wick
