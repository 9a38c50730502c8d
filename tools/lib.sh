# Sourced by the scripts beside it: where things are, and how each part is built. Output of a build goes to a log that is
# shown only when the build fails.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$root/build
logs=$build/logs
mkdir -p "$logs"
jobs=$(nproc)

# ccache finds what another clone compiled. Emscripten's own scripts look for acorn where Debian keeps it, and must run on
# the node of PATH, which may be newer than Debian's.
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1
export NODE_PATH=/usr/share/nodejs${NODE_PATH:+:$NODE_PATH}
EM_NODE_JS=$(command -v node || true)
export EM_NODE_JS

say() { printf '%s\n' "$*"; }
fail() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

# logged NAME COMMAND...: runs quietly; on failure prints the end of the log.
logged() {
  local log=$logs/$1.log
  shift
  if "$@" >"$log" 2>&1 </dev/null; then return 0; fi
  say "failed: $*"
  tail -n 60 "$log"
  say "(whole log: $log)"
  return 1
}

configure() {  # folder, then cmake's words
  local folder=$1
  shift
  [ -f "$folder/build.ninja" ] && [ -f "$folder/CMakeCache.txt" ] || "$@" -S "$root" -B "$folder" -G Ninja
}

build_native() {  # targets
  logged configure-native configure "$build/native" cmake && logged build-native cmake --build "$build/native" -j "$jobs" --target "$@"
}

build_wasm() {  # targets
  logged configure-wasm configure "$build/wasm" emcmake cmake && logged build-wasm cmake --build "$build/wasm" -j "$jobs" --target "$@"
}

build_arm() {  # targets, for 64-bit ARM
  logged configure-arm configure "$build/arm" cmake -DCMAKE_TOOLCHAIN_FILE="$root/tools/cmake/aarch64.cmake" && logged build-arm cmake --build "$build/arm" -j "$jobs" --target "$@"
}

# Installs a folder's npm packages as locked, unless they are there.
npm_install() {
  local folder=$1 stamp=$1/node_modules/.wick-lock
  cmp -s "$folder/package-lock.json" "$stamp" && return 0
  logged "npm-$(basename "$folder")" npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund && cp "$folder/package-lock.json" "$stamp"
}

build_package() {  # web/wick/dist: the modules and the JavaScript over them
  build_wasm wick_wasm wick_wasm_threads && npm_install "$root/web/wick" && logged build-package npm run build --prefix "$root/web/wick"
}

build_page() {  # web/app/dist
  build_package && npm_install "$root/web/app" && logged build-page npm run build --prefix "$root/web/app"
}
