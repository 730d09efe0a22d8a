"""Calls to a real server, and all that a server or a name may do to the caller."""

import asyncio
import logging

from aiohttp import web
import pytest

from custom_components.action_engine.engine.catalog.webhooks import connecting
from custom_components.action_engine.engine.catalog.webhooks.signing import signature
from custom_components.action_engine.engine.errors import (
    ActionEngineError,
    RequestError,
    WebhookFailedError,
    WebhookRefusedError,
    WebhookRejectedError,
    WebhookUnreachableError,
)
from custom_components.action_engine.engine.model.webhook import WebhookCall
from tests.engine.catalog.webhook_server import Names

PAYLOAD = {"text": "The door is open"}
SECRETS = ("s3cret-of-the-house", "tok-1234567890", "T0KEN-IN-THE-PATH")


async def test_a_payload_arrives_and_the_answer_comes_back(server, sender):
    """As JSON, in both directions."""
    server.will_answer(201, text='{"id": 7}', kind="application/json")
    found = await sender.send(
        server.webhook(headers={"X-Room": "hall"}), WebhookCall(payload=PAYLOAD)
    )
    assert (found.status, found.body, found.attempts) == (201, {"id": 7}, 1)
    (seen,) = server.seen
    assert (seen.method, seen.path) == ("POST", "/hook")
    assert seen.body == b'{"text":"The door is open"}'
    assert seen.headers["Content-Type"] == "application/json"
    assert seen.headers["X-Room"] == "hall"
    assert "Cookie" not in seen.headers


async def test_method_path_and_key(server, sender):
    """As the call says."""
    hook = server.webhook(methods=("POST", "PUT"), paths=True)
    call = WebhookCall(path="rooms/a b", method="PUT", idempotency_key="once")
    await sender.send(hook, call)
    (seen,) = server.seen
    assert (seen.method, seen.path) == ("PUT", "/hook/rooms/a%20b")
    assert seen.headers["Idempotency-Key"] == "once"
    assert seen.body == b""
    assert "Content-Type" not in seen.headers


async def test_what_arrives_can_be_verified(server, sender):
    """From what the server has: the secret, the time and the body."""
    await sender.send(server.webhook(secret=SECRETS[0]), WebhookCall(payload=PAYLOAD))
    (seen,) = server.seen
    timestamp = int(seen.headers["X-Action-Engine-Timestamp"])
    assert timestamp == sender.now()
    expected = signature(SECRETS[0], timestamp, seen.body)
    assert seen.headers["X-Action-Engine-Signature"] == expected


