"""What a question to a person is about, as one number.

Whoever says yes says it to this: the actions, on these targets, under this policy. If
anything of it is different when it is to run, the answer does not count for it.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

import orjson

from homeassistant.helpers.template import Template


def digest(
    *,
    actions: Any,
    variables: Mapping[str, Any],
    targets: Mapping[str, Iterable[str]],
    policy: str,
    version: str | int | None = None,
) -> str:
    """Return the hash of a request, the same in every process.

    ``targets`` are the resolved entities by place, ``version`` that of the action from
    the catalog. Variables keep their order, since later ones may use those before.
    Raises ``TypeError`` for what is no data: it must not pass for something else.
    """
    whole = [
        ["actions", _plain(actions)],
        ["variables", [[key, _plain(one)] for key, one in variables.items()]],
        ["targets", {place: sorted(set(ids)) for place, ids in targets.items()}],
        ["policy", policy],
        ["version", version],
    ]
    return sha256(_written(whole)).hexdigest()


def fingerprint(value: Any) -> str:
    """Return the hash of data alone; raises as ``digest`` does."""
    return sha256(_written(_plain(value))).hexdigest()


def _written(value: Any) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


def _plain(value: Any) -> Any:
    """Return a value so that JSON writes no two different ones alike.

    Lists say that they are lists, so whatever JSON has no word for can be a list that
    says what it is.
    """
    match value:
        case None | bool():
            return value
        case str():
            return str.__str__(value)
        case int() | float():
            return [type(value).__name__, repr(value)]
        case list() | tuple():
            return ["list", *map(_plain, value)]
        case Mapping():
            return _mapping(value)
        case _:
            return _other(value)


def _mapping(value: Mapping[Any, Any]) -> Any:
    if all(isinstance(key, str) for key in value):
        return {str.__str__(key): _plain(one) for key, one in value.items()}
    pairs = [[_plain(key), _plain(one)] for key, one in value.items()]
    return ["mapping", *sorted(pairs, key=_written)]


def _other(value: Any) -> Any:
    if isinstance(value, (set, frozenset)):
        return ["set", *sorted(map(_plain, value), key=_written)]
    if isinstance(value, bytes):
        return ["bytes", value.hex()]
    if isinstance(value, Template):
        return ["template", value.template]
    # Dates, times and their differences write themselves completely.
    if type(value).__module__ == "datetime":
        return [type(value).__name__, repr(value)]
    raise TypeError(type(value).__name__)
