#include "train/json.h"

#include <cmath>

#include "io/json_events.h"
#include "wick/quote.h"
#include "wick/recipe.h"

namespace wick {

namespace {

constexpr std::size_t kMaxDepth = 64;
constexpr double kMaxExact = 9007199254740992.0;  // 2^53

/// "line 3, column 5".
std::string place(std::string_view text, std::size_t offset) {
  std::size_t line = 1, start = 0;
  for (std::size_t i = 0; i < offset && i < text.size(); ++i)
    if (text[i] == '\n') ++line, start = i + 1;
  return str("line {}, column {} (byte {})", line, offset - start + 1, offset);
}

/// Builds the tree.
class Builder final : public detail::JsonEvents {
 public:
  explicit Builder(std::string_view text) : text_(text) {}
  Json take() { return std::move(root_); }

  void scalar(const detail::JsonScalar& v) override {
    using Kind = detail::JsonScalar::Kind;
    switch (v.kind) {
      case Kind::null: place_value(Json()); break;
      case Kind::boolean: place_value(Json(v.number != 0)); break;
      case Kind::string: place_value(Json(std::move(*v.text))); break;
      default: place_value(Json(v.number)); break;
    }
  }

  void key(std::string& name) override {
    const std::size_t at = token_start();
    if (stack_.back()->find(name)) bad(at, str("key {} is there twice; need it once", quote(name)));
    pending_key_ = std::move(name);
    last_ = consumed();
  }

  void open(bool list) override {
    if (stack_.size() >= kMaxDepth) bad(consumed(), str("values are nested more than {} deep", kMaxDepth));
    stack_.push_back(place_value(list ? Json::array() : Json::object()));
  }

  void close(bool) override {
    stack_.pop_back();
    last_ = consumed();
  }

  void error(std::size_t position, const std::string& why) override {
    bad(position > 0 ? position - 1 : 0, why.compare(0, 14, "syntax error w") == 0 ? why.substr(13) : why);
  }

 private:
  [[noreturn]] void bad(std::size_t offset, const std::string& why) {
    if (offset > text_.size()) offset = text_.size();
    throw RecipeError("", str("not valid JSON at {}: {}.", place(text_, offset), why), static_cast<std::int64_t>(offset));
  }
  std::size_t consumed() const { return static_cast<std::size_t>(seen - text_.data()); }

  // The parser has just read the token; it began after what lies between it and the one before. A number is only known
  // to end by the byte behind it, hence the bytes skipped include brackets.
  std::size_t token_start() const {
    std::size_t i = last_;
    while (i < text_.size() && (text_[i] == ' ' || text_[i] == '\n' || text_[i] == '\r' || text_[i] == '\t' || text_[i] == ',' || text_[i] == ':' ||
                                text_[i] == ']' || text_[i] == '}'))
      ++i;
    return i;
  }

  Json* place_value(Json v) {
    v.offset = token_start();
    last_ = consumed();
    if (stack_.empty()) {
      root_ = std::move(v);
      return &root_;
    }
    Json& parent = *stack_.back();
    return parent.is(Json::Type::object) ? &parent.set(pending_key_, std::move(v)) : &parent.push(std::move(v));
  }

  std::string_view text_;
  std::size_t last_ = 0;
  Json root_;
  std::vector<Json*> stack_;
  std::string pending_key_;
};

}  // namespace

Json::Json() = default;
Json::Json(bool v) : type_(Type::boolean), number_(v) {}
Json::Json(double v) : type_(Type::number), number_(v) {}
Json::Json(std::string v) : type_(Type::string), text_(std::move(v)) {}
Json::Json(const char* v) : type_(Type::string), text_(v) {}
Json::Json(std::string_view v) : type_(Type::string), text_(v) {}
Json::Json(Type t) : type_(t) {}
Json::Json(const Json& other) = default;
Json::Json(Json&& other) noexcept = default;
Json& Json::operator=(const Json& other) = default;
Json& Json::operator=(Json&& other) noexcept = default;
Json::~Json() = default;
Json Json::array() { return Json(Type::array); }
Json Json::object() { return Json(Type::object); }

void Json::set(const char* key, double v) { set(std::string_view(key), Json(v)); }
void Json::set(const char* key, bool v) { set(std::string_view(key), Json(v)); }
void Json::set(const char* key, const std::string& v) { set(std::string_view(key), Json(v)); }
void Json::set(const char* key, const char* v) { set(std::string_view(key), Json(v)); }

Json parse_json(std::string_view text) {
  Builder builder(text);
  detail::read_json(text, builder);
  return builder.take();
}

bool Json::is_integer() const { return type_ == Type::number && std::fabs(number_) <= kMaxExact && std::floor(number_) == number_; }

Json& Json::push(Json v) {
  items_.push_back(std::move(v));
  return items_.back();
}

Json& Json::set(std::string_view key, Json v) {
  if (Json* old = find(key)) {
    *old = std::move(v);
    return *old;
  }
  keys_.emplace_back(key);
  return push(std::move(v));
}

const Json* Json::find(std::string_view key) const {
  for (std::size_t i = 0; i < keys_.size(); ++i)
    if (keys_[i] == key) return &items_[i];
  return nullptr;
}
Json& Json::push_array() { return push(array()); }
Json& Json::push_object() { return push(object()); }
Json& Json::set_array(std::string_view key) { return set(key, array()); }
Json& Json::set_object(std::string_view key) { return set(key, object()); }
void Json::push(double v) { push(Json(v)); }
void Json::push(const std::string& v) { push(Json(v)); }

Json* Json::find(std::string_view key) { return const_cast<Json*>(std::as_const(*this).find(key)); }

const Json& Json::at(std::string_view key) const {
  static const Json kNull;
  const Json* v = find(key);
  return v ? *v : kNull;
}

std::string json_quote(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto u = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (u < 0x20) {
      constexpr char kHex[] = "0123456789abcdef";
      out += "\\u00";
      out += kHex[u >> 4];
      out += kHex[u & 15];
    } else {
      out += c;
    }
  }
  return out + '"';
}

void Json::write(std::string& out, int indent, int level) const {
  switch (type_) {
    case Type::null: out += "null"; return;
    case Type::boolean: out += boolean() ? "true" : "false"; return;
    case Type::number: out += std::isfinite(number_) ? to_text(number_) : "null"; return;
    case Type::string: out += json_quote(text_); return;
    default: break;
  }
  const bool object = type_ == Type::object;
  bool flat = indent == 0;
  if (!flat && !object) {  // a list of plain values stays on one line
    flat = true;
    for (const Json& v : items_) flat = flat && v.items_.empty();
  }
  const auto new_line = [&](int at) {
    if (flat) return;
    out += '\n';
    out.append(static_cast<std::size_t>(indent * at), ' ');
  };
  out += object ? '{' : '[';
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (i) out += flat && indent ? ", " : ",";
    new_line(level + 1);
    if (object) out += json_quote(keys_[i]) + (indent ? ": " : ":");
    items_[i].write(out, flat ? 0 : indent, level + 1);
  }
  if (!items_.empty()) new_line(level);
  out += object ? '}' : ']';
}

std::string Json::dump(int indent) const {
  std::string out;
  write(out, indent, 0);
  return out;
}

std::string Json::brief() const {
  switch (type_) {
    case Type::string: return quote(text_);
    case Type::object: return "an object";
    case Type::array: {
      std::string text = dump();
      return text.size() <= 60 ? text : str("a list of {}", items_.size());
    }
    default: return dump();
  }
}

}  // namespace wick
