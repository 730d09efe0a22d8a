"""Triggers: what has happened in the engine, one table of them.

execution_finished    an execution has ended, or was undone
execution_failed      it has failed, or nobody knows what became of it
approval_requested    people are asked something
circuit_opened        something has failed so often that it is left alone
"""

from typing import ClassVar, Final, cast, override

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.exceptions import ServiceValidationError
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.trigger import (
    NotTriggeredInfo,
    Trigger,
    TriggerActionRunner,
    TriggerConfig,
    TriggerNotTriggeredReporter,
)
from homeassistant.helpers.typing import ConfigType
from homeassistant.util.signal_type import SignalType

from .engine.model.state import ExecutionState
from .news import SIGNAL_ASKED, SIGNAL_ENDED, SIGNAL_OPENED, News
from .news_options import Options, filters_schema, lets_through
from .policies import find_policy
from .runtime import loaded_engine

NO_SUCH_POLICY: Final = "no_such_policy"
"""Why a trigger can never fire as it is written; it is seen in the trace."""


class NewsTrigger(Trigger):
    """Fires with the facts of every news that its options let through."""

    signal: ClassVar[SignalType[News]]
    filters: ClassVar[tuple[str, ...]]
    sentence: ClassVar[str]
    """What the logbook says of what has fired; the facts are filled in."""

    @classmethod
    @override
    async def async_validate_config(
        cls, hass: HomeAssistant, config: ConfigType
    ) -> ConfigType:
        """Read the options; there is no target."""
        return cast(ConfigType, filters_schema(cls.filters)(config))

    def __init__(self, hass: HomeAssistant, config: TriggerConfig) -> None:
        """Want what the options say."""
        super().__init__(hass, config)
        self._options: Options = config.options or {}

    @override
    async def async_attach_runner(
        self,
        run_action: TriggerActionRunner,
        did_not_trigger: TriggerNotTriggeredReporter | None = None,
    ) -> CALLBACK_TYPE:
        """Listen until the returned callable is called, in whichever life of the entry."""

        @callback
        def hear(news: News) -> None:
            if self._fits(news):
                description = self.sentence.format_map(news.facts)
                run_action(dict(news.facts), description, news.context)
            elif did_not_trigger is not None and (missing := self._missing()):
                info = NotTriggeredInfo(NO_SUCH_POLICY, {"policy": missing})
                did_not_trigger(info, news.context)

        return async_dispatcher_connect(self._hass, self.signal, hear)

    def _fits(self, news: News) -> bool:
        return lets_through(self._options, news)

    def _missing(self) -> list[str]:
        """Return the policies that are asked for and are not there."""
        try:
            policies = loaded_engine(self._hass).gate.policies
        except ServiceValidationError:
            return []
        wanted = self._options.get("policy", ())
        return [name for name in wanted if find_policy(policies, name) is None]


class ExecutionFinished(NewsTrigger):
    """An execution has ended, in one of the wanted states."""

    signal = SIGNAL_ENDED
    filters = ("states", "policy", "name", "action", "origin")
    sentence = "{name} ended: {state}"


class ExecutionFailed(NewsTrigger):
    """An execution has ended as nobody wants it to."""

    signal = SIGNAL_ENDED
    filters = ("policy", "name", "action", "origin")
    sentence = "{name} ended: {state}"
    states: Final = frozenset({ExecutionState.FAILED, ExecutionState.UNKNOWN})

    @override
    def _fits(self, news: News) -> bool:
        return news.facts["state"] in self.states and super()._fits(news)


class ApprovalRequested(NewsTrigger):
    """People are asked about something."""

    signal = SIGNAL_ASKED
    filters = ("policy", "risk", "name", "action")
    sentence = "{policy} asks about {name}"


class CircuitOpened(NewsTrigger):
    """Something is left alone from now on."""

    signal = SIGNAL_OPENED
    filters = ("kind", "action")
    sentence = "{about} has failed too often"


TRIGGERS: Final[dict[str, type[Trigger]]] = {
    "execution_finished": ExecutionFinished,
    "execution_failed": ExecutionFailed,
    "approval_requested": ApprovalRequested,
    "circuit_opened": CircuitOpened,
}


async def async_get_triggers(_hass: HomeAssistant) -> dict[str, type[Trigger]]:
    """Return all of them."""
    return TRIGGERS
