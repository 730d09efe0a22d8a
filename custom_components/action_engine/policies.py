"""The policies of the loaded entry: handed to the engine, and changed from entities."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import device_registry as dr

from .const import DOMAIN, SUBENTRY_POLICY
from .engine.engine import ActionEngine, Execution, Gatekeeper
from .engine.errors import PolicyUnreadableError
from .engine.model.policy import Policy
from .engine.model.verdict import Decision
from .issues import show_unreadable
from .policy_data import policy_as_data, policy_from_subentry, problem_of
from .policy_reading import read_policy
from .stored_section import PolicyDataError


@callback
def apply_policies(
    hass: HomeAssistant, entry: ConfigEntry, engine: ActionEngine
) -> bool:
    """Put the stored policies in force; return whether others came or went.

    Or modes of their own. Then entities come or go, too, and the entry has to be loaded
    anew.
    """
    before = _shown(engine)
    subentries = entry.get_subentries_of_type(SUBENTRY_POLICY)
    engine.gate.set_policies([policy_from_subentry(one) for one in subentries])
    show_unreadable(
        hass,
        {
            one.subentry_id: (one.title, str(problem))
            for one in subentries
            if (problem := problem_of(one)) is not None
        },
    )
    for policy in engine.gate.policies:
        _rename_device(hass, entry, policy.id, policy.name)
    return before != _shown(engine)


def _shown(engine: ActionEngine) -> set[tuple[str, bool]]:
    """Return by what the entities of policies come and go."""
    return {(policy.id, policy.has_own_mode) for policy in engine.gate.policies}


@callback
def change_policy(
    hass: HomeAssistant, entry: ConfigEntry, policy_id: str, **changes: Any
) -> None:
    """Store a policy with other values; raises if it cannot be read.

    The entry tells that it was updated, and so the engine hears of it at once.
    """
    subentry = entry.subentries[policy_id]
    try:
        policy = read_policy(policy_id, subentry.title, subentry.data)
    except PolicyDataError as problem:
        raise PolicyUnreadableError(name=subentry.title, reason=problem) from problem
    data = policy_as_data(replace(policy, **changes))
    hass.config_entries.async_update_subentry(entry, subentry, data=data)


def policy_of(execution: Execution) -> str | None:
    """Return the id of the policy that counted, None for what the engine does itself."""
    if execution.verdict is not None:
        return execution.verdict.policy
    leave = None if execution.pinned is None else execution.pinned.leave
    return None if leave is None else leave.policy


def ran_by_itself(execution: Execution) -> bool:
    """Tell whether nobody was asked about an execution before it ran."""
    if execution.verdict is not None:
        return execution.verdict.decision is Decision.ALLOW
    # It was taken up again: of an approved one only that may be done which was asked.
    leave = None if execution.pinned is None else execution.pinned.leave
    return leave is not None and not leave.exact


def policy_name(gate: Gatekeeper, policy_id: str) -> str:
    """Return what the owner calls a policy; one that is gone has only its id."""
    names = {policy.id: policy.name for policy in gate.policies}
    return names.get(policy_id, policy_id)


def find_policy(policies: Iterable[Policy], name: str) -> Policy | None:
    """Return the policy with an id or a name, whatever the case of its letters."""
    for one in policies:
        if name == one.id or name.casefold() == one.name.casefold():
            return one
    return None


def _rename_device(
    hass: HomeAssistant, entry: ConfigEntry, policy_id: str, name: str
) -> None:
    registry = dr.async_get(hass)
    device = registry.async_get_device_by_identifier(
        (DOMAIN, policy_id), entry.entry_id
    )
    if device is not None and device.name != name:
        registry.async_update_device(device.id, name=name)
