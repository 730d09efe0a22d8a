"""What is still as a call left it, what is late, and what is somebody's doing."""

import pytest

from custom_components.action_engine.engine.model.undo import Done
from custom_components.action_engine.engine.undo.belongings import (
    is_as_left,
    still_to_come,
)
from tests.engine.undo.papers import seen


def call(action, left, **data):
    """Return a call, and how it left its entity."""
    entity_id = left.entity_id
    return Done(
        path="0",
        action=action,
        data=data,
        entity_ids=(entity_id,),
        after={entity_id: left},
        ended=1,
    )


def light(**attributes):
    """Return a light that is on."""
    return seen("light.a", "on", **attributes)


def cover(state, position=None, tilt=None):
    """Return a cover."""
    return seen("cover.a", state, current_position=position, current_tilt_position=tilt)


LATE = [
    ("light.turn_on", {"brightness": 200}, light(brightness=50), light(brightness=200)),
    ("light.turn_on", {"brightness": 200}, light(brightness=50), light(brightness=120)),
    (
        "light.turn_on",
        {"brightness_pct": 40},
        light(brightness=50),
        light(brightness=102),
    ),
    ("light.turn_on", {}, seen("light.a", "off"), seen("light.a", "on")),
    ("switch.turn_off", {}, seen("switch.a", "on"), seen("switch.a", "off")),
    ("cover.open_cover", {}, cover("opening"), cover("open", 100)),
    ("cover.open_cover", {}, cover("opening"), cover("open")),
    ("cover.close_cover", {}, cover("closing"), cover("closed")),
    ("cover.set_cover_position", {"position": 40}, cover("closing"), cover("open", 42)),
    ("cover.close_cover", {}, cover("open", 60), cover("closed", 0)),
    ("cover.open_cover_tilt", {}, cover("open", 60, 10), cover("open", 60, 70)),
    ("lock.lock", {}, seen("lock.a", "locking"), seen("lock.a", "locked")),
    ("lock.lock", {}, seen("lock.a", "unlocked"), seen("lock.a", "locked")),
    ("lock.open", {}, seen("lock.a", "open"), seen("lock.a", "unlocked")),
    (
        "vacuum.return_to_base",
        {},
        seen("vacuum.a", "returning"),
        seen("vacuum.a", "docked"),
    ),
    (
        "alarm_control_panel.alarm_arm_away",
        {},
        seen("alarm_control_panel.a", "arming"),
        seen("alarm_control_panel.a", "armed_away"),
    ),
    ("number.set_value", {"value": 5}, seen("number.a", "3"), seen("number.a", "5.0")),
    (
        "climate.set_hvac_mode",
        {"hvac_mode": "heat"},
        seen("climate.a", "off"),
        seen("climate.a", "heat"),
    ),
    (
        "remote.turn_on",
        {"activity": "TV"},
        seen("remote.a", "on", current_activity=None),
        seen("remote.a", "on", current_activity="TV"),
    ),
    ("light.turn_on", {}, light(brightness=50), light(brightness=51)),
]


@pytest.mark.parametrize(("action", "data", "left", "here"), LATE)
def test_what_comes_late_is_the_calls_own(action, data, left, here):
    """Motors, transitions and slow reports are no interference."""
    assert is_as_left([call(action, left, **data)], left, here)


FOREIGN = [
    (
        "light.turn_on",
        {"brightness": 200},
        light(brightness=200),
        light(brightness=100),
    ),
    ("light.turn_on", {"brightness": 200}, light(brightness=50), light(brightness=20)),
    ("light.turn_on", {}, light(brightness=50), seen("light.a", "off")),
    ("light.toggle", {}, seen("light.a", "off"), seen("light.a", "on")),
    ("cover.open_cover", {}, cover("opening"), cover("open", 60)),
    ("cover.close_cover", {}, cover("closing"), cover("open")),
    (
        "cover.set_cover_position",
        {"position": 40},
        cover("closing"),
        cover("closed", 0),
    ),
    ("lock.lock", {}, seen("lock.a", "locked"), seen("lock.a", "unlocked")),
    (
        "climate.turn_on",
        {},
        seen("climate.a", "heat", fan_mode="low"),
        seen("climate.a", "heat", fan_mode="high"),
    ),
    (
        "media_player.turn_on",
        {},
        seen("media_player.a", "idle"),
        seen("media_player.a", "playing"),
    ),
]


@pytest.mark.parametrize(("action", "data", "left", "here"), FOREIGN)
def test_everything_else_is_somebodys_doing(action, data, left, here):
    """What no call has asked for, somebody else has."""
    assert not is_as_left([call(action, left, **data)], left, here)


def test_a_call_that_had_its_effect_explains_nothing_more():
    """On, then off, then on again: the last one was somebody else."""
    first = call("light.turn_on", seen("light.a", "on"))
    second = call("light.turn_off", seen("light.a", "off"))
    assert not is_as_left(
        [second, first], seen("light.a", "off"), seen("light.a", "on")
    )


def test_an_earlier_call_may_come_late():
    """Slats go on turning while the cover is told something else."""
    tilt = call("cover.open_cover_tilt", cover("open", 60, 10))
    stop = call("cover.stop_cover", cover("open", 60, 20))
    assert is_as_left([stop, tilt], cover("open", 60, 20), cover("open", 60, 100))


@pytest.mark.parametrize(
    ("action", "data", "left", "due"),
    [
        (
            "cover.set_cover_tilt_position",
            {"tilt_position": 80},
            cover("open", 60, 10),
            {"current_tilt_position"},
        ),
        (
            "cover.set_cover_tilt_position",
            {"tilt_position": 11},
            cover("open", 60, 10),
            set(),
        ),
        ("light.turn_on", {"brightness": 200}, light(brightness=50), {"brightness"}),
        ("switch.turn_off", {}, seen("switch.a", "on"), {"state"}),
        ("switch.toggle", {}, seen("switch.a", "on"), set()),
        ("climate.turn_on", {}, seen("climate.a", "heat"), set()),
    ],
)
def test_what_a_call_has_yet_to_do(action, data, left, due):
    """A call that shows nothing yet is waited for, if it is known what it leads to."""
    assert still_to_come([call(action, left, **data)], left) == due


def test_what_somebody_set_back_is_not_waited_for():
    """The entity has moved since the call, so the call is over."""
    done = call("light.turn_on", light(brightness=80), brightness=200)
    assert not still_to_come([done], light(brightness=50))


def test_what_nobody_saw_is_not_waited_for():
    """Without a look after the call, nobody knows whether it had its effect."""
    done = Done(path="0", action="light.turn_on", data={"brightness": 9}, ended=1)
    assert not still_to_come([done], light(brightness=50))


def test_the_last_call_that_asks_for_something_counts():
    """An earlier call is forgotten when a later one asks for something else."""
    slow = call("light.turn_on", light(brightness=50), brightness=200)
    back = call("light.turn_on", light(brightness=50), brightness=50)
    assert still_to_come([back, slow], light(brightness=50)) == {"brightness"}
    assert not still_to_come([slow, back], light(brightness=50))
