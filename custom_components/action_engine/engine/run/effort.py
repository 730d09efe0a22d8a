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
from dataclasses import dataclass
from random import random
from typing import Any, NoReturn

from homeassistant.core import State

from ..errors import RetryExhaustedError, ServiceCallError
from ..model.notes import CallHistory, Verdict
from ..model.plan import EffortStep
from ..model.repeat import Repeat
from ..model.retry import RetryPolicy
from ..model.steps_log import Attempt, StepRecord, StepStatus
from .aim import Aim
from .between import back_off, remedy
from .call_notes import CallNotes
from .error_facts import error_name, error_text
from .forgiving import POINTLESS, had_no_effect
from .frame import Frame
from .guard import ask
from .observing import observe
from .order import Order
from .retry import Failure, GiveUp, decide
from .reviving import Evidence, judge
from .signals import Undecided
from .targets import gone, gone_text, is_gone

type Send = Callable[[Any, Frame, Order, dict[str, Any]], Awaitable[Any]]


@dataclass(slots=True, eq=False)
class _Trouble:
    """Why an attempt was not enough."""

    text: str
    left: tuple[str, ...]
    error: Exception | None = None
    untouched: bool = False


async def _in_time(call: Awaitable[Any], seconds: float) -> Any:
    limit = asyncio.timeout(seconds)
    try:
        async with limit:
            return await call
    except TimeoutError as error:
        if not limit.expired():
            raise
        text = f"the attempt took longer than {seconds:g} s"
        raise TimeoutError(text) from error


