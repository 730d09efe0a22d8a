"""Which errors ``continue_on_error`` passes over, and which are never retried."""

from typing import Final

from homeassistant.exceptions import (
    HomeAssistantError,
    ServiceValidationError,
    Unauthorized,
)
from homeassistant.helpers.script import CONFIGURATION_ERRORS

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
