// The wick command as a user meets it: training, resuming after a kill, predicting, and wrong input.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const root = new URL('../..', import.meta.url).pathname;
const wick = process.env.WICK ?? join(root, 'build/native/tools/wick');
const home = mkdtempSync(join(tmpdir(), 'wick-cli-'));
after(() => rmSync(home, { recursive: true }));

const run = (...args) => spawnSync(wick, args, { cwd: home, encoding: 'utf8' });
const file = (name, value) => {
  const path = join(home, name);
  writeFileSync(path, typeof value === 'string' || value instanceof Uint8Array ? value : JSON.stringify(value));
  return path;
};
const digest = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

const toy = {
  name: 'toy', seed: 4,
  model: { type: 'Sequential', layers: [{ type: 'Linear', in_features: 2, out_features: 24 }, { type: 'BatchNorm1d', num_features: 24 }, { type: 'ReLU' }, { type: 'Dropout', p: 0.2 }, { type: 'Linear', in_features: 24, out_features: 3 }] },
  data: { type: 'toy', kind: 'spiral', classes: 3, train: 3000, val: 300, test: 300, batch_size: 10 },
  loss: { type: 'CrossEntropyLoss' }, optimizer: { type: 'Adam', lr: 0.01 },
  trainer: { max_epochs: 6, accumulate_grad_batches: 2, callbacks: [{ type: 'ModelCheckpoint', monitor: 'val_loss', every_n_train_steps: 20, save_last: true }] },
};
const recipe = file('toy.json', toy);

// IDX files: count images of h x w, then labels.
const idx = (dims, bytes) => {
  const head = Buffer.alloc(4 + 4 * dims.length);
  head[2] = 8;
  head[3] = dims.length;
  dims.forEach((d, i) => head.writeUInt32BE(d, 4 + 4 * i));
  return Buffer.concat([head, Buffer.from(bytes)]);
};
function digits(folder, { n = 40, size = 28, label = (i) => i % 10, cut = 0 } = {}) {
  const dir = join(home, folder);
  mkdirSync(dir, { recursive: true });
  const images = idx([n, size, size], Uint8Array.from({ length: n * size * size }, (_, i) => (i * 7919) % 256));
  const labels = idx([n], Uint8Array.from({ length: n }, (_, i) => label(i)));
  for (const part of ['train', 't10k']) {
    writeFileSync(join(dir, `${part}-images-idx3-ubyte`), images.subarray(0, images.length - cut));
    writeFileSync(join(dir, `${part}-labels-idx1-ubyte`), labels);
  }
  return dir;
}
const small = {
  name: 'small', seed: 0, model: { type: 'Sequential', layers: [{ type: 'Flatten' }, { type: 'Linear', in_features: 784, out_features: 10 }] },
  data: { type: 'idx', val: 10, batch_size: 10 }, loss: { type: 'CrossEntropyLoss' }, optimizer: { type: 'SGD', lr: 0.01 }, trainer: { max_epochs: 1 },
};
const small_recipe = file('small.json', small);

const refused = (result, ...parts) => {
  assert.equal(result.signal, null, result.stderr);
  assert.notEqual(result.status, 0);
  for (const part of parts) assert.match(result.stderr, part);
};

test('train writes a run folder; test, summary and help work', () => {
  const trained = run('train', recipe, '--out', 'whole');
  assert.equal(trained.status, 0, trained.stderr);
  for (const name of ['recipe.json', 'metrics.csv', 'weights.safetensors', 'report.html', 'checkpoints/last.safetensors']) assert.ok(existsSync(join(home, 'whole', name)), name);
  const tested = run('test', 'whole');
  assert.equal(tested.status, 0, tested.stderr);
  const summary = run('summary', recipe);
  assert.equal(summary.status, 0, summary.stderr);
  assert.match(summary.stdout, /BatchNorm1d/);
  for (const args of [['--help'], ['train', '--help'], ['test', '--help'], ['predict', '--help'], ['summary', '--help']]) assert.equal(run(...args).status, 0);
});

