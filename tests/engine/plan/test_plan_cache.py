import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest

from homeassistant.helpers import condition

from custom_components.action_engine.engine.model.draft import Draft
from custom_components.action_engine.engine.model.plan import Plan
from custom_components.action_engine.engine.plan.cache import PlanCache
from custom_components.action_engine.engine.plan.checks import LazyChecks
from custom_components.action_engine.engine.plan.fingerprint import fingerprint

DRAFT = Draft(actions=[])


class Loaded:
    """Stands in for conditions, and counts how often they were released."""

    def __init__(self):
        """Begin unreleased."""
        self.unloaded = 0

    def unload(self):
        """Count."""
        self.unloaded += 1


def make():
    """Return a plan, and what says whether it was unloaded."""
    checks = Loaded()
    return Plan(steps=(), checks=(checks,)), checks


@pytest.fixture
def cache():
    """Return a cache with room for two plans."""
    return PlanCache(2)


def test_what_was_kept_is_found_again(cache):
    """The very plan, with the draft that it was made from; nothing under other keys."""
    plan, _ = make()
    assert cache.get("a") is None
    cache.put("a", DRAFT, plan)
    assert cache.get("a") == (DRAFT, plan)
    assert cache.get("a")[1] is plan


def test_the_least_recently_used_plan_leaves(cache):
    """Looking one up counts as using it; the one that leaves is unloaded."""
    (a, a_checks), (b, b_checks), (c, c_checks) = make(), make(), make()
    cache.put("a", DRAFT, a)
    cache.put("b", DRAFT, b)
    cache.get("a")
    cache.put("c", DRAFT, c)
    assert cache.get("b") is None
    assert cache.get("a")[1] is a
    assert (a_checks.unloaded, b_checks.unloaded, c_checks.unloaded) == (0, 1, 0)


def test_putting_a_plan_again_counts_as_using_it(cache):
    """It is neither unloaded nor the next to leave."""
    (a, a_checks), (b, b_checks) = make(), make()
    cache.put("a", DRAFT, a)
    cache.put("b", DRAFT, b)
    cache.put("a", DRAFT, a)
    cache.put("c", DRAFT, make()[0])
    assert cache.get("a")[1] is a
    assert (a_checks.unloaded, b_checks.unloaded) == (0, 1)


def test_a_plan_that_runs_is_unloaded_when_its_last_run_ends(cache):
    """Leaving the cache must not break what still runs."""
    plan, checks = make()
    cache.put("a", DRAFT, plan)
    cache.acquire(plan)
    cache.acquire(plan)
    cache.put("b", DRAFT, make()[0])
    cache.put("c", DRAFT, make()[0])
    assert cache.get("a") is None
    cache.release(plan)
    assert checks.unloaded == 0
    cache.release(plan)
    assert checks.unloaded == 1


def test_a_plan_that_has_run_stays_in_the_cache(cache):
    """Releasing it does not unload what is still kept."""
    plan, checks = make()
    cache.put("a", DRAFT, plan)
    cache.acquire(plan)
    cache.release(plan)
    assert checks.unloaded == 0
    assert cache.get("a")[1] is plan


def test_a_plan_without_a_key_lives_as_long_as_its_run(cache):
    """It is found by nobody, and unloaded at the end."""
    plan, checks = make()
    cache.put(None, DRAFT, plan)
    assert cache.get(None) is None
    cache.acquire(plan)
    cache.release(plan)
    assert checks.unloaded == 1


def test_of_two_plans_for_the_same_actions_the_later_one_is_kept(cache):
    """Two requests at the same time compile twice; neither plan is forgotten."""
    (first, first_checks), (second, second_checks) = make(), make()
    cache.put("a", DRAFT, first)
    cache.acquire(first)
    cache.put("a", DRAFT, second)
    assert cache.get("a")[1] is second
    assert first_checks.unloaded == 0
    cache.release(first)
    assert (first_checks.unloaded, second_checks.unloaded) == (1, 0)


