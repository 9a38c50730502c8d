// Writes ops.ts, op-options.ts and op-methods.ts of web/wick/src, the typed ops of the JavaScript package, from the
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
/** The type of an op's result, and a call's list of tensors as it. */
function resultOf(result) {
  if (result === "Tensor") return ["Tensor", (c) => `first(${c})`];
  if (result === "Tensor[]") return ["Tensor[]", (c) => c];
  const all = several.exec(result);
  if (!all) throw new Error(`result ${result} is not known here`);
  return [`[${all[1]}]`, (c) => `${c} as [${all[1]}]`];
}

const optionsName = (op) => `${pascal(op.name.replace(".", "_"))}Options`;
function parameterText(op, p) {
  return p.optional ? `${p.local}?: ${typeOf(op, p)} | ${optionsName(op)}` : `${p.local}: ${typeOf(op, p)}`;
}
const signature = (op, parameters) => `(${parameters.map((p) => parameterText(op, p)).join(", ")}): ${resultOf(op.result)[0]}`;
const namesOf = (op) => JSON.stringify(op.parameters.map((p) => p.name));
const callText = (op, args) => resultOf(op.result)[1](`call("${op.name}", ${namesOf(op)}, ${args})`);

// How a call is told to be of an overload.
const chosenBy = {
  dim: () => 'given("dim") !== undefined',
  sizes: () => "Array.isArray(args[1])",
  indices: () => "Array.isArray(args[1])",
  fro: () => 'typeof given("p") === "string"',
  padding: () => 'typeof given("padding") === "string"',
  Tensor: () => 'isTensor(given("min")) || isTensor(given("max"))',
};

export function generate(schemas) {
  const groups = new Map();
  for (const op of schemas.map(parseSchema)) {
    const base = op.name.split(".")[0];
    groups.set(base, [...(groups.get(base) ?? []), op]);
  }
  const options = [], functions = [], methods = [], renamed = [], table = [];
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
    if (!other) {
      functions.push(`${doc}\nexport function ${local}${signature(main, main.parameters)} {\n  return ${callText(main, `[${main.parameters.map((p) => p.local).join(", ")}]`)};\n}`);
    } else {
      const choice = chosenBy[other.name.split(".")[1]]();
      const given = choice.includes("given(") ? `  const given = (name: string) => argument(${namesOf(other)}, args, name);\n` : "";
      functions.push(
        `${doc}\n${group.map((op) => `export function ${local}${signature(op, op.parameters)};`).join("\n")}\n` +
          `export function ${local}(...args: any[]): any {\n${given}  return ${choice} ? ${callText(other, "args")} : ${callText(main, "args")};\n}`,
      );
    }
    if (main.parameters[0]?.name !== "self") continue;
    methods.push(`  ${doc}\n${group.map((op) => `  ${name}${signature(op, op.parameters.slice(1))};`).join("\n")}`);
    table.push(local === name ? name : `${name}: ${local}`);
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
import { argument, call, first, isTensor } from "./call.js";
import type {
${lines(usedIn(functions))}
} from "./op-options.js";
import type { DType, Tensor } from "./tensor.js";

${functions.join("\n")}
${renamed.join("\n")}
`,
    "op-methods.ts": `${made}
import type {
${lines(usedIn(methods))}
} from "./op-options.js";
import {
${lines(table.map((t) => t.replace(/^.*: /, "")))}
} from "./ops.js";
import type { DType, Tensor } from "./tensor.js";

/** The ops that are methods of Tensor. */
export interface OpMethods {
${methods.join("\n")}
}
export class OpMethods {}

const table = {
${lines(table)}
};
for (const [name, op] of Object.entries(table) as [string, (...args: any[]) => any][]) {
  Object.defineProperty(OpMethods.prototype, name, {
    value(this: Tensor, ...args: unknown[]) {
      return op(this, ...args);
    },
  });
}
`,
  };
}

/** Names separated by commas, in lines of up to 120 characters. */
function lines(names) {
  const out = [];
  for (const name of names) {
    if (out.length === 0 || out.at(-1).length + name.length > 116) out.push(`  ${name},`);
    else out[out.length - 1] += ` ${name},`;
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
