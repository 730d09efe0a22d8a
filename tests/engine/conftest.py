"""An engine to put to work, on a clock that does not wait."""

import pytest

from custom_components.action_engine.engine.model.options import EngineOptions
from tests.engine.idle_time import idle_time
from tests.engine.workshop import STEADY, Workshop


@pytest.fixture
async def clock():
    """Let the loop jump from timer to timer instead of waiting for them."""
    with idle_time() as clock:
        yield clock


@pytest.fixture
async def shop(hass, clock):
    """Return an engine with two workers; nothing may be left of it in the end."""
    shop = Workshop(hass, EngineOptions(retry=STEADY))
    yield shop
    await shop.engine.stop()
    assert not [one for one in shop.engine.executions if not one.is_ended]
    shop.assert_orderly()


@pytest.fixture
def lone(shop):
    """Return the same engine with a single worker."""
    shop.configure(workers=1)
    return shop
