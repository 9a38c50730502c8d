#pragma once
// Packing and padding of sequences: what torch.nn.utils.rnn stands on.

#include <optional>
#include <utility>

#include "wick/ops.h"

namespace wick {

/// input [T,B,*] ([B,T,*] if batch_first), int64 lengths [B] that do not grow -> data [N,*], batch_sizes int64 [longest]
/// (torch._pack_padded_sequence). Throws ErrorKind::value for a length that is not in 1 ... T, or out of order.
std::pair<Tensor, Tensor> pack_padded_sequence(const Tensor& input, const Tensor& lengths, bool batch_first = false);
/// The inverse -> padded [T,B,*], lengths int64 [B] (torch._pad_packed_sequence). total_length: T is at least the longest.
std::pair<Tensor, Tensor> pad_packed_sequence(const Tensor& data, const Tensor& batch_sizes, bool batch_first = false, double padding_value = 0,
                                              std::optional<std::int64_t> total_length = {});
/// Sequences [length,*] -> [longest,B,*], or [B,longest,*].
Tensor pad_sequence(const TensorList& sequences, bool batch_first = false, double padding_value = 0);

}  // namespace wick
