"""Which errors ``continue_on_error`` passes over, and which are never retried."""

from typing import Final

from homeassistant.exceptions import (
    HomeAssistantError,
    ServiceValidationError,
    Unauthorized,
)
from homeassistant.helpers.script import CONFIGURATION_ERRORS

from ..errors import ActionEngineError

POINTLESS: Final[tuple[type[Exception], ...]] = (
    *CONFIGURATION_ERRORS,
    ServiceValidationError,
    Unauthorized,
)
"""The same call would fail in the same way again: what was asked is at fault."""


def may_continue(error: Exception) -> bool:
    """Tell whether a step with ``continue_on_error`` may fail with this error.

    As in native scripts: only what Home Assistant raises on purpose, and nothing that
    says that the step itself is wrong.
    """
    return isinstance(error, HomeAssistantError) and not isinstance(
        error, CONFIGURATION_ERRORS
    )


def had_no_effect(error: Exception) -> bool:
    """Tell whether what raised an error says itself that it has done nothing."""
    return isinstance(error, ActionEngineError) and error.had_no_effect
