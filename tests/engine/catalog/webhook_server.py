"""A real server on this machine that answers as a test wants, and remembers everything."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
import socket

from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.test_utils import TestServer

from custom_components.action_engine.engine.model.webhook import Webhook

type Answering = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Seen:
    """One request as it has come in."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Server:
    """Answers one response after the other, the last one again and again."""

    answers: list[Answering] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)
    url: str = ""

    async def start(self) -> TestServer:
        """Listen on a port of loopback."""
        app = web.Application()
        app.router.add_route("*", "/{tail:.*}", self._handle)
        server = TestServer(app, host="127.0.0.1")
        await server.start_server(access_log=None)
        self.url = str(server.make_url("/hook"))
        return server

    def will_answer(self, *statuses: int, headers=None, text="", kind="text/plain"):
        """Answer with these statuses, one after the other."""

        def make(status: int) -> Answering:
            async def respond(_: web.Request) -> web.StreamResponse:
                return web.Response(
                    status=status, headers=headers, text=text, content_type=kind
                )

            return respond

        self.answers = [make(status) for status in statuses]

    def webhook(self, **changes) -> Webhook:
        """Return an endpoint that leads here."""
        values = {"name": "bell", "url": self.url, "allow_http": True}
        return Webhook(**{**values, "allow_private": True, **changes})

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        self.seen.append(
            Seen(
                method=request.method,
                path=request.path_qs,
                headers=dict(request.headers),
                body=await request.read(),
            )
        )
        if not self.answers:
            return web.Response(text="done")
        answer = self.answers[0]
        if len(self.answers) > 1:
            self.answers.pop(0)
        return await answer(request)


class Names(AbstractResolver):
    """Answers each question with the next list of addresses; the last one stays."""

    def __init__(self, *answers: list[str]) -> None:
        """Know what to say."""
        self.answers = list(answers)
        self.asked: list[str] = []

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: int = socket.AF_INET,  # noqa: ARG002 - as aiohttp asks
    ) -> list[ResolveResult]:
        """Return the next answer."""
        self.asked.append(host)
        found = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return [
            ResolveResult(
                hostname=host,
                host=one,
                port=port,
                family=socket.AF_INET6 if ":" in one else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for one in found
        ]

    async def close(self) -> None:
        """Hold nothing."""
