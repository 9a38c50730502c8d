#pragma once
// Recurrent steps: a layer's whole walk through time as one op, and PyTorch's cells. Letters: T steps, B sequences, N rows of
// all steps together, H hidden_size, P the size of h (proj_size, else H), G gates (LSTM 4: i f g o; GRU 3: r z n; RNN 1).

#include <utility>

#include "wick/ops.h"

namespace wick {

enum class Recurrence : std::int64_t { rnn_tanh = 0, rnn_relu = 1, lstm = 2, gru = 3 };

/// The places of what recurrent() gives: out = 0, then h_n, then (LSTM) c_n.
struct RecurrentResult {
  Tensor output, h_n, c_n;  ///< [N,P] or [T,B,P]; [B,P]; [B,H], undefined but for an LSTM
};

/// One direction of one layer, given the input's part of all gates (linear(x, weight_ih, bias_ih)), whose products of all steps are one.
///   input  [T,B,G H], or with batch_sizes [N,G H]: the rows of a packed sequence, batch_sizes int64 [T] on the CPU, none growing
///   weight_hh [G H,P]   bias_hh [G H] or undefined   h_0 [B,P], c_0 [B,H] or undefined: zeros   weight_hr [P,H] (LSTM) or undefined
/// A reverse walk begins at the last step. Its gradient is one walk back (backpropagation through time), with the weights'
/// gradients one product over all steps; a second derivative is refused.
RecurrentResult recurrent(Recurrence kind, const Tensor& input, const Tensor& weight_hh, const Tensor& bias_hh = {}, const Tensor& h_0 = {},
                          const Tensor& c_0 = {}, const Tensor& weight_hr = {}, const Tensor& batch_sizes = {}, bool reverse = false);

// torch.lstm_cell and its sisters: input [B,I] or [I], hx (or h, c) [B,H] or [H] -> h' (and c').
std::pair<Tensor, Tensor> lstm_cell(const Tensor& input, const TensorList& hx, const Tensor& w_ih, const Tensor& w_hh, const Tensor& b_ih = {},
                                    const Tensor& b_hh = {});
Tensor gru_cell(const Tensor& input, const Tensor& hx, const Tensor& w_ih, const Tensor& w_hh, const Tensor& b_ih = {}, const Tensor& b_hh = {});
Tensor rnn_tanh_cell(const Tensor& input, const Tensor& hx, const Tensor& w_ih, const Tensor& w_hh, const Tensor& b_ih = {}, const Tensor& b_hh = {});
Tensor rnn_relu_cell(const Tensor& input, const Tensor& hx, const Tensor& w_ih, const Tensor& w_hh, const Tensor& b_ih = {}, const Tensor& b_hh = {});

namespace detail {
/// The op behind recurrent(), as the registry knows it: output, h_n and c_n one after the other, in one dimension.
Tensor recurrent_walk(const Tensor& input, const Tensor& weight_hh, const Tensor& bias_hh, const Tensor& h_0, const Tensor& c_0, const Tensor& weight_hr,
                      const Tensor& batch_sizes, std::int64_t kind, bool reverse);
}  // namespace detail

}  // namespace wick
