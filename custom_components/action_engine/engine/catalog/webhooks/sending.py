"""The one place that sends something to a server outside."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from http import HTTPStatus
import time

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientResponse,
    ClientSession,
    ClientSSLError,
    ConnectionTimeoutError,
    ThreadedResolver,
)
from aiohttp.abc import AbstractResolver
from yarl import URL

from ...errors import (
    ActionEngineError,
    WebhookFailedError,
    WebhookRefusedError,
    WebhookRejectedError,
    WebhookUnreachableError,
)
from ...model.webhook import Webhook, WebhookAnswer, WebhookCall
from .connecting import AddressRefusedError, open_session
from .locations import location
from .outgoing import Outgoing, outgoing
from .reading import answer
from .retrying import UNTAKEN, is_harmless_twice, may_follow, retry_after, wait_before

_CHUNK = 16 * 1024


@dataclass(frozen=True, slots=True)
class _Trouble:
    """Why an attempt was not enough, and whether another one may follow."""

    error: ActionEngineError
    again: bool = False
    after: float | None = None
    """Seconds that the server asks for."""


@dataclass(slots=True, kw_only=True)
class Sender:
    """Calls endpoints; what it waits by and looks names up with can be exchanged."""

    resolver: Callable[[], AbstractResolver] = ThreadedResolver
    sleep: Callable[[float], Awaitable[object]] = field(default=asyncio.sleep)
    now: Callable[[], float] = time.time

    async def send(self, webhook: Webhook, call: WebhookCall) -> WebhookAnswer:
        """Return the answer to a call; raise what went wrong, without any secret.

        ``InvalidActionError``, ``WebhookRefusedError``, ``WebhookRejectedError``: the
        same call would fail again. ``WebhookUnreachableError``: nothing was done.
        ``WebhookFailedError``: nobody knows what was done.
        """
        url, ready = location(webhook, call.path), outgoing(webhook, call)
        harmless = is_harmless_twice(webhook, call)
        attempt = 0
        while True:
            attempt += 1
            found = await self._attempt(webhook, url, ready, attempt, harmless=harmless)
            if isinstance(found, WebhookAnswer):
                return found
            if not found.again or attempt > webhook.retries:
                raise found.error
            await self.sleep(wait_before(attempt, found.after))

    async def _attempt(
        self,
        webhook: Webhook,
        url: URL,
        ready: Outgoing,
        number: int,
        *,
        harmless: bool,
    ) -> WebhookAnswer | _Trouble:
        try:
            # One limit around everything: the clean-up of a session counts, too.
            async with asyncio.timeout(webhook.timeout):
                return await self._exchange(
                    webhook, url, ready, number, harmless=harmless
                )
        except (ClientError, OSError, TimeoutError) as error:
            # Texts of these name the address, in which a secret may stand.
            return _trouble(webhook, error, harmless=harmless)

    async def _exchange(
        self,
        webhook: Webhook,
        url: URL,
        ready: Outgoing,
        number: int,
        *,
        harmless: bool,
    ) -> WebhookAnswer | _Trouble:
        async with (
            open_session(webhook, self.resolver()) as session,
            _request(session, url, ready, webhook, self.now()) as response,
        ):
            status = response.status
            if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
                return _Trouble(
                    _status_error(webhook, status),
                    may_follow(status, harmless=harmless),
                    retry_after(response.headers.get("Retry-After"), self.now()),
                )
            body = await _read(response, webhook.max_response + 1)
            return answer(
                webhook,
                status=status,
                headers=response.headers,
                body=body[: webhook.max_response],
                truncated=len(body) > webhook.max_response,
                attempts=number,
            )


def _request(
    session: ClientSession, url: URL, ready: Outgoing, webhook: Webhook, now: float
) -> AbstractAsyncContextManager[ClientResponse]:
    return session.request(
        ready.method,
        url,
        data=ready.body or None,
        headers=ready.signed(webhook, now),
        allow_redirects=False,
        skip_auto_headers=("Content-Type",),
    )


async def _read(response: ClientResponse, most: int) -> bytes:
    """Return the beginning of a body, and read no further."""
    found = bytearray()
    async for chunk in response.content.iter_chunked(_CHUNK):
        found += chunk
        if len(found) >= most:
            break
    return bytes(found[:most])


def _status_error(webhook: Webhook, status: int) -> ActionEngineError:
    kind: type[ActionEngineError] = WebhookFailedError
    if status in UNTAKEN:
        kind = WebhookUnreachableError
    elif status < HTTPStatus.INTERNAL_SERVER_ERROR:
        kind = WebhookRejectedError
    return kind(endpoint=webhook.name, reason=f"the server answered {_word(status)}")


def _word(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _trouble(webhook: Webhook, error: Exception, *, harmless: bool) -> _Trouble:
    cause = error.os_error if isinstance(error, ClientConnectorError) else error
    name = webhook.name
    if isinstance(cause, AddressRefusedError):
        reason = f"its address may not be reached: {cause}"
        return _Trouble(WebhookRefusedError(endpoint=name, reason=reason))
    if isinstance(error, ClientSSLError):
        reason = "the server cannot prove who it is"
        return _Trouble(WebhookRefusedError(endpoint=name, reason=reason))
    if isinstance(error, ClientConnectorError | ConnectionTimeoutError):
        reason = "there is no connection to the server"
        return _Trouble(
            WebhookUnreachableError(endpoint=name, reason=reason), again=True
        )
    reason = "the connection was lost before the answer was there"
    if isinstance(error, TimeoutError):
        reason = f"there was no answer within {webhook.timeout:g} s"
    return _Trouble(WebhookFailedError(endpoint=name, reason=reason), again=harmless)
