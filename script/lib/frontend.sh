#!/usr/bin/env bash
# Runs npm in frontend/ with these arguments, the packages being those of the lock file.
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
export ACTION_ENGINE_CACHE=${ACTION_ENGINE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/action-engine}
mkdir -p "$ACTION_ENGINE_CACHE"
PATH=$("$here/node.sh"):$PATH
cd "$here/../../frontend"
stamp=$(sha256sum package-lock.json)
if [ "$(cat node_modules/.stamp 2>/dev/null)" != "$stamp" ]; then
  npm ci --no-audit --no-fund --loglevel error
  echo "$stamp" >node_modules/.stamp
fi
exec npm --loglevel error "$@"
