"""How a step ends more than itself. None of these is an error of the engine."""

from typing import Any, ClassVar

from homeassistant.helpers.typing import UNDEFINED, UndefinedType

from ..model.outcome import Ending


class Halt(Exception):  # noqa: N818 - a signal, not an error
    """Base: something asked the run, or a part of it, to end."""


class Abort(Halt):
    """The whole run ends as a failure; the cause is in ``__cause__``."""


class ConditionFailed(Halt):
    """The sequence that the condition stands in ends, and only that one."""


class Stop(Halt):
    """The whole run ends as a success."""

    def __init__(
        self,
        text: str | None,
        response: Any,
        conversation_response: str | UndefinedType | None = UNDEFINED,
    ) -> None:
        """Carry what the author wants to be answered."""
        super().__init__(text)
        self.response = response
        self.conversation_response = conversation_response


class Misfit(Halt):
    """A note does not fit the plan: what was done is not known any more."""

    ending: ClassVar = Ending.UNKNOWN

    def __init__(self, key: str) -> None:
        """Name the note that nobody asks for."""
        super().__init__(f"the record of {key} does not fit the plan")


class Undecided(Halt):
    """A call may or may not have happened, and only a person can say what follows."""

    ending: ClassVar = Ending.UNKNOWN

    def __init__(self, path: str) -> None:
        """Name the step."""
        super().__init__(f"nobody knows whether step {path} was done")
        self.path = path
