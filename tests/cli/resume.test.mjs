// A run that is killed or stopped anywhere and resumed ends in the same bits as one that never stopped.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { folder, readSafetensors, sha, spiral, wickHit, wickOk, writeRecipe } from './helpers.mjs';

const dir = folder();
const recipe = writeRecipe(join(dir, 'recipe.json'), spiral(120));
const weights = (run) => sha(join(run, 'weights.safetensors'));

const whole = join(dir, 'whole');
const started = performance.now();
wickOk(['train', recipe, '--out', whole]);
const duration = performance.now() - started;

/** Starts and resumes a run, hit by a signal at random times, until it ends; returns how often it was hit. */
async function trainHit(run, signal, hits) {
  let landed = 0;
  let result = {};
  for (let i = 0; i < hits; i++) {
    const args = i === 0 ? ['train', recipe, '--out', run] : ['train', recipe, '--out', run, '--resume'];
    result = await wickHit(args, duration * (0.1 + 0.4 * Math.random()) / Math.sqrt(hits), signal);
    if (result.status === 0) return landed;
    assert.ok(result.signal === signal || result.status === 130, `${result.status} ${result.signal} ${result.out}`);
    landed++;
    const last = join(run, 'checkpoints', 'last.safetensors');
    if (existsSync(last)) readSafetensors(last);  // whole at any time
  }
  wickOk(['train', recipe, '--out', run, '--resume']);
  return landed;
}

for (const hits of [1, 4]) {
  test(`killed ${hits} time(s) at a random moment and resumed: the same bits`, async () => {
    const run = join(dir, `killed${hits}`);
    const landed = await trainHit(run, 'SIGKILL', hits);
    assert.ok(landed > 0, 'the run ended before it could be killed');
    assert.equal(weights(run), weights(whole));
  });
}

test('stopped in mid-epoch by SIGTERM and resumed: the same bits', async () => {
  const run = join(dir, 'stopped');
  const landed = await trainHit(run, 'SIGTERM', 3);
  assert.ok(landed > 0, 'the run ended before it could be stopped');
  assert.equal(weights(run), weights(whole));
});
