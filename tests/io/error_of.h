#pragma once
// What a call that must fail says.

#include <optional>
#include <string>

#include "wick/error.h"

struct Failure {
  std::optional<wick::ErrorKind> kind;  // none: it did not fail
  std::string text;
  bool says(std::string_view part) const { return text.find(part) != std::string::npos; }
};

template <class F>
Failure error_of(F&& call) {
  try {
    call();
  } catch (const wick::Error& e) {
    return {e.kind(), e.what()};
  }
  return {};
}
