#pragma once
// JSON values as recipes and the session's methods use them: objects keep their order and refuse a second key of the
// same name, and every value knows where in the text it stood.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "wick/error.h"

namespace wick {

class Json {
 public:
  enum class Type { null, boolean, number, string, array, object };
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  // Out of line, and set() for plain values below: each use inlined would cost wasm some hundred bytes.
  Json();
  Json(bool v);            // NOLINT
  Json(double v);          // NOLINT
  Json(std::string v);     // NOLINT
  Json(const char* v);     // NOLINT
  Json(std::string_view v);  // NOLINT
  template <class T>
    requires(std::is_integral_v<T> && !std::is_same_v<T, bool>)
  Json(T v) : Json(static_cast<double>(v)) {}  // NOLINT
  Json(const Json& other);
  Json(Json&& other) noexcept;
  Json& operator=(const Json& other);
  Json& operator=(Json&& other) noexcept;
  ~Json();
  static Json array();
  static Json object();

  Type type() const { return type_; }
  bool is(Type t) const { return type_ == t; }
  bool is_null() const { return type_ == Type::null; }
  bool is_integer() const;  ///< a number without fraction, exact in a double
  bool boolean() const { return number_ != 0; }
  double number() const { return number_; }
  std::int64_t integer() const { return static_cast<std::int64_t>(number_); }
  const std::string& text() const { return text_; }

  // Arrays and objects; an object's keys belong to items() of the same place.
  const std::vector<Json>& items() const { return items_; }
  std::vector<Json>& items() { return items_; }
  const std::vector<std::string>& keys() const { return keys_; }
  Json& push(Json v);
  Json& set(std::string_view key, Json v);  ///< replaces or adds
  // The new entry, an empty list or object.
  Json& push_array();
  Json& push_object();
  Json& set_array(std::string_view key);
  Json& set_object(std::string_view key);
  void push(double v);
  void push(bool v) = delete;  // none is needed; it would become a number
  void push(const std::string& v);
  template <class T>
    requires(std::is_integral_v<T> && !std::is_same_v<T, bool>)
  void push(T v) {
    push(static_cast<double>(v));
  }
  void set(const char* key, double v);
  void set(const char* key, bool v);
  void set(const char* key, const std::string& v);
  void set(const char* key, const char* v);
  template <class T>
    requires(std::is_integral_v<T> && !std::is_same_v<T, bool>)
  void set(const char* key, T v) {
    set(key, static_cast<double>(v));
  }
  const Json* find(std::string_view key) const;
  Json* find(std::string_view key);
  const Json& at(std::string_view key) const;  ///< a null value if there is none

  std::size_t offset = kNowhere;  ///< first byte of the value in the text it was read from

  /// Compact text; indent > 0: one entry per line. NaN and infinities are null.
  std::string dump(int indent = 0) const;
  /// "12", "\"text\"", "an object": how errors print what was given.
  std::string brief() const;

 private:
  explicit Json(Type t);
  void write(std::string& out, int indent, int level) const;

  Type type_ = Type::null;
  double number_ = 0;
  std::string text_;
  std::vector<Json> items_;
  std::vector<std::string> keys_;
};

/// Throws RecipeError of line, column and byte for anything but one JSON value; also for a key given twice, depth over 64
/// and text that is not UTF-8.
Json parse_json(std::string_view text);

std::string json_quote(std::string_view text);

}  // namespace wick
