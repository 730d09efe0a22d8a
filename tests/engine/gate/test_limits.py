"""Which limits of a policy a request has to do with."""

from dataclasses import replace

import pytest

from custom_components.action_engine.engine.gate.limits import limits_of, overall
from custom_components.action_engine.engine.model.policy import HOUSEHOLD, Policy

POLICY = Policy(
    id="p",
    name="Agents",
    max_per_hour=10,
    max_per_day=50,
    type_limits={"lock.*": 1, "light.turn_on": 5, "*.turn_on": 6},
    entity_limit=2,
)


def needed(policy, actions, entities):
    """Return how much is needed of each limit, by its key."""
    return {
        use.limit.key: (use.number, use.limit.most)
        for use in limits_of(policy, actions, entities)
    }


def test_every_limit_that_is_concerned():
    """The whole policy, patterns that fit, and each entity."""
    assert needed(
        POLICY, {"light.turn_on": 2, "switch.turn_on": 1}, {"light.a": 2, "light.b": 1}
    ) == {
        "p/hour": (3, 10),
        "p/day": (3, 50),
        "p/type/light.turn_on": (2, 5),
        "p/type/*.turn_on": (3, 6),
        "p/entity/light.a": (2, 2),
        "p/entity/light.b": (1, 2),
    }


def test_capitals_do_not_dodge_a_limit():
    """Home Assistant would make the call all the same."""
    assert needed(POLICY, {"Lock.Unlock": 1}, {})["p/type/lock.*"] == (1, 1)


@pytest.mark.parametrize(
    ("actions", "units"),
    [
        ({"notify.phone": 2}, 6),
        ({"notify.phone": 1, "lock.lock": 1}, 13),
        ({"Notify.Mail": 1}, 5),
        ({"mcp-1/send": 2}, 4),
    ],
)
def test_a_budget_counts_what_calls_cost(actions, units):
    """The first pattern that fits says what one call costs."""
    policy = replace(
        POLICY,
        budget=20,
        costs={
            "notify.mail": 5,
            "notify.*": 3,
            "lock.*": 10,
            "action_engine.call_tool": 2,
        },
    )
    assert needed(policy, actions, {})["p/budget"] == (units, 20)


def test_what_costs_nothing_needs_no_budget():
    """And costs without a budget are nobody's concern."""
    priced = replace(POLICY, costs={"notify.*": 3})
    assert "p/budget" not in needed(priced, {"notify.phone": 1}, {})
    assert "p/budget" not in needed(replace(priced, budget=9), {"light.turn_on": 1}, {})


def test_no_limits():
    """Whom nobody limits is not counted."""
    assert limits_of(HOUSEHOLD, {"light.turn_on": 99}, {"light.a": 99}) == ()
    assert tuple(overall(HOUSEHOLD)) == ()


def test_what_calls_nothing_needs_nothing():
    """A delay is free."""
    assert limits_of(POLICY, {}, {}) == ()


def test_limits_say_what_they_are():
    """In a sentence of their own, with the number in it."""
    policy = replace(POLICY, type_limits={"lock.*": 1})
    texts = [
        use.limit.text for use in limits_of(policy, {"lock.lock": 1}, {"lock.a": 1})
    ]

    assert texts == [
        "At most 10 calls in an hour",
        "At most 50 calls in a day",
        "At most 1 calls of lock.* in an hour",
        "At most 2 calls on lock.a in an hour",
    ]
