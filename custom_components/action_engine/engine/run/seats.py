"""Workers, as seats: only a run that is doing something sits on one.

Two seats serve a thousand sleeping runs. Who has to wait for a seat is served by
priority, and within one priority in the order of arrival.
"""

import asyncio
from heapq import heappop, heappush
from itertools import count


class Seats:
    """A number of seats that may change while people sit on them."""

    def __init__(self, number: int) -> None:
        """Begin with so many free seats."""
        self._number = number
        self._taken = 0
        self._order = count()
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []

    def resize(self, number: int) -> None:
        """Change the number; nobody who sits is asked to stand up."""
        self._number = number
        self._serve()

    @property
    def busy(self) -> bool:
        """All seats are taken."""
        return self._taken >= self._number

    def try_take(self) -> bool:
        """Take a seat if one is free and nobody waits for it."""
        if self._taken < self._number and not self._waiting:
            self._taken += 1
            return True
        return False

    async def take(self, priority: int) -> None:
        """Wait for a seat; a larger priority is served sooner."""
        if self.try_take():
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heappush(self._waiting, (-priority, next(self._order), turn))
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                # Served and cancelled in the same turn of the loop.
                self.give()
            raise

    def give(self) -> None:
        """Give a seat back."""
        self._taken -= 1
        self._serve()

    def _serve(self) -> None:
        while self._waiting and self._taken < self._number:
            _, _, turn = heappop(self._waiting)
            if not turn.done():
                self._taken += 1
                turn.set_result(None)
