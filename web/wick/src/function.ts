// JavaScript functions that the runtime calls: a wick_function of wick.h holds a number for each.
import { failWith, heap, scratch, wasm, withScratch } from "./runtime.js";
import { scope } from "./scope.js";
import { Tensor } from "./tensor.js";

export type TensorFunction = (...inputs: (Tensor | null)[]) => readonly (Tensor | null)[];

const functions = new Map<number, TensorFunction>();
let latest = 0;
let places: readonly [call: number, free: number] | undefined;

// A module that imports a function of six integers and one of one integer and exports them: in this shape they fit a table.
const trampolines = new Uint8Array([
  0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
  1, 15, 2, 0x60, 6, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 1, 0x7f, 0x60, 1, 0x7f, 0,
  2, 13, 2, 1, 0x65, 1, 0x63, 0, 0, 1, 0x65, 1, 0x66, 0, 1,
  7, 9, 2, 1, 0x63, 0, 0, 1, 0x66, 0, 1,
]);

function clone(handle: number): Tensor {
  return withScratch((w) => {
    const out = scratch(4);
    w["wick_tensor_clone_handle"]!(handle, out);
    return new Tensor(heap.u32(out));
  });
}

function call(state: number, inputs: number, n: number, outputs: number, room: number, count: number): number {
  try {
    return scope(() => {
      const handles = Array.from({ length: n }, (_, i) => heap.u32(inputs + 4 * i));
      const results = functions.get(state)!(...handles.map((h) => (h === 0 ? null : clone(h))));
      results.slice(0, room).forEach((t, i) => {
        if (t) wasm()["wick_tensor_clone_handle"]!(t.id, outputs + 4 * i);
      });
      heap.setI32(count, results.length);
      return 0;
    });
  } catch (error) {
    return failWith(error);
  }
}

function install(): readonly [number, number] {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(trampolines), { e: { c: call, f: (state: number) => void functions.delete(state) } });
  const table = wasm()["__indirect_function_table"] as unknown as WebAssembly.Table;
  const first = table.grow(2);
  table.set(first, exports["c"]);
  table.set(first + 1, exports["f"]);
  return [first, first + 1];
}

/** fn as a wick_function in scratch memory. Each of its results is a tensor of its own or null. @internal */
export function functionIn(fn: TensorFunction): number {
  places ??= install();
  const at = scratch(12);
  functions.set(++latest, fn);
  heap.setI32(at, places[0]);
  heap.setI32(at + 4, latest);
  heap.setI32(at + 8, places[1]);
  return at;
}
