"""Between a policy and what is stored of it."""

from dataclasses import replace
from datetime import date
import json
from types import MappingProxyType

from hypothesis import given, settings, strategies as st
import pytest

from homeassistant.config_entries import ConfigSubentry

from custom_components.action_engine.engine.model.policy import (
    AGENTS,
    HOUSEHOLD,
    Applies,
    Caps,
    Policy,
    SafetyMode,
    Scope,
)
from custom_components.action_engine.engine.model.rollout import Rollout, Stage
from custom_components.action_engine.policy_data import (
    policy_as_data,
    policy_from_subentry,
    problem_of,
)


def subentry(data, title="Guests"):
    """Return a stored policy."""
    return ConfigSubentry(
        data=MappingProxyType(data),
        subentry_id="01J",
        subentry_type="policy",
        title=title,
        unique_id=None,
    )


def stored(**sections):
    """Return the data of an open policy about one user, with other sections."""
    policy = replace(HOUSEHOLD, applies=Applies(users=frozenset({"ann"})))
    return {**policy_as_data(policy), **sections}


words = st.frozensets(st.text("abc_.", min_size=1), max_size=3)
patterns = st.lists(
    st.sampled_from(["*", "light.*", "*.turn_off", "lock.unlock", "event"]),
    max_size=3,
    unique=True,
).map(tuple)
limits = st.none() | st.integers(1, 100_000)
scopes = st.builds(Scope, entities=words, areas=words, floors=words, labels=words)
rollouts = st.builds(
    lambda start, days, stages: Rollout(
        start=start,
        stages=tuple(
            replace(stage, day=day)
            for stage, day in zip(stages, sorted(days), strict=False)
        ),
    ),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.sets(st.integers(0, 3650), min_size=1, max_size=3),
    st.lists(
        st.builds(
            Stage, day=st.just(0), percentage=st.integers(0, 100), actions=patterns
        ),
        min_size=3,
        max_size=3,
    ),
)
policies = st.builds(
    Policy,
    id=st.just("01J"),
    name=st.just("Guests"),
    applies=st.builds(
        Applies,
        users=words,
        entities=words,
        labels=words,
        assistants=words,
        platforms=words,
        agents=st.booleans(),
        household=st.booleans(),
    ),
    enabled=st.booleans(),
    trusted=st.booleans(),
    approval_required=st.booleans(),
    auto_approval_threshold=st.floats(0, 1),
    max_per_hour=limits,
    max_per_day=limits,
    type_limits=st.dictionaries(
        st.sampled_from(["*", "light.*", "event"]), st.integers(1, 99)
    ),
    entity_limit=limits,
    repeats=limits,
    allowed_actions=patterns,
    denied_actions=patterns,
    allowed_targets=scopes,
    denied_targets=scopes,
    canary_percentage=st.integers(0, 100),
    rollout=st.none() | rollouts,
    budget=st.none() | st.integers(1, 10_000),
    costs=st.dictionaries(
        st.sampled_from(["*", "light.*", "event"]), st.integers(0, 99)
    ),
    safety_mode=st.sampled_from(SafetyMode),
    ask_first_use=st.booleans(),
    conditions=st.lists(
        st.fixed_dictionaries({"condition": st.just("state"), "for": st.just({"h": 1})})
    ).map(tuple),
    mode_entity=st.just("input_select.mode"),
    modes=st.dictionaries(st.text(min_size=1), patterns, max_size=3),
    mode_changes=st.lists(st.text(min_size=1), max_size=3).map(tuple),
    circuits=st.booleans(),
    notify_on_auto_action=st.booleans(),
    approvers=words,
    approval_ttl=st.floats(1, 1_000_000),
    caps=st.builds(
        Caps,
        calls=limits,
        entities=limits,
        seconds=st.none() | st.floats(0.5, 1e6),
        turns=limits,
    ),
)


