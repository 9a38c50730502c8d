import { defineConfig, type Plugin } from 'vite';

// The same policy as tools/serve.mjs sends, so that it holds wherever the files are put.
const policy = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self' blob: data:",
  "connect-src 'self'", "worker-src 'self'", "base-uri 'none'", "form-action 'none'",
].join('; ');

const addPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
  ],
};

const wick = new URL('../wick/', import.meta.url).pathname;

export default defineConfig({
  base: './',
  plugins: [addPolicy],
  resolve: {
    alias: [
      { find: /^wick\/(wick(?:-threads)?(?:-more)?)\.wasm/, replacement: `${wick}dist/$1.wasm` },
      { find: /^wick\/wick-thread\.js/, replacement: `${wick}src/thread.ts` },
      { find: /^wick$/, replacement: `${wick}src/index.ts` },
    ],
  },
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, sourcemap: false },
  worker: { format: 'es' },
  server: { fs: { allow: ['../..'] } },
});
