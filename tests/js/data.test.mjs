// torch.utils.data of the TypeScript package: sets, splits, samplers, loaders, in Node.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import * as wick from '../../web/wick/dist/index.js';

const { Session, WickError, data, info, init, keep, manualSeed, nn, optim, putFile, scope, tensor } = wick;
await init();
const live = () => info().memory.live_tensors;
const int64 = (list) => tensor(BigInt64Array.from(list, BigInt), [list.length]);
const counted = (n) => Array.from({ length: n }, (_, i) => i);
const list = (t) => Array.from(t.data(), Number);
const sorted = (numbers) => [...numbers].sort((a, b) => a - b);

const held = [];
/** d, which is disposed of when the test ends. */
const hold = (d) => {
  held.push(d);
  return d;
};
/** Runs fn and checks that no tensor is left. */
const clean = (name, fn) => test(name, () => {
  const before = live();
  scope(fn);
  for (const d of held.splice(0)) d.dispose();
  assert.equal(live(), before);
});

/** Sample i is x [i, -i], y i mod 3. */
class Numbers extends data.Dataset {
  constructor(length) {
    super();
    this.length = length;
    this.asked = [];
  }
  getItem(i) {
    this.asked.push(i);
    return [tensor([i, -i]), i % 3];
  }
}
const firsts = (x) => list(x).filter((_, i) => i % 2 === 0);
/** The first value of each sample, batch by batch, of one epoch. */
const epoch = (loader) => {
  const seen = [];
  for (const [x] of loader) seen.push(firsts(x));
  return seen;
};
const numbered = (n) => hold(new data.TensorDataset(tensor(counted(n).flatMap((i) => [i, -i]), [n, 2]), int64(counted(n).map((i) => i % 3))));

clean('TensorDataset, Subset, ConcatDataset', () => {
  const set = numbered(6);
  assert.equal(set.length, 6);
  assert.deepEqual(set.info(), { size: 6, sampleShape: [2], classes: 0, classNames: [] });
  const [x, y] = set.getItem(4);
  assert.deepEqual([x.toArray(), y.shape, y.item(), y.dtype], [[4, -4], [], 1, 'int64']);
  const part = new data.Subset(set, [5, 0, 3]), sum = new data.ConcatDataset([part, set, part]);
  set.dispose(); // they keep it
  part.dispose();
  assert.equal(sum.length, 12);
  assert.deepEqual(firsts(sum.getItems([0, 4, 11, 2])[0]), [5, 1, 3, 3]);
  assert.deepEqual(list(sum.targets()), [2, 0, 0, 0, 1, 2, 0, 1, 2, 2, 0, 0]);
  assert.throws(() => sum.getItem(12), (e) => e instanceof WickError && e.kind === 'index' && /\[ConcatDataset\] index 12 is out of range; need 0 <= index < 12/.test(e.message));
  assert.throws(() => new data.Subset(sum, [12]), /\[Subset\] index 12 is out of range/);
  assert.throws(() => new data.ConcatDataset([]), /should not be an empty iterable/);
  assert.throws(() => set.length, /\[dataset\] it was disposed of/);
  assert.throws(() => new data.TensorDataset(tensor([1, 2]), tensor([1])), (e) => e.kind === 'shape' && /both need the same number of rows/.test(e.message));
  sum.dispose();
});

