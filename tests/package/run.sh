#!/usr/bin/env bash
# Uses wick as another program would: installed (find_package, from C++ and C) and embedded (add_subdirectory).
#   tests/package/run.sh BUILD      BUILD: a native build folder of wick
set -u
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
try() {  # name, command...
  local name=$1
  shift
  if "$@" >"$work/log" 2>&1; then
    echo "ok: $name"
    passed=$((passed + 1))
  else
    echo "failed: $name"
    tail -n 30 "$work/log"
    failed=$((failed + 1))
  fi
}
installed() {
  cmake --install "$build" --prefix "$work/prefix" &&
    cmake -S "$here/installed" -B "$work/installed" -G Ninja -DCMAKE_PREFIX_PATH="$work/prefix" -DCMAKE_BUILD_TYPE=Release &&
    cmake --build "$work/installed"
}
# Beside the other build, so that ccache sees the same relative paths and has nothing to compile again.
beside=$(dirname "$build")/embedded
embedded() {
  rm -rf "$beside"
  cmake -S "$here/embedded" -B "$beside" -G Ninja -DWICK_SOURCE="$here/../.." -DCMAKE_BUILD_TYPE=Release && cmake --build "$beside" --target loop
}
try 'installed: builds' installed
try 'installed: the loop learns' "$work/installed/loop"
try 'installed: the C interface' "$work/installed/capi"
try 'embedded: builds' embedded
try 'embedded: the loop learns' "$beside/loop"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
