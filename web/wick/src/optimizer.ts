// What all optimizers have; their state lives in the runtime.
import { WickError } from "./error.js";
import { callOut, checkStatus, pointersIn, textIn, wasm, withScratch } from "./runtime.js";
import type { Tensor } from "./tensor.js";

const collected = new FinalizationRegistry<number>((handle) => wasm()["wick_optimizer_free"]!(handle));

export class Optimizer {
  #handle: number;
  #lr: number;

  /** type and options as in a recipe's "optimizer". */
  constructor(parameters: readonly Tensor[], config: { type: string; lr: number; [option: string]: unknown }) {
    this.#lr = config.lr;
    this.#handle = withScratch(() =>
      callOut("wick_optimizer_create", textIn(JSON.stringify(config)), pointersIn(parameters.map((p) => p.id)), parameters.length),
    );
    collected.register(this, this.#handle, this);
  }
  /** @internal */
  get id(): number {
    if (this.#handle === 0) throw new WickError("value", "[optimizer] it was disposed of.");
    return this.#handle;
  }
  /** Updates every parameter that has a gradient. */
  step(): void {
    checkStatus(wasm()["wick_optimizer_step"]!(this.id));
  }
  zeroGrad(): void {
    checkStatus(wasm()["wick_optimizer_zero_grad"]!(this.id));
  }
  get lr(): number {
    return this.#lr;
  }
  set lr(value: number) {
    this.set("lr", value);
  }
  /** Changes an option by PyTorch's name ("momentum", "weight_decay", "beta1", …). */
  set(option: string, value: number): void {
    withScratch((w) => checkStatus(w["wick_optimizer_set"]!(this.id, textIn(option), value)));
    if (option === "lr") this.#lr = value;
  }
  dispose(): void {
    if (this.#handle === 0) return;
    collected.unregister(this);
    wasm()["wick_optimizer_free"]!(this.#handle);
    this.#handle = 0;
  }
}
