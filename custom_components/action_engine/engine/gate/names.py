"""All the names under which a thing that is asked for is known.

Home Assistant has several ways to the same deed. Who keeps a caller away from
``lock.unlock`` means the device action of that lock as well, and a scene that has it
unlocked.
"""

from collections.abc import Mapping
from typing import Final

from ..model.impact import Asked

ANYWHERE: Final = frozenset(
    {"homeassistant.turn_on", "homeassistant.turn_off", "homeassistant.toggle"}
)
"""Calls that Home Assistant hands on to the domains of their targets."""

STAGED: Final = frozenset({"scene.apply", "scene.create"})
"""Calls that set, or will set, entities of any domain to a state they name."""

_GRAVEST: Final[Mapping[str, str]] = {
    "alarm_control_panel": "alarm_disarm",
    "cover": "open_cover",
    "lock": "unlock",
    "valve": "open_valve",
}
"""What a scene may come to; the state that it names is not looked at."""

_DEVICE_ACTIONS: Final[Mapping[tuple[str, str], str]] = {
    ("alarm_control_panel", "arm_away"): "alarm_arm_away",
    ("alarm_control_panel", "arm_home"): "alarm_arm_home",
    ("alarm_control_panel", "arm_night"): "alarm_arm_night",
    ("alarm_control_panel", "arm_vacation"): "alarm_arm_vacation",
    ("alarm_control_panel", "disarm"): "alarm_disarm",
    ("alarm_control_panel", "trigger"): "alarm_trigger",
    ("cover", "close"): "close_cover",
    ("cover", "close_tilt"): "close_cover_tilt",
    ("cover", "open"): "open_cover",
    ("cover", "open_tilt"): "open_cover_tilt",
    ("cover", "set_position"): "set_cover_position",
    ("cover", "set_tilt_position"): "set_cover_tilt_position",
    ("cover", "stop"): "stop_cover",
    ("vacuum", "clean"): "start",
    ("vacuum", "dock"): "return_to_base",
    ("lawn_mower", "mow"): "start_mowing",
}
"""Device actions whose type is not the name of the call that they make."""

WEBHOOK: Final = "action_engine.call_webhook"
"""The endpoint that it calls says more: ``webhook.doorbell``."""

UNKNOWABLE: Final = frozenset({"template", "native"})
"""Nobody can tell before it runs which action that will be."""


def aliases(asked: Asked) -> tuple[str, ...]:
    """Return the calls that it comes to, none if it is just what its name says."""
    if asked.tool is not None:
        return (asked.tool.name,)
    if asked.action == "device":
        return _of_device(asked)
    if asked.action == WEBHOOK:
        return _of_webhook(asked)
    if asked.action in ANYWHERE:
        verb = asked.action.partition(".")[2]
        return tuple(f"{domain}.{verb}" for domain in _domains(asked))
    if asked.action in STAGED:
        return tuple(
            f"{domain}.{_GRAVEST.get(domain, 'turn_on')}" for domain in _domains(asked)
        )
    return ()


def deeds(asked: Asked) -> tuple[str, ...]:
    """Return what is done, by all names that it has.

    The call of a tool does what the tool does, and nothing else.
    """
    names = aliases(asked)
    return names if asked.tool is not None else (asked.action, *names)


def spoken(asked: Asked) -> str:
    """Return what people are told that it is."""
    return asked.action if asked.tool is None else asked.tool.name


def is_unknowable(asked: Asked) -> bool:
    """Tell whether something may happen that none of the names tells."""
    return asked.closed or asked.action in UNKNOWABLE


def _of_device(asked: Asked) -> tuple[str, ...]:
    domain, kind = asked.data.get("domain"), asked.data.get("type")
    if not isinstance(domain, str) or not isinstance(kind, str):
        return ()
    return (f"{domain}.{_DEVICE_ACTIONS.get((domain, kind), kind)}",)


def _of_webhook(asked: Asked) -> tuple[str, ...]:
    endpoint = asked.data.get("endpoint")
    return (f"webhook.{endpoint}",) if isinstance(endpoint, str) else ()


def _domains(asked: Asked) -> list[str]:
    return sorted({entity_id.partition(".")[0] for entity_id in asked.entity_ids})
