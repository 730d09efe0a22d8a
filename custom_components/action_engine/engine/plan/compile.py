"""A draft becomes a plan: every step taken apart, validated and built.

All problems are collected, so that an author sees the whole list at once.
"""

from collections.abc import Mapping
from typing import Any, Final

import voluptuous as vol

from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.script_variables import ScriptVariables

from ..errors import InvalidActionError
from ..model.draft import Draft
from ..model.plan import Plan, Step, Steps
from ..model.step_keys import StepKeys
from .breath import Breath
from .builders import BUILDERS, build_native
from .checks import LazyChecks
from .hollow import HOLLOWS
from .keys import take_keys
from .parts import Parts
from .problems import invalid, shorten
from .schema import action_type, async_validate
from .services import check_services


async def async_compile(hass: HomeAssistant, draft: Draft) -> Plan:
    """Return the plan of a draft that Home Assistant would take as a script.

    Raises the first of its problems. Calls are not looked at: Home Assistant finds out
    about them while a script runs.
    """
    plan, problems = await _compile(hass, draft)
    if problems:
        raise problems[0]
    return plan


async def async_examine(
    hass: HomeAssistant, draft: Draft
) -> tuple[Plan, list[InvalidActionError]]:
    """Return the plan as far as it could be made, and everything wrong with it.

    Every call is looked at too: does its service exist, and take what it is given?
    """
    plan, problems = await _compile(hass, draft)
    return plan, [*problems, *check_services(hass, plan)]


async def _compile(
    hass: HomeAssistant, draft: Draft
) -> tuple[Plan, list[InvalidActionError]]:
    compiler = _Compiler(hass)
    variables = compiler.variables(draft.variables)
    steps = await compiler.sequence(draft.actions, "")
    plan = Plan(
        steps=steps,
        variables=variables,
        checks=tuple(compiler.checks),
        size=compiler.size,
    )
    return plan, compiler.problems


class _Compiler:
    """Walks one draft; keeps what is found on the way."""

    def __init__(self, hass: HomeAssistant) -> None:
        self.problems: list[InvalidActionError] = []
        self.checks: list[LazyChecks] = []
        self.size = 0
        self._hass = hass
        self._breath = Breath(hass.loop)

    def variables(self, raw: Mapping[str, Any]) -> ScriptVariables | None:
        if not raw:
            return None
        try:
            variables: ScriptVariables = cv.SCRIPT_VARIABLES_SCHEMA(dict(raw))
        except vol.Invalid as error:
            self.problems.append(invalid("variables", raw, error))
            return None
        return variables

    async def sequence(self, raw: Any, place: str) -> Steps:
        """Compile a list of actions; a single action stands for a list of one."""
        actions = raw if isinstance(raw, list) else [] if raw is None else [raw]
        steps: list[Step] = []
        for index, action in enumerate(actions):
            where = f"{place}/{index}" if place else str(index)
            try:
                steps.append(await self._step(action, where, str(index)))
            except InvalidActionError as problem:
                self.problems.append(problem)
            # A template that was never seen costs half a millisecond to compile.
            if self._breath.due:
                await self._breath.take()
        return tuple(steps)

    async def _step(self, raw: Any, place: str, label: str) -> Step:
        self.size += 1
        kind = action_type(raw, place)
        shell, keys = take_keys(raw, place)
        slots = HOLLOWS[kind](shell) if kind in HOLLOWS else {}
        config = await async_validate(self._hass, kind, shell, place)
        slots |= _own_sequences(keys)
        parts = Parts(
            hass=self._hass,
            config=config,
            inner={
                slot: await self.sequence(actions, f"{place}/{slot}")
                for slot, actions in slots.items()
            },
            check=self._check,
            common=_common(kind, config, keys, place=place, label=label),
        )
        try:
            return BUILDERS.get(kind, build_native)(parts)
        except HomeAssistantError as error:
            raise InvalidActionError(place, shorten(raw), str(error)) from error

    def _check(self, configs: list[dict[str, Any]]) -> LazyChecks:
        checks = LazyChecks(configs)
        self.checks.append(checks)
        return checks


def _own_sequences(keys: StepKeys) -> dict[str, Any]:
    slots = {
        "remedy": keys.remedy,
        "fallback": keys.fallback,
        "rollback": keys.rollback,
    }
    return {slot: actions for slot, actions in slots.items() if actions is not None}


def _common(
    kind: str, config: Mapping[str, Any], keys: StepKeys, *, place: str, label: str
) -> dict[str, Any]:
    return {
        "label": label,
        "place": place,
        "action": _read_as(kind, config),
        "alias": config.get("alias"),
        "enabled": config.get("enabled", True),
        "continue_on_error": config.get("continue_on_error", False),
        "keys": keys,
    }


_NAMED: Final = ("tool", "catalog")
"""Blocks whose key holds the name of what they do."""


def _read_as(kind: str, config: Mapping[str, Any]) -> str:
    if kind == "scene":
        return "scene.turn_on"
    if kind in _NAMED:
        return str(config[kind])
    name = config.get("action") if kind == "call_service" else None
    return name if isinstance(name, str) else kind
