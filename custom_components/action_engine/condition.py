"""Conditions: what is so in the engine right now.

is_running    anything runs, or something by its name or key
policy_is     how a policy stands
"""

from abc import abstractmethod
from collections.abc import Callable
from typing import Any, ClassVar, Final, Unpack, cast, override

import voluptuous as vol

from homeassistant.core import CALLBACK_TYPE, HomeAssistant
from homeassistant.exceptions import ConditionErrorMessage, ServiceValidationError
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.condition import (
    Condition,
    ConditionCheckParams,
    ConditionConfig,
)
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.typing import ConfigType

from .const import DOMAIN
from .engine.engine import ActionEngine, Execution
from .engine.model.policy import PolicyStatus
from .engine.model.state import RUNNING, ExecutionState
from .news import SIGNAL_CHANGED
from .news_options import is_like, options_schema, texts
from .policies import find_policy
from .runtime import loaded_engine


class EngineCondition(Condition):
    """Asks the engine that is loaded; without one there is no answer but an error."""

    key: ClassVar[str]
    schema: ClassVar[vol.Schema]

    @classmethod
    @override
    async def async_validate_config(
        cls, hass: HomeAssistant, config: ConfigType
    ) -> ConfigType:
        """Read the options; there is no target."""
        return cast(ConfigType, cls.schema(config))

    def __init__(self, hass: HomeAssistant, config: ConditionConfig) -> None:
        """Ask what the options say."""
        super().__init__(hass, config)
        self._options: dict[str, Any] = config.options or {}

    @property
    @override
    def needs_polling(self) -> bool:
        """Return False: every change is told, also that the entry is loaded or not."""
        return False

    @override
    async def _async_track_changes(self, action: Callable[[], None]) -> CALLBACK_TYPE:
        return async_dispatcher_connect(self._hass, SIGNAL_CHANGED, action)

    @override
    def _async_check(self, **kwargs: Unpack[ConditionCheckParams]) -> bool:
        try:
            engine = loaded_engine(self._hass)
        except ServiceValidationError as error:
            raise self._error(str(error)) from error
        return self._holds(engine)

    @abstractmethod
    def _holds(self, engine: ActionEngine) -> bool:
        """Return what is so in an engine that is loaded."""

    def _error(self, message: str) -> ConditionErrorMessage:
        return ConditionErrorMessage(f"{DOMAIN}.{self.key}", message)


class IsRunning(EngineCondition):
    """Something runs that fits every option; without any, whatever it is."""

    key = "is_running"
    schema = options_schema(
        {
            vol.Optional("name"): texts(),
            vol.Optional("key"): texts(),
            vol.Optional("queued", default=False): cv.boolean,
        }
    )

    @override
    def _holds(self, engine: ActionEngine) -> bool:
        states = RUNNING
        if self._options["queued"]:
            states = RUNNING | {ExecutionState.QUEUED}
        return any(
            one.state in states and self._is_meant(one) for one in engine.executions
        )

    def _is_meant(self, execution: Execution) -> bool:
        names, keys = self._options.get("name"), self._options.get("key")
        return (not names or any(is_like(execution.name, one) for one in names)) and (
            not keys or execution.request.key in keys
        )


class PolicyIs(EngineCondition):
    """A policy stands in one of the ways that are given."""

    key = "policy_is"
    schema = options_schema(
        {
            vol.Required("policy"): cv.string,
            vol.Required("status"): texts(status.value for status in PolicyStatus),
        }
    )

    @override
    def _holds(self, engine: ActionEngine) -> bool:
        name, policies = self._options["policy"], engine.gate.policies
        if (policy := find_policy(policies, name)) is None:
            known = ", ".join(one.name for one in policies)
            raise self._error(f"no policy {name!r}, expected one of {known}")
        return engine.gate.status(policy.id) in self._options["status"]


CONDITIONS: Final[dict[str, type[Condition]]] = {
    one.key: one for one in (IsRunning, PolicyIs)
}


async def async_get_conditions(_hass: HomeAssistant) -> dict[str, type[Condition]]:
    """Return all of them."""
    return CONDITIONS
