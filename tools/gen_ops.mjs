// Writes ops.ts, op-options.ts, op-overloads.ts and op-methods.ts of web/wick/src, the typed ops of the JavaScript package, from the
// schemas of the runtime's op registry.
//   node tools/gen_ops.mjs dist-folder            writes the files
//   node tools/gen_ops.mjs dist-folder --check    exits 1 when a file is not what would be written
// dist-folder: a built package (index.js and wick.wasm). --list FILE reads the rows of an op_list.inc instead.
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = fileURLToPath(new URL("../web/wick/src", import.meta.url));
const made = "// Made by tools/gen_ops.mjs from the op registry; not to be edited.";

const camel = (name) => name.replace(/_+([a-z0-9])/g, (_, c) => c.toUpperCase());
const pascal = (name) => camel(name).replace(/^./, (c) => c.toUpperCase());

/** "sum(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor" taken apart. */
export function parseSchema(schema) {
  const [, name, list, result] = /^([\w.]+)\((.*)\) -> (.*)$/.exec(schema);
  const parameters = list
    ? list.split(", ").map((item) => {
        const [, type, parameter, value] = /^(\S+) (\w+)(?:=(.*))?$/.exec(item);
        // A parameter must not hide the function of its name: pad(pad).
        return { type, name: camel(parameter), local: camel(parameter) + (parameter === name || parameter === "var" ? "_" : ""), optional: value !== undefined, value };
      })
    : [];
  return { schema, name, parameters, result };
}

// Where the runtime takes a number for a tensor of one value, and JavaScript's users would write one.
const numberToo = new Set(['other', 'exponent', 'value', 'min', 'max', 'q', 'repeats', 'lerp.weight', 'normal.mean', 'normal.std', 'bernoulli.p',
  'scatter.src', 'where.self']);

function typeOf(op, { type, name }) {
  if (name === "dtype") return "DType";
  if (name === "reduction") return '"mean" | "sum" | "none"';
  if (name === "approximate") return '"none" | "tanh"';
  const orNull = type.endsWith("?") ? " | null" : "";
  const base = op.name.split(".")[0].replace(/_$/, "");
  switch (type.replace(/\?$/, "")) {
    case "Tensor": return (numberToo.has(name) || numberToo.has(`${base}.${name}`) ? "Tensor | number" : "Tensor") + orNull;
    case "Tensor[]": return "readonly Tensor[]";
    case "Tensor?[]": return "readonly (Tensor | null)[]";
    case "int": case "float": return `number${orNull}`;
    case "bool": return `boolean${orNull}`;
    case "str": return `string${orNull}`;
    case "int[]": return `Ints${orNull}`;
    case "float[]": return `number | readonly number[]${orNull}`;
    default: throw new Error(`${op.schema}: type ${type} is not known here`);
  }
}

const several = /^\((Tensor(?:, Tensor)+)\)$/;
/** The type of an op's result in TypeScript. */
function resultOf(result) {
  if (result === "Tensor" || result === "Tensor[]") return result;
  const all = several.exec(result);
  if (!all) throw new Error(`result ${result} is not known here`);
  return `[${all[1]}]`;
}
/** An op's name as call.ts takes it: with a star when it gives a list. */
const starred = (op, name = op.name) => (op.result === "Tensor" ? name : `${name}*`);

const optionsName = (op) => `${pascal(op.name.replace(".", "_"))}Options`;
function parameterText(op, p) {
  return p.optional ? `${p.local}?: ${typeOf(op, p)} | ${optionsName(op)}` : `${p.local}: ${typeOf(op, p)}`;
}
const signature = (op, parameters, arrow = ":") => `(${parameters.map((p) => parameterText(op, p)).join(", ")})${arrow} ${resultOf(op.result)}`;

// How a call is told to be of an overload: by what one of its arguments is.
const chosenBy = {
  dim: ["isGiven", "dim"],
  sizes: ["isArray", "splitSize", "sizes", "splitSizes"],
  indices: ["isArray", "indicesOrSections", "indices"],
  fro: ["isString", "p"],
  padding: ["isString", "padding"],
  Tensor: ["isTensor", "min", "max"],
};
function overload(base, op) {
  const kind = op.name.split(".")[1], [test, ...names] = chosenBy[kind];
  const where = op.parameters.map((p, i) => [p.name, i]).filter(([name]) => names.includes(name)).map(([name, i]) => `["${name}", ${i}]`);
  if (where.length === 0) throw new Error(`${op.name}: none of ${names} is a parameter of it`);
  return `  ${base}: ["${starred(op)}", ${test}, ${where.join(", ")}],`;
}

