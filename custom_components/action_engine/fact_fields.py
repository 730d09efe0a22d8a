"""From the data of the actions about facts to what the engine is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from .engine.errors import InvalidActionError
from .request_fields import given_fields
from .request_values import Reader, text, whole, yes_or_no

MOST_RECALLED: Final = 500
_USUAL: Final = 100

_NAMES: Final[Mapping[str, Reader[Any]]] = {"key": text, "category": text}
_POLICY: Final = "policy"
_ALL: Final = "all"

REMEMBER_FIELDS: Final = (*_NAMES, "value", _POLICY)
RECALL_FIELDS: Final = (*_NAMES, "limit", _POLICY)
FORGET_FIELDS: Final = (*_NAMES, _ALL, _POLICY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which facts somebody means."""

    policy: str | None
    """Name or id of another policy than his own."""

    key: str | None
    category: str | None
    value: Any = None
    limit: int = _USUAL


def parse_remember(data: Mapping[str, Any]) -> Wanted:
    """Return the fact that is to be kept; its key is there."""
    given = given_fields(data, REMEMBER_FIELDS)
    for field in ("key", "value"):
        if field not in given:
            raise InvalidActionError(field, "nothing", f"the {field} of the fact")
    return _wanted(given, value=given["value"])


def parse_recall(data: Mapping[str, Any]) -> Wanted:
    """Return which facts somebody wants to know."""
    given = given_fields(data, RECALL_FIELDS)
    if "limit" not in given:
        return _wanted(given)
    limit = whole(1, MOST_RECALLED)(given["limit"], "limit")
    return _wanted(given, limit=limit)


def parse_forget(data: Mapping[str, Any]) -> Wanted:
    """Return which facts are to go; without key and category it is all of them."""
    given = given_fields(data, FORGET_FIELDS)
    everything = _ALL in given and yes_or_no(given[_ALL], _ALL)
    named = [field for field in _NAMES if field in given]
    if len(named) + everything != 1:
        came = " and ".join([*named, *([_ALL] if everything else [])]) or "nothing"
        raise InvalidActionError("key", came, "one of key, category, all")
    return _wanted(given)


def _wanted(given: Mapping[str, Any], **more: Any) -> Wanted:
    names: dict[str, Any] = {
        field: read(given[field], field) if field in given else None
        for field, read in {**_NAMES, _POLICY: text}.items()
    }
    return Wanted(**names, **more)
