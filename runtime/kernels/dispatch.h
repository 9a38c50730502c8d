#pragma once
// Which instruction set the kernels run on. Native builds choose the best the processor has at the first call;
// WICK_ISA=sse4|avx2|avx3|neon|… forces one. Wasm has exactly one.

namespace wick::kernels {

/// Name of the chosen target: "sse4", "avx2", "avx3" (AVX-512), "neon", "wasm", …
const char* isa();
/// Reads WICK_ISA. Returns null when all is well, else a text naming what was asked and what this machine has.
const char* isa_error();
/// Deterministic kernels: the target's reading without fused multiply-add (unfused.h), so that results have the same bits
/// on every machine and in wasm; isa() then is "avx2, unfused", …. Not while another thread computes.
void set_deterministic(bool on);
bool deterministic();
/// The target whose code ran last in a kernel that reports it (for the test that a forced choice was obeyed).
const char* isa_ran();

}  // namespace wick::kernels
