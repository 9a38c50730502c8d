// Modules, with PyTorch's names and state_dict keys. Built-in layers live in the runtime; a class of your own extends
// Module and holds tensors made by parameter() and other modules as fields.
import { WickError } from "./error.js";
import { Frozen, freeze } from "./freeze.js";
import * as F from "./ops.js";
import { callOut, checkStatus, heap, textIn, wasm, withScratch } from "./runtime.js";
import { saveTensors, loadTensors } from "./safetensors.js";
import { keep } from "./scope.js";
import { Tensor, noGrad } from "./tensor.js";

export { clipGradNorm } from "./tensor.js";

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
    const modes = this.#modules().map((m): [Module, boolean] => [m, m.training]);
    this.eval();
    try {
      return freeze((x) => this.forward(x), example);
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
  #modules(): Module[] {
    return [this, ...this.namedChildren().flatMap(([, m]) => m.#modules())];
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
    const count = wasm()["wick_module_tensor_count"]!(this.#handle);
    this.#tensors = Array.from({ length: count }, (_, i) =>
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
  forward(x: Tensor): Tensor {
    return withScratch(() => new Tensor(callOut("wick_module_forward", this.#id, x.id)));
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

type Size = number | readonly [number, number];

class Layer extends NativeModule {
  constructor(type: string, required: object = {}, options: object = {}) {
    super({ type, ...snakeKeys(required), ...snakeKeys(options) });
  }
  /** Its only weight and bias. */
  get weight(): Tensor {
    return this.#own("weight");
  }
  get bias(): Tensor {
    return this.#own("bias");
  }
  #own(name: string): Tensor {
    const found = this.ownTensors().find(([n]) => n === name);
    if (!found) throw new WickError("value", `[${String(this)}] has no ${name}.`);
    return found[1];
  }
}

/** x [..., inFeatures] -> [..., outFeatures] */
export class Linear extends Layer {
  constructor(inFeatures: number, outFeatures: number, options: { bias?: boolean } = {}) {
    super("Linear", { inFeatures, outFeatures }, options);
  }
}
export class Conv2d extends Layer {
  constructor(inChannels: number, outChannels: number, kernelSize: Size, options: { stride?: Size; padding?: Size; dilation?: Size; groups?: number; bias?: boolean } = {}) {
    super("Conv2d", { inChannels, outChannels, kernelSize }, options);
  }
}
export interface BatchNormOptions {
  eps?: number;
  momentum?: number | null;
  affine?: boolean;
  trackRunningStats?: boolean;
}
export class BatchNorm1d extends Layer {
  constructor(numFeatures: number, options: BatchNormOptions = {}) {
    super("BatchNorm1d", { numFeatures }, options);
  }
}
export class BatchNorm2d extends Layer {
  constructor(numFeatures: number, options: BatchNormOptions = {}) {
    super("BatchNorm2d", { numFeatures }, options);
  }
}
export class LayerNorm extends Layer {
  constructor(normalizedShape: number | readonly number[], options: { eps?: number; elementwiseAffine?: boolean } = {}) {
    super("LayerNorm", { normalizedShape }, options);
  }
}
/** x int64 [...] -> [..., embeddingDim] */
export class Embedding extends Layer {
  constructor(numEmbeddings: number, embeddingDim: number, options: { paddingIdx?: number } = {}) {
    super("Embedding", { numEmbeddings, embeddingDim }, options);
  }
}
export class Dropout extends Layer {
  constructor(p = 0.5) {
    super("Dropout", { p });
  }
}
export class Flatten extends Layer {
  constructor(startDim = 1, endDim = -1) {
    super("Flatten", { startDim, endDim });
  }
}
export class MaxPool2d extends Layer {
  constructor(kernelSize: Size, options: { stride?: Size; padding?: Size; dilation?: Size; ceilMode?: boolean } = {}) {
    super("MaxPool2d", { kernelSize }, options);
  }
}
export class AvgPool2d extends Layer {
  constructor(kernelSize: Size, options: { stride?: Size; padding?: Size; ceilMode?: boolean; countIncludePad?: boolean; divisorOverride?: number } = {}) {
    super("AvgPool2d", { kernelSize }, options);
  }
}
export class AdaptiveAvgPool2d extends Layer {
  constructor(outputSize: Size) {
    super("AdaptiveAvgPool2d", { outputSize });
  }
}
export class Identity extends Module {
  forward(x: Tensor): Tensor {
    return x;
  }
}

// Activations are ops and hold nothing, so they need no module of the runtime.
abstract class Activation extends Module {
  protected extra(): string {
    return "";
  }
  override toString(): string {
    return `${this.constructor.name}(${this.extra()})`;
  }
}
export class ReLU extends Activation {
  forward = (x: Tensor): Tensor => F.relu(x);
}
export class LeakyReLU extends Activation {
  constructor(readonly negativeSlope = 0.01) {
    super();
  }
  forward = (x: Tensor): Tensor => F.leakyRelu(x, this.negativeSlope);
  protected override extra(): string {
    return `negative_slope=${this.negativeSlope}`;
  }
}
export class ELU extends Activation {
  constructor(readonly alpha = 1) {
    super();
  }
  forward = (x: Tensor): Tensor => F.elu(x, this.alpha);
  protected override extra(): string {
    return `alpha=${this.alpha}`;
  }
}
export class GELU extends Activation {
  constructor(readonly approximate: "none" | "tanh" = "none") {
    super();
  }
  forward = (x: Tensor): Tensor => F.gelu(x, this.approximate);
  protected override extra(): string {
    return `approximate='${this.approximate}'`;
  }
}
export class SiLU extends Activation {
  forward = (x: Tensor): Tensor => F.silu(x);
}
export class Softplus extends Activation {
  constructor(readonly beta = 1, readonly threshold = 20) {
    super();
  }
  forward = (x: Tensor): Tensor => F.softplus(x, this.beta, this.threshold);
  protected override extra(): string {
    return `beta=${this.beta}, threshold=${this.threshold}`;
  }
}
export class Tanh extends Activation {
  forward = (x: Tensor): Tensor => F.tanh(x);
}
export class Sigmoid extends Activation {
  forward = (x: Tensor): Tensor => F.sigmoid(x);
}
export class Softmax extends Activation {
  constructor(readonly dim: number) {
    super();
  }
  forward = (x: Tensor): Tensor => F.softmax(x, this.dim);
  protected override extra(): string {
    return `dim=${this.dim}`;
  }
}
export class LogSoftmax extends Activation {
  constructor(readonly dim: number) {
    super();
  }
  forward = (x: Tensor): Tensor => F.logSoftmax(x, this.dim);
  protected override extra(): string {
    return `dim=${this.dim}`;
  }
}

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

// Losses.
export type Reduction = "mean" | "sum" | "none";
export interface Loss {
  forward(input: Tensor, target: Tensor): Tensor;
}
export class CrossEntropyLoss implements Loss {
  constructor(readonly options: { weight?: Tensor; ignoreIndex?: number; reduction?: Reduction; labelSmoothing?: number } = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.crossEntropy(input, target, this.options);
}
export class NLLLoss implements Loss {
  constructor(readonly options: { weight?: Tensor; ignoreIndex?: number; reduction?: Reduction } = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.nllLoss(input, target, this.options);
}
export class BCEWithLogitsLoss implements Loss {
  constructor(readonly options: { weight?: Tensor; posWeight?: Tensor; reduction?: Reduction } = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.binaryCrossEntropyWithLogits(input, target, this.options);
}
export class MSELoss implements Loss {
  constructor(readonly options: { reduction?: Reduction } = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.mseLoss(input, target, this.options);
}
export class L1Loss implements Loss {
  constructor(readonly options: { reduction?: Reduction } = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.l1Loss(input, target, this.options);
}
export class SmoothL1Loss implements Loss {
  constructor(readonly options: { reduction?: Reduction; beta?: number } = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.smoothL1Loss(input, target, this.options);
}
