"""What a single step asks of the home, before its targets are resolved."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from homeassistant.helpers.template import Template, is_complex

from ..model.own_steps import ToolStep
from ..model.plan import (
    CallStep,
    DeviceStep,
    EventStep,
    NativeStep,
    SceneStep,
    Step,
    WaitTriggerStep,
)

TARGET_KEYS: Final[tuple[str, ...]] = (
    "entity_id",
    "device_id",
    "area_id",
    "floor_id",
    "label_id",
)
"""Keys by which Home Assistant finds the targets of a call, in its data as well."""

_DATA: Final = ("data", "data_template")
_DEVICE_FRAME: Final = frozenset({"alias", "enabled", "continue_on_error"})

_REACHING: Final[Mapping[str, tuple[str, ...]]] = {
    "media_player.join": ("group_members",),
    "scene.apply": ("entities",),
    "scene.create": ("entities", "snapshot_entities"),
}
"""Calls that act on entities which they name elsewhere in their data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One thing that a plan asks for, as it was written."""

    place: str
    action: str
    """As in ``Asked``: the call, or what sort of step it is if it is none."""

    data: Mapping[str, Any] = field(default_factory=dict)
    """Templates in it are objects, not texts."""

    target: Mapping[str, Any] = field(default_factory=dict)
    """By the keys of ``TARGET_KEYS``; a list, a text, or a template."""

    templated: bool = False
    """Name, target or data are rendered later."""

    target_templated: bool = False
    """Nobody can know its targets before it is rendered."""

    times: int | None = 1
    """How often its loops have it done, None if nobody can count that."""


def wish(step: Step) -> Asking | None:
    """Return what a step asks for by itself, None if it acts on nothing."""
    asks = _ASKS.get(type(step))
    return None if asks is None else asks(step)


def _call(step: Any) -> Asking:
    config = step.config
    name = config.get("action", config.get("service_template"))
    action = name if isinstance(name, str) else "template"
    parts = [config[key] for key in _DATA if key in config]
    data = _merged(parts)
    frame = config.get("target", {})
    target = {key: data[key] for key in TARGET_KEYS if key in data}
    target.update(_merged([frame]))
    if "entity_id" in config:
        target["entity_id"] = config["entity_id"]
    reached = [data[key] for key in _REACHING.get(action, ()) if key in data]
    if ids := [one for given in reached for one in _listed(given)]:
        target["entity_id"] = [*_listed(target.get("entity_id", ())), *ids]
    return Asking(
        place=step.place,
        action=action,
        data=data,
        target=target,
        templated=action == "template" or is_complex([parts, frame]),
        target_templated=is_complex([target, reached, frame])
        or any(map(_has_open_keys, parts)),
    )


def _merged(parts: Iterable[Any]) -> dict[str, Any]:
    """Return what is written of several mappings; one that is rendered has nothing."""
    return {
        key: one
        for part in parts
        if isinstance(part, Mapping)
        for key, one in part.items()
    }


def _has_open_keys(part: Any) -> bool:
    """Tell whether a target may turn up in it when it is rendered."""
    if not isinstance(part, Mapping):
        return True
    return any(isinstance(key, Template) for key in part)


def _listed(value: Any) -> list[Any]:
    if isinstance(value, str):
        return [one.strip() for one in value.split(",")]
    return list(value) if isinstance(value, (list, tuple, Mapping)) else []


def _device(step: Any) -> Asking:
    data = {key: one for key, one in step.config.items() if key not in _DEVICE_FRAME}
    target = {key: data[key] for key in TARGET_KEYS if key in data}
    return Asking(
        place=step.place,
        action="device",
        data=data,
        target=target,
        templated=is_complex(data),
        target_templated=is_complex(target),
    )


def _event(step: Any) -> Asking:
    return Asking(
        place=step.place,
        action="event",
        data={"event_type": step.event, "event_data": _merged(step.data)},
        templated=step.fixed is None,
    )


def _trigger(step: Any) -> Asking:
    return Asking(
        place=step.place,
        action="trigger",
        data={"triggers": step.triggers},
        templated=is_complex(step.triggers),
    )


def _native(step: Any) -> Asking:
    return Asking(
        place=step.place,
        action="native",
        data=step.config,
        templated=is_complex(step.config),
        target_templated=True,
    )


_ASKS: Final[Mapping[type[Step], Callable[[Any], Asking]]] = {
    CallStep: _call,
    SceneStep: _call,
    ToolStep: _call,
    DeviceStep: _device,
    EventStep: _event,
    WaitTriggerStep: _trigger,
    NativeStep: _native,
}
"""Steps that act, or that let others in; all other steps only look, wait or decide."""
