"""A person's browser: Chromium, logged in to the home."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
import json
import os
from pathlib import Path
import shutil
import time
from typing import Any, Final

from playwright.sync_api import Browser, Page, sync_playwright

from .api import Api

_NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the machine's own Chromium, or the one that Playwright brought."""
    own = next(filter(None, map(shutil.which, _NAMES)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=own, args=list(_ARGUMENTS), timeout=60_000
        )
        try:
            yield browser
        finally:
            browser.close()


def open_page(browser: Browser, api: Api, path: str, **look: Any) -> Page:
    """Open a page of the frontend as whoever the token of ``api`` belongs to.

    ``look`` is as Playwright takes it for a context: ``viewport``, ``color_scheme``, …
    """
    context = browser.new_context(**look)
    stored = {"hassTokens": json.dumps(_tokens(api))}
    context.add_init_script(f"Object.assign(localStorage, {json.dumps(stored)})")
    page = context.new_page()
    page.goto(f"{api.url}{path}")
    return page


def shoot(page: Page, name: str, *, whole: bool = True) -> None:
    """Keep a picture where ``PANEL_PICTURES`` says, for people to look at."""
    if folder := os.environ.get("PANEL_PICTURES"):
        # Not by its own ``path``: a thread that writes would be left behind.
        Path(folder, f"{name}.png").write_bytes(page.screenshot(full_page=whole))


def _tokens(api: Api) -> Mapping[str, Any]:
    lifetime = 1800
    return {
        "access_token": api.token,
        "token_type": "Bearer",
        "expires_in": lifetime,
        "expires": (time.time() + lifetime) * 1000,
        "hassUrl": api.url,
        "clientId": f"{api.url}/",
        "refresh_token": "",
    }
