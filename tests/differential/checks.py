"""Compares what was seen of a run with what is known by hand."""

from collections.abc import Iterator, Mapping
from typing import Any

from .case import Expected
from .observation import Entry, Observation

ABSENT = "<absent>"


def unmet(expected: Expected, seen: Observation) -> list[str]:
    """Say in words what the case states and the run did not show."""
    return [
        *_endings(expected, seen),
        *_calls(expected, seen),
        *_values(expected, seen),
    ]


def _endings(expected: Expected, seen: Observation) -> Iterator[str]:
    if seen.ending != expected.ending:
        yield f"ended as {seen.ending} with {seen.error}, not as {expected.ending}"
    error = seen.error and seen.error[0]
    if error != expected.error:
        yield f"raised {seen.error}, not {expected.error}"
    if expected.seconds is not None and seen.ended_at != expected.seconds:
        yield f"took {seen.ended_at} s, not {expected.seconds} s"


def _calls(expected: Expected, seen: Observation) -> Iterator[str]:
    records = seen.calls("test.record")
    marks = [entry.data.get("mark") for entry in records]
    times = [entry.at for entry in records]
    if expected.marks is not None and marks != expected.marks:
        yield f"recorded {marks}, not {expected.marks}"
    if expected.times is not None and times != expected.times:
        yield f"recorded at {times}, not at {expected.times}"
    entries = iter(seen.log)
    for wanted in expected.log or ():
        if not any(_fits(wanted, entry) for entry in entries):
            yield f"{wanted} is not in the log, or not in this place: {seen.log}"
    names = {entry.name for entry in seen.log}
    if surplus := names.intersection(expected.absent or ()):
        yield f"{surplus} happened"


def _fits(wanted: Mapping[str, Any], entry: Entry) -> bool:
    return all(getattr(entry, name) == value for name, value in wanted.items())


def _values(expected: Expected, seen: Observation) -> Iterator[str]:
    variables = seen.variables or {}
    for name, value in (expected.variables or {}).items():
        if variables.get(name, ABSENT) != value:
            yield f"{name} is {variables.get(name, ABSENT)!r}, not {value!r}"
    if seen.response != expected.response:
        yield f"responded {seen.response!r}, not {expected.response!r}"
    if seen.conversation != expected.conversation:
        yield (
            f"conversation response is {seen.conversation!r}, "
            f"not {expected.conversation!r}"
        )
