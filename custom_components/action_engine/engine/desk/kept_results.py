"""Answers of tools that only read, kept for a while for whoever asks the same again."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
import time
from typing import Any, Final

import orjson

MOST: Final = 128
"""Answers that are kept."""

MOST_BYTES: Final = 4 * 1024 * 1024
"""Of all of them together."""

type Key = tuple[str, str, bytes, str | None]


def key_of(
    api_id: str, tool: str, arguments: Mapping[str, Any], user_id: str | None
) -> Key | None:
    """Return what makes two calls the same; None if nothing can."""
    try:
        written = orjson.dumps(dict(arguments), option=orjson.OPT_SORT_KEYS)
    except TypeError:
        return None
    return api_id, tool, written, user_id


class KeptResults:
    """Bounded by number and by size; the oldest go first."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Keep nothing yet; ``clock`` returns seconds that never go back."""
        self._clock = clock
        self._kept: OrderedDict[Key, tuple[float, bytes]] = OrderedDict()
        self._bytes = 0

    def get(self, key: Key, seconds: float) -> bytes | None:
        """Return an answer that is younger than so many seconds."""
        kept = self._kept.get(key)
        if kept is None or self._clock() - kept[0] >= seconds:
            return None
        return kept[1]

    def keep(self, key: Key, answer: bytes) -> None:
        """Keep an answer in place of the one before."""
        self._drop(key)
        self._kept[key] = (self._clock(), answer)
        self._bytes += len(answer)
        while len(self._kept) > MOST or self._bytes > MOST_BYTES:
            self._drop(next(iter(self._kept)))

    def _drop(self, key: Key) -> None:
        if (kept := self._kept.pop(key, None)) is not None:
            self._bytes -= len(kept[1])
