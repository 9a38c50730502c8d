// RNN, LSTM, GRU and their cells: layers and directions around recurrent().

#include "wick/nn/recurrent.h"

#include <cmath>

#include "nn/parameters.h"
#include "nn/python_text.h"
#include "wick/nn/init.h"

namespace wick::nn {

namespace {

std::int64_t gates_of(Recurrence kind) { return kind == Recurrence::lstm ? 4 : kind == Recurrence::gru ? 3 : 1; }

Recurrence rnn_kind(const char* layer, const std::string& nonlinearity) {
  check(nonlinearity == "tanh" || nonlinearity == "relu", ErrorKind::value, "[{}] nonlinearity is \"{}\"; need \"tanh\" or \"relu\".", layer, nonlinearity);
  return nonlinearity == "relu" ? Recurrence::rnn_relu : Recurrence::rnn_tanh;
}

/// A parameter uniform in +-1 / sqrt(hidden_size).
Tensor uniform_parameter(const Shape& shape, std::int64_t hidden_size) {
  Tensor t = new_parameter(shape);
  const double bound = 1 / std::sqrt(static_cast<double>(hidden_size));
  init::uniform_(t, -bound, bound);
  return t;
}

const Tensor& input_at(const TensorList& inputs, std::size_t i) {
  static const Tensor none;
  return i < inputs.size() ? inputs[i] : none;
}

void check_inputs(const char* layer, Recurrence kind, const TensorList& inputs) {
  const std::size_t most = kind == Recurrence::lstm ? 3 : 2;
  check(inputs.size() <= most, ErrorKind::value, "[{}] {} inputs given; takes x, h{} at most.", layer, inputs.size(), most == 3 ? ", c" : "");
}

/// Row i of a state, [B,P]; of an undefined one, undefined.
Tensor layer_state(const Tensor& t, std::size_t i) { return t.defined() ? t.select(0, static_cast<std::int64_t>(i)) : t; }

}  // namespace

RecurrentLayer::RecurrentLayer(Recurrence kind, const char* type, std::int64_t input, std::int64_t hidden, const LSTMOptions& o)
    : input_size(input), hidden_size(hidden), options(o), kind_(kind) {
  check_positive(type, "input_size", input);
  check_positive(type, "hidden_size", hidden);
  check_positive(type, "num_layers", o.num_layers);
  check(o.dropout >= 0 && o.dropout <= 1, ErrorKind::value, "[{}] dropout is {}; dropout should be a number in range [0, 1].", type, o.dropout);
  check(o.proj_size >= 0 && o.proj_size < hidden, ErrorKind::value, "[{}] proj_size is {}; proj_size has to be smaller than hidden_size, {}, or 0.", type,
        o.proj_size, hidden);
  const std::int64_t P = o.proj_size ? o.proj_size : hidden, G = gates_of(kind) * hidden;
  for (std::int64_t layer = 0; layer < o.num_layers; ++layer)
    for (std::int64_t direction = 0; direction < directions(); ++direction) {
      const auto make = [&](const Shape& shape, bool wanted) { return wanted ? uniform_parameter(shape, hidden) : Tensor(); };
      Weights w;
      w.weight_ih = make({G, layer ? P * directions() : input}, true);
      w.weight_hh = make({G, P}, true);
      w.bias_ih = make(G, o.bias);
      w.bias_hh = make(G, o.bias);
      w.weight_hr = make({P, hidden}, o.proj_size > 0);
      weights.push_back(w);
    }
}

void RecurrentLayer::visit(Visitor& v) {
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const std::size_t n = static_cast<std::size_t>(directions());
    const std::string suffix = str("_l{}{}", i / n, i % n ? "_reverse" : "");
    Weights& w = weights[i];
    v.parameter(("weight_ih" + suffix).c_str(), w.weight_ih);
    v.parameter(("weight_hh" + suffix).c_str(), w.weight_hh);
    v.parameter(("bias_ih" + suffix).c_str(), w.bias_ih);
    v.parameter(("bias_hh" + suffix).c_str(), w.bias_hh);
    v.parameter(("weight_hr" + suffix).c_str(), w.weight_hr);
  }
}