class TestAgain:
    """When another attempt follows."""

    @pytest.mark.parametrize("status", [429, 503])
    async def test_a_server_that_asks_for_patience(self, server, sender, waits, status):
        """It gets it, for as long as it wants, and each attempt is signed anew."""
        server.will_answer(status, status, headers={"Retry-After": "7"})
        server.answers.insert(1, server.answers[0])
        server.answers[-1] = lambda _: _respond("done")
        found = await sender.send(server.webhook(secret=SECRETS[0]), WebhookCall())
        assert (found.body, found.attempts) == ("done", 3)
        assert waits == [7, 7]
        times = [one.headers["X-Action-Engine-Timestamp"] for one in server.seen]
        assert len(set(times)) == 3

    async def test_a_date_is_a_wish_as_well(self, server, sender, waits):
        """In seconds from now, at most a minute."""
        for text, expected in (
            ("Mon, 21 Sep 2026 14:13:50 GMT", 30),
            ("Mon, 21 Sep 2037 14:13:50 GMT", 60),
        ):
            waits.clear()
            server.will_answer(503, headers={"Retry-After": text})
            with pytest.raises(WebhookUnreachableError):
                await sender.send(server.webhook(retries=1), WebhookCall())
            assert waits == [expected]

    async def test_as_often_as_the_endpoint_says(self, server, sender, waits):
        """With growing waits where the server has no wish."""
        server.will_answer(503)
        with pytest.raises(WebhookUnreachableError, match="503 Service Unavailable"):
            await sender.send(server.webhook(retries=3), WebhookCall())
        assert len(server.seen) == 4
        assert waits == [1, 2, 4]

    @pytest.mark.parametrize(
        ("call", "attempts"),
        [
            (WebhookCall(), 1),
            (WebhookCall(idempotency_key="once"), 3),
            (WebhookCall(method="PUT"), 3),
        ],
    )
    @pytest.mark.parametrize("status", [502, 504])
    async def test_what_may_have_been_done_is_not_done_twice(
        self, server, sender, status, call, attempts
    ):
        """Unless a second time does no harm."""
        server.will_answer(status)
        with pytest.raises(WebhookFailedError) as raised:
            await sender.send(server.webhook(methods=("POST", "PUT")), call)
        assert len(server.seen) == attempts
        assert not raised.value.had_no_effect

    @pytest.mark.parametrize("status", [400, 401, 404, 408, 409, 422, 499])
    async def test_a_no_is_a_no(self, server, sender, waits, status):
        """The same would be refused again, by this loop and by every other one."""
        server.will_answer(status, headers={"Retry-After": "1"})
        with pytest.raises(WebhookRejectedError, match=str(status)) as raised:
            await sender.send(server.webhook(), WebhookCall(idempotency_key="once"))
        assert isinstance(raised.value, RequestError)
        assert (len(server.seen), waits) == (1, [])

    async def test_an_error_of_the_server_is_unclear(self, server, sender):
        """It is not tried again here; whoever calls may know better."""
        server.will_answer(500)
        with pytest.raises(WebhookFailedError) as raised:
            await sender.send(server.webhook(), WebhookCall())
        assert not isinstance(raised.value, RequestError)
        assert len(server.seen) == 1

    async def test_a_server_that_hangs_up(self, server, sender):
        """What it has done nobody knows."""

        async def hang_up(request):
            request.transport.close()
            return web.Response()

        server.answers = [hang_up]
        with pytest.raises(WebhookFailedError, match="the connection was lost"):
            await sender.send(server.webhook(), WebhookCall())
        assert len(server.seen) == 1
        with pytest.raises(WebhookFailedError):
            await sender.send(server.webhook(), WebhookCall(idempotency_key="once"))
        assert len(server.seen) == 4

    async def test_nobody_there(self, server, sender, waits, unused_tcp_port):
        """Nothing was done, so it is tried again."""
        hook = server.webhook(url=f"http://127.0.0.1:{unused_tcp_port}/hook")
        with pytest.raises(WebhookUnreachableError, match="no connection") as raised:
            await sender.send(hook, WebhookCall())
        assert raised.value.had_no_effect
        assert waits == [1, 2]


async def _respond(text):
    return web.Response(text=text)


