"""What somebody has filled in, as a policy; and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import voluptuous as vol

from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.condition import async_validate_conditions_config

from .const import SECTION_LIMITS, SECTION_ROLLOUT, SECTION_WHEN
from .engine.model.copying import copied
from .engine.model.policy import Applies, Policy
from .policy_reading import read_policy
from .stored_section import PolicyDataError

type Names = Mapping[str, str]
"""Names of users by id."""


_WHOLE_NUMBERS: Final = (
    (SECTION_LIMITS, "type_limits", ("limit",)),
    (SECTION_LIMITS, "costs", ("cost",)),
    (SECTION_ROLLOUT, "stages", ("day", "percentage")),
)
"""Fields of lists: a browser sends numbers with a point, and nobody converts these."""


@dataclass(frozen=True, slots=True)
class Problem:
    """An error of the form, with the facts for its text."""

    code: str
    facts: Mapping[str, str] = field(default_factory=dict)


def filled_in(user_input: Mapping[str, Any]) -> Policy | Problem:
    """Return the policy that was filled in; its id is not known yet."""
    name = str(user_input["name"]).strip()
    data = copied({key: one for key, one in user_input.items() if key != "name"})
    when = data[SECTION_WHEN]
    for section, key, fields in _WHOLE_NUMBERS:
        data[section][key] = [
            {**row, **{name: int(row[name]) for name in fields}}
            for row in cv.ensure_list(data[section][key])
        ]
    for key in ("modes", "transitions"):
        when[key] = cv.ensure_list(when[key])
    when["conditions"] = [
        {"condition": "template", "value_template": one}
        if isinstance(one, str)
        else one
        for one in cv.ensure_list(when["conditions"])
    ]
    try:
        return read_policy("", name, data)
    except PolicyDataError as problem:
        return Problem(problem.code, {"place": problem.place, "came": problem.came})


def contradiction(
    policy: Policy, taken: frozenset[str], users: Names
) -> Problem | None:
    """Return what no single field can see; ``taken`` are the names of the others."""
    if not policy.name:
        return Problem("name_missing")
    if policy.name.casefold() in taken:
        return Problem("name_taken", {"name": policy.name})
    if policy.applies == Applies():
        return Problem("applies_to_nobody")
    if policy.mode_entity and not policy.modes:
        return Problem("modes_missing")
    return _of_users(policy, users)


def _of_users(policy: Policy, users: Names) -> Problem | None:
    if unknown := (policy.applies.users | policy.approvers) - users.keys():
        return Problem("unknown_user", {"users": ", ".join(sorted(unknown))})
    if both := policy.applies.users & policy.approvers:
        # An account that asks must not answer: what it asks for would be its own to allow.
        names = sorted(users[one] for one in both)
        return Problem("asker_approves", {"users": ", ".join(names)})
    return None


async def condition_problem(hass: HomeAssistant, policy: Policy) -> Problem | None:
    """Return what is wrong with a condition that has the right shape."""
    try:
        # A copy: validation changes what it is given.
        valid = cv.CONDITIONS_SCHEMA(copied(list(policy.conditions)))
        await async_validate_conditions_config(hass, valid)
    except (vol.Invalid, HomeAssistantError) as error:
        return Problem("invalid_condition", {"reason": str(error)})
    return None
