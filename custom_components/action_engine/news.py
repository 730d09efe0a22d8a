"""What has just happened, for automations, whichever life of the entry it happens in.

An automation is attached once, and the entry may be loaded again and again meanwhile. So
its triggers listen to signals, and the teller of each life sends them.

SIGNAL_ENDED     an execution has ended, or was undone
SIGNAL_ASKED     people are asked something
SIGNAL_OPENED    a circuit has opened
SIGNAL_CHANGED   conditions may differ by now
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import Context, Event, HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_send
from homeassistant.util.signal_type import SignalType

from .alarm import Alarm
from .alerts import Alert, AlertKind
from .announce import is_told
from .const import DOMAIN
from .engine.engine import EVENT_EXECUTION, ActionEngine
from .engine.errors import ExecutionNotFoundError
from .engine.model.approval import Approval
from .news_facts import (
    UNHEARD,
    asked_actions,
    done_actions,
    end_facts,
    open_facts,
    question_facts,
    unheard_facts,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One thing that has happened."""

    facts: Mapping[str, Any]
    """What templates of an automation may use."""

    actions: frozenset[str]
    """What was called, or is asked for; of a circuit what it is about."""

    context: Context | None = None
    """Of the execution, where there is one."""


SIGNAL_ENDED: Final = SignalType[News](f"{DOMAIN}_news_ended")
SIGNAL_ASKED: Final = SignalType[News](f"{DOMAIN}_news_asked")
SIGNAL_OPENED: Final = SignalType[News](f"{DOMAIN}_news_opened")
SIGNAL_CHANGED: Final = SignalType[()](f"{DOMAIN}_news_changed")


class Teller:
    """Sends the signals as long as the entry is loaded."""

    def __init__(
        self,
        hass: HomeAssistant,
        entry: ConfigEntry,
        engine: ActionEngine,
        alarm: Alarm,
    ) -> None:
        """Tell of what happens from now on, and when the engine can be asked."""
        self._hass = hass
        self._engine = engine
        self._unsubscribe = (
            hass.bus.async_listen(EVENT_EXECUTION, self._ended, event_filter=is_told),
            engine.gate.on_approval(self._told),
            alarm.listen(self._alerted),
            engine.on_change(self._changed),
            engine.gate.on_change(self._changed),
            entry.async_on_state_change(self._changed),
        )

    @callback
    def stop(self) -> None:
        """Tell nothing any more."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._changed()

    @callback
    def _ended(self, move: Event[Mapping[str, Any]]) -> None:
        # Read from the bus, where secrets are already out of it. Anybody can fire an
        # event, but only a run has a context with its own id.
        if move.context.id != move.data["execution_id"]:
            return
        try:
            execution = self._engine.get(move.context.id)
        except ExecutionNotFoundError:
            return
        facts = end_facts(move.data, execution, self._engine.gate)
        news = News(facts=facts, actions=done_actions(execution), context=move.context)
        async_dispatcher_send(self._hass, SIGNAL_ENDED, news)

    @callback
    def _told(self, approval: Approval) -> None:
        """Tell of a new question, and of an end that nobody else can tell of."""
        gate, actions = self._engine.gate, asked_actions(approval.verdict)
        if approval.is_open and not approval.agreed:
            news = News(facts=question_facts(approval, gate), actions=actions)
            async_dispatcher_send(self._hass, SIGNAL_ASKED, news)
        elif approval.answer in UNHEARD and not self._knows(approval.execution_id):
            # It was asked for in an earlier life: it only ends in the journal.
            news = News(facts=unheard_facts(approval, gate), actions=actions)
            async_dispatcher_send(self._hass, SIGNAL_ENDED, news)

    def _knows(self, execution_id: str) -> bool:
        try:
            self._engine.get(execution_id)
        except ExecutionNotFoundError:
            return False
        return True

    @callback
    def _alerted(self, alert: Alert) -> None:
        if alert.subject.kind is not AlertKind.CIRCUIT_OPEN:
            return
        facts = open_facts(alert.subject.about, self._engine.gate)
        news = News(facts=facts, actions=frozenset({facts["about"]}))
        async_dispatcher_send(self._hass, SIGNAL_OPENED, news)

    @callback
    def _changed(self) -> None:
        async_dispatcher_send(self._hass, SIGNAL_CHANGED)