test('killed at a random step and resumed, the weights are the same bits', async () => {
  const delay = 40 + Math.floor(Math.random() * 200);
  const child = spawn(wick, ['train', recipe, '--out', 'killed'], { cwd: home, stdio: 'ignore' });
  await new Promise((done) => {
    const look = setInterval(() => {
      if (!existsSync(join(home, 'killed/checkpoints/last.safetensors'))) return;
      clearInterval(look);
      setTimeout(() => child.kill('SIGKILL'), delay);
    }, 2);
    child.on('exit', () => { clearInterval(look); done(); });
  });
  const resumed = run('train', recipe, '--out', 'killed', '--resume');
  assert.equal(resumed.status, 0, `killed after ${delay} ms: ${resumed.stderr}`);
  assert.equal(digest(join(home, 'killed/weights.safetensors')), digest(join(home, 'whole/weights.safetensors')), `killed after ${delay} ms`);
});

test('a disk that is full keeps the last good checkpoint', () => {
  assert.equal(run('train', recipe, '--out', 'full', '--set', 'trainer.max_epochs=1').status, 0);
  const last = join(home, 'full/checkpoints/last.safetensors'), before = digest(last);
  // Files may not grow beyond 1 kB: the next checkpoint cannot be written.
  const result = spawnSync('bash', ['-c', `trap '' XFSZ; ulimit -f 1; exec "${wick}" train "${recipe}" --out full --resume --set trainer.max_epochs=3`], { cwd: home, encoding: 'utf8' });
  assert.equal(result.signal, null);
  assert.notEqual(result.status, 0);
  assert.equal(digest(last), before);
  assert.deepEqual(readdirSync(join(home, 'full/checkpoints')).filter((n) => n.endsWith('.tmp')), []);
});

test('predict writes id, label and one probability per class', () => {
  const data = digits('good');
  const trained = run('train', small_recipe, '--data', data, '--out', 'small');
  assert.equal(trained.status, 0, trained.stderr);
  const predicted = run('predict', 'small', join(data, 't10k-images-idx3-ubyte'), '--csv', 'submission.csv');
  assert.equal(predicted.status, 0, predicted.stderr);
  const rows = readFileSync(join(home, 'submission.csv'), 'utf8').trim().split('\n').map((l) => l.trim().split(','));
  assert.equal(rows.length, 41);
  assert.deepEqual(rows[0].slice(0, 2), ['id', 'label']);
  assert.equal(rows[0].length, 12);
  for (const row of rows.slice(1)) {
    const p = row.slice(2).map(Number);
    assert.ok(Math.abs(p.reduce((a, b) => a + b) - 1) < 1e-4);
    assert.equal(Number(row[1]), p.indexOf(Math.max(...p)));
  }
});

test('a wrong recipe names the key and the nearest names', () => {
  refused(run('train', file('a.json', { ...toy, optimizer: { type: 'Adma', lr: 1 } })), /optimizer/, /Adam/);
  refused(run('train', file('b.json', { ...toy, optimzer: {} })), /optimzer/, /optimizer/);
  refused(run('train', file('c.json', '{"model": ')), /line 1/i);
  refused(run('train', recipe, '--set', 'optimizer.lr=fast'), /optimizer\.lr/);
  const shapes = structuredClone(toy);
  shapes.model.layers[4].in_features = 25;
  refused(run('train', file('d.json', shapes)), /4/, /24/, /25/);
  refused(run('train', 'nowhere.json'), /nowhere\.json/);
});

test('missing, truncated and wrong data files are told apart', () => {
  refused(run('train', small_recipe, '--data', join(home, 'nothing')), /train-images-idx3-ubyte/);
  refused(run('train', small_recipe, '--data', digits('cut', { cut: 100 })), /bytes/);
  refused(run('train', small_recipe, '--data', digits('label', { label: (i) => (i === 7 ? 12 : 1) })), /12/);
  refused(run('train', small_recipe, '--data', digits('size', { size: 20 })), /784|28/);
  refused(run('test', 'no-run'), /no-run/);
  refused(run('predict', 'small', join(home, 'missing.idx'), '--csv', 'x.csv'), /missing\.idx/);
});

test('a diverging run stops with step and layer, and keeps the last good checkpoint', () => {
  const result = run('train', recipe, '--out', 'wild', '--set', 'optimizer={"type":"SGD","lr":1e30}');
  refused(result, /step \d+/);
  assert.ok(!existsSync(join(home, 'wild/weights.safetensors')) || statSync(join(home, 'wild/weights.safetensors')).size > 0);
});
