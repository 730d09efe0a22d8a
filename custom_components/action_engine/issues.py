"""What the repairs page shows: decisions to make, and a journal that is not well."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.issue_registry import IssueSeverity

from .const import DOMAIN
from .engine.model.journal import JournalHealth
from .engine.model.named_action import CatalogProblem
from .issue_facts import issue_facts

UNDECIDED: Final = "undecided"
NOT_DURABLE: Final = "journal_not_durable"
MOVED_ASIDE: Final = "journal_moved_aside"
KEY_LOST: Final = "journal_key_lost"
POLICY_UNREADABLE: Final = "policy_unreadable"
ACTION_UNUSABLE: Final = "action_unusable"


class Issues:
    """Those of one loaded entry."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Begin with none."""
        self._hass = hass
        self._undecided: set[str] = set()
        self._told: set[str] = set()
        """What happened once, and is not told again to who has confirmed it."""

    @callback
    def show_undecided(self, names: Mapping[str, str]) -> None:
        """Have an issue for each of these executions, and for no other."""
        for execution_id in self._undecided - names.keys():
            ir.async_delete_issue(self._hass, DOMAIN, _issue_of(execution_id))
        for execution_id, name in names.items():
            ir.async_create_issue(
                self._hass,
                DOMAIN,
                _issue_of(execution_id),
                data={"execution_id": execution_id, "name": name},
                is_fixable=True,
                severity=IssueSeverity.WARNING,
                translation_key=UNDECIDED,
                translation_placeholders=issue_facts(name=name),
            )
        self._undecided = set(names)

    @callback
    def show_health(self, health: JournalHealth) -> None:
        """Tell what is wrong with the journal, and nothing if it is well."""
        if health.durable:
            ir.async_delete_issue(self._hass, DOMAIN, NOT_DURABLE)
        else:
            ir.async_create_issue(
                self._hass,
                DOMAIN,
                NOT_DURABLE,
                is_fixable=False,
                severity=IssueSeverity.ERROR,
                translation_key=NOT_DURABLE,
                translation_placeholders=issue_facts(
                    place=health.place, reason=health.reason or ""
                ),
            )
        if health.moved_aside is not None:
            self._happened(MOVED_ASIDE, health.moved_aside, health.place)
        if health.key_lost:
            self._happened(KEY_LOST, "", health.place)

    @callback
    def withdraw(self) -> None:
        """Take back what makes no sense while there is no engine."""
        self.show_undecided({})
        ir.async_delete_issue(self._hass, DOMAIN, NOT_DURABLE)

    def _happened(self, key: str, file: str, place: str) -> None:
        """Tell of something that is over, until somebody confirms that he knows."""
        issue = f"{key}_{Path(file).name}" if file else key
        if issue in self._told:
            return
        self._told.add(issue)
        ir.async_create_issue(
            self._hass,
            DOMAIN,
            issue,
            is_fixable=True,
            # The next start finds a journal that is well, and would forget.
            is_persistent=True,
            severity=IssueSeverity.ERROR,
            translation_key=key,
            translation_placeholders=issue_facts(file=file, place=place),
        )


@callback
def show_unreadable(
    hass: HomeAssistant, problems: Mapping[str, tuple[str, str]]
) -> None:
    """Have an issue for each of these policies, and for no other.

    By id: the name, and why it cannot be read.
    """
    wanted = {f"{POLICY_UNREADABLE}_{policy_id}" for policy_id in problems}
    for domain, issue in list(ir.async_get(hass).issues):
        stale = issue.startswith(POLICY_UNREADABLE) and issue not in wanted
        if domain == DOMAIN and stale:
            ir.async_delete_issue(hass, DOMAIN, issue)
    for policy_id, (name, reason) in problems.items():
        ir.async_create_issue(
            hass,
            DOMAIN,
            f"{POLICY_UNREADABLE}_{policy_id}",
            is_fixable=False,
            severity=IssueSeverity.ERROR,
            translation_key=POLICY_UNREADABLE,
            translation_placeholders=issue_facts(name=name, reason=reason),
        )


@callback
def show_unusable(hass: HomeAssistant, problems: Iterable[CatalogProblem]) -> None:
    """Have an issue for each of these named actions, and for no other."""
    wanted = {f"{ACTION_UNUSABLE}_{one.source}_{one.name}": one for one in problems}
    for domain, issue in list(ir.async_get(hass).issues):
        stale = issue.startswith(ACTION_UNUSABLE) and issue not in wanted
        if domain == DOMAIN and stale:
            ir.async_delete_issue(hass, DOMAIN, issue)
    for issue, one in wanted.items():
        ir.async_create_issue(
            hass,
            DOMAIN,
            issue,
            is_fixable=False,
            severity=IssueSeverity.WARNING,
            translation_key=ACTION_UNUSABLE,
            translation_placeholders=issue_facts(
                name=one.name, source=one.source, reason=one.reason
            ),
        )


def _issue_of(execution_id: str) -> str:
    return f"{UNDECIDED}_{execution_id}"
