"""The pure parts of a call to a server: where, what, when again, what came back."""

import hashlib

from hypothesis import given, strategies as st
import pytest
from yarl import URL

from custom_components.action_engine.engine.catalog.webhooks.locations import location
from custom_components.action_engine.engine.catalog.webhooks.outgoing import outgoing
from custom_components.action_engine.engine.catalog.webhooks.reading import answer
from custom_components.action_engine.engine.catalog.webhooks.retrying import (
    LONGEST_WAIT,
    retry_after,
    wait_before,
)
from custom_components.action_engine.engine.catalog.webhooks.signing import (
    signature,
    signed_headers,
)
from custom_components.action_engine.engine.errors import InvalidActionError
from custom_components.action_engine.engine.model.webhook import (
    Webhook,
    WebhookCall,
    header_problem,
    is_name,
    url_problem,
)

NOW = 1_790_000_000
URL_TEXT = "https://hooks.example/api/v1?key=abcdefgh"
KEY = "s3cret"
QUOTES = 'pass"word\\1'
HOOK = Webhook(name="bell", url=URL_TEXT, paths=True)


def hmac_by_hand(key, message):
    """Return HMAC-SHA-256 as RFC 2104 describes it."""
    if len(key) > 64:
        key = hashlib.sha256(key).digest()
    key = key.ljust(64, b"\0")
    inner = hashlib.sha256(bytes(one ^ 0x36 for one in key) + message).digest()
    return hashlib.sha256(bytes(one ^ 0x5C for one in key) + inner).hexdigest()


class TestSigning:
    """What proves where a call comes from."""

    @given(st.text(min_size=1), st.integers(0, 2**40), st.binary())
    def test_is_the_hmac_of_time_and_body(self, secret, timestamp, body):
        """Against a computation of its own."""
        message = f"{timestamp}.".encode() + body
        expected = hmac_by_hand(secret.encode(errors="surrogatepass"), message)
        assert signature(secret, timestamp, body) == f"sha256={expected}"

    def test_headers_have_the_names_that_were_set(self):
        """And the time that was signed."""
        hook = Webhook(
            name="bell", secret=KEY, signature_header="X-S", timestamp_header="X-T"
        )
        assert signed_headers(hook, NOW + 0.9, b"{}") == {
            "X-T": str(NOW),
            "X-S": signature(KEY, NOW, b"{}"),
        }

    def test_without_a_secret_nothing_is_signed(self):
        """There are no headers for it."""
        assert signed_headers(HOOK, NOW, b"{}") == {}


class TestRetryAfter:
    """How long a server asks to wait."""

    @pytest.mark.parametrize(
        ("text", "seconds"),
        [
            ("7", 7),
            (" 7 ", 7),
            ("0", 0),
            ("86400", LONGEST_WAIT),
            ("9" * 400, LONGEST_WAIT),
            ("Mon, 21 Sep 2026 14:13:50 GMT", 30),
            ("Mon, 21 Sep 2026 14:00:00 GMT", 0),
            ("Tue, 22 Sep 2099 14:00:00 GMT", LONGEST_WAIT),
            ("soon", None),
            ("-5", None),
            ("1.5", None),
            ("", None),
            (None, None),
        ],
    )
    def test_both_forms(self, text, seconds):
        """Seconds and dates, never more than a minute; nonsense says nothing."""
        assert URL_TEXT
        assert retry_after(text, NOW) == seconds

    @given(st.text())
    def test_no_text_breaks_it(self, text):
        """What comes is nothing or within bounds."""
        found = retry_after(text, NOW)
        assert found is None or 0 <= found <= LONGEST_WAIT

    def test_without_a_wish_waits_grow(self):
        """They double, and stay within a minute."""
        assert [wait_before(one, None) for one in (1, 2, 3)] == [1, 2, 4]
        assert wait_before(50, None) == LONGEST_WAIT
        assert wait_before(1, 12.0) == 12


