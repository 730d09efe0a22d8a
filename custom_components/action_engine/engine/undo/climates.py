"""Climate devices, humidifiers and water heaters: a mode, and settings that hang on it.

What a device remembers for a mode comes back with the mode, so that settings are sent
after it, all of them. A device that was off gets its settings while it is on, as many
take none when they are off, and is turned off last.
"""

from typing import Final

from .compare import STATE
from .settings import gone, gone_note, setting
from .ways import Act, Case, Way

_OFF: Final = "off"
_RESTING: Final = (None, "none")
_RANGE: Final = ("target_temp_low", "target_temp_high")
_CLIMATE_SETTINGS: Final = (
    ("swing_mode", "set_swing_mode"),
    ("swing_horizontal_mode", "set_swing_horizontal_mode"),
    ("fan_mode", "set_fan_mode"),
    ("humidity", "set_humidity"),
)
_CLIMATE_CHOICES: Final = (
    "preset_mode",
    "fan_mode",
    "swing_mode",
    "swing_horizontal_mode",
)
_HEATER_ON_OFF: Final = 8


def climate(case: Case) -> Way:
    """Set mode, preset, temperatures, swing, fan and humidity."""
    state, lost = case.before.state, case.lost()
    mode = Act(
        action="climate.set_hvac_mode", data={"hvac_mode": state}, states=(state,)
    )
    to_off = state == _OFF
    anew = STATE in lost and not to_off
    acts = [mode] if anew else []
    acts += _climate_settings(case, lost, anew=anew)
    if to_off and lost:
        acts.append(mode)
    return _leaving_out(case, acts, _CLIMATE_CHOICES)


def _climate_settings(case: Case, lost: frozenset[str], *, anew: bool) -> list[Act]:
    acts = _preset_and_temperatures(case, lost, anew=anew)
    anew = anew or "preset_mode" in lost
    for name, service in _CLIMATE_SETTINGS:
        if (anew or name in lost) and (act := setting(case, service, name)):
            acts.append(act)
    return acts


def _preset_and_temperatures(
    case: Case, lost: frozenset[str], *, anew: bool
) -> list[Act]:
    """Set temperatures last, unless a preset was active that they would end."""
    changed = anew or "preset_mode" in lost
    temperatures = _temperatures(case, lost, anew=changed)
    is_resting = case.wanted("preset_mode") in _RESTING
    preset = None
    if changed or (temperatures is not None and not is_resting):
        preset = setting(case, "set_preset_mode", "preset_mode")
    pair = (preset, temperatures) if is_resting else (temperatures, preset)
    return [act for act in pair if act is not None]


def _temperatures(case: Case, lost: frozenset[str], *, anew: bool) -> Act | None:
    ranged = [name for name in _RANGE if case.wanted(name) is not None]
    names: list[str] = []
    if len(ranged) == len(_RANGE) and (anew or lost.intersection(_RANGE)):
        names.extend(_RANGE)
    if case.wanted("temperature") is not None and (anew or "temperature" in lost):
        names.append("temperature")
    if not names:
        return None
    data = {name: case.wanted(name) for name in names}
    # Not looked at before the next call: a preset that follows may well change them.
    return Act(action="climate.set_temperature", data=data)


def humidifier(case: Case) -> Way:
    """Set mode, then humidity, which a mode may change."""
    lost = case.lost()
    to_off = case.before.state == _OFF
    anew = STATE in lost and not to_off
    acts = [Act(action="humidifier.turn_on", states=("on",))] if anew else []
    anew = anew or "mode" in lost
    if anew and (act := setting(case, "set_mode", "mode")):
        acts.append(act)
    if (anew or "humidity" in lost) and (
        act := setting(case, "set_humidity", "humidity")
    ):
        acts.append(act)
    if to_off and lost:
        acts.append(Act(action="humidifier.turn_off", states=("off",)))
    return _leaving_out(case, acts, ("mode",))


def water_heater(case: Case) -> Way:
    """Set mode, temperature and away mode; being away may hide the other two."""
    state, lost = case.before.state, case.lost()
    to_off = state == _OFF
    anew = STATE in lost and not to_off
    acts = [_heater_mode(case)] if anew else []
    heat = None
    if anew or lost & {"temperature", "away_mode"}:
        heat = setting(case, "set_temperature", "temperature")
    away = _away(case) if "away_mode" in lost else None
    first_home = case.wanted("away_mode") == _OFF
    if away is not None and first_home:
        acts.insert(0, away)
    if heat is not None:
        acts.append(heat)
    if away is not None and not first_home:
        acts.append(away)
    if to_off and lost:
        acts.append(_heater_mode(case))
    return Way(acts=tuple(acts))


def _heater_mode(case: Case) -> Act:
    state = case.before.state
    if case.can(_HEATER_ON_OFF):
        modes = case.options("operation_list")
        if state == _OFF or (state == "on" and state not in modes):
            return Act(action=f"water_heater.turn_{state}", states=(state,))
    data = {"operation_mode": state}
    return Act(action="water_heater.set_operation_mode", data=data, states=(state,))


def _away(case: Case) -> Act:
    is_away = case.wanted("away_mode") == "on"
    return Act(action="water_heater.set_away_mode", data={"away_mode": is_away})


def _leaving_out(case: Case, acts: list[Act], choices: tuple[str, ...]) -> Way:
    missing = gone(case, choices)
    return Way(acts=tuple(acts), note=gone_note(case, missing), unseen=missing)
