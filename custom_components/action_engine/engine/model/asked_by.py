"""Who may stand behind an execution, as a list can be narrowed to it."""

from enum import StrEnum


class AskedBy(StrEnum):
    """One of the four; what has neither of these was asked for by the home itself."""

    AUTOMATION = "automation"
    """An automation was run."""

    SCRIPT = "script"
    """A script was run."""

    AGENT = "agent"
    """It ran under a policy that is not trusted."""

    USER = "user"
    """An account, and none of the above."""
