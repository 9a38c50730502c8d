// The tree's own rules: a folder of runtime/ includes nothing from above it, files stay short, nothing is left to do.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n').filter((path) => path && existsSync(join(root, path)));
const sources = tracked.filter((path) => /\.(c|cc|cpp|h|hpp|inc|ts|js|mjs|py|sh|css|html|txt|cmake)$/.test(path) || /^(tools|\.ci)\/[a-z/]+$/.test(path));
const code = tracked.filter((path) => /^runtime\/.*\.(cpp|h|inc)$/.test(path));

// What each folder may include, besides itself and the standard library. What is allowed to one is allowed through it.
const below = {
  core: [],
  kernels: ['core'],
  autograd: ['core'],
  ops: ['core', 'autograd', 'kernels'],
  nn: ['ops'],
  optim: ['ops', 'nn'],  // nn for the type of named tensors
  io: ['ops', 'nn'],
  data: ['ops', 'io'],   // io for reading files
  freeze: ['ops', 'nn'],
  train: ['nn', 'optim', 'data', 'io', 'freeze'],
  capi: ['train', 'freeze'],
};
const reach = (folder, seen = new Set([folder])) => {
  for (const next of below[folder]) if (!seen.has(next)) reach(next, seen.add(next));
  return seen;
};

// The folder each public header belongs to: by its name where a folder has a file of that name, else listed here.
const owner = {
  ref: 'core', error: 'core', deterministic: 'kernels', quote: 'core', philox: 'core', autograd: 'autograd', registry: 'ops', readers: 'data', random: 'ops',
  losses: 'nn', layers: 'nn', activations: 'nn', nn: 'nn', optim: 'optim', callbacks: 'train', wick: 'capi',
};
const folderOf = (path) => {
  const [, top, ...rest] = path.split('/');
  if (top !== 'include') return top;
  const name = basename(path).replace(/\.(h|hpp)$/, '');
  if (rest.includes('nn')) return 'nn';
  if (rest.includes('ops')) return 'ops';
  if (owner[name]) return owner[name];
  const found = Object.keys(below).find((folder) => existsSync(join(root, 'runtime', folder, `${name}.cpp`)) || folder === name);
  assert.ok(found, `${path} belongs to no folder of runtime/; name one in tests/tools/test_layout.mjs`);
  return found;
};

function includes(path) {
  const out = [];
  for (const [, name] of read(path).matchAll(/^\s*#\s*include\s+"([^"]+)"/gm)) {
    const places = [`runtime/include/${name}`, `runtime/${name}`, `${path.slice(0, path.lastIndexOf('/'))}/${name}`];
    const target = places.find((place) => existsSync(join(root, place)));
    if (target) out.push(target);
  }
  return out;
}

// The handle on a tensor must know what hangs on it and be able to convert numbers; nothing else may look up.
const bends = new Set(['runtime/core/tensor.cpp runtime/autograd/leaf.h', 'runtime/core/tensor.cpp runtime/kernels/copy.h']);

test('nothing in runtime/ includes upwards', () => {
  const wrong = [];
  for (const path of code) {
    const from = folderOf(path);
    assert.ok(below[from], `runtime/${from} is not in the layout`);
    const allowed = reach(from);
    for (const target of includes(path)) {
      if (!allowed.has(folderOf(target)) && !bends.has(`${path} ${target}`)) wrong.push(`${path} (${from}) includes ${target} (${folderOf(target)})`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('kernels include only plain types', () => {
  const plain = /^runtime\/(kernels\/|include\/wick\/(deterministic|dtype|error|shape|parallel|philox)\.h$)/;
  for (const path of code.filter((p) => p.startsWith('runtime/kernels/'))) {
    for (const target of includes(path)) assert.match(target, plain, `${path} includes ${target}`);
  }
});

test('every kernel is read through kernels/foreach.h, or the deterministic mode would miss it', () => {
  for (const path of code.filter((p) => p.startsWith('runtime/kernels/') && p !== 'runtime/kernels/foreach.h')) {
    assert.doesNotMatch(read(path), /hwy\/foreach_target\.h>|HWY_TARGET_TOGGLE/, path);
  }
});

test('public headers include only public headers', () => {
  for (const path of code.filter((p) => p.startsWith('runtime/include/'))) {
    for (const target of includes(path)) assert.match(target, /^runtime\/include\//, `${path} includes ${target}`);
  }
});

test('what goes to wasm leaves out the heavy parts of the standard library', () => {
  const heavy = /^\s*#\s*include\s+<(iostream|sstream|fstream|ostream|istream|iomanip|locale|regex|filesystem|format|thread|future)>/m;
  const native = new Set(['runtime/core/background.cpp', 'runtime/core/parallel.cpp', 'runtime/io/files.cpp']);  // behind a test for Emscripten
  for (const path of code) {
    const found = read(path).match(heavy);
    assert.ok(!found || native.has(path), `${path}: ${found?.[0]}`);
  }
});

test('files have at most 600 lines', () => {
  const long = sources.map((path) => [path, read(path).split('\n').length - 1]).filter(([, n]) => n > 600);
  assert.deepEqual(long, []);
});

test('nothing is marked as left to do', () => {
  const mark = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`);
  assert.deepEqual(sources.filter((path) => mark.test(read(path))), []);
});

test('the top level holds what the layout says', () => {
  const allowed = new Set(['runtime', 'web', 'models', 'tests', 'tools', 'CMakeLists.txt', 'CMakePresets.json', 'README.md', 'LICENSE']);
  const top = new Set(tracked.map((path) => path.split('/')[0]).filter((name) => !name.startsWith('.')));
  assert.deepEqual([...top].filter((name) => !allowed.has(name)), []);
});

test('tests mirror runtime/', () => {
  const extra = new Set(['golden', 'same_bits', 'browser', 'package', 'js', 'cli', 'tools']);
  const folders = readdirSync(join(root, 'tests'), { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => e.name);
  assert.deepEqual(folders.filter((name) => !extra.has(name) && !below[name]), []);
});
