// Checks recipes against the table.

#include "train/losses.h"
#include "train/schema.h"

#include "wick/quote.h"
#include "wick/registry.h"

namespace wick::schema {

namespace {

using Type = Json::Type;

std::string join_path(std::string_view path, std::string_view key) { return path.empty() ? std::string(key) : str("{}.{}", path, key); }

std::vector<std::string> split_choices(std::string_view choices) {
  std::vector<std::string> out;
  while (!choices.empty()) {
    const std::size_t end = choices.find('|');
    out.emplace_back(choices.substr(0, end));
    choices = end == choices.npos ? std::string_view() : choices.substr(end + 1);
  }
  return out;
}

std::string quoted_list(const std::vector<std::string>& names, const char* last) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) out += str(i == 0 ? "" : i + 1 < names.size() ? ", " : last, quote(names[i]));
  return out;
}

// "; did you mean "lr"?" or "; need one of ...".
std::string suggest(std::string_view word, const std::vector<std::string>& names) {
  const std::vector<std::string> near = nearest_names(word, names);
  if (!near.empty()) return str("; did you mean {}?", quoted_list(near, " or "));
  return names.empty() ? "; there are no keys but \"type\"." : str("; need {}{}.", names.size() > 1 ? "one of " : "", quoted_list(names, " or "));
}

const char* limit_text(Limit limit) {
  switch (limit) {
    case Limit::positive: return " above 0";
    case Limit::not_negative: return " of 0 or more";
    case Limit::unit: return " from 0 to 1";
    case Limit::below_one: return " from 0 to below 1";
    default: return "";
  }
}

bool within(Limit limit, double v) {
  switch (limit) {
    case Limit::positive: return v > 0;
    case Limit::not_negative: return v >= 0;
    case Limit::unit: return v >= 0 && v <= 1;
    case Limit::below_one: return v >= 0 && v < 1;
    default: return true;
  }
}

std::string needed(const Key& key) {
  const std::string limit = limit_text(key.limit);
  std::string out;
  switch (key.want) {
    case Want::boolean: out = "true or false"; break;
    case Want::integer: out = "a whole number" + limit; break;
    case Want::number: out = "a number" + limit; break;
    case Want::text: out = !key.choices.empty() ? quoted_list(split_choices(key.choices), " or ") : "text"; break;
    case Want::sizes: out = "a whole number or a list of two or three" + limit; break;
    case Want::integers: out = "a whole number or a list of them" + limit; break;
    case Want::numbers: out = "a list of numbers" + limit; break;
    case Want::factors: out = "a number or a list of two or three" + limit; break;
    case Want::extents: out = "a whole number" + limit + ", or a list of two or three of these or null"; break;
    case Want::levels: out = "a whole number of 2 or more, or a list of numbers" + limit; break;
    case Want::range: out = "a number of 0 or more, or [low, high]"; break;
    case Want::pair: out = "two numbers [a, b]" + limit; break;
    case Want::texts: out = "a list of texts"; break;
    case Want::groups: out = "a list of objects with \"params\""; break;
    case Want::entry: out = str("a {}: an object with \"type\"", category_name(key.category)); break;
    case Want::entries: out = str("a list of {}s", category_name(key.category)); break;
    case Want::object: out = key.category == Category::weights ? "a file's name, or an object with \"file\"" : "an object"; break;
  }
  if (key.want != Want::text && !key.choices.empty()) out += ", or " + quoted_list(split_choices(key.choices), " or ");
  return key.nullable ? out + ", or null" : out;
}

bool numbers_fit(const Json& v, const Key& key, bool whole, std::size_t min, std::size_t max) {
  if (!v.is(Type::array) || v.items().size() < min || v.items().size() > max) return false;
  for (const Json& n : v.items()) {
    if (n.is_null() && key.want == Want::extents) continue;
    if (!n.is(Type::number) || (whole && !n.is_integer()) || !within(key.limit, n.number())) return false;
  }
  return true;
}

