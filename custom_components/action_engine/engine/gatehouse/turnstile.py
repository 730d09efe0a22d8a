"""Lets requests in, and counts them: all that follows from a verdict, or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Final

from ..errors import RequestDeniedError
from ..model.entry import OWN, Entry
from ..model.state import ExecutionState
from ..model.verdict import Decision
from .ledger import Ledger, now
from .preparing import Preparing, acts_of
from .ruling import Ruling

_STATES: Final = {
    Decision.ALLOW: ExecutionState.QUEUED,
    Decision.HOLD: ExecutionState.PENDING_APPROVAL,
    Decision.DENY: ExecutionState.DENIED,
}


class Turnstile:
    """Counts who comes in."""

    def __init__(self, preparing: Preparing, ledger: Ledger) -> None:
        """Count in the books of the gate."""
        self._preparing = preparing
        self._ledger = ledger

    @contextmanager
    def admitting(self, ruling: Ruling | None) -> Iterator[Entry]:
        """Return how a request comes in.

        What it was counted for is given back if it does not come in after all.
        """
        if ruling is None:
            yield OWN
            return
        entry = Entry(
            state=_STATES[ruling.verdict.decision],
            verdict=ruling.verdict,
            caller=ruling.caller,
            leave=ruling.leave,
        )
        if entry.leave is None or entry.state is not ExecutionState.QUEUED:
            yield entry
            return
        leave = replace(entry.leave, reserved=len(ruling.permits))
        with self.counted(ruling):
            yield replace(entry, leave=leave)

    @contextmanager
    def counted(self, ruling: Ruling) -> Iterator[None]:
        """Count a request against all limits, at once or not at all."""
        policy, ledger, asked = ruling.policy, self._ledger, ruling.asked
        taken = ledger.windows.take(self._preparing.uses(policy, asked), now())
        if taken is None:
            raise RequestDeniedError(
                name=policy.name, execution_id="", reason="its limits are used up"
            )
        try:
            ledger.keep("windows", taken.numbers)
            ledger.keep("loops", ledger.loops.note(policy, acts_of(asked), now()))
            self._note_grant(ruling)
            yield
        except BaseException:
            ledger.windows.refund(taken)
            ledger.keep("windows", taken.numbers)
            raise

    def _note_grant(self, ruling: Ruling) -> None:
        """Count the use of what somebody has agreed to in advance."""
        verdict, grants = ruling.verdict, self._ledger.grants
        if not verdict.in_advance or verdict.impact is None:
            return
        used = grants.used(verdict.policy, verdict.impact.touches, now())
        if used is not None:
            self._ledger.keep("grants", (used,))
