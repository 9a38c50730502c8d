// What all modules have, with PyTorch's names and state_dict keys. Built-in layers live in the runtime (Layer); a class of your
// own extends Module and holds tensors made by parameter() and other modules as fields.
import { WickError } from "./error.js";
import { Frozen, freeze } from "./freeze.js";
import { callOut, checkStatus, heap, pointersIn, scratch, textIn, wasm, withScratch } from "./runtime.js";
import { saveTensors, loadTensors } from "./safetensors.js";
import { keep } from "./scope.js";
import { Tensor, noGrad } from "./tensor.js";

/** Makes t a parameter: it requires a gradient, is found by Module.parameters() and outlives scopes. */
export function parameter(t: Tensor): Tensor {
  t.role = "parameter";
  t.requiresGrad = true;
  return keep(t);
}
/** Makes t a buffer: part of stateDict(), not trained. */
export function buffer(t: Tensor): Tensor {
  t.role = "buffer";
  return keep(t);
}

export type StateDict = Record<string, Tensor>;

export abstract class Module {
  training = true;

  abstract forward(x: Tensor): Tensor;
  /** Same as forward(). */
  call(x: Tensor): Tensor {
    return this.forward(x);
  }
  /** What it computes in eval mode as a program with its own copy of the weights, for inputs like example [N, ...]. */
  freeze(example: Tensor): Frozen {
    return this.keepingModes(() => {
      this.eval();
      return freeze((x) => this.forward(x), example);
    });
  }
  /** Calls fn and puts every module's mode back. @internal */
  keepingModes<T>(fn: () => T): T {
    const modes = this.modules().map((m): [Module, boolean] => [m, m.training]);
    try {
      return fn();
    } finally {
      for (const [m, on] of modes) {
        if (m instanceof NativeModule) m.train(on);
        else m.training = on;
      }
    }
  }

