// Hostile input and a failing machine, beyond what wick.test.mjs tries: one clear line, no crash, nothing lost.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { digits, folder, idx, readSafetensors, spiral, wick, wickFails, wickHit, wickOk, writeRecipe } from './helpers.mjs';

const dir = folder();
const recipe = (name, content) => writeRecipe(join(dir, `${name}.json`), content);

test('a recipe with an unknown key or type names its path and the nearest names', () => {
  const train = (content, pattern) => wickFails(['train', recipe('bad', content), '--out', join(dir, 'bad')], pattern);
  train({ ...spiral(1), optimiser: {} }, /optimiser.*"optimizer"/);
  train({ ...spiral(1), optimizer: { type: 'Adma' } }, /optimizer\.type.*"Adam"/);
  train({ ...spiral(1), optimizer: { type: 'Adam', lr: 'fast' } }, /optimizer\.lr/);
  const layers = spiral(1).model.layers.map((l, i) => (i === 3 ? { type: 'Dropout', pp: 0.1 } : l));
  train({ ...spiral(1), model: { type: 'Sequential', layers } }, /model\.layers\[3\]\.pp/);
  assert.ok(!existsSync(join(dir, 'bad')));
});

// Ten images and their labels, as MNIST's files are named.
function writeDigits(path, { images, labels } = {}) {
  mkdirSync(path, { recursive: true });
  const n = 40;
  const label = labels ?? idx([n], Array.from({ length: n }, (_, i) => i % 10));
  const image = images ?? idx([n, 28, 28], Array.from({ length: n * 784 }, (_, i) => (i * 31) % 256));
  for (const part of ['train', 't10k']) {
    writeFileSync(join(path, `${part}-images-idx3-ubyte`), image);
    writeFileSync(join(path, `${part}-labels-idx1-ubyte`), label);
  }
  return path;
}
const onFiles = recipe('files', digits({ data: { type: 'idx', val: 8, batch_size: 8 } }));

test('whole data files train', () => {
  wickOk(['train', onFiles, '--data', writeDigits(join(dir, 'data')), '--out', join(dir, 'files')]);
});

test('data files that lie', () => {
  const train = (data, pattern) => wickFails(['train', onFiles, '--data', data, '--out', join(dir, 'wrong')], pattern);
  const whole = readFileSync(join(dir, 'data', 'train-images-idx3-ubyte'));
  train(writeDigits(join(dir, 'cut'), { images: whole.subarray(0, whole.length - 5) }), /train-images-idx3-ubyte/);
  train(writeDigits(join(dir, 'head'), { images: whole.subarray(0, 9) }), /train-images-idx3-ubyte/);
  train(writeDigits(join(dir, 'huge'), { images: idx([0xffffffff, 0xffffffff, 0xffffffff], []) }), /train-images-idx3-ubyte/);
  train(writeDigits(join(dir, 'count'), { labels: idx([39], Array(39).fill(1)) }), /39/);
  train(writeDigits(join(dir, 'label'), { labels: idx([40], Array(40).fill(200)) }), /200/);
  train(writeDigits(join(dir, 'size'), { images: idx([40, 30, 20], Array(40 * 600).fill(0)) }), /784|600|28/);
  assert.ok(!existsSync(join(dir, 'wrong')));
});

test('a really full disk', (t) => {
  const disk = join(dir, 'disk');
  mkdirSync(disk);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=96k', 'tmpfs', disk]).status !== 0) return t.skip('cannot mount a small file system here');
  try {
    const run = join(disk, 'run');
    const r = wick(['train', recipe('large', digits({ trainer: { max_epochs: 50 } })), '--out', run]);
    assert.equal(r.status, 1, r.out + r.err);
    assert.match(r.err, /No space left on device/);
    for (const name of readdirSync(join(run, 'checkpoints'))) if (name.endsWith('.safetensors')) readSafetensors(join(run, 'checkpoints', name));
  } finally {
    spawnSync('umount', [disk]);
  }
});

test('killed while it saves: the previous checkpoint is whole', async () => {
  // A wide layer, so that saving is most of the work.
  const layers = [{ type: 'Flatten' }, { type: 'Linear', in_features: 784, out_features: 1500 }, { type: 'ReLU' }, { type: 'Linear', in_features: 1500, out_features: 10 }];
  const wide = recipe('wide', digits({ model: { type: 'Sequential', layers }, data: { type: 'strokes', train: 32, val: 0, test: 10, batch_size: 32 }, trainer: { max_epochs: 400 } }));
  const run = join(dir, 'wide'), last = join(run, 'checkpoints', 'last.safetensors');
  await wickHit(['train', wide, '--out', run], 300, 'SIGKILL', last);
  for (let i = 0; i < 6; i++) {
    const hit = await wickHit(['train', wide, '--out', run, '--resume'], 250 + 200 * Math.random());
    assert.equal(hit.signal, 'SIGKILL', hit.out);
    readSafetensors(last);
  }
  wickOk(['train', wide, '--out', run, '--resume', '--set', 'trainer.max_epochs=1']);
});
