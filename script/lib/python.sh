#!/usr/bin/env bash
# Prints the path of a Python >= 3.14.2, the oldest that Home Assistant runs on.
# Order: one that is installed, one that uv can download, Debian's own packages
# unpacked into a private folder. Nothing outside the cache folder changes.
set -euo pipefail
here=$(dirname "$0")
private=$ACTION_ENGINE_CACHE/python3.14

suits() {
  "$1" -c 'import sys, ssl, sqlite3, ctypes; sys.exit(sys.version_info < (3, 14, 2))' \
    2>/dev/null
}

for python in "$(command -v python3.14 || true)" "$private/usr/bin/python3.14"; do
  if [ -x "$python" ] && suits "$python"; then
    echo "$python"
    exit
  fi
done

uv=$("$here/uv.sh")
if timeout 120 "$uv" python install --quiet 3.14 >&2 2>/dev/null; then
  python=$("$uv" python find --quiet 3.14)
  if suits "$python"; then
    echo "$python"
    exit
  fi
fi

"$here/debian_python.sh" "$private" >&2
suits "$private/usr/bin/python3.14" || {
  echo "No Python 3.14.2 or later was found, and none could be fetched." >&2
  exit 1
}
echo "$private/usr/bin/python3.14"
