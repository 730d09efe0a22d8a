"""Who is asked right before each call of a run that may not do just anything."""

from typing import TYPE_CHECKING, ClassVar, Protocol

from ..model.outcome import Ending
from .signals import Undecided

if TYPE_CHECKING:
    from .frame import Run
    from .order import Order


class Held(Undecided):
    """A call is about to be made to which nobody has agreed; the run waits for a person."""

    ending: ClassVar = Ending.HELD

    def __init__(self, path: str, order: Order, reason: str) -> None:
        """Name the step, what it would do, and why that is not covered."""
        super().__init__(path)
        self.args = (f"step {path} waits for a person: {reason}",)
        self.order = order
        self.reason = reason


class Guard(Protocol):
    """Watches over one run."""

    used: set[str]
    """All that was done well, by the names under which it was judged."""

    def check(self, path: str, order: Order) -> None:
        """Return if the call may be made as it was rendered.

        Raises ``Held`` if a person has to be asked, ``CallDeniedError`` if it must not
        be made at all.
        """

    def done(self, order: Order, error: Exception | None) -> None:
        """Hear how a call has ended, with all its attempts."""


def ask(run: Run, path: str, order: Order) -> None:
    """Ask the guard of a run, if it has one, before a call is made."""
    if run.guard is None:
        return
    try:
        run.guard.check(path, order)
    except Held as held:
        # No arm of the run goes on while a person thinks about it.
        run.pace.abandon(held)
        raise
