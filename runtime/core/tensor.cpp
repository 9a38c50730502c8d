#include "wick/tensor.h"

#include <algorithm>
#include <cstring>

#include "autograd/leaf.h"
#include "core/mode.h"
#include "core/small.h"
#include "kernels/copy.h"
#include "wick/memory.h"
#include "wick/parallel.h"

namespace wick {

constinit thread_local GradMode grad_mode;

Storage::Storage(std::size_t bytes) : data_(detail::allocate(bytes)), bytes_(bytes) {}
Storage::~Storage() {
  if (memory_ == Memory::own) detail::deallocate(data_, bytes_);
}

namespace {
constexpr std::size_t kHead = 64, kMostBehind = 1024 - kHead;
static_assert(sizeof(Storage) <= kHead);
}  // namespace

WICK_INLINE Ref<Storage> Storage::make(std::size_t bytes) {
  if (bytes > kMostBehind) [[unlikely]] return make_ref<Storage>(bytes);
  char* block = static_cast<char*>(detail::take_small(kHead + bytes));
  detail::small.used.add(static_cast<std::int64_t>(bytes));
  return Ref<Storage>::first(new (block) Storage(block + kHead, bytes, Memory::behind));
}

void Storage::release() noexcept {
  if (memory_ != Memory::behind) {
    delete this;
    return;
  }
  // It has no owner and its elements go with it: nothing to destroy.
  detail::small.used.add(-static_cast<std::int64_t>(bytes_));
  detail::give_small(this, kHead + bytes_);
}

namespace {
bool layout_is_contiguous(const Shape& shape, const Dims& strides) {
  std::int64_t expected = 1;
  for (int i = shape.rank() - 1; i >= 0; --i) {
    if (shape[i] == 0) return true;
    if (shape[i] != 1 && strides[i] != expected) return false;
    expected *= shape[i];
  }
  return true;
}
}  // namespace

TensorImpl::TensorImpl(Ref<Storage> s, const Shape& shape_, const Dims& strides_, std::int64_t offset_, DType dtype_)
    : storage(std::move(s)), data(static_cast<std::byte*>(storage->data()) + offset_ * static_cast<std::int64_t>(item_size(dtype_))), shape(shape_),
      strides(strides_), offset(offset_), numel(wick::numel(shape_)), dtype(dtype_),
      contiguous(layout_is_contiguous(shape_, strides_)), inference(grad_mode.inference) {
  detail::small.live_tensors.add(1);
}
TensorImpl::TensorImpl(Ref<Storage> s, const Shape& shape_, std::int64_t numel_, DType dtype_)
    : storage(std::move(s)), data(storage->data()), shape(shape_), strides(contiguous_strides(shape_)), offset(0), numel(numel_), dtype(dtype_), contiguous(true),
      inference(grad_mode.inference) {
  detail::small.live_tensors.add(1);
}
TensorImpl::TensorImpl(const TensorImpl& same)
    : storage(same.storage), data(same.data), shape(same.shape), strides(same.strides), offset(same.offset), numel(same.numel), dtype(same.dtype),
      contiguous(same.contiguous), inference(grad_mode.inference), is_number(same.is_number) {
  detail::small.live_tensors.add(1);
}
TensorImpl::~TensorImpl() {
  detail::small.live_tensors.add(-1);
  if (leaf) {
    leaf->tensor = nullptr;
    leaf->accumulator = nullptr;
  }
}
void TensorImpl::release() noexcept {
  this->~TensorImpl();
  detail::give_small(this, sizeof *this);
}

// make_ref() for the bodies that come with every op. These constructors do not throw.
template <class... Args>
static WICK_INLINE Ref<TensorImpl> new_body(Args&&... args) {
  return Ref<TensorImpl>::first(new (detail::take_small(sizeof(TensorImpl))) TensorImpl(std::forward<Args>(args)...));
}

Ref<TensorImpl> TensorImpl::make(const Shape& shape, std::int64_t n, DType dtype) {
  const std::int64_t bytes = checked_mul(n, static_cast<std::int64_t>(item_size(dtype)));
  // In wasm std::size_t has 32 bits: a size cut off there would give a small block for a large tensor.
  check(static_cast<std::int64_t>(static_cast<std::size_t>(bytes)) == bytes, ErrorKind::memory,
        "[allocator] {} bytes asked for, for {}{}; that is more than this machine can address. Use a smaller batch or model.", bytes, dtype, shape);
  return new_body(Storage::make(static_cast<std::size_t>(bytes)), shape, n, dtype);
}

Tensor::Tensor(double value) : impl_(new_body(Storage::make(sizeof value), Shape(), 1, DType::float64)) {
  *static_cast<double*>(impl_->data) = value;
  impl_->is_number = true;
}

std::int64_t Tensor::size(std::int64_t d) const { return impl_->shape[wrap_dim("size", d, dim())]; }

void* Tensor::raw_data() const {
  check(defined(), ErrorKind::value, "[tensor] an undefined tensor was read; need one with data.");
  return impl_->data;
}

void* Tensor::other_data(DType as) const {
  void* p = raw_data();
  const bool ok = dtype() == as || (as == DType::uint8 && dtype() == DType::bool_);
  check(ok, ErrorKind::dtype, "[tensor] elements are {} but were read as {}. Convert with to().", dtype(), as);
  return p;
}

void detail::fail_not_floating(const char* op, DType dtype) {
  fail(ErrorKind::dtype, "[", op, "] dtype is ", dtype, "; need f32",
#ifndef WICK_NO_FLOAT64
       " or f64",
#endif
       ". Convert with to().");
}

double Tensor::item() const {
  check(defined() && numel() == 1, ErrorKind::value, "[item] tensor is {}; need exactly one element.", *this);
  double v;
  kernels::cast(dtype(), raw_data(), DType::float64, &v, 1);
  return v;
}

std::vector<double> Tensor::to_vector() const {
  std::vector<double> out(static_cast<std::size_t>(numel()));
  const NoGradGuard guard;
  const Tensor dense = contiguous();
  if (!out.empty()) kernels::cast(dtype(), dense.raw_data(), DType::float64, out.data(), numel());
  return out;
}

std::string to_text(const Tensor& t) { return t.defined() ? str(t.dtype(), t.shape()) : "undefined"; }

Tensor empty(const Shape& shape, DType dtype) { return Tensor(TensorImpl::make(shape, numel(shape), dtype)); }

Tensor Tensor::detach() const { return Tensor(new_body(*impl_)); }

Tensor zeros(const Shape& shape, DType dtype) {
  Tensor t = empty(shape, dtype);
  constexpr std::size_t kPiece = 1 << 18;
  auto* const to = static_cast<std::byte*>(t.raw_data());
  const std::size_t bytes = t.impl()->storage->bytes();
  parallel_chunks(static_cast<std::int64_t>((bytes + kPiece - 1) / kPiece), [=](std::int64_t i) {
    const std::size_t at = static_cast<std::size_t>(i) * kPiece;
    std::memset(to + at, 0, std::min(kPiece, bytes - at));
  });
  return t;
}

Tensor full(const Shape& shape, double value, DType dtype) {
  Tensor t = empty(shape, dtype);
  t.fill_(value);
  t.impl()->storage->version = 0;
  return t;
}

Tensor ones(const Shape& shape, DType dtype) { return full(shape, 1, dtype); }
Tensor empty_like(const Tensor& t) { return Tensor(TensorImpl::make(t.shape(), t.numel(), t.dtype())); }
Tensor zeros_like(const Tensor& t) { return zeros(t.shape(), t.dtype()); }
Tensor ones_like(const Tensor& t) { return ones(t.shape(), t.dtype()); }

Tensor arange(double start, double end, double step, DType dtype) {
  check(step != 0 && (end - start) / step >= 0, ErrorKind::value, "[arange] start {}, end {}, step {}; need a nonzero step towards end.", start,
        end, step);
  const double count = __builtin_ceil((end - start) / step);
  check(count < 9e15, ErrorKind::memory, "[arange] {} elements do not fit memory.", count);
  const auto n = static_cast<std::int64_t>(count);
  std::vector<double> values(static_cast<std::size_t>(n));
  for (std::int64_t i = 0; i < n; ++i) values[static_cast<std::size_t>(i)] = start + static_cast<double>(i) * step;
  Tensor t = empty(n, dtype);
  if (n) kernels::cast(DType::float64, values.data(), dtype, t.raw_data(), n);
  return t;
}

Tensor from_blob(void* data, const Shape& shape, const Dims& strides, DType dtype, std::shared_ptr<void> owner) {
  check(strides.rank() == shape.rank(), ErrorKind::shape, "[from_blob] strides {} for shape {}; need one per dimension.", strides, shape);
  std::int64_t span = numel(shape) ? 1 : 0;
  for (int i = 0; i < shape.rank() && span; ++i) span = checked_add(span, checked_mul(shape[i] - 1, strides[i]));
  const std::int64_t bytes = checked_mul(span, static_cast<std::int64_t>(item_size(dtype)));
  auto storage = make_ref<Storage>(data, static_cast<std::size_t>(bytes), std::move(owner));
  return Tensor(make_ref<TensorImpl>(std::move(storage), shape, strides, 0, dtype));
}

Tensor from_memory(const void* data, const Shape& shape, DType dtype) {
  Tensor t = empty(shape, dtype);
  if (t.numel()) std::memcpy(t.raw_data(), data, static_cast<std::size_t>(t.numel()) * item_size(dtype));
  return t;
}

template <class T>
Tensor tensor(const std::vector<T>& values, const Shape& shape) {
  check(static_cast<std::int64_t>(values.size()) == numel(shape), ErrorKind::shape, "[tensor] {} values for shape {}; need {}.", values.size(),
        shape, numel(shape));
  if constexpr (std::is_same_v<T, int>) {
    Tensor t = empty(shape, DType::int64);
    for (std::size_t i = 0; i < values.size(); ++i) t.data<std::int64_t>()[i] = values[i];
    return t;
  } else if constexpr (std::is_same_v<T, bool>) {
    Tensor t = empty(shape, DType::bool_);
    for (std::size_t i = 0; i < values.size(); ++i) t.data<bool>()[i] = values[i];
    return t;
  } else {
    return from_memory(values.data(), shape, dtype_of<T>::value);
  }
}
template Tensor tensor(const std::vector<float>&, const Shape&);
template Tensor tensor(const std::vector<double>&, const Shape&);
template Tensor tensor(const std::vector<std::int64_t>&, const Shape&);
template Tensor tensor(const std::vector<int>&, const Shape&);
template Tensor tensor(const std::vector<std::uint8_t>&, const Shape&);
template Tensor tensor(const std::vector<bool>&, const Shape&);

}  // namespace wick
