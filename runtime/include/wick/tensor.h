#pragma once
// Tensor: a cheap handle on a strided view of shared storage, with PyTorch's names and rules.

#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "wick/dtype.h"
#include "wick/error.h"
#include "wick/ref.h"
#include "wick/shape.h"

namespace wick {

class Node;
class Tensor;
namespace indexing {
struct TensorIndex;  // wick/ops/indexing.h
}
using TensorList = std::vector<Tensor>;

/// A block of memory shared by views, 64-byte aligned, with the version counter of in-place writes.
class Storage final : public RefCounted {
 public:
  explicit Storage(std::size_t bytes);
  /// Memory of the caller's, kept alive by owner.
  Storage(void* data, std::size_t bytes, std::shared_ptr<void> owner) : data_(data), bytes_(bytes), owner_(std::move(owner)), memory_(Memory::borrowed) {}
  ~Storage() override;
  void* data() const { return data_; }
  std::size_t bytes() const { return bytes_; }
  std::uint32_t version = 0;

 private:
  friend struct TensorImpl;
  friend class Tensor;
  enum class Memory : std::uint8_t { own, borrowed, behind };
  static Ref<Storage> make(std::size_t bytes);  // few elements lie behind it in one block; inline in core/tensor.cpp
  Storage(void* data, std::size_t bytes, Memory memory) : data_(data), bytes_(bytes), memory_(memory) {}
  void release() noexcept override;
  void* data_;
  std::size_t bytes_;
  std::shared_ptr<void> owner_;
  Memory memory_ = Memory::own;
};

struct LeafMeta;

/// Body of a Tensor. Code outside core/ and autograd/ goes through Tensor.
struct TensorImpl final : RefCounted {
  TensorImpl(Ref<Storage> storage, const Shape& shape, const Dims& strides, std::int64_t offset, DType dtype);
  TensorImpl(Ref<Storage> storage, const Shape& shape, std::int64_t numel, DType dtype);  ///< contiguous
  explicit TensorImpl(const TensorImpl& same);  ///< the same view, outside any graph
  /// A contiguous one on new memory; numel: that of shape. Throws as empty().
  static Ref<TensorImpl> make(const Shape& shape, std::int64_t numel, DType dtype);
  ~TensorImpl() override;
  void release() noexcept override;
  Ref<Storage> storage;
  void* data;                      // of the first element
  Shape shape;
  Dims strides;                    // in elements
  std::int64_t offset, numel;      // in elements
  DType dtype;
  bool contiguous;
  bool requires_grad = false;      // of a leaf; a result with a grad_fn requires it by that
  bool unrecorded = false;         // a view made under no_grad: writes to it reach no graph
  bool inference = false;          // made under InferenceMode: never part of a graph
  bool is_number = false;          // from a plain number: does not take part in type promotion
  std::uint32_t epoch = 0;         // counts the writes that moved this tensor in the graph; of a view: its base's, when last looked at
  Ref<TensorImpl> base;            // of a view: the tensor, itself none, whose memory it shows
  Ref<Node> grad_fn;
  Ref<LeafMeta> leaf;              // grad, its accumulator, hooks
};

class Tensor {
 public:
  Tensor() = default;  ///< undefined: defined() is false; stands for an absent optional argument
  Tensor(double value);  // NOLINT: a 0-dim tensor marked as plain number, so that `x + 1.0` keeps x's dtype
  explicit Tensor(Ref<TensorImpl> impl) : impl_(std::move(impl)) {}

