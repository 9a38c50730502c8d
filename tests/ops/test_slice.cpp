#include <doctest/doctest.h>

#include "wick/autograd.h"
#include "wick/ops.h"
#include "wick/random.h"

using namespace wick;

TEST_CASE("slice: gradient at every dimension of a tensor of rank 8") {
  const Tensor x = rand({2, 3, 2, 1, 2, 3, 2, 2}, DType::float64);
  for (int d = 0; d < 8; ++d) {
    CAPTURE(d);
    const std::int64_t n = x.size(d);
    Tensor leaf = x.clone().requires_grad_();
    sum(leaf.narrow(d, n - 1, 1) * 3.0).backward();
    const Tensor grad = leaf.grad();
    CHECK(grad.shape() == x.shape());
    CHECK(sum(grad.narrow(d, 0, n - 1)).item() == 0);
    CHECK(sum(grad).item() == 3.0 * static_cast<double>(x.numel() / n));
  }
}
