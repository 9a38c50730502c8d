#include <cmath>
#include <limits>

#include "train/json.h"
#include "wick/table.h"

namespace wick {

std::string table_json(const TableEncoder& encoder) {
  Json j = Json::object();
  j.set("one_hot", encoder.one_hot());
  Json& columns = j.set_array("columns");
  for (const TableColumn& c : encoder.columns()) {
    Json& out = columns.push_object();
    out.set("name", c.name);
    out.set("fill", c.fill);
    if (c.is_category) {
      Json& list = out.set_array("categories");
      for (const std::string& k : c.categories) list.push(k);
    } else {
      out.set("mean", c.mean);
      out.set("std", c.std);
    }
  }
  return j.dump();
}

TableEncoder read_table_json(std::string_view json, const char* name) {
  try {
    const Json j = parse_json(json);
    const auto need = [&](bool ok, const char* what) { check(ok, ErrorKind::format, "[table] {}: need {}.", name, what); };
    need(j.at("columns").is(Json::Type::array) && j.at("one_hot").is(Json::Type::boolean), "an object with \"one_hot\" and a list \"columns\"");
    std::vector<TableColumn> columns;
    for (const Json& c : j.at("columns").items()) {
      TableColumn& t = columns.emplace_back();
      need(c.at("name").is(Json::Type::string), "a \"name\" for each column");
      t.name = c.at("name").text();
      t.fill = c.at("fill").is(Json::Type::number) ? c.at("fill").number() : std::numeric_limits<double>::quiet_NaN();
      t.is_category = c.find("categories") != nullptr;
      for (const Json& k : c.at("categories").items()) {
        need(k.is(Json::Type::string), "categories that are texts");
        t.categories.push_back(k.text());
      }
      need(t.is_category || (c.at("mean").is(Json::Type::number) && c.at("std").is(Json::Type::number)), "\"categories\", or \"mean\" and \"std\", for each column");
      if (!t.is_category) t.mean = c.at("mean").number(), t.std = c.at("std").number();
    }
    return {std::move(columns), j.at("one_hot").boolean()};
  } catch (const Error& e) {
    if (e.kind() == ErrorKind::memory || e.kind() == ErrorKind::format) throw;
    fail(ErrorKind::format, "[table] {}: {}", name, e.what());
  }
}

}  // namespace wick
