"""The block that scripts do not have: try, catch, finally."""

import asyncio
from collections.abc import Awaitable, Coroutine
from typing import Any

from homeassistant.util.async_ import create_eager_task

from ..model.plan import TryStep
from ..model.steps_log import StepRecord
from .error_facts import error_facts, error_text
from .frame import Frame
from .pace import last_words
from .signals import ConditionFailed, Misfit, Stop, Undecided


async def try_catch(step: TryStep, frame: Frame, record: StepRecord) -> None:
    """Run the body, the catch if it fails, and the end whatever happened.

    Every error is caught, also ``stop`` with ``error: true`` and a timeout; ``stop``
    without an error is a wish and goes through. The end runs on cancellation too:
    a valve that a run has opened is closed when the run is cancelled. It waits if the
    run is broken off to be taken up again.
    """
    facts: dict[str, Any] | None = None
    try:
        try:
            await frame.block(step.body, frame.at(f"{record.path}/try/"))
        except Stop, ConditionFailed, Misfit, Undecided:
            raise
        except Exception as error:
            facts = error_facts(error, frame.run.recorder.origin(error) or record)
            if step.catch is None:
                raise
            record.note = "caught"
            frame.run.recorder.forgive()
            await frame.block(step.catch, _knowing(frame, record, "catch", facts))
    finally:
        await _finish(step, frame, record, facts)


async def _finish(
    step: TryStep, frame: Frame, record: StepRecord, facts: dict[str, Any] | None
) -> None:
    """Run the end to its end, even if the run is cancelled before or meanwhile."""
    pace, task = frame.run.pace, asyncio.current_task()
    if not step.final or pace.silent:
        return
    inner = _knowing(frame, record, "finally", facts)
    with last_words():
        if task is not None and task.cancelling():
            await _forgiven(frame.block(step.final, inner), record)
        else:
            await _undisturbed(frame.block(step.final, inner), frame, record)


async def _forgiven(end: Awaitable[None], record: StepRecord) -> None:
    """Run the end of a cancelled block: what fails in it must not call that off."""
    try:
        await end
    except Exception as error:  # noqa: BLE001 - it stands in the log as a step of its own
        record.note = f"its end failed: {error_text(error)}"


async def _undisturbed(
    end: Coroutine[Any, Any, None], frame: Frame, record: StepRecord
) -> None:
    """Run the end in a task of its own, so that a cancellation does not break it off."""
    task = create_eager_task(end)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        if frame.run.pace.silent:
            task.cancel()
        # Also when it is done already: an error nobody fetches is logged by the loop.
        await _forgiven(task, record)
        raise


def _knowing(
    frame: Frame, record: StepRecord, part: str, facts: dict[str, Any] | None
) -> Frame:
    inner = frame.scope(f"{record.path}/{part}/")
    if facts is not None:
        inner.variables.define_local("error", facts)
    return inner
