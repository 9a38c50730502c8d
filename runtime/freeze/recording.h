#pragma once
// What one run of a function on tensors did: ops on views of values, a value being one storage.

#include <vector>

#include "autograd/trace.h"

namespace wick::frozen {

/// How an op sees a value.
struct View {
  int value = -1;  // -1: an absent argument
  DType dtype = DType::float32;
  bool is_number = false;
  Shape shape;
  Dims strides;
  std::int64_t offset = 0;

  std::int64_t size() const { return numel(shape); }
  /// All of a contiguous block that starts where the value does.
  bool dense() const { return offset == 0 && strides == contiguous_strides(shape); }
};

struct Op {
  const char* name;
  std::vector<View> in;
  std::vector<double> params;
  View out;  // dense
};

struct Recording {
  std::vector<Op> ops;
  std::vector<Ref<Storage>> constants;  // by value; null for the input and what is computed
  View input, output;

  /// The recording at batch n, given those at batches 2 (this) and 3, every size being a line through both.
  Recording at(std::int64_t n, const Recording& at_3) const;
  /// Whether both did the same ops but for sizes.
  bool parallel(const Recording& other) const;
  /// Whether both did the same ops with the same sizes and constants.
  bool same_as(const Recording& other) const;
};

/// Records what this thread's ops make of x, as long as it lives.
class Recorder final : public Tracer {
 public:
  explicit Recorder(const Tensor& x);
  ~Recorder();
  Recorder(const Recorder&) = delete;
  /// The recording that ends in y.
  Recording take(const Tensor& y);

  void op(const char* name, const Tensor& y, std::span<const Tensor* const> in, std::span<const double> params) override;
  void write(const Tensor& t, const Tensor& value) override;
  void read(const char* op, const Tensor& t) override;

 private:
  View view(const Tensor& t, bool live = false);
  int find(const Tensor& t) const;
  bool is_live(const Tensor& t) const;

  Recording r_;
  Tracer* before_;
  std::vector<Ref<Storage>> storages_;  // kept alive, so that an address names one value
};

}  // namespace wick::frozen