class Effort:
    """The working state of one call."""

    __slots__ = (
        "_aim",
        "_before",
        "_frame",
        "_left",
        "_notes",
        "_order",
        "_record",
        "_response",
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
        """Prepare to ``send`` the order, each time with what is left of its data."""
        self._step = step
        self._frame = frame
        self._record = record
        self._order = order
        self._aim = aim
        self._send = send
        self._left = order.entity_ids
        self._before: dict[str, State | None] = {}
        self._response: Any = None
        memory = frame.run.memory
        self._notes = None if memory is None else CallNotes(memory, record.path)

    async def make(self, past: CallHistory | None = None) -> Any:
        """Return the response; raise the last error when nothing more is tried.

        ``past`` is what an earlier life of the run has done of it.
        """
        record, log = self._record, self._frame.run.recorder.log
        record.targets = self._order.entity_ids
        self._remember()
        began = started = record.started
        if past is not None and past.begun:
            log.attempts += record.attempts
            began -= past.age
            if await self._take_up(past):
                return None
        elif self._aim is not None and self._is_done_already(self._aim):
            return None
        else:
            log.calls += 1
        try:
            while True:
                record.attempts += 1
                log.attempts += 1
                response, trouble = await self._attempt()
                if trouble is None:
                    self._note_success()
                    return response
                await self._try_again(trouble, began, started)
                log.retried += record.attempts == 1
                started = self._frame.run.time()
        finally:
            run = self._frame.run
            if run.settings.observe:
                seconds = run.time() - began
                observe(run, record, self._aim, self._before, seconds)

    async def _take_up(self, past: CallHistory) -> bool:
        """Go on where the call was broken off; True if there is nothing left to do."""
        record, run = self._record, self._frame.run
        if past.intents:
            self._left = tuple(past.intents[-1]["left"])
            if self._notes is not None:
                self._notes.take_up()
        if not past.in_flight:
            last = past.attempts[-1]
            self._left = tuple(last["targets"]) if self._order.judged else self._left
            await self._wait(self._left, last["delay"] or 0)
            return False
        # What went out is made again under its own number, it was never counted.
        record.attempts = past.intents[-1]["number"] - 1
        match judge(past, self._evidence(past)):
            case Verdict.DONE:
                record.note = "done before the restart"
                self._note_success()
                return True
            case Verdict.GIVE_UP:
                raise ServiceCallError(
                    action=record.action, error="given up by a person"
                )
            case None:
                undecided = Undecided(record.path)
                run.pace.abandon(undecided)
                raise undecided
        return False

    def _evidence(self, past: CallHistory) -> Evidence:
        hass, aim, memory = self._frame.run.hass, self._aim, self._frame.run.memory
        amiss = () if aim is None else aim.unmet(hass, aim.looked_at(self._left))
        met = (
            aim is not None
            and not self._order.returns
            and not amiss
            and aim.template is None
            and aim.is_seen(hass, self._left) is True
        )
        now = {i: hass.states.get(i) for i in self._left}
        before = past.before
        shown = memory.snapshots(now) if memory is not None else {}
        same = bool(shown) and all(shown[i] == before.get(i) for i in shown)
        # What is as expected, or cannot be judged, would look the same after the call.
        untouched = same and aim is not None and amiss == aim.looked_at(self._left)
        return Evidence(met=met, untouched=untouched, repeat=self._repeat)

    def _remember(self) -> None:
        aim, ids = self._aim, self._order.entity_ids
        if aim is not None:
            ids += aim.look_at or ()
        if ids:
            get = self._frame.run.hass.states.get
            self._before = {entity_id: get(entity_id) for entity_id in ids}
        if aim is not None:
            aim.before = self._before.copy()

    def _is_done_already(self, aim: Aim) -> bool:
        record = self._record
        record.expected = aim.text()
        if not aim.skip_if_already:
            return False
        if (left := aim.undone(self._frame, self._left)) is not None:
            self._left = left
            return False
        record.status, record.note = StepStatus.SKIPPED, "already so"
        record.seen = True
        self._frame.run.recorder.log.note_seen(record.seen)
        return True

    async def _attempt(self) -> tuple[Any, _Trouble | None]:
        hass, left = self._frame.run.hass, self._left
        away = gone(hass, left) if self._order.judged else ()
        reached = tuple(i for i in left if i not in away) if away else left
        if self._frame.run.settings.ignore_missing:
            away = ()
        if away and not reached:
            return None, _Trouble(gone_text(hass, away), away, untouched=True)
        if self._aim is not None:
            self._aim.begin(hass, reached)
        data = self._order.narrowed(left)
        if (run := self._frame.run).guard is not None:
            ask(run, self._record.path, self._order)
        if self._notes is not None and self._notes.intent(
            self._order, self._record.attempts, left, self._before, self._repeat
        ):
            await self._notes.settled()
        try:
            timeout = self._policy.attempt_timeout
            call = self._send(self._step, self._frame, self._order, data)
            answer = await (call if timeout is None else _in_time(call, timeout))
        except Exception as error:  # noqa: BLE001 - decided on, and raised again
            return None, await self._after_error(error, reached, away)
        self._response = self._order.joined(self._response, answer)
        amiss = () if self._aim is None else await self._look(self._aim, reached)
        if not amiss and not away:
            return self._response, None
        return None, self._not_enough(amiss, away)

    async def _look(self, aim: Aim, reached: tuple[str, ...]) -> tuple[str, ...]:
        frame = self._frame
        hass = frame.run.hass
        if aim.template is None and not aim.unmet(hass, aim.looked_at(reached)):
            return ()
        frame.run.recorder.waiting(self._record)
        async with frame.run.pace.resting():
            return await aim.look(frame, reached)

    async def _after_error(
        self, error: Exception, reached: tuple[str, ...], away: tuple[str, ...]
    ) -> _Trouble | None:
        """Look what is left: a call that raised may have been done for some or all."""
        text, aim, hass = error_text(error), self._aim, self._frame.run.hass
        trouble = _Trouble(text, self._left, error, had_no_effect(error))
        if isinstance(error, POINTLESS) or aim is None or self._order.returns:
            return trouble
        if self._repeat is not Repeat.ABSOLUTE:
            amiss = await self._look(aim, reached)
        elif aim.is_elsewhere:
            return trouble
        else:
            amiss = aim.unmet(hass, reached)
        if aim.is_elsewhere:
            trouble.untouched = bool(amiss) and aim.is_untouched(hass, reached)
            return trouble
        # What was so before the call says nothing about the call.
        left = tuple(i for i in reached if i in amiss or aim.has_not_moved(hass, i))
        if not left and not away and reached:
            self._record.note = f"it raised, but was done: {text}"
            return None
        trouble.left = left + away or self._left
        trouble.untouched = bool(left or away) and aim.is_untouched(hass, left)
        return trouble

    def _not_enough(self, amiss: tuple[str, ...], away: tuple[str, ...]) -> _Trouble:
        hass, untouched = self._frame.run.hass, True
        parts = [gone_text(hass, away)] if away else []
        if amiss and self._aim is not None:
            parts.append(self._aim.complaint(hass, amiss))
            untouched = self._aim.is_untouched(hass, amiss)
            self._record.seen = False
        left = tuple(i for i in self._order.entity_ids if i in amiss or i in away)
        return _Trouble("; ".join(parts), left or self._left, untouched=untouched)

    @property
    def _policy(self) -> RetryPolicy:
        overrides = self._step.keys.retry
        policy = self._frame.run.settings.retry
        return policy if overrides is None else policy.merged(overrides)

    @property
    def _repeat(self) -> Repeat:
        if (idempotent := self._step.keys.idempotent) is None:
            return self._order.repeat
        return Repeat.ABSOLUTE if idempotent else Repeat.RELATIVE

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
        attempt = Attempt(record.attempts, trouble.text, now - started, trouble.left)
        attempt.type = error_name(trouble.error) if trouble.error else None
        if isinstance(delay, GiveUp):
            run.recorder.attempt_failed(record, attempt)
            self._give_up(trouble, delay)
        attempt.delay = delay
        run.recorder.attempt_failed(record, attempt)
        if self._notes is not None:
            self._notes.attempt(attempt)
        self._left = trouble.left if self._order.judged else self._left
        if self._step.remedy:
            await remedy(self._step, self._frame, record, trouble.error, trouble.text)
            deadline = self._policy.deadline
            if deadline is not None and run.time() - began + delay > deadline:
                attempt.delay = None
                self._give_up(trouble, GiveUp.DEADLINE)
        await self._wait(trouble.left, delay)

    async def _wait(self, left: tuple[str, ...], delay: float) -> None:
        judged = self._order.judged
        await back_off(self._frame, self._record, delay, left=left, judged=judged)

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

    def _note_success(self) -> None:
        record, run = self._record, self._frame.run
        if self._aim is not None:
            ids = self._order.entity_ids
            if run.settings.ignore_missing:
                ids = tuple(i for i in ids if not is_gone(run.hass, i))
            record.seen = self._aim.is_seen(run.hass, ids)
        run.recorder.log.note_seen(record.seen)