clean('a set of your own, batch by batch', () => {
  const set = new Numbers(10), loader = new data.DataLoader(set, { batchSize: 4 });
  assert.deepEqual(set.asked, []);
  assert.equal(loader.length, 3);
  const seen = [];
  for (const [x, y] of loader) seen.push([x.shape, y.dtype, firsts(x), list(y)]);
  assert.deepEqual(seen, [
    [[4, 2], 'int64', [0, 1, 2, 3], [0, 1, 2, 0]], [[4, 2], 'int64', [4, 5, 6, 7], [1, 2, 0, 1]], [[2, 2], 'int64', [8, 9], [2, 0]],
  ]);
  assert.deepEqual(set.asked, counted(10));
  assert.deepEqual(list(set.targets()), counted(10).map((i) => i % 3));
  assert.deepEqual(set.info().sampleShape, [2]);

  class Fast extends Numbers { // a whole batch at once
    getItems(indices) {
      return [tensor(indices.flatMap((i) => [i, -i]), [indices.length, 2]), int64(indices)];
    }
  }
  const fast = new Fast(5), ahead = new data.DataLoader(fast, { batchSize: 2, dropLast: true });
  assert.deepEqual(epoch(ahead), [[0, 1], [2, 3]]);
  assert.deepEqual(fast.asked, []);
  for (const d of [set, loader, fast, ahead]) d.dispose();
});

clean('a batch is freed when the loop goes on, unless it is kept', () => {
  const loader = new data.DataLoader(numbered(4)), seen = [];
  for (const [x, y] of loader) seen.push(seen.length === 2 ? keep(x) : x, y);
  assert.deepEqual(seen.map((t) => t.isDisposed), [true, true, false, true, true, true, true, true]);
  assert.deepEqual(seen[2].toArray(), [[1, -1]]);
  seen[2].dispose();
  const [x] = loader.next();
  assert.deepEqual(firsts(x), [0]); // it is the scope's
  loader.dispose();
  assert.throws(() => loader.next(), /\[loader\] it was disposed of/);
});

clean('every sample once an epoch, in the order of the seed; a loop left early begins anew', () => {
  const set = numbered(23), options = { batchSize: 5, shuffle: true, seed: 7 };
  const one = new data.DataLoader(set, options), two = new data.DataLoader(set, options);
  const first = epoch(one), second = epoch(one);
  assert.deepEqual(first.map((b) => b.length), [5, 5, 5, 5, 3]);
  for (const e of [first, second]) assert.deepEqual(sorted(e.flat()), counted(23));
  assert.notDeepEqual(first, second);
  assert.deepEqual(first.flat(), new data.RandomSampler(set, { seed: 7 }).order(0));
  assert.deepEqual(second.flat(), new data.RandomSampler(23, { seed: 7 }).order(1));
  for (const [x] of two) {
    assert.deepEqual(firsts(x), first[0]);
    break;
  }
  assert.deepEqual(two.state, { epoch: 0, position: 5 });
  const { state } = two;
  assert.deepEqual(epoch(two), second);
  two.state = state;
  assert.deepEqual(epoch(two), first.slice(1));
  assert.deepEqual(two.state, { epoch: 1, position: 0 });
  assert.throws(() => { two.state = { epoch: 0, position: 24 }; }, /at most 23 samples/);
  const ahead = new data.DataLoader(set, { ...options, numWorkers: 2 });
  assert.deepEqual(epoch(ahead), first);
  for (const d of [set, one, two, ahead]) d.dispose();
});

