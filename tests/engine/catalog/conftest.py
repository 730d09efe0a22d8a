"""A server on loopback, and a sender that waits by a clock of its own."""

import pytest

from custom_components.action_engine.engine.catalog.webhooks.sending import Sender
from tests.engine.catalog.webhook_server import Server


@pytest.fixture
async def server(socket_enabled):
    """Return a server that answers ``done``."""
    server = Server()
    running = await server.start()
    yield server
    await running.close()


@pytest.fixture
def waits():
    """Return the seconds that the sender has waited."""
    return []


@pytest.fixture
def sender(waits):
    """Return a sender for which no time passes but that which it waits."""

    async def sleep(seconds):
        waits.append(seconds)

    return Sender(sleep=sleep, now=lambda: 1_790_000_000 + sum(waits))
