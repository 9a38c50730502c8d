// The register tile with relaxed SIMD's fused multiply-add, as a module of its own on the memory of the library's: an engine
// that knows no relaxed SIMD would refuse a module that has any. tile_wasm.cpp holds its bytes and installs it. It must use
// no stack: the library's is not its own.

#include "kernels/tile_wasm.h"

using namespace wick::kernels;

#define WICK_EXPORT extern "C" __attribute__((visibility("default")))

WICK_EXPORT void steps(const Tile* t) { run_tile_wasm<Mode::steps>(*t); }
WICK_EXPORT void offsets(const Tile* t) { run_tile_wasm<Mode::offsets>(*t); }
WICK_EXPORT void rows(const Tile* t) { run_tile_wasm<Mode::rows>(*t); }
