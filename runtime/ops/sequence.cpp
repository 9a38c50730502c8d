// Packing and padding: rows picked by index, so that gradients are index_select's and index_add's.

#include "wick/ops/sequence.h"

#include <algorithm>

#include "ops/formula.h"

namespace wick {

namespace {

/// The values of an int64 [n], n >= 1.
std::vector<std::int64_t> whole_numbers(const char* op, const char* what, const Tensor& t) {
  check_index_dtype(op, what, t);
  check(t.dim() == 1 && t.numel() > 0, ErrorKind::shape, "[{}] {} is {}; need one dimension and at least one entry.", op, what, t);
  const Tensor c = t.contiguous();
  return {c.data<std::int64_t>(), c.data<std::int64_t>() + c.numel()};
}

/// Of a list that does not grow, how many entries are above each of 0 ... first - 1: lengths to batch sizes and back.
std::vector<std::int64_t> conjugate(const std::vector<std::int64_t>& list) {
  std::vector<std::int64_t> out;
  std::size_t n = list.size();
  for (std::int64_t v = 0; v < list[0]; ++v) {
    while (list[n - 1] <= v) --n;
    out.push_back(static_cast<std::int64_t>(n));
  }
  return out;
}

void check_falling(const char* op, const char* what, const std::vector<std::int64_t>& list) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    check(list[i] > 0, ErrorKind::value, "[{}] {} has {} at place {}; all must be greater than 0.", op, what, list[i], i);
    check(i == 0 || list[i] <= list[i - 1], ErrorKind::value,
          "[{}] {} must be sorted in decreasing order; there is {} after {} at place {}. With enforce_sorted=false any order will do.", op, what, list[i],
          list[i - 1], i);
  }
}

}  // namespace

std::pair<Tensor, Tensor> pack_padded_sequence(const Tensor& input, const Tensor& lengths, bool batch_first) {
  constexpr const char* op = "pack_padded_sequence";
  check_floating(op, "input", input);
  check(input.dim() >= 2, ErrorKind::shape, "[{}] input is {}; need [T,B,...], or [B,T,...] with batch_first.", op, input);
  const std::int64_t T = input.size(batch_first ? 1 : 0), B = input.size(batch_first ? 0 : 1);
  const std::vector<std::int64_t> sizes = whole_numbers(op, "lengths", lengths);
  check(lengths.numel() == B, ErrorKind::shape, "[{}] lengths is {} for input {}; need one for each of {} sequences.", op, lengths, input, B);
  check_falling(op, "lengths", sizes);
  check(sizes[0] <= T, ErrorKind::value, "[{}] lengths has {} for input {}; need at most {}.", op, sizes[0], input, T);
  const std::vector<std::int64_t> batch_sizes = conjugate(sizes);
  std::vector<std::int64_t> rows;
  for (std::int64_t t = 0; t < sizes[0]; ++t)
    for (std::int64_t b = 0; b < batch_sizes[static_cast<std::size_t>(t)]; ++b) rows.push_back(batch_first ? b * T + t : t * B + b);
  return {index_select(input.contiguous().flatten(0, 1), 0, tensor(rows)), tensor(batch_sizes)};
}

std::pair<Tensor, Tensor> pad_packed_sequence(const Tensor& data, const Tensor& batch_sizes, bool batch_first, double padding_value,
                                              std::optional<std::int64_t> total_length) {
  constexpr const char* op = "pad_packed_sequence";
  check_floating(op, "data", data);
  const std::vector<std::int64_t> sizes = whole_numbers(op, "batch_sizes", batch_sizes);
  check_falling(op, "batch_sizes", sizes);
  std::int64_t total = 0;
  for (const std::int64_t n : sizes) total = checked_add(total, n);
  check(data.dim() >= 1 && data.size(0) == total, ErrorKind::shape, "[{}] data is {} for batch_sizes that add up to {}; its first size must be that.", op, data,
        total);
  const auto longest = static_cast<std::int64_t>(sizes.size());
  const std::int64_t T = total_length.value_or(longest), B = sizes[0];
  check(T >= longest, ErrorKind::value, "[{}] total_length is {}; need at least the length of the longest sequence, {}.", op, T, longest);
  std::vector<std::int64_t> rows(static_cast<std::size_t>(checked_mul(T, B)), total);  // the row behind data is padding
  std::int64_t row = 0;
  for (std::int64_t t = 0; t < longest; ++t)
    for (std::int64_t b = 0; b < sizes[static_cast<std::size_t>(t)]; ++b) rows[static_cast<std::size_t>(batch_first ? b * T + t : t * B + b)] = row++;
  Shape shape = data.shape();
  shape[0] = 1;
  const Tensor table = cat({data, full(shape, padding_value, data.dtype())});
  shape[0] = batch_first ? T : B;
  shape.insert(0, batch_first ? B : T);
  return {index_select(table, 0, tensor(rows)).reshape(shape), tensor(conjugate(sizes))};
}

Tensor pad_sequence(const TensorList& sequences, bool batch_first, double padding_value) {
  constexpr const char* op = "pad_sequence";
  check(!sequences.empty(), ErrorKind::value, "[{}] the list of sequences is empty; need at least one.", op);
  std::int64_t longest = 0;
  for (const Tensor& t : sequences) {
    check_defined(op, "a sequence", t);
    bool fits = t.dim() >= 1 && t.dim() == sequences[0].dim();
    for (int d = 1; fits && d < t.dim(); ++d) fits = t.shape()[d] == sequences[0].shape()[d];
    check(fits, ErrorKind::shape, "[{}] sequences {} and {} differ in a size other than the first; sizes must match except there.", op, sequences[0], t);
    longest = std::max(longest, t.shape()[0]);
  }
  TensorList rows;
  for (const Tensor& t : sequences) {
    Shape rest = t.shape();
    rest[0] = longest - t.shape()[0];
    rows.push_back(rest[0] ? cat({t, full(rest, padding_value, t.dtype())}) : t);
  }
  return stack(rows, batch_first ? 0 : 1);
}

}  // namespace wick
