"""An error as people and templates see it, and as it is written down and read back."""

from collections.abc import Mapping
from typing import Any, Final

from homeassistant.exceptions import HomeAssistantError, TemplateError

from ..errors import ActionExecutionError
from ..model.steps_log import StepRecord
from .forgiving import may_continue
from .signals import Abort

_PASSABLE: Final = "passable"
_ABORT: Final = "abort"
_FATAL: Final = "fatal"


class RecordedError(HomeAssistantError):
    """An error from an earlier life of the run, which ``continue_on_error`` passes over."""

    def __init__(self, facts: Mapping[str, Any]) -> None:
        """Keep its name and its text; the object itself is gone."""
        super().__init__(facts["message"])
        self.type_name = str(facts["type"])
        self.root_name = str(facts.get("root", self.type_name))


class RecordedFatalError(TemplateError):
    """The same for an error that nothing passes over."""

    def __init__(self, facts: Mapping[str, Any]) -> None:
        """Keep its name and its text."""
        super().__init__(facts["message"])
        self.type_name = str(facts["type"])
        self.root_name = str(facts.get("root", self.type_name))


def error_text(error: BaseException) -> str:
    """Return the text of an error; its type stands for one that has no text."""
    cause = error.__cause__ if isinstance(error, Abort) else None
    return str(error) or (str(cause) if cause else "") or type(cause or error).__name__


def error_name(error: BaseException) -> str:
    """Return the type of an error by name, of an abort that of its cause."""
    if isinstance(error, Abort):
        if error.__cause__ is None:
            return "Stop"
        error = error.__cause__
    if isinstance(error, (RecordedError, RecordedFatalError)):
        return error.type_name
    return type(error).__name__


def root_name(error: BaseException) -> str:
    """Return the type, by name, of what is behind an error.

    That attempts failed says nothing of why, nor does Home Assistant's most general
    error, in which integrations wrap what they have met.
    """
    while isinstance(cause := error.__cause__, Exception) and (
        isinstance(error, ActionExecutionError) or type(error) is HomeAssistantError
    ):
        error = cause
    if isinstance(error, (RecordedError, RecordedFatalError)):
        return error.root_name
    return error_name(error)


def error_facts(
    error: BaseException | None, record: StepRecord, *, text: str | None = None
) -> dict[str, Any]:
    """Return the variable ``error``: type, message, step and attempts."""
    return {
        "type": "ServiceCallError" if error is None else error_name(error),
        "message": text or (error_text(error) if error else ""),
        "step": record.path,
        "attempts": record.attempts,
    }


def written_down(error: Exception) -> dict[str, Any]:
    """Return what has to be written down so that the error can be raised again."""
    kind = _ABORT if isinstance(error, Abort) else _FATAL
    if may_continue(error):
        kind = _PASSABLE
    facts = {"type": error_name(error), "message": error_text(error), "kind": kind}
    root = root_name(error)
    return facts if root == facts["type"] else {**facts, "root": root}


def recorded_error(facts: Mapping[str, Any]) -> Exception:
    """Return an error that the run treats as it treated the one written down."""
    if facts["kind"] == _ABORT:
        abort = Abort(facts["message"])
        abort.__cause__ = RecordedError(facts)
        return abort
    return (RecordedError if facts["kind"] == _PASSABLE else RecordedFatalError)(facts)
