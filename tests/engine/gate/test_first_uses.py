"""Which actions have run under which policy."""

import pytest

from custom_components.action_engine.engine.gate.first_uses import FirstUses
from custom_components.action_engine.engine.gate.stored_times import StrangeStateError


def test_the_first_time():
    """An action is new under a policy until it has succeeded there."""
    uses = FirstUses()

    assert uses.unused("p", ["lock.lock", "light.turn_on"]) == (
        "light.turn_on",
        "lock.lock",
    )
    assert uses.succeeded("p", ["light.turn_on"])
    assert not uses.succeeded("p", ["Light.Turn_On"])
    assert uses.unused("p", ["lock.lock", "light.turn_on"]) == ("lock.lock",)
    assert uses.unused("q", ["light.turn_on"]) == ("light.turn_on",)


def test_uses_outlive_a_restart():
    """Until somebody wants to be asked anew."""
    before, after = FirstUses(), FirstUses()
    before.succeeded("p", ["b.b", "a.a"])
    for key in before.known():
        after.load(key, before.export(key))

    assert before.export("p") == {"actions": ["a.a", "b.b"]}
    assert after.unused("p", ["a.a", "b.b"]) == ()
    after.forget("p")
    assert after.unused("p", ["a.a"]) == ("a.a",)
    assert after.export("p") is None
    with pytest.raises(StrangeStateError):
        after.load("p", {"actions": "a.a"})