bool fits(const Json& v, const Key& key) {
  const bool fine = v.is(Type::number) && within(key.limit, v.number());
  constexpr std::size_t kMany = 1 << 16;
  if (v.is(Type::string) && !key.choices.empty()) {
    for (const std::string& c : split_choices(key.choices))
      if (c == v.text()) return true;
    return false;
  }
  switch (key.want) {
    case Want::boolean: return v.is(Type::boolean);
    case Want::integer: return fine && v.is_integer();
    case Want::number: return fine;
    case Want::text: return v.is(Type::string);
    case Want::sizes: return (fine && v.is_integer()) || numbers_fit(v, key, true, 1, 3);
    case Want::integers: return (fine && v.is_integer()) || numbers_fit(v, key, true, 1, kMaxRank);
    case Want::numbers: return numbers_fit(v, key, false, 1, kMany);
    case Want::factors: return fine || numbers_fit(v, key, false, 1, 3);
    case Want::extents: return (fine && v.is_integer()) || numbers_fit(v, key, true, 1, 3);
    case Want::levels: return (v.is(Type::number) && v.is_integer() && v.number() >= 2) || numbers_fit(v, key, false, 1, kMany);
    case Want::pair: return numbers_fit(v, key, false, 2, 2);
    case Want::range:
      return (v.is(Type::number) && v.number() >= 0) ||
             (numbers_fit(v, key, false, 2, 2) && v.items()[0].number() <= v.items()[1].number());
    case Want::texts:
      if (!v.is(Type::array) || v.items().empty()) return false;
      for (const Json& t : v.items())
        if (!t.is(Type::string)) return false;
      return true;
    case Want::entry: return v.is(Type::object) || v.is(Type::string);
    case Want::groups:
    case Want::entries: return v.is(Type::array);
    case Want::object: return v.is(Type::object) || (key.category == Category::weights && v.is(Type::string));
  }
  return false;
}

// An entry whose type is missing, no text or unknown.
[[noreturn]] void no_type(const Json& given, const Json* type, Category category, const std::vector<TypeRule>& rules, bool bare, std::string_view path) {
  std::vector<std::string> names;
  for (const TypeRule& r : rules) names.emplace_back(r.type);
  if (!type) bad(given, path, "has no \"type\"; need one of {}.", quoted_list(names, " or "));
  const std::string type_path = bare ? std::string(path) : join_path(path, "type");
  if (!type->is(Type::string)) bad(*type, type_path, "is {}; need the name of a {}.", type->brief(), category_name(category));
  bad(*type, type_path, "unknown {} {}{}", category_name(category), quote(type->text()), suggest(type->text(), names));
}

// more: a further key, or empty.
void check_known(const Json& given, const std::vector<Key>& keys, std::string_view more, std::string_view path) {
  for (std::size_t i = 0; i < given.keys().size(); ++i) {
    const std::string& name = given.keys()[i];
    bool known = !more.empty() && name == more;
    std::vector<std::string> names;
    for (const Key& k : keys) {
      known = known || name == k.name;
      names.emplace_back(k.name);
    }
    if (!known) bad(given.items()[i], join_path(path, name), "unknown key{}", suggest(name, names));
  }
}

Json check_value(const Json& v, const Key& key, std::string_view path) {
  if (v.is_null() && key.nullable) return v;
  if (!fits(v, key)) bad(v, path, "is {}; need {}.", v.brief(), needed(key));
  if (key.want == Want::entry || key.want == Want::object) return check_entry(v, key.category, path);
  if (key.want != Want::entries) return v;
  Json out = Json::array();
  out.offset = v.offset;
  for (std::size_t i = 0; i < v.items().size(); ++i) out.push(check_entry(v.items()[i], key.category, str("{}[{}]", path, i)));
  return out;
}

