"""An error as people and templates see it."""

from typing import Any

from ..model.steps_log import StepRecord
from .signals import Abort


def error_text(error: BaseException) -> str:
    """Return the text of an error; its type stands for one that has no text."""
    cause = error.__cause__ if isinstance(error, Abort) else None
    return str(error) or (str(cause) if cause else "") or type(cause or error).__name__


def error_facts(
    error: BaseException | None, record: StepRecord, *, text: str | None = None
) -> dict[str, Any]:
    """Return the variable ``error``: type, message, step and attempts."""
    return {
        "type": _name(error),
        "message": text or (error_text(error) if error else ""),
        "step": record.path,
        "attempts": record.attempts,
    }


def _name(error: BaseException | None) -> str:
    if error is None:
        return "ServiceCallError"
    if isinstance(error, Abort) and error.__cause__ is not None:
        error = error.__cause__
    return type(error).__name__
