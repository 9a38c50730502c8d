#pragma once
// The one table of what a recipe may say: every type with its keys, their kinds, defaults and limits. Checking, defaults,
// error texts and recipe_schema() are driven by it; the factories read the checked result without further checks.

#include <span>

#include "train/json.h"
#include "wick/recipe.h"

namespace wick::schema {

enum class Category { layer, loss, optimizer, scheduler, metric, data, augmentation, callback, recipe, trainer, normalize };

enum class Want {
  boolean, integer, number, text,
  sizes,     // an integer or a list of one or two
  integers,  // an integer or a list of integers
  numbers,   // a list of numbers
  range,     // a number r for (-r, r), or [low, high]
  pair,      // [a, b]
  texts,     // a list of texts
  entry,     // an object with "type", or a bare type name
  entries,   // a list of them
  object,    // an object of the one type its category has
};

enum class Limit { none, positive, not_negative, unit, below_one };

struct Key {
  const char* name;
  Want want;
  const char* initial = nullptr;  // default as JSON; null: required
  Limit limit = Limit::none;
  const char* choices = nullptr;  // "min|max"
  Category category = Category::layer;  // of entries
  bool nullable = false;          // null is allowed though it is not the default
};

struct TypeRule {
  const char* type;
  std::span<const Key> keys;
};

/// The types of a category, and the keys all of them have.
std::span<const TypeRule> types(Category category);
std::span<const Key> common_keys(Category category);
const char* category_name(Category category);

/// Checks one entry and fills in defaults. A bare name becomes an object. Throws RecipeError with the path.
Json check_entry(const Json& given, Category category, std::string_view path);

[[noreturn]] void bad_text(const Json& at, std::string_view path, const wick::detail::TextKind* kinds, const void* const* values);
/// Throws RecipeError with str(message...).
template <class... Args>
[[noreturn]] void bad(const Json& at, std::string_view path, const Args&... message) {
  const void* const values[] = {&message...};
  bad_text(at, path, wick::detail::kTextKinds<wick::detail::TextType<Args>...>, values);
}
/// Throws the exception being handled again: an error of a part that was being made, other than lack of memory, as one of the
/// recipe at its place.
[[noreturn]] void rethrow(const Json& at, std::string_view path);

}  // namespace wick::schema
