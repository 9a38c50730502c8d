#include "wick/safetensors.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/sort.h"
#include "io/safetensors_header.h"
#include "wick/files.h"
#include "wick/quote.h"

namespace wick {
namespace {

static_assert(std::endian::native == std::endian::little,
              "the format is little endian and tensors are copied as they are");

using detail::SafetensorsEntry;

constexpr std::uint64_t kPrefix = 8;               // bytes of the header's length
constexpr std::uint64_t kMaxHeader = 100'000'000;  // bytes; the reference implementation's limit
constexpr std::int64_t kMaxNumel = INT64_MAX / 8;  // so that a size in bytes fits 63 bits

template <class... Args>
[[noreturn]] void bad(const char* file, const Args&... args) {
  fail(ErrorKind::format, "[safetensors] {}: {}", file, str(args...));
}

// Compares by division: no product is formed that could overflow. An empty tensor's other sizes must be sane too,
// because its strides are products of them.
void check_entry(const SafetensorsEntry& e, std::uint64_t data_bytes, const char* file) {
  if (e.begin > e.end || e.end > data_bytes) {
    bad(file, "tensor {} has data_offsets [{},{}]; need begin <= end <= {}, the bytes after the header", quote(e.name), e.begin, e.end, data_bytes);
  }
  std::int64_t numel = 1, nonzero = 1;
  for (const std::int64_t size : e.shape) {
    if (size > 0 && nonzero > kMaxNumel / size) {
      bad(file, "tensor {} has shape {} with too many elements; need at most {}", quote(e.name), e.shape, kMaxNumel);
    }
    nonzero *= std::max<std::int64_t>(size, 1);
    numel = size == 0 ? 0 : numel * size;
  }
  const std::uint64_t need = static_cast<std::uint64_t>(numel) * item_size(e.dtype);
  if (e.end - e.begin != need) {
    bad(file, "tensor {} has {} bytes (data_offsets [{},{}]); {}{} needs {}", quote(e.name), e.end - e.begin, e.begin, e.end, e.dtype, e.shape, need);
  }
}

// The order of the tensors' bytes; they must fill the data from end to end, each byte once.
std::vector<std::size_t> check_tiling(const std::vector<SafetensorsEntry>& entries, std::uint64_t data_bytes,
                                      const char* file) {
  std::vector<std::size_t> order = sorted_indices(entries.size(), [&](std::size_t a, std::size_t b) {
    const SafetensorsEntry &x = entries[a], &y = entries[b];
    return x.begin != y.begin ? x.begin < y.begin : x.end < y.end;
  });
  std::uint64_t filled = 0;
  for (const std::size_t i : order) {
    const SafetensorsEntry& e = entries[i];
    if (e.begin != filled) {
      bad(file, "tensor {} begins at byte {}{} the one before it; need {}",
          quote(e.name), e.begin, e.begin < filled ? ", inside" : ", leaving a hole after", filled);
    }
    filled = e.end;
  }
  if (filled != data_bytes) bad(file, "{} bytes follow the header; its tensors need {}", data_bytes, filled);
  return order;
}

// A bool with another byte than 0 or 1 is undefined behaviour in C++.
void check_bools(const SafetensorsEntry& e, const std::byte* data, const char* file) {
  for (std::uint64_t i = 0; i < e.end - e.begin; ++i) {
    if (data[i] > std::byte{1}) {
      bad(file, "tensor {} is bool and has byte {} at {}; need 0 or 1", quote(e.name), static_cast<int>(data[i]), i);
    }
  }
}

/// 0 if text is UTF-8 as RFC 3629 has it, else 1 + the place of the first byte that is not.
std::size_t utf8_error(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
  for (std::size_t i = 0; i < text.size();) {
    const unsigned a = byte(i), b = byte(i + 1);
    std::size_t n = 0;
    if (a < 0x80) {
      n = 1;
    } else if (a >= 0xC2 && a <= 0xDF) {
      n = tail(i + 1) ? 2 : 0;
    } else if (a >= 0xE0 && a <= 0xEF) {  // not overlong, not a surrogate
      n = tail(i + 1) && tail(i + 2) && !(a == 0xE0 && b < 0xA0) && !(a == 0xED && b > 0x9F) ? 3 : 0;
    } else if (a >= 0xF0 && a <= 0xF4) {  // not overlong, not beyond U+10FFFF
      const bool tails = tail(i + 1) && tail(i + 2) && tail(i + 3);
      n = tails && !(a == 0xF0 && b < 0x90) && !(a == 0xF4 && b > 0x8F) ? 4 : 0;
    }
    if (n == 0) return i + 1;
    i += n;
  }
  return 0;
}

void append_json(std::string& out, std::string_view text) {
  if (const std::size_t at = utf8_error(text)) {
    fail(ErrorKind::value, "[safetensors] a name or metadata text is not UTF-8 at byte {}; need UTF-8", at - 1);
  }
  out += '"';
  for (const char c : text) {
    constexpr std::string_view kPlain = "\"\\\b\f\n\r\t", kShort = "\"\\bfnrt";
    if (const auto at = kPlain.find(c); at != kPlain.npos) {
      out += '\\';
      out += kShort[at];
    } else if (static_cast<unsigned char>(c) < 0x20) {
      constexpr char kHex[] = "0123456789abcdef";
      out += "\\u00";
      out += kHex[c >> 4];
      out += kHex[c & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

// The reference implementation sorts by its list of dtypes, last first, so that wide elements stay aligned.
int dtype_order(DType dtype) {
  switch (dtype) {
    case DType::int64: return 0;
    case DType::float64: return 1;
    case DType::float32: return 2;
    case DType::int32: return 3;
    case DType::bfloat16: return 4;
    case DType::float16: return 5;
    case DType::uint8: return 6;
    case DType::bool_: return 7;
  }
  return 8;
}

template <class List>
void check_names(const List& list, const char* what) {
  detail::Names names;
  for (const auto& item : list) names.push_back(&item.first);
  if (const std::string* twice = detail::twice(names)) {
    fail(ErrorKind::value, "[safetensors] {} {} is given twice; names must be unique", what, quote(*twice));
  }
}

}  // namespace

Tensor SafetensorsFile::find(std::string_view name) const {
  for (const auto& item : tensors) {
    if (item.first == name) return item.second;
  }
  return {};
}

const std::string* SafetensorsFile::find_metadata(std::string_view key) const {
  for (const auto& item : metadata) {
    if (item.first == key) return &item.second;
  }
  return nullptr;
}

SafetensorsFile parse_safetensors(std::span<const std::byte> bytes, const char* name) {
  if (bytes.size() < kPrefix)
    bad(name, "file has {} bytes; need at least {} for the header's length", bytes.size(), kPrefix);
  std::uint64_t header_bytes = 0;
  std::memcpy(&header_bytes, bytes.data(), kPrefix);
  if (header_bytes > kMaxHeader) bad(name, "header is {} bytes; need at most {}", header_bytes, kMaxHeader);
  if (header_bytes > bytes.size() - kPrefix) {
    bad(name, "header is {} bytes but the file has {}; the file is truncated or no safetensors", header_bytes, bytes.size());
  }
  const auto json = bytes.subspan(kPrefix, static_cast<std::size_t>(header_bytes));
  const auto data = bytes.subspan(kPrefix + static_cast<std::size_t>(header_bytes));
  auto header = detail::read_safetensors_header({reinterpret_cast<const char*>(json.data()), json.size()}, name);

  for (const SafetensorsEntry& e : header.entries) check_entry(e, data.size(), name);
  const std::vector<std::size_t> order = check_tiling(header.entries, data.size(), name);

  SafetensorsFile file;
  file.metadata = std::move(header.metadata);
  file.tensors.reserve(order.size());
  for (const std::size_t i : order) {
    SafetensorsEntry& e = header.entries[i];
    const std::byte* from = data.data() + e.begin;
    if (e.dtype == DType::bool_) check_bools(e, from, name);
    Tensor t = empty(e.shape, e.dtype);
    if (e.end > e.begin) std::memcpy(t.raw_data(), from, static_cast<std::size_t>(e.end - e.begin));
    file.tensors.emplace_back(std::move(e.name), std::move(t));
  }
  return file;
}

std::vector<std::byte> write_safetensors(const std::vector<std::pair<std::string, Tensor>>& tensors,
                                         const std::vector<std::pair<std::string, std::string>>& metadata) {
  check_names(tensors, "tensor");
  check_names(metadata, "metadata");
  for (const auto& item : tensors) {
    if (item.first == "__metadata__")
      fail(ErrorKind::value, "[safetensors] a tensor is named __metadata__; that name is reserved");
    if (!item.second.defined())
      fail(ErrorKind::value, "[safetensors] tensor {} is undefined; need a tensor", quote(item.first));
  }
  const std::vector<std::size_t> order = sorted_indices(tensors.size(), [&](std::size_t a, std::size_t b) {
    const int x = dtype_order(tensors[a].second.dtype()), y = dtype_order(tensors[b].second.dtype());
    return x != y ? x < y : tensors[a].first < tensors[b].first;
  });

  std::string header = "{";
  if (!metadata.empty()) {
    header += "\"__metadata__\":";
    char before = '{';
    for (const auto& item : metadata) {
      header += before;
      append_json(header, item.first);
      header += ':';
      append_json(header, item.second);
      before = ',';
    }
    header += '}';
  }
  std::int64_t offset = 0;
  for (const std::size_t i : order) {
    const Tensor& t = tensors[i].second;
    const std::int64_t end =
        checked_add(offset, checked_mul(t.numel(), static_cast<std::int64_t>(item_size(t.dtype()))));
    if (header.size() > 1) header += ',';
    append_json(header, tensors[i].first);
    header += str(":{\"dtype\":\"{}\",\"shape\":{},\"data_offsets\":[{},{}]}", detail::safetensors_dtype(t.dtype()), t.shape(), offset, end);
    offset = end;
  }
  header += '}';
  header.resize((header.size() + 7) / 8 * 8, ' ');  // so that the data begins at a multiple of 8
  if (header.size() > kMaxHeader) {
    fail(ErrorKind::value, "[safetensors] header would be {} bytes; the format allows {}", header.size(), kMaxHeader);
  }

  const std::uint64_t header_bytes = header.size();
  std::vector<std::byte> out(
      static_cast<std::size_t>(checked_add(offset, static_cast<std::int64_t>(kPrefix + header_bytes))));
  std::byte* to = out.data();
  std::memcpy(to, &header_bytes, kPrefix);
  std::memcpy(to + kPrefix, header.data(), header.size());
  to += kPrefix + header.size();
  for (const std::size_t i : order) {
    const Tensor t = tensors[i].second.detach().contiguous();
    const std::size_t n = static_cast<std::size_t>(t.numel()) * item_size(t.dtype());
    if (n > 0) std::memcpy(to, t.raw_data(), n);
    to += n;
  }
  return out;
}

#ifndef __EMSCRIPTEN__
SafetensorsFile load_safetensors(const std::string& path) { return parse_safetensors(read_file(path), path.c_str()); }

void save_safetensors(const std::string& path, const std::vector<std::pair<std::string, Tensor>>& tensors,
                      const std::vector<std::pair<std::string, std::string>>& metadata) {
  write_file_atomic(path, write_safetensors(tensors, metadata));
}
#endif

}  // namespace wick
