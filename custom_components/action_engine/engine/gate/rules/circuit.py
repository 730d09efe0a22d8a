"""What has failed too often is left alone for a while."""

from ...model.verdict import Finding
from ..case import Case
from ..findings import deny, named


def check(case: Case) -> Finding | None:
    """Deny what a circuit is open for, under policies that heed circuits."""
    circuits = case.open_circuits
    if not circuits or not case.policy.circuits:
        return None
    seconds = max(circuits.values())
    text = f"Too many failures: {named(circuits)}. Next try in {seconds:.0f} s."
    return deny("circuit_open", text)
