// Files out and in: weights, recipe, log, predictions; IDX files, plain and .gz.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { check, chip, clean, equal, run, text, training, until, validation } from './page.mjs';

async function download(page, id) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`#${id}`)]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

const be32 = (n) => [n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255];

/** n images of upright (label 0) and lying (label 1) bars. */
function bars(n) {
  const images = Buffer.alloc(16 + n * 784);
  const labels = Buffer.alloc(8 + n);
  Buffer.from([0, 0, 8, 3, ...be32(n), ...be32(28), ...be32(28)]).copy(images);
  Buffer.from([0, 0, 8, 1, ...be32(n)]).copy(labels);
  for (let i = 0; i < n; i++) {
    labels[8 + i] = i % 2;
    const at = 8 + ((i * 7) % 12);
    for (let k = 4; k < 24; k++) {
      for (let w = 0; w < 3; w++) images[16 + i * 784 + (i % 2 ? (at + w) * 28 + k : k * 28 + at + w)] = 255;
    }
  }
  return { images, labels };
}

const file = (name, buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

await run({
  'saves weights, recipe, log and predictions': async (t) => {
    const page = await t.visit();
    await training(page);
    await until('an epoch', async () => (await validation(page)) > 0, 40000);
    await page.click('#run');
    const weights = await download(page, 'get-weights');
    equal(weights.name, 'strokes-cnn.safetensors', 'name of the weights');
    const header = JSON.parse(weights.bytes.subarray(8, 8 + Number(weights.bytes.readBigUInt64LE(0))).toString());
    check(header['0.weight']?.dtype === 'F32', 'the weights have no 0.weight');
    const recipe = await download(page, 'get-recipe');
    equal(JSON.parse(recipe.bytes.toString()).name, 'strokes-cnn', 'name in the recipe');
    const log = (await download(page, 'get-log')).bytes.toString().trim().split('\n');
    check(/^step,epoch,train_loss/.test(log[0]) && log.length > 50, 'the log is too short');
    const csv = (await download(page, 'get-submission')).bytes.toString().trim().split('\n');
    equal([csv.length, csv[0].split(',').length, csv[1].split(',').length], [2001, 12, 12], 'size of the predictions');
    await clean(page);
  },

  'weights come back bit for bit': async (t) => {
    const page = await t.visit();
    await training(page);
    await until('some skill', async () => (await validation(page)) > 80, 40000);
    await page.click('#run');
    const saved = await download(page, 'get-weights');
    await page.click('#reset');
    await training(page);
    await page.click('#run');
    await until('a pause', async () => (await chip(page)) === 'paused');
    await page.setInputFiles('#put-weights', file('mine.safetensors', saved.bytes));
    await until('a word', async () => /mine\.safetensors/.test(await text(page, '#home-note')));
    const again = await download(page, 'get-weights');
    check(saved.bytes.equals(again.bytes), 'the weights that came back differ');
    await clean(page);
  },

  'a damaged or foreign weights file is refused, nothing changes': async (t) => {
    const page = await t.visit();
    await training(page);
    await page.click('#run');
    await until('a pause', async () => (await chip(page)) === 'paused');
    const before = await download(page, 'get-weights');
    for (const bad of [before.bytes.subarray(0, before.bytes.length - 100), Buffer.from('hello'), Buffer.concat([Buffer.from([255, 255, 255, 255, 255, 255, 255, 127]), before.bytes])]) {
      await page.setInputFiles('#put-weights', file('bad.safetensors', bad));
      await until('an error', () => page.locator('#home-error').isVisible());
    }
    const after = await download(page, 'get-weights');
    check(before.bytes.equals(after.bytes), 'the weights changed');
    await clean(page);
  },

  'trains on IDX files of one’s own, plain and .gz': async (t) => {
    const { images, labels } = bars(1200);
    const small = bars(300);
    const page = await t.visit();
    await training(page);
    await page.setInputFiles('#put-idx', [file('bars-images-idx3-ubyte.gz', gzipSync(images)), file('bars-labels-idx1-ubyte', labels)]);
    await until('a word', async () => /1\D?200 images of your own/.test(await text(page, '#home-note')));
    await until('95 % of bars', async () => (await validation(page)) >= 95, 30000);
    await page.setInputFiles('#put-idx', [
      file('train-images-idx3-ubyte', images), file('train-labels-idx1-ubyte', labels), file('t10k-images-idx3-ubyte.gz', gzipSync(small.images)), file('t10k-labels-idx1-ubyte.gz', gzipSync(small.labels)),
    ]);
    await until('a word', async () => /300 to test/.test(await text(page, '#home-note')));
    await training(page);
    const csv = (await download(page, 'get-submission')).bytes.toString().trim().split('\n');
    equal(csv.length, 301, 'rows of predictions');
    await clean(page);
  },

  'bad IDX files get a clear error, the run goes on': async (t) => {
    const { images, labels } = bars(200);
    const page = await t.visit();
    await training(page);
    const refuse = async (files, want) => {
      await page.setInputFiles('#put-idx', files);
      await until(String(want), async () => (await page.locator('#home-error').isVisible()) && want.test(await text(page, '#home-error')));
      check(['training', 'validating'].includes(await chip(page)), 'the run stopped');
    };
    await refuse([file('a.txt', Buffer.from('hello, this is text'))], /no IDX file/);
    await refuse([file('images', images)], /only a file of images/);
    await refuse([file('images', images), file('labels', bars(100).labels)], /200 images but labels has 100 labels/);
    await refuse([file('images.gz', gzipSync(images).subarray(0, 300)), file('labels', labels)], /damaged or cut off/);
    await refuse([file('images', images.subarray(0, 5000)), file('labels', labels)], /./);
    const wild = Buffer.from(labels);
    wild[20] = 77;
    await refuse([file('images', images), file('labels', wild)], /77/);
    await clean(page);
  },
});
