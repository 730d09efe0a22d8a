"""What people have allowed in advance."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from custom_components.action_engine.engine.gate.grants import Grants, covers
from custom_components.action_engine.engine.gate.stored_times import StrangeStateError
from custom_components.action_engine.engine.model.approval import Grant
from custom_components.action_engine.engine.model.impact import Asked, Risk, Touch

GIVEN = datetime(2026, 11, 1, tzinfo=UTC)
NOW = GIVEN.timestamp()
GRANT = Grant(
    id="g",
    policy="agents",
    actions=frozenset({"light.turn_on", "cover.open_cover"}),
    entity_ids=frozenset({"light.a", "cover.b"}),
    risk=Risk.MEDIUM,
    given_by="anna",
    given=GIVEN,
    until=GIVEN + timedelta(hours=1),
)


def touch(action="light.turn_on", entity_ids=("light.a",), risk=Risk.LOW, **more):
    """Return one thing that is asked for."""
    asked = Asked(place="0", action=action, entity_ids=entity_ids, **more)
    return Touch(asked=asked, risk=risk, why="")


@pytest.mark.parametrize(
    "touches",
    [
        [touch()],
        [touch(), touch("cover.open_cover", ("cover.b",), Risk.MEDIUM)],
        [touch(entity_ids=())],
    ],
)
def test_what_was_allowed(touches):
    """Exactly these actions, on no other entities, up to this risk."""
    assert covers(GRANT, "agents", touches, NOW)


@pytest.mark.parametrize(
    "touches",
    [
        [],
        [touch("light.turn_off")],
        [touch(), touch("light.turn_off")],
        [touch(entity_ids=("light.a", "light.c"))],
        [touch(risk=Risk.HIGH)],
        [touch(everything=True)],
        [touch(closed=True)],
    ],
)
def test_what_was_not(touches):
    """Anything else, whatever comes with it."""
    assert not covers(GRANT, "agents", touches, NOW)


def test_only_for_a_while_and_one_policy():
    """It begins when it is given, and ends to the second."""
    assert not covers(GRANT, "other", [touch()], NOW)
    assert not covers(GRANT, "agents", [touch()], NOW - 1)
    assert covers(GRANT, "agents", [touch()], NOW + 3599)
    assert not covers(GRANT, "agents", [touch()], NOW + 3600)


def test_what_is_critical_is_never_covered():
    """Neither is there such a grant, nor would it help."""
    grant = replace(GRANT, risk=Risk.CRITICAL)

    assert not covers(grant, "agents", [touch(risk=Risk.CRITICAL)], NOW)
    with pytest.raises(ValueError, match="critical"):
        Grants().add(grant)


def test_found_listed_and_taken_back():
    """A grant counts until its end, or until somebody takes it back."""
    grants = Grants()
    other = replace(GRANT, id="h", policy="other", until=GIVEN + timedelta(minutes=1))
    grants.add(GRANT)
    grants.add(other)

    assert grants.find("agents", [touch()], NOW) is GRANT
    assert grants.find("agents", [touch("lock.unlock")], NOW) is None
    assert grants.list(NOW) == (GRANT, other)
    assert grants.list(NOW + 60) == (GRANT,)
    assert grants.revoke("g")
    assert not grants.revoke("g")
    assert grants.find("agents", [touch()], NOW) is None


def test_all_are_taken_back():
    """Those of a policy, or every one."""
    grants = Grants()
    for grant_id, policy in (("g", "agents"), ("h", "other"), ("i", "other")):
        grants.add(replace(GRANT, id=grant_id, policy=policy))

    assert grants.revoke_all("other") == ("h", "i")
    assert grants.revoke_all() == ("g",)
    assert grants.known() == ()


def test_a_grant_outlives_a_restart():
    """As it was; and a clock that is set back does not make it longer."""
    before, after = Grants(), Grants()
    before.add(GRANT)
    state = before.export("g")
    after.load("g", state)

    assert state["until"] == NOW + 3600
    assert after.list(NOW) == (GRANT,)
    assert after.list(NOW - 5000) == (GRANT,)
    assert after.list(NOW - 5000 + 3600) == ()
    assert before.export("other") is None


@pytest.mark.parametrize(
    "change",
    [
        {"until": "tomorrow"},
        {"until": 1e300},
        {"risk": "none"},
        {"risk": "critical"},
        {"actions": None},
    ],
)
def test_what_is_no_grant_is_not_taken_in(change):
    """A journal that was tampered with allows nothing."""
    grants = Grants()
    grants.add(GRANT)

    with pytest.raises(ValueError, match=r".+"):
        Grants().load("g", {**grants.export("g"), **change})
    with pytest.raises(StrangeStateError):
        Grants().load("g", {})


def test_uses_are_counted_and_kept():
    """Of the grant that covers it, and of no other."""
    grants = Grants()
    other = replace(GRANT, id="other", entity_ids=frozenset({"light.z"}))
    grants.add(other)
    grants.add(GRANT)
    assert grants.used("agents", [touch()], NOW) == "g"
    assert grants.used("agents", [touch()], NOW) == "g"
    assert grants.used("agents", [touch("lock.unlock")], NOW) is None
    assert {one.id: one.uses for one in grants.list(NOW)} == {"g": 2, "other": 0}
    kept = grants.export("g")
    assert kept is not None
    later = Grants()
    later.load("g", kept)
    assert [one.uses for one in later.list(NOW)] == [2]
    del kept["uses"]
    later.load("g", kept)
    assert [one.uses for one in later.list(NOW)] == [0]
