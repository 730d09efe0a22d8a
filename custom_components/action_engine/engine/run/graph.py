"""Steps of which each begins as soon as those that it needs are done.

A step that fails takes those with it that need it, and no others: what does not depend
on it goes on to its end, and then the graph fails.
"""

import asyncio
from bisect import insort
from enum import StrEnum
from typing import Any

from ..model.own_steps import GraphStep, Node
from ..model.steps_log import StepRecord, StepStatus
from .error_facts import error_text, root_name
from .frame import Frame
from .signals import ConditionFailed, Halt


class NodeState(StrEnum):
    """How a node stands, as its result says it."""

    PENDING = "pending"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    SKIPPED = "skipped"


_LOST = frozenset({NodeState.FAILED, NodeState.SKIPPED})


async def run_graph(step: GraphStep, frame: Frame, record: StepRecord) -> None:
    """Run all nodes, as many at once as may; raise the error of one that failed."""
    walk = _Walk(step, frame, record.path)
    await walk.go_on()
    if step.response_variable:
        frame.assign({step.response_variable: walk.results})
        frame.run.recorder.response_variables.add(step.response_variable)
    walk.finish()


class _Walk:
    """One way through one graph."""

    def __init__(self, step: GraphStep, frame: Frame, path: str) -> None:
        self.results: dict[str, dict[str, Any]] = {}
        self._nodes = step.nodes
        self._free = step.max_parallel or len(step.nodes)
        self._frame = frame
        self._path = path
        self._states = [NodeState.PENDING] * len(step.nodes)
        self._left = [len(node.needs) for node in step.nodes]
        """By node how many of those that it needs are not done yet."""

        self._needed_by: list[list[int]] = [[] for _ in step.nodes]
        for index, node in enumerate(step.nodes):
            for one in node.needs:
                self._needed_by[one].append(index)
        self._ready = [index for index, left in enumerate(self._left) if not left]
        """What could begin, in the order of the plan."""

        self._has_lost = False
        self._errors: dict[int, Exception] = {}
        self._ending: Exception | None = None

    async def go_on(self) -> None:
        """Run what can begin now, and then what that has made possible.

        Whoever finishes a node takes all that is ready, so nothing has to be waited
        for that another arm will bring: an arm of a run that resumes either lives or
        is at its end.
        """
        while ready := self._take():
            if len(ready) > 1:
                split = self._frame.run.split(len(ready))
                await asyncio.gather(*(split(self._arm(index)) for index in ready))
                return
            await self._run(ready[0])

    def finish(self) -> None:
        """Raise what ended the run, or else the error that is known best."""
        if self._ending is not None:
            raise self._ending
        errors = [self._errors[index] for index in sorted(self._errors)]
        recorder = self._frame.run.recorder
        if errors:
            raise next((e for e in errors if recorder.origin(e) is not None), errors[0])

    async def _arm(self, index: int) -> None:
        await self._run(index)
        await self.go_on()

    def _take(self) -> list[int]:
        if self._ending is not None:
            return []
        if self._has_lost:
            self._skip_the_lost()
        ready, self._ready = self._ready[: self._free], self._ready[self._free :]
        self._free -= len(ready)
        for index in ready:
            self._states[index] = NodeState.RUNNING
        return ready

    def _skip_the_lost(self) -> None:
        """Pass over all that needs what has failed, and what needs that in turn."""
        found, self._has_lost = True, False
        while found:
            found = False
            for index, node in enumerate(self._nodes):
                lost = [one for one in node.needs if self._states[one] in _LOST]
                if lost and self._states[index] is NodeState.PENDING:
                    found = True
                    self._skip(index, self._nodes[lost[0]])

    def _skip(self, index: int, needed: Node) -> None:
        node, run = self._nodes[index], self._frame.run
        step = node.steps[0]
        record = run.recorder.begin(step, self._place(index) + step.label, run.time())
        record.note = f"it needs {needed.id}, which was not done"
        run.recorder.end(record, StepStatus.SKIPPED, run.time())
        self._end(index, NodeState.SKIPPED, error=record.note)

    async def _run(self, index: int) -> None:
        node = self._nodes[index]
        begun = len(self._frame.run.recorder.log.records)
        inner = self._frame.scope(self._place(index), parallel=True)
        try:
            await inner.sequence(node.steps)
        except ConditionFailed:
            self._end(index, NodeState.SKIPPED, error="its condition does not hold")
        except Halt as ending:
            self._ending = self._ending or ending
            self._end(index, NodeState.SKIPPED, error="the run has ended here")
        except Exception as error:  # noqa: BLE001 - others go on, it is raised at the end
            self._errors[index] = error
            told, kind = error_text(error), root_name(error)
            self._end(index, NodeState.FAILED, error=told, kind=kind)
        else:
            self._end_well(index, inner, begun)

    def _end_well(self, index: int, inner: Frame, begun: int) -> None:
        """End a node that raised nothing; it may have failed and been passed over."""
        record = self._record(index, begun)
        if record is not None and record.status is StepStatus.FAILED:
            self._end(
                index, NodeState.FAILED, error=record.error, kind=record.error_type
            )
            return
        variable = getattr(self._nodes[index].steps[0], "response_variable", None)
        result = inner.variables.get(variable) if variable else None
        self._end(index, NodeState.SUCCEEDED, result=result)

    def _record(self, index: int, begun: int) -> StepRecord | None:
        """Return the record of a node, which began when there were so many others."""
        path = self._place(index) + self._nodes[index].steps[0].label
        records = self._frame.run.recorder.log.records
        late = (records[at] for at in range(begun, len(records)))
        return next((one for one in late if one.path == path), None)

    def _place(self, index: int) -> str:
        return f"{self._path}/graph/{index}/"

    def _end(
        self,
        index: int,
        state: NodeState,
        *,
        result: Any = None,
        error: str | None = None,
        kind: str | None = None,
    ) -> None:
        if self._states[index] is NodeState.RUNNING:
            self._free += 1
        self._states[index] = state
        if state is NodeState.SUCCEEDED:
            self._release(index)
        else:
            self._has_lost = True
        told: dict[str, Any] = {"status": state.value}
        told |= {"result": result} if error is None else {"error": error}
        if kind is not None:
            told["type"] = kind
        self.results[self._nodes[index].id] = told

    def _release(self, index: int) -> None:
        """Let those begin that need nothing any more but what is done now."""
        for one in self._needed_by[index]:
            self._left[one] -= 1
            if not self._left[one]:
                insort(self._ready, one)
