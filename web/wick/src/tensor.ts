import { WickError } from "./error.js";
import { functionIn } from "./function.js";
import { OpMethods } from "./op-methods.js";
import { bytesIn, callOut, checkStatus, heap, int64In, pointersIn, scratch, textIn, wasm, withScratch } from "./runtime.js";
import { currentScope } from "./scope.js";

export type DType = "float32" | "float64" | "int64" | "int32" | "uint8" | "bool";
export type TypedArray = Float32Array | Float64Array | BigInt64Array | Int32Array | Uint8Array | Int8Array | Uint8ClampedArray | Int16Array | Uint16Array | Uint32Array;
/** Numbers in nested arrays, all rows of one length. */
export type NestedArray = number | boolean | readonly NestedArray[];

export interface TensorOptions {
  /** Default: that of a typed array, bool for booleans, else float32. */
  dtype?: DType;
  requiresGrad?: boolean;
}

const dtypes: readonly DType[] = ["float32", "float64", "int64", "int32", "uint8", "bool"];
const arrayTypes = [Float32Array, Float64Array, BigInt64Array, Int32Array, Uint8Array, Uint8Array] as const;

// A safety net for tensors nobody disposed of; also rids the collected ones' handles.
const collected = new FinalizationRegistry<number>((handle) => wasm()["wick_tensor_free"]!(handle));

/** A multi-dimensional array on the runtime's heap, with PyTorch's methods in camelCase.
 *
 * Parameters with a default may be given in order or, as the last argument, by name: `x.sum(1, true)`,
 * `x.sum({ dim: 1, keepdim: true })` and `x.sum(1, { keepdim: true })` are the same. */
export class Tensor extends OpMethods {
  /** @internal */ handle: number;
  /** @internal */ owner: Set<Tensor> | undefined;
  /** @internal "parameter" or "buffer" of a module */ role: "parameter" | "buffer" | undefined;

  /** @internal Takes over a handle of wick.h. */
  constructor(handle: number) {
    super();
    this.handle = handle;
    this.owner = currentScope();
    this.owner?.add(this);
    collected.register(this, handle, this);
  }

  /** @internal The live handle. */
  get id(): number {
    if (this.handle === 0) throw new WickError("value", "[tensor] it was disposed of; return it from scope() or keep() it to use it later.");
    return this.handle;
  }
  get isDisposed(): boolean {
    return this.handle === 0;
  }
  /** Frees it now. Its memory goes when no view and no graph needs it. */
  dispose(): void {
    if (this.handle === 0) return;
    collected.unregister(this);
    this.owner?.delete(this);
    this.owner = undefined;
    wasm()["wick_tensor_free"]!(this.handle);
    this.handle = 0;
  }

  get dtype(): DType {
    return dtypes[wasm()["wick_tensor_dtype"]!(this.id)]!;
  }
  get rank(): number {
    return wasm()["wick_tensor_rank"]!(this.id);
  }
  get shape(): number[] {
    return withScratch((w) => {
      const rank = this.rank;
      const at = scratch(8 * rank);
      w["wick_tensor_shape"]!(this.id, at);
      return Array.from({ length: rank }, (_, i) => heap.i64(at + 8 * i));
    });
  }
  /** Size of one dimension; -1 is the last. */
  size(dim: number): number {
    const size = this.shape.at(dim);
    if (size === undefined) throw new WickError("index", `[size] dim ${dim} is out of range for shape [${this.shape}].`);
    return size;
  }
  get numel(): number {
    return this.shape.reduce((a, b) => a * b, 1);
  }

