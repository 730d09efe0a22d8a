"""What Home Assistant's validation says, as errors that name the place."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import voluptuous as vol

from homeassistant.exceptions import HomeAssistantError

from ..errors import InvalidActionError

REFUSALS: Final = (
    vol.Invalid,
    HomeAssistantError,
    ValueError,
    # What validators raise that did not think of a number in the place of a list.
    TypeError,
    AttributeError,
    LookupError,
)
"""How Home Assistant's validation says no."""

_LONGEST = 80
_EXPECTED = "expected "
_MISSING = "required key"


def shorten(value: Any) -> str:
    """Return the value as people can read it in one line."""
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def invalid(place: str, config: Any, error: Exception) -> InvalidActionError:
    """Turn an error of Home Assistant's validation into one with a place.

    ``config`` is what was validated; the value that came is looked up in it.
    """
    first = error.errors[0] if isinstance(error, vol.MultipleInvalid) else error
    if not isinstance(first, vol.Invalid):
        complaint = _wanted(str(error) or repr(error))
        return InvalidActionError(place, shorten(config), complaint)
    path = [str(part) for part in first.path]
    where = f"{place}: {'.'.join(path)}" if path else place
    came, expected = _explain(first, config)
    return InvalidActionError(where, came, expected)


def _explain(error: vol.Invalid, config: Any) -> tuple[str, str]:
    name = type(error).__name__
    if name == "ExtraKeysInvalid":
        return _key_of(error), "no such key here"
    message = str(error.msg)
    if name == "RequiredFieldInvalid" and message.startswith(_MISSING):
        return "nothing", f"the key {_key_of(error)}"
    return shorten(_look_up(config, error.path)), _wanted(message)


def _wanted(message: str) -> str:
    """Return what may stand after "expected"; some messages only say what is amiss."""
    if message.lower().startswith(_EXPECTED):
        return message[len(_EXPECTED) :]
    return f"something else: {message}"


def _key_of(error: vol.Invalid) -> str:
    return str(error.path[-1]) if error.path else "?"


def _look_up(config: Any, path: Iterable[Any]) -> Any:
    for part in path:
        key = str(part) if isinstance(config, Mapping) else part
        try:
            config = config[key]
        except KeyError, IndexError, TypeError:
            return config
    return config
