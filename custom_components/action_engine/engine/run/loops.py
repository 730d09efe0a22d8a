"""The four loops. Each has a scope of its own, in which ``repeat`` is defined."""

import asyncio
from itertools import count as count_from
import logging
from typing import Any

from homeassistant.exceptions import TemplateError
from homeassistant.helpers.script import (
    REPEAT_TERMINATE_ITERATIONS,
    REPEAT_WARN_ITERATIONS,
)
from homeassistant.helpers.template import Template, render_complex

from ..model.plan import CountStep, ForEachStep, UntilStep, WhileStep
from ..model.steps_log import StepRecord
from .deciding import all_hold
from .frame import Frame
from .signals import Abort

_LOGGER = logging.getLogger(__name__)


def _inside(scope: Frame, record: StepRecord, index: int) -> Frame:
    return scope.at(f"{record.path}/repeat/{index}/sequence/")


def _define(
    scope: Frame, index: int, total: int | None = None, item: Any = None
) -> None:
    repeat: dict[str, Any] = {"first": index == 1, "index": index}
    if total:
        repeat["last"] = index == total
    if item is not None:
        repeat["item"] = item
    scope.variables.define_local("repeat", repeat)


async def repeat_count(step: CountStep, frame: Frame, record: StepRecord) -> None:
    """Repeat a number of times that may come from a template."""
    scope = frame.scope(frame.prefix)
    total = step.count
    if isinstance(total, Template):
        count = total
        total = await frame.decided(record.path, lambda: _rendered_count(count, scope))
    for index in range(1, total + 1):
        _define(scope, index, total)
        await frame.block(step.steps, _inside(scope, record, index))


def _rendered_count(count: Template, scope: Frame) -> int:
    try:
        return int(count.async_render(scope.names))
    except (TemplateError, ValueError) as error:
        raise Abort(f"repeat count cannot be rendered: {error}") from error


async def repeat_for_each(step: ForEachStep, frame: Frame, record: StepRecord) -> None:
    """Repeat for each item of a list."""
    scope = frame.scope(frame.prefix)
    items = await frame.decided(record.path, lambda: _rendered_items(step, scope))
    for index, item in enumerate(items, 1):
        _define(scope, index, len(items), item)
        await frame.block(step.steps, _inside(scope, record, index))


def _rendered_items(step: ForEachStep, scope: Frame) -> list[Any]:
    try:
        items = render_complex(step.items, scope.names)
    except (TemplateError, ValueError) as error:
        raise Abort(f"repeat for_each cannot be rendered: {error}") from error
    if not isinstance(items, list):
        text = "Repeat 'for_each' must be a list of items"
        raise Abort(text) from TypeError(text)
    return items


async def repeat_while(step: WhileStep, frame: Frame, record: StepRecord) -> None:
    """Repeat while the conditions hold; a condition that fails to evaluate ends it."""
    scope = frame.scope(frame.prefix)
    checkers = await step.checks.ready(frame.run.hass)
    for index in count_from(1):
        _define(scope, index)
        if not await frame.decided(
            f"{record.path}/while/{index}",
            lambda: all_hold(checkers, scope.names, record.path),
        ):
            break
        if index > 1:
            _limit(record, index - 1, "while")
            await asyncio.sleep(0)
        await frame.block(step.steps, _inside(scope, record, index))


async def repeat_until(step: UntilStep, frame: Frame, record: StepRecord) -> None:
    """Repeat until the conditions hold; a condition that fails to evaluate ends it."""
    scope = frame.scope(frame.prefix)
    checkers = await step.checks.ready(frame.run.hass)
    for index in count_from(1):
        _define(scope, index)
        await frame.block(step.steps, _inside(scope, record, index))
        holds = await frame.decided(
            f"{record.path}/until/{index}",
            lambda: all_hold(checkers, scope.names, record.path),
        )
        if holds is not False:
            break
        _limit(record, index, "until")
        await asyncio.sleep(0)


def _limit(record: StepRecord, done: int, kind: str) -> None:
    """Warn about, and then end, a loop whose condition never changes."""
    if done == REPEAT_WARN_ITERATIONS:
        _LOGGER.warning("%s: %s looped %s times", record.path, kind, done)
    if done >= REPEAT_TERMINATE_ITERATIONS:
        text = f"{kind} terminated because it looped {done} times"
        raise Abort(text) from RuntimeError(text)
