"""Random programs, paused, resumed and cancelled at random: nothing is ever lost."""

import asyncio
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, given, settings, strategies as st
import pytest

from homeassistant.core import ServiceCall
from homeassistant.exceptions import HomeAssistantError

from custom_components.action_engine.engine.errors import (
    AlreadyRunningError,
    ExecutionNotFoundError,
    QueueFullError,
)
from custom_components.action_engine.engine.model.request import Mode
from custom_components.action_engine.engine.run.pace import in_last_words
from tests.engine.workshop import nested, work

LATE = 100
"""When the last command has been given, and everything that is paused is resumed."""

FOREVER = 10_000
"""Nothing takes as long as this."""

SECONDS = st.sampled_from([0, 1, 1, 2, 3, 7])

LEAVES = st.one_of(
    st.builds(lambda seconds: work(seconds=seconds), SECONDS),
    st.builds(lambda seconds: work(seconds=seconds), SECONDS),
    st.builds(lambda seconds: {"delay": seconds}, SECONDS),
    st.builds(
        lambda seconds: {"wait_template": "{{ false }}", "timeout": seconds}, SECONDS
    ),
    st.builds(
        lambda seconds, retries: {
            "action": "test.fail",
            "data": {"seconds": seconds},
            "retry": {"max_retries": retries, "initial_delay": 2},
        },
        SECONDS,
        st.integers(0, 2),
    ),
    st.builds(
        lambda seconds, timeout: {
            "action": "test.work",
            "data": {"seconds": seconds},
            "retry": {"attempt_timeout": timeout, "max_retries": 1},
        },
        SECONDS,
        st.integers(1, 3),
    ),
    st.just({"action": "test.stubborn", "data": {"seconds": 3}}),
    st.builds(
        lambda retries: {
            "action": "test.convert",
            "data": {"seconds": 3},
            "retry": {"max_retries": retries, "initial_delay": 2},
        },
        st.integers(0, 2),
    ),
    st.just({"stop": "enough"}),
    st.just({"condition": "{{ false }}"}),
)


def _last_words(steps: Any) -> Any:
    """Return the same steps; their calls say that they may be made after a cancel."""
    if isinstance(steps, list):
        return [_last_words(step) for step in steps]
    if not isinstance(steps, dict) or "actions" in steps.get("data", {}):
        return steps
    if "data" in steps:
        return {**steps, "data": {**steps["data"], "last": True}}
    return {key: _last_words(value) for key, value in steps.items()}


def _blocks(inner: Any) -> Any:
    steps = st.lists(inner, min_size=1, max_size=3)
    calm = st.fixed_dictionaries({}, optional={"continue_on_error": st.booleans()})
    return st.one_of(
        st.builds(
            lambda arms, more: {"parallel": arms, **more},
            st.lists(steps, min_size=1, max_size=3),
            calm,
        ),
        st.builds(
            lambda count, steps: {"repeat": {"count": count, "sequence": steps}},
            st.integers(0, 2),
            steps,
        ),
        st.builds(
            lambda body, catch, final: {
                "try": body,
                "catch": catch,
                "finally": _last_words(final),
            },
            steps,
            steps,
            steps,
        ),
        st.builds(
            lambda steps, bare, key, mode, wait, timeout: {
                **nested(
                    *steps, bare=bare, key=key, mode=mode, wait=wait, timeout=timeout
                ),
                "continue_on_error": True,
                "retry": {"attempt_timeout": 20, "max_retries": 1},
            },
            steps,
            st.booleans(),
            st.sampled_from([None, None, "a", "b"]),
            st.sampled_from(list(Mode)),
            st.booleans(),
            st.sampled_from([None, None, 4, 11]),
        ),
    )