  /** Modules directly inside, by name: the fields that are modules or arrays of them. */
  namedChildren(): [string, Module][] {
    const found: [string, Module][] = [];
    for (const [name, value] of Object.entries(this)) {
      if (value instanceof Module) found.push([name, value]);
      else if (Array.isArray(value)) value.forEach((m, i) => m instanceof Module && found.push([`${name}.${i}`, m]));
    }
    return found;
  }
  /** Own tensors by name: the fields made by parameter() or buffer(). @internal */
  ownTensors(): [string, Tensor][] {
    return Object.entries(this).filter((e): e is [string, Tensor] => e[1] instanceof Tensor && e[1].role !== undefined);
  }
  #all(prefix: string): [string, Tensor][] {
    return [
      ...this.ownTensors().map(([name, t]): [string, Tensor] => [prefix + name, t]),
      ...this.namedChildren().flatMap(([name, m]) => m.#all(`${prefix}${name}.`)),
    ];
  }
  /** Itself and all modules inside. */
  modules(): Module[] {
    return [this, ...this.namedChildren().flatMap(([, m]) => m.modules())];
  }
  namedParameters(): [string, Tensor][] {
    return this.#all("").filter(([, t]) => t.role === "parameter");
  }
  namedBuffers(): [string, Tensor][] {
    return this.#all("").filter(([, t]) => t.role === "buffer");
  }
  parameters(): Tensor[] {
    return this.namedParameters().map(([, t]) => t);
  }
  /** Parameters and buffers by PyTorch's keys; the tensors are the module's own. */
  stateDict(): StateDict {
    return Object.fromEntries(this.#all(""));
  }
  /** Copies values in. One error lists every missing, unexpected and misshapen key; nothing is changed then. */
  loadStateDict(state: StateDict, options: { strict?: boolean } = {}): void {
    const strict = options.strict ?? true;
    const own = this.stateDict();
    const wrong: string[] = [];
    for (const [key, t] of Object.entries(own)) {
      const from = state[key];
      if (!from) strict && wrong.push(`missing ${key}`);
      else if (from.shape.join() !== t.shape.join()) wrong.push(`${key} is [${from.shape}], need [${t.shape}]`);
    }
    if (strict) for (const key of Object.keys(state)) if (!(key in own)) wrong.push(`unexpected ${key}`);
    if (wrong.length > 0) throw new WickError("value", `[loadStateDict] ${wrong.join("; ")}.`);
    noGrad(() => {
      for (const [key, t] of Object.entries(own)) if (state[key]) t.copyFrom(state[key]);
    });
  }
  /** The state as the bytes of a safetensors file. */
  save(): Uint8Array {
    return saveTensors(this.stateDict());
  }
  /** Loads the state from the bytes of a safetensors file. */
  load(bytes: Uint8Array, options: { strict?: boolean } = {}): void {
    const state = loadTensors(bytes);
    try {
      this.loadStateDict(state, options);
    } finally {
      for (const t of Object.values(state)) t.dispose();
    }
  }

  train(on = true): this {
    this.training = on;
    for (const [, m] of this.namedChildren()) m.train(on);
    return this;
  }
  eval(): this {
    return this.train(false);
  }
  zeroGrad(): void {
    for (const p of this.parameters()) p.grad = null;
  }
  /** Frees its parameters and buffers and those of the modules inside. */
  dispose(): void {
    for (const [, t] of this.#all("")) t.dispose();
    for (const [, m] of this.namedChildren()) m.dispose();
  }
  toString(): string {
    const inner = this.namedChildren().map(([name, m]) => `  (${name}): ${String(m).replace(/\n/g, "\n  ")}`);
    return inner.length ? `${this.constructor.name}(\n${inner.join("\n")}\n)` : `${this.constructor.name}()`;
  }
}

/** A recipe's description of a module: `{ type: "Linear", in_features: 4, out_features: 2 }`. */
export interface ModuleConfig {
  type: string;
  [key: string]: unknown;
}

const collected = new FinalizationRegistry<number>((handle) => wasm()["wick_module_free"]!(handle));

/** A module of the runtime, from its description as in a recipe's "model". */
export class NativeModule extends Module {
  #handle: number;
  #tensors: [string, Tensor][];

  constructor(config: ModuleConfig | string) {
    super();
    const json = typeof config === "string" ? config : JSON.stringify(config);
    this.#handle = withScratch(() => callOut("wick_module_create", textIn(json)));
    collected.register(this, this.#handle, this);
    this.#tensors = this.#named();
  }
  #named(): [string, Tensor][] {
    const count = wasm()["wick_module_tensor_count"]!(this.#handle);
    return Array.from({ length: count }, (_, i) =>
      withScratch((w) => {
        const out = w["wick_alloc"]!(12) >>> 0;
        try {
          checkStatus(w["wick_module_tensor"]!(this.#handle, i, out, out + 4, out + 8));
          const t = keep(new Tensor(heap.u32(out + 8)));
          t.role = heap.i32(out + 4) === 0 ? "parameter" : "buffer";
          return [heap.text(heap.u32(out)), t] as [string, Tensor];
        } finally {
          w["wick_free"]!(out);
        }
      }),
    );
  }
  get #id(): number {
    if (this.#handle === 0) throw new WickError("value", "[module] it was disposed of.");
    return this.#handle;
  }
  override ownTensors(): [string, Tensor][] {
    return this.#tensors;
  }
  /** Computes weights from others, as an entry of a recipe's "parametrizations" says. Its parameters are others then: make the
   * optimizer afterwards. */
  parametrize(config: ModuleConfig): this {
    withScratch((w) => checkStatus(w["wick_module_parametrize"]!(this.#id, textIn(JSON.stringify(config)))));
    for (const [, t] of this.#tensors) t.dispose();
    this.#tensors = this.#named();
    return this;
  }
  /** Its BatchNorm layers average over the batches that follow, until it is called with false. @internal */
  updateBn(on: boolean): void {
    checkStatus(wasm()["wick_module_update_bn"]!(this.#id, on ? 1 : 0));
  }
  forward(x: Tensor): Tensor {
    return withScratch(() => new Tensor(callOut("wick_module_forward", this.#id, x.id)));
  }
  /** All results for all inputs, in the order of PyTorch's forward: an LSTM takes x, h0, c0 and gives output, hn, cn. Inputs
   * that may be left out are null or missing; so is a result that is not there. */
  forwardAll(...inputs: (Tensor | null)[]): (Tensor | null)[] {
    return withScratch((w) => {
      const room = 8;
      const results = scratch(4 * room + 4), count = results + 4 * room;
      checkStatus(w["wick_module_call"]!(this.#id, pointersIn(inputs.map((t) => t?.id ?? 0)), inputs.length, results, room, count));
      return Array.from({ length: heap.i32(count) }, (_, i) => heap.u32(results + 4 * i)).map((id) => (id ? new Tensor(id) : null));
    });
  }
  override train(on = true): this {
    this.training = on;
    wasm()["wick_module_train"]!(this.#id, on ? 1 : 0);
    return this;
  }
  override dispose(): void {
    if (this.#handle === 0) return;
    for (const [, t] of this.#tensors) t.dispose();
    this.#tensors = [];
    collected.unregister(this);
    wasm()["wick_module_free"]!(this.#handle);
    this.#handle = 0;
  }
  override toString(): string {
    return heap.text(wasm()["wick_module_repr"]!(this.#id) >>> 0);
  }
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
/** {inFeatures: 4} as {in_features: 4}. @internal */
export const snakeKeys = (options: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(options).filter(([, v]) => v !== undefined).map(([k, v]) => [snake(k), v as unknown]));

const isOptions = (v: unknown): v is Record<string, unknown> => typeof v === "object" && v !== null && !Array.isArray(v);

/** The description of a part of the runtime. names: PyTorch's keywords in order, those that are required first; the last
 * argument may be an object of the other ones in camelCase. @internal */
export function described(type: string, required: number, names: string, args: readonly unknown[]): ModuleConfig {
  const keys = names ? names.split(" ") : [];
  const config: ModuleConfig = { type };
  for (const [i, value] of args.entries()) {
    if (value === undefined) continue;
    if (i < required || !isOptions(value)) {
      config[keys[i]!] = value;
      continue;
    }
    for (const [key, option] of Object.entries(snakeKeys(value))) {
      if (key in config) throw new WickError("value", `[${type}] "${key}" is given twice.`);
      config[key] = option;
    }
  }
  return config;
}

/** @internal */
export const parametrize = <T extends NativeModule>(module: T, config: ModuleConfig): T => module.parametrize(config);

/** A layer of the runtime. */
export class Layer extends NativeModule {
  constructor(type: string, required: number, names: string, args: readonly unknown[]) {
    super(described(type, required, names, args));
  }
  /** Its own tensor of that name: layer.tensor("weight_ih_l0"). */
  tensor(name: string): Tensor {
    const found = this.ownTensors().find(([n]) => n === name);
    if (!found) throw new WickError("value", `[${String(this)}] has no ${name}.`);
    return found[1];
  }
  get weight(): Tensor {
    return this.tensor("weight");
  }
  get bias(): Tensor {
    return this.tensor("bias");
  }
}
