"""Names that several files of the face share."""

from typing import Final

from homeassistant.const import Platform

from .engine.errors import DOMAIN

__all__ = [
    "DOMAIN",
    "EVENT_EXECUTION_ENDED",
    "PLATFORMS",
    "SECTION_EXECUTION",
    "SECTION_RETRY",
    "SECTION_VERIFICATION",
]

PLATFORMS: Final = [Platform.BUTTON, Platform.EVENT, Platform.SENSOR, Platform.SWITCH]

EVENT_EXECUTION_ENDED: Final = f"{DOMAIN}_execution_ended"
"""Fired once per execution, when nothing more happens to it by itself."""

SECTION_EXECUTION: Final = "execution"
SECTION_RETRY: Final = "retry"
SECTION_VERIFICATION: Final = "verification"
