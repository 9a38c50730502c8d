// Tables of vectors. A lookup is index_select with a gradient of its own; bags are made of lookups.

#include "wick/ops/embedding.h"

#include <cmath>

#include "ops/formula.h"

namespace wick {

namespace {

void check_table(const char* op, const Tensor& input, const Tensor& weight, bool sparse) {
  check_index_dtype(op, "input", input);
  check_floating(op, "weight", weight);
  check(weight.dim() == 2, ErrorKind::shape, "[{}] weight is {}; need [num_embeddings,embedding_dim].", op, weight);
  check(!sparse, ErrorKind::value, "[{}] sparse is true; there are no sparse gradients here. Leave it false.", op);
}

// padding_idx from 0 on; -1 if none.
std::int64_t padding_row(const char* op, std::optional<std::int64_t> padding_idx, std::int64_t n) {
  if (!padding_idx) return -1;
  const std::int64_t at = *padding_idx < 0 ? *padding_idx + n : *padding_idx;
  check(at >= 0 && at < n, ErrorKind::index, "[{}] padding_idx {} must be within num_embeddings {}.", op, *padding_idx, n);
  return at;
}

void check_range(const char* op, Term index, std::int64_t n) {
  const auto* p = index->data<std::int64_t>();
  for (std::int64_t i = 0; i < index->numel(); ++i)
    check(p[i] >= 0 && p[i] < n, ErrorKind::index, "[{}] index {} at place {} is out of range; need 0 <= index < {}.", op, p[i], i, n);
}

// Scales rows that are longer than max_norm down to it, outside the graph.
void renormalize(const char* op, const Tensor& weight, Term index, double max_norm, double norm_type) {
  check_range(op, index, weight.shape()[0]);
  const NoGradGuard guard;
  for (std::int64_t i = 0; i < index->numel(); ++i) {
    Tensor row = weight.select(0, index->data<std::int64_t>()[i]);  // one that was scaled is no longer too long
    double norm = 0;
    for (const double v : row.to_vector()) norm = std::isinf(norm_type) ? std::max(norm, std::fabs(v)) : norm + std::pow(std::fabs(v), norm_type);
    if (!std::isinf(norm_type)) norm = std::pow(norm, 1 / norm_type);
    if (norm > max_norm) row.mul_(max_norm / (norm + 1e-7));
  }
}

// 1 / how often each of n rows is looked up, [n,1].
Tensor inverse_counts(Term index, std::int64_t n, DType dtype) {
  const Formula temporaries;
  const Term ones_of = hold([&] { return ones({index->numel(), 1}, dtype); });
  const Term counts = hold([&] { return index_add(zeros({n, 1}, dtype), 0, index, ones_of); });
  return 1.0 / hold([&] { return clamp(counts, 1.0); });
}

}  // namespace

Tensor embedding(const Tensor& input, const Tensor& weight, std::optional<std::int64_t> padding_idx, std::optional<double> max_norm, double norm_type,
                 bool scale_grad_by_freq, bool sparse) {
  check_table("embedding", input, weight, sparse);
  const std::int64_t n = weight.shape()[0], width = weight.shape()[1], pad = padding_row("embedding", padding_idx, n);
  const Formula temporaries;
  const Term ic = reshape(dense(input), {input.numel()});
  if (max_norm) renormalize("embedding", weight, ic, *max_norm, norm_type);
  Shape shape = input.shape();
  shape.push_back(width);
  Tensor y = index_select(detach(weight), 0, ic).reshape(shape);
  const auto gradient = [n, width, pad, scale_grad_by_freq](Term dy, Grads& g, int) {
    const Term at = g.kept(0);
    Term sum = hold([&] { return index_add(zeros({n, width}, dy), 0, at, reshape(dy, {at->numel(), width})); });
    if (scale_grad_by_freq) sum = sum * hold([&] { return inverse_counts(at, n, dy->dtype()); });
    if (pad >= 0) {
      const Term keep = hold([&] { return ones({n, 1}, dy->dtype()); });
      keep->select(0, pad).zero_();
      sum = sum * keep;
    }
    return sum;
  };
  record(y, "EmbeddingBackward0", kKeepNothing, gradient, input, weight).keep(ic);
  return y;
}

namespace {

// Which entries count, and the bag of each of them.
struct Bags {
  std::vector<std::int64_t> entries, bag;
  std::int64_t n = 0;
};

Bags bags_of(const Tensor& input, const Tensor& offsets, bool include_last_offset, std::int64_t pad) {
  const char* op = "embedding_bag";
  const Formula temporaries;
  const Term flat = dense(input);
  const auto* ids = flat->data<std::int64_t>();
  if (tracer && pad >= 0) tracer->read(op, input);  // which entries count
  if (tracer && offsets.defined()) tracer->read(op, offsets);
  std::vector<std::int64_t> starts;
  const std::int64_t n = input.numel();
  if (input.dim() == 2) {
    check(!offsets.defined(), ErrorKind::value,
          "[{}] if input is 2D, then offsets has to be None, as input is treated is a mini-batch of fixed length sequences; input is {}.", op, input);
    for (std::int64_t b = 0; b < input.shape()[0]; ++b) starts.push_back(b * input.shape()[1]);
  } else {
    check(input.dim() == 1, ErrorKind::shape, "[{}] input has to be 1D or 2D Tensor, but got Tensor of dimension {}: {}.", op, input.dim(), input);
    check(offsets.defined() && offsets.dim() == 1, ErrorKind::shape, "[{}] offsets has to be a 1D Tensor; it is {}.", op, offsets);
    check_index_dtype(op, "offsets", offsets);
    for (const double v : offsets.to_vector()) starts.push_back(static_cast<std::int64_t>(v));
    std::int64_t before = 0;
    for (std::size_t b = 0; b < starts.size(); before = starts[b++])
      check(starts[b] >= before && starts[b] <= n && (b > 0 || starts[b] == 0), ErrorKind::index,
            "[{}] offsets[{}] is {}; offsets[0] has to be 0, they must not decrease, and none may be above the {} indices.", op, b, starts[b], n);
    check(!include_last_offset || !starts.empty(), ErrorKind::value, "[{}] include_last_offset: number of offsets should be at least 1.", op);
    if (include_last_offset) starts.pop_back();
  }
  Bags out;
  out.n = static_cast<std::int64_t>(starts.size());
  const std::int64_t end = include_last_offset && input.dim() == 1 ? static_cast<std::int64_t>(offsets.to_vector().back()) : n;
  for (std::size_t b = 0; b < starts.size(); ++b)
    for (std::int64_t i = starts[b]; i < (b + 1 < starts.size() ? starts[b + 1] : end); ++i) {
      if (ids[i] == pad) continue;
      out.entries.push_back(i);
      out.bag.push_back(static_cast<std::int64_t>(b));
    }
  return out;
}

// For each bag and column the row with the largest value, the first of equals; the row past the last for an empty bag.
Tensor largest_rows(const Tensor& rows, const Bags& bags) {
  const std::int64_t n = rows.shape()[0], width = rows.shape()[1];
  Tensor out = full({bags.n, width}, static_cast<double>(n), DType::int64);
  dispatch_floating("embedding_bag", rows.dtype(), [&]<class T>() {
    const T* x = rows.data<T>();
    for (std::int64_t r = 0; r < n; ++r)
      for (std::int64_t k = 0; k < width; ++k) {
        std::int64_t& best = out.data<std::int64_t>()[bags.bag[static_cast<std::size_t>(r)] * width + k];
        if (best == n || x[r * width + k] > x[best * width + k]) best = r;
      }
  });
  return out;
}

}  // namespace

Tensor embedding_bag(const Tensor& input, const Tensor& weight, const Tensor& offsets, std::optional<double> max_norm, double norm_type,
                     bool scale_grad_by_freq, std::string_view mode, bool sparse, const Tensor& per_sample_weights, bool include_last_offset,
                     std::optional<std::int64_t> padding_idx) {
  const char* op = "embedding_bag";
  check_table(op, input, weight, sparse);
  check(mode == "sum" || mode == "mean" || mode == "max", ErrorKind::value, "[{}] mode has to be one of sum, mean or max; it is \"{}\".", op, mode);
  check(mode != "max" || !scale_grad_by_freq, ErrorKind::value, "[{}] max mode does not support scaling the gradient by the frequency.", op);
  const bool weighted = per_sample_weights.defined();
  check(!weighted || mode == "sum", ErrorKind::value, "[{}] per_sample_weights is only supported for mode='sum' (got mode='{}').", op, mode);
  check(!weighted || per_sample_weights.shape() == input.shape(), ErrorKind::shape,
        "[{}] If per_sample_weights ({}) is not None, then it must have the same shape as the input ({}).", op, per_sample_weights, input);
  if (weighted) check_same_dtype(op, "weight", weight, "per_sample_weights", per_sample_weights);
  const std::int64_t width = weight.shape()[1], pad = padding_row(op, padding_idx, weight.shape()[0]);
  const Bags bags = bags_of(input, offsets, include_last_offset, pad);
  const Formula temporaries;
  const Term entries = hold([&] { return tensor(bags.entries); }), bag = hold([&] { return tensor(bags.bag); });
  const auto pick = [&](const Tensor& from) { return hold([&] { return index_select(from.reshape({from.numel()}), 0, entries); }); };
  if (max_norm) renormalize(op, weight, reshape(dense(input), {input.numel()}), *max_norm, norm_type);
  Term rows = hold([&] { return embedding(pick(input), weight, {}, {}, 2, scale_grad_by_freq); });
  if (mode == "max") {
    if (tracer) tracer->read(op, rows);
    const Term none = zeros({1, width}, rows);
    rows = hold([&] { return cat({*rows, *none}); });
    const Term best = hold([&] { return largest_rows(rows->detach().narrow(0, 0, entries->numel()), bags); });
    return gather(rows, 0, best);
  }
  if (weighted) rows = rows * reshape(pick(per_sample_weights), {entries->numel(), 1});
  const Term sums = hold([&] { return index_add(zeros({bags.n, width}, rows), 0, bag, rows); });
  if (mode == "sum") return sums;
  return sums * hold([&] { return inverse_counts(bag, bags.n, rows->dtype()); });
}

}  // namespace wick
