"""What one attempt sends: a body of bytes, and headers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
import json
from typing import Any, Final

from homeassistant.helpers.json import json_bytes

from ...errors import InvalidActionError
from ...model.webhook import Webhook, WebhookCall
from .signing import signed_headers

AGENT: Final = "HomeAssistant ActionEngine"
IDEMPOTENCY_HEADER: Final = "Idempotency-Key"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A call that is ready to go, but for its signature."""

    method: str
    body: bytes = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)

    def signed(self, webhook: Webhook, now: float) -> dict[str, str]:
        """Return all headers of an attempt that is made now, in seconds since 1970."""
        return {**self.headers, **signed_headers(webhook, now, self.body)}


def outgoing(webhook: Webhook, call: WebhookCall) -> Outgoing:
    """Return what is sent; raise ``InvalidActionError`` for what cannot be."""
    method = _method(webhook, call.method)
    kind, body = _body(call.payload)
    if body and method == "GET":
        raise InvalidActionError("payload", "a payload", "none beside GET")
    if len(body) > webhook.max_request:
        expected = f"at most {webhook.max_request} bytes"
        raise InvalidActionError("payload", f"{len(body)} bytes", expected)
    headers = {"Accept-Encoding": "identity", "User-Agent": AGENT}
    if kind is not None:
        headers["Content-Type"] = kind
    if call.idempotency_key is not None:
        headers[IDEMPOTENCY_HEADER] = _token(call.idempotency_key)
    own = {name.lower() for name in webhook.headers}
    ours = {name: one for name, one in headers.items() if name.lower() not in own}
    return Outgoing(method=method, body=body, headers=ours | dict(webhook.headers))


def _method(webhook: Webhook, method: str | None) -> str:
    if method is None:
        return webhook.methods[0]
    if method not in webhook.methods:
        expected = f"one of {', '.join(webhook.methods)}"
        raise InvalidActionError("method", method, expected)
    return method


def _body(payload: Any) -> tuple[str | None, bytes]:
    if payload is None:
        return None, b""
    if isinstance(payload, str):
        return "text/plain; charset=utf-8", payload.encode(errors="replace")
    if not isinstance(payload, Mapping | list):
        came = type(payload).__name__
        raise InvalidActionError("payload", came, "a mapping, a list or a text")
    try:
        return "application/json", json_bytes(payload)
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidActionError(
            "payload", "something that JSON cannot say", "plain data"
        ) from error


def _token(key: str) -> str:
    """Return a key as a header can carry it: as a text in quotes if it is no word."""
    if not key.isascii() or not key.isprintable():
        return json.dumps(key)
    return key
