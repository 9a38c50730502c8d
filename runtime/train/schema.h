#pragma once
// The one table of what a recipe may say: every type with its keys, their kinds, defaults and limits. Checking, defaults,
// error texts and recipe_schema() are driven by it; the factories read the checked result without further checks.

#include <string_view>
#include <vector>

#include "train/json.h"
#include "wick/recipe.h"

namespace wick::schema {

enum class Category {
  layer, loss, optimizer, scheduler, metric, data, augmentation, callback, sampler, init, parametrization,
  recipe, trainer, normalize, weights,  // of one type each
  // No parts of a recipe: samplers, splits and the options of a loader made by themselves.
  order, folds,
  loader  // of one type
};

enum class Want {
  boolean, integer, number, text,
  sizes,     // an integer or a list of one to three
  integers,  // an integer or a list of integers
  numbers,   // a list of numbers
  factors,   // a number or a list of one to three
  extents,   // an integer, or a list of one to three, null among them
  levels,    // how many, 2 or more, or a list of numbers
  range,     // a number r for (-r, r), or [low, high]
  pair,      // [a, b]
  texts,     // a list of texts
  groups,    // a list of objects with "params", a list of texts, and any of the entry's other keys
  entry,     // an object with "type", or a bare type name
  entries,   // a list of them
  object,    // an object of the one type its category has
};

enum class Limit { none, positive, not_negative, unit, below_one };

struct Key {
  std::string_view name;
  Want want = Want::boolean;
  std::string_view initial = {};  // default as JSON; without data: required
  Limit limit = Limit::none;
  std::string_view choices = {};  // "min|max", or empty: the texts it may be, besides what it wants
  Category category = Category::layer;  // of entries
  bool nullable = false;
  bool required() const { return initial.data() == nullptr; }
};

struct TypeRule {
  std::string_view type, keys;  // keys as the table has them
};

/// The types of a category, without all: those which a page has at hand. The keys of one, with those that all types of the
/// category have.
std::vector<TypeRule> types(Category category, bool all);
std::vector<Key> keys_of(Category category, const TypeRule& rule);
const char* category_name(Category category);
const char* category_key(Category category);  ///< as recipe_schema() names it
const char* want_name(Want want);

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
