#pragma once
// Matrix product. Every output is summed over k in increasing order, in one chain, whatever the tile, target or
// number of threads; accumulate continues the chain from the value in C.

#include <cstdint>

#include "kernels/split.h"

namespace wick::kernels {

enum class Activation : std::uint8_t { none, relu };

/// C[m,n] = act((accumulate ? C[m,n] : 0) + sum_k A[m,k] B[k,n] + bias_m[m] + bias_n[n]), all sizes in elements.
/// A[m,k] is a[m * a_m + k * a_k]; one of a_m, a_k is 1 (or its size is 1). The same holds for B with b_k, b_n.
/// C is row-major with row stride c_m. M, N or K may be 0 (K = 0 gives zeros, or C itself, plus the biases).
template <class T>
struct Gemm {
  std::int64_t M, N, K;
  const T* a;
  std::int64_t a_m, a_k;
  const T* b;
  std::int64_t b_k, b_n;
  T* c;
  std::int64_t c_m;
  bool accumulate = false;
  const T* bias_m = nullptr;
  const T* bias_n = nullptr;
  Activation activation = Activation::none;
  bool b_packed = false;  // b is what pack_b() made of B [K,N]; b_k and b_n say nothing (float only)
};

void gemm(const Gemm<float>& g);
void gemm(const Gemm<double>& g);

/// B laid out as the product reads it, for a B that serves many products: pack it once, set b_packed. The layout belongs to
/// the processor it was made on: never store it. The size is in floats; packed is best aligned to 64 bytes.
std::int64_t packed_b_size(std::int64_t K, std::int64_t N);
void pack_b(const float* b, std::int64_t b_k, std::int64_t b_n, std::int64_t K, std::int64_t N, float* packed);

template <class T>
double flops(const Gemm<T>& g) {
  return 2.0 * static_cast<double>(g.M) * static_cast<double>(g.N) * static_cast<double>(g.K);
}

/// Of n products of so many flops, how many make a task; n where each is worth cutting itself.
std::int64_t products_per_task(double flops, std::int64_t n);

/// Calls one(i) for i = 0 … n - 1, each to compute a product of g's sizes by gemm(), shared among the threads.
template <class T, class F>
void gemm_each(const Gemm<T>& g, std::int64_t n, const F& one) {
  split(n, products_per_task(flops(g), n), [&](std::int64_t first, std::int64_t count) {
    for (std::int64_t i = first; i < first + count; ++i) one(i);
  });
}

/// n products of one geometry; operand i starts at a + i * a_step and so on (a step of 0 shares the operand).
void gemm_batched(const Gemm<float>& g, std::int64_t n, std::int64_t a_step, std::int64_t b_step, std::int64_t c_step);
void gemm_batched(const Gemm<double>& g, std::int64_t n, std::int64_t a_step, std::int64_t b_step, std::int64_t c_step);

}  // namespace wick::kernels
