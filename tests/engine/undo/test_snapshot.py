"""What is taken down of a state."""

from datetime import UTC, date, datetime, time
from enum import StrEnum
import json

from freezegun import freeze_time
import pytest

from homeassistant.components.light import ColorMode
from homeassistant.core import State

from custom_components.action_engine.engine.model.undo import Snapshot
from custom_components.action_engine.engine.undo.snapshot import take
from custom_components.action_engine.engine.undo.traits import TRAITS


def attributes(entity_id, state, **known):
    """Return the attributes that are taken down."""
    return dict(take(State(entity_id, state, known)).attributes)


@pytest.mark.parametrize(
    ("mode", "kept"),
    [
        (ColorMode.COLOR_TEMP, {"color_temp_kelvin": 2700}),
        ("hs", {"hs_color": [30, 60]}),
        ("rgb", {"rgb_color": [255, 1, 2]}),
        ("xy", {"xy_color": [0.3, 0.4]}),
        ("brightness", {}),
        ("unknown", {"color_temp_kelvin": 2700}),
        (None, {"color_temp_kelvin": 2700}),
    ],
)
def test_a_light_keeps_the_colour_of_its_mode(mode, kept):
    """Of all colours that a light reports, only the one that was set is kept."""
    known = {
        "brightness": 128,
        "color_temp_kelvin": 2700,
        "hs_color": (30, 60),
        "rgb_color": (255, 1, 2),
        "xy_color": (0.3, 0.4),
    }
    found = attributes("light.a", "on", color_mode=mode, **known)
    assert found == {"brightness": 128, "color_mode": mode} | kept


def test_a_light_that_is_off_keeps_nothing():
    """What a light reports while it is off cannot be set without turning it on."""
    assert attributes("light.a", "off", brightness=None, color_mode=None) == {}


def test_a_cover_on_its_way_has_no_position():
    """A position that is wrong in a second is not taken down, the slats are."""
    known = {"current_position": 40, "current_tilt_position": 10}
    assert attributes("cover.a", "open", **known) == known
    assert attributes("cover.a", "closing", **known) == {"current_tilt_position": 10}
    assert attributes("valve.a", "opening", current_position=40) == {}


def test_a_fan_keeps_speed_or_preset():
    """The speed of a preset is its own, and of a fan that is off only a setting is."""
    known = {"percentage": 50, "oscillating": True, "direction": "forward"}
    swings = {"oscillating": True, "direction": "forward"}
    plain = attributes("fan.a", "on", preset_mode=None, **known)
    assert plain == known | {"preset_mode": None}
    preset = attributes("fan.a", "on", preset_mode="auto", **known)
    assert preset == swings | {"preset_mode": "auto"}
    assert attributes("fan.a", "off", **known) == {"direction": "forward"}


@freeze_time("2026-11-20 12:00:00")
@pytest.mark.parametrize(
    ("state", "kept"),
    [
        ("active", {"finishes_at": "2026-11-20T12:00:30+00:00", "left": 30}),
        ("paused", {"remaining": "0:01:00"}),
        ("idle", {}),
    ],
)
def test_a_timer_keeps_what_is_left(state, kept):
    """A running timer keeps the seconds that are left now, one that stands its rest."""
    end = "2026-11-20T12:00:30+00:00"
    known = {"duration": "0:01:00", "remaining": "0:01:00", "finishes_at": end}
    assert attributes("timer.a", state, **known) == kept


@freeze_time("2026-11-20 12:00:00")
def test_a_timer_that_ought_to_have_ended_has_nothing_left():
    """No time is left, not less than none."""
    found = attributes("timer.a", "active", finishes_at="2026-11-20T11:00:00+00:00")
    assert found["left"] == 0


def test_a_running_timer_without_an_end_keeps_nothing():
    """Without an end nobody knows how much is left."""
    assert attributes("timer.a", "active", duration="0:01:00") == {}


def test_only_what_can_be_restored_is_kept():
    """Names, units, measurements and the like stay out; empty attributes are kept."""
    found = attributes(
        "climate.a",
        "heat",
        friendly_name="A",
        current_temperature=20.1,
        temperature=21,
        target_temp_low=None,
        supported_features=401,
    )
    assert found == {"temperature": 21, "target_temp_low": None}


@pytest.mark.parametrize("features", [None, "many", 2.5])
def test_features_are_kept_where_they_are_known(features):
    """What the entity could do counts; what is no number is no set of features."""
    snapshot = take(State("cover.a", "open", {"supported_features": features}))
    assert snapshot.features == 0
    snapshot = take(State("cover.a", "open", {"supported_features": 15}))
    assert snapshot.features == 15


def test_a_domain_without_anything_to_restore_gives_its_state():
    """The state is told, nothing else."""
    snapshot = take(State("sensor.a", "21", {"unit_of_measurement": "°C"}))
    assert snapshot == Snapshot(entity_id="sensor.a", state="21")


class _Mode(StrEnum):
    MOVIE = "movie"


def test_values_are_plain_data():
    """A snapshot survives JSON, whatever an integration puts into its attributes."""
    known = {
        "source": _Mode.MOVIE,
        "sound_mode": datetime(2026, 11, 20, 12, tzinfo=UTC),
        "media_content_id": date(2026, 11, 20),
        "media_content_type": time(12, 30),
        "group_members": {"media_player.b", "media_player.a"},
        "volume_level": float("nan"),
        "repeat": object,
        "shuffle": True,
    }
    snapshot = take(State("media_player.a", "playing", known))
    again = Snapshot.from_dict(json.loads(json.dumps(snapshot.as_dict())))
    assert again == snapshot
    assert snapshot.attributes == {
        "source": "movie",
        "sound_mode": "2026-11-20T12:00:00+00:00",
        "media_content_id": "2026-11-20",
        "media_content_type": "12:30:00",
        "group_members": ["media_player.a", "media_player.b"],
        "volume_level": None,
        "repeat": str(object),
        "shuffle": True,
    }
    assert type(snapshot.attributes["source"]) is str


def test_each_attribute_stands_in_its_domain_once():
    """A domain names each of its attributes one time."""
    for traits in TRAITS.values():
        names = [trait.name for trait in traits]
        assert len(names) == len({*names})
