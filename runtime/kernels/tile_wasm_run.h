#pragma once
// The register tile of the WebAssembly build: tile_wasm.cpp.

#include <cstddef>

#include "kernels/tile.h"

#ifdef __wasm__
namespace wick::kernels {

/// Runs the tile with v vectors (1 or 2).
void run_wasm_tile(Mode mode, int v, Tile& t);

/// Of relaxed.cpp; null where that is not installed or not used.
using DecayFn = void (*)(const float* x, const float* next, float* y, std::ptrdiff_t n, float m, const float* k, float* most);
DecayFn relaxed_decay();
using LayerNormFn = void (*)(const float* x, std::size_t rows, std::size_t n, const float* weight, const float* bias, double eps,
                             float* y, float* mean, float* rstd);
LayerNormFn relaxed_layer_norm();
using LayerNormGradFn = void (*)(const float* dy, const float* x, std::size_t rows, std::size_t n, const float* mean, const float* rstd,
                                 const float* weight, float* dx, float* dweight, float* dbias);
LayerNormGradFn relaxed_layer_norm_grad();

/// Whether a fused multiply-add is installed, and used.
bool relaxed_tiles();
void use_relaxed_tiles(bool on);

}  // namespace wick::kernels
#endif
