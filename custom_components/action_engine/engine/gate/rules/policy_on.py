"""The policy that counts has to be switched on."""

from ...model.verdict import Finding
from ..case import Case
from ..findings import deny


def check(case: Case) -> Finding | None:
    """Deny everything under a policy that is switched off."""
    if case.policy.enabled:
        return None
    return deny("policy_off", "The policy for this caller is switched off.")