  /** A copy of all elements in row-major order. */
  data(): Float32Array | Float64Array | BigInt64Array | Int32Array | Uint8Array {
    return withScratch((w) => {
      const type = arrayTypes[w["wick_tensor_dtype"]!(this.id)]!;
      const n = this.numel * type.BYTES_PER_ELEMENT;
      const at = scratch(n);
      checkStatus(w["wick_tensor_read"]!(this.id, at, n));
      return new type(heap.copyOut(at, n).buffer as ArrayBuffer);
    });
  }
  /** A copy of all elements as numbers. */
  toFloat64Array(): Float64Array {
    return Float64Array.from(this.data() as ArrayLike<number | bigint>, Number);
  }
  /** A copy in nested arrays; a 0-dim tensor gives a number. */
  toArray(): any {
    const flat = this.toFloat64Array();
    const isBool = this.dtype === "bool";
    let at = 0;
    const nest = (shape: number[]): unknown => {
      if (shape.length === 0) return isBool ? flat[at++] !== 0 : flat[at++];
      const rest = shape.slice(1);
      return Array.from({ length: shape[0]! }, () => nest(rest));
    };
    return nest(this.shape);
  }
  /** The value of a tensor of one element. */
  item(): number {
    const values = this.data();
    if (values.length !== 1) throw new WickError("value", `[item] the tensor has ${values.length} elements, shape [${this.shape}]; need one.`);
    return Number(values[0]);
  }
  /** Overwrites all elements in place, from row-major values. */
  write(values: TypedArray | NestedArray): this {
    const from = elements(values, this.dtype);
    withScratch((w) => checkStatus(w["wick_tensor_write"]!(this.id, bytesIn(from), from.length)));
    return this;
  }
  /** Overwrites all elements in place with those of other. */
  copyFrom(other: Tensor): this {
    return this.write(other.data());
  }

  get requiresGrad(): boolean {
    return wasm()["wick_tensor_requires_grad"]!(this.id) !== 0;
  }
  set requiresGrad(on: boolean) {
    checkStatus(wasm()["wick_tensor_set_requires_grad"]!(this.id, on ? 1 : 0));
  }
  /** The gradient backward() has added up, or null. */
  get grad(): Tensor | null {
    return withScratch(() => {
      const handle = callOut("wick_tensor_grad", this.id);
      return handle === 0 ? null : new Tensor(handle);
    });
  }
  set grad(g: Tensor | null) {
    checkStatus(wasm()["wick_tensor_set_grad"]!(this.id, g ? g.id : 0));
  }
  /** The op that made it, as PyTorch names it ("AddBackward0"), or null for a leaf. */
  get gradFn(): string | null {
    const at = wasm()["wick_tensor_grad_fn"]!(this.id) >>> 0;
    return at === 0 ? null : heap.text(at);
  }
  get isLeaf(): boolean {
    return this.gradFn === null;
  }
  /** Keeps the gradient of what is no leaf too. */
  retainGrad(): void {
    checkStatus(wasm()["wick_tensor_retain_grad"]!(this.id));
  }
  /** Calls hook with the gradient when it is complete; a tensor it returns takes the gradient's place. */
  registerHook(hook: (grad: Tensor) => Tensor | void): { remove(): void } {
    const id = withScratch((w) => {
      const out = scratch(4);
      checkStatus(w["wick_tensor_register_hook"]!(this.id, functionIn((grad) => [hook(grad!) ?? null]), out));
      return heap.i32(out);
    });
    return { remove: () => checkStatus(wasm()["wick_tensor_remove_hook"]!(this.id, id)) };
  }
  /** The same values outside the graph. */
  detach(): Tensor {
    return withScratch(() => new Tensor(callOut("wick_tensor_detach", this.id)));
  }
  /** Adds d(this)/d(leaf) to the grad of every leaf below. gradient may be left out for a tensor of one element. */
  backward(gradient?: Tensor | null, options: { retainGraph?: boolean; createGraph?: boolean } = {}): void {
    const createGraph = options.createGraph ?? false;
    const retain = options.retainGraph ?? createGraph;
    checkStatus(wasm()["wick_tensor_backward"]!(this.id, gradient ? gradient.id : 0, retain ? 1 : 0, createGraph ? 1 : 0));
  }
  /** The graph behind this tensor, node 0 being its gradFn. */
  graph(maxNodes = 100): Graph {
    return withScratch(() => JSON.parse(heap.text(callOut("wick_tensor_graph", this.id, maxNodes))) as Graph);
  }

