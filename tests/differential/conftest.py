"""The home in which sequences are run."""

import asyncio
from typing import Any

import pytest

from homeassistant.core import HomeAssistant

from .world import World

NATIVE_RUN = "_ScriptRun.async_run"


@pytest.fixture
async def world(hass: HomeAssistant) -> World:
    """Return a furnished home."""
    _pass_over_native_leftovers(hass.loop)
    world = World(hass)
    await world.async_set_up()
    return world


def _pass_over_native_leftovers(loop: asyncio.AbstractEventLoop) -> None:
    """Let native scripts lose errors of their parts when they are cancelled.

    The loop complains of such an error whenever the garbage is collected, and the
    plugin then fails a test that may have nothing to do with it.
    """
    complain = loop.get_exception_handler()
    assert complain is not None

    def handle(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        task = context.get("future")
        coroutine = task.get_coro() if isinstance(task, asyncio.Task) else None
        if getattr(coroutine, "__qualname__", None) != NATIVE_RUN:
            complain(loop, context)

    loop.set_exception_handler(handle)
