/// <reference types="vite/client" />

declare module 'wick/*.wasm?url' {
  const url: string;
  export default url;
}
