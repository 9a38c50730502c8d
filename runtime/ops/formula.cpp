#include "ops/formula.h"

namespace wick {

Term apply(Tensor (*op)(const Tensor&, const Tensor&), Term a, Term b) {
  return hold([&] { return op(a, b); });
}

Term operator+(Term a, Term b) {
  return hold([&] { return add(a, b); });
}
Term operator-(Term a, Term b) {
  return hold([&] { return sub(a, b); });
}
Term operator*(Term a, Term b) { return apply(mul, a, b); }
Term operator/(Term a, Term b) { return apply(div, a, b); }
Term neg(Term x) { return apply(neg, x); }
Term where(Term condition, Term x, Term other) {
  return hold([&] { return where(*condition, *x, *other); });
}
Term zeros_like(Term x) { return apply(zeros_like, x); }
Term reshape(Term x, const Shape& shape) {
  return hold([&] { return x->reshape(shape); });
}
Term to(Term x, DType dtype) {
  if (x->dtype() == dtype) return x;
  return hold([&] { return x->to(dtype); });
}

Term plain(Term x, DType dtype) {
  if (x->dtype() == dtype) return x;
  const NoGradGuard guard;
  return to(x, dtype);
}

}  // namespace wick
