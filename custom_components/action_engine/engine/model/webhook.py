"""A server outside that may be called: how it is set, what is sent, what comes back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
import re
from typing import Any, Final

from yarl import URL

METHODS: Final = ("POST", "PUT", "PATCH", "DELETE", "GET")

REPEATABLE_METHODS: Final = frozenset({"GET", "PUT", "DELETE"})
"""By the rules of HTTP a second identical request with these changes nothing more."""

LONGEST_TIMEOUT: Final = 120.0
MOST_BYTES: Final = 1024 * 1024
MOST_RETRIES: Final = 3

_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_HEADER: Final = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}")
_VALUE: Final = re.compile(r"[\t\x20-\x7e]{1,4096}")
_OURS: Final = frozenset(
    {
        *("accept-encoding", "connection", "content-length", "cookie", "expect"),
        *("host", "idempotency-key", "keep-alive", "te", "trailer"),
        *("transfer-encoding", "upgrade", "proxy-authorization"),
    }
)
"""Headers that belong to the connection, or to a single call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """One endpoint as its owner has set it. What may be secret is in no ``repr``."""

    name: str
    url: str = field(default="", repr=False)
    methods: tuple[str, ...] = ("POST",)
    """The first one is used by a call that names none."""

    paths: bool = False
    """A call may go to a path below that of the URL."""

    allow_http: bool = False
    allow_private: bool = False
    """Loopback and the networks of this home may be reached."""

    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    secret: str | None = field(default=None, repr=False)
    """Signs ``<timestamp>.<body>`` with HMAC-SHA-256; None: nothing is signed."""

    signature_header: str = "X-Action-Engine-Signature"
    timestamp_header: str = "X-Action-Engine-Timestamp"
    timeout: float = 10.0
    """Seconds for one attempt, from looking the name up to the last byte."""

    max_request: int = 256 * 1024
    """Bytes."""

    max_response: int = 64 * 1024
    """Bytes that are read; of a longer answer the rest is left."""

    retries: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookCall:
    """What one call sends."""

    payload: Any = None
    """A mapping or a list goes as JSON, a text as it is, None as no body at all."""

    path: str | None = None
    method: str | None = None
    idempotency_key: str | None = None
    """The server does what comes with the same key only once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookAnswer:
    """What a server has answered to a call that was taken."""

    status: int
    headers: Mapping[str, str]
    body: Any
    """Parsed if the server says that it is JSON, else text, None if there is nothing."""

    truncated: bool
    """The body was longer than the endpoint allows, and is the beginning of it."""

    attempts: int

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "status": self.status,
            "headers": dict(self.headers),
            "body": self.body,
            "truncated": self.truncated,
            "attempts": self.attempts,
        }


def is_name(text: str) -> bool:
    """Tell whether an endpoint may be called so: the name stands in lists of policies."""
    return _NAME.fullmatch(text) is not None


def url_problem(text: str, *, allow_http: bool) -> str | None:
    """Return what is wrong with the URL of an endpoint, as a code of the form."""
    try:
        url = URL(text)
        port = url.explicit_port
    except ValueError:
        return "invalid_address"
    if url.scheme not in ("https", "http") or not url.host or text != text.strip():
        return "invalid_address"
    if set(text) & set("{}\\ \t\r\n") or port == 0:
        # A host that is rendered would be whatever host somebody wants.
        return "invalid_address"
    if url.user is not None or url.password is not None or url.fragment:
        return "address_with_extras"
    return None if allow_http or url.scheme == "https" else "not_https"


def header_problem(name: str, value: str) -> str | None:
    """Return what is wrong with a header, as a code of the form."""
    if not _HEADER.fullmatch(name) or name.lower() in _OURS:
        return "invalid_header"
    return None if _VALUE.fullmatch(value) else "invalid_header"
