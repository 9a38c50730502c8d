#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

Tensor sizes(const Ints& values) { return tensor(values); }

struct WalkShape {
  std::int64_t T, B, H;
  bool state, bias;
};

void recurrence(Samples& out) {
  const WalkShape shapes[] = {{2, 2, 2, true, true}, {3, 1, 1, false, true}, {1, 2, 3, true, false}, {2, 3, 1, false, false}};
  const Ints packed[] = {{2, 1}, {3}, {2, 2, 1}};
  for (std::int64_t kind = 0; kind < 4; ++kind) {
    const std::int64_t gates = kind == 2 ? 4 : kind == 3 ? 3 : 1;
    const auto cell = [&](const V& v) { return kind == 2 ? v : kNone; };
    for (const bool reverse : {false, true}) {
      for (const WalkShape& s : shapes) {
        const V h = s.state ? V(R({s.B, s.H})) : kNone, bias = s.bias ? V(R({gates * s.H})) : kNone;
        out.push_back({"recurrent_walk", {R({s.T, s.B, gates * s.H}), R({gates * s.H, s.H}), bias, h, cell(s.state ? V(R({s.B, s.H})) : kNone), kNone, kNone, kind, reverse}});
      }
      for (const Ints& p : packed) {
        std::int64_t n = 0;
        for (const std::int64_t v : p) n += v;
        out.push_back({"recurrent_walk", {R({n, gates * 2}), R({gates * 2, 2}), R({gates * 2}), R({p[0], 2}), cell(R({p[0], 2})), kNone, sizes(p), kind, reverse}});
      }
    }
  }
  for (const std::int64_t P : {1, 2}) {
    out.push_back({"recurrent_walk", {R({2, 2, 12}), R({12, P}), R({12}), R({2, P}), R({2, 3}), R({P, 3}), kNone, I(2), P == 1}});
    out.push_back({"recurrent_walk", {R({3, 12}), R({12, P}), kNone, kNone, kNone, R({P, 3}), sizes({2, 1}), I(2), P == 2}});
  }
  out.push_back({"recurrent_walk", {R({2, 0, 2}), R({2, 2}), R({2}), kNone, kNone, kNone, kNone, I(0)}});
  for (const char* op : {"recurrent_walk", "lstm_cell", "gru_cell", "rnn_tanh_cell", "rnn_relu_cell"}) out.refuses_second(op, "RecurrentWalkBackward0");
  out.cannot("recurrent_walk", Layout::channels_last, "it takes at most 3 dimensions");
  out.cannot("recurrent_walk", Layout::zero_dim, "its inputs have dimensions");

  for (const char* op : {"lstm_cell", "gru_cell", "rnn_tanh_cell", "rnn_relu_cell"}) {
    const bool lstm = std::string(op) == "lstm_cell";
    const std::int64_t G = lstm ? 4 : std::string(op) == "gru_cell" ? 3 : 1;
    for (const std::int64_t B : {0, 1, 2, 3, -1})  // -1: one sequence, without that dimension
      for (const auto& [N, H] : {std::pair<std::int64_t, std::int64_t>{1, 2}, {3, 1}, {2, 2}, {1, 1}}) {
        const auto rows = [&](std::int64_t n) { return B < 0 ? Shape{n} : Shape{B, n}; };
        const bool state = N != 3, bias = H == 2;
        const V h = lstm ? V(state ? TensorList{R(rows(H)), R(rows(H))} : TensorList()) : state ? V(R(rows(H))) : kNone;
        out.push_back({op, {R(rows(N)), h, R({G * H, N}), R({G * H, H}), bias ? V(R({G * H})) : kNone, bias ? V(R({G * H})) : kNone}});
      }
    out.cannot(op, Layout::channels_last, "it takes at most 2 dimensions");
    out.cannot(op, Layout::zero_dim, "its inputs have dimensions");
  }
}

