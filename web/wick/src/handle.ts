// Who frees a handle of wick.h: dispose(), or at last the garbage collector.
import { WickError } from "./error.js";
import { wasm } from "./runtime.js";

const collected = new FinalizationRegistry<readonly [noun: string, value: number]>(([noun, value]) => wasm()[`wick_${noun}_free`]!(value));

/** A handle that its owner alone refers to. noun: as in wick_loader_free. @internal */
export class Handle {
  #value: number;

  constructor(readonly noun: string, value: number) {
    this.#value = value;
    collected.register(this, [noun, value], this);
  }
  get id(): number {
    if (this.#value === 0) throw new WickError("value", `[${this.noun}] it was disposed of.`);
    return this.#value;
  }
  dispose(): void {
    if (this.#value === 0) return;
    collected.unregister(this);
    wasm()[`wick_${this.noun}_free`]!(this.#value);
    this.#value = 0;
  }
}

/** What a class of the user's may be: its handle is made when the runtime first needs it. */
export abstract class Lazy {
  #handle: Handle | undefined;

  /** @internal */
  protected abstract makeHandle(): Handle;
  /** For those that live in the runtime. @internal */
  adopt(handle: Handle): void {
    this.#handle = handle;
  }
  /** @internal */
  get id(): number {
    return (this.#handle ??= this.makeHandle()).id;
  }
  /** Frees it. What was made of it goes on. */
  dispose(): void {
    this.#handle?.dispose();
  }
}
