"""The risk table for what stands in a home. Of the lines of a domain the first counts.

A target of which the class is not known never counts as harmless: an integration that
says nothing about a cover may have put it on the garage.
"""

from typing import Final

from ..model.impact import Risk
from .risk_line import Line
from .risk_looks import closes, is_extreme, is_ordinary, may_scald

LOW, MEDIUM, HIGH, CRITICAL = Risk

ENTRANCES: Final = frozenset({"door", "garage"})
OPENINGS: Final = frozenset({"gate", "window"})
DOORS: Final = ENTRANCES | {"gate"}
BLINDS: Final = frozenset({"awning", "blind", "curtain", "damper", "shade"})

DEVICES: Final[tuple[Line, ...]] = (
    Line(calls=("lock.lock",), risk=LOW, why="It locks a door"),
    Line(
        calls=("lock.unlock", "lock.open"),
        risk=CRITICAL,
        why="It opens a door to whoever is outside",
    ),
    Line(calls=("lock.*",), risk=CRITICAL, why="It changes who can open a door"),
    Line(
        calls=("alarm_control_panel.alarm_disarm",),
        risk=CRITICAL,
        why="It disarms the alarm",
    ),
    Line(
        calls=("alarm_control_panel.alarm_arm_*",),
        risk=MEDIUM,
        why="It arms the alarm, with whoever is at home",
    ),
    Line(
        calls=("alarm_control_panel.alarm_trigger",),
        risk=HIGH,
        why="It sets off the alarm, and may call for help",
    ),
    Line(
        calls=("alarm_control_panel.*",),
        risk=HIGH,
        why="It changes how the alarm works",
    ),
    Line(calls=("alarmo.disarm",), risk=CRITICAL, why="It disarms the alarm"),
    Line(calls=("alarmo.*",), risk=HIGH, why="It changes how the alarm works"),
    Line(
        calls=(
            "cover.close_cover",
            "cover.close_cover_tilt",
            "cover.stop_cover",
            "cover.stop_cover_tilt",
        ),
        risk=MEDIUM,
        why="A large door closes, and somebody may stand in it",
        any_of=DOORS,
    ),
    Line(
        calls=(
            "cover.close_cover",
            "cover.close_cover_tilt",
            "cover.stop_cover",
            "cover.stop_cover_tilt",
        ),
        risk=LOW,
        why="It closes or stops a cover",
    ),
    Line(
        calls=("cover.set_cover_position",),
        risk=MEDIUM,
        why="A large door closes, and somebody may stand in it",
        any_of=DOORS,
        when=closes,
    ),
    Line(
        calls=("cover.set_cover_position",),
        risk=LOW,
        why="It closes a cover",
        when=closes,
    ),
    Line(
        calls=("cover.*",),
        risk=CRITICAL,
        why="It opens a way into the house",
        any_of=ENTRANCES,
    ),
    Line(
        calls=("cover.*",),
        risk=HIGH,
        why="It opens the grounds or a window",
        any_of=OPENINGS,
    ),
    Line(
        calls=("cover.*",),
        risk=MEDIUM,
        why="It opens a shutter, so that one can look in",
        any_of=frozenset({"shutter"}),
    ),
    Line(calls=("cover.*",), risk=LOW, why="It moves a blind or the like", only=BLINDS),
    Line(
        calls=("cover.*",),
        risk=MEDIUM,
        why="It opens a cover of which nobody knows what is behind",
    ),
    Line(
        calls=("valve.close_valve", "valve.stop_valve"),
        risk=MEDIUM,
        why="It cuts off water or gas",
    ),
    Line(
        calls=("valve.set_valve_position",),
        risk=MEDIUM,
        why="It cuts off water or gas",
        when=closes,
    ),
    Line(
        calls=("valve.*",),
        risk=CRITICAL,
        why="It lets gas through",
        any_of=frozenset({"gas"}),
    ),
    Line(
        calls=("valve.*",),
        risk=HIGH,
        why="It lets water through, which may flood the house",
    ),
    Line(
        calls=("water_heater.set_temperature",),
        risk=HIGH,
        why="The water may become scalding hot",
        when=may_scald,
    ),
    Line(
        calls=("water_heater.*",),
        risk=MEDIUM,
        why="It changes the hot water of the house",
    ),
    Line(
        calls=("climate.set_temperature",),
        risk=HIGH,
        why="No room should be that cold or hot",
        when=is_extreme,
    ),
    Line(
        calls=("climate.set_temperature",),
        risk=LOW,
        why="It sets a usual temperature",
        when=is_ordinary,
    ),
    Line(
        calls=("climate.set_temperature",),
        risk=MEDIUM,
        why="It sets a temperature that nobody knows yet",
    ),
    Line(
        calls=(
            "climate.set_hvac_mode",
            "climate.turn_on",
            "climate.turn_off",
            "climate.toggle",
        ),
        risk=MEDIUM,
        why="It decides whether a room is heated or cooled at all",
    ),
    Line(
        calls=("climate.*",), risk=LOW, why="It changes how a room is heated or cooled"
    ),
    Line(calls=("siren.turn_off",), risk=MEDIUM, why="It silences a siren"),
    Line(calls=("siren.*",), risk=HIGH, why="It frightens everybody in earshot"),
    Line(
        calls=("camera.turn_off", "camera.disable_motion_detection"),
        risk=HIGH,
        why="It blinds a camera",
    ),
    Line(
        calls=("camera.turn_on", "camera.enable_motion_detection"),
        risk=MEDIUM,
        why="A camera begins to watch",
    ),
    Line(
        calls=("camera.*",),
        risk=MEDIUM,
        why="It writes pictures to a file, or shows them",
    ),
    Line(calls=("image.*",), risk=MEDIUM, why="It writes a picture to a file"),
    Line(
        calls=("button.press",),
        risk=HIGH,
        why="The button restarts or updates a device",
        any_of=frozenset({"restart", "update"}),
    ),
    Line(
        calls=("button.press",),
        risk=LOW,
        why="The button lets a device show itself",
        only=frozenset({"identify"}),
    ),
    Line(calls=("button.*",), risk=MEDIUM, why="Nobody knows what the button does"),
    Line(
        calls=("lawn_mower.dock", "lawn_mower.pause", "lawn_mower.stop"),
        risk=LOW,
        why="It stops a mower",
    ),
    Line(calls=("lawn_mower.*",), risk=MEDIUM, why="Blades turn where somebody may be"),
    Line(
        calls=("vacuum.send_command",),
        risk=HIGH,
        why="It sends a raw command to a robot",
    ),
    Line(calls=("vacuum.*",), risk=LOW, why="It moves a vacuum cleaner"),
    Line(
        calls=("switch.*",),
        risk=MEDIUM,
        why="Nobody knows what is plugged into the outlet",
        any_of=frozenset({"outlet"}),
    ),
    Line(calls=("switch.*",), risk=LOW, why="It switches something"),
    Line(calls=("light.*",), risk=LOW, why="It changes a light"),
    Line(calls=("fan.*",), risk=LOW, why="It changes a fan"),
    Line(calls=("humidifier.*",), risk=LOW, why="It changes the humidity"),
    Line(
        calls=("media_player.play_media",),
        risk=MEDIUM,
        why="It fetches and plays whatever it names",
    ),
    Line(calls=("media_player.*",), risk=LOW, why="It changes what plays"),
    Line(
        calls=("remote.send_command", "remote.learn_command", "remote.delete_command"),
        risk=MEDIUM,
        why="It speaks to devices as their remote control",
    ),
    Line(calls=("remote.*",), risk=LOW, why="It switches an activity"),
    Line(
        calls=("number.*", "select.*", "text.*", "date.*", "datetime.*", "time.*"),
        risk=MEDIUM,
        why="It changes a setting of a device",
    ),
    Line(
        calls=(
            "input_boolean.*",
            "input_button.*",
            "input_datetime.*",
            "input_number.*",
            "input_select.*",
            "input_text.*",
        ),
        risk=LOW,
        why="It changes a value that people made up",
    ),
    Line(calls=("counter.*", "timer.*"), risk=LOW, why="It counts"),
    Line(calls=("schedule.*",), risk=LOW, why="It reads a schedule"),
    Line(
        calls=("group.turn_on", "group.turn_off", "group.toggle"),
        risk=MEDIUM,
        why="It switches a group of which nobody knows the members",
    ),
    Line(calls=("group.*",), risk=MEDIUM, why="It changes who belongs together"),
    Line(calls=("weather.*",), risk=LOW, why="It reads the weather"),
    Line(calls=("calendar.get_events",), risk=LOW, why="It reads a calendar"),
    Line(calls=("calendar.*",), risk=MEDIUM, why="It writes into a calendar"),
    Line(
        calls=("todo.get_items", "shopping_list.add_item", "todo.add_item"),
        risk=LOW,
        why="It reads a list, or adds to one",
    ),
    Line(
        calls=("todo.*", "shopping_list.*"),
        risk=MEDIUM,
        why="It changes or clears a list",
    ),
    Line(
        calls=("update.install",), risk=HIGH, why="It replaces the software of a device"
    ),
    Line(calls=("update.*",), risk=MEDIUM, why="An update is no longer offered"),
)
