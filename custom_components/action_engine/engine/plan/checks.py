"""Conditions of one place in a plan, and the checkers that evaluate them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.helpers import condition
from homeassistant.helpers.condition import ConditionChecker


class LazyChecks:
    """Checkers are made at the first evaluation, as native scripts do.

    They are kept with the plan: a condition with ``for:`` counts time from the moment
    in which its checker was made, so making it anew each time would lose the count.
    """

    __slots__ = ("_checkers", "_configs")

    def __init__(self, configs: Sequence[dict[str, Any]]) -> None:
        """Take configurations that Home Assistant has validated."""
        self._configs = configs
        self._checkers: list[ConditionChecker] | None = None

    def __len__(self) -> int:
        """Return how many conditions there are."""
        return len(self._configs)

    @property
    def titles(self) -> tuple[str, ...]:
        """What each of them looks at, in a few words."""
        return tuple(map(_title, self._configs))

    async def ready(self, hass: HomeAssistant) -> Sequence[ConditionChecker]:
        """Return one checker for each condition.

        Raises what Home Assistant raises for a condition that cannot be set up.
        """
        if self._checkers is not None:
            return self._checkers
        return self._keep(await self._make(hass))

    def unload(self) -> None:
        """Release what the checkers hold; they are made again when needed."""
        checkers, self._checkers = self._checkers, None
        _unload(checkers or ())

    async def _make(self, hass: HomeAssistant) -> list[ConditionChecker]:
        made: list[ConditionChecker] = []
        try:
            for config in self._configs:
                made += [await condition.async_from_config(hass, config)]
        except BaseException:
            _unload(made)
            raise
        return made

    def _keep(self, made: list[ConditionChecker]) -> list[ConditionChecker]:
        if self._checkers is None:
            self._checkers = made
        else:
            # Two runs of the plan came here at the same time, this one later.
            _unload(made)
        return self._checkers


def _title(config: Mapping[str, Any]) -> str:
    """Return the alias of a condition, else its kind and the entities it names."""
    if isinstance(alias := config.get("alias"), str):
        return alias
    kind = str(config.get("condition", "template"))
    named = config.get("entity_id") or ()
    ids = [named] if isinstance(named, str) else [str(one) for one in named]
    return " ".join([kind, ", ".join(ids)]).strip()


def _unload(checkers: Iterable[ConditionChecker]) -> None:
    for checker in checkers:
        checker.async_unload()
