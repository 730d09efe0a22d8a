"""Accounts of those who are not trusted, and that can do more than they should.

An agent whose account belongs to an administrator can change its own policy; one whose
account answers questions can answer those of another agent.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from homeassistant.auth import EVENT_USER_ADDED, EVENT_USER_REMOVED, EVENT_USER_UPDATED
from homeassistant.auth.models import User
from homeassistant.config_entries import ConfigEntry
from homeassistant.core import Event, HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.issue_registry import IssueSeverity

from .const import DOMAIN
from .engine.engine import Gatekeeper
from .engine.model.policy import Policy
from .issue_facts import issue_facts

ACCOUNT_IS_ADMIN: Final = "account_is_admin"
ACCOUNT_APPROVES: Final = "account_approves"

_EVENTS: Final = (EVENT_USER_ADDED, EVENT_USER_REMOVED, EVENT_USER_UPDATED)

type Problems = dict[tuple[str, str], dict[str, str]]
"""What is wrong by key and user id, with the facts for people."""


def problems_of(policies: Iterable[Policy], users: Mapping[str, User]) -> Problems:
    """Return what is wrong with the accounts that untrusted policies are about."""
    everyone = tuple(policies)
    approves = {
        person: policy.name for policy in everyone for person in policy.approvers
    }
    found: Problems = {}
    for policy in everyone:
        for user_id in () if policy.trusted else policy.applies.users & users.keys():
            user = users[user_id]
            facts = {"user": user.name or user_id, "policy": policy.name}
            if user.is_admin:
                found[ACCOUNT_IS_ADMIN, user_id] = facts
            if user_id in approves:
                facts = {**facts, "approves": approves[user_id]}
                found[ACCOUNT_APPROVES, user_id] = facts
    return found


class Accounts:
    """Looks again whenever policies or accounts have changed."""

    def __init__(
        self, hass: HomeAssistant, entry: ConfigEntry, gate: Gatekeeper
    ) -> None:
        """Look for the first time."""
        self._hass = hass
        self._entry = entry
        self._gate = gate
        self._policies: tuple[Policy, ...] = ()
        self._shown: Problems = {}
        self._unsubscribe: list[Callable[[], None]] = [
            gate.on_change(self._policies_changed),
            *(hass.bus.async_listen(one, self._user_changed) for one in _EVENTS),
        ]
        self._policies_changed()

    @callback
    def stop(self) -> None:
        """Look no more, and take back what was said."""
        while self._unsubscribe:
            self._unsubscribe.pop()()
        self._show({})

    @callback
    def _policies_changed(self) -> None:
        if self._gate.policies is not self._policies:
            self._policies = self._gate.policies
            self._look()

    @callback
    def _user_changed(self, _event: Event[Any]) -> None:
        self._look()

    def _look(self) -> None:
        name = "action_engine accounts"
        self._entry.async_create_task(self._hass, self._compare(), name)

    async def _compare(self) -> None:
        users = {one.id: one for one in await self._hass.auth.async_get_users()}
        if self._unsubscribe:
            self._show(problems_of(self._policies, users))

    def _show(self, problems: Problems) -> None:
        for key, user_id in self._shown.keys() - problems.keys():
            ir.async_delete_issue(self._hass, DOMAIN, f"{key}_{user_id}")
        for (key, user_id), facts in problems.items():
            ir.async_create_issue(
                self._hass,
                DOMAIN,
                f"{key}_{user_id}",
                is_fixable=False,
                severity=IssueSeverity.ERROR,
                translation_key=key,
                translation_placeholders=issue_facts(**facts),
            )
        self._shown = problems
