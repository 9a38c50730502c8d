#pragma once
// An error on its way up through modules: remembers the module it came from, so that each caller can put the path from
// itself in front, once.

#include "wick/nn.h"

namespace wick::nn {

class ModuleError : public Error {
 public:
  ModuleError(const Error& e, const Module* source, const std::string& printout, const std::string& text, const std::string& path)
      : Error(e.kind(), str("[{}{}{}] {}", path, path.empty() ? "" : ": ", printout, text)), source_(source), printout_(printout), text_(text) {}
  const Module* source() const { return source_; }
  ModuleError at(const std::string& path) const { return {*this, source_, printout_, text_, path}; }

 private:
  const Module* source_;
  std::string printout_, text_;
};

}  // namespace wick::nn