std::string RecurrentLayer::extra_repr() const {
  std::string s = str("{}, {}", input_size, hidden_size);
  if (options.proj_size) s += str(", proj_size={}", options.proj_size);
  if (options.num_layers != 1) s += str(", num_layers={}", options.num_layers);
  if (!options.bias) s += ", bias=False";
  if (options.batch_first) s += ", batch_first=True";
  if (options.dropout != 0) s += ", dropout=" + py_float(options.dropout);
  if (options.bidirectional) s += ", bidirectional=True";
  return s;
}

void RecurrentLayer::check_state(const char* name, const Tensor& t, const Shape& need, const Tensor& x) const {
  if (!t.defined()) return;
  check(t.shape() == need, ErrorKind::shape, "[{}] {} is {} for input {}; expected hidden size {}.", type(), name, t, x, need);
}

// x [T,B,I], or [N,I] with batch_sizes; states [L D,B,P] or undefined.
TensorList RecurrentLayer::run(Tensor x, const Tensor& batch_sizes, const Tensor& h_0, const Tensor& c_0) {
  TensorList h_n, c_n;
  for (std::size_t layer = 0; layer < static_cast<std::size_t>(options.num_layers); ++layer) {
    if (layer) x = dropout(x, options.dropout, training);
    TensorList outputs;
    for (std::int64_t direction = 0; direction < directions(); ++direction) {
      const std::size_t i = h_n.size();
      const Weights& w = weights[i];
      const RecurrentResult r = recurrent(kind_, linear(x, w.weight_ih, w.bias_ih), w.weight_hh, w.bias_hh, layer_state(h_0, i), layer_state(c_0, i), w.weight_hr,
                                          batch_sizes, direction == 1);
      outputs.push_back(r.output);
      h_n.push_back(r.h_n);
      if (r.c_n.defined()) c_n.push_back(r.c_n);
    }
    x = outputs.size() == 1 ? outputs[0] : cat(outputs, -1);
  }
  TensorList out{x};
  for (const TensorList* states : {&h_n, &c_n})
    if (!states->empty()) out.push_back(states->size() == 1 ? states->front().unsqueeze(0) : stack(*states));
  return out;
}

TensorList RecurrentLayer::forward_all(const TensorList& inputs) {
  check_inputs(type(), kind_, inputs);
  const Tensor &x = inputs.at(0), &h_0 = input_at(inputs, 1), &c_0 = input_at(inputs, 2);
  check(x.dim() == 2 || x.dim() == 3, ErrorKind::shape, "[{}] input is {}; expected 2 or 3 dimensions: {} or [T,input_size].", type(), x,
        options.batch_first ? "[B,T,input_size]" : "[T,B,input_size]");
  check(x.size(-1) == input_size, ErrorKind::shape, "[{}] input is {}; its last size must be {} (input_size).", type(), x, input_size);
  const bool batched = x.dim() == 3;
  const std::int64_t LD = options.num_layers * directions();
  const auto need = [&](std::int64_t width) { return batched ? Shape{LD, x.size(options.batch_first ? 0 : 1), width} : Shape{LD, width}; };
  check_state("h_0", h_0, need(options.proj_size ? options.proj_size : hidden_size), x);
  check_state("c_0", c_0, need(hidden_size), x);
  const auto with_batch = [batched](const Tensor& t) { return t.defined() && !batched ? t.unsqueeze(1) : t; };
  TensorList out = run(batched && options.batch_first ? x.transpose(0, 1) : with_batch(x), {}, with_batch(h_0), with_batch(c_0));
  if (batched && options.batch_first) out[0] = out[0].transpose(0, 1);
  for (Tensor& t : out)
    if (!batched) t = t.squeeze(1);
  return out;
}

RecurrentLayer::PackedResult RecurrentLayer::forward(const utils::rnn::PackedSequence& x, const Tensor& h_0, const Tensor& c_0) {
  check(x.data.defined() && x.batch_sizes.defined() && x.data.dim() == 2 && x.data.size(1) == input_size, ErrorKind::shape,
        "[{}] the packed input is {}; need [N,{}] (input_size) and batch_sizes.", type(), x.data, input_size);
  const std::int64_t B = static_cast<std::int64_t>(x.batch_sizes.select(0, 0).item()), LD = options.num_layers * directions();
  check_state("h_0", h_0, {LD, B, options.proj_size ? options.proj_size : hidden_size}, x.data);
  check_state("c_0", c_0, {LD, B, hidden_size}, x.data);
  const auto ordered = [](const Tensor& t, const Tensor& order) { return t.defined() && order.defined() ? index_select(t, 1, order) : t; };
  const TensorList out = run(x.data, x.batch_sizes, ordered(h_0, x.sorted_indices), ordered(c_0, x.sorted_indices));
  return {{out[0], x.batch_sizes, x.sorted_indices, x.unsorted_indices},
          ordered(out[1], x.unsorted_indices),
          out.size() > 2 ? ordered(out[2], x.unsorted_indices) : Tensor()};
}

