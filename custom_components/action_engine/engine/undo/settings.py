"""Attributes that one call each brings back."""

from collections.abc import Iterable, Mapping
from typing import Final

from .ways import Act, Case

OPTIONS: Final[Mapping[str, str]] = {
    "effect": "effect_list",
    "fan_mode": "fan_modes",
    "fan_speed": "fan_speed_list",
    "mode": "available_modes",
    "preset_mode": "preset_modes",
    "sound_mode": "sound_mode_list",
    "source": "source_list",
    "swing_horizontal_mode": "swing_horizontal_modes",
    "swing_mode": "swing_modes",
}
"""Where an entity lists what an attribute may be."""


def setting(case: Case, service: str, name: str) -> Act | None:
    """Return the call that sets an attribute to what it was.

    None if it was empty, or if there is no such choice any more.
    """
    value = case.wanted(name)
    if value is None or is_gone(case, name):
        return None
    if name == "humidity" and isinstance(value, float):
        value = round(value)
    action = f"{case.before.domain}.{service}"
    return Act(action=action, data={name: value}, shows=(name,))


def is_gone(case: Case, name: str) -> bool:
    """Tell whether an attribute had a value that can be chosen no more."""
    value = case.wanted(name)
    options = OPTIONS.get(name)
    return value is not None and options is not None and not case.offers(options, value)


def gone(case: Case, names: Iterable[str]) -> tuple[str, ...]:
    """Return those of the attributes whose value can be chosen no more."""
    return tuple(name for name in names if is_gone(case, name))


def gone_note(case: Case, names: tuple[str, ...]) -> str | None:
    """Return for people which choices there are no more, None if all are there."""
    if not names:
        return None
    lost = " and ".join(f"{name} {case.wanted(name)}" for name in names)
    return f"it does not offer {lost} any more"
