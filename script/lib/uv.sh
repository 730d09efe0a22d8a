#!/usr/bin/env bash
# Prints the path of uv: the installed one, else one from the package index.
set -euo pipefail
if command -v uv; then
  exit
fi
here=$(dirname "$0")
tools=$ACTION_ENGINE_CACHE/tools
if [ ! -x "$tools/bin/uv" ]; then
  "$here/tool.sh" uv patchelf >&2
fi
echo "$tools/bin/uv"
