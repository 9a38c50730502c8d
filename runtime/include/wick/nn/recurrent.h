#pragma once
// Recurrent layers, with PyTorch 1.13's names, defaults, initialisation, state_dict keys and printout. Letters: T steps,
// B sequences, I input_size, H hidden_size, P the size of h (proj_size, else H), L num_layers, D directions.

#include <string>
#include <vector>

#include "wick/nn/layers.h"
#include "wick/nn/rnn_utils.h"
#include "wick/ops/recurrent.h"

namespace wick::nn {

struct RNNOptions {
  std::int64_t num_layers = 1;
  std::string nonlinearity = "tanh";  ///< or "relu"
  bool bias = true, batch_first = false;
  double dropout = 0;  ///< on the output of each layer but the last
  bool bidirectional = false;
};
struct LSTMOptions {
  std::int64_t num_layers = 1;
  bool bias = true, batch_first = false;
  double dropout = 0;
  bool bidirectional = false;
  std::int64_t proj_size = 0;  ///< h is projected to this size; 0: it is not
};
struct GRUOptions {
  std::int64_t num_layers = 1;
  bool bias = true, batch_first = false;
  double dropout = 0;
  bool bidirectional = false;
};

/// What RNN, LSTM and GRU share.
///   forward_all({x, h_0, c_0}): x [T,B,I] ([B,T,I] if batch_first) or [T,I]; h_0 [L D,B,P] or [L D,P], c_0 (LSTM) [L D,B,H] or
///   [L D,H]; states that are left out are zeros. Gives output [T,B,D P] (or as x), h_n and, of an LSTM, c_n like h_0 and c_0.
///   forward(x), so also a layer inside Sequential, gives the output alone.
struct RecurrentLayer : Module {
  TensorList forward_all(const TensorList& inputs) override;
  using Module::forward;
  /// The same for sequences of several lengths; h_0, c_0 and the states given back are in the order of the sequences as they were.
  struct PackedResult {
    utils::rnn::PackedSequence output;
    Tensor h_n, c_n;
  };
  PackedResult forward(const utils::rnn::PackedSequence& x, const Tensor& h_0 = {}, const Tensor& c_0 = {});
  void visit(Visitor& v) override;
  std::string extra_repr() const override;

  struct Weights {
    Tensor weight_ih, weight_hh, bias_ih, bias_hh, weight_hr;  // [G H,I or D P], [G H,P], [G H], [G H], [P,H]
  };
  std::int64_t input_size, hidden_size;
  LSTMOptions options;
  std::vector<Weights> weights;  // layer by layer, each forward, then reverse

 protected:
  RecurrentLayer(Recurrence kind, const char* type, std::int64_t input_size, std::int64_t hidden_size, const LSTMOptions& options);

 private:
  TensorList run(Tensor x, const Tensor& batch_sizes, const Tensor& h_0, const Tensor& c_0);
  void check_state(const char* name, const Tensor& t, const Shape& need, const Tensor& x) const;
  std::int64_t directions() const { return options.bidirectional ? 2 : 1; }
  Recurrence kind_;
};

struct RNN final : RecurrentLayer {
  RNN(std::int64_t input_size, std::int64_t hidden_size, const RNNOptions& options = {});
  const char* type() const override { return "RNN"; }
};
struct LSTM final : RecurrentLayer {
  LSTM(std::int64_t input_size, std::int64_t hidden_size, const LSTMOptions& options = {});
  const char* type() const override { return "LSTM"; }
};
struct GRU final : RecurrentLayer {
  GRU(std::int64_t input_size, std::int64_t hidden_size, const GRUOptions& options = {});
  const char* type() const override { return "GRU"; }
};

struct RNNCellOptions {
  bool bias = true;
  std::string nonlinearity = "tanh";  ///< or "relu"
};
struct CellOptions {
  bool bias = true;
};
/// One step. forward_all({x, h, c}): x [B,I] or [I], h and c [B,H] or [H], zeros if left out. Gives h' and, of an LSTMCell, c'.
struct RecurrentCell : Module {
  TensorList forward_all(const TensorList& inputs) override;
  void visit(Visitor& v) override;
  std::string extra_repr() const override;

  std::int64_t input_size, hidden_size;
  Tensor weight_ih, weight_hh, bias_ih, bias_hh;  // [G H,I], [G H,H], [G H], [G H]

 protected:
  RecurrentCell(Recurrence kind, const char* type, std::int64_t input_size, std::int64_t hidden_size, bool bias);

 private:
  Recurrence kind_;
};

struct RNNCell final : RecurrentCell {
  RNNCell(std::int64_t input_size, std::int64_t hidden_size, const RNNCellOptions& options = {});
  const char* type() const override { return "RNNCell"; }
};
struct LSTMCell final : RecurrentCell {
  LSTMCell(std::int64_t input_size, std::int64_t hidden_size, const CellOptions& options = {});
  const char* type() const override { return "LSTMCell"; }
};
struct GRUCell final : RecurrentCell {
  GRUCell(std::int64_t input_size, std::int64_t hidden_size, const CellOptions& options = {});
  const char* type() const override { return "GRUCell"; }
};

}  // namespace wick::nn
