#include "train/norms.h"

#include <cmath>
#include <cstdint>
#include <cstring>

namespace wick {

namespace {

// fn(i) summed in eight lanes: a fixed order, and independent additions.
template <class F>
double sum_of(std::int64_t n, F&& fn) {
  double lanes[8] = {};
  std::int64_t i = 0;
  for (; i + 8 <= n; i += 8)
    for (int k = 0; k < 8; ++k) lanes[k] += fn(i + k);
  for (int k = 0; i < n; ++i, ++k) lanes[k] += fn(i);
  return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
}

double sum_of_squares(const Tensor& t) {
  if (!t.defined()) return 0;
  const Tensor c = t.detach().contiguous();
  return dispatch_floating("norm", c.dtype(), [&]<class T>() {
    const T* p = c.data<T>();
    return sum_of(c.numel(), [p](std::int64_t i) { return static_cast<double>(p[i]) * static_cast<double>(p[i]); });
  });
}

}  // namespace

double euclidean_norm(const Tensor& t) { return std::sqrt(sum_of_squares(t)); }

double euclidean_norm(const std::vector<Tensor>& tensors) {
  double sum = 0;
  for (const Tensor& t : tensors) sum += sum_of_squares(t);
  return std::sqrt(sum);
}

double norm_of_difference(const Tensor& a, const Tensor& b) {
  const Tensor x = a.detach().contiguous(), y = b.detach().contiguous();
  return dispatch_floating("norm", x.dtype(), [&]<class T>() {
    const T *p = x.data<T>(), *q = y.data<T>();
    return std::sqrt(sum_of(x.numel(), [p, q](std::int64_t i) {
      const double d = static_cast<double>(p[i]) - static_cast<double>(q[i]);
      return d * d;
    }));
  });
}

double max_abs(const Tensor& t) {
  if (!t.defined()) return 0;
  const Tensor c = t.detach().contiguous();
  return dispatch_floating("max_abs", c.dtype(), [&]<class T>() {
    double top = 0;
    for (std::int64_t i = 0; i < c.numel(); ++i) top = std::fmax(top, std::fabs(static_cast<double>(c.data<T>()[i])));
    return top;
  });
}

// By the bits: an exponent of all ones is NaN or infinite. Integer loops vectorize.
bool all_finite(const Tensor& t) {
  if (!t.defined() || !t.is_floating_point()) return true;
  const Tensor c = t.detach().contiguous();
  if (c.dtype() != DType::float32) {
    return dispatch_floating("all_finite", c.dtype(), [&]<class T>() {
      for (std::int64_t i = 0; i < c.numel(); ++i)
        if (!std::isfinite(c.data<T>()[i])) return false;
      return true;
    });
  }
  const auto* p = static_cast<const std::byte*>(c.raw_data());
  std::uint32_t found = 0;
  for (std::int64_t i = 0; i < c.numel(); ++i) {
    std::uint32_t bits;
    std::memcpy(&bits, p + 4 * i, 4);
    found |= ((bits & 0x7F800000u) + 0x00800000u) & 0x80000000u;  // the sum carries into the sign where all ones
  }
  return found == 0;
}

}  // namespace wick
