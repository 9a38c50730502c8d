// In the deterministic mode the same inputs give the same bits natively and in wasm. The digest below was made once.

#include "kernels/elementwise.h"
#include "kernels/loss.h"
#include "kernels/norm.h"
#include "kernels/optim.h"
#include "kernels/random.h"
#include "kernels/reduce.h"
#include "near.h"
#include "wick/deterministic.h"

using namespace wick::kernels;

namespace {

class Digest {
 public:
  void add(const std::vector<float>& v) {
    for (float x : v) {
      std::uint32_t bits;
      std::memcpy(&bits, &x, 4);
      if (x != x) bits = 0x7fc00000;  // which NaN is not promised
      h_ = (h_ ^ bits) * 0x100000001b3u;
    }
  }
  std::uint64_t value() const { return h_; }

 private:
  std::uint64_t h_ = 0xcbf29ce484222325u;
};

std::uint64_t run_all() {
  Digest digest;
  near::Numbers numbers(42);
  const std::int64_t n = 5003, rows = 37, cols = n / rows;
  auto x = numbers.list(n, -8, 8), b = numbers.list(n, -3, 3);
  const float special[] = {0, -0.0f, near::kInf, -near::kInf, near::kNan, 1e-40f, 1e30f, -1e30f, 88.7f, -87.3f, 1e-20f, 5000.5f};
  std::copy(std::begin(special), std::end(special), x.begin() + 100);
  std::vector<float> y(x.size());
  const std::size_t size = static_cast<std::size_t>(n);
  for (int op = 0; op <= static_cast<int>(Unary::trunc); ++op) {
    unary(static_cast<Unary>(op), x.data(), y.data(), n, 1.25, 20);
    digest.add(y);
  }
  for (int op = 0; op <= static_cast<int>(Binary::abs_grad); ++op) {
    binary(static_cast<Binary>(op), x.data(), 1, b.data(), 1, y.data(), n, 1.25, 20);
    digest.add(y);
  }
  std::copy(b.begin(), b.begin() + 200, x.begin());  // finite from here on
  std::vector<float> few(size), more(size), third(size);
  for (const Reduce op : {Reduce::sum, Reduce::mean, Reduce::max, Reduce::min, Reduce::sum_of_squares}) {
    reduce(op, x.data(), 1, n, 1, few.data());
    reduce(op, x.data(), rows, cols, 1, few.data() + 1);
    reduce(op, x.data(), 1, rows, cols, few.data() + 100);
    digest.add(few);
  }
  var_mean(x.data(), rows, cols, 1, 1, few.data(), more.data());
  digest.add(few);
  softmax(x.data(), rows, cols, y.data());
  digest.add(y);
  log_softmax(x.data(), rows, cols, y.data());
  digest.add(y);
  log_softmax_grad(b.data(), y.data(), rows, cols, few.data());
  digest.add(few);
  std::vector<std::int64_t> label(rows);
  for (auto& l : label) l = numbers.next() % cols;
  cross_entropy(x.data(), label.data(), b.data(), rows, cols, -1, 0.1, few.data(), more.data());
  digest.add(few);
  cross_entropy_grad(x.data(), label.data(), b.data(), more.data(), few.data(), 1, rows, cols, -1, 0.1, y.data());
  digest.add(y);
  const std::int64_t C = 3, S = cols / 3;
  batch_norm_train(x.data(), rows, C, S, 1e-5, nullptr, nullptr, few.data(), more.data(), y.data());
  batch_norm_backward(b.data(), x.data(), rows, C, S, few.data(), more.data(), 1e-5, b.data(), true, y.data(), third.data(), third.data() + 9);
  digest.add(y);
  digest.add(third);
  batch_norm_apply(x.data(), rows, C, S, few.data(), more.data(), 1e-5, b.data(), nullptr, y.data());
  digest.add(y);
  layer_norm(x.data(), rows, cols, b.data(), b.data() + 500, 1e-5, y.data(), few.data(), more.data());
  digest.add(y);
  layer_norm(x.data(), rows, cols / 16 * 16, b.data(), b.data() + 500, 1e-5, y.data(), few.data(), more.data());
  digest.add(y);
  layer_norm_backward(b.data(), x.data(), rows, cols, few.data(), more.data(), b.data() + 1, y.data(), third.data(), third.data() + 200);
  digest.add(y);
  digest.add(third);
  layer_norm_backward(b.data(), x.data(), rows, cols / 16 * 16, few.data(), more.data(), b.data() + 1, y.data(), third.data(), third.data() + 200);
  digest.add(y);
  digest.add(third);
  uniform({7, 0xfffffff0}, y.data(), n, -1, 1);
  digest.add(y);
  normal({7, 0}, y.data(), n, 0, 1);
  digest.add(y);
  dropout({8, 5}, x.data(), y.data(), n, 0.4);
  digest.add(y);
  std::vector<float> w = b, avg(size), sq(size);
  for (std::int64_t step = 1; step < 4; ++step) {
    adam_step({1e-2, 0.9, 0.999, 1e-8, 0.1, true, false, false, step}, w.data(), x.data(), avg.data(), sq.data(), nullptr, n);
    sgd_step({1e-2, 0.9, 0, 1e-4, true, false, false}, w.data(), x.data(), avg.data(), n);
  }
  digest.add(w);
  return digest.value();
}

constexpr std::uint64_t kDigest = 10605888213461408547u;

}  // namespace

TEST_CASE("kernels: same bits on every machine when deterministic") {
  const bool before = wick::are_deterministic_algorithms_enabled();
  wick::use_deterministic_algorithms(true);
  CHECK(wick::are_deterministic_algorithms_enabled());
  CHECK(run_all() == kDigest);
  wick::use_deterministic_algorithms(before);
  CHECK(wick::are_deterministic_algorithms_enabled() == before);
}
