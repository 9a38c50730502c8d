#include "io/safetensors_header.h"

#include "core/sort.h"
#include "io/json_events.h"
#include "wick/quote.h"

namespace wick::detail {
namespace {

constexpr DType kDTypes[] = {DType::float32, DType::float64, DType::int64,   DType::int32,
                             DType::uint8,   DType::bool_,   DType::float16, DType::bfloat16};
constexpr const char* kDTypeList = "BOOL, U8, F16, BF16, I32, F32, F64 or I64";

/// Every event that does not belong where it occurs throws.
class Events final : public JsonEvents {
 public:
  Events(SafetensorsHeader& out, const char* file) : out_(out), file_(file) {}

  void open(bool list) override {
    if (list) {
      if (level_ != Level::tensor || field_ == Field::dtype) misplaced("a list");
      level_ = Level::list;
      offsets_read_ = 0;
    } else if (level_ == Level::outside) {
      level_ = Level::root;
    } else if (level_ == Level::root) {
      level_ = in_metadata_ ? Level::metadata : Level::tensor;
    } else {
      misplaced("an object");
    }
  }

  void key(std::string& name) override {
    if (level_ == Level::root) {
      in_metadata_ = name == "__metadata__";
      if (!in_metadata_) {
        out_.entries.emplace_back().name = std::move(name);
      } else if (std::exchange(seen_metadata_, true)) {
        bad("__metadata__ is there twice; need it once");
      }
    } else if (level_ == Level::metadata) {
      out_.metadata.emplace_back(std::move(name), std::string());
    } else {
      tensor_key(name);
    }
  }

  void close(bool list) override {
    if (list) {
      if (field_ == Field::offsets && offsets_read_ != 2) {
        bad("tensor {} has {} data_offsets; need begin and end", quote(entry().name), offsets_read_);
      }
      level_ = Level::tensor;
      return;
    }
    if (level_ == Level::tensor) {
      const SafetensorsEntry& e = entry();
      if (!e.has_dtype || !e.has_shape || !e.has_offsets) {
        bad("tensor {} has no {}", quote(e.name), !e.has_dtype ? "dtype" : !e.has_shape ? "shape" : "data_offsets");
      }
    }
    level_ = level_ == Level::root ? Level::outside : Level::root;
  }

  void scalar(const JsonScalar& v) override {
    using Kind = JsonScalar::Kind;
    switch (v.kind) {
      case Kind::natural: return natural(v.natural);
      case Kind::string: return text(*v.text);
      case Kind::negative: misplaced(str("the negative number {}", v.number));
      case Kind::fraction: misplaced("the number " + v.text->substr(0, 40));
      case Kind::boolean: misplaced(v.number != 0 ? "true" : "false");
      case Kind::null: misplaced("null");
    }
  }

  void error(std::size_t position, const std::string& why) override { bad("header is not JSON at byte {}: {}", position, why.substr(0, 160)); }

 private:
  enum class Level { outside, root, tensor, list, metadata };
  enum class Field { dtype, shape, offsets };

  void natural(std::uint64_t v) {
    if (level_ != Level::list) misplaced(str(v));
    SafetensorsEntry& e = entry();
    if (field_ == Field::offsets) {
      if (offsets_read_ == 2) bad("tensor {} has more than 2 data_offsets; need begin and end", quote(e.name));
      (offsets_read_++ == 0 ? e.begin : e.end) = v;
      return;
    }
    if (e.shape.rank() == kMaxRank) bad("tensor {} has more than {} dimensions; need at most {}", quote(e.name), kMaxRank, kMaxRank);
    if (v > INT64_MAX) bad("tensor {} has size {} in its shape; need at most 2^63-1", quote(e.name), v);
    e.shape.push_back(static_cast<std::int64_t>(v));
  }

  void text(std::string& text) {
    if (level_ == Level::metadata) {
      out_.metadata.back().second = std::move(text);
      return;
    }
    if (level_ != Level::tensor || field_ != Field::dtype) misplaced(str("text {}", quote(text)));
    for (const DType d : kDTypes) {
      if (text != safetensors_dtype(d)) continue;
      entry().dtype = d;
      return;
    }
    bad("tensor {} has dtype {}; need {}", quote(entry().name), quote(text), kDTypeList);
  }

