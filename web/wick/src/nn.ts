// Modules, containers and losses, with PyTorch's names and defaults.
import { WickError } from "./error.js";
import type { Loss, Reduction } from "./losses.js";
import { Module } from "./nn-module.js";
import * as F from "./ops.js";
import type { Tensor } from "./tensor.js";

export * from "./layers.js";
export * from "./losses.js";
export * as init from "./init.js";
export * as utils from "./utils.js";
export { Layer, Module, NativeModule, buffer, parameter, type ModuleConfig, type StateDict } from "./nn-module.js";
export { clipGradNorm, clipGradValue } from "./tensor.js";

// Tensors a step made and the next one used; the graph keeps what its gradient needs.
function pass(tensors: Tensor[], keepThese: readonly Tensor[]): void {
  for (const t of tensors) if (!keepThese.includes(t)) t.dispose();
}

/** Calls its modules in turn: `new Sequential(new Linear(784, 64), new ReLU(), new Linear(64, 10))`. */
export class Sequential extends Module {
  // A minified class has another name; toString() prints this one.
  static override readonly name: string = "Sequential";
  readonly #modules: Module[];
  constructor(...modules: Module[]) {
    super();
    this.#modules = modules;
  }
  get length(): number {
    return this.#modules.length;
  }
  /** The module at i; -1 is the last. */
  at(i: number): Module | undefined {
    return this.#modules.at(i);
  }
  override namedChildren(): [string, Module][] {
    return this.#modules.map((m, i) => [String(i), m]);
  }
  forward(x: Tensor): Tensor {
    let y = x;
    for (const m of this.#modules) {
      const next = m.forward(y);
      if (next !== y) pass([y], [x]);
      y = next;
    }
    return y;
  }
}

/** Modules by number, for a forward() that calls them one by one: `for (const layer of this.layers) x = layer.forward(x)`. A
 * negative number counts from the end. */
export class ModuleList extends Module {
  static override readonly name: string = "ModuleList";
  readonly #modules: Module[];
  constructor(modules: Iterable<Module> = []) {
    super();
    this.#modules = [...modules];
  }
  #place(i: number, room = 0): number {
    const n = this.#modules.length, at = i < 0 ? i + n : i;
    if (!(Number.isInteger(at) && at >= 0 && at < n + room)) throw new WickError("index", `[ModuleList] index ${i} is out of range; it has ${n} modules.`);
    return at;
  }
  get length(): number {
    return this.#modules.length;
  }
  at(i: number): Module {
    return this.#modules[this.#place(i)]!;
  }
  set(i: number, module: Module): void {
    this.#modules[this.#place(i)] = module;
  }
  append(module: Module): this {
    this.#modules.push(module);
    return this;
  }
  extend(modules: Iterable<Module>): this {
    this.#modules.push(...modules);
    return this;
  }
  /** Before module i. */
  insert(i: number, module: Module): this {
    this.#modules.splice(this.#place(i, 1), 0, module);
    return this;
  }
  /** Takes one out. */
  pop(i = -1): Module {
    return this.#modules.splice(this.#place(i), 1)[0]!;
  }
  slice(start?: number, end?: number): ModuleList {
    return new ModuleList(this.#modules.slice(start, end));
  }
  [Symbol.iterator](): Iterator<Module> {
    return [...this.#modules][Symbol.iterator]();
  }
  override namedChildren(): [string, Module][] {
    return this.#modules.map((m, i) => [String(i), m]);
  }
  forward(): Tensor {
    throw new WickError("value", "[ModuleList] has no forward; call its modules one by one, or use Sequential.");
  }
}

/** Modules by name, in the order they came in. */
export class ModuleDict extends Module {
  static override readonly name: string = "ModuleDict";
  readonly #modules = new Map<string, Module>();
  constructor(modules: Readonly<Record<string, Module>> | Iterable<readonly [string, Module]> = {}) {
    super();
    this.update(modules);
  }
  #need(name: string): Module {
    const found = this.#modules.get(name);
    if (!found) throw new WickError("value", `[ModuleDict] there is no module "${name}"; need one of ${this.keys().map((k) => `"${k}"`).join(", ") || "those added before; it is empty"}.`);
    return found;
  }
  get length(): number {
    return this.#modules.size;
  }
  get(name: string): Module {
    return this.#need(name);
  }
  /** Adds one, or puts it in place of the one of that name. */
  set(name: string, module: Module): this {
    if (!name || name.includes(".")) throw new WickError("value", `[ModuleDict] name is "${name}"; need one that is not empty and has no dot.`);
    this.#modules.set(name, module);
    return this;
  }
  update(modules: Readonly<Record<string, Module>> | Iterable<readonly [string, Module]>): this {
    const pairs = Symbol.iterator in modules ? [...(modules as Iterable<readonly [string, Module]>)] : Object.entries(modules);
    for (const [name, module] of pairs) this.set(name, module);
    return this;
  }
  has(name: string): boolean {
    return this.#modules.has(name);
  }
  /** Takes one out. */
  pop(name: string): Module {
    const found = this.#need(name);
    this.#modules.delete(name);
    return found;
  }
  clear(): void {
    this.#modules.clear();
  }
  keys(): string[] {
    return [...this.#modules.keys()];
  }
  values(): Module[] {
    return [...this.#modules.values()];
  }
  items(): [string, Module][] {
    return [...this.#modules];
  }
  [Symbol.iterator](): Iterator<[string, Module]> {
    return this.items()[Symbol.iterator]();
  }
  override namedChildren(): [string, Module][] {
    return this.items();
  }
  forward(): Tensor {
    throw new WickError("value", "[ModuleDict] has no forward; call its modules by name.");
  }
}

/** y = activation(main(x) + shortcut(x)); without a shortcut, x itself is added. */
export class Residual extends Module {
  static override readonly name: string = "Residual";
  readonly activation: "relu" | "none";
  constructor(readonly main: Module, readonly shortcut: Module | null = null, options: { activation?: "relu" | "none" } = {}) {
    super();
    this.activation = options.activation ?? "none";
  }
  forward(x: Tensor): Tensor {
    const a = this.main.forward(x);
    const b = this.shortcut ? this.shortcut.forward(x) : x;
    const sum = a.add(b);
    const y = this.activation === "relu" ? sum.relu() : sum;
    pass([a, b, sum], [x, y]);
    return y;
  }
}

export interface TripletMarginWithDistanceLossOptions {
  /** of rows [N, D] or [D]; default F.pairwiseDistance */
  distanceFunction?: (a: Tensor, b: Tensor) => Tensor;
  margin?: number;
  /** default false: true takes the distance of positive and negative where it is the smaller one */
  swap?: boolean;
  reduction?: Reduction;
}
/** max(d(anchor, positive) - d(anchor, negative) + margin, 0). */
export class TripletMarginWithDistanceLoss implements Loss {
  constructor(readonly options: TripletMarginWithDistanceLossOptions = {}) {}
  forward = (anchor: Tensor, positive: Tensor, negative: Tensor): Tensor => {
    const { distanceFunction: d = (a, b) => F.pairwiseDistance(a, b), margin = 1, swap = false, reduction = "mean" } = this.options;
    if (!["mean", "sum", "none"].includes(reduction)) throw new WickError("value", `[TripletMarginWithDistanceLoss] reduction is "${reduction}"; need "mean", "sum" or "none".`);
    const far = d(anchor, negative), each = d(anchor, positive).sub(swap ? F.minimum(far, d(positive, negative)) : far).add(margin).relu();
    return reduction === "mean" ? each.mean() : reduction === "sum" ? each.sum() : each;
  };
}