@settings(deadline=None)
@given(policies)
def test_what_is_stored_comes_back(policy):
    """Both directions agree, through JSON as Home Assistant writes it."""
    ways = dict.fromkeys(policy.modes, policy.mode_changes[:1])
    policy = replace(policy, transitions=ways)
    data = json.loads(json.dumps(policy_as_data(policy)))
    assert problem_of(subentry(data)) is None
    assert policy_from_subentry(subentry(data)) == policy


@pytest.mark.parametrize("policy", [HOUSEHOLD, AGENTS])
def test_the_seeds_come_back(policy):
    """They are what every home begins with."""
    found = policy_from_subentry(subentry(policy_as_data(policy)))
    assert found == replace(policy, id="01J", name="Guests")


def test_nothing_stored_means_the_defaults():
    """And these are those for callers whom nobody trusts."""
    assert policy_from_subentry(subentry({})) == Policy(id="01J", name="Guests")


def test_missing_keys_keep_their_defaults():
    """What an older version has stored stays readable."""
    found = policy_from_subentry(subentry({"trust": {"enabled": True}, "limits": {}}))
    assert found == Policy(id="01J", name="Guests", enabled=True)


def test_modes_of_its_own_need_no_entity():
    """Ways between them are read with them."""
    found = policy_from_subentry(subentry({"when": WAYS}))
    assert found.has_own_mode
    assert found.transitions == {"day": ("night",)}
    other = policy_from_subentry(subentry({"when": WAYS | {"mode_entity": "sensor.m"}}))
    assert not other.has_own_mode


def test_zero_is_no_limit():
    """A form cannot say None."""
    found = policy_from_subentry(
        subentry({"limits": {"max_per_hour": 0}, "caps": {"calls": 0, "seconds": 0}})
    )
    assert found.max_per_hour is None
    assert found.caps == Caps()
    assert policy_as_data(found)["limits"]["max_per_hour"] == 0


WAYS = {
    "modes": [{"mode": "day", "actions": ["*"]}],
    "mode_changes": ["night"],
    "transitions": [{"mode": "day", "to": ["night"]}],
}

STAGE = {"day": 0, "percentage": 10, "actions": ["notify.*"]}

