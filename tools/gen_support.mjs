// Writes the README's list of what is supported, from the op registry and the recipe's table.
//   node tools/gen_support.mjs dist-folder            writes it
//   node tools/gen_support.mjs dist-folder --check    exits 1 when the README differs from what would be written
// dist-folder: a built package (index.js and wick.wasm).
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { open } from './gen_files.mjs';

const readme = fileURLToPath(new URL('../README.md', import.meta.url));
const begin = '<!-- made by tools/gen_support.mjs -->\n', end = '<!-- end -->\n';

const titles = {
  layer: 'layers', loss: 'losses', optimizer: 'optimizers', scheduler: 'schedulers', metric: 'metrics', data: 'data of recipes',
  augmentation: 'augmentations', callback: 'callbacks', sampler: 'samplers of recipes', init: 'ways to fill a tensor', parametrization: 'parametrizations',
};

export function table(schemas, schema) {
  const ops = [...new Set(schemas.map((s) => /^[\w]+/.exec(s)[0]))].filter((name) => !name.startsWith('_')).sort();
  const inPlace = ops.filter((name) => name.endsWith('_')), rest = ops.filter((name) => !name.endsWith('_'));
  const rows = [['ops', rest], ['in place', inPlace], ...Object.entries(titles).map(([key, title]) => [title, Object.keys(schema[key]).sort()])];
  return ['| | |', '|---|---|', ...rows.filter(([, names]) => names.length).map(([title, names]) => `| ${names.length} ${title} | ${names.join(', ')} |`)].join('\n') + '\n';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, check] = process.argv.slice(2);
  const wick = await open(folder);
  const text = readFileSync(readme, 'utf8');
  const from = text.indexOf(begin) + begin.length, to = text.indexOf(end, from);
  if (from < begin.length || to < 0) throw new Error(`README.md has no lines ${begin.trim()} and ${end.trim()}`);
  const made = text.slice(0, from) + table(wick.opSchemas(), wick.recipeSchema()) + text.slice(to);
  if (check !== '--check') writeFileSync(readme, made);
  else if (made !== text) {
    console.error('README.md is out of date: run node tools/gen_support.mjs DIST');
    process.exitCode = 1;
  }
}
