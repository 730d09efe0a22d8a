"""What an undo has to say to somebody who does not read its answer."""

from collections.abc import Mapping
from typing import Any, Final

from .engine.errors import ActionExecutionError, NothingToUndoError
from .engine.model.steps_log import StepStatus
from .engine.model.undo import UndoWhat

_LEFT_ALONE: Final = {
    UndoWhat.SKIPPED.value,
    UndoWhat.ASKS.value,
    UndoWhat.IMPOSSIBLE.value,
}
_MOST: Final = 3
"""Reasons in one sentence."""


def raise_unless_undone(answer: Mapping[str, Any]) -> None:
    """Raise if an undo failed, or if there was something to undo and none of it ran."""
    if "execution_id" in answer:
        if not answer.get("success", True):
            _raise_failed(answer)
        return
    left = [item for item in answer["items"] if item["what"] in _LEFT_ALONE]
    if left or not answer["items"]:
        raise NothingToUndoError(what=_reasons(left) or "it changed nothing")


def _raise_failed(answer: Mapping[str, Any]) -> None:
    summary = answer["summary"]
    error = summary["error"] or {}
    # What does not follow is passed over, so that the others are set back all the same.
    failed = [
        f"{step['action']}: {step['error']}"
        for step in summary["steps"]
        if step["status"] == StepStatus.FAILED
    ]
    raise ActionExecutionError(
        name=summary["name"],
        execution_id=answer["execution_id"],
        error=error.get("message") or _few(failed) or answer["state"],
    )


def _reasons(left: list[Mapping[str, Any]]) -> str:
    return _few(
        [
            f"{item['entity_id'] or 'step ' + item['path']}: {item['reason']}"
            for item in left
        ]
    )


def _few(sentences: list[str]) -> str:
    more = len(sentences) - _MOST
    return "; ".join([*sentences[:_MOST], *([f"{more} more"] if more > 0 else [])])
