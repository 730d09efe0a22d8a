"""How to infer an expectation from the data of a call.

A rule says only what every device of its kind is certain to report. Colours are
converted and brightness is clipped on the way, so neither is looked at.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any, Final

import voluptuous as vol

from homeassistant.helpers import config_validation as cv
from homeassistant.util import dt as dt_util

from ..model.expectation import AttributeExpectation, Expectation
from ..model.likeness import as_number

type Data = Mapping[str, Any]
type Rule = Callable[[Data], Expectation | None]
"""Returns None where the data leaves open what will be reported."""

POSITION_TOLERANCE: Final = 5.0
"""Motors stop a little early or late, and some know tens of per cent only."""

TEMPERATURE_TOLERANCE: Final = 0.3
"""A device that counts in the other unit rounds by as much. Half a degree is a step
that people do choose, so that 21 must not pass for 21.5."""

VOLUME_TOLERANCE: Final = 0.01
"""Players count from 0 to 100 inside."""


def states(*names: str) -> Expectation:
    """Return the expectation of one of these states."""
    return Expectation(states=frozenset(names))


INVERTED: Final = Expectation(states=None, inverts=True)
ON: Final = states("on")
OFF: Final = states("off")


def attribute(name: str, value: Any, tolerance: float = 0) -> Expectation:
    """Return the expectation of one attribute."""
    wanted = AttributeExpectation(name=name, value=value, tolerance=tolerance)
    return Expectation(states=None, attributes=(wanted,))


def text_state(field: str) -> Rule:
    """Return the rule: the state is the text of a field."""

    def rule(data: Data) -> Expectation | None:
        value = data.get(field)
        return None if value is None else states(str(value))

    return rule


def number_state(field: str) -> Rule:
    """Return the rule: the state is the number of a field."""

    def rule(data: Data) -> Expectation | None:
        value = as_number(data.get(field))
        return None if value is None else states(f"{value:.15g}")

    return rule


def text_attribute(name: str) -> Rule:
    """Return the rule: the attribute is the text of the field of the same name."""

    def rule(data: Data) -> Expectation | None:
        value = data.get(name)
        return None if value is None else attribute(name, str(value))

    return rule


def number_attribute(name: str, tolerance: float = 0) -> Rule:
    """Return the rule: the attribute is the number of the field of the same name."""

    def rule(data: Data) -> Expectation | None:
        value = as_number(data.get(name))
        return None if value is None else attribute(name, value, tolerance)

    return rule


def switch_attribute(name: str) -> Rule:
    """Return the rule: the attribute is as true as the field of the same name."""

    def rule(data: Data) -> Expectation | None:
        try:
            return attribute(name, cv.boolean(data.get(name)))
        except vol.Invalid:
            return None

    return rule


def light_turned_on(data: Data) -> Expectation | None:
    """Expect on, or off where the brightness is zero."""
    if "flash" in data or "profile" in data:
        # A flash ends as it began, and what a profile holds is in a file.
        return None
    level = _level(data)
    if level is None:
        return None
    return ON if level > 0 else OFF


def light_turned_off(data: Data) -> Expectation | None:
    """Expect off, nothing of a flash."""
    return None if "flash" in data else OFF


def light_toggled(data: Data) -> Expectation | None:
    """Expect the opposite, unless the light would be turned on with no brightness."""
    return INVERTED if light_turned_on(data) is ON else None


def fan_turned_on(data: Data) -> Expectation | None:
    """Expect on; what a speed of zero does is up to the fan."""
    return None if as_number(data.get("percentage")) == 0 else ON


def fan_speed_set(data: Data) -> Expectation | None:
    """Expect a speed of zero; any other is rounded to the steps that the fan has."""
    return (
        attribute("percentage", 0) if as_number(data.get("percentage")) == 0 else None
    )


def standing(position: float, *names: str) -> Expectation:
    """Return the expectation of a cover or valve that stands still at a position."""
    wanted = AttributeExpectation(
        name="current_position",
        value=position,
        tolerance=POSITION_TOLERANCE,
        where_reported=True,
    )
    return Expectation(states=frozenset(names), attributes=(wanted,))


def position_set(data: Data) -> Expectation | None:
    """Expect a cover or valve to stand still at the position."""
    position = as_number(data.get("position"))
    if position is None:
        return None
    if int(position) == 0:
        return states("closed")
    if position <= POSITION_TOLERANCE:
        # So little may be closed after all.
        return standing(position, "open", "closed")
    return standing(position, "open")


def tilt_set(data: Data) -> Expectation | None:
    """Expect the slats at the position."""
    position = as_number(data.get("tilt_position"))
    if position is None:
        return None
    return attribute("current_tilt_position", position, POSITION_TOLERANCE)


def temperature_set(data: Data) -> Expectation | None:
    """Expect the target temperatures; an ``hvac_mode`` beside them may be ignored."""
    wanted = tuple(
        AttributeExpectation(name=name, value=value, tolerance=TEMPERATURE_TOLERANCE)
        for name in ("temperature", "target_temp_low", "target_temp_high")
        if (value := as_number(data.get(name))) is not None
    )
    return Expectation(states=None, attributes=wanted) if wanted else None


def date_set(data: Data) -> Expectation | None:
    """Expect the date as ISO text."""
    value = _parsed(cv.date, data.get("date"))
    return states(value.isoformat()) if type(value) is date else None


def time_set(data: Data) -> Expectation | None:
    """Expect the time as ISO text."""
    value = _parsed(cv.time, data.get("time"))
    return states(value.isoformat()) if value else None


def datetime_set(data: Data) -> Expectation | None:
    """Expect the moment in UTC; without a time zone it is local time."""
    moment = _parsed(_from_text, data.get("datetime"))
    return states(moment.isoformat(timespec="seconds")) if moment else None


def input_datetime_set(data: Data) -> Expectation | None:
    """Expect what the helper shows: a date, a time or both, it depends on its kind."""
    if (moment := _moment(data)) is not None:
        day, clock = f"{moment:%Y-%m-%d}", f"{moment:%H:%M:%S}"
        return states(f"{day} {clock}", day, clock)
    parts: dict[str, int] = {}
    if day_only := _parsed(cv.date, data.get("date")):
        parts = {"year": day_only.year, "month": day_only.month, "day": day_only.day}
    elif at := _parsed(cv.time, data.get("time")):
        parts = {"hour": at.hour, "minute": at.minute, "second": at.second}
    wanted = tuple(AttributeExpectation(name=k, value=v) for k, v in parts.items())
    return Expectation(states=None, attributes=wanted) if wanted else None


def _moment(data: Data) -> datetime | None:
    """Return date and time where the data has both, in one field or in two."""
    if (stamp := as_number(data.get("timestamp"))) is not None:
        return _parsed(_from_timestamp, stamp)
    if (whole := _parsed(cv.datetime, data.get("datetime"))) is not None:
        return whole
    day, clock = _parsed(cv.date, data.get("date")), _parsed(cv.time, data.get("time"))
    return datetime.combine(day, clock) if day and clock else None


def _from_timestamp(stamp: float) -> datetime:
    return dt_util.as_local(dt_util.utc_from_timestamp(stamp))


def _from_text(value: Any) -> datetime:
    moment = cv.datetime(value)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt_util.get_default_time_zone())
    return moment.astimezone(UTC)


def _parsed[T: (date, time, datetime)](
    parse: Callable[[Any], T], value: Any
) -> T | None:
    """Return what the parser makes of the value, None where it can make nothing of it."""
    try:
        return parse(value)
    except vol.Invalid, ValueError, OverflowError, OSError, TypeError:
        return None


def _level(data: Data) -> int | None:
    """Return how bright a light will be, as far as zero or not goes; None if unclear."""
    if data.get("white") in (0, "0"):
        return 0
    field = next((field for field in _LEVELS if field in data), None)
    if field is None:
        return 1
    if (given := as_number(data[field])) is None:
        return None
    level = _LEVELS[field](given)
    # A step down may end at zero, which turns the light off, or may not.
    return None if field in _STEPS and level <= 0 else level


def _per_cent(value: float) -> int:
    return round(255 * value / 100)


_STEPS: Final = frozenset({"brightness_step", "brightness_step_pct"})
_LEVELS: Final[Mapping[str, Callable[[float], int]]] = {
    "brightness": int,
    "brightness_pct": _per_cent,
    "brightness_step": int,
    "brightness_step_pct": _per_cent,
}
"""At most one of these fields is in a call; rounded as Home Assistant does."""