void packing(Samples& out) {
  for (const Ints& lengths : {Ints{3, 2, 1}, Ints{2, 2}, Ints{1}, Ints{3, 1}, Ints{1, 1, 1}}) {
    const std::int64_t T = lengths[0], B = static_cast<std::int64_t>(lengths.size());
    Ints batch_sizes;
    std::int64_t total = 0;
    for (std::int64_t t = 0; t < T; ++t) {
      batch_sizes.push_back(0);
      for (const std::int64_t n : lengths) batch_sizes.back() += n > t;
      total += batch_sizes.back();
    }
    for (const bool batch_first : {false, true}) {
      const std::int64_t first = batch_first ? B : T, second = batch_first ? T : B;
      for (const Shape& rest : {Shape{}, Shape{2}, Shape{2, 2}, Shape{0}}) {
        Shape padded{first, second}, data{total};
        for (const std::int64_t n : rest) padded.push_back(n), data.push_back(n);
        out.push_back({"pack_padded_sequence", {R(padded), sizes(lengths), batch_first}});
        out.push_back({"pad_packed_sequence", {R(data), sizes(batch_sizes), batch_first, 0.5, rest.rank() ? kNone : I(T + 1)}});
      }
    }
  }
  Shape deep{2, 2, 1, 2};
  out.push_back({"pack_padded_sequence", {R(deep), sizes({2, 1})}});
  deep[0] = 3;
  out.push_back({"pad_packed_sequence", {R(deep), sizes({2, 1})}});
  for (const bool batch_first : {false, true})
    for (const Ints& lengths : {Ints{2, 3}, Ints{1}, Ints{2, 2}, Ints{0, 2, 1}, Ints{3, 1}})
      for (const Shape& rest : {Shape{}, Shape{2}, Shape{2, 1, 2}}) {
        TensorList list;
        for (const std::int64_t n : lengths) {
          Shape s = rest;
          s.insert(0, n);
          list.push_back(R(s));
        }
        out.push_back({"pad_sequence", {list, batch_first, rest.rank() ? 0.0 : -1.5}});
      }
  for (const char* op : {"pack_padded_sequence", "pad_packed_sequence", "pad_sequence"}) out.cannot(op, Layout::zero_dim, "a sequence has a dimension");
}

void attention(Samples& out) {
  struct Case {
    Shape lead;
    std::int64_t L, S, E, V;
  };
  for (const Case& c : {Case{{}, 2, 3, 2, 1}, Case{{2}, 3, 3, 1, 2}, Case{{1, 2}, 2, 2, 3, 2}, Case{{1}, 2, 1, 2, 2}, Case{{0}, 2, 2, 2, 2}}) {
    const auto shape = [&](std::int64_t rows, std::int64_t cols) {
      Shape s = c.lead;
      s.push_back(rows), s.push_back(cols);
      return s;
    };
    const V some[] = {kNone, R({c.L, c.S}), R(shape(c.L, c.S)), mask({c.L, c.S})};
    for (int i = 0; i < 4; ++i) {
      V m = some[i];
      if (i == 3)  // each query may look somewhere
        for (std::int64_t l = 0; l < c.L; ++l) m.tensor.data<bool>()[l * c.S] = true;
      const V scale = i % 2 ? V(0.7) : kNone;
      out.push_back({"scaled_dot_product_attention", {R(shape(c.L, c.E)), R(shape(c.S, c.E)), R(shape(c.S, c.V)), m, 0.0, i == 0 && c.L <= c.S, scale}});
      out.push_back({"attention_weights", {R(shape(c.L, c.S)), m, 0.8, false}});
      if (i < 3) out.push_back({"attention_weights", {R(shape(c.L, c.S)), m, 1.5, true}});
    }
    out.push_back({"scaled_dot_product_attention", {R(shape(c.L, c.E)), R(shape(c.S, c.E)), R(shape(c.S, c.V)), kNone, 0.4}});
  }
  for (const char* op : {"scaled_dot_product_attention", "attention_weights"}) out.cannot(op, Layout::zero_dim, "it takes matrices");

  struct Heads {
    std::int64_t B, T, heads, D;
  };
  for (const Heads& h : {Heads{2, 2, 1, 1}, Heads{1, 3, 2, 1}, Heads{2, 1, 2, 2}, Heads{1, 2, 1, 3}, Heads{0, 2, 1, 1}})
    for (int i = 0; i < 5; ++i) {
      const V masks[] = {kNone, R({h.T, h.T}), R({h.B, h.heads, h.T, h.T}), kNone, R({h.B, 1, 1, h.T})};
      out.push_back({"self_attention", {R({h.B, h.T, 3 * h.heads * h.D}), I(h.heads), masks[i], i == 3 ? 0.3 : 0.0, i % 2 == 1}});
    }
  out.cannot("self_attention", Layout::zero_dim, "it takes 3 dimensions");
}

const SampleFamily kFamily("sequence", [](Samples& out) {
  recurrence(out);
  packing(out);
  attention(out);
});

}  // namespace
}  // namespace wick::test
