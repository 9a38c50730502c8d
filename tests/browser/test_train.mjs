// The run a visitor finds: it trains, stays smooth, and obeys.
import { check, chip, clean, equal, run, steps, text, training, until, validation } from './page.mjs';

await run({
  'reaches 97 % validation within 20 s of opening, with a smooth main thread': async (t) => {
    const began = Date.now();
    const page = await t.visit();
    await training(page);
    const smooth = await page.evaluate(() => performance.now());
    await until('97 % validation', async () => (await validation(page)) >= 97, 20000 - (Date.now() - began));
    const took = (Date.now() - began) / 1000;
    check(!page.asked.some((u) => /wick-(threads-)?more/.test(u)), 'training alone fetched the second part of the runtime');
    await page.evaluate(() => window.scrollTo(0, 99999));  // what shows the inside of the model needs it
    await until('the second part of the runtime', () => page.asked.some((u) => /wick-(threads-)?more/.test(u)));
    await page.waitForTimeout(1500);
    const long = await page.evaluate((from) => globalThis.noted.long.filter((e) => e.start > from && e.ms > 50), smooth);
    equal(long, [], 'tasks over 50 ms on the main thread');
    await clean(page);
    return `97 % after ${took.toFixed(1)} s, ${await text(page, '#fact-rate')} samples/s`;
  },

  'shows where it runs and how fast': async (t) => {
    const page = await t.visit();
    await training(page);
    check(/SIMD/.test(await text(page, '#fact-where')), 'the page does not say that SIMD is used');
    check(/thread/.test(await text(page, '#fact-where')), 'the page does not say how many threads');
    await until('samples/s', async () => parseInt((await text(page, '#fact-rate')).replace(/\D/g, ''), 10) > 10);
    check(parseFloat(await text(page, '#fact-step')) > 0, 'no ms/step');
    check(/0 bytes sent/.test(await text(page, '#sent summary')), 'the page does not say what it sent');
    await clean(page);
  },

  'computes with threads where the page is isolated, with one elsewhere': async (t) => {
    const isolated = await t.visit();
    await training(isolated);
    const cores = await isolated.evaluate(() => navigator.hardwareConcurrency);
    const threads = Math.min(4, cores);
    check((await text(isolated, '#fact-where')).includes(threads > 1 ? `${threads} threads` : '1 thread'), `with ${cores} cores: ${await text(isolated, '#fact-where')}`);
    await clean(isolated);

    const context = await t.browser.newContext();
    await context.route('**/*', async (route) => {
      const response = await route.fetch();
      const { 'cross-origin-opener-policy': _, 'cross-origin-embedder-policy': __, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    const plain = await t.visit({ context });
    await training(plain);
    check((await text(plain, '#fact-where')).endsWith('1 thread'), `not isolated: ${await text(plain, '#fact-where')}`);
    check(!plain.asked.some((u) => u.includes('wick-thread')), 'the threads were fetched for nothing');
    await clean(plain);
  },

  'the policy holds: neither page nor worker reaches another origin': async (t) => {
    const page = await t.visit();
    await training(page);
    check(page.asked.some((u) => u.endsWith('.wasm')), 'requests of the worker go unseen, so their absence proves nothing');
    await clean(page);
    const reach = () => fetch('http://127.0.0.1:9/').then(() => 'reached', (e) => e.message);
    const refused = (target) => target.evaluate(reach);
    let fromPage = 0;
    page.on('requestfinished', () => fromPage++);
    check(/fetch/i.test(await refused(page)), 'the page reached out');
    check(/fetch/i.test(await refused(page.workers()[0])), 'the worker reached out');
    const said = page.problems.filter((p) => /Content Security Policy/.test(p)).length;
    check(said >= 2, `the policy refused ${said} of 2 requests: ${page.problems.join('; ')}`);
    equal(fromPage, 0, 'requests that got through');
  },

  'pauses, runs single lines and resets, each within 100 ms': async (t) => {
    const page = await t.visit();
    await training(page);
    const timed = (id, state) => page.evaluate(([button, want]) => new Promise((done) => {
      const start = performance.now();
      const chipNode = document.getElementById('chip');
      const look = () => (chipNode.textContent === want ? done(performance.now() - start) : 0);
      new MutationObserver(look).observe(chipNode, { childList: true, characterData: true, subtree: true });
      document.getElementById(button).click();
    }), [id, state]);
    const pause = await timed('run', 'paused');
    check(pause < 100, `pause took ${pause.toFixed(0)} ms; need under 100`);
    const before = await steps(page);
    await page.waitForTimeout(400);
    equal(await steps(page), before, 'batch after 400 ms of pause');

    // Five single steps walk through the five lines, whichever was next.
    const lit = [];
    let slowest = 0;
    for (let i = 0; i < 6; i++) {
      const ms = await page.evaluate(() => new Promise((done) => {
        const start = performance.now();
        const list = document.getElementById('lines');
        const was = list.querySelector('.ran');
        const look = () => {
          const now = list.querySelector('.ran');
          if (now && now !== was) done(performance.now() - start);
        };
        new MutationObserver(look).observe(list, { attributes: true, subtree: true, attributeFilter: ['class'] });
        document.getElementById('step').click();
      }));
      slowest = Math.max(slowest, ms);
      lit.push(await page.evaluate(() => [...document.getElementById('lines').children].findIndex((l) => l.classList.contains('ran'))));
    }
    check(slowest < 100, `a step took ${slowest.toFixed(0)} ms; need under 100`);
    lit.slice(1).forEach((line, i) => equal(line, (lit[i] + 1) % 5, 'the line after the one before'));
    equal(await page.locator('#lines .panel:visible').count(), 1, 'open panels');
    check(/\|grad\|/.test(await text(page, '#v3')), 'no gradient beside backward()');

    await page.click('#reset');
    await until('a new run', async () => (await chip(page)) === 'training' && (await steps(page)) < before + 50);
    await clean(page);
    return `pause ${pause.toFixed(0)} ms, step at most ${slowest.toFixed(0)} ms`;
  },

  'takes settings while it runs and marks them': async (t) => {
    const page = await t.visit();
    await training(page);
    const set = async (id, value) => {
      await page.selectOption(`#${id}`, value);
      await page.waitForTimeout(150);
    };
    await set('batch', '128');
    await until('batches of 128', async () => /of 94\b/.test(await text(page, '#v0')));
    await set('optimizer', 'momentum');
    await set('accumulate', '2');
    equal(await page.inputValue('#accumulate2'), '2', 'the other accumulate control');
    await page.locator('#lr').fill('-1.5');
    await page.locator('#dropout').fill('0.5');
    await until('lr 0.032', async () => /lr 0\.032/.test(await text(page, '#v4')));
    equal(await page.locator('#banner').isVisible(), false, 'a banner that complains');
    await page.click('#lines li:nth-child(2) .line');
    await page.check('#skip');
    await until('gradients pile up', async () => /→ [1-9]/.test((await text(page, '#v1')).replace('→ 0.0', '')) || (await chip(page)) === 'diverged', 10000);
    check(await page.locator('#lines li:nth-child(2)').evaluate((e) => e.classList.contains('skipped')), 'the skipped line is not struck out');
    await clean(page);
  },

  'detaches a layer: those before it get no gradient': async (t) => {
    const page = await t.visit();
    await training(page);
    await page.click('#lines li:nth-child(3) .line');
    await until('the grad_fn chain', async () => (await page.locator('#chain li').count()) > 3);
    check(/Backward0/.test(await text(page, '#chain')), 'the chain names no backward nodes');
    await page.selectOption('#detach', { index: 2 });
    await page.click('#lines li:nth-child(4) .line');
    await until('no gradient in the first layer', async () => /^(0|–|0\.0+)$/.test((await page.locator('#grad-bars .norm').first().locator('span').last().textContent()).trim()));
    await clean(page);
  },

  'keeps earlier runs and a table of epochs': async (t) => {
    const page = await t.visit();
    await training(page);
    await until('an epoch', async () => (await page.locator('#epochs tbody tr').count()) > 0, 30000);
    const canvas = page.locator('#chart-loss canvas');
    await page.mouse.move(...(await canvas.boundingBox().then((b) => [b.x + b.width / 2, b.y + b.height / 2])));
    await until('a reading under the cursor', async () => /step \d+ {2}loss/.test(await text(page, '#reading')));
    await clean(page);
  },

  'exam: the matrix counts every validation image, its cells open images': async (t) => {
    const page = await t.visit();
    await page.locator('#h-mistakes').scrollIntoViewIfNeeded();
    await until('the matrix', async () => (await page.locator('#matrix button').count()) >= 10, 40000);
    await page.click('#run');
    const counts = await page.locator('#matrix button').allTextContents();
    equal(counts.reduce((a, b) => a + Number(b), 0), 2000, 'images in the matrix');
    await page.locator('#matrix .right').first().click();
    await until('images of the cell', async () => (await text(page, '#cell-title')) === '0, and called so' && (await page.locator('#gallery canvas').count()) > 10);
    equal(await page.locator('#classes tbody tr').count(), 10, 'rows of per-class figures');
    await page.click('#cell-back');
    await clean(page);
  },

  'inside: layers, filters, histograms': async (t) => {
    const page = await t.visit();
    await training(page);
    await page.locator('#h-inside').scrollIntoViewIfNeeded();
    await until('filters', async () => (await page.locator('#filters').evaluate((c) => c.width)) > 20);
    check((await page.locator('#layers tbody tr').count()) >= 8, 'too few layers listed');
    await until('a histogram', async () => /weights within/.test(await text(page, '#histogram-note')));
    await clean(page);
  },
});
