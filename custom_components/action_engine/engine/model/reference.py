"""``${{name.path.0}}``: a value of the run in the place of a text, never a template.

A text that is nothing but a reference becomes the value with its type; within a longer
text it becomes text. ``${{name?}}`` may be missing, or nothing: the key or item it stands
for is left out then. The path goes into mappings by key and into lists by position.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
import re
from typing import Any, Final, override

_WORD: Final = r"[A-Za-z_][A-Za-z0-9_]*"
_STEP: Final = r"[A-Za-z0-9_-]+"
REFERENCE: Final = re.compile(
    rf"\$\{{\{{\s*({_WORD}(?:\.{_STEP})*)(\?)?\s*\}}\}}", re.ASCII
)
"""Plain names and positions only: nothing in it is ever evaluated."""

_START: Final = "${{"


@dataclass(frozen=True, slots=True)
class Reference:
    """A value that is looked up when its step runs."""

    name: str
    path: tuple[str, ...] = ()
    optional: bool = False

    @override
    def __str__(self) -> str:
        """Return it as its author wrote it."""
        whole = ".".join((self.name, *self.path))
        return f"${{{{{whole}{'?' if self.optional else ''}}}}}"

    def find(self, names: Mapping[str, Any]) -> Any:
        """Return the value; raise ``LookupError`` that says what is missing."""
        if self.name not in names:
            raise LookupError(f"there is no variable {self.name}")
        value, at = names[self.name], self.name
        for step in self.path:
            value = _inside(value, step, at)
            at = f"{at}.{step}"
        return value


@dataclass(frozen=True, slots=True)
class Joined:
    """A text with references in it."""

    parts: tuple[str | Reference, ...]

    @override
    def __str__(self) -> str:
        """Return it as its author wrote it."""
        return "".join(map(str, self.parts))


class Missing:
    """What an optional reference comes to that finds nothing."""


_MISSING: Final = Missing()


def read_references(value: Any) -> Any:
    """Return data with its references as objects; raise ``ValueError`` for broken ones."""
    match value:
        case str():
            return _read_text(value) if _START in value else value
        case Mapping():
            return {key: read_references(one) for key, one in value.items()}
        case list() | tuple():
            return [read_references(one) for one in value]
        case _:
            return value


def filled_in(raw: Any, names: Mapping[str, Any]) -> Any:
    """Return raw actions in which the data of every tool has what is known by now.

    What is not known stays as it is written. Actions without tools come back unchanged.
    """
    match raw:
        case list():
            return [filled_in(one, names) for one in raw]
        case {"tool": _, "data": data, **_rest}:
            with suppress(LookupError, ValueError):
                return {**raw, "data": substituted(read_references(data), names)}
            return raw
        case Mapping():
            return {key: filled_in(one, names) for key, one in raw.items()}
        case _:
            return raw


def references_in(value: Any) -> Iterator[Reference]:
    """Yield all references, at any depth."""
    match value:
        case Reference():
            yield value
        case Joined():
            yield from (one for one in value.parts if isinstance(one, Reference))
        case Mapping():
            for one in value.values():
                yield from references_in(one)
        case list() | tuple():
            for one in value:
                yield from references_in(one)


def substituted(value: Any, names: Mapping[str, Any]) -> Any:
    """Return data with all references replaced by what they stand for.

    Raises ``LookupError`` for one that finds nothing and may not be missing.
    """
    found = _substituted(value, names)
    return None if found is _MISSING else found


def _substituted(value: Any, names: Mapping[str, Any]) -> Any:
    match value:
        case Reference():
            return _found(value, names)
        case Joined():
            return "".join(_as_text(one, names) for one in value.parts)
        case Mapping():
            pairs = ((key, _substituted(one, names)) for key, one in value.items())
            return {key: one for key, one in pairs if one is not _MISSING}
        case list():
            items = (_substituted(one, names) for one in value)
            return [one for one in items if one is not _MISSING]
        case _:
            return value


def _found(reference: Reference, names: Mapping[str, Any]) -> Any:
    try:
        found = reference.find(names)
    except LookupError as error:
        if reference.optional:
            return _MISSING
        raise LookupError(f"{reference}: {error.args[0]}") from None
    return _MISSING if found is None and reference.optional else found


def _as_text(part: str | Reference, names: Mapping[str, Any]) -> str:
    found = _found(part, names) if isinstance(part, Reference) else part
    return "" if found is _MISSING or found is None else str(found)


def _inside(value: Any, step: str, at: str) -> Any:
    if isinstance(value, Mapping):
        if step in value:
            return value[step]
        raise LookupError(f"{at} has no {step}")
    if isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
        if step.isdecimal() and int(step) < len(value):
            return value[int(step)]
        raise LookupError(f"{at} has {len(value)} items, and none at {step}")
    raise LookupError(f"{at} is a single value, there is no {step} in it")


def _read_text(text: str) -> str | Reference | Joined:
    parts: list[str | Reference] = []
    end = 0
    for found in REFERENCE.finditer(text):
        parts.append(text[end : found.start()])
        name, *path = found[1].split(".")
        parts.append(Reference(name, tuple(path), found[2] is not None))
        end = found.end()
    parts.append(text[end:])
    kept = tuple(part for part in parts if part != "")
    if any(isinstance(part, str) and _START in part for part in kept):
        raise ValueError("a reference such as ${{name}} or ${{name.path.0}}")
    if len(kept) == 1:
        return kept[0]
    return Joined(kept)
