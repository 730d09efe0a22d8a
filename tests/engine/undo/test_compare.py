"""In what two snapshots differ, for setting back and for telling who did it."""

import pytest

from custom_components.action_engine.engine.undo.compare import drifted, to_restore
from tests.engine.undo.papers import seen


def light(**attributes):
    """Return a light that is on."""
    return seen("light.a", "on", **attributes)


def climate(**attributes):
    """Return a climate device that heats."""
    return seen("climate.a", "heat", **attributes)


def player(**attributes):
    """Return a player that plays."""
    return seen("media_player.a", "playing", **attributes)


@pytest.mark.parametrize(
    ("before", "here", "lost"),
    [
        (light(brightness=100), light(brightness=100), ()),
        (light(brightness=100), light(brightness=101), ("brightness",)),
        (light(brightness=100), seen("light.a", "off"), ("state", "brightness")),
        (light(brightness=None), light(brightness=7), ()),
        (light(effect=None), light(effect="rainbow"), ("effect",)),
        (light(effect=None), light(effect="off"), ()),
        (light(effect="None"), light(effect=None), ()),
        (light(effect="rainbow"), light(effect="fire"), ("effect",)),
        (climate(temperature=21), climate(temperature=21.0), ()),
        (climate(temperature=21), climate(temperature=21.1), ("temperature",)),
        (climate(humidity=54.2), climate(humidity=54), ()),
        (climate(humidity=54.2), climate(humidity=55), ("humidity",)),
        (climate(humidity=54.2), climate(humidity="wet"), ("humidity",)),
        (climate(temperature=21), climate(), ("temperature",)),
        (player(shuffle=False), player(shuffle=True), ("shuffle",)),
        (
            player(media_content_id="a"),
            player(media_content_id="b"),
            ("media_content_id",),
        ),
        (player(media_content_type="a"), player(media_content_type="b"), ()),
        (seen("number.a", "42"), seen("number.a", "42.0"), ()),
        (seen("text.a", "42"), seen("text.a", "42.0"), ("state",)),
        (seen("lock.a", "locked"), seen("lock.a", "unlocked"), ("state",)),
        (seen("sensor.a", "1"), seen("sensor.a", "2"), ("state",)),
    ],
)
def test_what_has_to_be_set_back(before, here, lost):
    """Everything that was known before and is not so any more, without tolerance."""
    assert to_restore(before, here) == lost


@pytest.mark.parametrize(
    ("left", "here", "changed"),
    [
        (light(brightness=100), light(brightness=102), ()),
        (light(brightness=100), light(brightness=110), ("brightness",)),
        (
            light(color_mode="hs", hs_color=(359, 80)),
            light(color_mode="hs", hs_color=(1, 80)),
            (),
        ),
        (
            light(color_mode="hs", hs_color=(10, 1)),
            light(color_mode="hs", hs_color=(200, 1)),
            (),
        ),
        (
            light(color_mode="hs", hs_color=(10, 80)),
            light(color_mode="hs", hs_color=(40, 80)),
            ("hs_color",),
        ),
        (
            light(color_mode="hs", hs_color="red"),
            light(color_mode="hs", hs_color="red"),
            (),
        ),
        (
            light(effect="rainbow", color_mode="hs", hs_color=(10, 80)),
            light(effect="rainbow", color_mode="hs", hs_color=(90, 80)),
            (),
        ),
        (player(media_content_id="a"), player(media_content_id="b"), ()),
        (player(volume_level=0.5), player(volume_level=0.51), ()),
        (player(volume_level=0.5), player(volume_level=0.6), ("volume_level",)),
        (climate(preset_mode=None), climate(preset_mode="eco"), ()),
        (
            seen("fan.a", "on", percentage=50, preset_mode=None),
            seen("fan.a", "on", percentage=50, preset_mode="auto"),
            ("percentage", "preset_mode"),
        ),
    ],
)
def test_what_somebody_has_changed(left, here, changed):
    """Rounding, hues that mean nothing, and what changes by itself do not count."""
    assert drifted(left, here) == changed
