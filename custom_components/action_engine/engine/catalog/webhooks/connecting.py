"""Connections to addresses that were looked at, and to no others.

A name is looked up once for each attempt, the answer is judged, and the connection goes
to exactly this answer: a name that leads elsewhere a moment later changes nothing.
"""

import socket
from typing import Final, override

from aiohttp import ClientSession, ClientTimeout, DummyCookieJar, TCPConnector
from aiohttp.abc import AbstractResolver, ResolveResult

from homeassistant.util.ssl import get_default_context

from ...model.webhook import Webhook
from .addresses import why_refused

_CONNECT: Final = 0.8
"""Share of the time in which there has to be a connection: without one nothing was sent."""


class AddressRefusedError(OSError):
    """A name leads to an address to which nothing is sent."""


class CheckedResolver(AbstractResolver):
    """Looks names up with another resolver, and judges what that finds."""

    def __init__(self, inner: AbstractResolver, *, allow_private: bool) -> None:
        """Judge the answers of ``inner``."""
        self._inner = inner
        self._allow_private = allow_private

    @override
    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_UNSPEC,
    ) -> list[ResolveResult]:
        """Return all addresses of a name; raise if one of them may not be reached.

        A server in the internet has no second address in this home.
        """
        found = await self._inner.resolve(host, port, family)
        if not found:
            raise OSError("the name has no address")
        for one in found:
            check_address(one["host"], allow_private=self._allow_private)
        return found

    @override
    async def close(self) -> None:
        """Let go of what the other resolver holds."""
        await self._inner.close()


def check_address(text: str, *, allow_private: bool) -> None:
    """Raise ``AddressRefusedError`` for an address that may not be reached."""
    if (why := why_refused(text, allow_private=allow_private)) is not None:
        raise AddressRefusedError(why)


def open_session(webhook: Webhook, inner: AbstractResolver) -> ClientSession:
    """Return a session for one call: no proxy, no cookies, no kept connection."""
    resolver = CheckedResolver(inner, allow_private=webhook.allow_private)

    def last_look(info: tuple[int, int, int, str, tuple[object, ...]]) -> socket.socket:
        # A host that is an address by itself asks no resolver.
        check_address(str(info[4][0]), allow_private=webhook.allow_private)
        return socket.socket(family=info[0], type=info[1], proto=info[2])

    connector = TCPConnector(
        resolver=resolver,
        use_dns_cache=False,
        force_close=True,
        ssl=get_default_context(),
        socket_factory=last_look,
    )
    return ClientSession(
        connector=connector,
        cookie_jar=DummyCookieJar(),
        trust_env=False,
        timeout=ClientTimeout(
            total=webhook.timeout, connect=webhook.timeout * _CONNECT
        ),
    )
