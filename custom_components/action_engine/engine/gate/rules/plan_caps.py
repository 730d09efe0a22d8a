"""One run may do so much and no more."""

from ...model.policy import NO_CAPS
from ...model.verdict import Finding
from ..case import Case
from ..findings import deny


def check(case: Case) -> Finding | None:
    """Deny what may exceed the policy's caps on calls, entities and turns of loops.

    Counted is the worst case: every way of every choice is taken. How long it takes is
    seen while it runs.
    """
    caps = case.policy.caps
    if caps is NO_CAPS:
        return None
    if case.countless and (caps.turns, caps.calls) != (None, None):
        text = "Nobody can tell in advance how often a loop in it turns."
        return deny("countless_turns", text)
    return (
        _turns(case, caps.turns)
        or _calls(case, caps.calls)
        or _reach(case, caps.entities)
    )


def _turns(case: Case, cap: int | None) -> Finding | None:
    if cap is None or case.turns <= cap:
        return None
    text = f"Its loops may turn {case.turns} times, {cap} are allowed."
    return deny("too_many_turns", text)


def _calls(case: Case, cap: int | None) -> Finding | None:
    if cap is None:
        return None
    calls = max(case.calls, len(case.impact.touches))
    if calls <= cap:
        return None
    text = f"It may make {calls} calls, {cap} are allowed."
    return deny("too_many_calls", text)


def _reach(case: Case, cap: int | None) -> Finding | None:
    if cap is None:
        return None
    if any(touch.asked.everything for touch in case.impact.touches):
        text = f"It may act on any number of entities, {cap} are allowed."
        return deny("too_many_entities", text)
    entities = len(case.impact.entity_ids)
    if entities <= cap:
        return None
    text = f"It acts on {entities} entities, {cap} are allowed."
    return deny("too_many_entities", text)
