"""Which policy counts, for people, automations and language models."""

from dataclasses import replace
from itertools import permutations

import pytest

from custom_components.action_engine.engine.gate.specificity import choose
from custom_components.action_engine.engine.model.caller import (
    SYSTEM,
    Agent,
    Caller,
    CallerKind,
)
from custom_components.action_engine.engine.model.policy import (
    AGENTS,
    HOUSEHOLD,
    STRICT,
    Applies,
)
from tests.engine.gate.cases import OPEN

ANNA = Caller(kind=CallerKind.PERSON, user_id="anna")
ROUTINE = Caller(
    kind=CallerKind.AUTOMATION,
    user_id="anna",
    entity_id="automation.routine",
    labels=frozenset({"night"}),
)
MODEL = Caller(
    kind=CallerKind.AGENT,
    user_id="anna",
    entity_id="script.tool",
    labels=frozenset({"night"}),
    agent=Agent(assistant="conversation", platform="openai"),
)


def policy(name, *, like=OPEN, **applies):
    """Return a policy about somebody."""
    fields = {
        key: frozenset(one) if isinstance(one, list) else one
        for key, one in applies.items()
    }
    return replace(like, id=name, applies=Applies(**fields))


USER = policy("user", users=["anna"])
ROUTINES = policy("routines", entities=["automation.routine"])
NIGHT = policy("night", labels=["night"])
TALK = policy("talk", assistants=["conversation"])
VENDOR = policy("vendor", platforms=["openai"])
BOTH = policy("both", assistants=["conversation"], platforms=["openai"])
MODELS = policy("models", agents=True)
TRUSTED = replace(HOUSEHOLD, id="trusted", applies=Applies(users=frozenset({"anna"})))


@pytest.mark.parametrize(
    ("caller", "order"),
    [
        (ROUTINE, (USER, ROUTINES, NIGHT, HOUSEHOLD)),
        (ANNA, (USER, HOUSEHOLD)),
        (MODEL, (BOTH, TALK, MODELS)),
        (MODEL, (BOTH, VENDOR, MODELS)),
    ],
)
def test_the_most_specific_policy_counts(caller, order):
    """Whatever order they come in; without it, the next one does."""
    for first in range(len(order)):
        for policies in permutations(order[first:]):
            assert choose(policies, caller) is order[first]
    assert choose((), caller) is STRICT


@pytest.mark.parametrize(
    "other",
    [
        policy("x", users=["ben"]),
        policy("x", entities=["automation.other"]),
        policy("x", labels=["day"]),
        policy("x"),
        TALK,
        VENDOR,
        MODELS,
    ],
)
def test_a_policy_about_somebody_else_does_not_count(other):
    """Then the one for the household does."""
    assert choose((other, HOUSEHOLD), ROUTINE) is HOUSEHOLD


def test_assistant_and_platform_narrow_each_other():
    """A policy that names both is about models that are both."""
    other = policy("x", assistants=["conversation"], platforms=["local"])
    assert choose((other, AGENTS), MODEL) is AGENTS


def test_code_inside_home_assistant_is_of_the_household():
    """It could call whatever it likes without asking; an unknown agent could not."""
    assert choose((HOUSEHOLD, AGENTS), SYSTEM) is HOUSEHOLD
    assert choose((AGENTS,), SYSTEM) is STRICT
    assert not STRICT.enabled


@pytest.mark.parametrize(
    "stricter",
    [
        {"trusted": False},
        {"trusted": False, "enabled": False},
        {"enabled": False},
        {"approval_required": True},
        {"canary_percentage": 10},
        {"id": "a"},
    ],
)
def test_of_two_that_are_equally_specific_the_stricter_counts(stricter):
    """Not trusted before trusted, switched off before on, then by their ids."""
    strict = replace(TRUSTED, **({"id": "z"} | stricter))
    for policies in permutations((TRUSTED, strict)):
        assert choose(policies, ANNA) is strict


def test_who_is_not_trusted_counts_before_who_is_switched_off():
    """Of the two the one is stricter that never renders a template."""
    off = replace(TRUSTED, id="off", enabled=False)
    assert choose((off, USER), ANNA) is USER


@pytest.mark.parametrize("kind", CallerKind)
def test_e07_a_model_is_never_of_the_household(kind):
    """Whoever passes it on, and with whose account."""
    caller = replace(MODEL, kind=kind)
    assert choose((HOUSEHOLD,), caller) is STRICT
    assert choose((HOUSEHOLD, AGENTS), caller) is AGENTS


@pytest.mark.parametrize(
    "applies",
    [
        {"users": ["anna"]},
        {"entities": ["script.tool"]},
        {"labels": ["night"]},
    ],
)
def test_e07_a_model_inherits_no_trust(applies):
    """Trust in a person, a script or a label was not meant for the model."""
    meant_for_somebody_else = policy("x", like=HOUSEHOLD, **applies)
    assert choose((meant_for_somebody_else,), MODEL) is STRICT
    assert choose((meant_for_somebody_else, AGENTS), MODEL) is AGENTS


def test_e07_an_account_opens_no_more_than_is_open_to_models():
    """A policy for an account counts for its models only if it is as strict."""
    assert choose((USER, AGENTS), MODEL) is AGENTS
    assert choose((USER, replace(MODELS, approval_required=True)), MODEL) is not USER
    assert choose((USER, MODELS), MODEL) is USER
    strict = replace(USER, approval_required=True)
    assert choose((strict, MODELS), MODEL) is strict
    assert choose((USER,), MODEL) is USER


def test_a_policy_for_the_models_of_one_account_counts_for_them():
    """Who names both the account and the models means the models of that account."""
    own = policy("own", users=["anna"], agents=True)
    assert choose((own, AGENTS, BOTH), MODEL) is own
    ben = replace(MODEL, user_id="ben")
    assert choose((own, AGENTS), ben) is AGENTS


def test_a_model_of_which_nothing_is_known_is_still_a_model():
    """Its kind is enough."""
    unknown = Caller(kind=CallerKind.AGENT)
    assert choose((HOUSEHOLD, AGENTS, TALK), unknown) is AGENTS
