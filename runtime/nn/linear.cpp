// Linear and Embedding.

#include <cmath>

#include "nn/parameters.h"
#include "nn/python_text.h"
#include "wick/nn/init.h"
#include "wick/nn/layers.h"

namespace wick::nn {

Linear::Linear(std::int64_t in, std::int64_t out, const LinearOptions& o) : in_features(in), out_features(out) {
  check_positive("Linear", "in_features", in);
  check_positive("Linear", "out_features", out);
  weight = new_parameter({out, in});
  if (o.bias) bias = new_parameter(out);
  default_init(weight, bias);
}

Tensor Linear::forward(const Tensor& x) {
  const int rank = x.dim();
  if (rank == 0 || x.shape().back() != in_features) {
    const bool flat_fits = rank > 2 && x.size(0) > 0 && x.numel() / x.size(0) == in_features;
    fail(ErrorKind::shape, "[Linear] input is {}; its last size must be {} (in_features).{}", x, in_features,
         flat_fits ? " Put a Flatten() in front." : "");
  }
  return linear(x, weight, bias);
}

void Linear::visit(Visitor& v) {
  v.parameter("weight", weight);
  v.parameter("bias", bias);
}

std::string Linear::extra_repr() const {
  return str("in_features={}, out_features={}, bias={}", in_features, out_features, py_bool(bias.defined()));
}

Embedding::Embedding(std::int64_t n, std::int64_t dim, const EmbeddingOptions& o)
    : num_embeddings(n), embedding_dim(dim), padding_idx(o.padding_idx) {
  check_positive("Embedding", "num_embeddings", n);
  check_positive("Embedding", "embedding_dim", dim);
  if (padding_idx) {
    check(*padding_idx >= -n && *padding_idx < n, ErrorKind::index, "[Embedding] padding_idx is {}; need {} <= padding_idx < {} (num_embeddings).",
          *padding_idx, -n, n);
    if (*padding_idx < 0) *padding_idx += n;
  }
  weight = new_parameter({n, dim});
  init::normal_(weight);
  if (padding_idx) init::zeros_(weight.detach().select(0, *padding_idx));
}

Tensor Embedding::forward(const Tensor& x) { return embedding(x, weight, padding_idx); }

void Embedding::visit(Visitor& v) { v.parameter("weight", weight); }

std::string Embedding::extra_repr() const {
  return str(num_embeddings, ", ", embedding_dim, padding_idx ? str(", padding_idx=", *padding_idx) : "");
}

}  // namespace wick::nn
