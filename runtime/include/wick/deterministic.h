#pragma once
// Results that have the same bits on every machine.

namespace wick {

/// As torch.use_deterministic_algorithms: kernels run without fused multiply-add, so that a run gives the same bits on
/// every x86-64 and 64-bit ARM processor and in WebAssembly. Off, results differ between processors in the last places;
/// on one processor they never depend on the number of threads either way. Costs speed: see the README. Call it before
/// weights are packed by freeze(); WICK_DETERMINISTIC=1 sets it at start.
void use_deterministic_algorithms(bool on);
bool are_deterministic_algorithms_enabled();

}  // namespace wick
