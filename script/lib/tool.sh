#!/usr/bin/env bash
# Installs packages from the package index into the private folder of tools.
# Debian may have Python without venv and pip; then its own pip is unpacked aside.
set -euo pipefail
here=$(dirname "$0")
tools=$ACTION_ENGINE_CACHE/tools
if [ ! -x "$tools/bin/python" ] && ! python3 -m venv --clear "$tools" >/dev/null; then
  python3 -m venv --clear --without-pip "$tools"
fi
if ! "$tools/bin/python" -m pip --version >/dev/null 2>&1; then
  "$here/debian_packages.sh" "" "$tools/debian" python3-pip-whl
  pip=$(find "$tools/debian" -name 'pip-*.whl')
  exec "$tools/bin/python" "$pip/pip" install --quiet --disable-pip-version-check "$@"
fi
exec "$tools/bin/python" -m pip install --quiet --disable-pip-version-check "$@"
