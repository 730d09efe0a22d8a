"""From a snapshot to the calls that bring an entity back to it, by domain."""

from collections.abc import Mapping
from typing import Final

from homeassistant.helpers.template import is_template_string

from . import switched, values
from .climates import climate, humidifier, water_heater
from .fans import fan
from .guards import alarm, lock
from .lights import light
from .players import player
from .robots import lawn_mower, vacuum
from .travels import cover, valve
from .ways import Case, Rule, Way, blocked

RULES: Final[Mapping[str, Rule]] = {
    "alarm_control_panel": alarm,
    "alert": switched.alert,
    "automation": switched.switched,
    "climate": climate,
    "counter": values.counter,
    "cover": cover,
    "date": values.day,
    "datetime": values.moment,
    "fan": fan,
    "group": switched.group,
    "humidifier": humidifier,
    "input_boolean": switched.switched,
    "input_datetime": values.own_moment,
    "input_number": values.number,
    "input_select": values.own_choice,
    "input_text": values.text,
    "lawn_mower": lawn_mower,
    "light": light,
    "lock": lock,
    "media_player": player,
    "number": values.number,
    "remote": switched.remote,
    "select": values.choice,
    "siren": switched.siren,
    "switch": switched.switched,
    "text": values.text,
    "time": values.clock,
    "timer": values.timer,
    "vacuum": vacuum,
    "valve": valve,
    "water_heater": water_heater,
}


def way_back(case: Case) -> Way:
    """Return the calls for all that has to be set back, or why there are none.

    Only for a domain with a rule, and only if there is something to be set back.
    """
    before = case.before
    if _reads_as_template([before.state, *before.attributes.values()]):
        # Actions are rendered before they are sent: what a device reported must not
        # become code on the way back.
        return blocked("what it reported reads as a template")
    way = RULES[before.domain](case)
    if way.obstacle is None and not way.acts:
        lost = " and ".join(sorted(case.lost()))
        return blocked(way.note or f"nothing brings back its {lost}")
    return way


def _reads_as_template(value: object) -> bool:
    if isinstance(value, str):
        return is_template_string(value)
    return isinstance(value, list) and any(map(_reads_as_template, value))