  bool defined() const { return static_cast<bool>(impl_); }
  const Shape& shape() const { return impl_->shape; }
  const Dims& strides() const { return impl_->strides; }
  std::int64_t size(std::int64_t dim) const;  ///< dim in [-rank, rank)
  int dim() const { return impl_->shape.rank(); }
  std::int64_t numel() const { return impl_->numel; }
  DType dtype() const { return impl_->dtype; }
  bool is_contiguous() const { return impl_->contiguous; }
  bool is_floating_point() const { return is_floating(dtype()); }
  /// First element of the view. T must be the dtype's type, or std::uint8_t for bool; throws ErrorKind::dtype.
  template <class T>
  T* data() const {
    if (impl_ && impl_->dtype == dtype_of<T>::value) [[likely]]
      return static_cast<T*>(impl_->data);
    return static_cast<T*>(other_data(dtype_of<T>::value));
  }
  void* raw_data() const;
  /// The value of a one-element tensor of any dtype. Throws ErrorKind::value for another count.
  double item() const;
  /// All elements in row-major order, converted to double, whatever the layout.
  std::vector<double> to_vector() const;

  // Views: share storage, copy nothing, differentiable.
  Tensor view(const Shape& shape) const;  ///< one -1 is inferred; throws when the layout needs a copy
  Tensor reshape(const Shape& shape) const;  ///< view where possible, else a copy
  Tensor transpose(std::int64_t dim0, std::int64_t dim1) const;
  Tensor t() const;  ///< transpose(0, 1) of a matrix
  Tensor permute(const Dims& dims) const;
  Tensor narrow(std::int64_t dim, std::int64_t start, std::int64_t length) const;
  Tensor select(std::int64_t dim, std::int64_t index) const;
  Tensor slice(std::int64_t dim, std::int64_t start, std::int64_t end, std::int64_t step = 1) const;
  Tensor expand(const Shape& shape) const;  ///< -1 keeps a size
  Tensor squeeze() const;
  Tensor squeeze(std::int64_t dim) const;
  Tensor unsqueeze(std::int64_t dim) const;
  Tensor flatten(std::int64_t start_dim = 0, std::int64_t end_dim = -1) const;
  Tensor operator[](std::int64_t index) const { return select(0, index); }

  Tensor contiguous() const;  ///< itself if already so
  Tensor clone() const;
  Tensor to(DType dtype) const;  ///< itself if already so
  Tensor detach() const;  ///< same storage, outside the graph

  // Autograd.
  bool requires_grad() const;
  Tensor& requires_grad_(bool on = true);  ///< leaves of floating dtype only
  bool is_leaf() const { return !grad_fn(); }
  const Ref<Node>& grad_fn() const {
    if (impl_->base && impl_->base->epoch != impl_->epoch) [[unlikely]]
      refresh_view();
    return impl_->grad_fn;
  }
  Tensor grad() const;  ///< undefined until backward() reaches this leaf
  void set_grad(const Tensor& grad) const;  ///< an undefined tensor clears it
  /// d(this)/d(leaf) is added to the grad of every leaf below. gradient defaults to 1 for one-element tensors.
  void backward(const Tensor& gradient = {}, bool retain_graph = false, bool create_graph = false) const;
  void retain_grad() const;  ///< a non-leaf keeps its grad too
  /// Calls hook with the gradient; a defined result replaces it. Returns an id for remove_hook.
  int register_hook(std::function<Tensor(const Tensor&)> hook) const;
  void remove_hook(int id) const;
  std::uint32_t version() const { return impl_->storage->version; }

