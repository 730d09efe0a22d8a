"""How a run is broken off, and what its result is then."""

from ..model.outcome import Ending, RunResult
from .execution import Execution


def tell_to_end(execution: Execution, reason: str) -> None:
    """Cancel the run of an execution; its ``finally`` blocks still run."""
    if execution.cancel_reason is None:
        execution.cancel_reason = reason
        execution.pace.cancel()
        break_off(execution)


def break_off(execution: Execution) -> None:
    """Cancel the task of a run, whatever it does."""
    if execution.task is not None:
        execution.task.cancel()


def cancelled(execution: Execution) -> RunResult:
    """Return the result of a run that was cancelled, by the reason for it."""
    reason, error = execution.cancel_reason, execution.pace.abandoned
    if error is not None:
        return broken_off(execution, error.ending, error)
    if reason == Ending.SUSPENDED:
        return broken_off(execution, Ending.SUSPENDED)
    if reason != Ending.TIMEOUT:
        return broken_off(execution, Ending.CANCELLED)
    limit = "it may" if execution.timeout is None else f"{execution.timeout:g} s"
    late = TimeoutError(f"it took longer than {limit}")
    return broken_off(execution, Ending.TIMEOUT, late)


def broken_off(
    execution: Execution, ending: Ending, error: Exception | None = None
) -> RunResult:
    """Return the result of a run that could not give one itself."""
    recorder = execution.recorder
    return RunResult(
        ending=ending,
        log=recorder.log,
        variables=dict(recorder.variables),
        error=error,
    )
