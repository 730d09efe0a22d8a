"""Validators of the engine's keys; each says in words what it would have taken.

A validator raises ``vol.Invalid`` with the words that belong after "expected";
``checked`` makes an error of it that names the place.
"""

from collections.abc import Callable, Mapping
from typing import Any

import voluptuous as vol

from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.template import Template, is_template_string

from ..errors import InvalidActionError
from ..model.likeness import as_number
from .problems import shorten

type Validator[T] = Callable[[Any], T]


def checked[T](validator: Validator[T], value: Any, place: str) -> T:
    """Return what the validator makes of the value.

    Raises ``InvalidActionError``; a field of a mapping is added to the place.
    """
    try:
        return validator(value)
    except vol.Invalid as error:
        first = error.errors[0] if isinstance(error, vol.MultipleInvalid) else error
        came = value
        for part in first.path:
            came = came[part]
            place = f"{place}.{part}"
        raise InvalidActionError(place, shorten(came), str(first.msg)) from None


def fields(validators: Mapping[str, Validator[Any]]) -> Validator[dict[str, Any]]:
    """Return a validator of mappings that have some of these fields and no others."""
    known = f"one of the fields {', '.join(validators)}"

    def refuse(_: Any) -> Any:
        raise vol.Invalid(known)

    schema = vol.Schema(
        {**{vol.Optional(k): v for k, v in validators.items()}, vol.Extra: refuse}
    )

    def validate(value: Any) -> dict[str, Any]:
        if not isinstance(value, Mapping) or not value:
            raise vol.Invalid(f"a mapping with {known}")
        return dict(schema(dict(value)))

    return validate


def switch(value: Any) -> bool:
    """Take true or false."""
    if isinstance(value, bool):
        return value
    raise vol.Invalid("true or false")


def number(least: float, most: float) -> Validator[float]:
    """Return a validator of numbers, also of numbers in quotes."""

    def validate(value: Any) -> float:
        if (result := as_number(value)) is not None and least <= result <= most:
            return result
        raise vol.Invalid(f"a number from {least:g} to {most:g}")

    return validate


def whole_number(least: int, most: int) -> Validator[int]:
    """Return a validator of whole numbers; 3.0 is one."""

    def validate(value: Any) -> int:
        result = as_number(value)
        if result is not None and result.is_integer() and least <= result <= most:
            return int(result)
        raise vol.Invalid(f"a whole number from {least} to {most}")

    return validate


def seconds(most: float, *, least: float = 0.0) -> Validator[float]:
    """Return a validator of times, as Home Assistant takes them in ``delay``.

    A number of seconds, ``HH:MM:SS``, or a mapping such as ``{minutes: 5}``.
    """

    def validate(value: Any) -> float:
        if (result := _time(value)) is not None and least <= result <= most:
            return result
        raise vol.Invalid(f"a time from {least:g} to {most:g} seconds")

    return validate


def or_null[T](validator: Validator[T]) -> Validator[T | None]:
    """Return a validator that takes null as well, which means: no limit."""

    def validate(value: Any) -> T | None:
        if value is None:
            return None
        try:
            return validator(value)
        except vol.Invalid as error:
            raise vol.Invalid(f"{error.msg}, or null for no limit") from None

    return validate


def template(value: Any) -> Template:
    """Take a text with a template in it; needs a running event loop."""
    try:
        result: Template = cv.dynamic_template(value)
    except vol.Invalid as error:
        raise vol.Invalid(f"a template that can be read ({error.msg})") from None
    return result


def is_template(value: Any) -> bool:
    """Tell whether the value is a text with a template in it."""
    return isinstance(value, str) and is_template_string(value)


def _time(value: Any) -> float | None:
    if isinstance(value, bool):
        return None
    try:
        # Overflow: infinite and huge numbers get through Home Assistant's own checks.
        return float(cv.positive_time_period(value).total_seconds())
    except vol.Invalid, OverflowError:
        return None