class TestLocation:
    """Where a call goes."""

    def test_without_a_path_it_is_the_address(self):
        """Letter by letter."""
        assert str(location(HOOK, None)) == URL_TEXT

    @pytest.mark.parametrize(
        ("path", "expected"),
        [
            ("rooms/hall", "/api/v1/rooms/hall"),
            ("/rooms", "/api/v1/rooms"),
            ("a b", "/api/v1/a%20b"),
            ("50%", "/api/v1/50%25"),
            ("https:", "/api/v1/https:"),
            ("x@evil.example", "/api/v1/x@evil.example"),
        ],
    )
    def test_a_path_goes_below_it(self, path, expected):
        """Escaped, with the query of the address."""
        url = location(HOOK, path)
        assert url.raw_path == expected
        assert url.origin() == URL(URL_TEXT).origin()
        assert url.query == URL(URL_TEXT).query

    @pytest.mark.parametrize(
        "path",
        [
            *("..", "a/../b", "%2e%2e/x", "a/%2E./b", "./a", "//evil.example/x"),
            *("a//b", "", "/", "a\\b", "a?b=c", "a#b", "a\nb", "\x00", "x" * 1001),
        ],
    )
    def test_e12_no_path_leads_out(self, path):
        """Neither upwards nor to another host."""
        with pytest.raises(InvalidActionError) as raised:
            location(HOOK, path)
        assert raised.value.place == "path"

    @given(st.text())
    def test_e12_whatever_the_path_the_host_stays(self, path):
        """Or the path is refused."""
        try:
            url = location(HOOK, path)
        except InvalidActionError:
            return
        assert url.origin() == URL(URL_TEXT).origin()
        assert url.raw_path.startswith("/api/v1/")
        assert ".." not in url.path.split("/")

    def test_e12_a_path_has_to_be_allowed(self):
        """By the owner, for this endpoint."""
        with pytest.raises(InvalidActionError, match="bell has one address only"):
            location(Webhook(name="bell", url=URL_TEXT), "rooms")


class TestOutgoing:
    """What is sent."""

    @pytest.mark.parametrize(
        ("payload", "body", "kind"),
        [
            ({"a": 1}, b'{"a":1}', "application/json"),
            ([1, "ü"], '[1,"ü"]'.encode(), "application/json"),
            ("text ü", "text ü".encode(), "text/plain; charset=utf-8"),
            (None, b"", None),
            ({}, b"{}", "application/json"),
        ],
    )
    def test_payloads(self, payload, body, kind):
        """Data goes as JSON, a text as it is."""
        ready = outgoing(HOOK, WebhookCall(payload=payload))
        assert ready.body == body
        assert ready.headers.get("Content-Type") == kind
        assert ready.method == "POST"

    @pytest.mark.parametrize("payload", [7, True, {"a": object()}, b"x"])
    def test_what_cannot_be_sent_is_refused(self, payload):
        """Before anything goes out."""
        with pytest.raises(InvalidActionError):
            outgoing(HOOK, WebhookCall(payload=payload))

    def test_size_and_method_are_bounded(self):
        """By the endpoint."""
        small = Webhook(name="bell", url=URL_TEXT, max_request=10, methods=("GET",))
        with pytest.raises(InvalidActionError, match="at most 10 bytes"):
            outgoing(
                Webhook(name="bell", url=URL_TEXT, max_request=10),
                WebhookCall(payload="x" * 11),
            )
        with pytest.raises(InvalidActionError, match="one of GET"):
            outgoing(small, WebhookCall(method="POST"))
        with pytest.raises(InvalidActionError, match="none beside GET"):
            outgoing(small, WebhookCall(payload="x"))

    def test_headers_of_the_owner_win(self):
        """He may say what his text is."""
        hook = Webhook(name="b", url=URL_TEXT, headers={"content-type": "text/xml"})
        ready = outgoing(hook, WebhookCall(payload="<a/>", idempotency_key="k 1"))
        assert "Content-Type" not in ready.headers
        assert ready.headers["Idempotency-Key"] == "k 1"

    def test_a_key_cannot_break_a_line(self):
        """It is one header, whatever stands in it."""
        ready = outgoing(HOOK, WebhookCall(idempotency_key="a\r\nX-Evil: 1 ü"))
        assert ready.headers["Idempotency-Key"] == '"a\\r\\nX-Evil: 1 \\u00fc"'


def read(text, kind="application/json", hook=HOOK, **more):
    """Return what a caller sees of an answer."""
    values = {"status": 200, "headers": {"Content-Type": kind}, "truncated": False}
    return answer(hook, body=text.encode(), attempts=1, **{**values, **more})


