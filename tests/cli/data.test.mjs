// Models of text, of a table and of a folder of pictures, from file to answer.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { folder, wickFails, wickOk, writeRecipe } from './helpers.mjs';

const models = fileURLToPath(new URL('../../models', import.meta.url));
const linear = (i, o) => ({ type: 'Linear', in_features: i, out_features: o });

test('a model of characters is trained, tested and writes text', () => {
  const at = folder();
  writeFileSync(join(at, 'abc.txt'), 'abcdefgh'.repeat(100));
  const recipe = writeRecipe(join(at, 'r.json'), {
    name: 'abc',
    model: { type: 'Sequential', layers: [{ type: 'Embedding', num_embeddings: 8, embedding_dim: 16 }, linear(16, 8)] },
    data: { type: 'text', file: 'abc.txt', seq_len: 10, val: 0.2, test: 0.1, batch_size: 8 },
    optimizer: { type: 'Adam', lr: 0.1 }, trainer: { max_epochs: 8 },
  });
  const run = join(at, 'run');
  assert.match(wickOk(['train', recipe, '--out', run]), /accuracy 100\.00 %/);
  assert.deepEqual(JSON.parse(readFileSync(join(run, 'vocabulary.json'))), { type: 'char', characters: [...'abcdefgh'] });
  assert.match(wickOk(['test', run, '--data', at]), /test_accuracy +1\n/);
  assert.equal(wickOk(['generate', run, '--prompt', 'cd', '--tokens', '10', '--temperature', '0']), 'cdefghabcdef\n');
  wickFails(['generate', run, '--prompt', 'xyz'], /character "x" is not in the vocabulary/);
  wickFails(['predict', run, recipe], /use wick generate/);
  assert.match(wickOk(['summary', recipe]), /\[1, 10\] +\| \[1, 10, 16\]/);
});

test('the models of Shakespeare write what they have learned', () => {
  for (const [model, text] of [
    ['char-gru', 'I will not see the stronger than the state'],
    ['char-transformer', 'I will the son the son of the sent of the senator'],
  ]) assert.equal(wickOk(['generate', join(models, model), '--prompt', 'ROMEO:', '--tokens', String(text.length + 1), '--temperature', '0']), `ROMEO:\n${text}\n`);
});

test('a table with categories and holes is trained, and new rows are predicted', () => {
  const at = folder();
  const rows = Array.from({ length: 90 }, (_, i) => `${i % 3 ? 'south' : 'north'},${i % 8 === 5 ? '' : (i % 3 ? 10 : 30) + (i % 4)},${i % 3 ? 'B' : 'A'}`);
  writeFileSync(join(at, 't.csv'), `place,size,kind\n${rows.join('\n')}\n`);
  writeFileSync(join(at, 'new.csv'), 'size,place\n31,north\n,south\n11,south\n');
  writeFileSync(join(at, 'odd.csv'), 'size,place\n31,east\n');
  const recipe = writeRecipe(join(at, 'r.json'), {
    name: 'table', model: linear(3, 2),
    data: { type: 'csv', file: 't.csv', target: 'kind', features: ['place', 'size'], missing: 'mean', standardize: true, stratify: true, batch_size: 16 },
    optimizer: { type: 'Adam', lr: 0.1 }, trainer: { max_epochs: 20 },
  });
  const run = join(at, 'run');
  assert.match(wickOk(['train', recipe, '--out', run]), /accuracy 100\.00 %/);
  const lines = wickOk(['predict', run, join(at, 'new.csv')]).trim().split('\n');
  assert.deepEqual(lines.map((line) => line.split(',').slice(0, 2)), [['id', 'label'], ['0', 'A'], ['1', 'B'], ['2', 'B']]);
  wickFails(['predict', run, join(at, 'odd.csv')], /row 1 has a category in "place" that the model does not know; there are north, south/);
});

/** A PNG of one colour. */
function png(width, height, rgb) {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]), out = Buffer.alloc(8);
    out.writeUInt32BE(data.length, 0);
    out.writeUInt32BE(checksum(body), 4);
    return Buffer.concat([out.subarray(0, 4), body, out.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.concat(Array.from({ length: width }, () => Buffer.from(rgb)))]);
  const data = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}
function checksum(bytes) {
  let crc = ~0;
  for (const b of bytes) {
    crc ^= b;
    for (let k = 0; k < 8; ++k) crc = crc >>> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
  }
  return ~crc >>> 0;
}

test('a folder of pictures is trained, and a picture of another size is told', () => {
  const at = folder();
  for (const [name, rgb] of [['red', [220, 30, 30]], ['blue', [30, 30, 220]]]) {
    mkdirSync(join(at, 'train', name), { recursive: true });
    for (let i = 0; i < 12; ++i) writeFileSync(join(at, 'train', name, `${i}.png`), png(6 + i % 4, 7, rgb.map((v) => v + i)));
  }
  writeFileSync(join(at, 'new.png'), png(20, 10, [200, 60, 40]));
  const recipe = writeRecipe(join(at, 'r.json'), {
    name: 'colours', model: { type: 'Sequential', layers: ['Flatten', linear(75, 2)] },
    data: { type: 'image_folder', size: 5, val: 0.25, batch_size: 6, augment: ['RandomHorizontalFlip', { type: 'RandomErasing', p: 0.2 }] },
    optimizer: { type: 'Adam', lr: 0.05 }, trainer: { max_epochs: 12 },
  });
  const run = join(at, 'run');
  assert.match(wickOk(['train', recipe, '--out', run]), /accuracy 100\.00 %/);
  assert.match(wickOk(['predict', run, join(at, 'new.png')]), /new\.png,red,/);
  writeFileSync(join(at, 'train', 'red', '0.png'), 'no picture');
  wickFails(['train', recipe, '--out', run], /cannot read .*0\.png/);
});

test('the recipe of cifar-resnet8 runs on files in CIFAR-10\'s format', () => {
  const at = folder();
  for (const name of [1, 2, 3, 4, 5].map((i) => `data_batch_${i}.bin`).concat('test_batch.bin')) {
    const records = Array.from({ length: 10 }, (_, label) => Buffer.concat([Buffer.from([label]), Buffer.alloc(3072, 25 * label)]));
    writeFileSync(join(at, name), Buffer.concat(records));
  }
  const recipe = new URL('../../models/cifar-resnet8/recipe.json', import.meta.url).pathname, run = join(at, 'run');
  const out = wickOk(['train', recipe, '--data', at, '--out', run, '--set', 'trainer.max_epochs=2', '--set', 'data.val=10', '--set', 'data.batch_size=20']);
  assert.match(out, /78\.0 K +Total params/);
  assert.match(wickOk(['test', run, '--data', at]), /test_samples +10\n/);
  writeFileSync(join(at, 'data_batch_3.bin'), Buffer.alloc(3072));
  wickFails(['train', recipe, '--data', at, '--out', run], /data_batch_3\.bin/);
});
