"""From stored data to a policy, section by section; raises if anything is wrong."""

from collections.abc import Callable, Mapping
from typing import Any, Final

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
from .engine.model.policy import Applies, Caps, Policy, Scope
from .engine.model.rollout import WHOLE, Rollout, Stage
from .stored_section import (
    INVALID_VALUE,
    NO_DAYS_BETWEEN,
    NO_MODE_ENTITY,
    NO_STAGES,
    NO_WAY_THERE,
    PolicyDataError,
    StoredSection,
)

type Values = dict[str, Any]
"""Fields of a policy by name."""

_DEFAULT: Final = Policy(id="", name="")

MOST_UNITS: Final = 10_000
"""Of a budget: every single one is remembered for a day."""


MOST_DAYS: Final = 3650
"""From the start of a rollout to its last stage."""


def read_policy(policy_id: str, name: str, stored: Mapping[str, Any]) -> Policy:
    """Return the policy; raise ``PolicyDataError`` for what cannot be meant."""
    if extra := sorted(str(key) for key in stored.keys() - _SECTIONS.keys()):
        raise PolicyDataError(INVALID_VALUE, extra[0], extra[0])
    values: Values = {}
    for place, read in _SECTIONS.items():
        section = StoredSection(stored, place)
        values |= read(section)
        section.end()
    return Policy(id=policy_id, name=name, **values)


def read_applies(section: StoredSection) -> Applies:
    """Return whom a policy is about."""
    return Applies(
        users=section.names("users"),
        entities=section.names("entities"),
        labels=section.names("labels"),
        assistants=section.names("assistants"),
        platforms=section.names("platforms"),
        agents=section.flag("agents", default=False),
        household=section.flag("household", default=False),
    )


def _applies(section: StoredSection) -> Values:
    return {"applies": read_applies(section)}


def _trust(section: StoredSection) -> Values:
    return {
        "enabled": section.flag("enabled", _DEFAULT.enabled),
        "trusted": section.flag("trusted", _DEFAULT.trusted),
        "approval_required": section.flag(
            "approval_required", _DEFAULT.approval_required
        ),
        "auto_approval_threshold": section.number(
            "auto_approval_threshold", _DEFAULT.auto_approval_threshold, highest=1
        ),
        "canary_percentage": section.whole(
            "canary_percentage", _DEFAULT.canary_percentage, highest=WHOLE
        ),
        "safety_mode": section.choice("safety_mode", _DEFAULT.safety_mode),
        "ask_first_use": section.flag("ask_first_use", _DEFAULT.ask_first_use),
        "notify_on_auto_action": section.flag(
            "notify_on_auto_action", _DEFAULT.notify_on_auto_action
        ),
        "circuits": section.flag("circuits", _DEFAULT.circuits),
    }


def _limits(section: StoredSection) -> Values:
    return {
        "max_per_hour": section.limit("max_per_hour", _DEFAULT.max_per_hour),
        "max_per_day": section.limit("max_per_day", _DEFAULT.max_per_day),
        "entity_limit": section.limit("entity_limit", _DEFAULT.entity_limit),
        "repeats": section.limit("repeats", _DEFAULT.repeats),
        "type_limits": section.pattern_limits("type_limits"),
        "budget": section.whole("budget", _DEFAULT.budget or 0, highest=MOST_UNITS)
        or None,
        "costs": section.pattern_costs("costs"),
    }


def _rollout(section: StoredSection) -> Values:
    place = f"{SECTION_ROLLOUT}.stages"
    start, rows = section.day("start"), section.rows("stages")
    stages = tuple(_stage(row) for row in rows)
    if start is None and not stages:
        return {}
    if start is None or not stages:
        # Half of it would open nothing, or everything; nobody can tell which.
        raise PolicyDataError(NO_STAGES, place, start or "")
    try:
        return {"rollout": Rollout(start=start, stages=stages)}
    except ValueError as error:
        raise PolicyDataError(NO_DAYS_BETWEEN, place, error) from error


def _stage(row: StoredSection) -> Stage:
    stage = Stage(
        day=row.whole("day", 0, highest=MOST_DAYS),
        percentage=row.whole("percentage", 0, highest=WHOLE),
        actions=row.patterns("actions"),
    )
    row.end()
    return stage


def _actions(section: StoredSection) -> Values:
    return {
        "allowed_actions": section.patterns(
            "allowed_actions", _DEFAULT.allowed_actions
        ),
        "denied_actions": section.patterns("denied_actions", _DEFAULT.denied_actions),
    }


def _targets(section: StoredSection) -> Values:
    return {
        f"{prefix}_targets": Scope(
            areas=section.names(f"{prefix}_areas"),
            floors=section.names(f"{prefix}_floors"),
            labels=section.names(f"{prefix}_labels"),
            entities=section.names(f"{prefix}_entities"),
        )
        for prefix in ("allowed", "denied")
    }


def _when(section: StoredSection) -> Values:
    values: Values = {
        "conditions": section.mappings("conditions"),
        "mode_entity": section.word("mode_entity", None),
        "modes": section.patterns_by_mode("modes"),
        "mode_changes": section.words("mode_changes"),
        "transitions": section.words_by_mode("transitions"),
    }
    if (
        values["mode_entity"] is None
        and not values["modes"]
        and (values["mode_changes"] or values["transitions"])
    ):
        # Rules that nobody can look up would hold nobody back.
        raise PolicyDataError(NO_MODE_ENTITY, f"{SECTION_WHEN}.mode_entity", "")
    for ways in values["transitions"].values():
        if strange := [mode for mode in ways if mode not in values["mode_changes"]]:
            # One of both is a mistake, and nobody can tell which.
            place = f"{SECTION_WHEN}.transitions"
            raise PolicyDataError(NO_WAY_THERE, place, strange[0])
    return values


def _approvals(section: StoredSection) -> Values:
    ttl = section.number("approval_ttl", _DEFAULT.approval_ttl, lowest=1)
    return {"approvers": section.names("approvers"), "approval_ttl": ttl}


def _caps(section: StoredSection) -> Values:
    return {
        "caps": Caps(
            calls=section.limit("calls", None),
            entities=section.limit("entities", None),
            seconds=section.number("seconds", 0) or None,
            turns=section.limit("turns", None),
        )
    }


_SECTIONS: Final[dict[str, Callable[[StoredSection], Values]]] = {
    SECTION_APPLIES: _applies,
    SECTION_TRUST: _trust,
    SECTION_ROLLOUT: _rollout,
    SECTION_LIMITS: _limits,
    SECTION_ACTIONS: _actions,
    SECTION_TARGETS: _targets,
    SECTION_WHEN: _when,
    SECTION_APPROVALS: _approvals,
    SECTION_CAPS: _caps,
}
