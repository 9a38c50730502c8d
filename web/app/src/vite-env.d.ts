/// <reference types="vite/client" />

declare module 'wick/wick.wasm?url' {
  const url: string;
  export default url;
}