clean('the same samples in the same order as a recipe', () => {
  const config = { type: 'toy', kind: 'moons', train: 50, val: 20, noise: 0.1 };
  const session = new Session({
    seed: 5, model: { type: 'Linear', in_features: 2, out_features: 2 }, optimizer: 'SGD', data: { ...config, batch_size: 16, normalize: { mean: [0.5], std: [2] } },
  });
  const set = data.openData(config, 'train', { seed: 5 });
  assert.deepEqual(set.info(), { size: 50, sampleShape: [2], classes: 2, classNames: [] });
  const loader = new data.DataLoader(set, { batchSize: 16, shuffle: true, seed: 5, normalize: { mean: [0.5], std: [2] } });
  for (let n = 0; n < 4; ++n) {
    session.step();
    const [x, y] = loader.next();
    assert.deepEqual(list(y), list(session.tensor('labels')));
    assert.deepEqual(list(x), list(session.tensor('batch')).map((v) => Math.fround((v - 0.5) / 2)));
  }
  assert.equal(loader.next(), null);

  // Balanced classes; augmented images.
  const model = (n) => ({ type: 'Sequential', layers: ['Flatten', { type: 'Linear', in_features: n, out_features: 10 }] });
  const augment = [{ type: 'RandomAffine', degrees: 20, translate: [0.1, 0.1] }], strokes = { type: 'strokes', train: 60, val: 10, test: 0 };
  const balanced = hold(new Session({
    seed: 9, model: model(784), optimizer: 'SGD', data: { ...strokes, batch_size: 20, augment, sampler: { type: 'WeightedRandomSampler', num_samples: 90 } },
  }));
  const digits = hold(data.openData(strokes, 'train', { seed: 9 })), labels = list(digits.targets());
  const weights = labels.map((label) => 1 / labels.filter((l) => l === label).length);
  const drawn = hold(new data.DataLoader(digits, { batchSize: 20, seed: 9, augment, sampler: new data.WeightedRandomSampler(weights, 90, { seed: 9 }) }));
  for (const [x, y] of drawn) {
    balanced.step();
    assert.deepEqual(list(y), list(balanced.tensor('labels')));
    const shown = list(balanced.tensor('batch')); // as u8
    list(x).forEach((v, i) => assert.ok(Math.abs(v * 255 - shown[i]) <= 0.51));
  }
  const { train, val, test: none } = data.openSplits(config);
  assert.deepEqual([train.length, val.length, none], [50, 20, null]);
  assert.throws(() => data.openData(config, 'test'), /\[openData\] this data has no part "test"/);
  assert.throws(() => data.openData({ type: 'toy', kind: 'moon' }), (e) => e.kind === 'recipe' && /kind: is "moon"; need "spiral"/.test(e.message));
  for (const d of [session, set, loader, train, val]) d.dispose();
});

clean('files: a table of values, with its names', () => {
  putFile('plants.csv', new TextEncoder().encode(`height,leaf,kind\n${counted(20).map((i) => `${i},${i * i},${i % 2 ? 'oak' : 'ash'}`).join('\n')}\n`));
  const of = (options, rest) => data.openData({ type: 'csv', file: 'plants.csv', val: 0, ...options }, 'train', rest);
  const kinds = of({ target: 'kind' }), heights = of({ target: 'height', features: ['leaf'], fillValue: 1 }, { values: true });
  assert.deepEqual(kinds.info(), { size: 20, sampleShape: [2], classes: 2, classNames: ['ash', 'oak'] });
  assert.deepEqual([heights.info().classes, heights.targets().dtype], [0, 'float32']);
  assert.deepEqual(sorted(list(heights.targets())), counted(20));
  assert.throws(() => data.openData({ type: 'csv', file: 'trees.csv', target: 'kind' }), (e) => e.kind === 'io' && /trees\.csv/.test(e.message));
  putFile('plants.csv', null);
  for (const d of [kinds, heights]) d.dispose();
});

clean('images: transforms, augmentation, MixUp', () => {
  const x = tensor(Uint8Array.from({ length: 6 * 8 * 8 }, (_, i) => i % 256), [6, 8, 8]);
  const set = new data.TensorDataset(x, int64([0, 1, 2, 0, 1, 2]));
  const plain = new data.DataLoader(set, { batchSize: 6, normalize: { mean: [0.5], std: [0.25] }, transform: [{ type: 'Resize', size: 4, antialias: false }] });
  const [images] = plain.next();
  assert.deepEqual([images.shape, images.dtype], [[6, 1, 4, 4], 'float32']);
  const mixed = new data.DataLoader(set, { batchSize: 6, augment: ['RandomHorizontalFlip', { type: 'MixUp', alpha: 0.4 }], numClasses: 3 });
  const [, y] = mixed.next();
  assert.deepEqual([y.shape, y.dtype], [[6, 3], 'float32']);
  for (const row of y.toArray()) assert.ok(Math.abs(row.reduce((a, b) => a + b) - 1) < 1e-6);
  assert.throws(() => new data.DataLoader(set, { augment: ['MixUp'] }), /augment\[0\]: \[MixUp\] num_classes is 0; need 2 or more/);
  assert.throws(() => new data.DataLoader(set, { transform: ['MixUp'], numClasses: 3 }), /transform\[0\]: mixes a batch; put it under augment/);
  assert.throws(() => new data.DataLoader(set, { augment: [{ type: 'RandomAfine' }] }), /augment\[0\]\.type: unknown augmentation "RandomAfine"; did you mean "RandomAffine"\?/);
  for (const d of [set, plain, mixed]) d.dispose();
});

