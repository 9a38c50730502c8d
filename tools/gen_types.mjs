// Writes the classes and functions of the JavaScript package, from what a recipe may say: layers/FAMILY.ts of web/wick/src for
// each family of layers, layers.ts, which gathers them, losses.ts, optimizers.ts, schedulers.ts, metric-types.ts, init.ts and utils.ts.
//   node tools/gen_types.mjs dist-folder            writes the files
//   node tools/gen_types.mjs dist-folder --check    exits 1 when a file is not what would be written
// dist-folder: a built package (index.js and wick.wasm).
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { camel, open, pascal, root, settle, typeImports } from './gen_files.mjs';
import { parseSchema } from './gen_ops.mjs';

const made = '// Made by tools/gen_types.mjs from the recipe\'s table; not to be edited.';

// Containers that compose JavaScript modules are written by hand (nn.ts).
const composed = new Set(['Sequential', 'Residual']);

const kinds = {
  boolean: 'boolean', integer: 'number', number: 'number', text: 'string', sizes: 'Ints', integers: 'Ints', numbers: 'readonly number[]',
  range: 'number | readonly [number, number]', factors: 'number | readonly number[]', levels: 'number | readonly number[]', extents: 'number | null | readonly (number | null)[]', groups: 'readonly object[]', pair: 'readonly [number, number]', texts: 'readonly string[]',
  entry: 'ModuleConfig | string', entries: 'readonly (ModuleConfig | string)[]', object: 'object',
};
function typeOf(key) {
  const words = (key.choices ?? []).map((c) => JSON.stringify(c)).join(' | '), base = kinds[key.type];
  if (!base) throw new Error(`a key of kind ${key.type} is not known here`);
  const kind = !words ? base : key.type === 'text' ? words : `${base} | ${words}`;
  return key.nullable ? `${kind} | null` : kind;
}

const options = (type, keys) =>
  `export interface ${type}Options {\n${keys.map(([name, key]) => `  /** default ${JSON.stringify(key.default)} */\n  ${camel(name)}?: ${typeOf(key)};\n`).join('')}}`;

// The arguments of what takes the keys in order, required ones first, or the optional ones as one object of type `name`Options.
function argumentsOf(type, name, table) {
  const keys = Object.entries(table);
  const required = keys.filter(([, key]) => !('default' in key)), optional = keys.filter(([, key]) => 'default' in key);
  const all = [...required, ...optional];
  return {
    options: optional.length ? [options(name, optional)] : [],
    parameters: all.map(([key, of]) => ('default' in of ? `${camel(key)}?: ${typeOf(of)} | ${name}Options` : `${camel(key)}: ${typeOf(of)}`)),
    description: `"${type}", ${required.length}, "${all.map(([key]) => key).join(' ')}", [${all.map(([key]) => camel(key)).join(', ')}]`,
  };
}

// A class of such. first: arguments before them. made: what the base takes instead of the description.
function positional(base, first, [type, table], made = (list) => list) {
  const { options, parameters, description } = argumentsOf(type, type, table);
  const constructor = [...first.map(([name, kind]) => `${name}: ${kind}`), ...parameters].join(', ');
  const call = `super(${made([...first.map(([name]) => name), description].join(', '))});`;
  return [...options, `export class ${type} extends ${base} {\n  constructor(${constructor}) {\n    ${call}\n  }\n}`].join('\n');
}

// A function of such that works on one thing: run(thing, description).
function acting(run, thing, kind, [type, table]) {
  const { options, parameters, description } = argumentsOf(type, pascal(type), table);
  return [...options, `export function ${camel(type)}<T extends ${kind}>(${[`${thing}: T`, ...parameters].join(', ')}): T {\n  return ${run}(${thing}, described(${description}));\n}`].join('\n');
}

// Metrics whose result is no figure.
const metricBases = { ConfusionMatrix: 'TensorMetric', PrecisionRecallCurve: 'CurveMetric', ROC: 'CurveMetric' };

function metric([type, table]) {
  return `${options(type, Object.entries(table)).replace('Options {\n', 'Options {\n  /** of classes or labels; 0 for values */\n  numClasses?: number;\n')}
export class ${type} extends ${metricBases[type] ?? 'Metric'} {
  constructor(options: ${type}Options = {}) {
    super("${type}", options);
  }
}`;
}

function optimizer([type, table]) {
  const keys = Object.entries(table).filter(([name]) => name !== 'param_groups');
  const given = Object.fromEntries(keys.filter(([name]) => name === 'lr').map(([name, key]) => [name, key.default]));
  return `${options(type, keys)}
export class ${type} extends Optimizer {
  constructor(parameters: Parameters<${type}Options>, options: ${type}Options = {}) {
    super(parameters, { type: "${type}", lr: ${given.lr}, ...snakeKeys(options) });
  }
}`;
}

