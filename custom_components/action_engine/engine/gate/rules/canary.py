"""Only a share of what may run by itself does, until the owner trusts it."""

from ...model.rollout import WHOLE
from ...model.verdict import Finding
from ..case import Case
from ..findings import hold


def check(case: Case) -> Finding | None:
    """Ask a person about requests outside of the share that runs by itself."""
    share = min(case.policy.canary_percentage, case.stage.percentage)
    # Asked this way round, a draw that is no number is outside of every share.
    if share >= WHOLE or case.canary < share:
        return None
    return hold("canary", f"Of such requests, {share} % run without being asked about.")
