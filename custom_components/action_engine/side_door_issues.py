"""Issues about calls that went past the gate.

They stay over restarts until somebody has read them, and count on from what they say.
"""

from collections.abc import Set as AbstractSet
from typing import Final

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.issue_registry import IssueSeverity

from .const import DOMAIN
from .issue_facts import issue_facts

SIDE_DOOR: Final = "side_door"
_CALLS: Final = "calls"


@callback
def show_side_doors(
    hass: HomeAssistant, policy_id: str, policy: str, number: int, action: str
) -> None:
    """Tell of so many more calls, the last of which is named."""
    issue_id = f"{SIDE_DOOR}_{policy_id}"
    issue = ir.async_get(hass).async_get_issue(DOMAIN, issue_id)
    known = 0 if issue is None or issue.data is None else issue.data[_CALLS]
    calls = int(known or 0) + number
    ir.async_create_issue(
        hass,
        DOMAIN,
        issue_id,
        data={_CALLS: calls},
        is_fixable=True,
        is_persistent=True,
        severity=IssueSeverity.WARNING,
        translation_key=SIDE_DOOR,
        translation_placeholders=issue_facts(
            policy=policy, action=action, calls=str(calls)
        ),
    )


@callback
def withdraw_side_doors(hass: HomeAssistant, policies: AbstractSet[str]) -> None:
    """Take back what is about none of these policies."""
    wanted = {f"{SIDE_DOOR}_{policy_id}" for policy_id in policies}
    for domain, issue_id in list(ir.async_get(hass).issues):
        ours = domain == DOMAIN and issue_id.startswith(f"{SIDE_DOOR}_")
        if ours and issue_id not in wanted:
            ir.async_delete_issue(hass, DOMAIN, issue_id)
