#include "wick/vocabulary.h"

#include "train/json.h"

namespace wick {

std::string vocabulary_json(const Tokenizer& t) {
  Json j = Json::object();
  j.set("type", t.is_bpe() ? "bpe" : "char");
  if (t.is_bpe()) {
    Json& merges = j.set_array("merges");
    for (const auto& [a, b] : t.merges()) {
      Json& pair = merges.push_array();
      pair.push(a);
      pair.push(b);
    }
  } else {
    Json& characters = j.set_array("characters");
    for (const std::string& c : t.characters()) characters.push(c);
  }
  return j.dump();
}

Tokenizer read_vocabulary(std::string_view json, const char* name) {
  const auto need = [&](bool ok, const char* what) { check(ok, ErrorKind::format, "[vocabulary] {}: need {}.", name, what); };
  try {
    const Json j = parse_json(json);
    const std::string& type = j.at("type").text();
    need(type == "char" || type == "bpe", "an object with \"type\": \"char\" or \"bpe\"");
    if (type == "char") {
      std::vector<std::string> characters;
      need(j.at("characters").is(Json::Type::array), "a list \"characters\"");
      for (const Json& c : j.at("characters").items()) characters.push_back(c.text());
      return Tokenizer::from_characters(std::move(characters));
    }
    std::vector<Tokenizer::Merge> merges;
    need(j.at("merges").is(Json::Type::array), "a list \"merges\"");
    for (const Json& pair : j.at("merges").items()) {
      std::int32_t token[2] = {};
      need(pair.is(Json::Type::array) && pair.items().size() == 2, "pairs of tokens in \"merges\"");
      for (int k = 0; k < 2; ++k) {
        const Json& v = pair.items()[static_cast<std::size_t>(k)];
        need(v.is_integer() && v.number() >= 0 && v.number() < 1 << 30, "whole numbers of 0 or more in \"merges\"");
        token[k] = static_cast<std::int32_t>(v.integer());
      }
      merges.emplace_back(token[0], token[1]);
    }
    return Tokenizer::from_merges(std::move(merges));
  } catch (const Error& e) {
    if (e.kind() == ErrorKind::memory || e.kind() == ErrorKind::format) throw;
    fail(ErrorKind::format, "[vocabulary] {}: {}", name, e.what());
  }
}

}  // namespace wick
