#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

V whole(const Ints& values) { return V(tensor(values)); }

const BadCallFamily kFamily("sequence", [](BadCalls& out) {
  out.push_back({"recurrent_walk", {f32({3, 2, 5}), f32({4, 4}), kNone, kNone, kNone, kNone, kNone, I(0)}, "its last size must be 4, the first of weight_hh f32[4,4]"});
  out.push_back({"recurrent_walk", {f32({3, 2, 9}), f32({9, 4}), kNone, kNone, kNone, kNone, kNone, I(3)}, "weight_hh is f32[9,4] for input f32[3,2,9]; need [12,4]"});
  out.push_back({"recurrent_walk", {f32({3, 2, 4}), f32({4, 4}), f32({3}), kNone, kNone, kNone, kNone, I(1)}, "bias_hh is f32[3] for input f32[3,2,4]; need [4]"});
  out.push_back({"recurrent_walk", {f32({3, 2, 4}), f32({4, 4}), kNone, f32({3, 4}), kNone, kNone, kNone, I(1)}, "h_0 is f32[3,4] for input f32[3,2,4]; need [2,4]"});
  out.push_back({"recurrent_walk", {f32({3, 2, 4}), f32({4, 4}), kNone, kNone, f32({2, 4}), kNone, kNone, I(1)}, "only an LSTM has a cell state"});
  out.push_back({"recurrent_walk", {f32({3, 2, 4}), f32({4, 4}), kNone, kNone, kNone, f32({4, 4}), kNone, I(0)}, "only an LSTM has a projection"});
  out.push_back({"recurrent_walk", {f32({3, 2, 4}), f32({4, 4}), kNone, kNone, kNone, kNone, kNone, I(4)}, "kind is 4; need 0 (RNN, tanh)"});
  out.push_back({"recurrent_walk", {f32({3, 4}), f32({4, 4}), kNone, kNone, kNone, kNone, whole({1, 2}), I(0)}, "must not grow and must add up to 3"});
  out.push_back({"recurrent_walk", {f32({4, 4}), f32({4, 4}), kNone, kNone, kNone, kNone, whole({2, 1}), I(0)}, "must add up to 4, the first size of input f32[4,4]"});
  out.push_back({"recurrent_walk", {f32({4, 4}), f32({4, 4}), kNone, kNone, kNone, kNone, kNone, I(0)}, "input is f32[4,4]; need [T,B,G*H]"});
  for (const char* op : {"gru_cell", "rnn_tanh_cell", "rnn_relu_cell"}) {
    const std::int64_t G = std::string(op) == "gru_cell" ? 3 : 1;
    out.push_back({op, {f32({2, 3}), f32({2, 5}), f32({4 * G, 3}), f32({4 * G, 4})}, "hidden state is f32[2,5] for input f32[2,3]; need [2,4]"});
    out.push_back({op, {f32({2, 3}), kNone, f32({4 * G, 2}), f32({4 * G, 4})}, "its last size must be 2"});
  }
  out.push_back({"lstm_cell", {f32({2, 3}), TensorList{zeros({2, 4})}, f32({16, 3}), f32({16, 4})}, "hx has 1 tensors; need h and c, or none"});
  out.push_back({"lstm_cell", {f32({1, 2, 3}), TensorList(), f32({16, 3}), f32({16, 4})}, "input is f32[1,2,3]; need [batch,input_size] or [input_size]"});
  out.push_back({"pack_padded_sequence", {f32({4, 2}), whole({1, 3})}, "must be sorted in decreasing order; there is 3 after 1 at place 1"});
  out.push_back({"pack_padded_sequence", {f32({4, 2}), whole({3, 0})}, "has 0 at place 1; all must be greater than 0"});
  out.push_back({"pack_padded_sequence", {f32({4, 2}), whole({5, 3})}, "has 5 for input f32[4,2]; need at most 4"});
  out.push_back({"pack_padded_sequence", {f32({4, 2}), whole({3})}, "need one for each of 2 sequences"});
  out.push_back({"pack_padded_sequence", {f32({4, 2}), f32({2})}, "lengths is f32[2]; need i64"});
  out.push_back({"pad_packed_sequence", {f32({4}), whole({2, 1})}, "data is f32[4] for batch_sizes that add up to 3"});
  out.push_back({"pad_packed_sequence", {f32({3}), whole({2, 1}), false, 0.0, I(1)}, "total_length is 1; need at least the length of the longest sequence, 2"});
  out.push_back({"pad_sequence", {TensorList{}}, "the list of sequences is empty"});
  out.push_back({"pad_sequence", {TensorList{zeros({2, 3}), zeros({2, 4})}}, "sequences f32[2,3] and f32[2,4] differ"});
  out.push_back({"scaled_dot_product_attention", {f32({3, 4}), f32({5, 3}), f32({5, 4})}, "query is f32[3,4], key is f32[5,3]; need [...,L,E] and [...,S,E]"});
  out.push_back({"scaled_dot_product_attention", {f32({3, 4}), f32({5, 4}), f32({4, 4})}, "key is f32[5,4], value is f32[4,4]"});
  out.push_back({"scaled_dot_product_attention", {f32({3, 4}), f32({5, 4}), f32({5, 4}), f32({3, 4})}, "[3,5] and [3,4] differ"});
  out.push_back({"scaled_dot_product_attention", {f32({3, 4}), f32({5, 4}), f32({5, 4}), i64({3, 5})}, "attn_mask is i64[3,5] for scores of f32; need bool"});
  out.push_back({"scaled_dot_product_attention", {f32({3, 4}), f32({5, 4}), f32({5, 4}), f32({3, 5}), 0.0, true}, "attn_mask is given and is_causal is true"});
  out.push_back({"scaled_dot_product_attention", {f32({3, 4}), f32({5, 4}), f32({5, 4}), kNone, 1.5}, "between 0 and 1, but got 1.5"});
  out.push_back({"attention_weights", {f32({4})}, "scores is f32[4]; need [...,L,S]"});
  out.push_back({"attention_weights", {f32({2, 3}), f32({4, 2, 3})}, "attn_mask is f32[4,2,3]; it must broadcast to the scores' [2,3]"});
  out.push_back({"self_attention", {f32({2, 3, 4}), I(1)}, "qkv is f32[2,3,4]; need [B,T,3*E]"});
  out.push_back({"self_attention", {f32({2, 3, 12}), I(3)}, "num_heads is 3 for qkv f32[2,3,12]; it must divide 4"});
  out.push_back({"self_attention", {f32({2, 3, 12}), I(2), kNone, -0.5}, "dropout_p is -0.5; need 0 <= dropout_p <= 1"});
});

}  // namespace
}  // namespace wick::test
