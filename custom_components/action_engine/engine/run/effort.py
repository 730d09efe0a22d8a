"""One call, tried until it is seen to be done or given up.

    attempt ─► look ─► done
       ▲        │ not yet, or it raised
       │        ▼
    wait ◄─ remedy ◄─ decide ─► give up

What is left to do shrinks from one attempt to the next: a call on ten lights goes out
once, and again only for the two that did not follow.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from dataclasses import dataclass
from random import random
from typing import Any, NoReturn

from homeassistant.core import State

from ..errors import RetryExhaustedError, ServiceCallError
from ..model.plan import EffortStep
from ..model.repeat import Repeat
from ..model.retry import RetryPolicy
from ..model.steps_log import Attempt, StepRecord, StepStatus
from .aim import Aim
from .error_facts import error_facts, error_text
from .forgiving import POINTLESS
from .frame import Frame
from .observing import Observation
from .order import Order
from .retry import Failure, GiveUp, decide
from .signals import Stop
from .targets import gone, gone_text, is_gone
from .watching import watch_entities

type Send = Callable[[dict[str, Any]], Awaitable[Any]]


@dataclass(slots=True, eq=False)
class _Trouble:
    """Why an attempt was not enough."""

    text: str
    left: tuple[str, ...]
    error: Exception | None = None
    untouched: bool = False


class Effort:
    """The working state of one call."""

    __slots__ = (
        "_aim",
        "_before",
        "_frame",
        "_left",
        "_order",
        "_record",
        "_send",
        "_step",
    )

    def __init__(
        self,
        step: EffortStep,
        frame: Frame,
        record: StepRecord,
        order: Order,
        aim: Aim | None,
        send: Send,
    ) -> None:
        """Prepare to call ``send`` with the data of the order."""
        self._step = step
        self._frame = frame
        self._record = record
        self._order = order
        self._aim = aim
        self._send = send
        self._left = order.entity_ids
        self._before: dict[str, State | None] = {}

    async def make(self) -> Any:
        """Return the response; raise the last error when nothing more is tried."""
        record, log = self._record, self._frame.run.recorder.log
        record.targets = self._order.entity_ids
        self._remember()
        if self._is_done_already():
            return None
        log.calls += 1
        began = self._frame.run.time()
        try:
            while True:
                record.attempts += 1
                log.attempts += 1
                started = self._frame.run.time()
                response, trouble = await self._attempt()
                if trouble is None:
                    self._note_success()
                    return response
                await self._try_again(trouble, began, started)
                log.retried += record.attempts == 1
        finally:
            if self._frame.run.settings.observe:
                self._observe(began)

    def _remember(self) -> None:
        get = self._frame.run.hass.states.get
        look_at = self._aim.look_at if self._aim is not None else None
        ids = self._order.entity_ids if look_at is None else look_at
        self._before = {entity_id: get(entity_id) for entity_id in ids}
        if self._aim is not None:
            self._aim.before = self._before

    def _is_done_already(self) -> bool:
        aim, record = self._aim, self._record
        if aim is None:
            return False
        record.expected = aim.text()
        if not aim.skip_if_already or aim.template is not None:
            return False
        hass = self._frame.run.hass
        ids = aim.look_at or self._left
        if not ids or not all(map(aim.of, ids)):
            return False
        self._left = left = aim.unmet(hass, ids)
        if aim.look_at is not None:
            self._left = self._order.entity_ids
        if left:
            return False
        record.status, record.note = StepStatus.SKIPPED, "already so"
        record.seen = True
        return True

    async def _attempt(self) -> tuple[Any, _Trouble | None]:
        hass, left = self._frame.run.hass, self._left
        away: tuple[str, ...] = ()
        if self._order.judged and not self._frame.run.settings.ignore_missing:
            away = gone(hass, left)
        if away and len(away) == len(left):
            return None, _Trouble(gone_text(hass, away), away, untouched=True)
        reached = tuple(i for i in left if i not in away) if away else left
        try:
            response = await self._call(left)
        except Exception as error:  # noqa: BLE001 - decided on, and raised again
            return None, await self._after_error(error, reached, away)
        amiss = await self._look(reached)
        if not amiss and not away:
            return response, None
        return None, self._not_enough(amiss, away)

    async def _call(self, left: tuple[str, ...]) -> Any:
        timeout = self._policy.attempt_timeout
        data = self._order.narrowed(left)
        if timeout is None:
            return await self._send(data)
        try:
            async with asyncio.timeout(timeout):
                return await self._send(data)
        except TimeoutError as error:
            text = f"the attempt took longer than {timeout:g} s"
            raise TimeoutError(text) from error

    async def _look(self, reached: tuple[str, ...]) -> tuple[str, ...]:
        aim, frame = self._aim, self._frame
        if aim is None:
            return ()
        hass = frame.run.hass
        looked_at = reached if aim.look_at is None else aim.look_at
        if aim.template is None and not aim.unmet(hass, looked_at):
            return ()
        frame.run.recorder.waiting(self._record)
        async with frame.run.pace.resting():
            return await aim.look(frame, reached)

    async def _after_error(
        self, error: Exception, reached: tuple[str, ...], away: tuple[str, ...]
    ) -> _Trouble | None:
        """Look what is left: a call that raised may have been done for some or all."""
        text, aim = error_text(error), self._aim
        if isinstance(error, POINTLESS) or aim is None or aim.look_at is not None:
            return _Trouble(text, self._left, error)
        if self._order.repeat is Repeat.ABSOLUTE:
            amiss = aim.unmet(self._frame.run.hass, reached)
        else:
            amiss = await self._look(reached)
        # What was so before the call says nothing about the call.
        left = tuple(i for i in reached if i in amiss or self._has_not_moved(i))
        if left or away or not reached:
            todo = left + away or self._left
            return _Trouble(text, todo, error, untouched=self._untouched(left))
        self._record.note = f"it raised, but was done: {text}"
        return None

    def _not_enough(self, amiss: tuple[str, ...], away: tuple[str, ...]) -> _Trouble:
        hass = self._frame.run.hass
        parts = [gone_text(hass, away)] if away else []
        if amiss and self._aim is not None:
            parts.append(self._aim.complaint(hass, amiss))
            self._record.seen = False
        left = tuple(i for i in self._order.entity_ids if i in amiss or i in away)
        return _Trouble(
            "; ".join(parts), left or amiss + away, untouched=self._untouched(amiss)
        )

    def _has_not_moved(self, entity_id: str) -> bool:
        return self._frame.run.hass.states.get(entity_id) is self._before.get(entity_id)

    def _untouched(self, left: tuple[str, ...]) -> bool:
        return self._aim is not None and all(map(self._has_not_moved, left))

    @property
    def _policy(self) -> RetryPolicy:
        overrides = self._step.keys.retry
        policy = self._frame.run.settings.retry
        return policy if overrides is None else policy.merged(overrides)

    @property
    def _repeat(self) -> Repeat:
        match self._step.keys.idempotent:
            case None:
                return self._order.repeat
            case True:
                return Repeat.ABSOLUTE
            case False:
                return Repeat.RELATIVE

    async def _try_again(self, trouble: _Trouble, began: float, started: float) -> None:
        """Wait for the next attempt, or raise if there is none."""
        run, record = self._frame.run, self._record
        now = run.time()
        failure = Failure(
            attempt=record.attempts,
            elapsed=now - began,
            pointless=isinstance(trouble.error, POINTLESS),
            untouched=trouble.untouched,
            repeat=self._repeat,
            asked=self._step.keys.retry is not None or run.settings.retry_asked,
        )
        delay = decide(self._policy, failure, random())  # noqa: S311 - spreads load, keeps no secret
        attempt = Attempt(
            record.attempts, trouble.text, now - started, trouble.left, None
        )
        if isinstance(delay, GiveUp):
            run.recorder.attempt_failed(record, attempt)
            self._give_up(trouble, delay)
        attempt.delay = delay
        run.recorder.attempt_failed(record, attempt)
        self._left = trouble.left if self._order.judged else self._left
        await self._remedy(trouble)
        await self._back_off(trouble, delay)

    def _give_up(self, trouble: _Trouble, why: GiveUp) -> NoReturn:
        record = self._record
        if self._policy.max_retries and why is not GiveUp.EXHAUSTED:
            record.note = f"not tried again: {why.value}"
        if record.attempts > 1:
            raise RetryExhaustedError(
                action=record.action, attempts=record.attempts, error=trouble.text
            ) from trouble.error
        if trouble.error is not None:
            raise trouble.error
        raise ServiceCallError(action=record.action, error=trouble.text)

    async def _remedy(self, trouble: _Trouble) -> None:
        if not self._step.remedy:
            return
        record = self._record
        inner = self._frame.scope(f"{record.path}/remedy/{record.attempts}/")
        facts = error_facts(trouble.error, record, text=trouble.text)
        inner.variables.define_local("error", facts)
        inner.variables.define_local("attempt", record.attempts)
        try:
            await self._frame.block(self._step.remedy, inner)
        except Stop:
            raise
        except Exception as error:  # noqa: BLE001 - it must not take the attempts away
            record.note = f"the remedy failed: {error_text(error)}"

    async def _back_off(self, trouble: _Trouble, delay: float) -> None:
        run = self._frame.run
        hass = run.hass
        async with run.pace.backing_off() if delay else nullcontext():
            away = [i for i in trouble.left if is_gone(hass, i)]
            if self._order.judged and away and len(away) == len(trouble.left):
                await watch_entities(hass, away, lambda i: not is_gone(hass, i), delay)
            else:
                await asyncio.sleep(delay)

    def _observe(self, began: float) -> None:
        run, record = self._frame.run, self._record
        for entity_id, before in self._before.items():
            seen = run.observed.setdefault(entity_id, Observation(before))
            seen.after = run.hass.states.get(entity_id)
            seen.attempts = max(seen.attempts, record.attempts)
            seen.seconds = max(seen.seconds, run.time() - began)
            judged = self._aim is not None and self._aim.of(entity_id) is not None
            if judged and self._aim is not None:
                seen.reached = self._aim.is_met(run.hass, entity_id)

    def _note_success(self) -> None:
        record, run = self._record, self._frame.run
        if self._aim is not None:
            record.seen = self._aim.is_seen(run.hass, self._order.entity_ids)
        if record.seen is None:
            run.recorder.log.unseen += 1
