"""What came back, as a caller may see it: bounded, and without the endpoint's secrets."""

from collections.abc import Mapping
import json
from typing import Any, Final

from yarl import URL

from homeassistant.util.json import json_loads

from ...model.webhook import Webhook, WebhookAnswer

SHOWN: Final = (
    *("Content-Type", "Date", "ETag", "Last-Modified", "Location"),
    *("Retry-After", "X-Request-Id"),
)
"""Headers that tell a caller something."""

HIDDEN: Final = "**REDACTED**"

_LONGEST_HEADER: Final = 1000
_SHORTEST_SECRET: Final = 6
_SHORTEST_TOKEN: Final = 8
_LONG_PART: Final = 20
_OPEN_HEADERS: Final = frozenset(
    {"accept", "accept-language", "content-type", "user-agent"}
)
"""What stands in these is no secret, and would be taken out of many an answer."""


def answer(
    webhook: Webhook,
    *,
    status: int,
    headers: Mapping[str, str],
    body: bytes,
    truncated: bool,
    attempts: int,
) -> WebhookAnswer:
    """Return the answer of a server; ``headers`` are looked up without regard to case."""
    secrets = secrets_of(webhook)
    kind = headers.get("Content-Type", "")
    text = _scrubbed(_decoded(body, kind), secrets)
    return WebhookAnswer(
        status=status,
        headers={
            name: _scrubbed(headers[name][:_LONGEST_HEADER], secrets)
            for name in SHOWN
            if name in headers
        },
        body=_parsed(text, kind, whole=not truncated),
        truncated=truncated,
        attempts=attempts,
    )


def secrets_of(webhook: Webhook) -> tuple[str, ...]:
    """Return what of an endpoint nobody may see, the longest first.

    The path of its URL is among them: many services know their customer by it.
    """
    url = URL(webhook.url)
    found = {webhook.secret or "", url.raw_path_qs.strip("/"), *url.query.values()}
    found.update(part for part in url.parts if _is_token(part))
    for name, value in webhook.headers.items():
        if name.lower() not in _OPEN_HEADERS:
            # The token by itself is as good as with its scheme.
            found.update((value, value.split()[-1]))
    long = {one for one in found if len(one) >= _SHORTEST_SECRET}
    written = {json.dumps(one)[1:-1] for one in long}
    return tuple(sorted(long | written, key=len, reverse=True))


def _is_token(part: str) -> bool:
    """Tell whether a part of a path is no word that people would choose."""
    return len(part) >= _LONG_PART or (
        len(part) >= _SHORTEST_TOKEN and any(one.isdigit() for one in part)
    )


def _scrubbed(text: str, secrets: tuple[str, ...]) -> str:
    for secret in secrets:
        text = text.replace(secret, HIDDEN)
    return text


def _decoded(body: bytes, kind: str) -> str:
    charset = kind.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    try:
        return body.decode(charset or "utf-8", errors="replace")
    except LookupError, ValueError:
        return body.decode(errors="replace")


def _parsed(text: str, kind: str, *, whole: bool) -> Any:
    if not text:
        return None
    name = kind.partition(";")[0].strip().lower()
    if not whole or not (name == "application/json" or name.endswith("+json")):
        return text
    try:
        return json_loads(text)
    except ValueError:
        return text
