#!/usr/bin/env bash
# Installs packages into .venv: install.sh UV ARGUMENT...
set -euo pipefail
uv=$1
shift
# Some packages compile. Debian's unpacked headers need their other half on the path,
# and a machine without a compiler gets one from the package index.
export CPATH=$ACTION_ENGINE_CACHE/python3.14/include${CPATH:+:$CPATH}
if ! command -v c++ >/dev/null && [ -z "${CXX:-}" ]; then
  zig="$ACTION_ENGINE_CACHE/tools/bin/python -m ziglang"
  $zig version >/dev/null 2>&1 || "$(dirname "$0")/tool.sh" ziglang
  export CC="$zig cc" CXX="$zig c++"
  # The linker flags that Python was built with are not all known to this one.
  export LDSHARED="$zig cc -shared" LDCXXSHARED="$zig c++ -shared"
fi
exec "$uv" pip install --quiet --python .venv/bin/python "$@"
