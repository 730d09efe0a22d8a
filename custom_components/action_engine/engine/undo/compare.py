"""In what two snapshots of one entity differ."""

from collections.abc import Callable, Mapping
from math import cos, dist, radians, sin
from typing import Any, Final

from ..model.likeness import alike
from ..model.undo import Snapshot
from .snapshot import COLOUR_OF_MODE
from .traits import NUMERIC, TRAITS, Trait

STATE: Final = "state"
_NO_EFFECT: Final = frozenset({"off", "none", ""})
_COLOURS: Final = frozenset(COLOUR_OF_MODE.values())


def has_effect(effect: Any) -> bool:
    """Tell whether a light with this ``effect`` shows one."""
    return effect is not None and str(effect).lower() not in _NO_EFFECT


def to_restore(before: Snapshot, here: Snapshot) -> tuple[str, ...]:
    """Return what has to be set back: attribute names, and ``state`` for the state.

    What was empty or unknown before is not missed. No tolerance: a device that was at
    20 and is at 21 was moved.
    """
    traits = [trait for trait in _traits(before) if trait.counts]
    return _differing(before, here, traits, exactly=True)


def drifted(left: Snapshot, here: Snapshot) -> tuple[str, ...]:
    """Return what is no longer as it was left, apart from what changes by itself."""
    traits = [trait for trait in _traits(left) if trait.steady]
    if has_effect(left.attributes.get("effect")):
        # The colours of an effect come and go.
        traits = [trait for trait in traits if trait.name not in _COLOURS]
    return _differing(left, here, traits, exactly=False)


def same(trait: Trait, wanted: Any, actual: Any, *, exactly: bool) -> bool:
    """Tell whether both are one value of the attribute."""
    compare = _SPECIAL.get(trait.name)
    tolerance = 0.0 if exactly else trait.tolerance
    if compare is not None:
        return compare(wanted, actual, tolerance)
    return alike(wanted, actual, tolerance)


def same_state(domain: str, wanted: str, actual: str) -> bool:
    """Tell whether both are one state; a number counts however it is written."""
    return wanted == actual or (domain in NUMERIC and alike(wanted, actual))


def _traits(snapshot: Snapshot) -> tuple[Trait, ...]:
    return TRAITS.get(snapshot.domain, ())


def _differing(
    wanted: Snapshot, actual: Snapshot, traits: list[Trait], *, exactly: bool
) -> tuple[str, ...]:
    names = []
    if not same_state(wanted.domain, wanted.state, actual.state):
        names.append(STATE)
    for trait in traits:
        name = trait.name
        if name not in wanted.attributes:
            continue
        value, other = wanted.attributes[name], actual.attributes.get(name)
        if value is None and not trait.can_be_empty:
            continue
        if not same(trait, value, other, exactly=exactly):
            names.append(name)
    return tuple(names)


def _same_effect(wanted: Any, actual: Any, _: float) -> bool:
    if not has_effect(wanted):
        return not has_effect(actual)
    return bool(wanted == actual)


def _same_hue(wanted: Any, actual: Any, tolerance: float) -> bool:
    """Compare two colours on their wheel: 359° is next to 0°, and white has no hue."""
    if not (_is_pair(wanted) and _is_pair(actual)):
        return bool(wanted == actual)
    return alike(dist(_on_wheel(*wanted), _on_wheel(*actual)), 0, tolerance)


def _is_pair(value: Any) -> bool:
    return (
        isinstance(value, (list, tuple))
        and len(value) == 2  # noqa: PLR2004 - hue and saturation
        and all(isinstance(part, (int, float)) for part in value)
    )


def _on_wheel(hue: float, saturation: float) -> tuple[float, float]:
    angle = radians(hue)
    return saturation * cos(angle), saturation * sin(angle)


def _same_whole(wanted: Any, actual: Any, tolerance: float) -> bool:
    """Compare in whole numbers, since only these can be set."""
    if not (isinstance(wanted, (int, float)) and isinstance(actual, (int, float))):
        return bool(wanted == actual)
    return alike(round(wanted), round(actual), tolerance)


_SPECIAL: Final[Mapping[str, Callable[[Any, Any, float], bool]]] = {
    "effect": _same_effect,
    "hs_color": _same_hue,
    "humidity": _same_whole,
}
