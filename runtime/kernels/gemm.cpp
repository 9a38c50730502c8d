#include "gemm_scalar.h"

namespace wick::kernels {

void gemm(const Gemm<float>& g) { gemm_scalar(g); }

void gemm_batched(const Gemm<float>& g, std::int64_t n, std::int64_t a_step, std::int64_t b_step, std::int64_t c_step) {
  for (std::int64_t i = 0; i < n; ++i) {
    Gemm<float> one = g;
    one.a += i * a_step;
    one.b += i * b_step;
    one.c += i * c_step;
    gemm_scalar(one);
  }
}

}  // namespace wick::kernels
