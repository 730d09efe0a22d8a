"""What the data of a call says about its risk.

Values may be templates, texts or nonsense. What cannot be told counts as the worse.
"""

from collections.abc import Iterator, Mapping
import math
from typing import Any, Final

_WARM: Final = ("temperature", "target_temp_high", "target_temp_low")
_COMFORT: Final = ((7.0, 28.0), (45.0, 82.0))
"""Degrees that a home may have, Celsius and Fahrenheit."""

_SCALDING: Final = 60.0
_FAHRENHEIT: Final = 90.0
"""Water that is warmer than this is meant in Fahrenheit."""

_SCALDING_F: Final = 140.0


def closes(data: Mapping[str, Any]) -> bool:
    """Tell whether a position is set that closes."""
    return _number(data.get("position")) == 0


def is_extreme(data: Mapping[str, Any]) -> bool:
    """Tell whether a temperature is set in which nobody wants to live."""
    given = [_number(data[key]) for key in _WARM if key in data]
    return any(one is not None and not _is_comfort(one) for one in given)


def is_ordinary(data: Mapping[str, Any]) -> bool:
    """Tell whether all temperatures are known and bearable, and nothing else is set."""
    if "hvac_mode" in data:
        return False
    given = [_number(data[key]) for key in _WARM if key in data]
    return all(one is not None and _is_comfort(one) for one in given)


def may_scald(data: Mapping[str, Any]) -> bool:
    """Tell whether water may be made so hot that it scalds."""
    if "temperature" not in data:
        return False
    degrees = _number(data["temperature"])
    if degrees is None:
        return True
    return degrees >= (_SCALDING if degrees < _FAHRENHEIT else _SCALDING_F)


def has_link(data: Mapping[str, Any]) -> bool:
    """Tell whether a link is in it, anywhere."""
    return any("://" in text for text in _texts(data))


def is_command(data: Mapping[str, Any]) -> bool:
    """Tell whether a phone would take the message as a command."""
    message = data.get("message")
    return isinstance(message, str) and message.strip().startswith("command_")


def listens_outside(data: Mapping[str, Any]) -> bool:
    """Tell whether a trigger lets somebody outside of the home in on it."""
    words = ("webhook", "conversation", "mqtt", "event")
    return any(text in words for text in _texts(data))


def _is_comfort(degrees: float) -> bool:
    return any(low <= degrees <= high for low, high in _COMFORT)


def _number(value: Any) -> float | None:
    try:
        number = float(value)
    except TypeError, ValueError, OverflowError:
        return None
    return number if math.isfinite(number) else None


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _texts(key)
            yield from _texts(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _texts(one)
