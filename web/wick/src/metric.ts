// What all metrics have.
import { WickError } from "./error.js";
import { Handle } from "./handle.js";
import { snakeKeys } from "./nn-module.js";
import { callOut, checkStatus, heap, scratch, textIn, wasm, withScratch } from "./runtime.js";
import { Tensor } from "./tensor.js";

/** Gathers batches with update(). */
export abstract class Accumulator {
  #handle: Handle;

  /** As a recipe's "metrics" have it, with numClasses where there are classes. */
  constructor(type: string, options: { numClasses?: number }) {
    const { numClasses = 0, ...rest } = options;
    this.#handle = new Handle("metric", withScratch(() => callOut("wick_metric_create", textIn(JSON.stringify({ type, ...snakeKeys(rest) })), BigInt(numClasses))));
  }
  /** @internal The live handle. */
  protected get id(): number {
    return this.#handle.id;
  }
  update(preds: Tensor, target: Tensor): void {
    checkStatus(wasm()["wick_metric_update"]!(this.id, preds.id, target.id));
  }
  /** Adds what another metric of the same kind has gathered. */
  merge(other: Accumulator): void {
    checkStatus(wasm()["wick_metric_merge"]!(this.id, other.id));
  }
  reset(): void {
    checkStatus(wasm()["wick_metric_reset"]!(this.id));
  }
  /** The result as tensors, in torchmetrics' order. */
  protected results(): Tensor[] {
    return withScratch((w) => {
      const count = scratch(8);
      checkStatus(w["wick_metric_results"]!(this.id, 0, 0, count));
      const n = heap.i32(count), out = scratch(4 * n);
      checkStatus(w["wick_metric_results"]!(this.id, out, n, count));
      return Array.from({ length: n }, (_, i) => new Tensor(heap.u32(out + 4 * i)));
    });
  }
  dispose(): void {
    this.#handle.dispose();
  }
}

/** compute() gives the figure over all batches. */
export class Metric extends Accumulator {
  /** One figure, or one per class with average "none". */
  values(): number[] {
    return withScratch((w) => {
      const count = scratch(8);
      checkStatus(w["wick_metric_compute"]!(this.id, 0, 0, count));
      const n = heap.i32(count), out = scratch(8 * n + 8);
      checkStatus(w["wick_metric_compute"]!(this.id, out, n, count));
      return Array.from({ length: n }, (_, i) => heap.f64(out + 8 * i));
    });
  }
  /** The only figure. */
  compute(): number {
    const values = this.values();
    if (values.length !== 1) throw new WickError("value", `[metric] there are ${values.length} figures; call values().`);
    return values[0]!;
  }
}

/** compute() gives a tensor. */
export class TensorMetric extends Accumulator {
  compute(): Tensor {
    return this.results()[0]!;
  }
}

/** compute() gives two coordinates and thresholds: of binary ones three tensors, of several classes three lists with a tensor
 * per class; at given thresholds two tensors [classes, ...] and the thresholds. */
export class CurveMetric extends Accumulator {
  compute(): [Tensor, Tensor, Tensor] | [Tensor[], Tensor[], Tensor[]] {
    const all = this.results(), n = all.length / 3;
    if (n === 1) return [all[0]!, all[1]!, all[2]!];
    return [all.slice(0, n), all.slice(n, 2 * n), all.slice(2 * n)];
  }
}