RNN::RNN(std::int64_t input, std::int64_t hidden, const RNNOptions& o)
    : RecurrentLayer(rnn_kind("RNN", o.nonlinearity), "RNN", input, hidden, {o.num_layers, o.bias, o.batch_first, o.dropout, o.bidirectional, 0}) {}
LSTM::LSTM(std::int64_t input, std::int64_t hidden, const LSTMOptions& o) : RecurrentLayer(Recurrence::lstm, "LSTM", input, hidden, o) {}
GRU::GRU(std::int64_t input, std::int64_t hidden, const GRUOptions& o)
    : RecurrentLayer(Recurrence::gru, "GRU", input, hidden, {o.num_layers, o.bias, o.batch_first, o.dropout, o.bidirectional, 0}) {}

RecurrentCell::RecurrentCell(Recurrence kind, const char* type, std::int64_t input, std::int64_t hidden, bool bias)
    : input_size(input), hidden_size(hidden), kind_(kind) {
  check_positive(type, "input_size", input);
  check_positive(type, "hidden_size", hidden);
  const std::int64_t G = gates_of(kind) * hidden;
  weight_ih = uniform_parameter({G, input}, hidden);
  weight_hh = uniform_parameter({G, hidden}, hidden);
  if (!bias) return;
  bias_ih = uniform_parameter(G, hidden);
  bias_hh = uniform_parameter(G, hidden);
}

TensorList RecurrentCell::forward_all(const TensorList& inputs) {
  check_inputs(type(), kind_, inputs);
  const Tensor &x = inputs.at(0), &h = input_at(inputs, 1), &c = input_at(inputs, 2);
  const bool fits = (x.dim() == 1 || x.dim() == 2) && x.size(-1) == input_size;
  check(fits, ErrorKind::shape, "[{}] input is {}; need [B,{}] or [{}] (input_size).", type(), x, input_size, input_size);
  Shape state = x.shape();
  state[state.rank() - 1] = hidden_size;
  if (kind_ == Recurrence::lstm) {
    const auto or_zeros = [&](const Tensor& t) { return t.defined() ? t : zeros(state, x.dtype()); };
    const auto [h_1, c_1] = lstm_cell(x, h.defined() || c.defined() ? TensorList{or_zeros(h), or_zeros(c)} : TensorList(), weight_ih, weight_hh, bias_ih, bias_hh);
    return {h_1, c_1};
  }
  const auto cell = kind_ == Recurrence::gru ? gru_cell : kind_ == Recurrence::rnn_relu ? rnn_relu_cell : rnn_tanh_cell;
  return {cell(x, h, weight_ih, weight_hh, bias_ih, bias_hh)};
}

void RecurrentCell::visit(Visitor& v) {
  v.parameter("weight_ih", weight_ih);
  v.parameter("weight_hh", weight_hh);
  v.parameter("bias_ih", bias_ih);
  v.parameter("bias_hh", bias_hh);
}

std::string RecurrentCell::extra_repr() const {
  return str("{}, {}{}{}", input_size, hidden_size, bias_ih.defined() ? "" : ", bias=False", kind_ == Recurrence::rnn_relu ? ", nonlinearity=relu" : "");
}

RNNCell::RNNCell(std::int64_t input, std::int64_t hidden, const RNNCellOptions& o)
    : RecurrentCell(rnn_kind("RNNCell", o.nonlinearity), "RNNCell", input, hidden, o.bias) {}
LSTMCell::LSTMCell(std::int64_t input, std::int64_t hidden, const CellOptions& o) : RecurrentCell(Recurrence::lstm, "LSTMCell", input, hidden, o.bias) {}
GRUCell::GRUCell(std::int64_t input, std::int64_t hidden, const CellOptions& o) : RecurrentCell(Recurrence::gru, "GRUCell", input, hidden, o.bias) {}

}  // namespace wick::nn
