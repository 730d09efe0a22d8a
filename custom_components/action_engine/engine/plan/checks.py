"""Conditions of one place in a plan, and the checkers that evaluate them."""

from collections.abc import Sequence
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

    async def ready(self, hass: HomeAssistant) -> Sequence[ConditionChecker]:
        """Return one checker for each condition.

        Raises what Home Assistant raises for a condition that cannot be set up.
        """
        if self._checkers is None:
            self._checkers = [
                await condition.async_from_config(hass, config)
                for config in self._configs
            ]
        return self._checkers

    def unload(self) -> None:
        """Release what the checkers hold; they are made again when needed."""
        checkers, self._checkers = self._checkers, None
        for checker in checkers or ():
            checker.async_unload()
