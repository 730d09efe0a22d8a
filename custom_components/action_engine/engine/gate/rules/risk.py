"""The safety mode says how much risk goes through without a person."""

from collections.abc import Mapping
from typing import Final

from ...model.impact import Risk
from ...model.policy import SafetyMode
from ...model.verdict import Finding
from ..case import Case
from ..findings import hold, named
from ..names import spoken

HIGHEST: Final[Mapping[SafetyMode, Risk]] = {
    SafetyMode.STRICT: Risk.LOW,
    SafetyMode.MODERATE: Risk.MEDIUM,
    SafetyMode.PERMISSIVE: Risk.HIGH,
}
"""The highest risk that goes through by itself."""


def check(case: Case) -> Finding | None:
    """Ask a person where the risk is higher than the safety mode lets through.

    What is critical is in no safety mode, so a person is always asked; except under a
    policy that is both trusted and permissive. That is how a household's own automation
    unlocks its door: it could call the service itself, and asking would protect nobody.
    """
    policy = case.policy
    if policy.trusted and policy.safety_mode is SafetyMode.PERMISSIVE:
        return None
    highest, impact = HIGHEST[policy.safety_mode], case.impact
    if impact.risk <= highest:
        return None
    graver = (spoken(one.asked) for one in impact.touches if one.risk > highest)
    names = named(graver) or "acting on so much at once"
    text = f"The risk is {impact.risk.word}: {names}."
    return hold("risk", text)