clean('randomSplit and folds', () => {
  const labels = counted(90).map((i) => (i % 9 < 6 ? 0 : i % 9 < 8 ? 1 : 2)); // 60, 20, 10
  const set = new data.TensorDataset(tensor(counted(90), [90, 1]), int64(labels));
  const ids = (d) => list(d.getItems(counted(d.length))[0]);
  const split = data.randomSplit(set, [60, 30], { seed: 1 }), shares = data.randomSplit(set, [2 / 3, 1 / 3], { seed: 1 });
  assert.deepEqual(split.map((d) => d.length), [60, 30]);
  assert.deepEqual(sorted(split.flatMap(ids)), counted(90));
  assert.deepEqual(split.map(ids), shares.map(ids));
  assert.ok(split[0] instanceof data.Subset && split[0].dataset === set);
  const count = (d) => [0, 1, 2].map((c) => list(d.targets()).filter((y) => y === c).length);
  const stratified = data.randomSplit(set, [0.6, 0.4], { stratify: true });
  assert.deepEqual(stratified.map(count), [[36, 12, 6], [24, 8, 4]]);
  assert.throws(() => data.randomSplit(set, [50, 30]), /\[random_split\] the lengths add up to 80; need 90/);
  assert.throws(() => data.randomSplit(set, [0.5, 0.4]), /a length is 0\.5; need whole numbers .* or fractions that add up to 1/);

  const folds = new data.KFold({ nSplits: 4 }).split(set);
  assert.deepEqual(folds.map(([train, held]) => [train.length, held.length]), [[67, 23], [67, 23], [68, 22], [68, 22]]);
  assert.deepEqual(ids(folds[1][1]), counted(23).map((i) => 23 + i)); // consecutive
  assert.deepEqual(sorted([...ids(folds[1][0]), ...ids(folds[1][1])]), counted(90));
  const even = new data.StratifiedKFold({ nSplits: 10, shuffle: true, seed: 3 }).split(set);
  assert.deepEqual(even.map(([, held]) => count(held)), Array(10).fill([6, 2, 1]));
  assert.deepEqual(sorted(even.flatMap(([, held]) => ids(held))), counted(90));
  assert.throws(() => new data.KFold({ nSplits: 1 }).split(set), /n_splits=2 or more, got n_splits=1/);
  assert.throws(() => new data.KFold({ nSplits: 91 }).split(set), /n_splits=91 greater than the number of samples: n_samples=90/);
  assert.throws(() => new data.KFold({ nSplits: 2.5 }).split(set), /n_splits: is 2\.5; need a whole number above 0/);

  const own = new Numbers(12), [a, b] = data.randomSplit(own, [0.5, 0.5], { stratify: true });
  assert.deepEqual([count(a), count(b)], [[2, 2, 2], [2, 2, 2]]);
  for (const d of [set, own, a, b, ...split, ...shares, ...stratified, ...folds.flat(), ...even.flat()]) d.dispose();
});

