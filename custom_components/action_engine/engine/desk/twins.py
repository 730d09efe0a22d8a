"""The same thing asked for twice in one breath is done once.

Models repeat a call when they are not sure that it was heard, and some clients send it
once more. Whoever comes second gets the answer of the first.
"""

import asyncio
from collections.abc import Callable, Coroutine, Hashable
from dataclasses import dataclass
from typing import Any, Final

from homeassistant.core import HomeAssistant, callback

from ..model.same_call import SameCall

KEPT: Final = 500
"""Answers that are kept at the same time."""


@dataclass(slots=True, kw_only=True)
class _Asked:
    task: asyncio.Task[Any]
    answered: float | None = None
    """Loop time."""


class Twins:
    """Knows what was asked for of late, and what is being answered."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Begin with nothing."""
        self._hass = hass
        self._asked: dict[Hashable, _Asked] = {}

    async def once[T](
        self,
        ways: tuple[SameCall, ...],
        make: Callable[[], Coroutine[Any, Any, T]],
    ) -> tuple[T, bool]:
        """Return what ``make`` returns, and whether that was made for somebody before.

        It goes on if whoever waits for it goes away. What raises is not kept: it may be
        tried again.
        """
        if (known := self._known(ways)) is not None:
            return await asyncio.shield(known.task), True
        task = self._hass.async_create_background_task(make(), "action_engine tool")
        asked = _Asked(task=task)
        keys = [one.key for one in ways]
        self._asked.update(dict.fromkeys(keys, asked))
        task.add_done_callback(lambda _: self._answered(asked, keys))
        self._forget()
        return await asyncio.shield(task), False

    def _known(self, ways: tuple[SameCall, ...]) -> _Asked | None:
        for one in ways:
            if (asked := self._asked.get(one.key)) is None:
                continue
            since = asked.answered
            if since is None or self._hass.loop.time() - since <= one.seconds:
                return asked
        return None

    @callback
    def _answered(self, asked: _Asked, keys: list[Hashable]) -> None:
        asked.answered = self._hass.loop.time()
        if asked.task.cancelled() or asked.task.exception() is not None:
            for key in keys:
                if self._asked.get(key) is asked:
                    del self._asked[key]

    def _forget(self) -> None:
        """Let go of the oldest answers; what is not answered yet stays."""
        surplus = len(self._asked) - KEPT
        old = [key for key, one in self._asked.items() if one.answered is not None]
        for key in old[: max(surplus, 0)]:
            del self._asked[key]
