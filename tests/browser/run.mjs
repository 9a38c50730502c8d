// Serves the built page and runs every browser test against it, one after the other: each needs the machine for itself.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { serve } from '../../tools/serve.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const { server, address } = await serve({ root: fileURLToPath(new URL('../../web/app/dist', import.meta.url)) });
let passed = 0;
let failed = 0;

function one(file) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [here + file], { env: { ...process.env, WICK_PAGE: address }, stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
      process.stdout.write(chunk);
    });
    child.on('close', (code) => {
      const counts = /(\d+) passed, (\d+) failed\s*$/.exec(out);
      passed += Number(counts?.[1] ?? 0);
      failed += Number(counts?.[2] ?? 0) || (code !== 0 ? 1 : 0);
      done();
    });
  });
}

for (const file of readdirSync(here).filter((f) => /^test_.*\.mjs$/.test(f)).sort()) {
  console.log(`-- ${file}`);
  await one(file);
}
server.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
