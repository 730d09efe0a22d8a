"""What a run remembers of its earlier life, and writes down for a later one.

A resumed run walks its plan from the top. Where a final note lies under a key, the note
answers in place of the world; the first key without one is where life goes on.

Two things make the second walk lead where the first one led. Notes answer in the order
in which they were written, so that parallel arms which wrote the same variable leave
the same value. And no arm begins to live before the last note is spent, since all that
is written was there before anything new. If all arms wait and the next note is nobody's,
the notes do not fit the plan, and the run ends in ``unknown`` instead of in a guess.

Of a run that was told to end, the wish has its place among the notes. When it is its
turn all arms stand where they stood, and the run is cancelled there once more: what is
left to do is the ``finally`` that it owes, partly from notes and then for real.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from homeassistant.core import State
from homeassistant.util import dt as dt_util

from ..model.notes import (
    WISH,
    CallHistory,
    Note,
    Notebook,
    NoteKind,
    in_order,
    sort_notes,
)
from .error_facts import recorded_error, written_down
from .signals import Misfit


def _nobody() -> None:
    """Stand in for whoever ends the run once more."""


class Memory:
    """The notes of one run, old and new."""

    def __init__(
        self,
        notebook: Notebook,
        past: Iterable[Note] = (),
        snapshot: Callable[[State], Any] | None = None,
    ) -> None:
        """Write to ``notebook``, and begin with what an earlier life wrote.

        ``snapshot`` says what of a state is worth keeping.
        """
        self._notebook = notebook
        self.write_later = notebook.write_later
        """See ``Notebook``; what a call says is most of what is ever written."""

        self._snapshot = snapshot
        self._past = tuple(past)
        self._finals, self._calls, self._deadlines = sort_notes(self._past)
        rollbacks = (note for note in self._past if note.kind is NoteKind.ROLLBACK)
        self._rollbacks = {note.key for note in rollbacks}
        self._order = deque(in_order(self._past))
        wishes = (one.value for one in self._past if one.kind is NoteKind.CANCELLED)
        self.told_to_end: str | None = next(map(str, wishes), None)
        """Why the run was cancelled in an earlier life, None if it was not."""

        self.on_wish: Callable[[], object] = _nobody
        """Cancels the run; called when it is where it was cancelled before."""

        self._ending = False
        self._waiting: dict[str | None, list[asyncio.Future[None]]] = {}
        self._arms = 1

    @property
    def replaying(self) -> bool:
        """Some note has not answered yet."""
        return bool(self._order)

    def write(self, key: str, kind: NoteKind, value: Any) -> None:
        """Put a note down for a later life."""
        self._notebook.write(key, kind, value)

    def hand_over(self) -> None:
        """Write the notes of another execution down as one's own.

        To be called at the beginning of a run that goes on from them: a later life of
        it reads only what it has written itself.
        """
        for note in self._past:
            self.write(note.key, note.kind, note.value)

    def note_rollback(self, key: str, actions: Any) -> None:
        """Note how a step is undone, once in all lives."""
        if key not in self._rollbacks:
            self.write(key, NoteKind.ROLLBACK, actions)

    async def settled(self) -> None:
        """Return when all that was written is on disk."""
        await self._notebook.settled()

    def snapshots(self, states: Mapping[str, State | None]) -> dict[str, Any]:
        """Return what is kept of states; an entity that is not there is None."""
        take = self._snapshot
        if take is None:
            return {}
        return {i: state and take(state) for i, state in states.items()}

    async def final(self, key: str) -> Note | None:
        """Return the final note of a key when it is its turn.

        None: there is none, and life may go on here.
        """
        if not self._order:
            return None
        note = self._finals.get(key)
        if self._order[0] != key:
            await self._wait(key if note is not None else None)
        if note is not None:
            self._spend()
        return note

    async def decided[T](self, key: str, make: Callable[[], T]) -> T:
        """Return what was decided under the key, or decide it now.

        Raises what ``make`` raises, also when it is read back.
        """
        if (note := await self.final(key)) is not None:
            if note.kind is NoteKind.RAISED:
                raise recorded_error(note.value)
            answer: T = note.value
            return answer
        try:
            value = make()
        except Exception as error:
            self.write(key, NoteKind.RAISED, written_down(error))
            raise
        self.write(key, NoteKind.DECIDED, value)
        return value

    def history(self, key: str) -> CallHistory | None:
        """Return what is known of a call, once; a second look finds nothing."""
        return self._calls.pop(key, None) if self._calls else None

    def until(self, key: str, seconds: float) -> float:
        """Return the seconds that are left until a deadline; set it if there is none."""
        now = dt_util.utcnow()
        if (written := self._deadlines.pop(key, None)) is not None:
            return max((datetime.fromisoformat(written) - now).total_seconds(), 0)
        ends = datetime.fromtimestamp(now.timestamp() + seconds, tz=now.tzinfo)
        self.write(key, NoteKind.DEADLINE, ends.isoformat())
        return seconds

    def split(self, arms: int) -> Callable[[Awaitable[None]], Awaitable[None]]:
        """Count the arms of a parallel step; wrap each of them in what is returned."""
        left = arms
        self._arms += max(arms - 1, 0)

        def ended(_: object) -> None:
            nonlocal left
            left -= 1
            if left:
                self._arms -= 1
                self._check_stuck()

        def wrap(arm: Awaitable[None]) -> Awaitable[None]:
            # An arm that is cancelled before it began ends all the same.
            task = asyncio.ensure_future(arm)
            task.add_done_callback(ended)
            return task

        return wrap

    def check_spent(self) -> None:
        """Raise ``Misfit`` if the run has ended and notes are left over."""
        if self._order and list(self._order) != [WISH]:
            raise Misfit(self._order[0] or self._order[1])

    def _spend(self) -> None:
        self._order.popleft()
        following = self._order[0] if self._order else None
        for future in self._waiting.pop(following, ()):
            if not future.done():
                future.set_result(None)

    async def _wait(self, key: str | None) -> None:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(key, []).append(future)
        self._check_stuck()
        try:
            await future
        except asyncio.CancelledError:
            if future in (waiting := self._waiting.get(key, [])):
                waiting.remove(future)
            raise

    def _end_soon(self) -> None:
        """End the run once more, as soon as every arm of it does nothing but wait."""
        if not self._ending:
            self._ending = True
            asyncio.get_running_loop().call_soon(self._end)

    def _end(self) -> None:
        self.on_wish()
        # Whoever waits still is in its last words already.
        self._spend()

    def _check_stuck(self) -> None:
        # An arm that has just been cancelled is on its way to its last words.
        waiting = sum(not one.done() for some in self._waiting.values() for one in some)
        if not self._order or waiting < self._arms:
            return
        if self._order[0] == WISH:
            self._end_soon()
            return
        misfit = Misfit(self._order[0])
        for futures in self._waiting.values():
            for future in futures:
                if not future.done():
                    future.set_exception(misfit)
        self._waiting.clear()
