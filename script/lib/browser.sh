#!/usr/bin/env bash
# Makes sure that there is a Chromium for the tests of the panel: the machine's own, else
# the one that Playwright brings.
set -euo pipefail
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null; then exit; fi
done
exec .venv/bin/python -m playwright install chromium
