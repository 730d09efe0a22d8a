"""The risk table, as somebody would check it who lives in the home."""

from itertools import chain

from hypothesis import given, strategies as st
import pytest

from homeassistant.helpers.template import Template

from custom_components.action_engine.engine.gate.risk_devices import DEVICES
from custom_components.action_engine.engine.gate.risk_system import (
    EVERYWHERE,
    NO_CALLS,
    STRANGE,
    SYSTEM,
)
from custom_components.action_engine.engine.gate.risks import assess, touch
from custom_components.action_engine.engine.model.impact import Reversible, Risk
from custom_components.action_engine.engine.plan.repeatable import ABSOLUTE, RELATIVE
from tests.engine.gate.cases import asked

LOW, MEDIUM, HIGH, CRITICAL = Risk
RENDERED = Template("{{ 1 }}", None)
LATER = {"temperature": RENDERED}
LINES = [*DEVICES, *SYSTEM, *EVERYWHERE, *STRANGE, *NO_CALLS]


def risk(action, *entity_ids, classes=(), **fields):
    """Return how bad it would be."""
    wish = asked(action, *entity_ids, device_classes=frozenset(classes), **fields)
    return touch(wish).risk


CALLS = {
    LOW: (
        *("light.turn_on", "light.toggle", "switch.turn_on", "fan.set_percentage"),
        *("lock.lock", "cover.close_cover", "cover.stop_cover", "vacuum.start"),
        *("lawn_mower.dock", "media_player.volume_set", "input_boolean.turn_on"),
        *("input_number.set_value", "timer.start", "counter.increment"),
        *("weather.get_forecasts", "todo.add_item", "persistent_notification.create"),
        *("homeassistant.check_config", "homeassistant.update_entity"),
        *("script.night", "scene.turn_on", "recorder.get_statistics"),
        *("climate.set_fan_mode", "humidifier.set_humidity", "logbook.log"),
        *("action_engine.validate", "trigger"),
    ),
    MEDIUM: (
        *("alarm_control_panel.alarm_arm_away", "alarm_control_panel.alarm_arm_night"),
        *("cover.open_cover", "cover.toggle", "cover.set_cover_position"),
        *("valve.close_valve", "climate.turn_off", "climate.set_hvac_mode"),
        *("water_heater.turn_off", "siren.turn_off", "camera.snapshot"),
        *("camera.record", "image.snapshot", "media_player.play_media"),
        *("notify.notify", "notify.mobile_app_x", "tts.speak", "button.press"),
        *("lawn_mower.start_mowing", "number.set_value", "select.select_option"),
        *("automation.trigger", "automation.reload", "light.reload"),
        *("input_boolean.reload", "calendar.create_event", "my_own.service"),
        *("remote.send_command", "assist_satellite.announce", "script.turn_off"),
        *("ai_task.generate_data", "group.set", "update.skip", "device"),
    ),
    HIGH: (
        *("alarm_control_panel.alarm_trigger", "valve.open_valve", "siren.turn_on"),
        *("camera.turn_off", "update.install", "vacuum.send_command"),
        *("homeassistant.set_location", "homeassistant.reload_all"),
        *("homeassistant.reload_core_config", "homeassistant.reload_config_entry"),
        *("hassio.addon_stop", "hassio.backup_full", "python_script.x", "pyscript.x"),
        *("rest_command.x", "backup.create", "recorder.purge", "recorder.disable"),
        *("recorder.purge_entities", "zha.permit", "zha.remove", "zwave_js.add_node"),
        *("conversation.process", "file.read_file", "downloader.download_file"),
        *("cloud.remote_connect", "device_tracker.see", "automation.turn_off"),
        *("my_own.reboot_all", "my_own.delete_everything", "my_own.send_command"),
        *("template", "native", "event"),
    ),
    CRITICAL: (
        *("lock.unlock", "lock.open", "alarm_control_panel.alarm_disarm"),
        *("homeassistant.restart", "homeassistant.stop", "hassio.host_reboot"),
        *("hassio.host_shutdown", "hassio.restore_full", "hassio.addon_stdin"),
        *("shell_command.x", "mqtt.publish", "zha.issue_zigbee_cluster_command"),
        *("zha.set_zigbee_cluster_attribute", "zha.set_lock_user_code"),
        *(
            "zwave_js.set_value",
            "zwave_js.invoke_cc_api",
            "zwave_js.multicast_set_value",
        ),
        *("zwave_js.set_lock_usercode", "zwave_js.clear_lock_usercode", "knx.send"),
        *(
            "modbus.write_register",
            "nuki.unlatch",
            "my_own.unlock_all",
            "alarmo.disarm",
        ),
        *("my_own.factory_reset", "action_engine.run", "action_engine.resolve"),
    ),
}


