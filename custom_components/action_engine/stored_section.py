"""One section of a stored policy, read without goodwill.

What is missing keeps its default; what is there has to be of the right kind. ``"no"`` is
no boolean and ``"10"`` no number: whoever guesses what was meant may open a door.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from enum import StrEnum
from typing import Any, Final

from .engine.model.copying import copied
from .engine.model.pattern import is_pattern

INVALID_VALUE: Final = "invalid_value"
INVALID_PATTERN: Final = "invalid_pattern"
NAMED_TWICE: Final = "named_twice"
NO_MODE_ENTITY: Final = "mode_entity_missing"
NO_WAY_THERE: Final = "transition_not_allowed"
NO_STAGES: Final = "rollout_incomplete"
NO_DAYS_BETWEEN: Final = "stages_out_of_order"

MOST: Final = 1_000_000_000
"""No number is larger: so many seconds are thirty years."""


class PolicyDataError(ValueError):
    """Something stored is not what it has to be."""

    def __init__(self, code: str, place: str, came: object) -> None:
        """Name the place by its path; ``code`` is that of the form's error."""
        super().__init__(f"{place}: {code.replace('_', ' ')}")
        self.code = code
        self.place = place
        self.came = str(came)


class StoredSection:
    """Gives the values of a section by key, in their types."""

    def __init__(self, stored: Mapping[str, Any], name: str) -> None:
        """Read the section ``name``; one that is missing has no values."""
        section = stored.get(name, {})
        if not isinstance(section, Mapping):
            raise PolicyDataError(INVALID_VALUE, name, section)
        self._name = name
        self._values = section
        self._known: set[str] = set()
        """Keys that were asked for."""

    def end(self) -> None:
        """Refuse keys that nobody asked for: they may be limits of a later version."""
        for key in self._values:
            if key not in self._known:
                raise self._problem(key, key)

    def flag(self, key: str, default: bool) -> bool:  # noqa: FBT001 - it is the value
        """Return true or false."""
        return self._value(key, default, lambda value: isinstance(value, bool))

    def whole(self, key: str, default: int, *, highest: int = MOST) -> int:
        """Return a whole number from 0 to another one."""
        return self._value(
            key, default, lambda value: type(value) is int and 0 <= value <= highest
        )

    def limit(self, key: str, default: int | None) -> int | None:
        """Return a whole number, or None for 0: a form cannot say None."""
        return self.whole(key, default or 0) or None

    def number(
        self, key: str, default: float, *, lowest: float = 0, highest: float = MOST
    ) -> float:
        """Return a number between two others."""
        value = self._value(
            key,
            default,
            lambda value: type(value) in {int, float} and lowest <= value <= highest,
        )
        return float(value)

    def choice[T: StrEnum](self, key: str, default: T) -> T:
        """Return a member of the enumeration that the default is one of."""
        known = [one.value for one in type(default)]
        return type(default)(self._value(key, default, lambda value: value in known))

    def word(self, key: str, default: str | None) -> str | None:
        """Return a text; an empty one is none."""
        return self._value(key, default, lambda value: isinstance(value, str)) or None

    def words(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(self._value(key, default, _are_words))

    def names(self, key: str) -> frozenset[str]:
        """Return a list of texts in which the order says nothing."""
        return frozenset(self.words(key))

    def patterns(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Return a list of patterns of actions."""
        return self._patterns(key, self.words(key, default))

    def mappings(self, key: str) -> tuple[Mapping[str, Any], ...]:
        """Return a list of mappings."""
        return tuple(copied(self._value(key, [], _are_mappings)))

    def pattern_limits(self, key: str) -> dict[str, int]:
        """Return whole numbers by pattern; 0 would be no limit but a refusal."""
        found = self._by(key, "pattern", "limit", lambda row: row.whole("limit", 0))
        self._patterns(key, tuple(found))
        if 0 in found.values():
            # Elsewhere it stands for no limit at all; nobody can tell what is meant.
            raise self._problem(key, 0)
        return found

    def pattern_costs(self, key: str) -> dict[str, int]:
        """Return whole numbers by pattern; 0 says that something is free."""
        found = self._by(key, "pattern", "cost", lambda row: row.whole("cost", 0))
        self._patterns(key, tuple(found))
        return found

    def day(self, key: str) -> date | None:
        """Return a date, written as ``2026-11-21``; an empty text is none."""
        if (word := self.word(key, None)) is None:
            return None
        with suppress(ValueError):
            return date.fromisoformat(word)
        raise self._problem(key, word)

    def rows(self, key: str) -> tuple[StoredSection, ...]:
        """Return the rows of a list, each to be read like a section."""
        place = self._place(key)
        return tuple(StoredSection({place: row}, place) for row in self.mappings(key))

    def patterns_by_mode(self, key: str) -> dict[str, tuple[str, ...]]:
        """Return patterns of actions by the state of an entity."""
        return self._by(key, "mode", "actions", lambda row: row.patterns("actions"))

    def words_by_mode(self, key: str) -> dict[str, tuple[str, ...]]:
        """Return lists of texts by the state of an entity."""
        return self._by(key, "mode", "to", lambda row: row.words("to"))

    def _by[T](
        self, key: str, name: str, other: str, value: Callable[[StoredSection], T]
    ) -> dict[str, T]:
        """Return the rows of a list, each of which has exactly two fields, by one."""
        found: dict[str, T] = {}
        for row in self.mappings(key):
            section = StoredSection({self._place(key): row}, self._place(key))
            word = section.word(name, None)
            if word is None or row.keys() != {name, other}:
                raise self._problem(key, row)
            if word in found:
                raise self._problem(key, word, NAMED_TWICE)
            found[word] = value(section)
        return found

    def _patterns(self, key: str, words: tuple[str, ...]) -> tuple[str, ...]:
        for word in words:
            if not is_pattern(word):
                raise self._problem(key, word, INVALID_PATTERN)
        return words

    def _value[T](self, key: str, default: T, fits: Callable[[Any], bool]) -> T:
        self._known.add(key)
        if key not in self._values:
            return default
        value: T = self._values[key]
        if not fits(value):
            raise self._problem(key, value)
        return value

    def _problem(
        self, key: str, came: object, code: str = INVALID_VALUE
    ) -> PolicyDataError:
        return PolicyDataError(code, self._place(key), came)

    def _place(self, key: str) -> str:
        return f"{self._name}.{key}"


def _are_words(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(one, str) and one for one in value
    )


def _are_mappings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)
