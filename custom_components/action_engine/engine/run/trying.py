"""The block that scripts do not have: try, catch, finally."""

import asyncio
from typing import Any

from ..model.plan import TryStep
from ..model.steps_log import StepRecord
from .error_facts import error_facts
from .frame import Frame
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
    if not step.final or frame.run.pace.silent:
        return
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        # Without this the pace of a cancelled run would stop the first step here.
        frame.run.pace.last_words = True
    await frame.block(step.final, _knowing(frame, record, "finally", facts))


def _knowing(
    frame: Frame, record: StepRecord, part: str, facts: dict[str, Any] | None
) -> Frame:
    inner = frame.scope(f"{record.path}/{part}/")
    if facts is not None:
        inner.variables.define_local("error", facts)
    return inner
