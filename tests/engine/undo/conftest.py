"""A house in which motors and locks take no real time."""

from datetime import UTC, datetime

import pytest

from tests.differential.virtual_time import virtual_time
from tests.engine.undo.house import House


@pytest.fixture
async def house(hass):
    """Return a house; loop time and wall clock jump to the next thing to do."""
    with virtual_time(datetime(2026, 11, 20, 18, 30, tzinfo=UTC)):
        yield House(hass)
        await hass.async_block_till_done()
