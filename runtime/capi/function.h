#pragma once
// A wick_function of wick.h as a function of C++. Private to capi/.

#include <memory>

#include "capi/handles.h"

namespace wick::capi {

/// Copies share the caller's state, which is freed with the last of them.
class Function {
 public:
  /// who: the function of wick.h it was given to. Throws ErrorKind::value if it is NULL.
  Function(const char* who, const wick_function* f);
  /// Throws what the caller's function failed with, and ErrorKind::value when it gives more than `room` tensors.
  TensorList operator()(const TensorList& in, int room) const;
  /// The only result. Throws ErrorKind::value for any other number of them.
  Tensor single(const TensorList& in) const;

 private:
  const char* who_;
  wick_call call_;
  std::shared_ptr<void> state_;
};

/// The tensors of an array of n handles. nullable: a NULL handle is an undefined tensor, else it throws ErrorKind::value.
TensorList list_of(const char* who, const char* what, wick_tensor* const* handles, int32_t n, bool nullable = false);
/// Handles for the caller to free, NULL for undefined tensors. Throws ErrorKind::value, and makes none, if there is no room.
void hand_out(const char* who, const TensorList& list, wick_tensor** to, int32_t room);
/// An i64 of no dimensions, as the caller's functions get numbers.
Tensor number(std::int64_t value);
/// The bytes of a safetensors file, u8 [n].
Tensor file_of(const nn::NamedTensors& tensors);

}  // namespace wick::capi
