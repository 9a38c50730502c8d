// The register tile of the WebAssembly build, and what the loader may add with relaxed SIMD.

#ifdef __wasm__
#include "kernels/tile_wasm.h"

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "kernels/tile_wasm_run.h"

namespace wick::kernels {

namespace {

void run_steps(const Tile* t) { run_tile_wasm<Mode::steps>(*t); }
void run_offsets(const Tile* t) { run_tile_wasm<Mode::offsets>(*t); }
void run_rows(const Tile* t) { run_tile_wasm<Mode::rows>(*t); }

using TileFn = void (*)(const Tile*);
TileFn plain[3] = {run_steps, run_offsets, run_rows};
TileFn relaxed[3] = {};
const TileFn* in_use = plain;
DecayFn decay = nullptr;
LayerNormFn layer_norm = nullptr;
LayerNormGradFn layer_norm_grad = nullptr;

alignas(8) const unsigned char kRelaxedModule[] = {
#include "relaxed.inc"
};

}  // namespace

void run_wasm_tile(Mode mode, int v, Tile& t) {
  const TileFn fn = in_use[static_cast<int>(mode)];
  const int second = t.n[1];
  const float* const bias = t.bias_n;
  float all[8];
  if (v == 1) t.n[1] = 0, t.b[1] = t.b[0];
  if (bias && (t.n[0] < 4 || t.n[1] < 4)) {
    for (int i = 0; i < 8; ++i) all[i] = i % 4 < t.n[i / 4] ? bias[i] : 0;
    t.bias_n = all;
  }
  fn(&t);
  t.n[1] = second;
  t.bias_n = bias;
}

bool relaxed_tiles() { return in_use == relaxed; }
DecayFn relaxed_decay() { return relaxed_tiles() ? decay : nullptr; }
LayerNormFn relaxed_layer_norm() { return relaxed_tiles() ? layer_norm : nullptr; }
LayerNormGradFn relaxed_layer_norm_grad() { return relaxed_tiles() ? layer_norm_grad : nullptr; }
void use_relaxed_tiles(bool on) { in_use = on && relaxed[0] ? relaxed : plain; }

}  // namespace wick::kernels

extern "C" {

/// The module of relaxed.cpp, of size *bytes; 1 byte if this build has none. For the loader (web/wick/src/module.ts).
const void* relaxed_module(std::size_t* bytes) {
  *bytes = sizeof wick::kernels::kRelaxedModule;
  return wick::kernels::kRelaxedModule;
}

/// That module's functions are in the function table from entry `first` on, in the order of their names; from now on they run. 0: they are not.
void relaxed_install(std::uintptr_t first) {
  using namespace wick::kernels;
  if (first == 0) return;
  const auto entry = [&](auto& function, std::uintptr_t i) { function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(first + i); };
  entry(decay, 0);
  entry(layer_norm, 1);
  entry(layer_norm_grad, 2);
  entry(relaxed[1], 3);  // offsets
  entry(relaxed[2], 4);  // rows
  entry(relaxed[0], 5);  // steps
  use_relaxed_tiles(true);
}
}
#endif
