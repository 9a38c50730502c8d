#pragma once
// Ops on Terms, for gradients and losses composed of ops: temporaries stay in the innermost Formula.

#include "ops/common.h"

namespace wick {

/// The tensor fn returns, made in place in the innermost Formula.
template <class F>
Term hold(const F& fn) {
  return new (Formula::place()) Tensor(fn());
}

inline Term apply(Tensor (*op)(const Tensor&), Term x) {
  return hold([&] { return op(x); });
}
Term apply(Tensor (*op)(const Tensor&, const Tensor&), Term a, Term b);

Term operator+(Term a, Term b);
Term operator-(Term a, Term b);
Term operator*(Term a, Term b);
Term operator/(Term a, Term b);
Term neg(Term x);
Term where(Term condition, Term x, Term other);
Term zeros_like(Term x);
Term reshape(Term x, const Shape& shape);
Term to(Term x, DType dtype);  ///< x itself if already so
Term plain(Term x, DType dtype);  ///< x in dtype outside the graph
inline Term detach(Term x) {
  return hold([&] { return x->detach(); });
}
inline Term sum(Term x, const Dims& dim, bool keepdim) {
  return hold([&] { return sum(*x, dim, keepdim); });
}
inline Term zeros(const Shape& shape, Term like) {
  return hold([&] { return zeros(shape, like->dtype()); });
}

}  // namespace wick
