"""What happens between two attempts of a call: a remedy, and a wait."""

import asyncio
from contextlib import nullcontext

from ..model.plan import EffortStep
from ..model.steps_log import StepRecord
from .error_facts import error_facts, error_text
from .frame import Frame
from .signals import Misfit, Stop, Undecided
from .targets import is_gone
from .watching import watch_entities


async def remedy(
    step: EffortStep,
    frame: Frame,
    record: StepRecord,
    error: Exception | None,
    text: str,
) -> None:
    """Run the remedy of a step with ``attempt`` and ``error`` as variables."""
    inner = frame.scope(f"{record.path}/remedy/{record.attempts}/")
    facts = error_facts(error, record, text=text)
    inner.variables.define_local("error", facts)
    inner.variables.define_local("attempt", record.attempts)
    try:
        await frame.block(step.remedy, inner)
    except Stop, Misfit, Undecided:
        raise
    except Exception as failed:  # noqa: BLE001 - it must not take the attempts away
        record.note = f"the remedy failed: {error_text(failed)}"
        frame.run.recorder.forgive()


async def back_off(
    frame: Frame,
    record: StepRecord,
    delay: float,
    *,
    left: tuple[str, ...],
    judged: bool,
) -> None:
    """Wait for the next attempt; not longer than until all that is left is back."""
    run = frame.run
    hass = run.hass
    if run.memory is not None:
        delay = run.memory.until(f"{record.path}/backoff/{record.attempts}", delay)
    async with run.pace.backing_off() if delay else nullcontext():
        if judged and left and all(is_gone(hass, i) for i in left):
            await watch_entities(hass, left, lambda i: not is_gone(hass, i), delay)
        else:
            await asyncio.sleep(delay)
