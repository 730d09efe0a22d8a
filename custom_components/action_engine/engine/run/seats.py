"""Workers, as seats: only a run that is doing something sits on one.

Two seats serve a thousand sleeping runs. Who has to wait for a seat is served by
priority, and within one priority in the order of arrival.
"""

import asyncio
from heapq import heapify, heappop, heappush
from itertools import count

type Turn = asyncio.Future[None]
"""A place in the queue; done when a seat was taken for whoever stands there."""


class Seats:
    """A number of seats that may change while people sit on them."""

    def __init__(self, number: int) -> None:
        """Begin with so many free seats."""
        self._number = number
        self._taken = 0
        self._order = count()
        # While there is a free seat, nobody is in here.
        self._waiting: list[tuple[int, int, Turn]] = []
        self._gone = 0

    def resize(self, number: int) -> None:
        """Change the number; nobody who sits is asked to stand up."""
        self._number = number
        self._serve()

    @property
    def busy(self) -> bool:
        """All seats are taken."""
        return self._taken >= self._number

    def try_take(self) -> bool:
        """Take a seat if one is free."""
        if self._taken >= self._number:
            return False
        self._taken += 1
        return True

    def ask(self, priority: int) -> Turn:
        """Queue for a seat; a larger priority is served sooner.

        The turn has to be handed to ``collect`` in the end, whatever became of it.
        """
        turn: Turn = asyncio.get_running_loop().create_future()
        heappush(self._waiting, (-priority, next(self._order), turn))
        self._serve()
        return turn

    def collect(self, turn: Turn) -> bool:
        """Tell whether the turn has come; if it has not, leave the queue."""
        if turn.done():
            return True
        turn.cancel()
        self._gone += 1
        if self._gone * 2 > len(self._waiting):
            self._waiting = [one for one in self._waiting if not one[2].done()]
            heapify(self._waiting)
            self._gone = 0
        return False

    def give(self) -> None:
        """Give a seat back."""
        self._taken -= 1
        self._serve()

    def _serve(self) -> None:
        while self._waiting and self._taken < self._number:
            _, _, turn = heappop(self._waiting)
            if turn.done():
                self._gone -= 1
            else:
                self._taken += 1
                turn.set_result(None)
