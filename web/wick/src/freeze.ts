// Frozen programs: a trained model for predicting, its BatchNorm folded, weights packed, memory planned ahead.
import { WickError } from "./error.js";
import { callOut, checkStatus, heap, scratch, wasm, withScratch } from "./runtime.js";
import { scope } from "./scope.js";
import { Tensor, noGrad } from "./tensor.js";

const collected = new FinalizationRegistry<number>((handle) => wasm()["wick_frozen_free"]!(handle));

/** A program with its own copy of the weights: made by Module.freeze() or freeze(). */
export class Frozen {
  #handle: number;
  // Input and output of run(), for n samples.
  #n = 0;
  #in = 0;
  #inBytes = 0;
  #out = 0;
  #outBytes = 0;

  /** @internal */
  constructor(handle: number) {
    this.#handle = handle;
    collected.register(this, handle, this);
  }
  get #id(): number {
    if (this.#handle === 0) throw new WickError("value", "[frozen] it was disposed of.");
    return this.#handle;
  }

  forward(x: Tensor): Tensor {
    return withScratch(() => new Tensor(callOut("wick_frozen_forward", this.#id, x.id)));
  }
  #shape(n: number, output: 0 | 1): { shape: number[]; dtype: number } {
    return withScratch((w) => {
      const at = scratch(72);
      checkStatus(w["wick_frozen_shape"]!(this.#id, BigInt(n), output, at, at + 64, at + 68));
      return { shape: Array.from({ length: heap.i32(at + 64) }, (_, i) => heap.i64(at + 8 * i)), dtype: heap.i32(at + 68) };
    });
  }
  /** Shape of the result of n samples. */
  outputShape(n: number): number[] {
    return this.#shape(n, 1).shape;
  }
  /** The same on plain arrays of float32, without making tensors: n samples in input, row-major. Writes to out if given. */
  run(input: Float32Array, n = 1, out?: Float32Array): Float32Array {
    const w = wasm();
    const id = this.#id;
    if (n !== this.#n || input.byteLength !== this.#inBytes) this.#makeRoom(n, input.byteLength);
    heap.copyIn(this.#in, new Uint8Array(input.buffer, input.byteOffset, input.byteLength));
    checkStatus(w["wick_frozen_run"]!(id, this.#in, this.#out, BigInt(n)));
    const to = out ?? new Float32Array(this.#outBytes / 4);
    if (to.byteLength !== this.#outBytes) throw new WickError("shape", `[frozen] out has ${to.length} elements; need ${this.#outBytes / 4}.`);
    heap.copyTo(this.#out, new Uint8Array(to.buffer, to.byteOffset, to.byteLength));
    return to;
  }
  #makeRoom(n: number, bytes: number): void {
    const [need, outBytes] = ([0, 1] as const).map((output) => {
      const { shape, dtype } = this.#shape(n, output);
      if (dtype !== 0) throw new WickError("dtype", "[frozen] run() takes and gives float32 only; this program does not. Use forward().");
      return 4 * shape.reduce((a, b) => a * b, 1);
    }) as [number, number];
    if (bytes !== need) throw new WickError("shape", `[frozen] input has ${bytes / 4} elements; need ${need / 4} for ${n} samples.`);
    this.#freeRoom();
    this.#in = wasm()["wick_alloc"]!(bytes + outBytes + 64) >>> 0;
    if (this.#in === 0) throw new WickError("memory", `[frozen] the system has no ${bytes + outBytes} bytes left.`);
    this.#out = (this.#in + bytes + 63) & ~63;
    [this.#n, this.#inBytes, this.#outBytes] = [n, bytes, outBytes];
  }
  #freeRoom(): void {
    if (this.#in !== 0) wasm()["wick_free"]!(this.#in);
    this.#n = this.#in = this.#inBytes = 0;
  }
  dispose(): void {
    if (this.#handle === 0) return;
    this.#freeRoom();
    collected.unregister(this);
    wasm()["wick_frozen_free"]!(this.#handle);
    this.#handle = 0;
  }
}

/** Freezes what fn computes of a batch like example: any composition of ops. fn runs three times, at several batch sizes. */
export function freeze(fn: (x: Tensor) => Tensor, example: Tensor): Frozen {
  const freezer = withScratch(() => callOut("wick_freezer_create", example.id));
  try {
    return noGrad(() => scope(() => {
      let y: Tensor | undefined;
      for (let failed = false; ; ) {
        const [x, program] = withScratch((w) => {
          const at = scratch(8);
          checkStatus(w["wick_freezer_next"]!(freezer, y?.id ?? 0, at, at + 4));
          return [heap.u32(at), heap.u32(at + 4)];
        });
        if (program !== 0) return new Frozen(program!);
        try {
          y = fn(new Tensor(x!));
        } catch (e) {  // fn may take the example's batch only
          if (failed) throw e;
          failed = true;
          y = undefined;
        }
      }
    }));
  } finally {
    wasm()["wick_freezer_free"]!(freezer);
  }
}