// A loss is its op with the options kept.
function loss(type, op) {
  const { parameters } = parseSchema(op);
  const inputs = parameters.filter((p) => !p.optional && p.type === 'Tensor').map((p) => p.local), given = inputs.map((name) => `${name}: Tensor`).join(', ');
  const name = parseSchema(op).name, settings = `${pascal(name)}Options`;
  return `export class ${type} implements Loss {
  constructor(readonly options: ${settings} = {}) {}
  forward = (${given}): Tensor => F.${camel(name)}(${inputs.join(', ')}, this.options);
}`;
}

/** The family of each layer: the file among these, by name and text, whose table makes it. */
export function readFamilies(files) {
  return new Map(files.flatMap(([name, text]) => [...text.matchAll(/^ {4}\{"(\w+)",/gm)].map(([, type]) => [type, basename(name, '.cpp')])));
}

function layerFiles(schema, families) {
  const layers = Object.entries(schema).filter(([type]) => !composed.has(type));
  const without = layers.filter(([type]) => !families.has(type)), absent = [...families.keys()].filter((type) => !(type in schema));
  const differing = [...without.map(([type]) => type), ...absent];
  if (differing.length) throw new Error(`the package and the sources differ in ${differing.join(', ')}: build it first`);
  const names = [...new Set(layers.map(([type]) => families.get(type)))];
  const text = (family) => {
    const classes = layers.filter(([type]) => families.get(type) === family).map((entry) => positional('Layer', [], entry)).join('\n');
    return `${made}
import { Layer${/\bModuleConfig\b/.test(classes) ? ', type ModuleConfig' : ''} } from "../nn-module.js";
${typeImports(classes, { '../op-options.js': ['Ints'] })}
${classes}
`;
  };
  return {
    ...Object.fromEntries(names.map((family) => [`layers/${family}.ts`, text(family)])),
    'layers.ts': `${made}
${names.map((family) => `export * from "./layers/${family}.js";`).join('\n')}
`,
  };
}

/** The files by path below web/wick/src. families: as readFamilies() gives them. */
export function generate(schema, schemas, families) {
  const losses = Object.entries(schema.loss_ops).map(([type, op]) => [type, schemas.find((s) => s.startsWith(`${op}(`))]);
  const schedulers = Object.entries(schema.scheduler).map(([type, { interval, ...keys }]) => positional('LRScheduler', [['optimizer', 'Optimizer']], [type, keys], (list) => `schedulerOf(${list})`)).join('\n');
  return {
    ...layerFiles(schema.layer, families),
    'losses.ts': `${made}
import type {
${losses.map(([, op]) => `  ${pascal(parseSchema(op).name)}Options,`).join('\n')}
} from "./op-options.js";
import * as F from "./ops.js";
import type { Tensor } from "./tensor.js";

export type Reduction = "mean" | "sum" | "none";
/** The loss of its inputs, in the order of PyTorch's forward. */
export interface Loss {
  forward(...inputs: Tensor[]): Tensor;
}
${losses.map(([type, op]) => loss(type, op)).join('\n')}
`,
    'optimizers.ts': `${made}
import { snakeKeys } from "./nn-module.js";
import { Optimizer, type Parameters } from "./optimizer.js";

${Object.entries(schema.optimizer).map(optimizer).join('\n')}
`,
    'schedulers.ts': `${made}
import type { ModuleConfig } from "./nn-module.js";
import type { Ints } from "./op-options.js";
import type { Optimizer } from "./optimizer.js";
import { LRScheduler, schedulerOf } from "./scheduler.js";

${schedulers}
`,
    'metric-types.ts': `${made}
import { CurveMetric, Metric, TensorMetric } from "./metric.js";

${Object.entries(schema.metric).map(metric).join('\n')}
`,
    'init.ts': `${made}
import { described } from "./nn-module.js";
import { fill, type Tensor } from "./tensor.js";

${Object.entries(schema.init).map(([type, { parameters, ...keys }]) => acting('fill', 'tensor', 'Tensor', [type, keys])).join('\n')}
`,
    'utils.ts': `${made}
import { described, parametrize, type NativeModule } from "./nn-module.js";

${Object.entries(schema.parametrization).map(([type, { modules, ...keys }]) => acting('parametrize', 'module', 'NativeModule', [type, keys])).join('\n')}
`,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [dist, check] = process.argv.slice(2);
  const folder = join(root, 'runtime/train/layers'), wick = await open(dist);
  const families = readFamilies(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  settle(generate(wick.recipeSchema(), wick.opSchemas(), families), { tool: 'gen_types.mjs', check: check === '--check' });
}
