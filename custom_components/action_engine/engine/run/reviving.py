"""What becomes of a call that was under way when the run was broken off: pure."""

from dataclasses import dataclass

from ..model.notes import CallHistory, Verdict
from ..model.repeat import Repeat


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What can be seen of the call now."""

    met: bool
    """What was expected of it is true."""

    untouched: bool
    """Everything is as it was before the call, and would not be after it."""

    repeat: Repeat


def judge(past: CallHistory, evidence: Evidence) -> Verdict | None:
    """Return what to do with a call in flight, None if only a person can say.

    What a person has said counts most. Then what is seen; then whether a second call
    does any harm.
    """
    if past.verdict is not None:
        return past.verdict
    if evidence.met:
        return Verdict.DONE
    if evidence.repeat is Repeat.ABSOLUTE or evidence.untouched:
        return Verdict.AGAIN
    return None
