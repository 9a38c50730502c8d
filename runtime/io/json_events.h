#pragma once
// JSON text event by event. nlohmann's parser is a template over what it reports to; this is the one place that has it made.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace wick::detail {

struct JsonScalar {
  enum class Kind { null, boolean, natural, negative, fraction, string };
  Kind kind;
  double number = 0;            ///< of boolean and all numbers
  std::uint64_t natural = 0;    ///< exact
  std::string* text = nullptr;  ///< a string's content, to be moved from; how a fraction stands there
};

/// What the text is reported to. Any function may throw.
class JsonEvents {
 public:
  virtual void scalar(const JsonScalar& v) = 0;
  virtual void key(std::string& name) = 0;
  virtual void open(bool list) = 0;
  virtual void close(bool list) = 0;
  /// The text is not JSON: why, in printable ASCII, by the position-th byte. Must throw.
  virtual void error(std::size_t position, const std::string& why) = 0;

  const char* seen = nullptr;  ///< how far the text has been read

 protected:
  ~JsonEvents() = default;
};

void read_json(std::string_view text, JsonEvents& events);

}  // namespace wick::detail
