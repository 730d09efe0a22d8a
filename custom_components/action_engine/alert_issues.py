"""Alerts on the repairs page. They go away when what they are about is over."""

from typing import Final

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.issue_registry import IssueSeverity

from .alerts import Alert, AlertKind, Subject
from .const import DOMAIN
from .engine.engine import Gatekeeper
from .issue_facts import issue_facts
from .policies import policy_name

CIRCUIT: Final = "circuit"
"""In the data of an issue: the key of the circuit that its flow resets."""

SHOWN: Final = {
    AlertKind.FAILURE_RATE: IssueSeverity.WARNING,
    AlertKind.QUEUE: IssueSeverity.WARNING,
    AlertKind.LIMIT: IssueSeverity.WARNING,
    AlertKind.CIRCUIT_OPEN: IssueSeverity.ERROR,
    AlertKind.FLOOD: IssueSeverity.ERROR,
}
"""Not calls past the gate: these have an issue that stays until somebody has read it."""


@callback
def show_alert(hass: HomeAssistant, gate: Gatekeeper, alert: Alert) -> None:
    """Have an issue about an alert."""
    subject = alert.subject
    if subject.kind not in SHOWN:
        return
    is_circuit = subject.kind is AlertKind.CIRCUIT_OPEN
    ir.async_create_issue(
        hass,
        DOMAIN,
        issue_of(subject),
        data={CIRCUIT: subject.about} if is_circuit else None,
        is_fixable=is_circuit,
        severity=SHOWN[subject.kind],
        translation_key=f"alert_{subject.kind}",
        translation_placeholders=_facts(gate, subject),
    )


@callback
def withdraw_alert(hass: HomeAssistant, alert: Alert) -> None:
    """Have no issue about an alert any more."""
    if alert.subject.kind in SHOWN:
        ir.async_delete_issue(hass, DOMAIN, issue_of(alert.subject))


def issue_of(subject: Subject) -> str:
    """Return the id of the issue about something."""
    return f"alert_{subject.kind}_{subject.about}".rstrip("_")


def _facts(gate: Gatekeeper, subject: Subject) -> dict[str, str]:
    if subject.kind is not AlertKind.CIRCUIT_OPEN:
        return issue_facts(policy=policy_name(gate, subject.about))
    # Not the last error: a service may say in it with which code it was called.
    return issue_facts(circuit=subject.about)