CORRUPT = [
    {"rollout": {"start": "2026-11-02", "stages": []}},
    {"rollout": {"stages": [STAGE]}},
    {"rollout": {"start": "tomorrow", "stages": [STAGE]}},
    {"rollout": {"start": "2026-11-02", "stages": [STAGE, STAGE]}},
    {"rollout": {"start": "2026-11-02", "stages": [STAGE | {"percentage": 101}]}},
    {
        "rollout": {
            "start": "2026-11-02",
            "stages": [STAGE | {"actions": ["no pattern"]}],
        }
    },
    {"rollout": {"start": "2026-11-02", "stages": [STAGE | {"until": 5}]}},
    {"rollout": {"start": "2026-11-02", "stages": [STAGE | {"day": 4000}]}},
    {"limits": {"budget": 10_001}},
    {"limits": {"costs": [{"pattern": "light.*", "cost": -1}]}},
    {"limits": {"costs": [{"pattern": "light", "cost": 1}]}},
    {"trust": {"enabled": "false"}},
    {"trust": {"enabled": 1}},
    {"trust": []},
    {"trust": None},
    {"trust": {"auto_approval_threshold": 1.5}},
    {"trust": {"auto_approval_threshold": True}},
    {"trust": {"auto_approval_threshold": float("nan")}},
    {"trust": {"canary_percentage": 101}},
    {"trust": {"canary_percentage": 5.0}},
    {"trust": {"safety_mode": "reckless"}},
    {"trust": {"safety_mode": {}}},
    {"trust": {"unheard_of": True}},
    {"unheard_of": {}},
    {"limits": {"max_per_hour": -1}},
    {"limits": {"max_per_hour": "10"}},
    {"limits": {"max_per_hour": 10**400}},
    {"limits": {"max_per_hour": None}},
    {"limits": {"type_limits": {"light.*": 5}}},
    {"limits": {"type_limits": [{"pattern": "light", "limit": 5}]}},
    {"limits": {"type_limits": [{"pattern": "light.*"}]}},
    {"limits": {"type_limits": [{"limit": 5}]}},
    {"limits": {"type_limits": [{"pattern": "light.*", "limit": 0}]}},
    {"limits": {"type_limits": [{"pattern": "light.*", "limit": 5}] * 2}},
    {"limits": {"type_limits": [{"pattern": "*", "limit": 5, "per": "day"}]}},
    {"actions": {"denied_actions": "lock.*"}},
    {"actions": {"denied_actions": ["lock"]}},
    {"actions": {"denied_actions": [None]}},
    {"targets": {"denied_entities": "lock.front"}},
    {"targets": {"denied_devices": []}},
    {"when": {"conditions": ["{{ true }}"]}},
    {"when": {"transitions": [{"mode": "day", "to": []}]}},
    {"when": WAYS | {"mode_changes": []}},
    {"when": WAYS | {"transitions": [{"mode": "day", "to": ["night", "away"]}]}},
    {"when": WAYS | {"transitions": [{"mode": "day", "to": "night"}]}},
    {"when": WAYS | {"transitions": [{"mode": "day", "to": [5]}]}},
    {"when": WAYS | {"transitions": [{"mode": "", "to": ["night"]}]}},
    {"when": WAYS | {"transitions": [{"mode": "day"}]}},
    {"when": WAYS | {"transitions": [{"mode": "day", "to": []}] * 2}},
    {"when": WAYS | {"transitions": {"day": ["night"]}}},
    {"when": {"mode_changes": ["night"]}},
    {"when": {"mode_entity": 5}},
    {"when": {"mode_entity": "sensor.m", "modes": [{"mode": "", "actions": []}]}},
    {"approvals": {"approvers": [""]}},
    {"approvals": {"approval_ttl": 0}},
    {"caps": {"calls": True}},
]


@pytest.mark.parametrize("broken", CORRUPT)
def test_what_cannot_be_read_denies_the_same_callers_everything(broken, caplog):
    """Else they would be under another policy, which may be an open one."""
    one = subentry(stored(**broken))
    found = policy_from_subentry(one)
    applies = Applies(users=frozenset({"ann"}))
    assert found == Policy(id="01J", name="Guests", applies=applies)
    assert not found.enabled
    assert not found.trusted
    assert "Policy Guests denies everything" in caplog.text
    assert problem_of(one).place.startswith(next(iter(broken)))


@pytest.mark.parametrize(
    ("applies", "left"),
    [
        ([], Applies(agents=True, household=True)),
        ({"users": "ann"}, Applies(agents=True, household=True)),
        (
            {"users": ["ann"], "labels": [5]},
            Applies(users=frozenset({"ann"}), agents=True, household=True),
        ),
        ({"users": ["ann"], "planets": []}, Applies(users=frozenset({"ann"}))),
    ],
)
def test_if_nobody_can_tell_whom_it_is_about_it_is_about_everybody(applies, left):
    """Whoever is still named is still meant."""
    found = policy_from_subentry(subentry(stored(applies=applies)))
    assert found == Policy(id="01J", name="Guests", applies=left)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner)
    ),
    max_leaves=5,
)


@settings(deadline=None)
@given(st.data())
def test_nothing_stored_raises_or_opens(data):
    """Whatever is put in the place of one value, the rest was open, and is no more."""
    whole = stored()
    section = data.draw(st.sampled_from(sorted(whole)))
    key = data.draw(st.sampled_from(sorted(whole[section])))
    whole[section] = {**whole[section], key: data.draw(json_values)}
    found = policy_from_subentry(subentry(whole))
    if problem_of(subentry(whole)) is not None:
        assert not found.enabled
        assert "ann" in found.applies.users or found.applies.household
