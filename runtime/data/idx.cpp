#include <cstring>

#include "wick/files.h"
#include "wick/readers.h"

namespace wick {
namespace {

enum IdxType : std::uint8_t { kU8 = 0x08, kI8 = 0x09, kI16 = 0x0B, kI32 = 0x0C, kF32 = 0x0D, kF64 = 0x0E };

std::size_t idx_item_size(std::uint8_t type) {
  switch (type) {
    case kU8:
    case kI8: return 1;
    case kI16: return 2;
    case kI32:
    case kF32: return 4;
    case kF64: return 8;
    default: return 0;
  }
}

// Element i of type In, turned from big endian.
template <class In>
In load_big_endian(const std::byte* from, std::int64_t i) {
  std::byte item[sizeof(In)];
  for (std::size_t k = 0; k < sizeof(In); ++k)
    item[k] = from[static_cast<std::size_t>(i) * sizeof(In) + sizeof(In) - 1 - k];
  In v;
  std::memcpy(&v, item, sizeof v);
  return v;
}

template <class In, class Out>
Tensor load_elements(const std::byte* from, const Shape& shape) {
  Tensor t = empty(shape, dtype_of<Out>::value);
  Out* to = t.data<Out>();
  for (std::int64_t i = 0; i < t.numel(); ++i) to[i] = load_big_endian<In>(from, i);
  return t;
}

void append_big_endian(std::vector<std::byte>& out, const void* v, std::size_t size) {
  const auto* p = static_cast<const std::byte*>(v);
  for (std::size_t k = size; k-- > 0;) out.push_back(p[k]);
}

template <class... Args>
[[noreturn]] void bad(const char* file, const Args&... args) {
  fail(ErrorKind::format, "[idx] {}: ", file, args...);
}

}  // namespace

Tensor read_idx(std::span<const std::byte> bytes, const char* name) {
  if (is_gzip(bytes)) bad(name, "the data is packed with gzip; unpack it first");
  if (bytes.size() < 4) bad(name, bytes.size(), " bytes; need at least 4 for the magic number");
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
  const std::uint8_t type = byte(2), rank = byte(3);
  const std::size_t item = idx_item_size(type);
  if (byte(0) != 0 || byte(1) != 0 || item == 0) {
    std::string magic;
    for (std::size_t i = 0; i < 4; ++i) {
      magic += "0123456789abcdef"[byte(i) >> 4];
      magic += "0123456789abcdef"[byte(i) & 15];
    }
    bad(name, "magic number is {}; need 0000, a type of 08 09 0b 0c 0d 0e, and the rank", magic);
  }
  if (rank == 0 || rank > kMaxRank) bad(name, "rank is {}; need 1 to {}", rank, kMaxRank);
  const std::size_t start = 4 + 4 * std::size_t{rank};
  if (bytes.size() < start) bad(name, "{} bytes; need {} for the {} sizes alone", bytes.size(), start, rank);

  Shape shape;
  for (std::size_t d = 0; d < rank; ++d) {
    shape.push_back(load_big_endian<std::uint32_t>(bytes.data() + 4, static_cast<std::int64_t>(d)));
  }
  std::int64_t need = 0;
  try {
    need = static_cast<std::int64_t>(item);
    for (const std::int64_t size : shape) need = checked_mul(need, size > 0 ? size : 1);
    if (shape.contains(0)) need = 0;
    need = checked_add(need, static_cast<std::int64_t>(start));
  } catch (const Error&) {
    bad(name, "sizes {} times {} bytes are more than any file; {} bytes are there", shape, item, bytes.size());
  }
  if (static_cast<std::uint64_t>(need) != bytes.size()) {
    bad(name, "{} bytes; sizes {} of {} bytes each need {}{}", bytes.size(), shape, item, need,
        static_cast<std::uint64_t>(need) > bytes.size() ? ": the data is truncated" : ": bytes follow the data");
  }

  const std::byte* from = bytes.data() + start;
  switch (type) {
    case kU8: return from_memory(from, shape, DType::uint8);
    case kI8: return load_elements<std::int8_t, std::int32_t>(from, shape);
    case kI16: return load_elements<std::int16_t, std::int32_t>(from, shape);
    case kI32: return load_elements<std::int32_t, std::int32_t>(from, shape);
    case kF32: return load_elements<float, float>(from, shape);
    default: return load_elements<double, double>(from, shape);
  }
}

std::vector<std::byte> write_idx(const Tensor& t) {
  IdxType type = kU8;
  switch (t.dtype()) {
    case DType::uint8:
    case DType::bool_: break;
    case DType::int32: type = kI32; break;
    case DType::float32: type = kF32; break;
    case DType::float64: type = kF64; break;
    default:
      fail(ErrorKind::dtype, "[idx] tensor is {}; need u8, bool, i32, f32 or f64. Convert with to().", t.dtype());
  }
  if (t.dim() == 0) fail(ErrorKind::shape, "[idx] tensor has rank 0; need 1 to ", kMaxRank);
  std::vector<std::byte> out = {std::byte{0}, std::byte{0}, std::byte{type}, static_cast<std::byte>(t.dim())};
  for (const std::int64_t size : t.shape()) {
    if (size > UINT32_MAX) fail(ErrorKind::shape, "[idx] tensor has shape {}; need sizes below 2^32", t.shape());
    const auto v = static_cast<std::uint32_t>(size);
    append_big_endian(out, &v, sizeof v);
  }
  const Tensor c = t.detach().contiguous();
  const std::size_t item = idx_item_size(type), n = static_cast<std::size_t>(c.numel());
  const auto* from = static_cast<const std::byte*>(c.raw_data());
  out.reserve(out.size() + n * item);
  for (std::size_t i = 0; i < n; ++i) append_big_endian(out, from + i * item, item);
  return out;
}

#ifndef __EMSCRIPTEN__
Tensor load_idx(const std::string& path) { return read_idx(read_packed_file(path), path.c_str()); }
#endif

}  // namespace wick
