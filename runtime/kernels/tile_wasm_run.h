#pragma once
// The register tile of the WebAssembly build: tile_wasm.cpp.

#include "kernels/tile.h"

#ifdef __wasm__
namespace wick::kernels {

/// Runs the tile with v vectors (1 or 2).
void run_wasm_tile(Mode mode, int v, Tile& t);

/// Whether a fused multiply-add is installed, and used.
bool relaxed_tiles();
void use_relaxed_tiles(bool on);

}  // namespace wick::kernels
#endif
