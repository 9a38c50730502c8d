#include "wick/ops/sampling.h"

#include <algorithm>

#include "core/sort.h"
#include "kernels/copy.h"
#include "kernels/random.h"
#include "ops/formula.h"

namespace wick {

namespace {

/// The words of n draws of a generator, one after another.
class Words {
 public:
  Words(Generator* g, std::int64_t n) {
    Generator& from = g ? *g : default_generator();
    state_ = {from.seed(), from.reserve(n)};
  }
  std::uint32_t next() {
    if (at_ == 4) {
      kernels::philox_block(state_, block_);
      ++state_.counter;
      at_ = 0;
    }
    return block_[at_++];
  }
  double unit() { return (next() >> 8) * 0x1p-24; }  // [0, 1)

 private:
  kernels::PhiloxState state_;
  std::uint32_t block_[4] = {};
  int at_ = 4;
};

/// Integers in [low, low + range) as a tensor of dtype; range 0 stands for 2^64.
Tensor integers(std::int64_t low, std::uint64_t range, const Shape& shape, DType dtype, Generator* generator) {
  Tensor t = empty(shape, DType::int64);
  const bool wide = range == 0 || range > 0xFFFFFFFFull;
  Words words(generator, wide ? checked_mul(t.numel(), 2) : t.numel());
  auto* p = t.data<std::int64_t>();
  for (std::int64_t i = 0; i < t.numel(); ++i) {
    std::uint64_t v = words.next();
    if (wide) v |= static_cast<std::uint64_t>(words.next()) << 32;
    p[i] = static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + (range ? v % range : v));
  }
  return t.to(dtype);
}

/// 1 where a draw falls below its probability: p holds contiguous float64.
Tensor trials(const char* op, const std::vector<double>& p, const Shape& shape, DType dtype, Generator* generator) {
  Tensor y = zeros(shape, DType::uint8);
  Words words(generator, y.numel());
  auto* out = y.data<std::uint8_t>();
  for (std::int64_t i = 0; i < y.numel(); ++i) {
    const double own = p[p.size() == 1 ? 0 : static_cast<std::size_t>(i)];
    check(own >= 0 && own <= 1, ErrorKind::value, "[{}] expects p to be in [0, 1], but got p={}.", op, own);
    out[i] = words.unit() < own;
  }
  return y.to(dtype);
}

}  // namespace

Tensor rand_like(const Tensor& x, std::optional<DType> dtype, Generator* generator) {
  check_defined("rand_like", "input", x);
  return rand(x.shape(), dtype.value_or(x.dtype()), generator);
}
Tensor randn_like(const Tensor& x, std::optional<DType> dtype, Generator* generator) {
  check_defined("randn_like", "input", x);
  return randn(x.shape(), dtype.value_or(x.dtype()), generator);
}
Tensor randint(std::int64_t low, std::int64_t high, const Shape& shape, Generator* generator) {
  check(low < high, ErrorKind::value, "[randint] low {}, high {}; need low < high.", low, high);
  return integers(low, static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low), shape, DType::int64, generator);
}
Tensor randint_like(const Tensor& x, std::int64_t low, std::optional<std::int64_t> high, Generator* generator) {
  check_defined("randint_like", "input", x);
  const std::int64_t from = high ? low : 0, to = high.value_or(low);
  check(from < to, ErrorKind::value, "[randint_like] random_ expects 'from' to be less than 'to', but got from={} >= to={}.", from, to);
  return integers(from, static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from), x.shape(), x.dtype(), generator);
}

Tensor bernoulli(const Tensor& x, std::optional<double> p, Generator* generator) {
  check_defined("bernoulli", "input", x);
  check(p || x.is_floating_point(), ErrorKind::dtype, "[bernoulli] input is {}; probabilities must be floating. Convert with to().", x);
  return trials("bernoulli", p ? std::vector<double>{*p} : x.to_vector(), x.shape(), x.dtype(), generator);
}