@pytest.mark.parametrize(
    ("action", "expected"),
    [(call, risk) for risk, calls in CALLS.items() for call in calls],
)
def test_e05_the_risk_of_a_call(action, expected):
    """With nothing known of its targets and its data."""
    assert risk(action) is expected


@pytest.mark.parametrize(
    ("action", "classes", "expected"),
    [
        ("cover.open_cover", {"garage"}, CRITICAL),
        ("cover.open_cover", {"door"}, CRITICAL),
        ("cover.toggle", {"garage"}, CRITICAL),
        ("cover.set_cover_position", {"garage"}, CRITICAL),
        ("cover.open_cover", {"gate"}, HIGH),
        ("cover.open_cover", {"window"}, HIGH),
        ("cover.open_cover", {"shutter"}, MEDIUM),
        ("cover.open_cover", {"blind", "curtain"}, LOW),
        ("cover.open_cover", {"blind", "garage"}, CRITICAL),
        ("cover.open_cover", {"blind", ""}, MEDIUM),
        ("cover.close_cover", {"garage"}, MEDIUM),
        ("cover.close_cover", {"blind"}, LOW),
        ("valve.open_valve", {"gas"}, CRITICAL),
        ("valve.open_valve", {"water"}, HIGH),
        ("switch.turn_off", {"outlet"}, MEDIUM),
        ("switch.turn_off", {"switch"}, LOW),
        ("button.press", {"restart"}, HIGH),
        ("button.press", {"update", "identify"}, HIGH),
        ("button.press", {"identify"}, LOW),
        ("button.press", {"identify", ""}, MEDIUM),
    ],
)
def test_the_class_of_a_target_counts(action, classes, expected):
    """The worst of several; one that is not known is never harmless."""
    assert risk(action, classes=classes) is expected


@pytest.mark.parametrize(
    ("action", "data", "classes", "expected"),
    [
        ("cover.set_cover_position", {"position": 0}, {"blind"}, LOW),
        ("cover.set_cover_position", {"position": 0}, {"garage"}, MEDIUM),
        ("cover.set_cover_position", {"position": "1"}, {"garage"}, CRITICAL),
        ("cover.set_cover_position", {"position": RENDERED}, {"garage"}, CRITICAL),
        ("valve.set_valve_position", {"position": "0"}, {"gas"}, MEDIUM),
        ("valve.set_valve_position", {"position": []}, {"gas"}, CRITICAL),
        ("climate.set_temperature", {"temperature": 21}, (), LOW),
        ("climate.set_temperature", {"temperature": 70}, (), LOW),
        ("climate.set_temperature", {"temperature": 35}, (), HIGH),
        ("climate.set_temperature", {"temperature": "4"}, (), HIGH),
        ("climate.set_temperature", LATER, (), MEDIUM),
        ("climate.set_temperature", {"temperature": "nan"}, (), MEDIUM),
        (
            "climate.set_temperature",
            {"temperature": 21, "hvac_mode": "off"},
            (),
            MEDIUM,
        ),
        (
            "climate.set_temperature",
            {"target_temp_low": 20, "target_temp_high": 90},
            (),
            HIGH,
        ),
        ("water_heater.set_temperature", {"temperature": 50}, (), MEDIUM),
        ("water_heater.set_temperature", {"temperature": 65}, (), HIGH),
        ("water_heater.set_temperature", {"temperature": 120}, (), MEDIUM),
        ("water_heater.set_temperature", {"temperature": 150}, (), HIGH),
        ("water_heater.set_temperature", LATER, (), HIGH),
        ("notify.x", {"message": "Come home"}, (), MEDIUM),
        ("notify.x", {"message": "command_bluetooth"}, (), HIGH),
        ("notify.x", {"data": {"actions": [{"uri": "https://x"}]}}, (), HIGH),
        ("trigger", {"triggers": [{"platform": "webhook"}]}, (), MEDIUM),
        ("trigger", {"triggers": [{"platform": "state"}]}, (), LOW),
        ("device", {"domain": "lock", "type": "unlock"}, (), CRITICAL),
        ("device", {"domain": "cover", "type": "open"}, {"garage"}, CRITICAL),
        ("device", {"domain": "light", "type": "turn_on"}, (), MEDIUM),
        ("device", {"domain": 1, "type": None}, (), MEDIUM),
    ],
)
def test_the_data_of_a_call_counts(action, data, classes, expected):
    """What cannot be told before it is rendered counts as the worse."""
    assert risk(action, data=data, classes=classes) is expected


@pytest.mark.parametrize(
    ("action", "entity_ids", "expected"),
    [
        ("homeassistant.turn_on", ("light.a", "switch.a"), LOW),
        ("homeassistant.turn_off", ("light.a", "automation.alarm"), HIGH),
        ("homeassistant.turn_on", ("siren.a",), HIGH),
        ("homeassistant.toggle", ("lock.a",), CRITICAL),
        ("homeassistant.turn_on", (), HIGH),
        ("scene.apply", ("light.a",), LOW),
        ("scene.apply", ("light.a", "lock.a"), CRITICAL),
        ("scene.create", ("alarm_control_panel.a",), CRITICAL),
    ],
)
def test_e05_a_detour_is_as_bad_as_the_straight_way(action, entity_ids, expected):
    """A call for every domain counts as a call of each domain that it reaches."""
    assert risk(action, *entity_ids) is expected


