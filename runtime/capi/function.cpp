#include "capi/function.h"

#include <array>

#include "wick/safetensors.h"

namespace wick::capi {

namespace {

// The most tensors a function of the caller's may give.
constexpr int kMaxRoom = 64;

}  // namespace

Function::Function(const char* who, const wick_function* f) : who_(who) {
  need_pointer(who, "the function", f);
  if (f->free_state) state_ = std::shared_ptr<void>(f->state, f->free_state);
  else state_ = std::shared_ptr<void>(f->state, [](void*) {});
  need_pointer(who, "the function's call", reinterpret_cast<const void*>(f->call));
  call_ = f->call;
}

TensorList Function::operator()(const TensorList& in, int room) const {
  std::vector<wick_tensor> handles;
  handles.reserve(in.size());
  std::vector<wick_tensor*> pointers;
  for (const Tensor& t : in) {
    handles.push_back({t});
    pointers.push_back(t.defined() ? &handles.back() : nullptr);
  }
  check(room >= 0 && room <= kMaxRoom, ErrorKind::value, "[{}] the function has {} results; need at most {}.", who_, room, kMaxRoom);
  std::array<wick_tensor*, kMaxRoom> out{};
  int32_t n = 0;
  const wick_status status = call_(state_.get(), pointers.data(), static_cast<int32_t>(pointers.size()), out.data(), room, &n);
  TensorList results;
  for (int i = 0; i < room; ++i) {
    const std::unique_ptr<wick_tensor> mine(out[static_cast<std::size_t>(i)]);
    if (i < n) results.push_back(mine ? mine->t : Tensor());
  }
  if (status != 0) throw Error(static_cast<ErrorKind>(status), wick_last_error());
  check(n >= 0 && n <= room, ErrorKind::value, "[{}] the function gave {} tensors; need at most {}.", who_, n, room);
  return results;
}

Tensor Function::single(const TensorList& in) const {
  TensorList y = (*this)(in, 1);
  check(y.size() == 1 && y[0].defined(), ErrorKind::value, "[{}] the function gave no tensor; need one.", who_);
  return y[0];
}

TensorList list_of(const char* who, const char* what, wick_tensor* const* handles, int32_t n, bool nullable) {
  check(n >= 0 && (handles || n == 0), ErrorKind::value, "[{}] {} {} given; need a count and an address.", who, n, what);
  TensorList list;
  list.reserve(static_cast<std::size_t>(n));
  for (int32_t i = 0; i < n; ++i) list.push_back(nullable && !handles[i] ? Tensor() : need(who, handles[i]));
  return list;
}

void hand_out(const char* who, const TensorList& list, wick_tensor** to, int32_t room) {
  check(room >= 0 && static_cast<std::size_t>(room) >= list.size(), ErrorKind::value, "[{}] there are {} results; there is room for {}.", who, list.size(), room);
  if (!list.empty()) need_pointer(who, "the results' address", to);
  for (std::size_t i = 0; i < list.size(); ++i) to[i] = list[i].defined() ? hand_out(list[i]) : nullptr;
}

Tensor number(std::int64_t value) { return from_memory(&value, {}, DType::int64); }

Tensor file_of(const nn::NamedTensors& tensors) {
  const std::vector<std::byte> file = write_safetensors(tensors);
  return from_memory(file.data(), Shape{static_cast<std::int64_t>(file.size())}, DType::uint8);
}

}  // namespace wick::capi

wick_status wick_fail(wick_status kind, const char* text) { return wick::capi::set_error(kind == 0 ? 99 : kind, text ? text : ""); }