Tensor multinomial(const Tensor& x, std::int64_t num_samples, bool replacement, Generator* generator) {
  check_floating("multinomial", "input", x);
  check(x.dim() == 1 || x.dim() == 2, ErrorKind::shape, "[multinomial] prob_dist must be 1 or 2 dim, but is {}.", x);
  const std::int64_t n = x.shape().back(), rows = x.dim() == 2 ? x.shape()[0] : 1;
  check(num_samples > 0, ErrorKind::value, "[multinomial] cannot sample n_sample <= 0 samples, but num_samples is {}.", num_samples);
  check(replacement || num_samples <= n, ErrorKind::value, "[multinomial] cannot sample n_sample > prob_dist.size(-1) samples without replacement: {} > {}.",
        num_samples, n);
  const std::vector<double> p = x.to_vector();
  Tensor y = empty(x.dim() == 2 ? Shape{rows, num_samples} : Shape{num_samples}, DType::int64);
  auto* out = y.data<std::int64_t>();
  // Without replacement the first of a race are drawn: place i arrives after an exponential time with rate p[i] (Efraimidis
  // and Spirakis 2006). wick's own log makes the times the same everywhere.
  const Tensor times = replacement ? Tensor() : log(1.0 - rand({rows, n}, DType::float32, generator));
  Words words(generator, replacement ? checked_mul(rows, num_samples) : 0);
  std::vector<double> key(static_cast<std::size_t>(n));
  for (std::int64_t r = 0; r < rows; ++r) {
    const double* row = p.data() + r * n;
    double total = 0;
    std::int64_t possible = 0;
    for (std::int64_t i = 0; i < n; ++i) {
      check(row[i] >= 0 && row[i] < __builtin_inf(), ErrorKind::value, "[multinomial] probability tensor contains either `inf`, `nan` or element < 0: {} at place {} of row {}.",
            row[i], i, r);
      total += row[i];
      possible += row[i] > 0;
      key[static_cast<std::size_t>(i)] = replacement ? total : row[i] > 0 ? -times.data<float>()[r * n + i] / row[i] : __builtin_inf();
    }
    check(total > 0 && (replacement || possible >= num_samples), ErrorKind::value,
          "[multinomial] invalid multinomial distribution: row {} has {} places with probability > 0; need {}.", r, possible, replacement ? 1 : num_samples);
    if (replacement) {
      for (std::int64_t k = 0; k < num_samples; ++k) {
        // The first place whose running sum is above the draw; rounding cannot lead past the last that is possible.
        const double draw = words.unit() * total;
        *out++ = std::upper_bound(key.begin(), key.end(), draw) - key.begin();
      }
    } else {
      const auto order = sorted_indices(key.size(), [&](std::size_t a, std::size_t b) { return key[a] < key[b]; });
      for (std::int64_t k = 0; k < num_samples; ++k) *out++ = static_cast<std::int64_t>(order[static_cast<std::size_t>(k)]);
    }
  }
  return y;
}

Tensor normal(const Tensor& mean, const Tensor& std, const Shape& size, Generator* generator) {
  check_defined("normal", "mean", mean);
  check_defined("normal", "std", std);
  const NoGradGuard guard;
  for (double s : std.to_vector()) check(s >= 0, ErrorKind::value, "[normal] expects all elements of std >= 0.0, but one is {}.", s);
  const DType dtype = result_type(mean, std);
  check(is_floating(dtype), ErrorKind::dtype, "[normal] mean is {}, std {}; need a floating one.", mean, std);
  const Shape own = broadcast_shapes("normal", mean.shape(), std.shape()), shape = size.empty() ? own : size;
  check(broadcast_shapes("normal", own, shape) == shape, ErrorKind::shape, "[normal] mean {} and std {} do not broadcast to size {}.", mean, std, shape);
  return randn(shape, dtype, generator) * std + mean;
}

void exponential_(Tensor& x, double lambd, Generator* generator) {
  check_in_place("exponential_", x);
  check_floating("exponential_", "input", x);
  check(lambd > 0, ErrorKind::value, "[exponential_] expects lambda > 0.0, but found lambda={}.", lambd);
  x.copy_((0.0 - log(1.0 - rand(x.shape(), x.dtype(), generator))) / lambd);
}

void bernoulli_(Tensor& x, const Tensor& p, Generator* generator) {
  check_in_place("bernoulli_", x);
  check_defined("bernoulli_", "p", p);
  check(p.is_floating_point(), ErrorKind::dtype, "[bernoulli_] p is {}; probabilities must be floating.", p);
  const std::vector<double> own = p.dim() == 0 ? p.to_vector() : p.detach().expand(x.shape()).to_vector();
  x.copy_(trials("bernoulli_", own, x.shape(), x.dtype(), generator));
}

void random_(Tensor& x, std::int64_t from, std::optional<std::int64_t> to, Generator* generator) {
  check_in_place("random_", x);
  std::uint64_t range;
  if (to) {
    check(from < *to, ErrorKind::value, "[random_] expects 'from' to be less than 'to', but got from={} >= to={}.", from, *to);
    range = static_cast<std::uint64_t>(*to) - static_cast<std::uint64_t>(from);
  } else {
    std::int64_t most = INT64_MAX;  // included
    switch (x.dtype()) {
      case DType::bool_: most = 1; break;
      case DType::uint8: most = 255; break;
      case DType::int32: most = INT32_MAX; break;
      case DType::float32: most = std::int64_t{1} << 24; break;
      case DType::float64: most = std::int64_t{1} << 53; break;
      case DType::float16: most = std::int64_t{1} << 11; break;
      case DType::bfloat16: most = std::int64_t{1} << 8; break;
      default: break;
    }
    check(from <= most, ErrorKind::value, "[random_] from is {}; need at most {} for {}.", from, most, x);
    range = static_cast<std::uint64_t>(most) - static_cast<std::uint64_t>(from) + 1;
  }
  x.copy_(integers(from, range, x.shape(), x.dtype(), generator));
}

}  // namespace wick
