// In which order a loader takes the samples of a set.
import { integer, int64Of, type Dataset } from "./dataset.js";
import { functionIn } from "./function.js";
import { Handle, Lazy } from "./handle.js";
import { snakeKeys } from "./nn-module.js";
import { callOut, textIn, withScratch } from "./runtime.js";
import { scope } from "./scope.js";
import { Tensor, tensor } from "./tensor.js";

/** Indices for each epoch: a loop over it takes the next epoch's. A class of your own extends this one with `length` and
 * `order()`. */
export abstract class Sampler extends Lazy implements Iterable<number> {
  #epoch = 0;

  /** Indices in an epoch; it stays so. */
  abstract readonly length: number;
  /** The indices of an epoch, the same whenever they are asked for. */
  abstract order(epoch: number): number[];
  [Symbol.iterator](): Iterator<number> {
    return this.order(this.#epoch++)[Symbol.iterator]();
  }
  // The runtime keeps the function as long as it has the handle; who uses the sampler keeps the sampler.
  /** @internal */
  protected makeHandle(): Handle {
    const self = new WeakRef(this);
    const order = (epoch: Tensor | null): Tensor[] => [int64Tensor(self.deref()!.order(epoch!.item()))];
    return new Handle("sampler", withScratch(() => callOut("wick_sampler_function", integer("length", this.length), functionIn(order))));
  }
}

const int64Tensor = (indices: readonly number[]): Tensor => tensor(BigInt64Array.from(indices, (i) => integer("an index", i)), [indices.length]);

/** A sampler that lives in the runtime. */
class NativeSampler extends Sampler {
  /** As a recipe's entry; n samples, or what is of each of them. @internal */
  constructor(type: string, options: object, n: number, of?: () => Tensor) {
    super();
    scope(() => withScratch(() => {
      const json = textIn(JSON.stringify({ type, ...snakeKeys(options) }));
      this.adopt(new Handle("sampler", callOut("wick_sampler_create", json, integer("the number of samples", n), of ? of().id : 0)));
    }));
  }
  override get length(): number {
    return int64Of("wick_sampler_size", this.id);
  }
  override order(epoch: number): number[] {
    return scope(() => Array.from(new Tensor(withScratch(() => callOut("wick_sampler_order", this.id, integer("epoch", epoch)))).data(), Number));
  }
}

const count = (source: Dataset | number): number => (typeof source === "number" ? source : source.length);

/** 0, 1, 2, … of a set, or of n. */
export class SequentialSampler extends NativeSampler {
  constructor(source: Dataset | number) {
    super("SequentialSampler", {}, count(source));
  }
}

export interface RandomSamplerOptions {
  /** default false */
  replacement?: boolean;
  /** default: as many as there are */
  numSamples?: number;
  /** default 0 */
  seed?: number;
}
/** The indices of a set, or 0 to n-1, in a random order. */
export class RandomSampler extends NativeSampler {
  constructor(source: Dataset | number, options: RandomSamplerOptions = {}) {
    super("RandomSampler", options, count(source));
  }
}

/** These indices in a random order. seed: default 0. */
export class SubsetRandomSampler extends NativeSampler {
  constructor(indices: readonly number[], options: { seed?: number } = {}) {
    super("SubsetRandomSampler", options, 0, () => int64Tensor(indices));
  }
}

/** numSamples indices, index i with a probability proportional to weights[i]. replacement: default true; seed: default 0. */
export class WeightedRandomSampler extends NativeSampler {
  constructor(weights: readonly number[], numSamples: number, options: { replacement?: boolean; seed?: number } = {}) {
    super("WeightedRandomSampler", { numSamples, ...options }, 0, () => tensor(Float64Array.from(weights), [weights.length]));
  }
}

/** A sampler's indices in batches. A class of your own overrides `batches()`. */
export class BatchSampler extends Lazy implements Iterable<number[]> {
  #epoch = 0;

  constructor(readonly sampler: Sampler, readonly batchSize: number, readonly dropLast = false) {
    super();
  }
  /** The batches of an epoch, the same whenever they are asked for. */
  batches(epoch: number): number[][] {
    const order = this.sampler.order(epoch), n = (this.dropLast ? Math.floor : Math.ceil)(order.length / this.batchSize);
    return Array.from({ length: n }, (_, k) => order.slice(k * this.batchSize, (k + 1) * this.batchSize));
  }
  [Symbol.iterator](): Iterator<number[]> {
    return this.batches(this.#epoch++)[Symbol.iterator]();
  }
  /** @internal */
  protected makeHandle(): Handle {
    const self = new WeakRef(this);
    const batches = (epoch: Tensor | null): Tensor[] => {
      const all = self.deref()!.batches(epoch!.item());
      return [int64Tensor(all.flat()), int64Tensor(all.map((b) => b.length))];
    };
    return new Handle("sampler", withScratch(() => callOut("wick_sampler_batches", functionIn(batches))));
  }
}
