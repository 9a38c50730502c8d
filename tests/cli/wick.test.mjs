// The wick command as a user runs it. WICK names the program.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

const root = fileURLToPath(new URL('../../', import.meta.url));
const wick = process.env.WICK ?? join(root, 'build/native/tools/wick');
const mnist = join(root, '../shared/data/mnist');
let folder;
before(() => { folder = mkdtempSync(join(tmpdir(), 'wick-cli-')); });
after(() => rmSync(folder, { recursive: true, force: true }));

const at = (...names) => join(folder, ...names);
const run = (...args) => {
  const result = spawnSync(wick, args, { cwd: folder, encoding: 'utf8', timeout: 120000 });
  assert.equal(result.signal, null, `wick ${args.join(' ')} ended by ${result.signal}: ${result.stderr}`);
  return result;
};
const good = (...args) => {
  const result = run(...args);
  assert.equal(result.status, 0, result.stderr);
  return result.stdout;
};
/** Runs to an error: status 1, one line on stderr that matches, nothing of a crash. */
const bad = (pattern, ...args) => {
  const result = run(...args);
  assert.equal(result.status, 1, result.stdout);
  assert.match(result.stderr, pattern);
  assert.doesNotMatch(result.stderr, /terminate|abort|core dumped/i);
};

const recipe = (changes = {}) => ({
  name: 'small', seed: 4,
  model: { type: 'Sequential', layers: [
    { type: 'Conv2d', in_channels: 1, out_channels: 8, kernel_size: 3, padding: 1 }, { type: 'BatchNorm2d', num_features: 8 }, 'ReLU',
    { type: 'MaxPool2d', kernel_size: 2 }, 'Flatten', { type: 'Dropout', p: 0.2 }, { type: 'Linear', in_features: 1568, out_features: 10 }] },
  data: { type: 'strokes', train: 1500, val: 200, test: 200, batch_size: 32, augment: [{ type: 'RandomAffine', degrees: 10, translate: [0.1, 0.1] }] },
  optimizer: { type: 'Adam', lr: 0.005 },
  scheduler: { type: 'CosineAnnealingLR', T_max: 6 },
  metrics: [{ type: 'F1Score', average: 'macro' }],
  trainer: { max_epochs: 6, accumulate_grad_batches: 2, log_every_n_steps: 10,
    callbacks: [{ type: 'ModelCheckpoint', save_top_k: 2, every_n_train_steps: 7 }] },
  ...changes,
});
const write = (name, value) => {
  writeFileSync(at(name), typeof value === 'string' ? value : JSON.stringify(value, null, 2));
  return at(name);
};
const weights = (name) => readFileSync(at(name, 'weights.safetensors'));
const checkpoints = (name) => readdirSync(at(name, 'checkpoints')).sort();
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** Starts training, sends the signal once the run folder shows `steps` logged rows, and waits for the end. */
async function interrupt(signal, rows, ...args) {
  const child = spawn(wick, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  child.stdout.on('data', (text) => { out += text; });
  const ended = new Promise((done) => child.on('exit', (status, by) => done({ status, by })));
  const log = join(args[args.indexOf('--out') + 1], 'metrics.csv');
  for (let i = 0; i < 3000; ++i) {
    if (existsSync(log) && readFileSync(log, 'utf8').split('\n').length > rows) break;
    await sleep(2);
  }
  child.kill(signal);
  return { ...(await ended), out };
}

test('a run leaves weights, metrics, report and checkpoints, and learns', () => {
  write('recipe.json', recipe());
  const out = good('train', 'recipe.json', '--out', 'whole');
  assert.match(out, /Conv2d +\| 80/);
  assert.match(out, /Epoch 5: 100%\|██████████\| \d+\/\d+ \[00:\d\d<00:00, [\d.]+it\/s, loss=0\.\d+, val_loss=0\.\d+, val_accuracy=0\.\d+\]/);
  assert.deepEqual(readdirSync(at('whole')).sort(), ['checkpoints', 'metrics.csv', 'recipe.json', 'report.html', 'weights.safetensors']);
  assert.equal(checkpoints('whole').length, 3);
  assert.match(readFileSync(at('whole', 'metrics.csv'), 'utf8'), /^epoch,step,train_loss_step,train_loss,train_accuracy,val_loss,val_accuracy,lr,val_F1Score_macro\n/);
  const report = readFileSync(at('whole', 'report.html'), 'utf8');
  assert.match(report, /<svg/);
  assert.doesNotMatch(report, /<script|https?:/);
  const tested = good('test', 'whole');
  assert.ok(Number(/test_accuracy +([\d.]+)/.exec(tested)[1]) > 0.8, tested);
});

test('stopped by Ctrl-C in the middle of an epoch and resumed: the same bits', async () => {
  const stopped = await interrupt('SIGINT', 8, 'train', 'recipe.json', '--out', at('stopped'));
  assert.equal(stopped.status, 130, stopped.out);
  assert.match(stopped.out, /Stopped in epoch \d+ after \d+ steps; everything is in .*last\.safetensors\.\nGo on with: wick train --out \S+ --resume/);
  assert.match(good('train', '--out', 'stopped', '--resume'), /Going on at epoch/);
  assert.ok(weights('stopped').equals(weights('whole')));
  assert.equal(readFileSync(at('stopped', 'metrics.csv'), 'utf8'), readFileSync(at('whole', 'metrics.csv'), 'utf8'));
});

test('killed at three places and resumed: the same bits, and never a broken checkpoint', async () => {
  await interrupt('SIGKILL', 4, 'train', 'recipe.json', '--out', at('killed'));
  for (const rows of [12, 20]) await interrupt('SIGKILL', rows, 'train', 'recipe.json', '--out', at('killed'), '--resume');
  good('train', 'recipe.json', '--out', 'killed', '--resume');
  assert.ok(weights('killed').equals(weights('whole')));
  assert.deepEqual(checkpoints('killed').filter((name) => !name.includes('.tmp')), checkpoints('whole'));
  assert.ok(readFileSync(at('killed', 'checkpoints', 'last.safetensors')).equals(readFileSync(at('whole', 'checkpoints', 'last.safetensors'))));
});

test('results do not depend on the number of threads', () => {
  good('train', 'recipe.json', '--out', 'threads', '--threads', '3', '--set', 'trainer.max_epochs=1');
  good('train', 'recipe.json', '--out', 'thread', '--threads', '1', '--set', 'trainer.max_epochs=1');
  assert.ok(weights('threads').equals(weights('thread')));
});

test('a disk that is full while saving leaves the previous checkpoint', () => {
  good('train', 'recipe.json', '--out', 'full', '--set', 'trainer.max_epochs=1');
  const last = readFileSync(at('full', 'checkpoints', 'last.safetensors'));
  const limited = spawnSync('bash', ['-c', 'trap "" XFSZ; ulimit -f 100; exec "$@"', '_', wick, 'train', 'recipe.json', '--out', 'full', '--resume'], { cwd: folder, encoding: 'utf8' });
  assert.equal(limited.status, 1, limited.stdout);
  assert.match(limited.stderr, /last\.safetensors.*: File too large/);
  assert.ok(readFileSync(at('full', 'checkpoints', 'last.safetensors')).equals(last));
  assert.deepEqual(checkpoints('full').filter((name) => name.includes('.tmp')), []);
});

test('an earlier run is moved aside; a recipe that fails leaves it alone', () => {
  good('train', 'recipe.json', '--out', 'twice', '--set', 'trainer.max_steps=3');
  const first = weights('twice');
  bad(/optimizer\.lr: is -1/, 'train', 'recipe.json', '--out', 'twice', '--set', 'optimizer.lr=-1');
  assert.ok(weights('twice').equals(first));
  assert.match(good('train', 'recipe.json', '--out', 'twice', '--set', 'trainer.max_steps=3', '--set', 'seed=9'), /earlier run in twice is now twice\.1/);
  assert.ok(weights('twice.1').equals(first));
  assert.ok(!weights('twice').equals(first));
});

test('a loss that becomes NaN stops training with step and layer; the last good checkpoint stays', () => {
  write('wild.json', recipe({ optimizer: { type: 'SGD', lr: 1e30 }, scheduler: null }));
  bad(/\[trainer\] .*at step \d+ \(epoch 0, batch \d+\)\. Training stopped; the last checkpoint is kept/, 'train', 'wild.json', '--out', 'wild');
  write('late.json', recipe({ scheduler: null }));
  good('train', 'late.json', '--out', 'late', '--set', 'trainer.max_epochs=1');
  const last = readFileSync(at('late', 'checkpoints', 'last.safetensors'));
  writeFileSync(at('late', 'recipe.json'), readFileSync(at('late', 'recipe.json'), 'utf8').replace('"max_epochs": 1,', '"max_epochs": 2,'));
  good('train', '--out', 'late', '--resume');
  assert.ok(!readFileSync(at('late', 'checkpoints', 'last.safetensors')).equals(last));
});

test('predict writes id, label and one probability per class', () => {
  const idx = Buffer.concat([Buffer.from([0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 28, 0, 0, 0, 28]), Buffer.alloc(2 * 784, 40)]);
  writeFileSync(at('two.idx'), idx);
  assert.equal(good('predict', 'whole', 'two.idx', '--csv', 'out.csv'), '2 rows in out.csv\n');
  const lines = readFileSync(at('out.csv'), 'utf8').trim().split('\n');
  assert.equal(lines[0], 'id,label,0,1,2,3,4,5,6,7,8,9');
  assert.equal(lines.length, 3);
  const cells = lines[1].split(',').map(Number);
  assert.ok(Math.abs(cells.slice(2).reduce((a, b) => a + b) - 1) < 1e-4);
  assert.equal(cells[1], cells.slice(2).indexOf(Math.max(...cells.slice(2))));
});

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let k = 0; k < 8; ++k) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

