"""Cases for the gate, each with nothing against it until a test says otherwise."""

from dataclasses import replace

from custom_components.action_engine.engine.gate.case import Case
from custom_components.action_engine.engine.gate.risks import assess
from custom_components.action_engine.engine.model.caller import (
    Agent,
    Caller,
    CallerKind,
)
from custom_components.action_engine.engine.model.impact import Asked
from custom_components.action_engine.engine.model.policy import (
    HOUSEHOLD,
    Policy,
    SafetyMode,
)

PERSON = Caller(kind=CallerKind.PERSON, user_id="anna")
AGENT = Caller(
    kind=CallerKind.AGENT,
    user_id="anna",
    agent=Agent(assistant="conversation", platform="openai"),
)

OPEN = Policy(
    id="open",
    name="Open",
    enabled=True,
    approval_required=False,
    auto_approval_threshold=0.0,
    safety_mode=SafetyMode.PERMISSIVE,
    canary_percentage=100,
    ask_first_use=False,
)
"""For callers whom nobody trusts, with nothing against them otherwise."""


def asked(action="light.turn_on", *entity_ids, **fields):
    """Return one thing that is asked for."""
    fields = {"place": "0", "reversible": True} | fields
    return Asked(action=action, entity_ids=entity_ids, **fields)


def case(*wishes, policy=OPEN, caller=None, **fields):
    """Return a case; without wishes nobody may want to know the impact."""
    rules = {name: fields.pop(name) for name in list(fields) if name in _POLICY}
    usual = PERSON if policy.trusted else AGENT
    return Case(
        policy=replace(policy, **rules),
        caller=caller or usual,
        weigh=(lambda: assess(wishes)) if wishes else _nobody_asks,
        **fields,
    )


def trusted(*wishes, **fields):
    """Return a case of the household."""
    return case(*wishes, policy=HOUSEHOLD, **fields)


def _nobody_asks():
    raise AssertionError("the impact was worked out for nothing")


_POLICY = set(Policy.__dataclass_fields__)
