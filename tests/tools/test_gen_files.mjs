// The generators of web/wick/src: which file an op or a layer goes to, and that no other file stays. Needs no package.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { outOfDate, settle } from '../../tools/gen_files.mjs';
import { generate, readFamilies } from '../../tools/gen_ops.mjs';
import { readFamilies as readLayers } from '../../tools/gen_types.mjs';

const row = (schema) => `WICK_OP("${schema}", f, true)\n`;
const abs = 'abs(Tensor self) -> Tensor', sum = 'sum(Tensor self, int[] dim=[]) -> Tensor', rand = 'rand(int[] size) -> Tensor';
const max = 'max(Tensor self) -> Tensor', maxDim = 'max.dim(Tensor self, int dim) -> (Tensor, Tensor)';

test('an op goes to the family above its row, an in-place form to its op\'s', () => {
  const families = readFamilies(`// == math: functions\n${row(abs)}// == reduce\n${row(sum)}\n// == random\n${row(rand)}// == math\n${row(max)}${row(maxDim)}`);
  const files = generate([abs, sum, rand, max, maxDim, 'abs_(Tensor self) -> Tensor'], families);
  assert.deepEqual(Object.keys(files).filter((path) => path.startsWith('ops/')), ['ops/math.ts', 'ops/reduce.ts', 'ops/random.ts']);
  assert.match(files['ops.ts'], /export \{\n {2}abs, max, abs_,\n\} from "\.\/ops\/math\.js";/);
  assert.match(files['op-options.ts'], /export type \{\n {2}SumOptions,\n\} from "\.\/ops\/reduce\.js";/);
  assert.match(files['op-methods.ts'], /extends\n {2}MathMethods, ReduceMethods \{\}/);
});

test('an op list that is not the package\'s is refused', () => {
  assert.throws(() => readFamilies(row(abs)), /no family is above abs/);
  const families = readFamilies(`// == math\n${row(abs)}${row(sum)}`);
  assert.throws(() => generate([abs], families), /the package has no sum/);
  assert.throws(() => generate([abs, sum, max], families), /the op list has no max/);
  const apart = readFamilies(`// == math\n${row(max)}// == reduce\n${row(maxDim)}`);
  assert.throws(() => generate([max, maxDim], apart), /max\.dim.* is of family reduce; its other overload is of math/);
});

test('a layer goes to the file that makes it', () => {
  const text = 'constexpr LayerMaker kMakers[] = {\n    {"Fold", make_fold},\n    {"Unfold",\n     [](const Json& j) { return f({"no layer", 1}); }},\n};\n';
  assert.deepEqual([...readLayers([['conv.cpp', text]])], [['Fold', 'conv'], ['Unfold', 'conv']]);
});

test('a file that would not be written is out of date', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wick-gen-'));
  try {
    const files = { 'ops.ts': 'gathers\n', 'ops/math.ts': 'abs\n' };
    assert.deepEqual(outOfDate(files, folder), ['ops.ts', 'ops/math.ts']);
    mkdirSync(join(folder, 'ops'));
    for (const path of ['ops/old.ts', 'by-hand.ts']) writeFileSync(join(folder, path), 'text\n');
    assert.deepEqual(outOfDate(files, folder), ['ops.ts', 'ops/math.ts', 'ops/old.ts']);
    settle(files, { tool: 'gen', check: false, folder });
    assert.deepEqual(outOfDate(files, folder), []);
    assert.equal(readFileSync(join(folder, 'ops/math.ts'), 'utf8'), 'abs\n');
    assert.deepEqual(['ops/old.ts', 'by-hand.ts'].map((path) => existsSync(join(folder, path))), [false, true]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