/** A grey PNG. */
function png(width, height, grey) {
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; ++y) for (let x = 0; x < width; ++x) rows[y * (width + 1) + 1 + x] = grey(x, y);
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc32(body), body.length + 4);
    return out;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

test('predict reads pictures; --digit takes dark ink on paper of any size', () => {
  mkdirSync(at('model'), { recursive: true });
  for (const name of ['recipe.json', 'weights.safetensors']) copyFileSync(join(root, 'models/strokes-cnn', name), at('model', name));
  writeFileSync(at('one.png'), png(200, 300, (x, y) => (x > 90 && x < 110 && y > 40 && y < 260 ? 30 : 240)));
  assert.match(good('predict', 'model', 'one.png', '--digit'), /\none\.png,1,/);
  bad(/one\.png is 200x300 pixels; this model needs 28x28/, 'predict', 'model', 'one.png');
  writeFileSync(at('black.png'), png(28, 28, () => 0));
  assert.match(good('predict', 'model', 'black.png', 'one.png', '--digit'), /\nblack\.png,\d,.*\none\.png,1,/s);
  writeFileSync(at('cut.png'), png(28, 28, () => 0).subarray(0, 50));
  bad(/cannot read cut\.png/, 'predict', 'model', 'cut.png');
});

test('summary lists layers and sizes', () => {
  const out = good('summary', 'recipe.json');
  assert.match(out, /6 \| 6 +\| Linear +\| 15\.7 K \| \[1, 1568\] +\| \[1, 10\]/);
  assert.match(out, /samples: 1500 train, 200 val, 200 test; 47 batches per epoch/);
});