class TestReading:
    """What came back."""

    @pytest.mark.parametrize(
        ("text", "kind", "body"),
        [
            ('{"a": [1]}', "application/json", {"a": [1]}),
            ('{"a": 1}', "application/problem+json; charset=utf-8", {"a": 1}),
            ('{"a": 1}', "text/plain", '{"a": 1}'),
            ("{broken", "application/json", "{broken"),
            ("[" * 5000, "application/json", "[" * 5000),
            ("", "application/json", None),
            ("x", "text/plain; charset=nonsense", "x"),
        ],
    )
    def test_json_if_it_says_so(self, text, kind, body):
        """Else, and if it lies, the text."""
        assert read(text, kind).body == body

    def test_few_headers_are_shown(self):
        """Those that tell something."""
        headers = {"Content-Type": "text/plain", "Set-Cookie": "x", "ETag": "1"}
        found = read("x", headers=headers)
        assert found.headers == {"Content-Type": "text/plain", "ETag": "1"}

    def test_e10_an_echo_shows_no_secret(self):
        """Neither header, nor signature secret, nor what stands in the address."""
        hook = Webhook(
            name="bell",
            url="https://h.example/services/T0/B0/XYZ?token=qwertz77",
            secret=QUOTES,
            headers={"Authorization": "Bearer tok-123456", "Content-Type": "a/b-c-d"},
        )
        echo = (
            r'{"h": "Bearer tok-123456", "t": "tok-123456", "s": "pass\"word\\1",'
            r' "u": "/services/T0/B0/XYZ?token=qwertz77", "q": "qwertz77", "c": "a/b-c-d"}'
        )
        body = read(echo, hook=hook).body
        assert body["c"] == "a/b-c-d"
        for secret in ("tok-123456", "pass", "XYZ", "qwertz77"):
            assert secret not in str(body)


class TestRules:
    """What an owner may set."""

    @pytest.mark.parametrize(
        ("url", "problem"),
        [
            ("https://a.example", None),
            ("https://a.example:8443/x?y=z", None),
            ("https://[2606:4700::1111]/x", None),
            ("http://a.example", "not_https"),
            ("ftp://a.example", "invalid_address"),
            ("https://{{ host }}/x", "invalid_address"),
            ("https:///x", "invalid_address"),
            ("/x", "invalid_address"),
            ("https://a.example:0/", "invalid_address"),
            ("https://a.example:99999/", "invalid_address"),
            ("https://a.example /x", "invalid_address"),
            ("https://a.example\\@evil.example/", "invalid_address"),
            ("https://u:p@a.example/", "address_with_extras"),
            ("https://a.example/#x", "address_with_extras"),
            ("", "invalid_address"),
        ],
    )
    def test_e12_addresses_are_fixed(self, url, problem):
        """A host that is rendered is no address."""
        assert url_problem(url, allow_http=False) == problem

    def test_http_has_to_be_allowed(self):
        """By the owner."""
        assert url_problem("http://a.example", allow_http=True) is None

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            *(("Host", "x"), ("content-length", "1"), ("Transfer-Encoding", "x")),
            *(("A B", "x"), ("A", "x\r\nB: y"), ("A", ""), ("", "x"), ("A", "ü")),
            *(("Idempotency-Key", "x"), ("A", "x" * 5000)),
        ],
    )
    def test_headers_that_nobody_may_set(self, name, value):
        """Those of the connection, and those that would be two."""
        assert header_problem(name, value) == "invalid_header"
        assert header_problem("Authorization", "Bearer x") is None

    def test_names_stand_in_lists(self):
        """They are plain."""
        assert is_name("door-bell_2")
        for name in ("", "Bell", "a.b", "a*", "a b", "x" * 65):
            assert not is_name(name)

    def test_e10_a_webhook_does_not_show_what_is_secret(self):
        """Not even to a log."""
        hook = Webhook(name="b", url=URL_TEXT, secret=KEY, headers={"A": "tok"})
        assert not {"abcdefgh", KEY, "tok"} & set(repr(hook).replace("'", " ").split())
        assert URL_TEXT not in repr(hook)