  override toString(): string {
    if (this.isDisposed) return "Tensor(disposed)";
    const gradFn = this.gradFn;
    const tail = gradFn ? `, gradFn=${gradFn}` : this.requiresGrad ? ", requiresGrad" : "";
    const values = this.numel <= 1000 ? JSON.stringify(this.toArray()) : "…";
    return `Tensor(${values}, shape=[${this.shape}], ${this.dtype}${tail})`;
  }
}

export interface GraphNode {
  name: string;
  /** node numbers of the inputs, null where no gradient flows */
  next: (number | null)[];
  shapes: number[][];
  /** shape of the leaf whose gradient is added up here */
  leaf?: number[];
}
export interface Graph {
  nodes: GraphNode[];
}

// Row-major bytes of values as dtype.
function elements(values: TypedArray | NestedArray, dtype: DType): Uint8Array {
  const type = arrayTypes[dtypes.indexOf(dtype)]!;
  if (ArrayBuffer.isView(values)) {
    if (values instanceof type && dtype !== "bool") return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  }
  const flat = ArrayBuffer.isView(values) ? (values as ArrayLike<number | bigint>) : flatten(values);
  const n = flat.length;
  const out = new type(n);
  if (out instanceof BigInt64Array) for (let i = 0; i < n; i++) out[i] = BigInt(flat[i]!);
  else if (dtype === "bool") for (let i = 0; i < n; i++) out[i] = flat[i] ? 1 : 0;
  else for (let i = 0; i < n; i++) out[i] = Number(flat[i]);
  return new Uint8Array(out.buffer);
}

function flatten(values: NestedArray): number[] {
  if (typeof values === "number") return [values];
  if (typeof values === "boolean") return [values ? 1 : 0];
  return (values as any[]).flat(Infinity) as number[];
}

function shapeOf(values: NestedArray): number[] {
  if (!Array.isArray(values)) return [];
  const inner = values.length > 0 ? shapeOf(values[0]) : [];
  for (const v of values) {
    const other = shapeOf(v);
    if (other.length !== inner.length || other.some((n, i) => n !== inner[i]))
      throw new WickError("shape", `[tensor] rows differ in shape: [${inner}] and [${other}]; need equal rows.`);
  }
  return [values.length, ...inner];
}

function dtypeOf(values: TypedArray | NestedArray): DType {
  if (ArrayBuffer.isView(values)) {
    const at = arrayTypes.findIndex((type) => values instanceof type);
    if (at >= 0) return dtypes[at]!;
    return values instanceof Uint8ClampedArray ? "uint8" : "int32";
  }
  let first: NestedArray | undefined = values;
  while (Array.isArray(first)) first = first[0] as NestedArray | undefined;
  return typeof first === "boolean" ? "bool" : "float32";
}

/** A tensor of these values. shape: that of nested arrays, or one dimension, unless given. */
export function tensor(values: TypedArray | NestedArray, shape?: readonly number[] | TensorOptions, options?: TensorOptions): Tensor {
  const given = Array.isArray(shape) ? (shape as number[]) : undefined;
  const { dtype = dtypeOf(values), requiresGrad = false } = options ?? (given ? {} : ((shape as TensorOptions | undefined) ?? {}));
  const dims = given ?? (ArrayBuffer.isView(values) ? [values.length] : shapeOf(values as NestedArray));
  const code = dtypes.indexOf(dtype);
  if (code < 0) throw new WickError("dtype", `[tensor] dtype is "${dtype}"; need one of ${dtypes.join(", ")}.`);
  const from = elements(values, dtype);
  const n = dims.reduce((a, b) => a * b, 1);
  if (from.length !== n * arrayTypes[code]!.BYTES_PER_ELEMENT)
    throw new WickError("shape", `[tensor] ${from.length / arrayTypes[code]!.BYTES_PER_ELEMENT} values for shape [${dims}]; need ${n}.`);
  const out = withScratch(() => new Tensor(callOut("wick_tensor_create", code, dims.length, int64In(dims), bytesIn(from))));
  if (requiresGrad) out.requiresGrad = true;
  return out;
}

