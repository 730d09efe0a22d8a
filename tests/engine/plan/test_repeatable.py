from pathlib import Path

import pytest

import homeassistant
from homeassistant.util.yaml import load_yaml

from custom_components import action_engine
from custom_components.action_engine.engine.model.repeat import Repeat
from custom_components.action_engine.engine.plan.auto_expect import RULES
from custom_components.action_engine.engine.plan.repeatable import (
    ABSOLUTE,
    BY_DATA,
    OPAQUE,
    RELATIVE,
    SPEAKING,
    repeatability,
)

OWN = Path(action_engine.__file__).parent
COMPONENTS = Path(homeassistant.__file__).parent / "components"


@pytest.mark.parametrize(
    ("name", "data", "repeat"),
    [
        ("light.turn_on", {"brightness": 5}, Repeat.ABSOLUTE),
        ("light.turn_on", {"brightness_step": 5}, Repeat.RELATIVE),
        ("light.turn_on", {"brightness_step_pct": -5}, Repeat.RELATIVE),
        ("light.turn_on", {"flash": "short"}, Repeat.RELATIVE),
        ("light.turn_off", {}, Repeat.ABSOLUTE),
        ("light.turn_off", {"flash": "long"}, Repeat.RELATIVE),
        ("homeassistant.turn_on", {}, Repeat.ABSOLUTE),
        ("homeassistant.turn_on", {"brightness_step": 5}, Repeat.RELATIVE),
        ("homeassistant.update_entity", {}, Repeat.ABSOLUTE),
        ("homeassistant.reload_config_entry", {}, Repeat.ABSOLUTE),
        ("homeassistant.toggle", {}, Repeat.RELATIVE),
        ("homeassistant.restart", {}, Repeat.RELATIVE),
        ("lock.lock", {}, Repeat.ABSOLUTE),
        ("lock.unlock", {}, Repeat.ABSOLUTE),
        ("lock.open", {}, Repeat.RELATIVE),
        ("cover.toggle_cover_tilt", {}, Repeat.RELATIVE),
        ("fan.increase_speed", {}, Repeat.RELATIVE),
        ("input_number.decrement", {}, Repeat.RELATIVE),
        ("counter.increment", {}, Repeat.RELATIVE),
        ("counter.set_value", {}, Repeat.ABSOLUTE),
        ("input_select.select_next", {}, Repeat.RELATIVE),
        ("select.select_first", {}, Repeat.ABSOLUTE),
        ("media_player.volume_up", {}, Repeat.RELATIVE),
        ("media_player.volume_set", {}, Repeat.ABSOLUTE),
        ("media_player.media_next_track", {}, Repeat.RELATIVE),
        ("media_player.play_media", {}, Repeat.UNCLEAR),
        ("media_player.play_media", {"enqueue": "add"}, Repeat.RELATIVE),
        ("media_player.play_media", {"announce": True}, Repeat.RELATIVE),
        ("button.press", {}, Repeat.RELATIVE),
        ("input_button.press", {}, Repeat.RELATIVE),
        ("notify.mobile_app_phone", {}, Repeat.RELATIVE),
        ("notify.send_message", {}, Repeat.RELATIVE),
        ("tts.speak", {}, Repeat.RELATIVE),
        ("tts.clear_cache", {}, Repeat.ABSOLUTE),
        ("todo.add_item", {}, Repeat.RELATIVE),
        ("calendar.create_event", {}, Repeat.RELATIVE),
        ("remote.send_command", {}, Repeat.RELATIVE),
        ("automation.trigger", {}, Repeat.RELATIVE),
        ("persistent_notification.create", {}, Repeat.RELATIVE),
        (
            "persistent_notification.create",
            {"notification_id": "door"},
            Repeat.ABSOLUTE,
        ),
        ("scene.turn_on", {}, Repeat.ABSOLUTE),
        ("scene.create", {"entities": {"light.lamp": "on"}}, Repeat.ABSOLUTE),
        ("scene.create", {"snapshot_entities": ["light.lamp"]}, Repeat.UNCLEAR),
        ("template.reload", {}, Repeat.ABSOLUTE),
        ("mqtt.publish", {}, Repeat.UNCLEAR),
        ("rest_command.doorbell_toggle", {}, Repeat.UNCLEAR),
        ("script.increase_heat", {}, Repeat.UNCLEAR),
        ("script.turn_on", {}, Repeat.UNCLEAR),
        ("script.turn_off", {}, Repeat.ABSOLUTE),
        ("script.toggle", {}, Repeat.RELATIVE),
        ("shell_command.set_value", {}, Repeat.UNCLEAR),
        ("my_integration.turn_on", {}, Repeat.UNCLEAR),
        ("my_integration.lamp_toggle", {}, Repeat.RELATIVE),
        ("timer.start", {}, Repeat.UNCLEAR),
    ],
)
def test_what_a_second_call_would_do(name, data, repeat):
    """Only what is known to change nothing more is absolute."""
    assert repeatability(*name.split("."), data) is repeat


@pytest.mark.parametrize("domain", sorted({*ABSOLUTE, *RELATIVE}))
def test_every_service_of_the_tables_exists(domain):
    """Home Assistant describes a service of that name, or the engine itself."""
    folder = OWN if domain == OWN.name else COMPONENTS / domain
    known = load_yaml(folder / "services.yaml")
    listed = ABSOLUTE.get(domain, frozenset()) | RELATIVE.get(domain, frozenset())
    by_data = {service for of, service in BY_DATA if of == domain}
    assert listed | by_data <= set(known)


def test_no_service_is_in_both_tables():
    """A second call cannot both change something and change nothing."""
    both = {
        (domain, service)
        for domain, services in ABSOLUTE.items()
        for service in services & RELATIVE.get(domain, frozenset())
    }
    assert not both


@pytest.mark.parametrize("domain", sorted(SPEAKING | OPAQUE))
def test_every_domain_that_is_judged_as_a_whole_exists(domain):
    """A domain with another name would leave its services unclear."""
    assert (COMPONENTS / domain / "services.yaml").is_file()


def test_a_toggle_that_can_be_seen_is_still_relative():
    """Whatever inverts a state must not be repeated blindly."""
    toggles = [key for key in RULES if key[1] in ("toggle", "media_play_pause")]
    assert {repeatability(*key, {}) for key in toggles} == {Repeat.RELATIVE}
