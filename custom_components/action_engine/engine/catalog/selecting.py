"""Values held against selectors of Home Assistant."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

import orjson
import voluptuous as vol

from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.selector import selector, validate_selector

_KEPT: Final = 512


def check_selector(config: Any) -> Mapping[str, Any]:
    """Return the selector that somebody wrote; raise ``ValueError`` if it is none."""
    try:
        validate_selector(config)
    except (vol.Invalid, HomeAssistantError, TypeError, ValueError) as error:
        raise ValueError(str(error)) from error
    kind, settings = next(iter(config.items()))
    return {kind: settings or {}}


def check_value(config: Mapping[str, Any], value: Any) -> Any:
    """Return what a selector makes of a value; raise ``ValueError`` if it is refused.

    What is valid as it came keeps its form: a whole number stays one.
    """
    if "boolean" in config and not isinstance(value, bool):
        # The selector would take the text "no" for a yes.
        raise ValueError("expected true or false")
    try:
        valid: Any = _checker(config)(value)
    except (vol.Invalid, HomeAssistantError, TypeError, ValueError) as error:
        raise ValueError(str(error)) from error
    return value if valid == value else valid


def _checker(config: Mapping[str, Any]) -> vol.Schema:
    """Return what checks values; making it costs more than using it."""
    try:
        key = orjson.dumps(dict(config))
    except TypeError:
        key = b"null"
    # Numbers without an end are null in JSON, and would be lost in a key.
    if b"null" in key:
        return vol.Schema(selector(dict(config)))
    return _known_checker(key)


@lru_cache(maxsize=_KEPT)
def _known_checker(key: bytes) -> vol.Schema:
    return vol.Schema(selector(orjson.loads(key)))
