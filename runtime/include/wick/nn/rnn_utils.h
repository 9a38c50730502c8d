#pragma once
// torch.nn.utils.rnn: batches of sequences of several lengths. "*" stands for any further dimensions.

#include <optional>
#include <utility>

#include "wick/ops/sequence.h"

namespace wick::nn::utils::rnn {

/// All steps of all sequences, the first steps first, each step's rows from the longest sequence to the shortest that has it.
struct PackedSequence {
  Tensor data;              ///< [N,*]
  Tensor batch_sizes;       ///< int64 [T]: how many sequences have each step
  Tensor sorted_indices;    ///< int64 [B]: the sequence at each place of the packed order; undefined: as they were
  Tensor unsorted_indices;  ///< its inverse
};

/// input [T,B,*] ([B,T,*] if batch_first) and int64 lengths [B] -> packed. enforce_sorted: the lengths do not grow; else they are
/// sorted here. Throws ErrorKind::value for a length that is not in 1 ... T, or out of order.
PackedSequence pack_padded_sequence(const Tensor& input, const Tensor& lengths, bool batch_first = false, bool enforce_sorted = true);
/// The inverse: padded [T,B,*] and lengths [B], in the order of the sequences as they were. total_length: at least so many steps.
std::pair<Tensor, Tensor> pad_packed_sequence(const PackedSequence& sequence, bool batch_first = false, double padding_value = 0,
                                              std::optional<std::int64_t> total_length = {});
/// Sequences [length,*] -> packed.
PackedSequence pack_sequence(const TensorList& sequences, bool enforce_sorted = true);
TensorList unpack_sequence(const PackedSequence& sequence);
using wick::pad_sequence;
/// The first lengths[b] steps of each sequence of padded [T,B,*].
TensorList unpad_sequence(const Tensor& padded, const Tensor& lengths, bool batch_first = false);

}  // namespace wick::nn::utils::rnn