  // In place: the op of the same name, its result written over this tensor, which takes the result's place in the graph; other
  // views of the same memory follow. Writing to a leaf that requires grad, or to a view of one, throws unless under NoGradGuard;
  // so does a result of another shape, and one of a dtype that does not fit (floating into integers).
  Tensor& zero_();
  Tensor& fill_(double value);
  Tensor& copy_(const Tensor& src);  ///< src broadcasts and converts
  Tensor& add_(const Tensor& other, double alpha = 1);
  Tensor& sub_(const Tensor& other, double alpha = 1);
  Tensor& mul_(const Tensor& other);
  Tensor& div_(const Tensor& other);
  Tensor& pow_(const Tensor& exponent);
  Tensor& clamp_(std::optional<double> min, std::optional<double> max = {});
  Tensor& exp_();
  Tensor& log_();
  Tensor& sqrt_();
  Tensor& abs_();
  Tensor& neg_();
  Tensor& tanh_();
  Tensor& sigmoid_();
  Tensor& relu_();
  Tensor& masked_fill_(const Tensor& mask, const Tensor& value);
  Tensor& index_fill_(std::int64_t dim, const Tensor& index, const Tensor& value);
  Tensor& index_copy_(std::int64_t dim, const Tensor& index, const Tensor& source);
  Tensor& index_add_(std::int64_t dim, const Tensor& index, const Tensor& source, double alpha = 1);
  Tensor& index_put_(const TensorList& indices, const Tensor& values, bool accumulate = false);
  Tensor& index_put_(std::initializer_list<indexing::TensorIndex> indices, const Tensor& values);
  Tensor& scatter_(std::int64_t dim, const Tensor& index, const Tensor& src);
  Tensor& scatter_add_(std::int64_t dim, const Tensor& index, const Tensor& src);
  // In place: only how the elements are named. The memory, other views of it and their gradients stay as they are; the rest of
  // the rules, and the version, as above.
  Tensor& t_();
  Tensor& transpose_(std::int64_t dim0, std::int64_t dim1);
  Tensor& swapaxes_(std::int64_t axis0, std::int64_t axis1);
  Tensor& squeeze_();
  Tensor& squeeze_(std::int64_t dim);
  Tensor& unsqueeze_(std::int64_t dim);
  // Random numbers of default_generator(), as the functions of the same names in wick/ops/sampling.h and wick/random.h.
  Tensor& uniform_(double from = 0, double to = 1);
  Tensor& normal_(double mean = 0, double std = 1);
  Tensor& exponential_(double lambd = 1);
  Tensor& bernoulli_(const Tensor& p = 0.5);
  Tensor& random_(std::int64_t from = 0, std::optional<std::int64_t> to = {});

  // Methods of the ops in wick/ops.h, wick/ops/indexing.h and wick/ops/rearrange.h; see there.
  Tensor add(const Tensor& other, double alpha = 1) const;
  Tensor sub(const Tensor& other, double alpha = 1) const;
  Tensor mul(const Tensor& other) const;
  Tensor div(const Tensor& other) const;
  Tensor pow(const Tensor& exponent) const;
  Tensor matmul(const Tensor& other) const;
  Tensor exp() const;
  Tensor log() const;
  Tensor sqrt() const;
  Tensor abs() const;
  Tensor neg() const;
  Tensor tanh() const;
  Tensor sigmoid() const;
  Tensor relu() const;
  Tensor clamp(std::optional<double> min, std::optional<double> max = {}) const;
  Tensor sum(const Dims& dim = {}, bool keepdim = false) const;
  Tensor mean(const Dims& dim = {}, bool keepdim = false) const;
  Tensor var(const Dims& dim = {}, double correction = 1, bool keepdim = false) const;
  Tensor max() const;
  Tensor min() const;
  Tensor argmax(std::optional<std::int64_t> dim = {}, bool keepdim = false) const;
  Tensor softmax(std::int64_t dim) const;
  Tensor log_softmax(std::int64_t dim) const;
  Tensor gather(std::int64_t dim, const Tensor& index) const;
  Tensor scatter(std::int64_t dim, const Tensor& index, const Tensor& src) const;
  Tensor scatter_add(std::int64_t dim, const Tensor& index, const Tensor& src) const;
  Tensor index_select(std::int64_t dim, const Tensor& index) const;
  Tensor index_add(std::int64_t dim, const Tensor& index, const Tensor& source, double alpha = 1) const;
  Tensor index_fill(std::int64_t dim, const Tensor& index, const Tensor& value) const;
  Tensor index(const TensorList& indices) const;
  Tensor index(std::initializer_list<indexing::TensorIndex> indices) const;
  Tensor index_put(const TensorList& indices, const Tensor& values, bool accumulate = false) const;
  Tensor masked_fill(const Tensor& mask, const Tensor& value) const;
  Tensor masked_select(const Tensor& mask) const;
  Tensor take(const Tensor& index) const;
  Tensor nonzero() const;
  Tensor tril(std::int64_t diagonal = 0) const;
  Tensor triu(std::int64_t diagonal = 0) const;
  Tensor flip(const Dims& dims) const;
  Tensor roll(const Dims& shifts, const Dims& dims = {}) const;
  Tensor repeat(const Dims& repeats) const;
  Tensor repeat_interleave(const Tensor& repeats, std::optional<std::int64_t> dim = {}) const;
  Tensor movedim(const Dims& source, const Dims& destination) const;
  Tensor unfold(std::int64_t dimension, std::int64_t size, std::int64_t step) const;
  Tensor unflatten(std::int64_t dim, const Shape& sizes) const;
  Tensor expand_as(const Tensor& other) const;
  Tensor view_as(const Tensor& other) const;
  TensorList split(std::int64_t split_size, std::int64_t dim = 0) const;
  TensorList chunk(std::int64_t chunks, std::int64_t dim = 0) const;
  TensorList unbind(std::int64_t dim = 0) const;

