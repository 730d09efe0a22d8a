"""Reads from policies, services and the catalog what somebody may ask for now."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from homeassistant.components.homeassistant.exposed_entities import (
    DATA_EXPOSED_ENTITIES,
    async_should_expose,
)
from homeassistant.core import HomeAssistant

from ..catalog.catalog import Catalog
from ..errors import DOMAIN
from ..gate.patterns import matches, matches_any
from ..gatehouse.gatekeeper import Gatekeeper
from ..gatehouse.reach import outside_of
from ..model.policy import Policy, PolicyStatus
from ..model.rollout import EVERYTHING
from ..model.sender import Sender
from ..model.standing import Standing
from .menu import Dish, Menu

ASSISTANT: Final = "conversation"
"""Entities are shown that are exposed to this one."""

_USUAL: Final = ("turn_on", "open_cover", "set_temperature", "media_play", "start")
"""Verbs that make the best examples."""

_NO_MODE: Final = frozenset({None, "unknown", "unavailable"})
_STRICTNESS: Final = tuple(PolicyStatus)


class Menus:
    """Writes a menu for whoever asks."""

    def __init__(self, hass: HomeAssistant, gate: Gatekeeper, catalog: Catalog) -> None:
        """Read from these."""
        self._hass = hass
        self._gate = gate
        self._catalog = catalog

    async def read(self, sender: Sender) -> Menu:
        """Return what a sender may ask for at this moment."""
        standings = await self._gate.standings(sender.request([], None))
        policies = [one.policy for one in standings]
        left = [self._gate.usage(one.id) for one in policies]
        return Menu(
            policies=tuple(one.id for one in policies),
            status=self._status(policies).value,
            hindrances=tuple(self._hindrances(standings)),
            mode=next((one.mode for one in standings if one.mode), None),
            modes=_modes(standings),
            hour_left=_least(one.hour_left for one in left),
            day_left=_least(one.day_left for one in left),
            actions=tuple(self._dishes(standings)),
            denied=tuple(sorted({p for one in policies for p in one.denied_actions})),
            named=tuple(self._named(standings)),
        )

    def _status(self, policies: Iterable[Policy]) -> PolicyStatus:
        stands = (self._gate.status(one.id) for one in policies)
        return min(stands, key=_STRICTNESS.index)

    def _hindrances(self, standings: Iterable[Standing]) -> Iterable[str]:
        untrusted = [one for one in standings if not one.policy.trusted]
        if self._gate.panicked and untrusted:
            yield "Somebody has pressed panic stop: nothing is let through."
        if any(not one.policy.enabled for one in standings):
            yield "The owner has not switched this on: nothing is let through."
        if any(_has_no_mode(one) for one in untrusted):
            yield "The mode of the home is not known: nothing is let through."
        if any(not one.conditions_met for one in untrusted):
            yield "Not at this time: a person is asked about everything."

    def _dishes(self, standings: tuple[Standing, ...]) -> Iterable[Dish]:
        """Return the patterns of the narrowest list under which anything is allowed."""
        services = sorted(self._services())
        for pattern in _narrowest(standings):
            found = [
                name
                for name in services
                if matches(pattern, name) and _is_allowed(standings, name)
            ]
            if found:
                first = min(found, key=_rank)
                yield Dish(pattern=pattern, example=self._example(first, standings))
            elif "/" in pattern and _is_allowed(standings, pattern):
                # Which tools there are, only their servers know.
                yield Dish(pattern=pattern)

    def _services(self) -> Iterable[str]:
        for domain, services in self._hass.services.async_services().items():
            if domain != DOMAIN:
                yield from (f"{domain}.{service}" for service in services)

    def _example(self, action: str, standings: tuple[Standing, ...]) -> dict[str, Any]:
        domain = action.partition(".")[0]
        found = self._entity(domain, standings)
        parameters = {} if found is None else {"entity_id": found}
        return {"action": action, "parameters": parameters}

    def _entity(self, domain: str, standings: tuple[Standing, ...]) -> str | None:
        """Return an entity that is exposed, and to which the policies reach."""
        for entity_id in sorted(self._hass.states.async_entity_ids(domain)):
            if self._is_exposed(entity_id) and not any(
                outside_of(self._hass, one.policy, (entity_id,)) for one in standings
            ):
                return entity_id
        return None

    def _is_exposed(self, entity_id: str) -> bool:
        if DATA_EXPOSED_ENTITIES not in self._hass.data:
            return False
        return async_should_expose(self._hass, ASSISTANT, entity_id)

    def _named(self, standings: tuple[Standing, ...]) -> Iterable[Dish]:
        for one in self._catalog.all():
            if not one.active or not _is_allowed(standings, one.name):
                continue
            fields = one.as_dict()["fields"]
            yield Dish(
                pattern=one.name,
                description=one.description or None,
                fields={name: _field(field) for name, field in fields.items()},
                asks=one.requires_approval,
                example={"action": one.name, "parameters": _sample(fields)},
            )


def _is_allowed(standings: Iterable[Standing], name: str) -> bool:
    return all(
        matches_any(one.policy.allowed_actions, name)
        and not matches_any(one.policy.denied_actions, name)
        and (
            not _goes_by_mode(one)
            or matches_any(one.policy.modes.get(one.mode or "", ()), name)
        )
        for one in standings
    )


def _narrowest(standings: Iterable[Standing]) -> tuple[str, ...]:
    lists = [one.policy.allowed_actions for one in standings]
    lists += [
        one.policy.modes.get(one.mode or "", ())
        for one in standings
        if _goes_by_mode(one)
    ]
    listed = [one for one in lists if one != EVERYTHING]
    return min(listed, key=len) if listed else EVERYTHING


def _goes_by_mode(standing: Standing) -> bool:
    return standing.policy.mode_entity is not None or standing.mode is not None


def _has_no_mode(standing: Standing) -> bool:
    return _goes_by_mode(standing) and standing.mode in _NO_MODE


def _modes(standings: Iterable[Standing]) -> tuple[str, ...]:
    asked = [_ways(one) for one in standings if _goes_by_mode(one)]
    return tuple(sorted(set.intersection(*asked))) if asked else ()


def _ways(standing: Standing) -> set[str]:
    """Return the modes that may be asked for from the one in which the home is."""
    policy = standing.policy
    modes = set(policy.mode_changes)
    if not policy.transitions:
        return modes
    return modes.intersection(policy.transitions.get(standing.mode or "", ()))


def _least(numbers: Iterable[int | None]) -> int | None:
    return min((one for one in numbers if one is not None), default=None)


def _rank(action: str) -> tuple[int, str]:
    verb = action.partition(".")[2]
    return (_USUAL.index(verb) if verb in _USUAL else len(_USUAL), action)


def _field(field: Mapping[str, Any]) -> dict[str, Any]:
    kept = ("required", "description", "default", "example", "selector")
    return {key: field[key] for key in kept if field.get(key)}


def _sample(fields: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Return what an example gives: what has to be given, and what was thought of."""
    sample: dict[str, Any] = {}
    for name, field in fields.items():
        if field.get("example") is not None:
            sample[name] = field["example"]
        elif field.get("required"):
            sample[name] = "…"
    return sample
