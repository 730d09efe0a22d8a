"""A home whose time passes only when nothing else is left to do."""

import pytest

from tests.engine.run.calls.home import Home


@pytest.fixture
async def home(hass, clock):
    """Return an empty home."""
    return Home(hass)
