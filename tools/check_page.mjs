#!/usr/bin/env node
// Serves the built page, fetches it with everything it names and its wasm, and fails unless all of it arrives.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serve } from './serve.mjs';

const root = fileURLToPath(new URL('../web/app/dist', import.meta.url));

async function get(address, path, type) {
  const answer = await fetch(new URL(path, address));
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (!answer.ok || bytes.length === 0) throw new Error(`${path}: status ${answer.status}, ${bytes.length} bytes`);
  const got = answer.headers.get('content-type') ?? '';
  if (!got.startsWith(type)) throw new Error(`${path}: served as "${got}"; need ${type}`);
  return { bytes, headers: answer.headers };
}

const { server, address } = await serve({ root });
try {
  const page = await get(address, '/', 'text/html');
  if (!page.headers.get('content-security-policy')) throw new Error('the page has no Content-Security-Policy');
  const html = page.bytes.toString();
  const scripts = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map((m) => m[1]);
  if (scripts.length === 0) throw new Error('the page loads no script');
  for (const script of scripts) await get(address, script, 'text/javascript');
  for (const [, style] of html.matchAll(/<link rel="stylesheet"[^>]+href="([^"]+)"/g)) await get(address, style, 'text/css');
  const modules = readdirSync(root, { recursive: true }).filter((name) => String(name).endsWith('.wasm'));
  if (modules.length === 0) throw new Error('there is no wasm beside the page');
  for (const name of modules) {
    const { bytes } = await get(address, `/${name}`, 'application/wasm');
    if (!WebAssembly.validate(bytes)) throw new Error(`${name} is no valid WebAssembly module`);
    console.log(`${name}: ${bytes.length} bytes`);
  }
  console.log(`The page at ${address} is complete.`);
} catch (error) {
  console.error(`check: ${error.message}`);
  process.exitCode = 1;
} finally {
  server.close();
  server.closeAllConnections();
}