clean('samplers', () => {
  const random = new data.RandomSampler(10, { replacement: true, numSamples: 200, seed: 4 });
  assert.equal(random.length, 200);
  assert.equal(new Set(random).size, 10);
  assert.notDeepEqual([...random], [...random]); // each loop is an epoch of its own
  assert.deepEqual(random.order(2), random.order(2));
  assert.deepEqual([...new data.SequentialSampler(numbered(4))], [0, 1, 2, 3]);
  const some = new data.SubsetRandomSampler([3, 1, 20, 8], { seed: 2 });
  assert.deepEqual(sorted(some), [1, 3, 8, 20]);

  const weights = [0, 1, 3, 0, 4], drawn = new data.WeightedRandomSampler(weights, 8000, { seed: 1 }).order(0), times = weights.map((_, i) => drawn.filter((k) => k === i).length);
  times.forEach((n, i) => assert.ok(Math.abs(n / 8000 - weights[i] / 8) < 0.02, `${times}`));
  assert.deepEqual(sorted(new data.WeightedRandomSampler(weights, 3, { replacement: false })), [1, 2, 4]);
  assert.throws(() => new data.WeightedRandomSampler(weights, 4, { replacement: false }), /cannot sample 4 without replacement; 3 have a weight above 0/);
  assert.throws(() => new data.WeightedRandomSampler([1, -1], 4), /weight 1 is -1; need finite weights of 0 or more/);
  assert.throws(() => new data.RandomSampler(10, { numSamples: 0 }), (e) => e.kind === 'recipe' && /num_samples: is 0; need a whole number above 0/.test(e.message));
  assert.throws(() => new data.RandomSampler(10, { replacment: true }), /replacment: unknown key; did you mean "replacement"\?/);

  const set = numbered(25), subset = new data.DataLoader(set, { batchSize: 3, sampler: some });
  assert.deepEqual(epoch(subset).flat(), some.order(0));
  assert.equal(subset.length, 2);
  const batches = new data.BatchSampler(new data.SequentialSampler(7), 3, true), batched = new data.DataLoader(set, { batchSampler: batches });
  assert.deepEqual([...batches], [[0, 1, 2], [3, 4, 5]]);
  assert.equal(batched.length, 2);
  assert.deepEqual(epoch(batched), [[0, 1, 2], [3, 4, 5]]);
  assert.throws(() => new data.DataLoader(set, { batchSampler: batches, batchSize: 2 }), /batch_sampler option is mutually exclusive with batch_size/);
  assert.throws(() => new data.DataLoader(set, { batchSampler: batches, sampler: some }), /batchSampler and sampler are mutually exclusive/);
  class Buckets extends data.BatchSampler {
    constructor(lengths = [1, 4, 2]) {
      super(new data.RandomSampler(7, { seed: 6 }), 1);
      this.lengths = lengths;
    }
    batches(e) {
      const order = this.sampler.order(e);
      return this.lengths.map((n) => order.splice(0, n));
    }
  }
  const buckets = new Buckets(), bucketed = new data.DataLoader(set, { batchSampler: buckets, numWorkers: 1 });
  for (const e of [0, 1]) assert.deepEqual(epoch(bucketed), buckets.batches(e));
  bucketed.state = { epoch: 1, position: 1 };
  assert.deepEqual(epoch(bucketed), buckets.batches(1).slice(1));
  assert.throws(() => hold(new data.DataLoader(set, { batchSampler: new Buckets([3, 0, 4]) })).next(), /\[sampler_batches\] batch 1 has 0 indices of the 4 left; need 1 or more/);
  assert.throws(() => new data.DataLoader(set, { sampler: some, shuffle: true }), /sampler option is mutually exclusive with shuffle/);

  class Backwards extends data.Sampler {
    length = 5;
    order = (e) => counted(5).reverse().map((i) => i + e);
  }
  const own = new data.DataLoader(set, { batchSize: 2, sampler: new Backwards() });
  assert.deepEqual([epoch(own), epoch(own)], [[[4, 3], [2, 1], [0]], [[5, 4], [3, 2], [1]]]);
  class Wrong extends Backwards {
    length = 6;
  }
  const wrong = new data.DataLoader(set, { sampler: new Wrong() });
  assert.throws(() => wrong.next(), /\[sampler_function\] the function gave 5 indices; need 6, the sampler's size/);
  for (const d of [set, subset, batched, bucketed, buckets, own, wrong, random, some]) d.dispose();
});

clean('an iterable set begins anew each epoch', () => {
  class Countdown extends data.IterableDataset {
    begun = 0;
    *[Symbol.iterator]() {
      this.begun++;
      for (let i = 5; i > 0; i--) yield [tensor([i, -i]), i];
    }
  }
  const set = new Countdown(), loader = new data.DataLoader(set, { batchSize: 2 });
  assert.deepEqual([epoch(loader), epoch(loader)], [[[5, 4], [3, 2], [1]], [[5, 4], [3, 2], [1]]]);
  assert.equal(set.begun, 2);
  loader.state = { epoch: 2, position: 2 };
  assert.deepEqual(epoch(loader), [[3, 2], [1]]);
  assert.throws(() => loader.length, /has no len\(\)/);
  assert.throws(() => new data.DataLoader(set, { shuffle: true }), /an iterable set gives its own order/);
  assert.throws(() => new data.DataLoader(set, { sampler: new data.SequentialSampler(5) }), /gives its own order/);
  assert.throws(() => new data.DataLoader(set, { numWorkers: 1 }), /num_workers: is 1; need 0/);
  const chain = new data.DataLoader(new data.ChainDataset([set, set]), { batchSize: 4 });
  assert.deepEqual(epoch(chain), [[5, 4, 3, 2], [1, 5, 4, 3], [2, 1]]);
  for (const d of [loader, chain]) d.dispose();
});

clean('collateFn', () => {
  const pad = (samples) => {
    const most = Math.max(...samples.map(([x]) => x.numel));
    return [tensor(samples.flatMap(([x]) => [...list(x), ...Array(most - x.numel).fill(0)]), [samples.length, most]), int64(samples.map(([, y]) => y.item()))];
  };
  class Ragged extends data.Dataset {
    length = 4;
    getItem = (i) => [tensor(counted(i + 1)), i];
  }
  const loader = new data.DataLoader(new Ragged(), { batchSize: 2, collateFn: pad }), seen = [];
  for (const [x, y] of loader) seen.push([x.toArray(), list(y)]);
  assert.deepEqual(seen, [[[[0, 0], [0, 1]], [0, 1]], [[[0, 1, 2, 0], [0, 1, 2, 3]], [2, 3]]]);
  const plain = new data.DataLoader(new Ragged(), { batchSize: 2 });
  assert.throws(() => plain.next(), /stack/);
  const set = numbered(4);
  assert.throws(() => new data.DataLoader(set, { collateFn: pad, numWorkers: 1 }), /num_workers: is 1; need 0 where samples or batches are made by a function of the caller's/);
  for (const d of [loader, plain, set]) d.dispose();
});

clean('errors of sets of your own', () => {
  class Mine extends Error {}
  const failing = new Mine('sample 3 is unreadable');
  class Bad extends Numbers {
    getItem(i) {
      if (i === 3 && this.asked.length < 10) {
        this.asked.push(i);
        throw failing;
      }
      return super.getItem(i);
    }
  }
  const set = new Bad(6), part = new data.Subset(set, [1, 2, 3]), loader = new data.DataLoader(part, { batchSize: 2 });
  assert.throws(() => { for (const batch of loader) assert.equal(batch.length, 2); }, (e) => e === failing);
  assert.deepEqual(loader.state, { epoch: 0, position: 2 });
  assert.throws(() => loader.next(), (e) => e === failing);
  set.asked = counted(10);
  assert.deepEqual(firsts(loader.next()[0]), [3]); // it goes on where it failed
  for (const of of [set, part, hold(new data.ConcatDataset([numbered(2), part]))])
    assert.throws(() => new data.DataLoader(of, { numWorkers: 1 }), (e) => e.kind === 'recipe' && /num_workers: is 1; need 0/.test(e.message));
  const of = (sample) => {
    const one = new (class extends Numbers { getItem() { return sample; } })(2);
    return new data.DataLoader(one).next();
  };
  assert.throws(() => of([tensor([1]), 0.5]), /y is 0\.5; a number is a class and needs to be whole. For a value give tensor\(0\.5\)/);
  assert.throws(() => of(tensor([1])), /a sample is object; need \[x, y\]/);
  assert.throws(() => of([1, 2]), /a sample is \[number, number\]; need \[x, y\]/);
  const short = new (class extends Numbers { getItems() { return [tensor([[1, 2]]), int64([1])]; } })(4);
  assert.throws(() => new data.DataLoader(short, { batchSize: 2 }).next(), (e) => e.kind === 'shape' && /x is f32\[1,2\], y is i64\[1\] for 2 indices; both need 2 rows/.test(e.message));
  const single = new (class extends Numbers { getItems() { return [tensor([[1, 2]])]; } })(4);
  assert.throws(() => new data.DataLoader(single).next(), /the function gave 1 tensors; need two: x and y/);
  assert.throws(() => new data.DataLoader(new Numbers(-1)), /\[dataset_function\] size is -1; need 0 or more/);
  assert.throws(() => new data.DataLoader(new Numbers(1.5)), /length is 1\.5; need a whole number/);
  assert.throws(() => new data.DataLoader(set, { batchSize: 0 }), /batch_size: is 0; need a whole number above 0/);
  assert.throws(() => new data.DataLoader(set, { batchsize: 2 }), /batchsize: unknown key; did you mean "batch_size"\?/);
  for (const d of [set, part, loader]) d.dispose();
});

clean('a set of your own trains a model', () => {
  class Ring extends data.Dataset { // points of the plane, inside and outside a circle
    length = 120;
    getItem(i) {
      const x = Math.sin(i), z = Math.cos(2.3 * i);
      return [tensor([x, z]), x * x + z * z > 0.9 ? 1 : 0];
    }
  }
  manualSeed(1);
  const loader = new data.DataLoader(new Ring(), { batchSize: 20, shuffle: true, seed: 3 });
  const model = new nn.Sequential(new nn.Linear(2, 32), new nn.Tanh(), new nn.Linear(32, 2)), criterion = new nn.CrossEntropyLoss();
  const optimizer = new optim.Adam(model.parameters(), { lr: 0.05 }), losses = [], alive = [];
  for (let e = 0; e < 60; e++) {
    let sum = 0;
    for (const [x, y] of loader) {
      scope(() => {
        optimizer.zeroGrad();
        const loss = criterion.forward(model.forward(x), y);
        loss.backward();
        optimizer.step();
        sum += loss.item() / loader.length;
      });
    }
    losses.push(sum);
    alive.push(live());
  }
  assert.ok(losses[0] > 0.6 && losses.at(-1) < 0.2, `${losses}`);
  assert.equal(alive.at(-1), alive[0]);
  for (const d of [loader, loader.dataset, optimizer, model]) d.dispose();
});

test("the README's loop runs", async () => {
  const [, given, text] = readFileSync(new URL('../../README.md', import.meta.url), 'utf8').match(/```js\nimport \{([^}]*)\} from "wick";\n([\s\S]*?)```/);
  const names = given.split(',').map((name) => name.trim());
  const images = counted(100).map((i) => new Uint8Array(784).fill(25 * (i % 10))), labels = counted(100).map((i) => i % 10);
  const run = new (async () => {}).constructor(...names, 'images', 'labels', `${text}\nreturn [model, loader, optimizer];`);
  const [model, loader, optimizer] = await run(...names.map((name) => wick[name]), images, labels);
  assert.deepEqual(loader.state, { epoch: 1, position: 0 });
  for (const d of [model, loader, loader.dataset, optimizer]) d.dispose();
});
