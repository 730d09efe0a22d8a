"""The policy's own conditions: quiet hours, presence, anything."""

from ...model.verdict import Finding
from ..case import Case
from ..findings import hold


def check(case: Case) -> Finding | None:
    """Ask a person while the policy's conditions do not hold.

    Quiet hours mean that nothing happens by itself, not that nothing may happen: who
    is awake can say yes. Leave that was given in advance does not count then. What is
    never to happen belongs on the list of denied actions.
    """
    if case.conditions_met:
        return None
    return hold("conditions", "The conditions of the policy do not hold now.")
