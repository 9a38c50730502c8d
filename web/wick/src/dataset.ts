// Data sets and how they are split.
import { WickError } from "./error.js";
import { functionIn } from "./function.js";
import { Handle, Lazy } from "./handle.js";
import { snakeKeys } from "./nn-module.js";
import { stack } from "./ops.js";
import { callOut, checkStatus, float64In, heap, int64In, pointersIn, scratch, textIn, withScratch, type Exports } from "./runtime.js";
import { scope } from "./scope.js";
import { Tensor, tensor } from "./tensor.js";

/** One sample. A number as y is its class, a whole number; give a tensor for a value. */
export type Sample = readonly [x: Tensor, y: Tensor | number];
/** Samples along a first dimension. */
export type Batch = [x: Tensor, y: Tensor];

/** A sample as tensors. @internal */
export function tensorsOf(sample: Sample): Batch {
  const [x, y] = Array.isArray(sample) ? (sample as Sample) : [];
  if (typeof y === "number" && !Number.isSafeInteger(y))
    throw new WickError("value", `[Dataset] a sample's y is ${y}; a number is a class and needs to be whole. For a value give tensor(${y}).`);
  if (!(x instanceof Tensor) || (typeof y !== "number" && !(y instanceof Tensor)))
    throw new WickError("value", `[Dataset] a sample is ${Array.isArray(sample) ? `[${typeof x}, ${typeof y}]` : typeof sample}; need [x, y], x a tensor, y a tensor or a class.`);
  return [x, typeof y === "number" ? tensor(BigInt64Array.of(BigInt(y)), []) : y];
}

/** What fn writes to addresses of two tensors: those, or null where there are none. @internal */
export function batchOf(fn: (w: Exports, x: number, y: number) => number): Batch | null {
  return withScratch((w) => {
    const at = scratch(8);
    checkStatus(fn(w, at, at + 4));
    return heap.u32(at) === 0 ? null : [new Tensor(heap.u32(at)), new Tensor(heap.u32(at + 4))];
  });
}

/** An argument of int64. @internal */
export function integer(name: string, value: number): bigint {
  if (!Number.isSafeInteger(value)) throw new WickError("value", `[data] ${name} is ${value}; need a whole number.`);
  return BigInt(value);
}

/** A number that a function of wick.h gives of a handle. @internal */
export function int64Of(name: string, id: number): number {
  return withScratch((w) => {
    const at = scratch(8);
    checkStatus(w[name]!(id, at));
    return heap.i64(at);
  });
}

export interface DatasetInfo {
  size: number;
  sampleShape: number[];
  /** 0 where it is not known, and of values */
  classes: number;
  classNames: string[];
}

/** Samples by index. A class of your own extends this one with `length` and `getItem()`. */
export abstract class Dataset extends Lazy {
  /** How many samples there are; it stays so. */
  abstract readonly length: number;
  abstract getItem(index: number): Sample;
  /** The samples of a batch: those of getItem() stacked, unless a class knows a faster way. */
  getItems(indices: readonly number[]): Batch {
    const samples = indices.map((i) => tensorsOf(this.getItem(i)));
    return [stack(samples.map(([x]) => x)), stack(samples.map(([, y]) => y))];
  }
  /** y of all samples. */
  targets(): Tensor {
    return withScratch(() => new Tensor(callOut("wick_dataset_targets", this.id)));
  }
  info(): DatasetInfo {
    const { size, sample_shape: sampleShape, classes, class_names: classNames } = withScratch(() => JSON.parse(heap.text(callOut("wick_dataset_info", this.id))));
    return { size, sampleShape, classes, classNames };
  }
  // The runtime keeps the function as long as it has the handle; who uses the set keeps the set.
  /** @internal */
  protected makeHandle(): Handle {
    const self = new WeakRef(this);
    const get = (indices: Tensor | null): Batch => self.deref()!.getItems(Array.from(indices!.data(), Number));
    return new Handle("dataset", withScratch(() => callOut("wick_dataset_function", integer("length", this.length), functionIn(get))));
  }
}

/** A set that lives in the runtime. */
class NativeDataset extends Dataset {
  /** of: what it is made of, which lives as long. @internal */
  constructor(handle: () => number, readonly of: readonly Dataset[] = []) {
    super();
    this.adopt(new Handle("dataset", withScratch(handle)));
  }
  override get length(): number {
    return int64Of("wick_dataset_size", this.id);
  }
  override getItem(index: number): Batch {
    return scope(() => {
      const [x, y] = this.getItems([index]);
      return [x.select(0, 0), y.select(0, 0)];
    });
  }
  override getItems(indices: readonly number[]): Batch {
    return batchOf((w, x, y) => w["wick_dataset_get"]!(this.id, int64In(indices), BigInt(indices.length), x, y))!;
  }
}

/** Rows of two tensors that belong together; it shares their storage. */
export class TensorDataset extends NativeDataset {
  constructor(x: Tensor, y: Tensor) {
    super(() => callOut("wick_dataset_tensors", x.id, y.id));
  }
}

