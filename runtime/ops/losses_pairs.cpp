// Losses that compare two or three inputs with each other.

#include "ops/losses.h"
#include "wick/ops/loss.h"

namespace wick {

namespace {

Term clamp_min_0(Term x) {
  return hold([&] { return clamp(x, 0.0); });
}

// x^power where x > 0; 0 with the gradient 0 at 0, where a norm has a kink.
Term root(Term x, double power) {
  const Term zero = apply(eq, detach(x), 0.0);
  return where(zero, 0.0, apply(pow, where(zero, 1.0, x), power));
}

// The p-norm of a - b + eps over the last dimension.
Tensor distance(const Tensor& x, const Tensor& y, double p, double eps) {
  const Formula temporaries;
  const Term a = x, b = y;
  const Term size = apply(abs, a - b + eps);
  if (p == __builtin_inf()) return amax(size, -1);
  if (p == 0) return sum(to(apply(ne, size, 0.0), size->dtype()), -1, false);
  if (p == 1) return sum(size, -1, false);
  return root(sum(p == 2 ? apply(square, size) : root(size, p), -1, false), 1 / p);
}

// 1 / sqrt of what follows is never infinite.
Term square_of_norm(Term x) { return sum(apply(square, x), -1, false) + 1e-12; }

}  // namespace

Tensor margin_ranking_loss(const Tensor& x1, const Tensor& x2, const Tensor& target, double margin, std::string_view reduction) {
  const Reduction how = elementwise("margin_ranking_loss", x1, target, reduction);
  check_floating("margin_ranking_loss", "input2", x2);
  check(x1.dim() == x2.dim() && x1.dim() == target.dim(), ErrorKind::shape,
        "[margin_ranking_loss] All input tensors should have same dimension but got sizes: input1: {}, input2: {}, target: {}.", x1, x2, target);
  const Formula temporaries;
  return reduced(clamp_min_0(margin - Term(target) * (Term(x1) - Term(x2))), how);
}

Tensor cosine_embedding_loss(const Tensor& x1, const Tensor& x2, const Tensor& target, double margin, std::string_view reduction) {
  const char* op = "cosine_embedding_loss";
  const Reduction how = elementwise(op, x1, target, reduction);
  check_floating(op, "input2", x2);
  check(target.dim() <= 1, ErrorKind::shape, "[{}] 0D or 1D target tensor expected, multi-target not supported; target is {}.", op, target);
  check(x1.dim() == target.dim() + 1 && x2.dim() == x1.dim(), ErrorKind::shape,
        "[{}] {}D target tensor expects {}D input tensors, but found inputs with sizes {} and {}.", op, target.dim(), target.dim() + 1, x1, x2);
  const Formula temporaries;
  const Term a = x1, b = x2, t = detach(target);
  const Term cosine = sum(a * b, -1, false) / apply(sqrt, square_of_norm(a) * square_of_norm(b));
  return reduced(where(apply(eq, t, 1.0), 1.0 - cosine, 0.0) + where(apply(eq, t, -1.0), clamp_min_0(cosine - margin), 0.0), how);
}

Tensor triplet_margin_loss(const Tensor& anchor, const Tensor& positive, const Tensor& negative, double margin, double p, double eps, bool swap,
                           std::string_view reduction) {
  const char* op = "triplet_margin_loss";
  const Reduction how = elementwise(op, anchor, positive, reduction);
  check_floating(op, "negative", negative);
  check(anchor.dim() == positive.dim() && anchor.dim() == negative.dim(), ErrorKind::shape,
        "[{}] All inputs should have same dimension but got {}D, {}D and {}D inputs: {}, {}, {}.", op, anchor.dim(), positive.dim(), negative.dim(), anchor,
        positive, negative);
  check(anchor.dim() >= 1, ErrorKind::shape, "[{}] anchor is {}; need [D] or [N,D].", op, anchor);
  const Formula temporaries;
  const auto apart = [&](const Tensor& a, const Tensor& b) { return hold([&] { return distance(a, b, p, eps); }); };
  const Term near = apart(anchor, positive);
  Term far = apart(anchor, negative);
  if (swap) far = apply(minimum, far, apart(positive, negative));
  return reduced(clamp_min_0(near - far + margin), how);
}

}  // namespace wick
