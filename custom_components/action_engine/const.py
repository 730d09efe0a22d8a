"""Names that several files of the face share."""

from typing import Final

from homeassistant.const import Platform

from .engine.errors import DOMAIN

__all__ = [
    "DOMAIN",
    "EVENT_EXECUTION_ENDED",
    "EVENT_EXECUTION_RESUMED",
    "EVENT_EXECUTION_UNDONE",
    "PLATFORMS",
    "SECTION_EXECUTION",
    "SECTION_JOURNAL",
    "SECTION_RESTART",
    "SECTION_RETRY",
    "SECTION_VERIFICATION",
]

PLATFORMS: Final = [
    Platform.BINARY_SENSOR,
    Platform.BUTTON,
    Platform.EVENT,
    Platform.SENSOR,
    Platform.SWITCH,
]

EVENT_EXECUTION_ENDED: Final = f"{DOMAIN}_execution_ended"
"""Fired once per execution, when nothing more happens to it by itself."""

EVENT_EXECUTION_RESUMED: Final = f"{DOMAIN}_execution_resumed"
"""Fired when an execution that a restart has broken off is taken up again."""

EVENT_EXECUTION_UNDONE: Final = f"{DOMAIN}_execution_undone"
"""Fired when an execution that had ended was set back."""

SECTION_EXECUTION: Final = "execution"
SECTION_RETRY: Final = "retry"
SECTION_VERIFICATION: Final = "verification"
SECTION_RESTART: Final = "restart"
SECTION_JOURNAL: Final = "journal"
