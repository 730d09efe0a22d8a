"""Values held against selectors of Home Assistant."""

from collections.abc import Mapping
from typing import Any

import voluptuous as vol

from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.selector import selector, validate_selector


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
        valid: Any = vol.Schema(selector(dict(config)))(value)
    except (vol.Invalid, HomeAssistantError, TypeError, ValueError) as error:
        raise ValueError(str(error)) from error
    return value if valid == value else valid
