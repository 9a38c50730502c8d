#pragma once
// Tables of vectors, looked up by index.

#include <optional>
#include <string_view>

#include "wick/tensor.h"

namespace wick {

/// Rows of weight [n,width] by int64 indices of any shape [...]: [...,width]. Throws ErrorKind::index for one outside 0 to n - 1.
///   padding_idx         gets no gradient; may be negative
///   max_norm            rows that are looked up and whose norm_type-norm is larger are scaled down to it first, in weight itself
///   scale_grad_by_freq  divides a row's gradient by how often it was looked up
///   sparse              must be false: there are no sparse gradients
Tensor embedding(const Tensor& input, const Tensor& weight, std::optional<std::int64_t> padding_idx = {}, std::optional<double> max_norm = {},
                 double norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false);

/// Bags of such rows as their mode: "sum", "mean" or "max". Empty bags give 0.
///   input    int64 [B,n], B bags of n; or [n] with offsets, an int64 list that starts with 0: where each bag begins
///   include_last_offset   offsets ends with n, so that there is one bag less; of a [B,n] input it says nothing: there are no
///                         offsets. PyTorch 1.13 drops the last row then, and reads past the end for its gradient.
///   scale_grad_by_freq    as embedding(), which PyTorch 1.13 does not do: its loop over the different indices in ascending
///                         order divides the gradient of the i-th one by the count of the i-th entry of all sorted indices
///                         (EmbeddingBag.cpp, counts[indices_data[i]]). They agree where all indices are equally frequent.
///   per_sample_weights    of input's shape, with "sum" only: factors of the rows
///   padding_idx           indices that are left out of their bag
Tensor embedding_bag(const Tensor& input, const Tensor& weight, const Tensor& offsets = {}, std::optional<double> max_norm = {}, double norm_type = 2,
                     bool scale_grad_by_freq = false, std::string_view mode = "mean", bool sparse = false, const Tensor& per_sample_weights = {},
                     bool include_last_offset = false, std::optional<std::int64_t> padding_idx = {});

}  // namespace wick
