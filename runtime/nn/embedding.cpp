#include "wick/nn/embedding.h"

#include "nn/parameters.h"
#include "nn/python_text.h"
#include "wick/nn/init.h"

namespace wick::nn {

namespace {

// Rows drawn from the normal distribution, as in PyTorch.
Tensor new_table(const char* layer, std::int64_t n, std::int64_t dim) {
  check_positive(layer, "num_embeddings", n);
  check_positive(layer, "embedding_dim", dim);
  const Tensor weight = new_parameter({n, dim});
  init::normal_(weight);
  return weight;
}

Tensor given_table(const Tensor& embeddings, bool freeze) {
  check(embeddings.defined() && embeddings.dim() == 2, ErrorKind::shape, "[from_pretrained] Embeddings parameter is expected to be 2-dimensional; it is {}.",
        embeddings);
  return embeddings.detach().requires_grad_(!freeze);
}

void zero_padding(const Embedding& e) {
  if (e.options.padding_idx) init::zeros_(e.weight.detach().select(0, *e.options.padding_idx));
}

}  // namespace

Embedding::Embedding(const char* layer, const Tensor& table, const EmbeddingOptions& o)
    : num_embeddings(table.size(0)), embedding_dim(table.size(1)), options(o), weight(table) {
  if (!options.padding_idx) return;
  std::int64_t& pad = *options.padding_idx;
  check(pad >= -num_embeddings && pad < num_embeddings, ErrorKind::index, "[{}] padding_idx is {}; need {} <= padding_idx < {} (num_embeddings).", layer, pad,
        -num_embeddings, num_embeddings);
  if (pad < 0) pad += num_embeddings;
}

Embedding::Embedding(std::int64_t n, std::int64_t dim, const EmbeddingOptions& o) : Embedding("Embedding", new_table("Embedding", n, dim), o) {
  zero_padding(*this);
}

Embedding Embedding::from_pretrained(const Tensor& embeddings, bool freeze, const EmbeddingOptions& o) {
  return Embedding("Embedding", given_table(embeddings, freeze), o);
}

Tensor Embedding::forward(const Tensor& x) {
  return embedding(x, weight, options.padding_idx, options.max_norm, options.norm_type, options.scale_grad_by_freq);
}

std::string Embedding::extra_repr() const {
  std::string out = str(num_embeddings, ", ", embedding_dim);
  if (options.padding_idx) out += str(", padding_idx=", *options.padding_idx);
  if (options.max_norm) out += ", max_norm=" + py_float(*options.max_norm);
  if (options.norm_type != 2) out += ", norm_type=" + py_float(options.norm_type);
  return options.scale_grad_by_freq ? out + ", scale_grad_by_freq=True" : out;
}

EmbeddingBag::EmbeddingBag(const Tensor& table, const EmbeddingBagOptions& o)
    : Embedding("EmbeddingBag", table, {o.padding_idx, o.max_norm, o.norm_type, o.scale_grad_by_freq}), mode(o.mode), include_last_offset(o.include_last_offset) {
  check(mode == "sum" || mode == "mean" || mode == "max", ErrorKind::value, "[EmbeddingBag] mode is \"{}\"; mode has to be one of sum, mean or max.", mode);
  check(mode != "max" || !options.scale_grad_by_freq, ErrorKind::value, "[EmbeddingBag] max mode does not support scaling the gradient by the frequency.");
}

EmbeddingBag::EmbeddingBag(std::int64_t n, std::int64_t dim, const EmbeddingBagOptions& o) : EmbeddingBag(new_table("EmbeddingBag", n, dim), o) {
  zero_padding(*this);
}

EmbeddingBag EmbeddingBag::from_pretrained(const Tensor& embeddings, bool freeze, const EmbeddingBagOptions& o) {
  return EmbeddingBag(given_table(embeddings, freeze), o);
}

TensorList EmbeddingBag::forward_all(const TensorList& inputs) {
  check(inputs.size() >= 1 && inputs.size() <= 3, ErrorKind::value, "[EmbeddingBag] {} inputs; need indices, offsets and per_sample_weights.", inputs.size());
  const auto input = [&](std::size_t i) { return i < inputs.size() ? inputs[i] : Tensor(); };
  return {embedding_bag(input(0), weight, input(1), options.max_norm, options.norm_type, options.scale_grad_by_freq, mode, false, input(2),
                        include_last_offset, options.padding_idx)};
}

std::string EmbeddingBag::extra_repr() const {
  std::string out = str(num_embeddings, ", ", embedding_dim);
  if (options.max_norm) out += ", max_norm=" + py_float(*options.max_norm);
  if (options.norm_type != 2) out += ", norm_type=" + py_float(options.norm_type);
  if (options.scale_grad_by_freq) out += ", scale_grad_by_freq=True";
  out += ", mode=" + mode;
  return options.padding_idx ? out + str(", padding_idx=", *options.padding_idx) : out;
}

}  // namespace wick::nn
