// Connectionist temporal classification. The path over the targets with blanks in between, l' = (b, l1, b, l2, ..., b), is
// summed over in logarithms, forwards (alpha) and backwards (beta), in double precision whatever the dtype.

#include <cmath>

#include "ops/losses.h"
#include "wick/ops/loss.h"

namespace wick {

namespace {

constexpr double kNever = -__builtin_inf();  // log 0

double log_add(double a, double b) {
  const double most = a > b ? a : b;
  return most == kNever ? kNever : most + std::log1p(std::exp((a > b ? b : a) - most));
}

// One sample: log-probabilities at [t stride + class], and its targets.
template <class T>
struct Path {
  const T* log_p;
  std::int64_t stride, steps, blank;
  const std::int64_t* labels;
  std::int64_t n_labels;

  std::int64_t size() const { return 2 * n_labels + 1; }
  std::int64_t label(std::int64_t s) const { return s % 2 ? labels[s / 2] : blank; }
  double at(std::int64_t t, std::int64_t s) const { return static_cast<double>(log_p[t * stride + label(s)]); }
  // Whether a path may go from s - 2 to s, past the blank between two targets that differ.
  bool skips(std::int64_t s) const { return s >= 2 && s < size() && label(s) != blank && label(s) != label(s - 2); }

  // alpha[t][s]: the probability of all ways to s at time t. Returns -log of the whole.
  double forward(std::vector<double>& alpha) const {
    const std::int64_t S = size();
    alpha.assign(static_cast<std::size_t>(steps * S), kNever);
    if (steps == 0) return n_labels == 0 ? 0.0 : -kNever;
    double* row = alpha.data();
    row[0] = at(0, 0);
    if (S > 1) row[1] = at(0, 1);
    for (std::int64_t t = 1; t < steps; ++t, row += S)
      for (std::int64_t s = 0; s < S; ++s) {
        double ways = row[s];
        if (s >= 1) ways = log_add(ways, row[s - 1]);
        if (skips(s)) ways = log_add(ways, row[s - 2]);
        row[S + s] = ways + at(t, s);
      }
    return -(S > 1 ? log_add(row[S - 1], row[S - 2]) : row[0]);
  }