/** One or a list as a list. @internal */
export const asList = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? (one as readonly T[]) : [one as T]);
/** The handles of tensors in scratch memory, 0 for none. @internal */
export const idsIn = (list: readonly (Tensor | null | undefined)[]): number => pointersIn(list.map((t) => t?.id ?? 0));
/** The n handles at an address as tensors. @internal */
export const tensorsAt = (at: number, n: number): Tensor[] => Array.from({ length: n }, (_, i) => new Tensor(heap.u32(at + 4 * i)));

/** Calls fn with a mode of the runtime on or off. @internal */
export function withMode<T>(mode: "grad" | "inference" | "anomaly", on: boolean, fn: () => T): T {
  const w = wasm();
  const before = w[`wick_${mode}_enabled`]!();
  w[`wick_set_${mode}_enabled`]!(on ? 1 : 0);
  try {
    return fn();
  } finally {
    w[`wick_set_${mode}_enabled`]!(before);
  }
}

/** Calls fn without recording a graph. */
export const noGrad = <T>(fn: () => T): T => withMode("grad", false, fn);
/** Records a graph again, inside noGrad(). */
export const enableGrad = <T>(fn: () => T): T => withMode("grad", true, fn);
/** As noGrad(); tensors made inside can never enter a graph. */
export const inferenceMode = <T>(fn: () => T): T => noGrad(() => withMode("inference", true, fn));

export function isGradEnabled(): boolean {
  return wasm()["wick_grad_enabled"]!() !== 0;
}

/** Scales all gradients together so that their norm is at most maxNorm; returns the norm before. */
export function clipGradNorm(parameters: readonly Tensor[], maxNorm: number): number {
  return withScratch((w) => {
    const list = idsIn(parameters);
    const norm = scratch(8);
    checkStatus(w["wick_clip_grad_norm"]!(list, parameters.length, maxNorm, norm));
    return heap.f64(norm);
  });
}

/** Clamps each gradient element to [-clipValue, clipValue]. */
export function clipGradValue(parameters: readonly Tensor[], clipValue: number): void {
  withScratch((w) => checkStatus(w["wick_clip_grad_value"]!(idsIn(parameters), parameters.length, clipValue)));
}

/** Ink of any size (0 = blank) to the 28x28 image a digit model sees: cropped, scaled to 20x20, centred by mass. */
export function centreDigit(ink: Uint8Array | Uint8ClampedArray, height: number, width: number): Uint8Array {
  if (ink.length !== height * width) throw new WickError("shape", `[centreDigit] ${ink.length} bytes for ${height} x ${width}; need ${height * width}.`);
  return withScratch((w) => {
    const from = bytesIn(new Uint8Array(ink.buffer, ink.byteOffset, ink.length));
    const out = scratch(784);
    checkStatus(w["wick_centre_digit"]!(from, height, width, out));
    return heap.copyOut(out, 784);
  });
}

/** Gives the recipes' data a file by name, as if it lay in the data folder; null forgets it. */
export function putFile(name: string, content: Uint8Array | null): void {
  withScratch((w) => checkStatus(w["wick_file_put"]!(textIn(name), content ? bytesIn(content) : 0, content ? content.length : 0)));
}

/** Fills it in place as an entry of a recipe's "init" says. @internal */
export function fill<T extends Tensor>(t: T, config: object): T {
  withScratch((w) => checkStatus(w["wick_tensor_init"]!(t.id, textIn(JSON.stringify(config)))));
  return t;
}
