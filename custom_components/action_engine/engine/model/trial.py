"""What a text that somebody wants to try may be."""

from enum import StrEnum


class TextKind(StrEnum):
    """How a text is read."""

    AUTO = "auto"
    """Find out."""

    ACTIONS = "actions"
    """YAML: actions, a script or an automation."""

    PLAN = "plan"
    """A decision plan, in YAML or JSON."""

    RESPONSE = "response"
    """The answer of a language model, in whichever format."""