  // The gradient of the loss: exp(log_p) less the share of the paths that are at this class at this time.
  void backward(const std::vector<double>& alpha, double loss, std::int64_t n_classes, T* slope) const {
    const std::int64_t S = size();
    std::vector<double> beta(static_cast<std::size_t>(S)), through(static_cast<std::size_t>(n_classes));
    for (std::int64_t t = steps - 1; t >= 0; --t) {
      for (std::int64_t s = 0; s < S; ++s) {  // upwards: each reads values of t + 1 that lie above
        double ways = t == steps - 1 ? (s >= S - 2 ? 0.0 : kNever) : beta[static_cast<std::size_t>(s)];
        if (t < steps - 1) {
          if (s + 1 < S) ways = log_add(ways, beta[static_cast<std::size_t>(s + 1)]);
          if (skips(s + 2)) ways = log_add(ways, beta[static_cast<std::size_t>(s + 2)]);
        }
        beta[static_cast<std::size_t>(s)] = ways + at(t, s);
      }
      through.assign(through.size(), kNever);
      for (std::int64_t s = 0; s < S; ++s) {
        double& sum = through[static_cast<std::size_t>(label(s))];
        sum = log_add(sum, alpha[static_cast<std::size_t>(t * S + s)] + beta[static_cast<std::size_t>(s)]);
      }
      for (std::int64_t c = 0; c < n_classes; ++c) {
        const double lp = static_cast<double>(log_p[t * stride + c]);
        slope[t * stride + c] = static_cast<T>(std::exp(lp) - std::exp(through[static_cast<std::size_t>(c)] + loss - lp));
      }
    }
  }
};

// One length per sample, each from 0 to most.
std::vector<std::int64_t> lengths(const char* what, const Tensor& given, std::int64_t batch, std::int64_t most) {
  check_index_dtype("ctc_loss", what, given);
  check(given.dim() <= 1 && given.numel() == batch, ErrorKind::shape, "[ctc_loss] {} must be of size batch_size: it is {}; need [{}].", what, given, batch);
  std::vector<std::int64_t> out;
  for (const double v : given.to_vector()) {
    check(v >= 0 && v <= static_cast<double>(most), ErrorKind::value, "[ctc_loss] Expected {} to have value at least 0 and at most {}, but got value {}.", what,
          most, v);
    out.push_back(static_cast<std::int64_t>(v));
  }
  return out;
}

}  // namespace

Tensor ctc_loss(const Tensor& log_probs, const Tensor& targets, const Tensor& input_lengths, const Tensor& target_lengths, std::int64_t blank,
                std::string_view reduction, bool zero_infinity) {
  const char* op = "ctc_loss";
  const Reduction how = reduction_of(op, reduction);
  check_floating(op, "log_probs", log_probs);
  check_index_dtype(op, "targets", targets);
  check(log_probs.dim() == 2 || log_probs.dim() == 3, ErrorKind::shape, "[ctc_loss] log_probs is {}; need [T,N,C] or [T,C].", log_probs);
  const bool batched = log_probs.dim() == 3;
  const Tensor x = batched ? log_probs : log_probs.unsqueeze(1);
  const std::int64_t T_ = x.shape()[0], N = x.shape()[1], C = x.shape()[2];
  check(blank >= 0 && blank < C, ErrorKind::value, "[ctc_loss] blank must be in label range: it is {}; need 0 <= blank < {}.", blank, C);
  const bool joined = batched && targets.dim() == 1;  // the samples' targets one after another
  check(joined || targets.dim() == (batched ? 2 : 1), ErrorKind::shape, "[ctc_loss] targets is {} for log_probs {}; need [N,S] or all in one list.", targets,
        log_probs);
  check(joined || !batched || targets.shape()[0] == N, ErrorKind::shape, "[ctc_loss] targets is {} for log_probs {}; need {} rows.", targets, log_probs, N);
  const std::int64_t most_labels = targets.dim() ? targets.shape()[targets.dim() - 1] : 0;
  const std::vector<std::int64_t> steps = lengths("input_lengths", input_lengths, N, T_), counts = lengths("target_lengths", target_lengths, N, most_labels);

  const Formula temporaries;
  const Term xc = dense(x), labels = dense(targets);
  const auto* first = labels->data<std::int64_t>();
  std::int64_t total = 0;
  for (const std::int64_t n : counts) total += n;
  check(!joined || total <= targets.numel(), ErrorKind::shape, "[ctc_loss] target_lengths sum to {}; targets is {}.", total, targets);
  const bool graded = needs_grad(log_probs);
  Tensor loss = empty({N}, x.dtype());
  const Term slope = graded ? zeros(x.shape(), x) : Term(Tensor());
  Tensor divisors = empty({N}, x.dtype());
  dispatch_floating(op, x.dtype(), [&]<class T>() {
    std::vector<double> alpha;
    for (std::int64_t b = 0; b < N; ++b) {
      const auto i = static_cast<std::size_t>(b);
      const Path<T> path{xc->data<T>() + b * C, N * C, steps[i], blank, first, counts[i]};
      for (std::int64_t k = 0; k < counts[i]; ++k)
        check(first[k] >= 0 && first[k] < C && first[k] != blank, ErrorKind::index, "[ctc_loss] target {} at place {} of sample {} is out of range; need 0 <= target < {}, and not blank.",
              first[k], k, b, C);
      first += joined ? counts[i] : most_labels;
      const double value = path.forward(alpha);
      const bool dropped = zero_infinity && value == -kNever;
      loss.data<T>()[b] = dropped ? T(0) : static_cast<T>(value);
      divisors.data<T>()[b] = static_cast<T>(counts[i] > 1 ? counts[i] : 1);
      if (graded && !dropped) path.backward(alpha, value, C, slope->data<T>() + b * C);
    }
  });
  // The slope is that of this point: it must not be differentiated.
  const auto gradient = [](Term dy, Grads& d) { return d.kept(0) * reshape(dy, {dy->numel(), 1}); };
  record(loss, "CtcLossBackward0", kKeepNothing | kFused, gradient, x).keep(slope);
  if (how == Reduction::none) return batched ? loss : loss.reshape({});
  return how == Reduction::sum ? sum(loss) : mean(loss / divisors);
}

}  // namespace wick
