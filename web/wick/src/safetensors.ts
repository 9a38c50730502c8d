// safetensors in and out: 8 bytes of header length, a JSON header, the tensors' bytes without a gap.
// https://huggingface.co/docs/safetensors
import { WickError } from "./error.js";
import { Tensor, tensor, type DType } from "./tensor.js";

const codes: Record<DType, string> = { float32: "F32", float64: "F64", int64: "I64", int32: "I32", uint8: "U8", bool: "BOOL" };
const types = { F32: Float32Array, F64: Float64Array, I64: BigInt64Array, I32: Int32Array, U8: Uint8Array, BOOL: Uint8Array } as const;
const maxHeader = 100_000_000;

/** The bytes of a safetensors file with these tensors. */
export function saveTensors(tensors: Record<string, Tensor>, metadata?: Record<string, string>): Uint8Array {
  // Wider types first, then by name, as the reference implementation: every tensor is aligned.
  const entries = Object.entries(tensors).map(([name, t]) => ({ name, dtype: codes[t.dtype], shape: t.shape, data: t.data() }));
  entries.sort((a, b) => b.data.BYTES_PER_ELEMENT - a.data.BYTES_PER_ELEMENT || (a.name < b.name ? -1 : 1));
  const header: Record<string, unknown> = metadata ? { __metadata__: metadata } : {};
  let end = 0;
  for (const { name, dtype, shape, data } of entries) {
    header[name] = { dtype, shape, data_offsets: [end, (end += data.byteLength)] };
  }
  let json = new TextEncoder().encode(JSON.stringify(header));
  const padded = Math.ceil(json.length / 8) * 8;
  const out = new Uint8Array(8 + padded + end);
  new DataView(out.buffer).setBigUint64(0, BigInt(padded), true);
  out.fill(32, 8, 8 + padded);
  out.set(json, 8);
  let at = 8 + padded;
  for (const { data } of entries) {
    out.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return out;
}

const bad = (message: string): never => {
  throw new WickError("format", `[safetensors] ${message}`);
};

interface Entry {
  dtype: keyof typeof types;
  shape: number[];
  data_offsets: [number, number];
}

// JSON.parse keeps the last of equal keys, so the names are counted in the text: depth-1 strings before a colon.
function checkUniqueKeys(json: string): void {
  const seen = new Set<string>();
  let depth = 0;
  for (const m of json.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g)) {
    if (m[0] === "{" || m[0] === "[") depth++;
    else if (m[0] === "}" || m[0] === "]") depth--;
    else if (m[1] !== undefined && depth === 1) {
      const key = JSON.parse(m[0].slice(0, m[0].length - m[1].length)) as string;
      if (seen.has(key)) bad(`the header has "${key}" twice.`);
      seen.add(key);
    }
  }
}

/** The tensors of a safetensors file, by name. Nothing is made before the whole header is proved sound. */
export function loadTensors(bytes: Uint8Array): Record<string, Tensor> {
  if (bytes.length < 8) bad(`the file has ${bytes.length} bytes; need at least 8.`);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  if (length > BigInt(Math.min(bytes.length - 8, maxHeader))) bad(`the header is ${length} bytes but the file has ${bytes.length}.`);
  const start = 8 + Number(length);
  let header: Record<string, Entry> = {};
  try {
    const json = new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(8, start));
    header = JSON.parse(json) as Record<string, Entry>;
    checkUniqueKeys(json);
  } catch (e) {
    if (e instanceof WickError) throw e;
    bad(`the header is not JSON: ${(e as Error).message}.`);
  }
  if (typeof header !== "object" || header === null || Array.isArray(header)) bad("the header is not a JSON object.");
  const entries = Object.entries(header).filter(([name]) => name !== "__metadata__");
  for (const [name, e] of entries) {
    const type = Object.hasOwn(types, String(e?.dtype)) ? types[e.dtype] : bad(`${name} has dtype ${String(e?.dtype)}; need one of ${Object.keys(types).join(", ")}.`);
    const whole = (v: unknown): boolean => Number.isSafeInteger(v) && (v as number) >= 0;
    if (!Array.isArray(e.shape) || e.shape.length > 8 || !e.shape.every(whole)) bad(`${name} has shape ${JSON.stringify(e.shape)}; need at most 8 sizes.`);
    if (!Array.isArray(e.data_offsets) || e.data_offsets.length !== 2 || !e.data_offsets.every(whole)) bad(`${name} has wrong data_offsets.`);
    const need = e.shape.reduce((a, b) => a * b, 1) * type!.BYTES_PER_ELEMENT;
    const [from, to] = e.data_offsets;
    if (to - from !== need) bad(`${name} has ${to - from} bytes; its shape needs ${need}.`);
  }
  entries.sort((a, b) => a[1].data_offsets[0] - b[1].data_offsets[0] || a[1].data_offsets[1] - b[1].data_offsets[1]);
  let end = 0;
  for (const [name, { data_offsets: [from, to] }] of entries) {
    if (from !== end) bad(`${name} starts at ${from}; the tensor before it ends at ${end}.`);
    end = to;
  }
  if (start + end !== bytes.length) bad(`the tensors end at byte ${start + end} but the file has ${bytes.length}.`);
  const dtypeOf = Object.fromEntries(Object.entries(codes).map(([dtype, code]) => [code, dtype as DType]));
  const out: Record<string, Tensor> = Object.create(null) as Record<string, Tensor>;
  for (const [name, { dtype, shape, data_offsets: [from, to] }] of entries) {
    const copy = bytes.slice(start + from, start + to).buffer as ArrayBuffer;
    out[name] = tensor(new types[dtype](copy), shape, { dtype: dtypeOf[dtype]! });
  }
  return out;
}
