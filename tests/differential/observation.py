"""What can be seen of one run from outside, and how two runs differ."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
import re
from typing import Any, Final

from homeassistant.core import Context, State
from homeassistant.helpers.template import Template

UNSET: Final = "<unset>"
"""Stands for a conversation response that nobody has set."""

_ADDRESS = re.compile(r" at 0x[0-9a-f]+")


class Ending(StrEnum):
    """How a run ended."""

    REFUSED = "refused"
    """It was not valid, and nothing ran."""
    FINISHED = "finished"
    STOPPED = "stopped"
    CONDITION = "condition"
    """A condition on the top level was not met."""
    ABORTED = "aborted"
    ERROR = "error"
    CANCELLED = "cancelled"
    HUNG = "hung"
    """It had not ended long after everything that could have moved it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a runner hands back; everything but the ending is None unless known."""

    ending: Ending
    error: BaseException | None = None
    variables: Mapping[str, Any] | None = None
    response: Any = None
    conversation: Any = UNSET


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that the world saw."""

    at: float
    """Virtual seconds since the run began."""

    kind: str
    """``call``, ``event``, ``state`` or ``note``."""

    name: str
    data: Any
    context: str
    """``run``, ``child`` of the run's context, or ``other``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """All that the world saw of a run, as plain data."""

    ending: Ending
    error: tuple[str, str] | None
    log: tuple[Entry, ...]
    """Calls, events and state changes while it ran, in their order."""

    afterwards: tuple[Entry, ...]
    """The same, from its end until everything had come to rest."""

    variables: Mapping[str, Any] | None
    response: Any
    conversation: Any
    ended_at: float

    def calls(self, name: str) -> list[Entry]:
        """Return the calls of one service, as ``domain.service``."""
        return [e for e in self.log if e.kind == "call" and e.name == name]


def in_any_order(seen: Observation) -> Observation:
    """Return the same with everything that happened at one instant sorted."""
    return replace(
        seen,
        log=tuple(sorted(seen.log, key=lambda entry: (entry.at, repr(entry)))),
    )


def differences(one: Observation, other: Observation) -> list[str]:
    """Name every field in which two observations differ, with both values."""
    return [
        f"{field.name}:\n    {_lines(mine)}\n  but\n    {_lines(yours)}"
        for field in fields(one)
        if (mine := getattr(one, field.name)) != (yours := getattr(other, field.name))
    ]


def _lines(value: Any) -> str:
    entries = isinstance(value, tuple) and value and isinstance(value[0], Entry)
    return "\n    ".join(map(str, value)) if entries else repr(value)


class Normalizer:
    """Turns whatever a run holds into plain data that can be compared.

    Ids of contexts become roles, floats lose the noise of the clock, and objects
    become what can be said about them. Types of containers and numbers stay apart.
    """

    def __init__(self, run_context: Context) -> None:
        """Take the context of the run; others get their role from it."""
        self._run = run_context
        self._family = {run_context.id}

    def role(self, context: Context | None) -> str:
        """Say what a context has to do with the run."""
        if context is None:
            return "none"
        if context.id == self._run.id:
            return "run"
        if context.parent_id in self._family:
            self._family.add(context.id)
            return "child"
        return "other"

    def plain(self, value: Any) -> Any:
        """Return plain data that stands for ``value``."""
        match value:
            case None | bool() | int():
                return value
            case str():
                return _ADDRESS.sub("", value)
            case float():
                return round(value, 4)
            case Mapping() | list() | tuple() | set() | frozenset():
                return self._container(value)
        return self._object(value)

    def _container(self, value: Any) -> Any:
        match value:
            case Mapping():
                return {str(k): self.plain(v) for k, v in value.items()}
            case list():
                return [self.plain(item) for item in value]
            case tuple():
                return ("tuple", *map(self.plain, value))
        return ("set", *sorted(map(repr, map(self.plain, value))))

    def _object(self, value: Any) -> Any:
        match value:
            case Context():
                return f"<context {self.role(value)}>"
            case State():
                return ("state", self.plain(_facts(value)), self.role(value.context))
            case Template():
                return f"<template {value.template}>"
            case datetime() | date() | time() | timedelta():
                return f"<{type(value).__name__} {value}>"
        return f"<{type(value).__name__} {_ADDRESS.sub('', str(value))}>"


def _facts(state: State) -> dict[str, Any]:
    return {
        "entity_id": state.entity_id,
        "state": state.state,
        "attributes": dict(state.attributes),
        "last_changed": state.last_changed,
        "last_updated": state.last_updated,
    }
