"""Locks and alarm panels: what may ask for a code, which is not kept."""

from collections.abc import Mapping
from typing import Any, Final

from .ways import Act, Case, Way, blocked, no_such_state

_OPEN_LATCH: Final = 1
_NEEDS_CODE: Final = "it needs a code, so that it cannot be undone by itself"

_LOCK: Final[Mapping[str, str]] = {
    "locked": "lock",
    "locking": "lock",
    "open": "open",
    "opening": "open",
    "unlocked": "unlock",
    "unlocking": "unlock",
}
_ALARM: Final[Mapping[str, str]] = {
    "armed_away": "alarm_arm_away",
    "armed_custom_bypass": "alarm_arm_custom_bypass",
    "armed_home": "alarm_arm_home",
    "armed_night": "alarm_arm_night",
    "armed_vacation": "alarm_arm_vacation",
    "disarmed": "alarm_disarm",
}


def lock(case: Case) -> Way:
    """Lock, unlock or open the latch."""
    state = case.before.state
    service = _LOCK.get(state)
    if service is None:
        return no_such_state(case)
    if case.now.attributes.get("code_format") and not _went_without_code(
        case, frozenset({"lock", "unlock", "open"})
    ):
        return blocked(_NEEDS_CODE)
    if service == "open" and not case.can(_OPEN_LATCH):
        return blocked("its latch cannot be opened")
    return Way(acts=(Act(action=f"lock.{service}", states=(state,)),))


def alarm(case: Case) -> Way:
    """Arm or disarm; an alarm that was sounding is not set off again."""
    state = case.before.state
    service = _ALARM.get(state)
    if state in {"triggered", "pending"}:
        return blocked("an alarm that went off is not set off again")
    if service is None:
        return no_such_state(case)
    if _panel_needs_code(case, service):
        return blocked(_NEEDS_CODE)
    act = Act(action=f"alarm_control_panel.{service}", states=(state,))
    return Way(acts=(act,))


def _panel_needs_code(case: Case, service: str) -> bool:
    known: Mapping[str, Any] = case.now.attributes
    disarming = frozenset({"alarm_disarm"})
    asking = disarming if known.get("code_format") else frozenset[str]()
    if known.get("code_arm_required"):
        asking |= frozenset(_ALARM.values()) - disarming
    return service in asking and not _went_without_code(case, asking)


def _went_without_code(case: Case, asking: frozenset[str]) -> bool:
    """Tell whether a call that asks for a code was made without: one is on file."""
    return any(
        call.action.partition(".")[2] in asking and "code" not in call.data
        for call in case.calls
    )
