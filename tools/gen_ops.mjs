// Writes the typed ops of the JavaScript package, from the schemas of the runtime's op registry and the families of its op list:
// ops/FAMILY.ts of web/wick/src with the ops of a family, their options and those that are methods; ops.ts, op-options.ts and
// op-methods.ts, which gather them; and op-overloads.ts.
//   node tools/gen_ops.mjs dist-folder            writes the files
//   node tools/gen_ops.mjs dist-folder --check    exits 1 when a file is not what would be written
// dist-folder: a built package (index.js and wick.wasm).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { camel, lines, open, pascal, root, settle, typeImports } from "./gen_files.mjs";

const made = "// Made by tools/gen_ops.mjs from the op registry; not to be edited.";

/** The family of each schema of an op list: the heading above its row. */
export function readFamilies(list) {
  const families = new Map();
  let family;
  for (const line of list.split("\n")) {
    family = /^\/\/ == (\w+)/.exec(line)?.[1] ?? family;
    const schema = /^WICK_OP\("(.*?)", /.exec(line)?.[1];
    if (!schema) continue;
    if (!family) throw new Error(`no family is above ${schema}`);
    families.set(schema, family);
  }
  return families;
}

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

/** The ops of a registry by name, overloads together, each with its family. An in-place form made by the registry is of its op's. */
function groupsOf(schemas, families) {
  const known = new Set(schemas), groups = new Map();
  for (const schema of families.keys()) if (!known.has(schema)) throw new Error(`the package has no ${schema}: build it first`);
  for (const op of schemas.map(parseSchema)) {
    const base = op.name.split(".")[0], family = families.get(op.schema) ?? families.get(op.schema.replace(/^(\w+)_\(/, "$1("));
    if (!family) throw new Error(`the op list has no ${op.schema}: build the package first`);
    const group = groups.get(base) ?? { base, family, ops: [] };
    if (group.family !== family) throw new Error(`${op.schema} is of family ${family}; its other overload is of ${group.family}`);
    group.ops.push(op);
    groups.set(base, group);
  }
  return [...groups.values()];
}

/** What is written of an op: its options' names, its names as a function, and the texts. */
function written({ base, ops }) {
  if (ops.length > 2) throw new Error(`${base}: more than two overloads`);
  const [main, other] = ops, name = camel(base), local = name === "var" ? "variance" : name;
  const withOptions = ops.filter((op) => op.parameters.some((p) => p.optional));
  const options = withOptions.map((op) => `export interface ${optionsName(op)} {
${op.parameters.filter((p) => p.optional).map((p) => `  /** default ${p.value} */\n  ${p.name}?: ${typeOf(op, p)};\n`).join("")}}\n`);
  const doc = `/** \`${ops.map((op) => op.schema).join("`\n * or `")}\` */`;
  const type = other ? `{\n${ops.map((op) => `  ${signature(op, op.parameters)};`).join("\n")}\n}` : signature(main, main.parameters, " =>");
  const alias = local === name ? "" : `export { ${local} as ${name} };\n`, isMethod = main.parameters[0]?.name === "self";
  return {
    options: withOptions.map(optionsName),
    names: alias ? [local, name] : [name],
    text: `${options.join("")}${doc}\nexport const ${local} = /* @__PURE__ */ op<${type}>("${starred(main)}");\n${alias}`,
    method: isMethod ? `  ${doc}\n${ops.map((op) => `  ${name}${signature(op, op.parameters.slice(1))};\n`).join("")}` : "",
    methodNames: isMethod ? [starred(main)] : [],
    overload: other ? `${overload(base, other)}\n` : "",
  };
}

const methodsName = (family) => `${pascal(family)}Methods`;
function familyText(family, ops) {
  const methods = ops.map((op) => op.method).join("");
  const asMethods = methods && `\n/** Those that are methods of Tensor. */\nexport interface ${methodsName(family)} {\n${methods}}\n`;
  const text = ops.map((op) => op.text).join("") + asMethods;
  return `${made}
import { op } from "../call.js";
${typeImports(text, { "../op-options.js": ["Ints"], "../tensor.js": ["DType", "Tensor"] })}
${text}`;
}

/** The files by path below web/wick/src. families: as readFamilies() gives them. */
export function generate(schemas, families) {
  const all = groupsOf(schemas, families).map((group) => ({ family: group.family, ...written(group) }));
  const sections = [...new Set(all.map((op) => op.family))].map((family) => [family, all.filter((op) => op.family === family)]);
  const withMethods = sections.filter(([, ops]) => ops.some((op) => op.method)).map(([family]) => family);
  const gathered = (word, key) => sections.map(([family, ops]) => [family, ops.flatMap((op) => op[key])]).filter(([, names]) => names.length)
    .map(([family, names]) => `${word} {\n${lines(names)}\n} from "./ops/${family}.js";`).join("\n");
  return {
    ...Object.fromEntries(sections.map(([family, ops]) => [`ops/${family}.ts`, familyText(family, ops)])),
    "op-options.ts": `${made}

/** One integer or a list of them. */
export type Ints = number | readonly number[];

${gathered("export type", "options")}
`,
    "ops.ts": `${made}
${gathered("export", "names")}
`,
    "op-overloads.ts": `${made}
import { isArray, isGiven, isString, isTensor, type Overload } from "./call.js";

/** The second overload of an op, and the arguments that tell a call of it. @internal */
export const overloads = (): Record<string, Overload> => ({
${all.map((op) => op.overload).join("")}});
`,
    "op-methods.ts": `${made}
import { methods } from "./call.js";
${withMethods.map((family) => `import type { ${methodsName(family)} } from "./ops/${family}.js";`).join("\n")}

/** The ops that are methods of Tensor. */
export interface OpMethods extends
${lines(withMethods.map(methodsName)).replace(/,$/, "")} {}
export class OpMethods {}

methods(OpMethods.prototype, \`
${lines(all.flatMap((op) => op.methodNames), " ")}
\`);
`,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [dist, check] = process.argv.slice(2);
  const families = readFamilies(["op_list.inc", "op_list_more.inc"].map((file) => readFileSync(join(root, "runtime/ops", file), "utf8")).join("\n"));
  settle(generate((await open(dist)).opSchemas(), families), { tool: "gen_ops.mjs", check: check === "--check" });
}
