// Recipes and sessions.

#include "train/session.h"

#include "capi/handles.h"
#include "data/data_files.h"
#include "wick/strokes.h"

using namespace wick;
using namespace wick::capi;

struct wick_session {
  Session session;
};

namespace {

Json parse_args(const char* method, const char* json) {
  const Json args = json && *json ? parse_json(json) : Json::object();
  check(args.is(Json::Type::object) || args.is_null(), ErrorKind::value, "[session.{}] the arguments are {}; need an object.", method, args.brief());
  return args;
}

std::span<const std::byte> as_bytes(const void* bytes, size_t n) { return {static_cast<const std::byte*>(bytes), n}; }

}  // namespace

wick_status wick_file_put(const char* name, const void* bytes, size_t n) {
  return guarded([&] {
    need_pointer("file_put", "name", name);
    if (n) need_pointer("file_put", "bytes", bytes);
    const auto span = as_bytes(bytes, n);
    put_data_file(name, {span.begin(), span.end()});
  });
}

wick_status wick_recipe_schema(const char** json) {
  return guarded([&] {
    need_pointer("recipe_schema", "json", json);
    *json = keep_text(recipe_schema());
  });
}

wick_status wick_recipe_check(const char* json, const char** result) {
  return guarded([&] {
    need_pointer("recipe_check", "json", json);
    need_pointer("recipe_check", "result", result);
    Json out = Json::object();
    try {
      const Recipe recipe = Recipe::parse(json);
      check_recipe(recipe);
      out.set("ok", true);
      out.set("recipe", recipe.json());
    } catch (const RecipeError& e) {
      out.set("ok", false);
      out.set("path", e.path());
      out.set("message", e.message());
      out.set("offset", e.offset());
    }
    *result = keep_text(out.dump());
  });
}

wick_status wick_session_create(const char* recipe_json, wick_session** out) {
  return guarded([&] {
    need_pointer("session_create", "recipe_json", recipe_json);
    need_pointer("session_create", "out", out);
    *out = new wick_session{Session(Recipe::parse(recipe_json))};
  });
}

void wick_session_free(wick_session* s) { delete s; }

wick_status wick_session_call(wick_session* s, const char* method, const char* args_json, const char** result_json) {
  return guarded([&] {
    need_pointer("session_call", "session", s);
    need_pointer("session_call", "method", method);
    need_pointer("session_call", "result_json", result_json);
    const Json args = parse_args(method, args_json);
    if (std::string_view(method) != "graph") {
      *result_json = keep_text(s->session.call(method, args).dump());
      return;
    }
    wick_tensor loss{s->session.trainer().latest_loss()};
    check(loss.t.defined(), ErrorKind::value, "[session.graph] there is no loss yet; run a batch first.");
    const Json& most = args.at("max_nodes");
    const wick_status status = wick_tensor_graph(&loss, most.is_integer() ? static_cast<int32_t>(most.integer()) : 64, result_json);
    if (status != 0) throw Error(static_cast<ErrorKind>(status), wick_last_error());
  });
}

wick_status wick_session_tensor(wick_session* s, const char* method, const char* args_json, wick_tensor** out) {
  return guarded([&] {
    need_pointer("session_tensor", "session", s);
    need_pointer("session_tensor", "method", method);
    need_pointer("session_tensor", "out", out);
    *out = hand_out(s->session.tensor(method, parse_args(method, args_json)));
  });
}

wick_status wick_session_predict(wick_session* s, const wick_tensor* x, int32_t train, wick_tensor** out) {
  return guarded([&] {
    need_pointer("session_predict", "session", s);
    need_pointer("session_predict", "out", out);
    *out = hand_out(s->session.predict(need("session_predict", x), train != 0));
  });
}

wick_status wick_session_load(wick_session* s, const void* bytes, size_t n) {
  return guarded([&] {
    need_pointer("session_load", "session", s);
    need_pointer("session_load", "bytes", bytes);
    s->session.load(as_bytes(bytes, n));
  });
}

wick_status wick_centre_digit(const uint8_t* ink, int32_t height, int32_t width, uint8_t* out) {
  return guarded([&] {
    need_pointer("centre_digit", "ink", ink);
    need_pointer("centre_digit", "out", out);
    centre_digit(ink, height, width, out);
  });
}