@pytest.mark.parametrize(
    ("entities", "expected"), [(10, LOW), (11, MEDIUM), (25, MEDIUM), (26, HIGH)]
)
def test_e13_breadth_is_a_risk(entities, expected):
    """At once, or one after the other."""
    ids = [f"light.x{n}" for n in range(entities)]
    assert risk("light.turn_on", *ids) is expected
    impact = assess(asked("light.turn_on", one) for one in ids)
    assert impact.risk is expected
    assert {one.risk for one in impact.touches} == {LOW}


def test_e13_everything_is_of_high_risk():
    """Whoever means all entities, or lets nobody know which."""
    assert risk("light.turn_on", everything=True) is HIGH
    assert risk("lock.unlock", everything=True) is CRITICAL


def test_e05_what_could_not_be_opened_is_of_high_risk():
    """A script of which nobody knows what it does may do anything."""
    found = touch(asked("script.night", closed=True))
    assert (found.risk, found.why) == (HIGH, "Nobody can tell what is done inside")


def test_the_reason_belongs_to_the_gravest():
    """People read why it is as bad as it is, and not why it is less bad."""
    ids = [f"light.x{n}" for n in range(11)]
    assert touch(asked("light.turn_on", *ids)).why == "It acts on 11 entities at once"
    assert touch(asked("lock.unlock", *ids)).why.startswith("It opens a door")


def test_the_impact_is_all_of_it_together():
    """The gravest risk, each entity once, and the times that were given."""
    impact = assess(
        [
            asked("light.turn_on", "light.a", "light.b"),
            asked("notify.me", reversible=False),
            asked("light.turn_off", "light.a"),
        ],
        seconds=1.5,
        slow_seconds=9.0,
    )
    assert (impact.risk, impact.reversible) == (MEDIUM, Reversible.PARTLY)
    assert impact.entity_ids == ("light.a", "light.b")
    assert (impact.seconds, impact.slow_seconds) == (1.5, 9.0)


@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        ([], Reversible.YES),
        ([asked(), asked()], Reversible.YES),
        ([asked(reversible=False)], Reversible.NO),
        ([asked(), asked("event", reversible=False)], Reversible.PARTLY),
        ([asked(), asked("trigger", reversible=False)], Reversible.YES),
        (
            [asked("script.a", reversible=False), asked(opened_from="script.a")],
            Reversible.YES,
        ),
        (
            [
                asked("scene.turn_on", "scene.a", reversible=False),
                asked(opened_from="scene.a"),
            ],
            Reversible.YES,
        ),
        (
            [
                asked("script.a", reversible=False, closed=True),
                asked(opened_from="script.a"),
            ],
            Reversible.PARTLY,
        ),
    ],
)
def test_what_can_be_undone(wishes, expected):
    """Waiting needs no undo, and a script that was opened is undone step by step."""
    assert assess(wishes).reversible is expected


def test_nothing_at_all_is_of_low_risk():
    """A plan may consist of delays."""
    assert assess(()).risk is LOW


def test_every_domain_that_the_engine_knows_is_in_the_table():
    """What can be repeated is known well enough to be judged."""
    known = {call.partition(".")[0] for line in LINES for call in line.calls}
    assert {*ABSOLUTE, *RELATIVE} - known == set()


def test_a_line_can_be_read_by_itself():
    """It is about one domain or about all, and has a sentence of its own."""
    for line in LINES:
        assert line.why[0].isupper(), line
        assert not line.why.endswith("."), line


def test_no_line_is_hidden_by_one_before_it():
    """A line that never counts would be a promise that is not kept."""
    every: list[str] = []
    for line in chain(DEVICES, SYSTEM, NO_CALLS):
        bare = not (line.any_of or line.only or line.when)
        for call in line.calls:
            assert call not in every, line
            assert f"{call.partition('.')[0]}.*" not in every, line
            if bare:
                every.append(call)


@given(
    st.dictionaries(
        st.text(max_size=5),
        st.recursive(
            st.none() | st.floats() | st.text() | st.integers(), st.lists, max_leaves=5
        ),
    )
)
def test_nonsense_in_the_data_is_judged_all_the_same(data):
    """Whatever a language model makes up, looking at it breaks nothing."""
    for line in LINES:
        if line.when is not None:
            assert line.when(data) in (True, False)
            for key in ("position", "temperature", "message", "target_temp_low"):
                for value in data.values():
                    line.when({key: value})
