// Methods of a session whose data is text: to tokens and back, and text made by the model.

#include <algorithm>
#include <cmath>

#include "train/session.h"
#include "wick/autograd.h"
#include "wick/ops.h"
#include "wick/philox.h"
#include "wick/vocabulary.h"

namespace wick {

const Tokenizer& Session::tokenizer(const char* method) const {
  check(data_.tokenizer != nullptr, ErrorKind::value, "[session.{}] the recipe's data is no text; need data of type \"text\".", method);
  return *data_.tokenizer;
}

// {"type", "size", "tokens": what each stands for, to look at}.
Json Session::vocabulary_info() const {
  Json j = Json::object();
  j.set("type", data_.tokenizer->is_bpe() ? "bpe" : "char");
  j.set("size", data_.tokenizer->size());
  Json& tokens = j.set_array("tokens");
  for (std::int64_t i = 0; i < data_.tokenizer->size(); ++i) tokens.push(data_.tokenizer->shown(i));
  return j;
}

Tensor Session::encode(const Json& args) {
  const Tokenizer& t = tokenizer("encode");
  check(args.at("text").is(Json::Type::string), ErrorKind::value, "[session.encode] text is {}; need text.", args.at("text").brief());
  const std::vector<std::int32_t> tokens = t.encode(args.at("text").text());
  Tensor out = empty(static_cast<std::int64_t>(tokens.size()), DType::int64);
  std::copy(tokens.begin(), tokens.end(), out.data<std::int64_t>());
  return out;
}

Json Session::decode(const Json& args) {
  const Tokenizer& t = tokenizer("decode");
  const Json& list = args.at("tokens");
  check(list.is(Json::Type::array), ErrorKind::value, "[session.decode] tokens is {}; need a list of whole numbers.", list.brief());
  std::vector<std::int64_t> tokens;
  for (const Json& v : list.items()) {
    check(v.is_integer(), ErrorKind::value, "[session.decode] a token is {}; need a whole number.", v.brief());
    tokens.push_back(v.integer());
  }
  Json out = Json::object();
  out.set("text", t.decode(tokens));
  return out;
}

// Each token is drawn from what the model gives for the latest seq_len ones: of the top_k most likely, with logits divided by
// the temperature; at temperature 0 the most likely one. The stream is the seed's own.
Json Session::generate(const Json& args) {
  const Tokenizer& t = tokenizer("generate");
  const auto number = [&](const char* key, double initial, double min, double max) {
    const Json* v = args.find(key);
    if (!v) return initial;
    check(v->is(Json::Type::number) && v->number() >= min && v->number() <= max, ErrorKind::value, "[session.generate] {} is {}; need a number from {} to {}.", key,
          v->brief(), min, max);
    return v->number();
  };
  const Json& prompt = args.at("prompt");
  check(prompt.is(Json::Type::string) || prompt.is_null(), ErrorKind::value, "[session.generate] prompt is {}; need text.", prompt.brief());
  const auto n = static_cast<std::int64_t>(number("tokens", 200, 1, 1e6)), top_k = static_cast<std::int64_t>(number("top_k", 0, 0, 1e9));
  const double temperature = number("temperature", 1, 0, 1e6);
  PhiloxStream random(static_cast<std::uint64_t>(number("seed", 0, 0, 9007199254740992.0)), 0x47454E4552415445ull);  // "GENERATE"

  std::vector<std::int64_t> tokens;
  for (const std::int32_t token : t.encode(prompt.text())) tokens.push_back(token);
  const std::size_t given = tokens.size();
  if (tokens.empty()) tokens.push_back(0);
  const std::size_t first = tokens.size();
  const NoGradGuard guard;
  model_->eval();
  for (std::int64_t i = 0; i < n; ++i) {
    const auto length = std::min(static_cast<std::int64_t>(tokens.size()), input_[0]);
    const Tensor x = from_memory(tokens.data() + tokens.size() - static_cast<std::size_t>(length), {1, length}, DType::int64);
    const Tensor logits = (*model_)(x).select(0, 0).select(0, length - 1);
    if (temperature == 0) {
      tokens.push_back(static_cast<std::int64_t>(logits.argmax().item()));
      continue;
    }
    std::vector<double> p = (logits / temperature).softmax(0).to_vector();
    if (top_k > 0 && top_k < static_cast<std::int64_t>(p.size())) {
      std::vector<double> sorted = p;
      std::nth_element(sorted.begin(), sorted.begin() + (top_k - 1), sorted.end(), [](double a, double b) { return a > b; });
      const double least = sorted[static_cast<std::size_t>(top_k - 1)];
      for (double& v : p) v = v < least ? 0 : v;
    }
    double total = 0, sum = 0;
    for (const double v : p) total += v;
    const double at = static_cast<double>(random.uniform()) * total;
    std::size_t pick = 0;
    while (pick + 1 < p.size() && (sum += p[pick]) <= at) ++pick;
    tokens.push_back(static_cast<std::int64_t>(pick));
  }
  tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(given ? 0 : first));
  Json out = Json::object();
  out.set("text", t.decode(tokens));
  return out;
}

// Weights that belong to another vocabulary would be read as other text.
void Session::check_vocabulary(const SafetensorsFile& file, const char* name) const {
  const std::string* other = file.find_metadata("vocabulary");
  if (!other || !data_.tokenizer) return;
  const Tokenizer t = read_vocabulary(*other, name);
  check(t == *data_.tokenizer, ErrorKind::value,
        "[session] {} was trained with a vocabulary of {} tokens that is not this data's of {}. Name the run's vocabulary.json as the recipe's data.vocabulary.", name,
        t.size(), data_.tokenizer->size());
}

}  // namespace wick