class TestBounds:
    """What a server may do to the caller."""

    async def test_a_slow_server(self, server, sender):
        """It is waited for no longer than the endpoint says."""
        forever = asyncio.Event()

        async def dawdle(_):
            await forever.wait()
            return web.Response()

        server.answers = [dawdle]
        try:
            with pytest.raises(WebhookFailedError, match=r"no answer within 0\.1 s"):
                await sender.send(server.webhook(timeout=0.1), WebhookCall())
        finally:
            forever.set()

    async def test_a_server_that_drips(self, server, sender):
        """The time is that of the whole attempt."""
        forever = asyncio.Event()

        async def drip(request):
            response = web.StreamResponse()
            await response.prepare(request)
            await response.write(b"x")
            await forever.wait()
            return response

        server.answers = [drip]
        try:
            with pytest.raises(WebhookFailedError, match="no answer within"):
                await sender.send(server.webhook(timeout=0.1), WebhookCall())
        finally:
            forever.set()

    async def test_a_huge_answer(self, server, sender):
        """Its beginning is read, and nothing is made of it."""
        sent = []

        async def pour(request):
            response = web.StreamResponse(headers={"Content-Type": "application/json"})
            await response.prepare(request)
            try:
                for _ in range(4096):
                    await response.write(b"[" * 65536)
                    sent.append(1)
            except ConnectionError:
                pass
            return response

        server.answers = [pour]
        found = await sender.send(server.webhook(max_response=1000), WebhookCall())
        assert found.truncated
        assert found.body == "[" * 1000
        assert len(sent) < 4096

    @pytest.mark.parametrize("length", [999, 1000, 1001])
    async def test_the_bound_is_exact(self, server, sender, length):
        """What fits is whole."""
        server.will_answer(200, text="x" * length)
        found = await sender.send(server.webhook(max_response=1000), WebhookCall())
        assert found.truncated is (length > 1000)
        assert len(found.body) == min(length, 1000)

    async def test_a_bomb(self, server, sender):
        """What unpacks to more than is wanted is cut as well."""

        async def pack(_):
            response = web.Response(text="x" * 5_000_000)
            response.enable_compression(web.ContentCoding.gzip)
            return response

        server.answers = [pack]
        found = await sender.send(server.webhook(), WebhookCall())
        assert found.truncated
        assert len(found.body) == 65536

    @pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
    async def test_e12_a_redirect_leads_nowhere(self, server, sender, status):
        """Whoever answers one has not taken the call."""
        server.will_answer(status, headers={"Location": f"{server.url}/elsewhere"})
        with pytest.raises(WebhookRejectedError, match=str(status)):
            await sender.send(server.webhook(), WebhookCall())
        assert [one.path for one in server.seen] == ["/hook"]

    async def test_proxies_of_the_environment_are_ignored(
        self, server, sender, monkeypatch, unused_tcp_port
    ):
        """They would see the addresses, and judge them by nothing."""
        for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{unused_tcp_port}")
        assert (await sender.send(server.webhook(), WebhookCall())).status == 200


