"""Between a policy and what is stored of it: ``{section: {key: value}}``, as the form."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
import logging
from typing import Any

from homeassistant.config_entries import ConfigSubentry

from .const import (
    SECTION_ACTIONS,
    SECTION_APPLIES,
    SECTION_APPROVALS,
    SECTION_CAPS,
    SECTION_LIMITS,
    SECTION_ROLLOUT,
    SECTION_TARGETS,
    SECTION_TRUST,
    SECTION_WHEN,
)
from .engine.model.copying import copied
from .engine.model.policy import Applies, Policy, Scope
from .engine.model.rollout import Rollout
from .policy_reading import read_applies, read_policy
from .stored_section import PolicyDataError, StoredSection

_LOGGER = logging.getLogger(__name__)


def policy_from_subentry(subentry: ConfigSubentry) -> Policy:
    """Return what the owner has set; what is not there keeps its default.

    What cannot be read is a policy about the same callers that denies them everything:
    without it they would be under another one, which may be an open one.
    """
    try:
        return read_policy(subentry.subentry_id, subentry.title, subentry.data)
    except PolicyDataError as problem:
        _LOGGER.error("Policy %s denies everything: %s", subentry.title, problem)  # noqa: TRY400 - where it was found helps nobody
        return Policy(
            id=subentry.subentry_id,
            name=subentry.title,
            applies=_callers_left(subentry.data),
        )


def problem_of(subentry: ConfigSubentry) -> PolicyDataError | None:
    """Return why a policy cannot be read, None if it can."""
    try:
        read_policy(subentry.subentry_id, subentry.title, subentry.data)
    except PolicyDataError as problem:
        return problem
    return None


def _callers_left(stored: Mapping[str, Any]) -> Applies:
    """Return whom a policy was about, if only part of it cannot be read.

    If nobody can tell, it is about everybody.
    """
    try:
        return read_applies(StoredSection(stored, SECTION_APPLIES))
    except PolicyDataError:
        return replace(_readable_callers(stored), agents=True, household=True)


def _readable_callers(stored: Mapping[str, Any]) -> Applies:
    lists: dict[str, Any] = {}
    for key in ("users", "entities", "labels", "assistants", "platforms"):
        with suppress(PolicyDataError):
            lists[key] = StoredSection(stored, SECTION_APPLIES).names(key)
    return Applies(**lists)


def policy_as_data(policy: Policy) -> dict[str, dict[str, Any]]:
    """Return all but id and name in the shape in which the entry stores it."""
    return {
        SECTION_APPLIES: _callers(policy.applies),
        SECTION_TRUST: _trust(policy),
        SECTION_ROLLOUT: _rollout(policy.rollout),
        SECTION_LIMITS: {
            "max_per_hour": policy.max_per_hour or 0,
            "max_per_day": policy.max_per_day or 0,
            "type_limits": [
                {"pattern": pattern, "limit": limit}
                for pattern, limit in policy.type_limits.items()
            ],
            "entity_limit": policy.entity_limit or 0,
            "repeats": policy.repeats or 0,
            "budget": policy.budget or 0,
            "costs": [
                {"pattern": pattern, "cost": cost}
                for pattern, cost in policy.costs.items()
            ],
        },
        SECTION_ACTIONS: {
            "allowed_actions": list(policy.allowed_actions),
            "denied_actions": list(policy.denied_actions),
        },
        SECTION_TARGETS: {
            **_scope("allowed", policy.allowed_targets),
            **_scope("denied", policy.denied_targets),
        },
        SECTION_WHEN: _when(policy),
        SECTION_APPROVALS: {
            "approvers": sorted(policy.approvers),
            "approval_ttl": policy.approval_ttl,
        },
        SECTION_CAPS: {
            "calls": policy.caps.calls or 0,
            "entities": policy.caps.entities or 0,
            "seconds": policy.caps.seconds or 0.0,
            "turns": policy.caps.turns or 0,
        },
    }


def _callers(applies: Applies) -> dict[str, Any]:
    return {
        "users": sorted(applies.users),
        "entities": sorted(applies.entities),
        "labels": sorted(applies.labels),
        "assistants": sorted(applies.assistants),
        "platforms": sorted(applies.platforms),
        "agents": applies.agents,
        "household": applies.household,
    }


def _trust(policy: Policy) -> dict[str, Any]:
    return {
        "enabled": policy.enabled,
        "trusted": policy.trusted,
        "approval_required": policy.approval_required,
        "auto_approval_threshold": policy.auto_approval_threshold,
        "canary_percentage": policy.canary_percentage,
        "safety_mode": policy.safety_mode.value,
        "ask_first_use": policy.ask_first_use,
        "notify_on_auto_action": policy.notify_on_auto_action,
        "circuits": policy.circuits,
    }


def _rollout(rollout: Rollout | None) -> dict[str, Any]:
    if rollout is None:
        # Without a start: no field of a form takes an empty text for a date.
        return {"stages": []}
    return {
        "start": rollout.start.isoformat(),
        "stages": [
            {
                "day": stage.day,
                "percentage": stage.percentage,
                "actions": list(stage.actions),
            }
            for stage in rollout.stages
        ],
    }


def _when(policy: Policy) -> dict[str, Any]:
    # Left out if there is none: no field of a form takes an empty text for an entity.
    entity = {"mode_entity": policy.mode_entity} if policy.mode_entity else {}
    return {
        **entity,
        "conditions": [copied(dict(one)) for one in policy.conditions],
        "modes": [
            {"mode": mode, "actions": list(patterns)}
            for mode, patterns in policy.modes.items()
        ],
        "mode_changes": list(policy.mode_changes),
        "transitions": [
            {"mode": mode, "to": list(ways)}
            for mode, ways in policy.transitions.items()
        ],
    }


def _scope(prefix: str, scope: Scope) -> dict[str, list[str]]:
    names: dict[str, Iterable[str]] = {
        "areas": scope.areas,
        "floors": scope.floors,
        "labels": scope.labels,
        "entities": scope.entities,
    }
    return {f"{prefix}_{key}": sorted(one) for key, one in names.items()}