STEPS = st.lists(st.recursive(LEAVES, _blocks, max_leaves=8), min_size=1, max_size=4)
COMMANDS = st.tuples(
    st.integers(0, LATE // 4),
    st.sampled_from(["pause", "resume", "resume", "cancel", "gone", "resize", "kill"]),
    st.integers(0, 5),
)


@dataclass(frozen=True, slots=True)
class Start:
    """One request, and when it is made."""

    at: int
    steps: list[Any]
    options: dict[str, Any]


STARTS = st.builds(
    Start,
    at=st.sampled_from([0, 0, 1, 5]),
    steps=STEPS,
    options=st.fixed_dictionaries(
        {},
        optional={
            "priority": st.integers(0, 3),
            "key": st.sampled_from(["a", "b"]),
            "mode": st.sampled_from(list(Mode)),
            "timeout": st.sampled_from([1, 5, 30]),
        },
    ),
)


class Traffic:
    """Makes the requests, gives the commands, and keeps an eye on the workers."""

    def __init__(self, shop, workers):
        """Begin in a shop in which nothing is going on."""
        self.shop = shop
        self.workers = self.most = workers
        self.requests = []
        self.at_work = Counter()
        self.too_many = []
        self.too_late = []
        shop.configure(workers=workers, max_queue=5)
        register = shop.hass.services.async_register
        register("test", "work", self._work)
        register("test", "fail", self._fail)
        register("test", "convert", self._convert)

    async def _work(self, call: ServiceCall) -> None:
        one = call.context.id
        execution = self.shop.engine.get(one)
        said = call.data.get("last") or in_last_words()
        if execution.cancel_reason is not None and not said:
            self.too_late.append(call.data)
        self.at_work[one] += 1
        # Last words do not wait for a worker.
        busy = [
            each
            for each, number in self.at_work.items()
            if number and not self._is_leaving(each)
        ]
        if len(busy) > self.most:
            self.too_many.append(len(busy))
        try:
            if seconds := call.data.get("seconds", 0):
                await asyncio.sleep(seconds)
        finally:
            self.at_work[one] -= 1

    def _is_leaving(self, execution_id: str) -> bool:
        execution = self.shop.engine.get(execution_id)
        return execution.cancel_reason is not None or execution.task.cancelling() > 0

    async def _fail(self, call: ServiceCall) -> None:
        await self._work(call)
        raise HomeAssistantError("as asked")

    async def _convert(self, call: ServiceCall) -> None:
        try:
            await self._work(call)
        except asyncio.CancelledError as error:
            raise HomeAssistantError("the device does not answer") from error

    async def request(self, start: Start) -> None:
        """Run one program to its end; it may be refused."""
        await asyncio.sleep(start.at)
        with suppress(QueueFullError, AlreadyRunningError):
            await self.shop.run(*start.steps, **start.options)

    async def command(self, at: int, what: str, value: int) -> None:
        """Do something to one of the executions that are there."""
        await asyncio.sleep(at)
        engine = self.shop.engine
        if what == "resize":
            self.workers = value or 1
            self.most = max(self.most, self.workers)
            self.shop.configure(workers=self.workers, max_queue=5)
        elif what == "gone":
            self.requests[value % len(self.requests)].cancel()
        elif some := [one for one in engine.executions if not one.is_ended]:
            one = some[value % len(some)]
            if what == "kill":
                one.task.cancel()
            else:
                with suppress(ExecutionNotFoundError):
                    getattr(engine, what)(one.id)

    async def settle(self) -> None:
        """Resume what is paused, until everything has ended."""
        async with asyncio.timeout(FOREVER):
            while some := [
                one for one in self.shop.engine.executions if not one.is_ended
            ]:
                for one in some:
                    with suppress(ExecutionNotFoundError):
                        self.shop.engine.resume(one.id)
                await asyncio.wait([one.done for one in some], timeout=LATE)


@pytest.mark.no_fail_on_log_exception
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
@given(
    workers=st.integers(1, 2),
    starts=st.lists(STARTS, min_size=1, max_size=4),
    commands=st.lists(COMMANDS, max_size=6),
)
async def test_random_programs(shop, workers, starts, commands):
    """Every execution ends once, by legal moves, and every worker is free again."""
    before = asyncio.all_tasks()
    traffic = Traffic(shop, workers)
    traffic.requests = [
        asyncio.ensure_future(traffic.request(start)) for start in starts
    ]
    await asyncio.gather(*(traffic.command(*one) for one in commands))
    await asyncio.wait(traffic.requests, timeout=LATE)
    await traffic.settle()
    await asyncio.wait(traffic.requests)

    for request in traffic.requests:
        assert request.cancelled() or request.exception() is None
    assert not traffic.too_many
    assert not traffic.too_late
    assert not +traffic.at_work
    shop.assert_orderly()
    await asyncio.sleep(0)
    assert asyncio.all_tasks() == before
    await shop.assert_all_free(traffic.workers)
    shop.moves.clear()