test('what is wrong is said in one line', () => {
  bad(/need a recipe/, 'train');
  bad(/cannot open nothing\.json/, 'train', 'nothing.json');
  bad(/bad\.json: \[recipe\] not valid JSON at line 1, column 9/, 'train', write('bad.json', '{"name" 3}').replace(folder + '/', ''));
  bad(/optimizer\.lrr: unknown key; did you mean "lr"\?/, 'train', 'recipe.json', '--set', 'optimizer.lrr=1');
  bad(/need key=value/, 'train', 'recipe.json', '--set', 'lr');
  bad(/model\.layers\[6\]: .*f32\[2,1568\]/, 'summary', 'recipe.json', '--set', 'model.layers[6].in_features=1569');
  bad(/there is no folder nowhere/, 'test', 'nowhere');
  bad(/cannot open nothing\.idx/, 'predict', 'whole', 'nothing.idx');
  bad(/subcommand/, '');
  assert.match(good('--help'), /train.*test.*predict.*summary/s);
  for (const command of ['train', 'test', 'predict', 'summary']) assert.match(good(command, '--help'), /Usage|Positionals/i);
});

test('data files: missing, truncated, labels out of range, another size', () => {
  mkdirSync(at('data'), { recursive: true });
  const idx = (sizes, data) => Buffer.concat([Buffer.from([0, 0, 8, sizes.length, ...sizes.flatMap((n) => [n >> 24, n >> 16, n >> 8, n].map((b) => b & 255))]), Buffer.from(data)]);
  const names = ['train-images-idx3-ubyte', 'train-labels-idx1-ubyte', 't10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte'];
  const fill = (label = 3, side = 28) => {
    for (const [images, labels] of [[names[0], names[1]], [names[2], names[3]]]) {
      writeFileSync(at('data', images), idx([6, side, side], Buffer.alloc(6 * side * side, 9)));
      writeFileSync(at('data', labels), idx([6], [0, 1, 2, label, 4, 5]));
    }
  };
  write('idx.json', recipe({ data: { type: 'idx', val: 2, batch_size: 2 }, trainer: { max_epochs: 1 } }));
  const train = ['train', 'idx.json', '--data', 'data', '--out', 'idx'];
  bad(/train-images-idx3-ubyte.*No such file.*tools\/fetch_data/, ...train);
  fill();
  good(...train);
  fill(12);
  bad(/label 12 at row 3 of train-labels-idx1-ubyte; need labels below 10/, ...train);
  fill(3, 27);
  bad(/model\.layers\[6\]: /, ...train);
  fill();
  writeFileSync(at('data', names[0]), readFileSync(at('data', names[0])).subarray(0, 500));
  bad(/train-images-idx3-ubyte: 500 bytes; .*truncated/, ...train);
  writeFileSync(at('data', names[0]), 'not an IDX file');
  bad(/train-images-idx3-ubyte: magic number/, ...train);
  assert.ok(existsSync(at('idx', 'weights.safetensors')));
});

test('damaged run folders are refused', () => {
  cpSync(at('whole'), at('damaged'), { recursive: true });
  writeFileSync(at('damaged', 'weights.safetensors'), weights('whole').subarray(0, 100));
  bad(/weights\.safetensors/, 'test', 'damaged');
  writeFileSync(at('damaged', 'checkpoints', 'last.safetensors'), 'x');
  bad(/last\.safetensors/, 'train', '--out', 'damaged', '--resume');
  bad(/Unexpected key|Size mismatch|Missing key/, ...(() => {
    cpSync(join(root, 'models/spiral-mlp/weights.safetensors'), at('damaged', 'weights.safetensors'));
    return ['test', 'damaged'];
  })());
});

test('the models kept here reach their figures', { skip: !existsSync(mnist) ? 'no MNIST here' : process.env.WICK_NO_GZIP ? 'no .gz files' : false }, () => {
  for (const [model, least] of [['mnist-cnn', 0.992], ['mnist-mlp', 0.98]]) {
    const out = good('test', join(root, 'models', model), '--data', mnist);
    assert.ok(Number(/test_accuracy +([\d.]+)/.exec(out)[1]) >= least, out);
  }
});
