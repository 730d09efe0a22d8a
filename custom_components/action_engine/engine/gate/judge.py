"""Asks every rule, and makes one verdict of what they say."""

import logging
from typing import Final

from ..model.impact import Impact
from ..model.verdict import Decision, Finding, Reason, Verdict
from .case import Case, Rule
from .findings import deny
from .leave import without_granted
from .order import RULES, Rules

_LOGGER = logging.getLogger(__name__)

_STRENGTH: Final = {Decision.ALLOW: 0, Decision.HOLD: 1, Decision.DENY: 2}

BROKEN: Final = "broken"
"""The code of a rule that could not be asked."""

IMPACT: Final = "impact"
"""Stands for a rule where the impact itself could not be worked out."""


def judge(case: Case, rules: Rules = RULES) -> Verdict:
    """Return the verdict: a denial beats a hold, and a hold beats nothing.

    Every rule is asked, since who is denied wants to know all that stands in the way.
    A rule that breaks denies: an error in the gate must not open it.
    """
    reasons = [
        Reason(rule=name, finding=finding)
        for name, rule in rules
        if (finding := _ask(name, rule, case)) is not None
    ]
    if not reasons:
        policy = case.policy.id
        return Verdict(decision=Decision.ALLOW, policy=policy, impact=case.weighed)
    return _summed_up(case, reasons)


def _ask(name: str, rule: Rule, case: Case) -> Finding | None:
    try:
        return rule(case)
    except Exception:
        _LOGGER.exception("The rule %s could not be asked", name)
        return deny(BROKEN, "The check itself has failed, so nothing is let through.")


def _summed_up(case: Case, reasons: list[Reason]) -> Verdict:
    impact, broken = _weighed(case)
    found = len(reasons)
    if broken is not None:
        reasons = [*reasons, broken]
    elif case.granted:
        reasons = without_granted(reasons, impact)
    decisive = max(reasons, key=_strength, default=None)
    return Verdict(
        decision=Decision.ALLOW if decisive is None else decisive.finding.decision,
        policy=case.policy.id,
        reasons=tuple(reasons),
        decided_by=None if decisive is None else decisive.rule,
        impact=impact,
        in_advance=len(reasons) < found,
    )


def _weighed(case: Case) -> tuple[Impact | None, Reason | None]:
    """Return the impact, or why there is none: who refuses has to show what."""
    try:
        return case.impact, None
    except Exception:
        _LOGGER.exception("The impact could not be worked out")
        text = "What it would do cannot be told, so nothing is let through."
        return None, Reason(rule=IMPACT, finding=deny(BROKEN, text))


def _strength(reason: Reason) -> int:
    return _STRENGTH[reason.finding.decision]
