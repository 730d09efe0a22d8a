"""Let others have the event loop when a long piece of work has held it for a while."""

import asyncio
from typing import Final

_HELD: Final = 0.003


class Breath:
    """Yields to the loop, but only after some milliseconds of work."""

    __slots__ = ("_loop", "_until")

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin to count now."""
        self._loop = loop
        self._until = loop.time() + _HELD

    @property
    def due(self) -> bool:
        """It is time to let others in."""
        return self._loop.time() > self._until

    async def take(self) -> None:
        """Give the loop away for one turn."""
        await asyncio.sleep(0)
        self._until = self._loop.time() + _HELD
