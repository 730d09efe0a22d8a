"""PyYAML's stream of events becomes plain data, and every limit holds while it flows.

Nothing here recurses, and the first event that goes too far ends the reading.
"""

from collections.abc import Callable
from typing import Any, Final, NoReturn, Protocol

from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from ..errors import ActionParseError
from .caps import MAX_DEPTH, MAX_NODES
from .wording import in_words, quoted, shortened
from .yaml_scalars import plain_scalar

_NO_KEY: Final = object()


class EventSource(Protocol):
    """A PyYAML parser, the C one or the pure one."""

    def get_event(self) -> Event | None:
        """Return the next event; raises ``YAMLError`` where the text is not YAML."""


def build(source: EventSource) -> Any:
    """Return the one document of the stream as dicts, lists and scalars.

    None stands for an empty document and for none at all; anything that is refused
    raises ``ActionParseError`` with its line and column.
    """
    builder = _Builder()
    next_event = source.get_event
    while (event := next_event()) is not None:
        _HANDLERS[type(event)](builder, event)
    return builder.document[0] if builder.document else None


def refuse(event: Event, came: str, expected: str) -> NoReturn:
    """Raise ``ActionParseError`` for the place where ``event`` began."""
    raise ActionParseError(
        place=position(event.start_mark), came=shortened(came), expected=expected
    )


def position(mark: Any) -> str:
    """Count lines and columns from one, as editors do."""
    return f"line {mark.line + 1}, column {mark.column + 1}"


class _Builder:
    """The containers that are open, and the key that waits for its value."""

    __slots__ = ("_container", "_key", "_nodes", "_outer", "document")

    def __init__(self) -> None:
        self.document: list[Any] = []
        self._container: list[Any] | dict[Any, Any] = self.document
        self._outer: list[list[Any] | dict[Any, Any]] = []
        self._key: Any = _NO_KEY
        self._nodes = 0

    def start(self, event: DocumentStartEvent) -> None:
        """Begin the only document."""
        if self.document:
            refuse(event, "a second document", "one document")
        if event.version or event.tags:
            refuse(event, "a directive", "YAML without % directives")

    def scalar(self, event: ScalarEvent) -> None:
        """Take a key or a value."""
        self._count(event)
        value = event.value
        if event.implicit[0]:
            try:
                value = plain_scalar(value)
            except ValueError as err:
                refuse(event, quoted(event.value), str(err))
        if self._key is _NO_KEY and self._container.__class__ is dict:
            self._await_value(event, value)
        else:
            self._put(value)

    def open_mapping(self, event: MappingStartEvent) -> None:
        """Descend into a mapping."""
        self._open(event, {})

    def open_sequence(self, event: SequenceStartEvent) -> None:
        """Descend into a list."""
        self._open(event, [])

    def _open(
        self, event: CollectionStartEvent, container: list[Any] | dict[Any, Any]
    ) -> None:
        self._count(event)
        outer = self._container
        if self._key is _NO_KEY and isinstance(outer, dict):
            # What an unquoted template looks like: message: {{ states('sun.sun') }}
            kind = "list" if isinstance(container, list) else "mapping"
            refuse(event, f"a {kind} as key", "a text as key (put templates in quotes)")
        self._put(container)
        self._outer.append(outer)
        if len(self._outer) > MAX_DEPTH:
            refuse(event, "one more level", f"at most {MAX_DEPTH} levels")
        self._container = container

    def close(self, _: Event) -> None:
        """Return to the container outside."""
        self._container = self._outer.pop()

    def _count(self, event: ScalarEvent | CollectionStartEvent) -> None:
        if event.tag is not None:
            refuse(event, f"the tag {event.tag}", "YAML without tags")
        if event.anchor is not None:
            refuse(event, f"the anchor &{event.anchor}", "YAML without anchors")
        self._nodes += 1
        if self._nodes > MAX_NODES:
            refuse(event, "one more value", f"at most {MAX_NODES} keys and values")

    def _await_value(self, event: ScalarEvent, key: Any) -> None:
        if key in self._container:
            refuse(event, f"the key {in_words(key)} again", "every key once")
        self._key = key

    def _put(self, value: Any) -> None:
        container = self._container
        if isinstance(container, list):
            container.append(value)
        else:
            container[self._key] = value
            self._key = _NO_KEY


def _alias(_: _Builder, event: AliasEvent) -> None:
    refuse(event, f"the alias *{event.anchor}", "YAML without aliases")


def _pass(_: _Builder, _event: Event) -> None:
    """Pass over the ends of documents and streams, which say nothing more."""


_HANDLERS: Final[dict[type[Event], Callable[[_Builder, Any], None]]] = {
    ScalarEvent: _Builder.scalar,
    MappingStartEvent: _Builder.open_mapping,
    SequenceStartEvent: _Builder.open_sequence,
    MappingEndEvent: _Builder.close,
    SequenceEndEvent: _Builder.close,
    AliasEvent: _alias,
    DocumentStartEvent: _Builder.start,
    DocumentEndEvent: _pass,
    StreamStartEvent: _pass,
    StreamEndEvent: _pass,
}
