"""An engine in an empty home, and services that say when they are busy."""

import asyncio
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

from homeassistant.core import (
    Context,
    HomeAssistant,
    ServiceCall,
    SupportsResponse,
    callback,
)
from homeassistant.exceptions import HomeAssistantError

from custom_components.action_engine.engine.engine import ActionEngine, Execution
from custom_components.action_engine.engine.model.options import EngineOptions
from custom_components.action_engine.engine.model.request import (
    Mode,
    Request,
    Source,
    SourceKind,
)
from custom_components.action_engine.engine.model.retry import RetryPolicy
from custom_components.action_engine.engine.model.state import (
    ENDED,
    INITIAL,
    MOVES,
    ExecutionState,
)

STEADY = RetryPolicy(max_retries=2, initial_delay=10, multiplier=1, jitter=0)


def work(mark: str = "", seconds: float = 0, **more: Any) -> dict[str, Any]:
    """Return a step that keeps a worker busy for a time."""
    return {"action": "test.work", "data": {"mark": mark, "seconds": seconds, **more}}


def nested(*actions: Any, bare: bool = False, **more: Any) -> dict[str, Any]:
    """Return a step that asks the engine for another execution, and waits for it."""
    data = {"actions": list(actions), **more}
    return {"action": "test.run_bare" if bare else "test.run", "data": data}


class Workshop:
    """What a test acts on, and what it has seen."""

    def __init__(self, hass: HomeAssistant, options: EngineOptions) -> None:
        """Build the engine and register the services."""
        self.hass = hass
        self.engine = ActionEngine(hass, options)
        self.log: list[str] = []
        self.busy = 0
        self.busiest = 0
        """How many calls of ``test.work`` went on at the same time, at most."""

        self.failures = 0
        """How many calls of ``test.shaky`` are still going to fail."""

        self.moves: dict[Execution, list[ExecutionState]] = {}
        self.gaps: list[Execution] = []
        """Executions of which some move was not told."""

        self.refused: list[Exception] = []
        self.began = hass.loop.time()
        self.engine.on_move(self._moved)
        register = hass.services.async_register
        register("test", "work", self._work)
        register("test", "shaky", self._shaky)
        register("test", "stubborn", self._stubborn)
        register(
            "test", "answer", self._answer, supports_response=SupportsResponse.OPTIONAL
        )
        register("test", "run", self._run)
        register("test", "run_bare", self._run_bare)

    # What a test asks for.

    def request(self, *actions: Any, **more: Any) -> Request:
        """Return a request for these actions."""
        source = Source(kind=SourceKind.ACTIONS, value=list(actions))
        more.setdefault("context", Context())
        return Request(source=source, **more)

    async def submit(self, *actions: Any, **more: Any) -> Execution:
        """Submit actions."""
        return await self.engine.submit(self.request(*actions, **more))

    async def run(self, *actions: Any, **more: Any) -> Execution:
        """Run actions to their end."""
        return await self.engine.run(self.request(*actions, **more))

    def configure(self, **options: Any) -> None:
        """Put other options in force."""
        options.setdefault("retry", STEADY)
        self.engine.configure(EngineOptions(**options))

    # What a test looks at.

    @property
    def now(self) -> float:
        """Seconds since the beginning."""
        return round(self.hass.loop.time() - self.began, 6)

    async def until(self, seconds: float) -> None:
        """Wait until so many seconds after the beginning."""
        await asyncio.sleep(seconds - self.now)

    def history(self, execution: Execution) -> list[str]:
        """Return the states that an execution went through."""
        return [state.value for state in self.moves[execution]]

    def assert_orderly(self) -> None:
        """Every history is one that the table allows, and ended exactly once."""
        assert not self.gaps
        for execution, states in self.moves.items():
            assert states[0] in INITIAL
            for previous, following in pairwise(states):
                assert following in MOVES[previous], self.history(execution)
            assert [state in ENDED for state in states].count(True) == 1
            assert states[-1] is execution.state
            assert execution.done.done()
            assert execution.task.done()

    async def assert_all_free(self, workers: int) -> None:
        """Nothing is open, and exactly so many workers are there."""
        assert not [one for one in self.engine.executions if not one.is_ended]
        with self._counting():
            some = [await self.submit(work(seconds=1)) for _ in range(workers + 1)]
            states = [one.state for one in some]
            await asyncio.gather(*(one.wait() for one in some))
        assert states == [ExecutionState.EXECUTING] * workers + [ExecutionState.QUEUED]
        assert self.engine.statistics.running == 0
        assert self.engine.statistics.queued == 0

    @contextmanager
    def _counting(self) -> Any:
        before = self.busy, self.busiest
        yield
        self.busy, self.busiest = before

    @callback
    def _moved(self, execution: Execution, previous: ExecutionState | None) -> None:
        states = self.moves.setdefault(execution, [])
        if (states[-1] if states else None) is not previous:
            self.gaps.append(execution)
        states.append(execution.state)

    # The services.

    async def _work(self, call: ServiceCall) -> None:
        mark = call.data.get("mark")
        self.busy += 1
        self.busiest = max(self.busiest, self.busy)
        if mark:
            self.log.append(f"{self.now:g} {mark}")
        try:
            if seconds := call.data.get("seconds", 0):
                await asyncio.sleep(seconds)
        finally:
            self.busy -= 1

    async def _shaky(self, call: ServiceCall) -> None:
        await self._work(call)
        if self.failures:
            self.failures -= 1
            raise HomeAssistantError("not yet")

    async def _stubborn(self, call: ServiceCall) -> None:
        """Keep a cancellation to itself, ``times`` times."""
        for _ in range(call.data.get("times", 1)):
            try:
                await self._work(call)
            except asyncio.CancelledError:
                self.log.append(f"{self.now:g} ignored")
            else:
                return

    async def _answer(self, call: ServiceCall) -> dict[str, Any]:
        return {"value": call.data.get("value")}

    async def _run(self, call: ServiceCall) -> None:
        await self._nested(call, call.context)

    async def _run_bare(self, call: ServiceCall) -> None:
        """Forget whose request it was, as many a service does."""
        await self._nested(call, Context())

    async def _nested(self, call: ServiceCall, context: Context) -> None:
        data = dict(call.data)
        kind = next(one for one in SourceKind if one in data)
        source = Source(kind=kind, value=data.pop(kind))
        data["mode"] = Mode(data.get("mode", Mode.PARALLEL))
        request = Request(source=source, context=context, **data)
        try:
            execution = await self.engine.run(request)
        except HomeAssistantError as error:
            self.refused.append(error)
            raise
        if request.wait and not execution.summary.success:
            raise HomeAssistantError("the inner one failed")
