// What all learning-rate schedulers have.
import { Handle } from "./handle.js";
import type { Optimizer } from "./optimizer.js";
import { callOut, checkStatus, heap, scratch, textIn, wasm, withScratch } from "./runtime.js";
import { described } from "./nn-module.js";

const room = 64;

/** As a recipe's "scheduler"; names and args as for Layer. @internal */
export function schedulerOf(optimizer: Optimizer, type: string, required: number, names: string, args: readonly unknown[]): number {
  return withScratch(() => callOut("wick_scheduler_create", textIn(JSON.stringify(described(type, required, names, args))), optimizer.id));
}

/** Changes the lr of its optimizer: step() once per epoch, after the optimizer's steps. */
export class LRScheduler {
  #handle: Handle;

  /** @internal Takes over a handle of wick.h. */
  constructor(handle: number) {
    this.#handle = new Handle("scheduler", handle);
  }
  /** metric: the monitored figure, which ReduceLROnPlateau needs. */
  step(metric = NaN): void {
    checkStatus(wasm()["wick_scheduler_step"]!(this.#handle.id, metric));
  }
  /** The present lr of each parameter group. */
  getLastLr(): number[] {
    return withScratch((w) => {
      const out = scratch(8 * room + 8);
      checkStatus(w["wick_scheduler_last_lr"]!(this.#handle.id, out, room, out + 8 * room));
      return Array.from({ length: Math.min(room, heap.i32(out + 8 * room)) }, (_, i) => heap.f64(out + 8 * i));
    });
  }
  dispose(): void {
    this.#handle.dispose();
  }
}
