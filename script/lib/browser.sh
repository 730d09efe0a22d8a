#!/usr/bin/env bash
# Makes sure that there is a Chromium for the tests of the panel: the machine's own, else
# Debian's if packages may be installed here, else the one that Playwright brings.
set -euo pipefail
there() {
  local name
  for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then return 0; fi
  done
  return 1
}
debian() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq update && apt-get -qq install --yes --no-install-recommends chromium >/dev/null
}
there || { debian && there; } || exec .venv/bin/python -m playwright install chromium
