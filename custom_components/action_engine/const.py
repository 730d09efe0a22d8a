"""Names that several files of the face share."""

from typing import Final

from homeassistant.const import Platform

from .engine.errors import DOMAIN

__all__ = [
    "APPROVALS_PAGE",
    "BUILT_URL",
    "DOMAIN",
    "EVENT_EXECUTION_ENDED",
    "EVENT_EXECUTION_RESUMED",
    "EVENT_EXECUTION_UNDONE",
    "PLATFORMS",
    "SECTION_ACTIONS",
    "SECTION_APPLIES",
    "SECTION_APPROVALS",
    "SECTION_CAPS",
    "SECTION_CATALOG",
    "SECTION_EXECUTION",
    "SECTION_JOURNAL",
    "SECTION_LIMITS",
    "SECTION_RESTART",
    "SECTION_RETRY",
    "SECTION_ROLLOUT",
    "SECTION_SAFETY",
    "SECTION_TARGETS",
    "SECTION_TRUST",
    "SECTION_VERIFICATION",
    "SECTION_WHEN",
    "SUBENTRY_ACTION",
    "SUBENTRY_POLICY",
    "SUBENTRY_WEBHOOK",
]

PLATFORMS: Final = [
    Platform.BINARY_SENSOR,
    Platform.BUTTON,
    Platform.EVENT,
    Platform.NUMBER,
    Platform.SELECT,
    Platform.SENSOR,
    Platform.SWITCH,
    Platform.TODO,
]

PANEL_PATH: Final = "action-engine"
"""Of the panel, below the address of the frontend."""

BUILT_URL: Final = f"/{DOMAIN}_panel"
"""Of the folder with what browsers load, built from ``frontend/``."""

APPROVALS_PAGE: Final = f"/{PANEL_PATH}/approvals"
"""Of the frontend: where questions are answered by who is logged in."""

EVENT_EXECUTION_ENDED: Final = f"{DOMAIN}_execution_ended"
"""Fired once per execution, when nothing more happens to it by itself."""

EVENT_EXECUTION_RESUMED: Final = f"{DOMAIN}_execution_resumed"
"""Fired when an execution that a restart has broken off is taken up again."""

EVENT_EXECUTION_UNDONE: Final = f"{DOMAIN}_execution_undone"
"""Fired when an execution that had ended was set back."""

SECTION_EXECUTION: Final = "execution"
SECTION_RETRY: Final = "retry"
SECTION_VERIFICATION: Final = "verification"
SECTION_RESTART: Final = "restart"
SECTION_JOURNAL: Final = "journal"
SECTION_SAFETY: Final = "safety"
SECTION_CATALOG: Final = "catalog"

SUBENTRY_POLICY: Final = "policy"
"""Type of the subentries of which each is a policy."""

SUBENTRY_ACTION: Final = "action"
"""Type of the subentries of which each is a named action."""
SUBENTRY_WEBHOOK: Final = "webhook"
"""Type of the subentries of which each is a server outside that may be called."""

SECTION_APPLIES: Final = "applies"
SECTION_TRUST: Final = "trust"
SECTION_ROLLOUT: Final = "rollout"
SECTION_LIMITS: Final = "limits"
SECTION_ACTIONS: Final = "actions"
SECTION_TARGETS: Final = "targets"
SECTION_WHEN: Final = "when"
SECTION_APPROVALS: Final = "approvals"
SECTION_CAPS: Final = "caps"