class TestAddresses:
    """Where a name leads."""

    @pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]"])
    async def test_e12_an_address_of_this_machine_is_refused(
        self, server, sender, host
    ):
        """Nothing arrives there."""
        url = server.url.replace("127.0.0.1", host)
        with pytest.raises(WebhookRefusedError, match="network of this home"):
            await sender.send(
                server.webhook(url=url, allow_private=False), WebhookCall()
            )
        assert server.seen == []

    @pytest.mark.parametrize(
        "addresses",
        [["127.0.0.1"], ["93.184.216.34", "127.0.0.1"], ["169.254.169.254"], ["::"]],
    )
    async def test_e12_a_name_that_leads_into_the_home_is_refused(
        self, server, sender, addresses
    ):
        """Also if only one of its addresses does; it is not tried again."""
        names = Names(addresses)
        sender.resolver = lambda: names
        url = server.url.replace("127.0.0.1", "hooks.example")
        with pytest.raises(WebhookRefusedError):
            await sender.send(
                server.webhook(url=url, allow_private=False), WebhookCall()
            )
        assert (server.seen, names.asked) == ([], ["hooks.example"])

    @pytest.mark.parametrize("host", ["127.1", "2130706433", "017700000001"])
    async def test_e12_strange_ways_to_write_an_address(self, server, sender, host):
        """They are a name that leads here, or nothing at all."""
        url = server.url.replace("127.0.0.1", host)
        with pytest.raises(ActionEngineError):
            await sender.send(
                server.webhook(url=url, allow_private=False, retries=0), WebhookCall()
            )
        assert server.seen == []

    async def test_e12_metadata_is_refused_even_where_the_home_is_allowed(
        self, server, sender
    ):
        """Nobody needs it."""
        hook = server.webhook(url="http://169.254.169.254/latest/meta-data")
        with pytest.raises(WebhookRefusedError, match="credentials"):
            await sender.send(hook, WebhookCall())

    async def test_e12_a_name_that_changes_is_connected_to_as_it_was_judged(
        self, server, sender, monkeypatch
    ):
        """It is asked for once for each attempt, and the answer is what counts."""
        names = Names(["93.184.216.34"], ["127.0.0.1"])
        sender.resolver = lambda: names
        reached = []
        monkeypatch.setattr(connecting.socket, "socket", _refusing(reached))
        url = server.url.replace("127.0.0.1", "rebind.example")
        hook = server.webhook(url=url, allow_private=False, retries=2)
        with pytest.raises(WebhookRefusedError, match="network of this home"):
            await sender.send(hook, WebhookCall())
        # The first attempt went out to the address that was judged, the second nowhere.
        assert reached == [1]
        assert names.asked == ["rebind.example"] * 2
        assert server.seen == []

    async def test_e12_every_address_of_a_name_is_judged(self):
        """Before any of them is connected to."""
        for found in (["93.184.216.34", "10.0.0.1"], ["10.0.0.1", "93.184.216.34"]):
            resolver = connecting.CheckedResolver(Names(found), allow_private=False)
            with pytest.raises(connecting.AddressRefusedError):
                await resolver.resolve("hooks.example", 443)
        resolver = connecting.CheckedResolver(Names(found), allow_private=True)
        answers = await resolver.resolve("hooks.example", 443)
        assert [one["host"] for one in answers] == found

    async def test_e12_the_last_look_is_at_the_address_itself(self, server):
        """Whatever the resolver says, no socket is made for an address of this home."""
        hook = server.webhook(allow_private=False)
        async with connecting.open_session(hook, Names(["93.184.216.34"])) as session:
            with pytest.raises(connecting.AddressRefusedError):
                session.connector._socket_factory(  # noqa: SLF001 - what aiohttp calls
                    (2, 1, 6, "", ("127.0.0.1", 80))
                )

    async def test_a_name_is_reached_where_the_owner_allows_it(self, server, sender):
        """By the address that was looked at."""
        names = Names(["127.0.0.1"])
        sender.resolver = lambda: names
        url = server.url.replace("127.0.0.1", "printer.home.example")
        found = await sender.send(server.webhook(url=url), WebhookCall())
        assert found.status == 200
        host = server.seen[0].headers["Host"]
        assert host.startswith("printer.home.example:")


def _refusing(reached):
    """Return what stands for a socket, and reaches nobody."""

    def make(**_):
        reached.append(1)
        raise OSError("no way")

    return make


class TestSecrets:
    """What an endpoint knows and nobody else does."""

    @pytest.mark.parametrize("status", [200, 302, 401, 429, 500, 502])
    async def test_e10_no_error_and_no_log_shows_them(
        self, server, sender, caplog, status
    ):
        """Whatever comes back, and however much is logged."""
        caplog.set_level(logging.DEBUG)
        server.will_answer(status, text=" ".join(SECRETS))
        secret, token, path = SECRETS
        hook = server.webhook(
            url=f"{server.url}/{path}",
            secret=secret,
            headers={"Authorization": f"Bearer {token}"},
        )
        told = ""
        try:
            told = str((await sender.send(hook, WebhookCall())).as_dict())
        except ActionEngineError as error:
            told = f"{error!r} {error} {error.__cause__} {error.__context__}"
        assert server.seen[0].path.endswith(path)
        for one in SECRETS:
            assert one not in told
            assert one not in caplog.text

    async def test_e10_nor_when_nobody_is_there(
        self, server, sender, caplog, unused_tcp_port
    ):
        """The address is not told."""
        hook = server.webhook(url=f"http://127.0.0.1:{unused_tcp_port}/{SECRETS[2]}")
        with pytest.raises(WebhookUnreachableError) as raised:
            await sender.send(hook, WebhookCall())
        for told in (str(raised.value), repr(raised.value), caplog.text):
            assert SECRETS[2] not in told
