"""What devices must see of an execution, as far as it is known by now."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import inf
from typing import Any

type Shape = Once | Series | Gap | Row | Arms


@dataclass(frozen=True, slots=True, kw_only=True)
class Once:
    """One step that reaches a device."""

    key: str
    idempotent: bool = True
    """A second identical command does no harm."""

    refused: tuple[int, float] = (0, 0)
    """How often the device refuses, at least and at most."""

    done: bool = True
    value: Any = None
    """What the device must be told, None if that is left open."""

    undo: str | None = None
    """The key under which the author wants it undone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Steps that come as often as they are needed: ``key.1``, ``key.2`` and so on."""

    key: str
    most: int

    @property
    def keys(self) -> list[str]:
        """The keys in their order."""
        return [f"{self.key}.{number}" for number in range(1, self.most + 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Nothing happens for so many seconds, at least."""

    seconds: float


@dataclass(slots=True)
class Row:
    """One after the other."""

    items: list[Shape] = field(default_factory=list)


@dataclass(slots=True)
class Arms:
    """Side by side, each in its own order."""

    rows: list[Row] = field(default_factory=list)


def steps_of(shape: Shape) -> Iterator[Once]:
    """Walk through all that reaches a device."""
    match shape:
        case Once():
            yield shape
        case Series():
            yield from (Once(key=key) for key in shape.keys)
        case Row(items):
            for item in items:
                yield from steps_of(item)
        case Arms(rows):
            for row in rows:
                yield from steps_of(row)
        case Gap():
            return


type Times = dict[str, tuple[float, float]]
"""When a step reached its device for the first and for the last time."""


@dataclass(slots=True)
class Order:
    """Looks whether what happened happened in order."""

    times: Times
    wrong: list[str] = field(default_factory=list)

    def span(self, shape: Shape) -> tuple[float, float] | None:
        """Return first and last time of what happened in a shape, None if nothing."""
        match shape:
            case Once(key=key):
                return self.times.get(key)
            case Series():
                return self._in_turn([Once(key=key) for key in shape.keys])
            case Row(items):
                return self._in_turn(items)
            case Arms(rows):
                spans = [span for row in rows if (span := self.span(row))]
                return _around(spans)
            case Gap():
                return None

    def _in_turn(self, items: list[Shape] | list[Once]) -> tuple[float, float] | None:
        spans: list[tuple[float, float]] = []
        last, pause = -inf, 0.0
        for item in items:
            if isinstance(item, Gap):
                pause += item.seconds
                continue
            if (span := self.span(item)) is None:
                continue
            if span[0] < last + pause:
                late = last + pause - span[0]
                self.wrong.append(f"{_name(item)} came {late:.3f} s too early")
            spans.append(span)
            last, pause = max(last, span[1]), 0.0
        return _around(spans)


def _around(spans: list[tuple[float, float]]) -> tuple[float, float] | None:
    if not spans:
        return None
    return min(first for first, _ in spans), max(last for _, last in spans)


def _name(shape: Shape) -> str:
    return next((step.key for step in steps_of(shape)), "a step")
