"""What sort of thing went wrong with a call of a plan, by the name of its exception.

The name is what outlives a restart. A class stands for all that is derived from it.
"""

from collections.abc import Iterator, Mapping
from typing import Final

import probatio
import voluptuous as vol

from homeassistant.exceptions import ServiceNotFound

from ..errors import (
    CallDeniedError,
    InvalidActionError,
    SourceNotFoundError,
    ToolAnswerError,
    ToolNotFoundError,
    ToolUnreachableError,
    WebhookNotFoundError,
    WebhookUnreachableError,
)
from ..model.decision import ErrorCategory
from .reach import UNREACHED

_FAULTS: Final[Mapping[type[Exception], ErrorCategory]] = {
    ServiceNotFound: ErrorCategory.CONFIGURATION,
    ToolNotFoundError: ErrorCategory.CONFIGURATION,
    SourceNotFoundError: ErrorCategory.CONFIGURATION,
    WebhookNotFoundError: ErrorCategory.CONFIGURATION,
    ToolUnreachableError: ErrorCategory.NETWORK,
    WebhookUnreachableError: ErrorCategory.NETWORK,
    **dict.fromkeys(UNREACHED, ErrorCategory.NETWORK),
    ToolAnswerError: ErrorCategory.FORMAT,
    InvalidActionError: ErrorCategory.FORMAT,
    probatio.Invalid: ErrorCategory.FORMAT,
    vol.Invalid: ErrorCategory.FORMAT,
}

_MISSING_PART: Final = LookupError.__name__
"""A reference to a part that a result does not have. What is derived from it is not
meant: a ``KeyError`` is a defect of whoever was called."""


def category_of(kind: str | None) -> str | None:
    """Return an ``ErrorCategory`` as plain text; None if the gate has said no.

    Whatever nobody knows is the failure of the tool itself.
    """
    if kind == CallDeniedError.__name__:
        return None
    if kind == _MISSING_PART:
        return ErrorCategory.FORMAT.value
    for base, category in _FAULTS.items():
        if any(one.__name__ == kind for one in _family(base)):
            return category.value
    return ErrorCategory.TOOL.value


def _family(base: type[Exception]) -> Iterator[type[Exception]]:
    yield base
    for one in base.__subclasses__():
        yield from _family(one)