/** Some samples of a set. */
export class Subset extends NativeDataset {
  constructor(dataset: Dataset, indices: readonly number[]);
  /** @internal */
  constructor(dataset: Dataset, handle: number);
  constructor(readonly dataset: Dataset, part: readonly number[] | number) {
    super(() => (typeof part === "number" ? part : callOut("wick_dataset_subset", dataset.id, int64In(part), BigInt(part.length))), [dataset]);
  }
}

/** Sets one after another. */
export class ConcatDataset extends NativeDataset {
  constructor(readonly datasets: readonly Dataset[]) {
    super(() => callOut("wick_dataset_concat", pointersIn(datasets.map((d) => d.id)), datasets.length), datasets);
  }
}

/** Samples one after another, where there is no index: for `new DataLoader(set)`, once for each epoch. A tensor kept from one
 * sample to the next needs keep(). */
export abstract class IterableDataset {
  abstract [Symbol.iterator](): Iterator<Sample>;
}

/** Iterable sets one after another. */
export class ChainDataset extends IterableDataset {
  constructor(readonly datasets: readonly IterableDataset[]) {
    super();
  }
  *[Symbol.iterator](): Generator<Sample> {
    for (const set of this.datasets) yield* set;
  }
}

/** A recipe's "data": `{ type: "toy", kind: "moons" }`. */
export interface DataConfig {
  type: string;
  [key: string]: unknown;
}
export interface OpenDataOptions {
  /** where config has none; default 0 */
  seed?: number;
  /** targets are values to be regressed, not classes; default false */
  values?: boolean;
}

/** All parts of a recipe's data, null where there is none. Files are given by putFile() before. */
export function openSplits(config: DataConfig, options: OpenDataOptions = {}): { train: Dataset; val: Dataset | null; test: Dataset | null } {
  const [train, val, test] = withScratch((w) => {
    const at = scratch(12);
    checkStatus(w["wick_dataset_create"]!(textIn(JSON.stringify(snakeKeys(config))), integer("seed", options.seed ?? 0), options.values ? 1 : 0, at));
    return [0, 4, 8].map((k) => heap.u32(at + k)).map((handle) => (handle ? new NativeDataset(() => handle) : null));
  });
  return { train: train!, val: val!, test: test! };
}

/** One part of a recipe's data. Throws where there is none. */
export function openData(config: DataConfig, split: "train" | "val" | "test" = "train", options: OpenDataOptions = {}): Dataset {
  const { [split]: wanted, ...others } = openSplits(config, options);
  for (const d of Object.values(others) as (Dataset | null)[]) d?.dispose();
  if (!wanted) throw new WickError("value", `[openData] this data has no part "${split}"; give "${split}" a size in its description.`);
  return wanted;
}

export interface RandomSplitOptions {
  /** default 0 */
  seed?: number;
  /** each part with the labels of the whole in proportion; default false */
  stratify?: boolean;
}

/** Cuts a set at random into parts of these lengths, or shares that add up to 1. */
export function randomSplit(dataset: Dataset, lengths: readonly number[], options: RandomSplitOptions = {}): Subset[] {
  return withScratch((w) => {
    const n = lengths.length, out = scratch(4 * n);
    checkStatus(w["wick_random_split"]!(dataset.id, float64In(lengths), n, integer("seed", options.seed ?? 0), options.stratify ? 1 : 0, out));
    return lengths.map((_, k) => new Subset(dataset, heap.u32(out + 4 * k)));
  });
}

export interface KFoldOptions {
  /** default 5 */
  nSplits?: number;
  /** default false */
  shuffle?: boolean;
  /** default 0 */
  seed?: number;
}

class Splitter {
  /** As a recipe's entry. @internal */
  constructor(readonly type: string, readonly options: KFoldOptions) {}
  /** Training and test set of each fold. */
  split(dataset: Dataset): [train: Subset, test: Subset][] {
    return withScratch((w) => {
      const { nSplits = 5 } = this.options, room = nSplits > 0 && nSplits <= dataset.length ? Math.floor(nSplits) : 0;
      const out = scratch(8 * room + 4), count = out + 8 * room;
      const json = textIn(JSON.stringify({ type: this.type, ...snakeKeys(this.options) }));
      checkStatus(w["wick_kfold"]!(json, dataset.id, out, out + 4 * room, room, count));
      const subset = (at: number): Subset => new Subset(dataset, heap.u32(at));
      return Array.from({ length: heap.i32(count) }, (_, k) => [subset(out + 4 * k), subset(out + 4 * (room + k))]);
    });
  }
}

/** scikit-learn's KFold: consecutive folds. */
export class KFold extends Splitter {
  constructor(options: KFoldOptions = {}) {
    super("KFold", options);
  }
}
/** scikit-learn's StratifiedKFold: each fold has the labels of the whole in proportion. */
export class StratifiedKFold extends Splitter {
  constructor(options: KFoldOptions = {}) {
    super("StratifiedKFold", options);
  }
}
