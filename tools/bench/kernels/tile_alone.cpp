// In wasm the peak is the engine's to make: the limit of a product is our register tile with nothing around it, rows times one
// panel of B that was packed ahead. A stays in the second-level cache and is read in place, B in the first.

#include "kernels/gemm.h"
#include "suite.h"

namespace wick::bench {

Limit limit_of_products() {
  using namespace wick::kernels;
  constexpr std::int64_t kRows = 192, kDepth = 256, kWidth = 32;
  std::vector<float> b(static_cast<std::size_t>(packed_b_size(kDepth, kWidth)));
  pack_b(numbers(kDepth * kWidth).data(), kWidth, 1, kDepth, kWidth, b.data());
  return {"the tile alone", 2.0 * kRows * kWidth * kDepth, [b, a = numbers(kRows * kDepth), c = numbers(kRows * kWidth)]() mutable {
    Gemm<float> g{kRows, kWidth, kDepth, a.data(), kDepth, 1, b.data(), kWidth, 1, c.data(), kWidth};
    g.b_packed = true;
    gemm(g);
  }};
}

}  // namespace wick::bench
