"""Lives one after the other, for tests that crash in their own process."""

import pytest

from .afterlife import Afterlife


@pytest.fixture
async def world(hass, tmp_path):
    """Return a world with its first engine; the last one is ended after the test."""
    world = Afterlife(hass, tmp_path)
    await world.begin()
    yield world
    await world.end()
