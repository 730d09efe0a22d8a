"""Steps that choose which steps run: sequence, if, choose, parallel."""

import asyncio

from ..model.plan import Branch, ChooseStep, IfStep, ParallelStep, SequenceStep
from ..model.steps_log import StepRecord
from .deciding import all_hold
from .frame import Frame


async def run_sequence(step: SequenceStep, frame: Frame, record: StepRecord) -> None:
    """Run the steps as a script within this one."""
    await frame.block(step.steps, frame.at(f"{record.path}/sequence/"))


async def decide(step: IfStep, frame: Frame, record: StepRecord) -> None:
    """Run ``then`` or ``else``; conditions that cannot be evaluated lead to ``else``."""
    checkers = await step.checks.ready(frame.run.hass)
    if await frame.decided(
        record.path, lambda: all_hold(checkers, frame.names, record.path)
    ):
        record.note = "then"
        await frame.block(step.then, frame.at(f"{record.path}/then/"))
    elif step.otherwise is not None:
        record.note = "else"
        await frame.block(step.otherwise, frame.at(f"{record.path}/else/"))


async def choose(step: ChooseStep, frame: Frame, record: StepRecord) -> None:
    """Run the first choice whose conditions hold, else the default."""
    hass = frame.run.hass
    # All of them, before any is looked at: one that cannot be set up fails the step.
    ready = [await choice.checks.ready(hass) for choice in step.choices]

    def find() -> int | None:
        held = (
            index
            for index, checkers in enumerate(ready)
            if all_hold(checkers, frame.names, record.path)
        )
        return next(held, None)

    found = await frame.decided(record.path, find)
    if found is not None:
        choice = step.choices[found]
        record.note = choice.alias or str(found)
        inner = frame.at(f"{record.path}/choose/{found}/sequence/")
        await frame.block(choice.steps, inner)
    elif step.default is not None:
        record.note = "default"
        await frame.block(step.default, frame.at(f"{record.path}/default/"))


async def run_parallel(step: ParallelStep, frame: Frame, record: StepRecord) -> None:
    """Run all branches to their end, then raise the first error in branch order."""

    async def run_branch(branch: Branch, prefix: str) -> None:
        if branch.enabled:
            await frame.block(branch.steps, frame.scope(prefix, parallel=True))
        else:
            record.note = "some branches are disabled"

    split = frame.run.split(len(step.branches))
    results = await asyncio.gather(
        *(
            split(run_branch(branch, f"{record.path}/parallel/{index}/sequence/"))
            for index, branch in enumerate(step.branches)
        ),
        return_exceptions=True,
    )
    for result in results:
        if isinstance(result, Exception):
            raise result