export function generate(schemas) {
  const groups = new Map();
  for (const op of schemas.map(parseSchema)) {
    const base = op.name.split(".")[0];
    groups.set(base, [...(groups.get(base) ?? []), op]);
  }
  const options = [], functions = [], methods = [], renamed = [], table = [], overloads = [];
  for (const [base, group] of groups) {
    for (const op of group) {
      const named = op.parameters.filter((p) => p.optional);
      if (named.length) options.push(`export interface ${optionsName(op)} {\n${named.map((p) => `  /** default ${p.value} */\n  ${p.name}?: ${typeOf(op, p)};\n`).join("")}}`);
    }
    const name = camel(base);
    const local = name === "var" ? "variance" : name;
    if (local !== name) renamed.push(`export { ${local} as ${name} };`);
    const doc = `/** \`${group.map((op) => op.schema).join("`\n * or `")}\` */`;
    const [main, other] = group;
    if (group.length > 2) throw new Error(`${base}: more than two overloads`);
    if (other) overloads.push(overload(base, other));
    const type = other ? `{\n${group.map((op) => `  ${signature(op, op.parameters)};`).join("\n")}\n}` : signature(main, main.parameters, " =>");
    functions.push(`${doc}\nexport const ${local} = /* @__PURE__ */ op<${type}>("${starred(main)}");`);
    if (main.parameters[0]?.name !== "self") continue;
    methods.push(`  ${doc}\n${group.map((op) => `  ${name}${signature(op, op.parameters.slice(1))};`).join("\n")}`);
    table.push(starred(main));
  }
  const usedIn = (texts) => [...names].filter((name) => texts.some((t) => new RegExp(`\\b${name}\\b`).test(t)));
  const names = new Set(["Ints", ...options.map((t) => /^export interface (\w+)/.exec(t)[1])]);
  return {
    "op-options.ts": `${made}
import type { DType, Tensor } from "./tensor.js";

/** One integer or a list of them. */
export type Ints = number | readonly number[];

${options.join("\n")}
`,
    "ops.ts": `${made}
import { op } from "./call.js";
import type {
${lines(usedIn(functions))}
} from "./op-options.js";
import type { DType, Tensor } from "./tensor.js";

${functions.join("\n")}
${renamed.join("\n")}
`,
    "op-overloads.ts": `${made}
import { isArray, isGiven, isString, isTensor, type Overload } from "./call.js";

/** The second overload of an op, and the arguments that tell a call of it. @internal */
export const overloads = (): Record<string, Overload> => ({
${overloads.join("\n")}
});
`,
    "op-methods.ts": `${made}
import { methods } from "./call.js";
import type {
${lines(usedIn(methods))}
} from "./op-options.js";
import type { DType, Tensor } from "./tensor.js";

/** The ops that are methods of Tensor. */
export interface OpMethods {
${methods.join("\n")}
}
export class OpMethods {}

methods(OpMethods.prototype, \`
${lines(table, " ")}
\`);
`,
  };
}

/** Names, by default separated by commas, in lines of up to 120 characters. */
function lines(names, after = ",") {
  const out = [];
  for (const name of names.map((n) => n + after.trim())) {
    if (out.length === 0 || out.at(-1).length + name.length > 117) out.push(`  ${name}`);
    else out[out.length - 1] += ` ${name}`;
  }
  return out.join("\n");
}

async function schemasOf(args) {
  const list = args.indexOf("--list");
  if (list >= 0) return [...readFileSync(args[list + 1], "utf8").matchAll(/^WICK_OP\("(.*)", \w+, \w+\)/gm)].map((m) => m[1]);
  const wick = await import(pathToFileURL(resolve(args[0], "index.js")));
  await wick.init();
  return wick.opSchemas();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  for (const [name, text] of Object.entries(generate(await schemasOf(args)))) {
    const target = join(folder, name);
    if (!args.includes("--check")) {
      writeFileSync(target, text);
    } else if (readFileSync(target, "utf8") !== text) {
      console.error(`web/wick/src/${name} is out of date: run node tools/gen_ops.mjs DIST`);
      process.exitCode = 1;
    }
  }
}
