"""Which limits of a policy a request has to do with, and how much of each it needs."""

from collections.abc import Iterator, Mapping
from typing import Final

from ..model.policy import Policy
from ..model.tool import CALL_TOOL
from .patterns import matches
from .windows import Limit, Use

HOUR: Final = 3600.0
DAY: Final = 86_400.0


def limits_of(
    policy: Policy,
    actions: Mapping[str, int],
    entities: Mapping[str, int],
    calls: int | None = None,
) -> tuple[Use, ...]:
    """Return what is needed, by calls of each action and by calls on each entity.

    ``calls`` is how much counts against the limits of all, None for every action.
    """
    calls = sum(actions.values()) if calls is None else calls
    if not calls:
        return ()
    return (
        *(Use(limit, calls) for limit in overall(policy)),
        *_by_type(policy, actions),
        *_by_entity(policy, entities),
        *_by_cost(policy, actions),
    )


def overall(policy: Policy) -> Iterator[Limit]:
    """Return the limits that concern every call."""
    if policy.max_per_hour is not None:
        yield Limit(
            key=f"{policy.id}/hour",
            most=policy.max_per_hour,
            seconds=HOUR,
            text=f"At most {policy.max_per_hour} calls in an hour",
        )
    if policy.max_per_day is not None:
        yield Limit(
            key=f"{policy.id}/day",
            most=policy.max_per_day,
            seconds=DAY,
            text=f"At most {policy.max_per_day} calls in a day",
        )


def budget(policy: Policy) -> Limit | None:
    """Return the limit of what all calls of a day may cost, None if there is none."""
    if policy.budget is None:
        return None
    return Limit(
        key=f"{policy.id}/budget",
        most=policy.budget,
        seconds=DAY,
        text=f"Calls may cost at most {policy.budget} in a day",
    )


def cost_of(policy: Policy, name: str) -> int:
    """Return what one call of an action costs: the first pattern that fits says it."""
    return next(
        (cost for pattern, cost in policy.costs.items() if _is_of(pattern, name)), 0
    )


def _by_cost(policy: Policy, actions: Mapping[str, int]) -> Iterator[Use]:
    if (limit := budget(policy)) is None:
        return
    cost = sum(count * cost_of(policy, name) for name, count in actions.items())
    if cost:
        yield Use(limit, cost)


def _by_type(policy: Policy, actions: Mapping[str, int]) -> Iterator[Use]:
    for pattern, most in policy.type_limits.items():
        number = sum(count for name, count in actions.items() if _is_of(pattern, name))
        if number:
            limit = Limit(
                key=f"{policy.id}/type/{pattern}",
                most=most,
                seconds=HOUR,
                text=f"At most {most} calls of {pattern} in an hour",
            )
            yield Use(limit, number)


def _is_of(pattern: str, name: str) -> bool:
    """Tell whether a limit is about an action, or about a tool as ``api/tool``."""
    return matches(pattern, name) or ("/" in name and matches(pattern, CALL_TOOL))


def _by_entity(policy: Policy, entities: Mapping[str, int]) -> Iterator[Use]:
    if (most := policy.entity_limit) is None:
        return
    for entity_id, number in entities.items():
        limit = Limit(
            key=f"{policy.id}/entity/{entity_id}",
            most=most,
            seconds=HOUR,
            text=f"At most {most} calls on {entity_id} in an hour",
        )
        yield Use(limit, number)
