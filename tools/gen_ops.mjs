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
        return { type, name: camel(parameter), local: camel(parameter) + (parameter === name ? "_" : ""), optional: value !== undefined, value };
      })
    : [];
  return { schema, name, parameters, result };
}

function typeOf(op, { type, name }) {
  if (name === "dtype") return "DType";
  if (name === "reduction") return '"mean" | "sum" | "none"';
  if (name === "approximate") return '"none" | "tanh"';
  const orNull = type.endsWith("?") ? " | null" : "";
  switch (type.replace("?", "")) {
    case "Tensor": return (["other", "exponent"].includes(name) ? "Tensor | number" : "Tensor") + orNull;
    case "Tensor[]": return "readonly Tensor[]";
    case "int": case "float": return `number${orNull}`;
    case "bool": return `boolean${orNull}`;
    case "str": return "string";
    case "int[]": return "Ints";
    default: throw new Error(`${op.schema}: type ${type} is not known here`);
  }
}

const results = { Tensor: ["Tensor", (c) => `first(${c})`], "(Tensor, Tensor)": ["[Tensor, Tensor]", (c) => `${c} as [Tensor, Tensor]`], "Tensor[]": ["Tensor[]", (c) => c] };

const optionsName = (op) => `${pascal(op.name.replace(".", "_"))}Options`;
function parameterText(op, p) {
  return p.optional ? `${p.local}?: ${typeOf(op, p)} | ${optionsName(op)}` : `${p.local}: ${typeOf(op, p)}`;
}
const signature = (op, parameters) => `(${parameters.map((p) => parameterText(op, p)).join(", ")}): ${results[op.result][0]}`;
const callText = (op, args) => results[op.result][1](`call("${op.name}", ${JSON.stringify(op.parameters.map((p) => p.name))}, [${args}])`);

// How a call is told to be of an overload, by the arguments after self.
const chosenBy = { dim: "dim !== undefined", sizes: "Array.isArray(splitSize)" };

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
      functions.push(`${doc}\nexport function ${local}${signature(main, main.parameters)} {\n  return ${callText(main, main.parameters.map((p) => p.local).join(", "))};\n}`);
    } else {
      const tag = other.name.split(".")[1];
      const wide = (main.parameters.length > other.parameters.length ? main : other).parameters.map((p, i) => ({ ...p, name: tag === "sizes" && i === 1 ? "splitSize" : p.name }));
      const rest = wide.slice(1).map((p) => `${p.name}?: any`).join(", ");
      const args = wide.map((p) => p.name);
      functions.push(
        `${doc}\n${group.map((op) => `export function ${local}${signature(op, op.parameters)};`).join("\n")}\n` +
          `export function ${local}(self: Tensor${rest ? `, ${rest}` : ""}): any {\n  return ${chosenBy[tag]}\n    ? ${callText(other, args.slice(0, other.parameters.length).join(", "))}\n    : ${callText(main, args.slice(0, main.parameters.length).join(", "))};\n}`,
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
import { call, first } from "./call.js";
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
