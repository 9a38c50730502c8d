// Convolutions run best with channels last: a pixel is then some whole vectors. What a program reads and returns keeps
// PyTorch's order; in between a value has its channels last if its maker and all its readers can have them there.

#include "freeze/program.h"
#include "freeze/steps.h"

namespace wick::frozen {

namespace {

bool is_image(const View& v) { return v.shape.rank() == 4 && v.dtype == DType::float32 && v.dense(); }
/// Of one channel or one pixel: both orders are the same.
bool either(const View& v) { return v.shape.rank() == 4 && (v.shape[1] == 1 || v.shape[2] * v.shape[3] == 1); }

class Chooser {
 public:
  explicit Chooser(Program& p) : p_(p), last_(p.a.constants.size(), false) {
    for (const Node& n : p.nodes) last_[at(out(n).value)] = is_image(out(n)) && !either(out(n)) && can_write(n);
    if (p.a.output.value >= 0) last_[at(p.a.output.value)] = false;
    do {
      changed_ = false;
      for (const Node& n : p.nodes) restrict(n);
    } while (changed_);
    for (Node& n : p.nodes) {
      const View& x = first_op(n, p_.a).in[0];
      n.y_last = last_[at(out(n).value)];
      n.x_last = x.value >= 0 && last_[at(x.value)];
      if (n.kind == Kind::conv && either(x)) n.x_last = n.y_last;
    }
  }

 private:
  const View& out(const Node& n) const { return out_of(n, p_.a); }
  bool constant(const View& v) const { return p_.a.constants[at(v.value)] != nullptr; }

  bool can_write(const Node& n) const {
    switch (n.kind) {
      case Kind::conv: return conv_last(n, p_.a) != kernels::Last::none;
      case Kind::unary: case Kind::binary: case Kind::max_pool: case Kind::avg_pool: case Kind::adaptive_pool: case Kind::batch_norm: return true;
      default: return false;
    }
  }

  void forbid(const View& v) {
    if (v.value < 0 || !last_[at(v.value)]) return;
    last_[at(v.value)] = false;
    changed_ = true;
  }
  /// Both or neither, where it makes a difference.
  void equal(const View& x, const View& y) {
    if (constant(x) || constant(y) || either(x) || either(y)) return;
    if (!last_[at(x.value)] || !is_image(x)) forbid(y);
    if (!last_[at(y.value)] || !is_image(y)) forbid(x);
  }

  void restrict(const Node& n) {
    const View &y = out(n), &x = first_op(n, p_.a).in[0];
    const std::vector<const View*> operands = operands_of(n, p_.a);
    if (!can_write(n)) {
      for (const View* v : operands) forbid(*v);
      return;
    }
    for (const View* v : operands)
      if (!is_image(*v)) forbid(*v);
    if (n.kind == Kind::conv) {
      const kernels::Last last = conv_last(n, p_.a);
      if (last == kernels::Last::both) equal(x, y);
      if (last == kernels::Last::y) forbid(x);
      if (n.residual_op >= 0) equal(*operands.back(), y);
    } else {
      for (const View* v : operands) equal(*v, y);
    }
  }

  Program& p_;
  std::vector<char> last_;  // by value
  bool changed_ = false;
};

}  // namespace

void choose_channels_last(Program& program) { Chooser{program}; }

}  // namespace wick::frozen
