#include "wick/files.h"

#ifndef __EMSCRIPTEN__

#include "wick/error.h"

#ifdef WICK_WITH_ZLIB

#include <zlib.h>

#include <algorithm>
#include <climits>
#include <new>

namespace wick {
namespace {

constexpr int kGzipWindow = 15 + 16;  // 32 kB window; +16 asks zlib for the gzip wrapper and its checksum
constexpr std::size_t kFirstBlock = 1 << 16;

struct Inflater : z_stream {
  Inflater() : z_stream{} {
    if (inflateInit2(this, kGzipWindow) != Z_OK) fail(ErrorKind::memory, "[gzip] no memory to unpack");
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() { inflateEnd(this); }
};

struct Deflater : z_stream {
  Deflater() : z_stream{} {
    if (deflateInit2(this, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
      fail(ErrorKind::memory, "[gzip] no memory to pack");
    }
  }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  ~Deflater() { deflateEnd(this); }
};

Bytef* zlib_bytes(const std::byte* p) { return reinterpret_cast<Bytef*>(const_cast<std::byte*>(p)); }

// zlib counts in 32 bits: hands it up to UINT_MAX bytes and steps over what it took.
template <class Step>
int run(z_stream& z, std::span<const std::byte>& in, std::span<std::byte> out, std::size_t& done, Step step) {
  const std::size_t n_in = std::min<std::size_t>(in.size(), UINT_MAX);
  const std::size_t n_out = std::min<std::size_t>(out.size() - done, UINT_MAX);
  z.next_in = zlib_bytes(in.data());
  z.avail_in = static_cast<uInt>(n_in);
  z.next_out = zlib_bytes(out.data() + done);
  z.avail_out = static_cast<uInt>(n_out);
  const int result = step(n_in == in.size());
  in = in.subspan(n_in - z.avail_in);
  done += n_out - z.avail_out;
  return result;
}

void grow(Bytes& out, std::uint64_t bytes, const char* name) {
  try {
    if (bytes > out.max_size()) throw std::bad_alloc();
    out.resize(static_cast<std::size_t>(bytes));
  } catch (const std::bad_alloc&) {
    fail(ErrorKind::memory, "[gzip] {}: no memory for {} bytes", name, bytes);
  }
}

}  // namespace

Bytes gunzip(std::span<const std::byte> packed, std::uint64_t limit, const char* name) {
  if (!is_gzip(packed)) fail(ErrorKind::format, "[gzip] {}: no gzip data; need the first bytes 1f 8b", name);
  Inflater z;
  std::span<const std::byte> in = packed;
  Bytes out;
  std::size_t size = 0;
  while (true) {
    // One byte over the limit is asked for, so that reaching exactly the limit is no error.
    if (size == out.size()) {
      const std::uint64_t want = std::max<std::uint64_t>(kFirstBlock, static_cast<std::uint64_t>(size) * 2);
      grow(out, std::min(want, limit < UINT64_MAX ? limit + 1 : limit), name);
    }
    const int result = run(z, in, out, size, [&](bool) { return inflate(&z, Z_NO_FLUSH); });
    if (size > limit) fail(ErrorKind::format, "[gzip] {}: unpacks to more than {} bytes, the limit", name, limit);
    if (result == Z_STREAM_END) {
      if (is_gzip(in)) {  // another member follows
        inflateReset(&z);
        continue;
      }
      const bool padding = std::all_of(in.begin(), in.end(), [](std::byte b) { return b == std::byte{0}; });
      if (!padding)
        fail(ErrorKind::format, "[gzip] {}: {} bytes follow the packed data; need none", name, in.size());
      out.resize(size);
      return out;
    }
    if (result == Z_MEM_ERROR) fail(ErrorKind::memory, "[gzip] {}: no memory to unpack", name);
    if (result == Z_OK || (result == Z_BUF_ERROR && size == out.size())) {
      if (!in.empty() || size == out.size()) continue;
    }
    if (result == Z_OK || result == Z_BUF_ERROR) {
      fail(ErrorKind::format, "[gzip] {}: truncated after {} bytes; the packed data goes on", name, packed.size());
    }
    fail(ErrorKind::format, "[gzip] {}: corrupt near byte {}: {}", name, packed.size() - in.size(), z.msg ? z.msg : "needs a dictionary");
  }
}

Bytes gzip(std::span<const std::byte> bytes) {
  Deflater z;
  std::span<const std::byte> in = bytes;
  Bytes out(kFirstBlock);
  std::size_t size = 0;
  while (run(z, in, out, size, [&](bool last) { return deflate(&z, last ? Z_FINISH : Z_NO_FLUSH); }) != Z_STREAM_END) {
    if (size == out.size()) grow(out, static_cast<std::uint64_t>(size) * 2, "data");
  }
  out.resize(size);
  return out;
}

}  // namespace wick

#else

namespace wick {

Bytes gunzip(std::span<const std::byte>, std::uint64_t, const char* name) {
  fail(ErrorKind::io, "[gzip] {}: this wick was built without zlib; unpack the data first", name);
}
Bytes gzip(std::span<const std::byte>) { fail(ErrorKind::io, "[gzip] this wick was built without zlib"); }

}  // namespace wick

#endif
#endif
