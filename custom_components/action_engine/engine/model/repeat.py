"""Whether the same call may be made twice."""

from enum import StrEnum


class Repeat(StrEnum):
    """What a second identical call does."""

    ABSOLUTE = "absolute"
    """It changes nothing more: ``turn_on``, ``set_temperature``, ``lock``."""

    RELATIVE = "relative"
    """It does the thing a second time: ``toggle``, ``press``, a notification."""

    UNCLEAR = "unclear"
    """Nobody can tell: a script, a REST command, a service of somebody's own."""
