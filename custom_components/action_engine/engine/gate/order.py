"""All rules, in the order in which they are asked and told.

Denials that concern everything come first, then those about what is asked for, then
those about how often, and last the reasons to ask a person.
"""

from typing import Final

from .case import Rule
from .rules import (
    allow_list,
    approval_required,
    caller_active,
    canary,
    circuit,
    conditions,
    confidence,
    deny_list,
    engine_on,
    first_use,
    limits,
    literal,
    loops,
    mode,
    out_of_reach,
    panic,
    pending_cap,
    permissions,
    plan_caps,
    policy_on,
    ready,
    rejected_before,
    risk,
    rollout,
)

type Rules = tuple[tuple[str, Rule], ...]

RULES: Final[Rules] = (
    ("engine_on", engine_on.check),
    ("ready", ready.check),
    ("panic", panic.check),
    ("policy_on", policy_on.check),
    ("caller_active", caller_active.check),
    ("literal", literal.check),
    ("plan_caps", plan_caps.check),
    ("permissions", permissions.check),
    ("deny_list", deny_list.check),
    ("out_of_reach", out_of_reach.check),
    ("allow_list", allow_list.check),
    ("mode", mode.check),
    ("conditions", conditions.check),
    ("loops", loops.check),
    ("limits", limits.check),
    ("pending_cap", pending_cap.check),
    ("rejected_before", rejected_before.check),
    ("circuit", circuit.check),
    ("confidence", confidence.check),
    ("risk", risk.check),
    ("first_use", first_use.check),
    ("rollout", rollout.check),
    ("canary", canary.check),
    ("approval_required", approval_required.check),
)

_OF_A_CALL: Final = frozenset(
    {
        *("panic", "policy_on", "caller_active", "deny_list"),
        *("out_of_reach", "allow_list", "mode"),
        *("ready", "risk", "rollout"),
    }
)

CALL_RULES: Final[Rules] = tuple(one for one in RULES if one[0] in _OF_A_CALL)
"""Asked once more right before each call, about the call as it was rendered."""
