"""Names that several files of the crash home need."""

from typing import Final

DOMAIN: Final = "crash_home"
ENGINE: Final = "action_engine"
WISH_FILE: Final = "crash_wish.json"
"""A wish that is there before Home Assistant starts."""

COMMANDS: Final = ("tell", "press", "draw", "slow", "ring")
"""What a device can be told beside the switches; ``draw`` answers with a number."""
