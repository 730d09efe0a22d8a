"""What goes wrong on the REST and the WebSocket API, as a status and two words."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from math import ceil
from typing import Any, Final

from homeassistant.exceptions import (
    HomeAssistantError,
    ServiceValidationError,
    Unauthorized,
)

from .engine.errors import (
    ActionEngineError,
    AlreadyRunningError,
    ApprovalNotFoundError,
    ApprovalRefusedError,
    EngineDisabledError,
    ExecutionNotFoundError,
    FloodedError,
    JournalUnavailableError,
    NothingToUndoError,
    NotRepeatableError,
    QueueFullError,
    RequestDeniedError,
    RequestError,
)

_MINUTE: Final = 60

_STATUS: Final[Mapping[type[ActionEngineError], HTTPStatus]] = {
    RequestDeniedError: HTTPStatus.FORBIDDEN,
    AlreadyRunningError: HTTPStatus.CONFLICT,
    ApprovalRefusedError: HTTPStatus.CONFLICT,
    NothingToUndoError: HTTPStatus.CONFLICT,
    NotRepeatableError: HTTPStatus.CONFLICT,
    FloodedError: HTTPStatus.TOO_MANY_REQUESTS,
    EngineDisabledError: HTTPStatus.SERVICE_UNAVAILABLE,
    JournalUnavailableError: HTTPStatus.SERVICE_UNAVAILABLE,
    QueueFullError: HTTPStatus.SERVICE_UNAVAILABLE,
}
"""Of what is no fault in the data; every other ``RequestError`` is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why there is no answer."""

    status: HTTPStatus
    code: str
    message: str
    retry_after: int | None = None
    """Seconds after which it is worth another try."""

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {"code": self.code, "message": self.message}


NOT_FOUND: Final = Refusal(
    status=HTTPStatus.NOT_FOUND,
    code="not_found",
    message="There is nothing here with this id that you may do this with",
)
"""The same whatever is amiss: who guesses ids learns nothing, not even from the words."""

NOT_LOADED: Final = Refusal(
    status=HTTPStatus.SERVICE_UNAVAILABLE,
    code="not_loaded",
    message="Action Engine is not loaded",
)


NOT_ALLOWED: Final = Refusal(
    status=HTTPStatus.FORBIDDEN,
    code="unauthorized",
    message="Only administrators may do this",
)


class TooManyRequestsError(HomeAssistantError):
    """Somebody asks too often."""

    def __init__(self, seconds: float) -> None:
        """``seconds`` is how long he has to wait."""
        super().__init__("Too many requests")
        self.seconds = seconds


class TooLargeError(HomeAssistantError):
    """Somebody sends too much."""

    def __init__(self, most: int) -> None:
        """``most`` is the number of bytes that are taken."""
        super().__init__(f"More than {most} bytes")


_FIXED: Final[Mapping[type[HomeAssistantError], Refusal]] = {
    ExecutionNotFoundError: NOT_FOUND,
    ApprovalNotFoundError: NOT_FOUND,
    Unauthorized: NOT_ALLOWED,
}
"""What is answered in the same words whatever it was about."""


def refusal_of(error: HomeAssistantError) -> Refusal:
    """Return what is answered in place of what failed."""
    message = str(error)
    for kind, refusal in _FIXED.items():
        if isinstance(error, kind):
            return refusal
    if isinstance(error, TooManyRequestsError):
        return Refusal(
            status=HTTPStatus.TOO_MANY_REQUESTS,
            code="too_many_requests",
            message=message,
            retry_after=max(ceil(error.seconds), 1),
        )
    if isinstance(error, TooLargeError):
        status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        return Refusal(status=status, code="too_large", message=message)
    if isinstance(error, ActionEngineError):
        return _of_engine(error)
    # The one thing that Home Assistant itself refuses is an entry that is not loaded.
    if isinstance(error, ServiceValidationError):
        return NOT_LOADED
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    return Refusal(status=status, code="home_assistant_error", message=message)


def _of_engine(error: ActionEngineError) -> Refusal:
    status = _STATUS.get(type(error))
    if status is None:
        wrong = isinstance(error, RequestError)
        status = HTTPStatus.BAD_REQUEST if wrong else HTTPStatus.INTERNAL_SERVER_ERROR
    wait = _MINUTE if status is HTTPStatus.TOO_MANY_REQUESTS else None
    return Refusal(status=status, code=error.code, message=str(error), retry_after=wait)
