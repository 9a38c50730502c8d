#pragma once
// Padding layers. padding: one width for all sides, or (left, right) of the last dimension, then of the one before, ...

#include "wick/nn.h"

namespace wick::nn {

struct Pad : Module {
  Tensor forward(const Tensor& x) override { return pad(x, padding, mode_, value); }
  const char* type() const override { return type_; }
  std::string extra_repr() const override;

  Dims padding;  // all widths
  double value;

 protected:
  Pad(const char* type, const char* mode, int n, const Dims& padding, double value = 0);

  const char *type_, *mode_;
};
struct ConstantPad1d final : Pad {
  ConstantPad1d(const Dims& padding, double value) : Pad("ConstantPad1d", "constant", 1, padding, value) {}
};
struct ConstantPad2d final : Pad {
  ConstantPad2d(const Dims& padding, double value) : Pad("ConstantPad2d", "constant", 2, padding, value) {}
};
struct ConstantPad3d final : Pad {
  ConstantPad3d(const Dims& padding, double value) : Pad("ConstantPad3d", "constant", 3, padding, value) {}
};
struct ZeroPad2d final : Pad {
  explicit ZeroPad2d(const Dims& padding) : Pad("ZeroPad2d", "constant", 2, padding) {}
};
struct ReflectionPad1d final : Pad {
  explicit ReflectionPad1d(const Dims& padding) : Pad("ReflectionPad1d", "reflect", 1, padding) {}
};
struct ReflectionPad2d final : Pad {
  explicit ReflectionPad2d(const Dims& padding) : Pad("ReflectionPad2d", "reflect", 2, padding) {}
};
struct ReflectionPad3d final : Pad {
  explicit ReflectionPad3d(const Dims& padding) : Pad("ReflectionPad3d", "reflect", 3, padding) {}
};
struct ReplicationPad1d final : Pad {
  explicit ReplicationPad1d(const Dims& padding) : Pad("ReplicationPad1d", "replicate", 1, padding) {}
};
struct ReplicationPad2d final : Pad {
  explicit ReplicationPad2d(const Dims& padding) : Pad("ReplicationPad2d", "replicate", 2, padding) {}
};
struct ReplicationPad3d final : Pad {
  explicit ReplicationPad3d(const Dims& padding) : Pad("ReplicationPad3d", "replicate", 3, padding) {}
};

}  // namespace wick::nn