// Groups of parameters, each with some keys of the optimizer.
Json check_groups(const Json& list, const std::vector<Key>& of_optimizer, std::string_view path) {
  std::vector<Key> keys = {{.name = "params", .want = Want::texts}};
  for (const Key& k : of_optimizer)
    if (k.want != Want::groups) keys.push_back(k);
  Json out = Json::array();
  out.offset = list.offset;
  for (std::size_t i = 0; i < list.items().size(); ++i) {
    const Json& group = list.items()[i];
    const std::string at = str("{}[{}]", path, i);
    if (!group.is(Type::object)) bad(group, at, "is {}; need an object with \"params\".", group.brief());
    check_known(group, keys, "", at);
    Json checked = Json::object();
    checked.offset = group.offset;
    for (const Key& k : keys) {
      const Json* v = group.find(k.name);
      if (v) checked.set(k.name, check_value(*v, k, join_path(at, k.name)));
      else if (k.name == "params") bad(group, join_path(at, k.name), "is missing; need {}.", needed(k));
    }
    out.push(std::move(checked));
  }
  return out;
}

}  // namespace

void bad_text(const Json& at, std::string_view path, const wick::detail::TextKind* kinds, const void* const* values) {
  throw RecipeError(std::string(path), wick::detail::join_text(kinds, values), at.offset == Json::kNowhere ? -1 : static_cast<std::int64_t>(at.offset));
}

void rethrow(const Json& at, std::string_view path) {
  try {
    throw;
  } catch (const Error& e) {
    if (e.kind() == ErrorKind::memory || e.kind() == ErrorKind::recipe) throw;
    bad(at, path, e.what());
  }
}

Json check_entry(const Json& given, Category category, std::string_view path) {
  std::vector<TypeRule> rules = types(category, false);
  const bool typed = category < Category::recipe || category == Category::order || category == Category::folds;
  const TypeRule* rule = typed ? nullptr : rules.data();
  if (category == Category::weights && given.is(Type::string)) {
    Json file = Json::object();
    file.offset = given.offset;
    file.set("file", given);
    return check_entry(file, category, path);
  }
  const bool bare = typed && given.is(Type::string);
  if (!bare && !given.is(Type::object)) bad(given, path, "is {}; need a {}: an object.", given.brief(), category_name(category));
  if (typed) {
    const Json* type = bare ? &given : given.find("type");
    for (const bool all : {false, true}) {
      if (rule) break;
      if (all) rules = types(category, true);
      for (const TypeRule& r : rules)
        if (type && type->is(Type::string) && r.type == type->text()) rule = &r;
    }
    if (!rule) no_type(given, type, category, rules, bare, path);
  }

  const std::vector<Key> keys = keys_of(category, *rule);
  check_known(given, keys, typed ? "type" : "", path);

  Json out = Json::object();
  out.offset = given.offset;
  if (typed) out.set("type", std::string(rule->type));
  for (const Key& k : keys) {
    const std::string at = join_path(path, k.name);
    if (const Json* v = bare ? nullptr : given.find(k.name)) {
      Json checked = check_value(*v, k, at);
      out.set(k.name, k.want == Want::groups ? check_groups(checked, keys, at) : std::move(checked));
    } else if (!k.required()) {
      Json initial = parse_json(k.initial);
      initial.offset = given.offset;
      out.set(k.name, check_value(initial, k, at));
    } else {
      bad(given, at, "is missing; need {}.", needed(k));
    }
  }
  return out;
}

}  // namespace wick::schema

namespace wick {

std::string recipe_schema() {
  using namespace schema;
  Json out = Json::object();
  for (int c = 0; c <= static_cast<int>(Category::weights); ++c) {
    const auto category = static_cast<Category>(c);
    Json& list = out.set_object(category_key(category));
    for (const TypeRule& rule : types(category, true)) {
      Json& type = list.set_object(rule.type);
      for (const Key& k : keys_of(category, rule)) {
        Json& key = type.set_object(k.name);
        key.set("type", want_name(k.want));
        if (!k.required()) key.set("default", parse_json(k.initial));
        if (k.nullable) key.set("nullable", true);
        if (!k.choices.empty()) {
          Json choices = Json::array();
          for (const std::string& name : split_choices(k.choices)) choices.push(name);
          key.set("choices", choices);
        }
      }
    }
  }
  Json& ops = out.set_object("loss_ops");
  for (const parts::LossRule& rule : parts::loss_rules()) ops.set(rule.type, rule.op);
  return out.dump();
}

}  // namespace wick
