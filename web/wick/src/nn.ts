// Modules, containers and losses, with PyTorch's names and defaults.
import { Module } from "./nn-module.js";
import type { Tensor } from "./tensor.js";

export * from "./layers.js";
export * from "./losses.js";
export * as init from "./init.js";
export * as utils from "./utils.js";
export { Layer, Module, NativeModule, buffer, parameter, type ModuleConfig, type StateDict } from "./nn-module.js";
export { clipGradNorm } from "./tensor.js";

// Tensors a step made and the next one used; the graph keeps what its gradient needs.
function pass(tensors: Tensor[], keepThese: readonly Tensor[]): void {
  for (const t of tensors) if (!keepThese.includes(t)) t.dispose();
}

/** Calls its modules in turn: `new Sequential(new Linear(784, 64), new ReLU(), new Linear(64, 10))`. */
export class Sequential extends Module {
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

/** y = activation(main(x) + shortcut(x)); without a shortcut, x itself is added. */
export class Residual extends Module {
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
