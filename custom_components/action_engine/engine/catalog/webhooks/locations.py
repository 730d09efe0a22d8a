"""Where one call goes: scheme, host and port are the endpoint's, whoever calls."""

import re
from typing import Final

from yarl import URL

from ...errors import InvalidActionError
from ...model.webhook import Webhook

LONGEST_PATH: Final = 1000
_STRANGE: Final = re.compile(r"[\x00-\x1f\x7f\\?#]")


def location(webhook: Webhook, path: str | None) -> URL:
    """Return the URL of a call; raise ``InvalidActionError`` for a path that may not be.

    A path is taken word for word below that of the endpoint: what is special in a URL
    is escaped, and no segment leads upwards.
    """
    base = URL(webhook.url)
    if path is None:
        return base
    if not webhook.paths:
        expected = f"none: the webhook {webhook.name} has one address only"
        raise InvalidActionError("path", "a path", expected)
    url = base
    for segment in _segments(path):
        url /= segment
    return url.with_query(base.query)


def _segments(path: str) -> list[str]:
    expected = "names with / between them, below the address of the webhook"
    segments = path.removeprefix("/").split("/")
    if len(path) > LONGEST_PATH or _STRANGE.search(path):
        raise InvalidActionError("path", "strange or too many characters", expected)
    # A server may read an escaped dot as a dot.
    if {one.lower().replace("%2e", ".") for one in segments} & {"", ".", ".."}:
        raise InvalidActionError("path", "an empty name or dots", expected)
    return segments
