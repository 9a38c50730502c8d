// What the browser must have. Each module is the smallest that uses the feature.

const magic = [0, 97, 115, 109, 1, 0, 0, 0];
const body = (...code: number[]) => [1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, code.length + 4, 1, code.length + 2, 0, ...code, 11];
const SIMD = Uint8Array.from([...magic, ...body(65, 0, 253, 15, 26)]); // i32.const 0, i8x16.splat, drop
const EXCEPTIONS = Uint8Array.from([...magic, ...body(6, 64, 25, 11)]); // try, catch_all, end

/// What is missing, in words, or null.
export function missing(): string | null {
  if (typeof WebAssembly !== 'object' || typeof Worker !== 'function') return 'WebAssembly';
  if (!WebAssembly.validate(SIMD)) return 'WebAssembly SIMD';
  if (!WebAssembly.validate(EXCEPTIONS)) return 'WebAssembly exceptions';
  return null;
}