  TensorImpl* impl() const { return impl_.get(); }
  const Ref<TensorImpl>& ref() const { return impl_; }
  bool is_same(const Tensor& other) const { return impl_ == other.impl_; }

 private:
  void* other_data(DType as) const;  // data() of a tensor that may not be read so
  void refresh_view() const;  // takes a view's place in the graph anew from its base
  Ref<TensorImpl> impl_;
};

/// "f32[2,3]": how errors print a tensor.
std::string to_text(const Tensor& t);

// Making tensors. Sizes are checked before memory is asked for.
Tensor empty(const Shape& shape, DType dtype = DType::float32);
Tensor zeros(const Shape& shape, DType dtype = DType::float32);
Tensor ones(const Shape& shape, DType dtype = DType::float32);
Tensor full(const Shape& shape, double value, DType dtype = DType::float32);
Tensor arange(double start, double end, double step = 1, DType dtype = DType::int64);
Tensor empty_like(const Tensor& t);
Tensor zeros_like(const Tensor& t);
Tensor ones_like(const Tensor& t);
/// Copies values (row-major) into a new tensor; throws ErrorKind::shape when their count is not numel(shape).
template <class T>
Tensor tensor(const std::vector<T>& values, const Shape& shape);
template <class T>
Tensor tensor(const std::vector<T>& values) {
  return tensor(values, Shape{static_cast<std::int64_t>(values.size())});
}
/// A tensor on the caller's memory, not copied (torch.from_blob). strides in elements, none negative; owner keeps the memory
/// alive as long as any view of it, and may be empty when the caller sees to that.
Tensor from_blob(void* data, const Shape& shape, const Dims& strides, DType dtype, std::shared_ptr<void> owner = {});
/// Copies numel(shape) elements of dtype from memory.
Tensor from_memory(const void* data, const Shape& shape, DType dtype);

Tensor operator+(const Tensor& a, const Tensor& b);
Tensor operator-(const Tensor& a, const Tensor& b);
Tensor operator*(const Tensor& a, const Tensor& b);
Tensor operator/(const Tensor& a, const Tensor& b);
Tensor operator-(const Tensor& a);

namespace detail {
[[noreturn]] void fail_not_floating(const char* op, DType dtype);
}

/// Calls fn.template operator()<T>() with the C++ type of a floating dtype; throws ErrorKind::dtype naming op otherwise.
template <class F>
decltype(auto) dispatch_floating(const char* op, DType dtype, F&& fn) {
  if (dtype == DType::float32) return fn.template operator()<float>();
#ifndef WICK_NO_FLOAT64
  if (dtype == DType::float64) return fn.template operator()<double>();
#endif
  detail::fail_not_floating(op, dtype);
}

}  // namespace wick
