"""What the driver asks of the engine, over REST."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict
import time
from typing import Any, Final

from custom_components.action_engine.engine.engine import ActionEngine, UndoRequest
from custom_components.action_engine.engine.errors import ExecutionNotFoundError
from custom_components.action_engine.engine.model.notes import Verdict
from custom_components.action_engine.engine.model.options import EngineOptions
from custom_components.action_engine.engine.model.request import (
    OnFailure,
    Request,
    Source,
    SourceKind,
)
from homeassistant.core import HomeAssistant, ServiceCall, SupportsResponse

from .faults import Faults, Wish

DOMAIN: Final = "crash_home"
OPTIONS: Final = EngineOptions(workers=16, max_queue=1000)

type Handler = Callable[[ServiceCall], Awaitable[dict[str, Any]]]


class Door:
    """One engine, and the services that lead to it."""

    def __init__(self, engine: ActionEngine) -> None:
        """Stand before an engine."""
        self.engine = engine
        self._faults: Faults
        self._started = 0.0
        self._recovery: dict[str, Any] | None = None

    async def durable(self) -> None:
        """Return when all that was written is on disk."""
        await self.engine.record.journal.durable()

    def is_undo(self, execution_id: str) -> bool:
        """Tell whether an execution undoes another one."""
        try:
            return self.engine.get(execution_id).undo_of is not None
        except ExecutionNotFoundError:
            return False

    async def recover(self) -> None:
        """Deal with what was left open, now that Home Assistant has started."""
        self._started = time.time()
        counts = await self.engine.record.recover(self.engine.options)
        self._recovery = {
            "seconds": time.time() - self._started,
            "fates": {fate.value: count for fate, count in counts.items()},
        }

    def register(self, hass: HomeAssistant, faults: Faults) -> None:
        """Register the services."""
        self._faults = faults
        handlers: dict[str, Handler] = {
            "submit": self._submit,
            "undo": self._undo,
            "resolve": self._resolve,
            "cancel": self._cancel,
            "status": self._status,
            "verify": self._verify,
            "arm": self._arm,
        }
        for name, handler in handlers.items():
            hass.services.async_register(
                DOMAIN, name, handler, supports_response=SupportsResponse.ONLY
            )

    async def _submit(self, call: ServiceCall) -> dict[str, Any]:
        request = Request(
            source=Source(kind=SourceKind.ACTIONS, value=call.data["actions"]),
            context=call.context,
            name=call.data["name"],
            wait=False,
            idempotency_key=call.data["name"],
            on_failure=OnFailure(call.data["on_failure"]),
        )
        execution = await self.engine.submit(request)
        return {"execution_id": execution.id, "state": execution.state.value}

    async def _undo(self, call: ServiceCall) -> dict[str, Any]:
        request = UndoRequest(
            context=call.context, execution_id=call.data["execution_id"], wait=False
        )
        return await self.engine.record.rollback(request)

    async def _resolve(self, call: ServiceCall) -> dict[str, Any]:
        verdict = Verdict(call.data["verdict"])
        execution_id = call.data["execution_id"]
        return {"state": await self.engine.record.resolve(execution_id, verdict)}

    async def _cancel(self, call: ServiceCall) -> dict[str, Any]:
        execution = self.engine.cancel(call.data["execution_id"])
        return {"state": execution.state.value}

    async def _status(self, call: ServiceCall) -> dict[str, Any]:
        ids = call.data.get("ids", ())
        states = {one: (await self.engine.record.get(one))["state"] for one in ids}
        return {
            "started": self._started,
            "recovery": self._recovery,
            "open": sum(not one.is_ended for one in self.engine.executions),
            "states": states,
        }

    async def _verify(self, _call: ServiceCall) -> dict[str, Any]:
        return asdict(await self.engine.record.verify())

    async def _arm(self, call: ServiceCall) -> dict[str, Any]:
        self._faults.arm(Wish(**call.data))
        return {}


async def open_door(hass: HomeAssistant) -> Door:
    """Open the engine with its journal in the configuration folder."""
    return Door(await ActionEngine.async_open(hass, OPTIONS))