  template <class... Args>
  [[noreturn]] void bad(const Args&... args) const {
    fail(ErrorKind::format, "[safetensors] {}: {}", file_, str(args...));
  }

  [[noreturn]] void misplaced(const std::string& what) const {
    switch (level_) {
      case Level::outside: bad("header is {}; need an object", what);
      case Level::root:
        if (in_metadata_) bad("__metadata__ is {}; need an object of texts", what);
        bad("tensor {} is {}; need an object", quote(entry().name), what);
      case Level::metadata: bad("__metadata__ {} is {}; need a text", quote(out_.metadata.back().first), what);
      default: break;
    }
    const char* list = field_ == Field::shape ? "shape" : "data_offsets";
    if (level_ == Level::list) {
      bad("tensor {} has {} in its {}; need integers from 0 to 2^63-1", quote(entry().name), what, list);
    }
    if (field_ == Field::dtype) bad("tensor {} has {} as dtype; need a text", quote(entry().name), what);
    bad("tensor {} has {} as {}; need a list of integers", quote(entry().name), what, list);
  }

  void tensor_key(const std::string& name) {
    SafetensorsEntry& e = entry();
    bool* seen = nullptr;
    if (name == "dtype") {
      field_ = Field::dtype;
      seen = &e.has_dtype;
    } else if (name == "shape") {
      field_ = Field::shape;
      seen = &e.has_shape;
    } else if (name == "data_offsets") {
      field_ = Field::offsets;
      seen = &e.has_offsets;
    } else {
      bad("tensor {} has key {}; need dtype, shape and data_offsets", quote(e.name), quote(name));
    }
    if (std::exchange(*seen, true)) bad("tensor {} has {} twice; need it once", quote(e.name), name);
  }

  SafetensorsEntry& entry() const { return out_.entries.back(); }

  SafetensorsHeader& out_;
  const char* file_;
  Level level_ = Level::outside;
  Field field_ = Field::dtype;
  bool in_metadata_ = false, seen_metadata_ = false;
  int offsets_read_ = 0;
};

void check_unique(const Names& names, const char* file, const char* what) {
  if (const std::string* name = twice(names)) fail(ErrorKind::format, "[safetensors] {}: {} {} is there twice; names must be unique", file, what, quote(*name));
}

}  // namespace

const std::string* twice(const Names& names) {
  const std::string* before = nullptr;
  for (const std::size_t i : sorted_indices(names.size(), [&](std::size_t a, std::size_t b) { return *names[a] < *names[b]; })) {
    if (before && *before == *names[i]) return before;
    before = names[i];
  }
  return nullptr;
}

const char* safetensors_dtype(DType dtype) {
  switch (dtype) {
    case DType::float32: return "F32";
    case DType::float64: return "F64";
    case DType::int64: return "I64";
    case DType::int32: return "I32";
    case DType::uint8: return "U8";
    case DType::bool_: return "BOOL";
    case DType::float16: return "F16";
    case DType::bfloat16: return "BF16";
  }
  return "";
}

SafetensorsHeader read_safetensors_header(std::string_view json, const char* file) {
  const auto first = static_cast<unsigned char>(json.empty() ? 0 : json[0]);
  if (first != '{') fail(ErrorKind::format, "[safetensors] {}: header begins with byte {}; need '{'", file, first);
  // nlohmann's lexer takes a zero byte for the end of input and would pass over what follows.
  if (const auto zero = json.find('\0'); zero != json.npos) {
    fail(ErrorKind::format, "[safetensors] {}: header has a zero byte at {}; need JSON padded with spaces", file, zero);
  }
  SafetensorsHeader header;
  Events events(header, file);
  read_json(json, events);
  Names tensors, metadata;
  for (const SafetensorsEntry& e : header.entries) tensors.push_back(&e.name);
  for (const auto& item : header.metadata) metadata.push_back(&item.first);
  check_unique(tensors, file, "tensor");
  check_unique(metadata, file, "__metadata__");
  return header;
}

}  // namespace wick::detail
