"""Whether an error says that somebody was not reached, or not in time.

Integrations pass such an error on as their own, with the true one as its cause.
"""

from collections.abc import Iterator
from socket import gaierror
from typing import Final

import aiohttp
import httpx

UNREACHED: Final[tuple[type[Exception], ...]] = (
    TimeoutError,
    ConnectionError,
    gaierror,
    aiohttp.ClientConnectionError,
    httpx.TransportError,
)
"""What the libraries raise by which Home Assistant speaks to others."""

_DEEPEST: Final = 20


def is_unreached(error: BaseException) -> bool:
    """Tell whether an error, or anything that it came from, is one of these."""
    return any(isinstance(one, UNREACHED) for one in _causes(error, 0))


def _causes(error: BaseException, depth: int) -> Iterator[BaseException]:
    yield error
    if depth == _DEEPEST:
        return
    if isinstance(error, BaseExceptionGroup):
        for one in error.exceptions:
            yield from _causes(one, depth + 1)
    if error.__cause__ is not None:
        yield from _causes(error.__cause__, depth + 1)
