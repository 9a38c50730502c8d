// Batches of a data set.
import { Dataset, batchOf, int64Of, integer, tensorsOf, type Batch, type IterableDataset, type Sample } from "./dataset.js";
import { WickError } from "./error.js";
import { functionIn } from "./function.js";
import { Handle } from "./handle.js";
import { snakeKeys, type ModuleConfig } from "./nn-module.js";
import { callOut, checkStatus, heap, scratch, textIn, wasm, withScratch } from "./runtime.js";
import type { BatchSampler, Sampler } from "./sampler.js";
import type { Tensor } from "./tensor.js";

export interface DataLoaderOptions {
  /** default 1 */
  batchSize?: number;
  /** default false */
  shuffle?: boolean;
  /** instead of shuffle */
  sampler?: Sampler;
  /** instead of batchSize, shuffle, sampler and dropLast */
  batchSampler?: BatchSampler;
  /** default false */
  dropLast?: boolean;
  /** of shuffling and augmentation; default 0 */
  seed?: number;
  /** makes a batch of samples; stacked where it is missing */
  collateFn?: (samples: Batch[]) => Batch;
  /** default 0; numWorkers * prefetchFactor batches are made ahead where the platform can, and nothing of your own makes them */
  numWorkers?: number;
  /** default 2 */
  prefetchFactor?: number;
  /** for MixUp and CutMix; default: what the set knows */
  numClasses?: number;
  normalize?: { mean: readonly number[]; std: readonly number[] };
  /** what every image goes through: `[{ type: "Resize", size: 28 }]` */
  transform?: readonly (ModuleConfig | string)[];
  /** at random: `[{ type: "RandomAffine", degrees: 10 }, "MixUp"]` */
  augment?: readonly (ModuleConfig | string)[];
}

/** Where a loader stands: epoch, and how many of its samples are given. */
export interface LoaderState {
  epoch: number;
  position: number;
}

const entries = (list?: readonly (ModuleConfig | string)[]): unknown[] | undefined => list?.map((e) => (typeof e === "string" ? e : snakeKeys(e)));

// A function that the runtime may call, or none.
const collateIn = (collate: DataLoaderOptions["collateFn"]): number =>
  collate ? functionIn((...given) => collate(Array.from({ length: given.length / 2 }, (_, i): Batch => [given[2 * i]!, given[2 * i + 1]!]))) : 0;

// The samples of a set for each epoch: what begins anew takes 1, what goes on 0.
function samplesOf(set: IterableDataset): (begin: Tensor | null) => Batch | [] {
  let samples: Iterator<Sample> | undefined;
  return (begin) => {
    if (begin!.item() === 1) samples = set[Symbol.iterator]();
    const next = samples!.next();
    return next.done ? [] : tensorsOf(next.value);
  };
}

/** Batches of a set: `for (const [x, y] of loader)` is one epoch, and a loop left early begins the next one the next time. A batch
 * is freed when the loop goes on or ends; keep() what is needed later. Seed and epoch decide the order. */
export class DataLoader implements Iterable<Batch> {
  #handle: Handle;

  constructor(readonly dataset: Dataset | IterableDataset, readonly options: DataLoaderOptions = {}) {
    const { sampler, batchSampler, collateFn, transform, augment, ...rest } = options;
    if (batchSampler && sampler) throw new WickError("value", "[DataLoader] batchSampler and sampler are mutually exclusive; a BatchSampler has its own.");
    const order = batchSampler ?? sampler;
    this.#handle = new Handle("loader", withScratch(() => {
      const json = textIn(JSON.stringify(snakeKeys({ ...rest, transform: entries(transform), augment: entries(augment) })));
      if (dataset instanceof Dataset) return callOut("wick_loader_create", dataset.id, json, order ? order.id : 0, collateIn(collateFn));
      if (order) throw new WickError("value", "[DataLoader] an IterableDataset gives its own order; leave sampler and batchSampler out.");
      return callOut("wick_loader_iterable", functionIn(samplesOf(dataset)), json, collateIn(collateFn));
    }));
  }
  /** Batches in an epoch. Throws for an IterableDataset. */
  get length(): number {
    return int64Of("wick_loader_size", this.#handle.id);
  }
  /** The next batch, or null at the end of the epoch, after which the next call begins the next one. */
  next(): Batch | null {
    return batchOf((w, x, y) => w["wick_loader_next"]!(this.#handle.id, x, y));
  }
  *[Symbol.iterator](): Generator<Batch> {
    checkStatus(wasm()["wick_loader_begin"]!(this.#handle.id));
    const mine = new Set<Tensor>();  // the present batch's, but for what is taken by keep()
    const free = (): void => mine.forEach((t) => t.dispose());
    try {
      for (let batch; (batch = this.next()); free()) {
        for (const t of batch) {
          t.owner?.delete(t);
          t.owner = mine.add(t);
        }
        yield batch;
      }
    } finally {
      free();
    }
  }
  /** Set it to go on from there, in the middle of an epoch too. */
  get state(): LoaderState {
    return withScratch((w) => {
      const at = scratch(16);
      checkStatus(w["wick_loader_state"]!(this.#handle.id, at, at + 8));
      return { epoch: heap.i64(at), position: heap.i64(at + 8) };
    });
  }
  set state({ epoch, position }: LoaderState) {
    checkStatus(wasm()["wick_loader_set_state"]!(this.#handle.id, integer("epoch", epoch), integer("position", position)));
  }
  dispose(): void {
    this.#handle.dispose();
  }
}
