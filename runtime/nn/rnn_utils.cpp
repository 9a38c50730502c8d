// Packed sequences: sorting by length around the ops.

#include "wick/nn/rnn_utils.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace wick::nn::utils::rnn {

PackedSequence pack_padded_sequence(const Tensor& input, const Tensor& lengths, bool batch_first, bool enforce_sorted) {
  if (enforce_sorted || !lengths.defined() || lengths.dim() != 1) {
    auto [data, batch_sizes] = wick::pack_padded_sequence(input, lengths, batch_first);
    return {data, batch_sizes, {}, {}};
  }
  const std::vector<double> length = lengths.to_vector();
  std::vector<std::int64_t> order(length.size()), back(length.size());
  std::iota(order.begin(), order.end(), std::int64_t{0});
  const auto at = [](std::int64_t i) { return static_cast<std::size_t>(i); };
  std::stable_sort(order.begin(), order.end(), [&](std::int64_t a, std::int64_t b) { return length[at(a)] > length[at(b)]; });
  for (std::size_t i = 0; i < order.size(); ++i) back[at(order[i])] = static_cast<std::int64_t>(i);
  PackedSequence p{{}, {}, tensor(order), tensor(back)};
  std::vector<std::int64_t> falling;
  for (const std::int64_t i : order) falling.push_back(static_cast<std::int64_t>(length[at(i)]));
  check(input.defined() && input.dim() >= 2 && input.size(batch_first ? 0 : 1) == lengths.numel(), ErrorKind::shape,
        "[pack_padded_sequence] input is {}, lengths is {}; need one length a sequence.", input, lengths);
  std::tie(p.data, p.batch_sizes) = wick::pack_padded_sequence(index_select(input, batch_first ? 0 : 1, p.sorted_indices), tensor(falling), batch_first);
  return p;
}

std::pair<Tensor, Tensor> pad_packed_sequence(const PackedSequence& s, bool batch_first, double padding_value, std::optional<std::int64_t> total_length) {
  auto [padded, lengths] = wick::pad_packed_sequence(s.data, s.batch_sizes, batch_first, padding_value, total_length);
  if (!s.unsorted_indices.defined()) return {padded, lengths};
  std::vector<std::int64_t> in_order;
  for (const double i : s.unsorted_indices.to_vector()) in_order.push_back(static_cast<std::int64_t>(lengths.select(0, static_cast<std::int64_t>(i)).item()));
  return {index_select(padded, batch_first ? 0 : 1, s.unsorted_indices), tensor(in_order)};
}

PackedSequence pack_sequence(const TensorList& sequences, bool enforce_sorted) {
  std::vector<std::int64_t> lengths;
  const Tensor padded = pad_sequence(sequences);
  for (const Tensor& t : sequences) lengths.push_back(t.size(0));
  return pack_padded_sequence(padded, tensor(lengths), false, enforce_sorted);
}

TensorList unpack_sequence(const PackedSequence& sequence) {
  const auto [padded, lengths] = pad_packed_sequence(sequence, true);
  return unpad_sequence(padded, lengths, true);
}

TensorList unpad_sequence(const Tensor& padded, const Tensor& lengths, bool batch_first) {
  check(padded.defined() && padded.dim() >= 2 && lengths.defined() && lengths.dim() == 1 && lengths.numel() == padded.size(batch_first ? 0 : 1), ErrorKind::shape,
        "[unpad_sequence] padded is {}, lengths is {}; need [T,B,...], or [B,T,...] with batch_first, and one length a sequence.", padded, lengths);
  TensorList out;
  for (const double n : lengths.to_vector())
    out.push_back(padded.select(batch_first ? 0 : 1, static_cast<std::int64_t>(out.size())).narrow(0, 0, static_cast<std::int64_t>(n)));
  return out;
}

}  // namespace wick::nn::utils::rnn