def test_clearing_lets_all_plans_go(cache):
    """Those that run are unloaded when they end."""
    (idle, idle_checks), (busy, busy_checks) = make(), make()
    cache.put("idle", DRAFT, idle)
    cache.put("busy", DRAFT, busy)
    cache.acquire(busy)
    cache.clear()
    assert cache.get("idle") is None
    assert cache.get("busy") is None
    assert (idle_checks.unloaded, busy_checks.unloaded) == (1, 0)
    cache.release(busy)
    assert busy_checks.unloaded == 1


class Checker:
    """Stands in for a condition checker of Home Assistant."""

    def __init__(self):
        """Begin unreleased."""
        self.unloaded = 0

    def async_unload(self):
        """Count."""
        self.unloaded += 1


@pytest.fixture
def made(monkeypatch):
    """Let Home Assistant make checkers that wait for others before they are there."""
    made = []

    async def async_from_config(_, config):
        checker = Checker()
        made.append(checker)
        await asyncio.sleep(0)
        if config == "broken":
            raise ValueError(config)
        return checker

    monkeypatch.setattr(condition, "async_from_config", async_from_config)
    return made


async def test_checkers_are_made_once_and_released(hass, made):
    """At the first use; after that they are made anew when they are needed."""
    checks = LazyChecks(["a", "b"])
    assert len(checks) == 2
    checks.unload()
    assert made == []
    first = await checks.ready(hass)
    assert list(first) == made
    assert await checks.ready(hass) is first
    checks.unload()
    checks.unload()
    assert [one.unloaded for one in made] == [1, 1]
    assert await checks.ready(hass) is not first
    assert len(made) == 4


async def test_two_runs_that_begin_at_once_share_their_checkers(hass, made):
    """Those that were made in vain are released."""
    checks = LazyChecks(["a"])
    one, two = await asyncio.gather(checks.ready(hass), checks.ready(hass))
    assert one is two
    assert sorted(checker.unloaded for checker in made) == [0, 1]
    checks.unload()
    assert [checker.unloaded for checker in made] == [1, 1]


async def test_what_was_made_before_a_broken_one_is_released(hass, made):
    """Conditions that cannot all be set up leave nothing behind."""
    checks = LazyChecks(["a", "broken"])
    with pytest.raises(ValueError, match="broken"):
        await checks.ready(hass)
    assert made[0].unloaded == 1


def key(*actions, **variables):
    """Return the fingerprint of actions."""
    return fingerprint(Draft(actions=list(actions), variables=variables))


def test_the_same_actions_have_the_same_fingerprint():
    """What does not go into the plan does not count."""
    assert key({"a": [1, {"b": None}]}) == key({"a": [1, {"b": None}]})
    plain = Draft(actions=[], name="x", entity_id="script.x", defaults={"y": 1})
    assert fingerprint(plain) == key()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": 1}, {"a": 2}),
        ({"a": 1}, {"a": 1.0}),
        ({"a": 1}, {"a": True}),
        ({"a": 1}, {"a": "1"}),
        ({"a": None}, {"a": "null"}),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ({"a": {1: "x"}}, {"a": {"1": "x"}}),
        ({"a": datetime(2026, 11, 20, tzinfo=UTC)}, {"a": "2026-11-20T00:00:00+00:00"}),
        ({"a": date(2026, 11, 20)}, {"a": "2026-11-20"}),
    ],
    ids=str,
)
def test_whatever_differs_has_another_fingerprint(one, other):
    """Types count, and so does the order; None is never a match."""
    assert key(one) is None or key(one) != key(other)


def test_variables_are_part_of_the_fingerprint():
    """They are compiled into the plan."""
    assert key(x=1) != key(x=2)
    assert key(x=1) != key()


@pytest.mark.parametrize(
    "value",
    [object(), {1, 2}, b"x", timedelta(1), date(2026, 11, 20), {1: 2}],
    ids=lambda value: type(value).__name__,
)
def test_what_is_not_plain_is_not_shared(value):
    """Nobody could tell whether two of them are the same."""
    assert key({"a": value}) is None
