// The recipe as text: errors in place, a link as an experiment.
import { check, chip, clean, equal, run, text, training, until } from './page.mjs';

const error = (page) => page.locator('#recipe-error');
const badLine = (page) => page.locator('#gutter .bad').textContent();

async function edit(page, change) {
  const before = await page.inputValue('#recipe');
  const after = change(before);
  check(before !== after, 'the test changed nothing');
  await page.fill('#recipe', after);
  return after;
}
const lineOf = (value, word) => String(value.split('\n').findIndex((l) => l.includes(word)) + 1);

await run({
  'an unknown key: its line, its path, the nearest names': async (t) => {
    const page = await t.visit();
    await training(page);
    const now = await edit(page, (r) => r.replace('"kernel_size": 3', '"kernel_sise": 3'));
    await until('the error', () => error(page).isVisible());
    const said = await error(page).textContent();
    check(/layers\[0\]/.test(said) && /kernel_size/.test(said), `no path or near name in: ${said}`);
    equal(await badLine(page), lineOf(now, 'kernel_sise'), 'marked line');
    check(await page.locator('#recipe-run').isDisabled(), 'a bad recipe can be run');
    equal(await chip(page), 'training', 'the run above');
    await page.click('#recipe-back');
    check(await error(page).isHidden(), 'the error stays');
    await clean(page);
  },

  'broken JSON, a wrong value, shapes that do not fit': async (t) => {
    const page = await t.visit();
    await training(page);
    let now = await edit(page, (r) => r.replace('"loss":', '"loss"'));
    await until('the error', () => error(page).isVisible());
    equal(await badLine(page), lineOf(now, '"loss"'), 'marked line of broken JSON');
    await page.click('#recipe-back');

    now = await edit(page, (r) => r.replace(/"lr": [\d.e-]+/, '"lr": "fast"'));
    await until('the error', async () => /optimizer\.lr/.test(await error(page).textContent()));
    equal(await badLine(page), lineOf(now, '"fast"'), 'marked line of a wrong value');
    await page.click('#recipe-back');

    await edit(page, (r) => r.replace(/"in_features": \d+/, '"in_features": 77'));
    await page.waitForTimeout(500);
    if (await page.locator('#recipe-run').isEnabled()) await page.click('#recipe-run');
    await until('the error', () => error(page).isVisible());
    check(/77/.test(await error(page).textContent()), `no sizes in: ${await error(page).textContent()}`);
    await until('the run above goes on', async () => ['training', 'validating', 'finished'].includes(await chip(page)));
    await clean(page);
  },

  'runs an edited recipe, and the address carries it': async (t) => {
    const page = await t.visit();
    await training(page);
    await edit(page, (r) => r.replace('"out_features": 64', '"out_features": 48').replace('"in_features": 64', '"in_features": 48'));
    await until('a valid recipe', () => page.locator('#recipe-run').isEnabled());
    await page.click('#recipe-run');
    await until('the address', async () => (await page.evaluate(() => location.hash)).startsWith('#recipe='));
    await training(page);
    const hash = await page.evaluate(() => location.hash);
    const other = await t.visit({ hash });
    await training(other);
    check(/"out_features": ?48/.test(await other.inputValue('#recipe')), 'the link did not carry the recipe');
    await clean(page);
    await clean(other);
  },

  'a link with a bad recipe: the usual one runs, the error is marked': async (t) => {
    const page = await t.visit({ hash: '#recipe=q1ZKLEkNAA' });
    await training(page);
    await until('a word about the link', async () => /cannot be read/.test(await text(page, '#banner')));
    const text2 = '{"model":{"type":"Sequentiel"}}';
    const hash = await page.evaluate(async (json) => {
      const stream = new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw'));
      return '#recipe=' + btoa(String.fromCharCode(...new Uint8Array(await new Response(stream).arrayBuffer()))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    }, text2);
    const bad = await t.visit({ hash });
    await training(bad);
    await until('a word about the link', async () => /cannot be run/.test(await text(bad, '#banner')));
    await until('the near name', async () => /Sequential/.test(await error(bad).textContent()));
    await clean(bad);
  },
});
